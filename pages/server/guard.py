"""Who may ask the server, and what a page may do: the Host and Origin of each request, and the headers of safety.

A page elsewhere can have its name point to this machine (DNS rebinding) and then read what a server sends that looks at no
Host; Streamlit, asked by a foreign Origin, asks an address outside for its own before it refuses. Here both are refused first.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
VARIABLE = "DATELINE_HOSTS"
"""Names, parted by commas, by which a server behind a proxy is reached besides this machine's own."""
MISDIRECTED = 421
"""RFC 9110: this server does not answer for the name that was asked."""

POLICY = "; ".join(
    (
        "default-src 'self'",
        # Streamlit's page and components stand in inline scripts and styles; what a document holds never becomes markup.
        "script-src 'self' 'unsafe-inline' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' data: blob:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-src 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


class Guard:
    """ASGI middleware: refuses hosts and origins that are not ours, and sends HEADERS with every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOCAL) -> None:
        self.app, self.hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        why = why_refused(Headers(scope=scope), self.hosts)
        if why and scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": why})
        elif why:
            await PlainTextResponse(why, MISDIRECTED, HEADERS)(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send))


def why_refused(headers: Headers, hosts: Collection[str]) -> str:
    """Why a request is refused, for whoever reads it; empty where it is answered."""
    if host_of(f"//{headers.get('host', '')}") not in hosts:
        return f"This server does not answer for this name; whoever runs it can allow it with {VARIABLE}."
    origin = headers.get("origin")
    if origin is not None and host_of(origin) not in hosts:
        return "This server does not answer pages of other sites."
    return ""


def host_of(address: str) -> str:
    """The name in an address, without its port; empty where there is none.

    >>> host_of("http://[::1]:8501"), host_of("//localhost:8501"), host_of("null")
    ('::1', 'localhost', '')
    """
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def allowed_hosts() -> frozenset[str]:
    """This machine's own names, and those in VARIABLE."""
    more = (name.strip().lower() for name in os.environ.get(VARIABLE, "").split(","))
    return LOCAL | {name for name in more if name}


def _with_headers(send: Send) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return send_with_headers
