"""The running dashboard on the built digests, and a real headless Chromium to walk through it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Page, Playwright, Request, WebSocket, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from loaders.build import build
from tests.browser.find_chromium import MISSING, find_chromium

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
START_SECONDS = 60
OURS = ("pages.server.start", "--no-browser", "--port")
STREAMLITS = ("streamlit", "run", "dashboard.py", "--server.headless", "true", "--server.port")
"""What is run, a port after it."""


@pytest.fixture(scope="session")
def tables(tmp_path_factory):
    """Folder and tables of the built digests."""
    folder = tmp_path_factory.mktemp("built")
    return folder, build([ROOT / "data" / "documents"], folder)


@pytest.fixture(scope="session")
def server(tables):
    """Address of a dashboard of its own on a free port of this machine."""
    with serve(tables[0]) as address:
        yield address


@contextmanager
def serve(built: Path, root: Path = ROOT, start: Sequence[str] = OURS) -> Iterator[str]:
    """While this lasts, a dashboard on a folder of built tables; gives its address. `root` is the checkout that runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", *start, str(port)],
        cwd=root,
        env={**os.environ, "DATELINE_BUILT": str(built)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(START_SECONDS * 5):
        assert process.poll() is None, "the dashboard stopped while it started"
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the dashboard did not start within {START_SECONDS} s")


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(driver):
    browser = driver.chromium.launch(executable_path=_find_chromium(), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def profile(driver, tmp_path_factory):
    """A browser that keeps the scripts that it has compiled: a page opens in half of the work."""
    # Playwright itself evaluates strings, which the policy of the pages forbids; test_policy.py holds that.
    context = driver.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"), executable_path=_find_chromium(), args=FLAGS, bypass_csp=True
    )
    yield context
    context.close()


def _find_chromium() -> str:
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    return str(path)


@pytest.fixture(scope="session")
def tabs(profile) -> list[Page]:
    """Tabs that no test uses; one that is open already shows a page in half of the work that a new one needs."""
    return []


@pytest.fixture
def visit(request, profile, tabs, server):
    """Open an address of the dashboard in a window of a size; `visit("/quotes", width=390)` gives Playwright's Page.

    With further options it is a window of a browser that knows nothing. With `home` it is another server's.
    """
    opened, borrowed, problems = [], [], []

    def note_error(error: object) -> None:
        problems.append(str(error))

    def note_request(request: Request) -> None:
        if _leaves_machine(request.url):
            problems.append(request.url)

    def open_window(width: int, height: int, options: dict[str, object], home: str) -> Page:
        size = {"width": width, "height": height}
        if options:
            fresh = request.getfixturevalue("chromium").new_context(viewport=size, bypass_csp=True, **options)
            opened.append(fresh)
            return fresh.new_page()
        page = tabs.pop() if tabs else profile.new_page()
        borrowed.append(page)
        page.set_viewport_size(size)
        forgets = profile.new_cdp_session(page)
        forgets.send("Storage.clearDataForOrigin", {"origin": home, "storageTypes": "cookies,local_storage,indexeddb"})
        forgets.detach()
        return page

    def visit(path: str = "/", width: int = 1400, height: int = 1000, home: str = server, **options: object) -> Page:
        page = open_window(width, height, options, home)
        page.set_default_timeout(30_000)
        page.on("pageerror", note_error)
        page.on("request", note_request)
        watch(page)
        page.goto(home + path)
        settle(page)
        return page

    yield visit
    for window in opened:
        window.close()
    for page in borrowed:
        _give_back(page, tabs, note_error, note_request)
    assert problems == []


def _give_back(
    page: Page, tabs: list[Page], note_error: Callable[[object], None], note_request: Callable[[Request], None]
) -> None:
    """Let the next test find a tab as if it were new."""
    page.remove_listener("pageerror", note_error)
    page.remove_listener("request", note_request)
    page.emulate_media(media="null", color_scheme="null")
    page.mouse.move(0, 0)
    page.goto("about:blank")
    tabs.append(page)


def _leaves_machine(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:"))


class Runs:
    """Whether the server runs a script for a page, as the messages between the two say."""

    def __init__(self, page: Page) -> None:
        self._asked, self._running = True, False
        page.on("websocket", self._listen)

    def expect(self) -> None:
        """Say that the page is about to be opened."""
        self._asked, self._running = True, False

    @property
    def busy(self) -> bool:
        return self._asked or self._running

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes) and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script":
            self._asked = True

    def _received(self, frame: bytes | str) -> None:
        # The messages that begin and end a run are small; tables and figures need not be looked at.
        if isinstance(frame, str) or len(frame) > LARGEST_SIGNAL:
            return
        message = ForwardMsg.FromString(frame)
        if message.WhichOneof("type") == "new_session":
            self._asked, self._running = False, True
        elif message.WhichOneof("type") == "script_finished":
            self._running = False


LARGEST_SIGNAL = 20_000
RUNS: WeakKeyDictionary[Page, Runs] = WeakKeyDictionary()
QUIET = """() => document.querySelector("h1")
    && !document.querySelector('.stSkeleton, [data-stale="true"]')
    && [...document.querySelectorAll(".timeline")].every((chart) => chart.dataset.drawn && !chart.dataset.waiting)
    && document.body.querySelectorAll("*").length"""
"""How many elements there are, where nothing is stale or waited for: what has been told may not have been drawn yet."""
RESTLESS = """() => [...document.querySelectorAll('.stSkeleton, [data-stale="true"], .timeline:not([data-drawn]), .timeline[data-waiting]')]
    .map((element) => element.outerHTML.slice(0, 120))"""
PAUSE = 110
"""Milliseconds after which what a reader does has been told to the server: the timeline waits 80 before it does."""
LONGEST = 30


def watch(page: Page) -> None:
    """Take notice of the runs of a page, before it is opened."""
    if page not in RUNS:
        RUNS[page] = Runs(page)
    RUNS[page].expect()


def settle(page: Page) -> None:
    """Wait until the page has run and nothing on it is stale or a placeholder."""
    until = time.monotonic() + LONGEST
    calm, elements = 0, 0
    page.wait_for_timeout(PAUSE)
    while calm < 3:
        assert time.monotonic() < until, (
            f"the page never came to rest: {page.url} {RUNS[page].busy} {page.evaluate(RESTLESS)}"
        )
        now = 0 if RUNS[page].busy else int(page.evaluate(QUIET) or 0)
        quiet = now > 0
        calm, elements = (calm + 1 if now == elements else 1) if quiet else 0, now
        if calm < 3:
            page.wait_for_timeout(PAUSE / 2 if quiet else 25)
