"""Plotly's script for the timeline component: which part of it, where it is, and how a page asks for it early.

`pages/server/first_page.py` serves it and asks for it in the head of the page; a plain `streamlit run dashboard.py` has
no say in the head, so the script is put where Streamlit serves files from, and the first element asks for it.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections import Counter
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

MADE = 2
"""To be raised whenever timeline_plotly makes another script of the same Plotly."""
NAME = f"plotly-{version('plotly')}-timeline-{MADE}.min.js"
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

# Where the kinds of chart are set up, at the end: bars stand first in the list of the fifty.
_REGISTERED = re.compile(
    rb"\.register\(\[(\w+\(\))(?:,\w+\(\))*\]\)(?=;\w+\.exports=\w+\}\);return \w+\(\);?\}\)\(\);)"
)
# The function around the script, which is called at once.
_FACTORY = re.compile(rb"(?<=: this), (\(\) => \{.*\})\)(?=\);\s*\Z)", re.DOTALL)
# A module of the bundle: `var name=wrap((exports,module)=>{…});`, which others ask for by `name()`.
_MODULE = re.compile(rb"(?<=[;}])var ([\w$]+)=([\w$]+)\((?=\(|[\w$]+=>)")
_NAME = re.compile(rb"[\w$]+")
FEWEST_MODULES = 100
"""What wraps fewer is no module system."""


def timeline_plotly() -> bytes:
    """Plotly's own script, with no kind of chart but what the timeline draws: lines and marks, which are its core, and bars.

    A browser needs a second less for it. The function around the script stands in brackets, so that it is compiled for
    good while it arrives, and not once in passing and once more when the page should be drawn. Where a new version of
    Plotly is built otherwise, it is the script as it is, and tests say so.
    """
    package = importlib.util.find_spec("plotly")
    assert package is not None
    assert package.origin is not None
    whole = (Path(package.origin).parent / "package_data" / "plotly.min.js").read_bytes()
    bars, n = _REGISTERED.subn(rb".register([\1])", whole, count=1)
    return _FACTORY.sub(rb", (\1))", _without_unused(bars) if n else whole, count=1)


def _without_unused(script: bytes) -> bytes:
    """The script without the modules that nothing in it asks for; what is not surely a module is kept."""
    found = list(_MODULE.finditer(script))
    usual, n = Counter(module[2] for module in found).most_common(1)[0] if found else (b"", 0)
    if n < FEWEST_MODULES:
        return script
    bounds = [0, *(module.start() for module in found), len(script)]
    parts = [script[start:end] for start, end in pairwise(bounds)]
    place = {module[1]: i for i, module in enumerate(found, start=1)}
    needed = [i for i, part in enumerate(parts) if i in (0, len(found)) or not part.endswith(b"});")]
    needed += [i for i, module in enumerate(found, start=1) if module[2] != usual]
    kept = set(needed)
    for i in needed:
        asked = {place[name] for name in set(_NAME.findall(parts[i])) if name in place} - kept
        kept |= asked
        needed += asked
    return b"".join(parts[i] for i in sorted(kept))


@cache
def place_plotly() -> Path:
    """The script as a file in static/, made by whoever asks first; nothing is fetched from elsewhere."""
    file = STATIC / NAME
    if not file.exists():
        STATIC.mkdir(exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}.js")
        draft.write_bytes(timeline_plotly())
        draft.replace(file)
    return file
