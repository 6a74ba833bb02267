"""The page that one would write first, to measure against: all events in one Plotly chart, and one filter beside it.

streamlit run benchmarks/plain_page.py, with DATELINE_BUILT naming a folder of built tables; benchmarks/pages.py does so.
"""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

EVENTS = Path(os.environ["DATELINE_BUILT"]) / "current" / "events.parquet"


@st.cache_data
def read_events() -> pd.DataFrame:
    """Every event, with what is drawn of it."""
    return duckdb.sql(f"SELECT start, event_type, title, weight FROM read_parquet('{EVENTS}') ORDER BY start").df()


st.set_page_config(layout="wide")
events = read_events()
kinds = sorted(events["event_type"].unique())
chosen = st.pills("Kind", kinds)
shown = events[events["event_type"] == chosen] if chosen else events
st.plotly_chart(
    go.Figure(
        go.Scattergl(x=shown["start"], y=shown["weight"], mode="markers", text=shown["title"], hoverinfo="text+x")
    )
)
