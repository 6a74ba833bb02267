"""From dated documents to tables to answers. Knows neither Streamlit nor Plotly."""
