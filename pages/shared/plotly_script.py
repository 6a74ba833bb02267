"""Plotly's script for the timeline component: put where Streamlit serves files from, and asked for early."""

from __future__ import annotations

import importlib.util
import shutil
from functools import lru_cache
from pathlib import Path

import streamlit as st

STATIC = Path(__file__).resolve().parents[2] / "static"

# The same promise that timeline_chart.js waits for.
EARLY = """<script>
    window.loadingPlotly ??= new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL("app/static/plotly.min.js", document.baseURI).href;
        script.onload = () => done(window.Plotly);
        script.onerror = () => failed(new Error("plotly.min.js did not load"));
        document.head.append(script);
    });
</script>"""


def load_early() -> None:
    """Let the browser fetch and parse Plotly (1 s) while the server works on the page, not after it."""
    place_plotly()
    st.html(EARLY, unsafe_allow_javascript=True)


@lru_cache(maxsize=1)
def place_plotly() -> None:
    """Put Plotly's script from its wheel into static/; nothing is fetched from elsewhere."""
    package = importlib.util.find_spec("plotly")
    assert package is not None
    assert package.origin is not None
    source = Path(package.origin).parent / "package_data" / "plotly.min.js"
    target = STATIC / "plotly.min.js"
    if not target.exists() or target.stat().st_size != source.stat().st_size:
        STATIC.mkdir(exist_ok=True)
        shutil.copyfile(source, target)
