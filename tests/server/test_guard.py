"""Who may ask the server: hosts, origins, headers; and addresses that no page has."""

from __future__ import annotations

from contextlib import suppress

import pytest

from pages.server.first_page import PageStart
from pages.server.guard import HEADERS, Guard, allowed_hosts


async def inside(scope, _receive, send):
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"inside"})


def ask(path="/anything", kind="http", query="", **headers):
    """The messages that the server sends for one request."""
    sent = []

    async def receive():
        return {"type": f"{kind}.connect" if kind == "websocket" else "http.request"}

    async def send(message):
        sent.append(message)

    raw = [(name.encode(), value.encode()) for name, value in headers.items() if value is not None]
    scope = {"type": kind, "method": "GET", "path": path, "query_string": query.encode(), "headers": raw}
    # Nothing here waits, so no event loop is needed, which another test may have running.
    with suppress(StopIteration):
        Guard(PageStart(inside))(scope, receive, send).send(None)
        pytest.fail("the server waits for something")
    return sent


def headers_of(start):
    return {name.decode(): value.decode() for name, value in start["headers"]}


ASKED = [
    # Host, Origin, whether it is answered
    ("localhost:8501", None, True),
    ("127.0.0.1:8501", "http://127.0.0.1:8501", True),
    ("[::1]:8501", "http://localhost:8501", True),
    ("evil.example", None, False),
    ("evil.example", "http://evil.example", False),
    ("localhost.evil.example", None, False),
    ("", None, False),
    ("localhost:8501", "http://evil.example", False),
    ("localhost:8501", "null", False),
    ("localhost:8501", "http://[bad", False),
]


@pytest.mark.parametrize(("host", "origin", "answered"), ASKED)
def test_only_our_own_names_are_answered(host, origin, answered):
    start, body = ask(host=host, origin=origin)
    assert start["status"] == (200 if answered else 421)
    assert (body["body"] == b"inside") == answered
    assert headers_of(start).items() >= HEADERS.items()


@pytest.mark.parametrize(("host", "origin", "answered"), ASKED)
def test_the_same_for_websockets(host, origin, answered):
    (first,) = ask(kind="websocket", host=host, origin=origin)
    assert first["type"] == ("websocket.accept" if answered else "websocket.close")


def test_further_names_can_be_allowed(monkeypatch):
    monkeypatch.setenv("DATELINE_HOSTS", " Desk.example , archive.example")
    assert allowed_hosts() >= {"localhost", "desk.example", "archive.example"}


PATHS = [
    ("/timeline/x", "", "/timeline"),
    ("/quotes/a/b", "from=2018", "/quotes?from=2018"),
    ("/nowhere/else", "", "/"),
    ("//evil.example/x", "", "/"),
]


@pytest.mark.parametrize(("path", "query", "to"), PATHS)
def test_an_address_of_several_parts_leads_to_a_page(path, query, to):
    start, _ = ask(path, query=query, host="localhost", accept="text/html")
    assert (start["status"], headers_of(start)["location"]) == (303, to)
