"""Plotly's script for the timeline component: which part of it, where it is, and how a page asks for it early.

`pages/shared/page_start.py` serves it and asks for it in the head of the page; a plain `streamlit run dashboard.py` has
no say in the head, so the script is put where Streamlit serves files from, and the first element asks for it.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

NAME = f"plotly-timeline-{version('plotly')}.min.js"
PATH = f"app/static/{NAME}"
STATIC = Path(__file__).resolve().parents[2] / "static"

# The promise is what timeline_chart.js waits for; whoever asks first makes it.
ASKING = f"""<script>
    window.loadingPlotly ??= new Promise((done, failed) => {{
        const script = document.createElement("script");
        script.src = new URL("{PATH}", document.baseURI).href;
        script.onload = () => done(window.Plotly);
        script.onerror = () => failed(new Error("Plotly's script did not load"));
        document.head.append(script);
    }});
</script>"""

_REGISTERED = re.compile(
    rb"\.register\(\[(\w+\(\))(?:,\w+\(\))*\]\)(?=;\w+\.exports=\w+\}\);return \w+\(\);?\}\)\(\);)"
)
_FACTORY = re.compile(rb"(?<=: this), (\(\) => \{.*\})\)(?=\);\s*\Z)", re.DOTALL)


@cache
def timeline_plotly() -> bytes:
    """Plotly's own script, with no kind of chart set up but what the timeline draws.

    Lines and marks are part of Plotly's core; bars stand first in the list of the fifty kinds that the whole script sets
    up when it is loaded, which takes a browser 0.4 s. And the function around the script stands in brackets: a browser
    then compiles it for good while it arrives; else once in passing, and again, for 0.4 s, when the page should be drawn.
    Where a new version is built otherwise, it is the script as it is.
    """
    package = importlib.util.find_spec("plotly")
    assert package is not None
    assert package.origin is not None
    whole = (Path(package.origin).parent / "package_data" / "plotly.min.js").read_bytes()
    whole = _REGISTERED.sub(rb".register([\1])", whole, count=1)
    return _FACTORY.sub(rb", (\1))", whole, count=1)


@cache
def place_plotly() -> None:
    """Put the script into static/; nothing is fetched from elsewhere."""
    if not (STATIC / NAME).exists():
        STATIC.mkdir(exist_ok=True)
        (STATIC / NAME).write_bytes(timeline_plotly())
