"""The figures, pure functions from rows to Plotly's plain data; only component.py and key.py know Streamlit.

layout -> traces -> figure -> component      the timeline: rows in rows.py, looks of marks in marks.py, words in key.py, room
                                             that words take in letters.py, first and nearest windows in windows.py
a number where marks have no room            loaders/query/density.py counts; its place: figure; its sign: traces; what is
                                             drawn at all of a window: loaders/query/marks.py
in the browser                               component.js draws and reports; axis.js, overview.js (the strip above), frame.js
                                             (names of lanes, heights), list.js (clicks in the chronology beside it)
lifeline, matrix                             the figures of leaders and topics
"""
