"""The page itself, its scripts and Plotly's: sent from memory, before Streamlit is imported and without its detours.

Streamlit sends each of its hundred small files through four hops between threads, each of which waits for the imports
that go on at the same time; and its page asks for some only when the first elements arrive, one layer after the other.
Here the head of the page names them all. Whatever is not answered here goes on to Streamlit.
"""

from __future__ import annotations

import importlib.util
import mimetypes
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response

from pages.server import plotly_script

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

PAGES = Path(__file__).resolve().parents[1]
# The elements on the timeline, by the names of Streamlit's scripts; one that is not there is simply not asked for early.
ELEMENTS = ("Html", "TextInput", "Checkbox", "Button", "ButtonGroup", "BidiComponent", "DownloadButton")
STREAMLIT = ("/_stcore/", "/static/", "/app/static/", "/media/", "/component/", "/_")
"""Where Streamlit itself answers."""
WHERE = '<script>window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href.split("?")[0] };</script>'
"""Where Streamlit answers: it would first look below the address of the page (/quotes/_stcore/health), in vain."""
FOR_GOOD = {"cache-control": "public, max-age=31536000, immutable"}
"""The names of these files change with what is in them."""

_IMPORTED = re.compile(rb'(?:from|import)\s*["\']\./([\w.-]+\.js)["\']')


class PageStart:
    """ASGI middleware around Streamlit: answers what is the same for every reader."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = _answer(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        await (answer or self.app)(scope, receive, send)


def _answer(scope: Scope) -> Response | None:
    path = scope["path"]
    if path in _page_paths() and "text/html" in Headers(scope=scope).get("accept", ""):
        return Response(page(), media_type="text/html", headers={"cache-control": "no-cache"})
    if "text/html" in Headers(scope=scope).get("accept", "") and path.count("/") > 1 and not path.startswith(STREAMLIT):
        return _to_the_page(scope)
    # Uncompressed: compressing megabytes for a browser on the same machine takes longer than sending them.
    if (file := _files().get(path)) is not None:
        return Response(file.read_bytes(), media_type=mimetypes.guess_type(file.name)[0], headers=FOR_GOOD)
    return None


def _to_the_page(scope: Scope) -> Response:
    """From an address of several parts, which no page has and Streamlit answers with a blank one, to the page of its first."""
    first = f"/{scope['path'].split('/')[1]}"
    query = scope["query_string"].decode("latin-1")
    return RedirectResponse((first if first in _page_paths() else "/") + (f"?{query}" if query else ""), 303)


@cache
def _page_paths() -> frozenset[str]:
    return frozenset({"/"} | {f"/{file.stem}" for file in PAGES.glob("*.py")})


@cache
def frontend() -> Path:
    """The folder of Streamlit's page and scripts."""
    # Not streamlit.__file__: that would import it, which takes a second.
    package = importlib.util.find_spec("streamlit")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "static"


@cache
def _files() -> dict[str, Path]:
    files = {
        f"/static/{file.relative_to(frontend() / 'static')}": file for file in (frontend() / "static").rglob("*.*")
    }
    return files | {f"/{plotly_script.PATH}": plotly_script.place_plotly()}


@cache
def page() -> bytes:
    """Streamlit's page, with early_parts in its head."""
    return (frontend() / "index.html").read_bytes().replace(b"</head>", early_parts() + b"</head>", 1)


@cache
def early_parts() -> bytes:
    """Plotly's script, and links to those of ELEMENTS and to what these import and the page does not ask for."""
    scripts = frontend() / "static" / "js"
    names = {path.name.split(".")[0]: path.name for path in scripts.glob("*.js")}
    asked_for = (frontend() / "index.html").read_text(encoding="utf-8")
    wanted = [names[element] for element in ELEMENTS if element in names]
    for name in wanted:
        path = scripts / name
        imported = [found.decode() for found in _IMPORTED.findall(path.read_bytes())] if path.is_file() else []
        wanted += [found for found in dict.fromkeys(imported) if found not in wanted and found not in asked_for]
    links = [f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in wanted]
    return "".join([WHERE, *links, plotly_script.ASKING]).encode()
