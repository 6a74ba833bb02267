"""The figures, pure functions from rows to Plotly's plain data; only component.py and key.py know Streamlit.

layout -> traces -> figure -> component      the timeline: rows in rows.py, looks of marks in marks.py, words in key.py
lifeline, matrix                             the figures of leaders and topics
"""
