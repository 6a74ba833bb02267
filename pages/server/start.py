"""Starts the dashboard: python -m pages.server.start [--port 8501] [--no-browser] [--no-watch]

`streamlit run dashboard.py` shows the same pages, later: there the browser waits until Streamlit is imported, each of a
hundred small files waits 40 ms, because the sockets collect what they send (Nagle's algorithm), and the slow imports
begin when the first reader is there. Here the page and its scripts are sent at once (first_page.py).
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib
import logging
import os
import signal
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from pages.server.first_page import PageStart
from pages.server.guard import Guard, allowed_hosts

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

DASHBOARD = Path(__file__).resolve().parents[2] / "dashboard.py"
HOST = "127.0.0.1"
PORTS_TRIED = 100
SWITCH_SECONDS = 0.0005
"""How long the imports may keep the server from answering; Python's own 5 ms add up over a hundred small files."""


def main() -> None:
    """Serve dashboard.py until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8501, help="where to listen on this machine, or the next free one")
    parser.add_argument("--no-browser", action="store_true", help="only say the address")
    parser.add_argument("--no-watch", action="store_true", help="read changed documents only when they are built again")
    chosen = parser.parse_args()
    port = find_port(chosen.port)
    address = f"http://localhost:{port}"
    print(f"\n  Dateline is at {address} (Ctrl+C ends it)\n", flush=True)
    if not chosen.no_browser and _has_display():
        threading.Thread(target=_open_browser, args=(address, port), daemon=True).start()
    dashboard = Dashboard(watches=not chosen.no_watch)
    guarded = Guard(PageStart(dashboard), allowed_hosts())
    app = Starlette(routes=[Mount("/", guarded)], lifespan=dashboard.lifespan)
    uvicorn.run(app, host=HOST, port=port, log_level="warning", access_log=False, ws_per_message_deflate=False)
    if not dashboard.has_started:
        sys.exit(1)


class Dashboard:
    """Streamlit with dashboard.py, as an ASGI app; it is imported after the server listens, and requests wait for it."""

    def __init__(self, watches: bool = False) -> None:
        self.has_started = False
        self.watches = watches
        self._ready = asyncio.Event()
        self._ends = asyncio.Event()
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._ready.wait()
        assert self._app is not None
        await self._app(scope, receive, send)

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """While this lasts, Streamlit starts and runs."""
        running = asyncio.create_task(self._run())
        running.add_done_callback(_end_server)
        yield
        self._ends.set()
        await running

    async def _run(self) -> None:
        with ExitStack() as importing:
            importing.enter_context(_hurry())
            streamlit = await asyncio.to_thread(importlib.import_module, "streamlit")
            streamlit.config.set_option("server.allowedHosts", sorted(allowed_hosts()))
            app = streamlit.App(DASHBOARD)
            async with app.lifespan()(app):
                # Streamlit has just told these loggers to write a line for every file that a browser fetches.
                for name in ("uvicorn.access", "uvicorn.error"):
                    logging.getLogger(name).setLevel(logging.WARNING)
                self._app = app
                self.has_started = True
                self._ready.set()
                # What fails in it fails again, and is told, on the page.
                await asyncio.gather(asyncio.to_thread(warm_up), return_exceptions=True)
                importing.close()
                watching = await asyncio.to_thread(_watch) if self.watches else None
                await self._ends.wait()
                if watching is not None:
                    watching.set()


@contextmanager
def _hurry() -> Iterator[None]:
    """While this lasts, imports are quick and let the server answer: they leave no garbage that is worth a search."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.disable()
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
        # What was imported stays, and need not be searched again.
        gc.freeze()
        gc.enable()


def _end_server(running: asyncio.Task[None]) -> None:
    if not running.cancelled() and running.exception():
        signal.raise_signal(signal.SIGINT)


def find_port(first: int) -> int:
    """`first`, or the next port that nobody listens at. Raises SystemExit where a hundred are taken."""
    for port in range(first, min(first + PORTS_TRIED, 65536)):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((HOST, port))
            except OSError:
                continue
            return port
    sys.exit(f"No free port from {first} on; name another with --port.")


def _open_browser(address: str, port: int) -> None:
    while True:
        with socket.socket() as trial:
            if trial.connect_ex((HOST, port)) == 0:
                break
        time.sleep(0.02)
    webbrowser.open(address)


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _watch() -> threading.Event:
    from pages.server.watch import watch
    from pages.shared.tables import root_folder

    for line in unread_decisions(root_folder()):
        print(f"  {line}", file=sys.stderr, flush=True)
    return watch(root_folder())


def unread_decisions(root: Path) -> list[str]:
    """The lines of all logs of decisions that cannot be read, as one is that was cut off when the program was killed."""
    from loaders.collection_folders import list_collections
    from loaders.decisions.log import NAME, LogError, read_log

    found = []
    for one in list_collections(root):
        try:
            found += [f"{one.name}: line {line.line} of {NAME}: {line.why}" for line in read_log(one.folder).passed[:5]]
        except LogError as error:
            found.append(f"{one.name}: {error}")
    return found


def warm_up() -> None:
    """Import and compute what the first page needs, while the browser loads the rest of it."""
    from loaders.vocabulary import load_kinds, load_topics

    load_kinds()
    load_topics()


if __name__ == "__main__":
    main()
