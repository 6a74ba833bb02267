"""Plotly's script for the timeline component: where it is, and how a page asks for it early.

`pages/server/first_page.py` serves it and asks for it in the head of the page; a plain `streamlit run dashboard.py` has
no say in the head, so the script is put where Streamlit serves files from, and the first element asks for it. It is the
whole script as it comes with the package. With the other kinds of chart taken out of it, a page opened in 2.8 s instead of
3.5, in turns on a busy machine; that is not worth a cut into somebody's minified code that the next version would undo.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from functools import cache
from importlib.metadata import version
from pathlib import Path

NAME = f"plotly-{version('plotly')}.min.js"
PATH = f"app/static/{NAME}"
STATIC = Path(__file__).resolve().parents[2] / "static"

# The promise is what component.js waits for; whoever asks first makes it.
ASKING = f"""<script>
    window.loadingPlotly ??= new Promise((done, failed) => {{
        const script = document.createElement("script");
        script.src = new URL("{PATH}", document.baseURI).href;
        script.onload = () => window.Plotly ? done(window.Plotly) : script.onerror();
        script.onerror = () => failed(new Error("Plotly's script did not load"));
        document.head.append(script);
    }});
</script>"""


@cache
def place_plotly() -> Path:
    """The script as a file in static/, copied there by whoever asks first; nothing is fetched from elsewhere."""
    file = STATIC / NAME
    if not file.exists():
        package = importlib.util.find_spec("plotly")
        assert package is not None
        assert package.origin is not None
        STATIC.mkdir(exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}.js")
        shutil.copyfile(Path(package.origin).parent / "package_data" / "plotly.min.js", draft)
        draft.replace(file)
    return file
