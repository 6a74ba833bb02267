"""Starts the server (start), sends the page and its scripts before Streamlit is there (first_page, plotly_script)."""
