"""The figures, pure functions from rows to Plotly's plain data; only component.py and key.py know Streamlit.

layout -> traces -> figure -> component      the timeline: rows in rows.py, looks of marks in marks.py, words in key.py
a crowd, the circle with "+5"                which events are in it: rows; how many: layout; its sign: traces; what is
                                             drawn at all of a window: loaders/query/marks.py. component.js only zooms
lifeline, matrix                             the figures of leaders and topics
"""
