"""Starts the dashboard: python -m pages.shared.serve [--port 8501] [--no-browser]

`streamlit run dashboard.py` shows the same pages, later: there each of a hundred small files waits 40 ms, because the
sockets collect what they send (Nagle's algorithm); the slow imports begin when the first reader is there; and the
browser learns one layer after the other what it will need (page_start.py).
"""

from __future__ import annotations

import argparse
import logging
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware

from pages.shared.page_start import PageStart, early_parts

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
    chosen = parser.parse_args()
    port = find_port(chosen.port)
    address = f"http://localhost:{port}"
    print(f"\n  Dateline is at {address} (Ctrl+C ends it)\n", flush=True)
    # Streamlit believes that there is no one to open a browser for where there is no display.
    if not chosen.no_browser and not st.get_option("server.headless"):
        threading.Thread(target=_open_browser, args=(address, port), daemon=True).start()
    app = st.App(DASHBOARD, middleware=[Middleware(PageStart)], lifespan=_warming_up)
    uvicorn.run(app, host=HOST, port=port, log_level="warning", access_log=False, ws_per_message_deflate=False)


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


@asynccontextmanager
async def _warming_up(app: st.App) -> AsyncIterator[None]:
    # Streamlit has just told these loggers to write a line for every file that a browser fetches.
    for name in ("uvicorn.access", "uvicorn.error"):
        logging.getLogger(name).setLevel(logging.WARNING)
    threading.Thread(target=warm_up, daemon=True).start()
    yield


def warm_up() -> None:
    """Import and compute what the first page needs, while the browser loads the rest of it."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        early_parts()
        import plotly.graph_objects as go

        import pages.shared.filters
        import pages.shared.timeline_figure  # noqa: F401
        from loaders.vocabulary import load_vocabulary

        load_vocabulary()
        go.Figure([go.Scatter(x=[0.0], y=[0.0]), go.Bar(x=[0.0], y=[0.0])], layout=go.Layout(xaxis={"type": "date"}))
    finally:
        sys.setswitchinterval(usual)


if __name__ == "__main__":
    main()
