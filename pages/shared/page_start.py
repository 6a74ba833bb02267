"""What the browser is told to fetch at once: Plotly and the parts of Streamlit's frontend that the pages use.

Streamlit's page asks for these only when the first elements arrive, one layer after the other, while before that the
browser has little to do. The head of the page is the one place that comes earlier, so this middleware writes into it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

from pages.shared import plotly_script

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRONTEND = Path(streamlit.__file__).parent / "static"
SCRIPTS = FRONTEND / "static" / "js"
# The elements on the timeline, by the names of Streamlit's scripts; one that is not there is simply not asked for early.
ELEMENTS = ("Html", "TextInput", "Checkbox", "Button", "ButtonGroup", "BidiComponent", "DataFrame", "DownloadButton")

_IMPORTED = re.compile(rb'(?:from|import)\s*["\']\./([\w.-]+\.js)["\']')


class PageStart:
    """ASGI middleware around Streamlit: asks for scripts in the head of every page, and serves Plotly's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].endswith(f"/{plotly_script.PATH}"):
            await _plotly()(scope, receive, send)
        elif "text/html" in Headers(scope=scope).get("accept", ""):
            await self.app(_uncompressed(scope), receive, _Head(send))
        else:
            await self.app(scope, receive, send)


def _uncompressed(scope: Scope) -> Scope:
    """The request, without leave to compress the answer: a compressed head cannot be written into."""
    return {**scope, "headers": [header for header in scope["headers"] if header[0] != b"accept-encoding"]}


class _Head:
    """Sends what it is given, and writes into the head of an HTML page on the way."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = self.body.replace(b"</head>", early_parts() + b"</head>", 1)
        MutableHeaders(scope=start)["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    kind = Headers(raw=start["headers"]).get("content-type", "")
    return bool(start["status"] == 200 and kind.startswith("text/html"))


@cache
def early_parts() -> bytes:
    """Links to the script of Plotly, to those of ELEMENTS, and to what these import and the page does not ask for."""
    names = {path.name.split(".")[0]: path.name for path in SCRIPTS.glob("*.js")}
    asked_for = (FRONTEND / "index.html").read_text(encoding="utf-8")
    wanted = [names[element] for element in ELEMENTS if element in names]
    for name in wanted:
        path = SCRIPTS / name
        imported = [found.decode() for found in _IMPORTED.findall(path.read_bytes())] if path.is_file() else []
        wanted += [found for found in dict.fromkeys(imported) if found not in wanted and found not in asked_for]
    links = [f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in wanted]
    return "".join([*links, f'<link rel="preload" as="script" href="./{plotly_script.PATH}">']).encode()


@cache
def _plotly() -> Response:
    # Whole and uncompressed: compressing 5 MB for a browser on the same machine takes longer than sending them.
    body = plotly_script.timeline_plotly()
    return Response(body, media_type="text/javascript", headers={"cache-control": "max-age=31536000, immutable"})
