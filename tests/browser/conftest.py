"""The running dashboard on the built digests, and a real headless Chromium to walk through it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

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


@pytest.fixture(scope="session")
def tables(tmp_path_factory):
    """Folder and tables of the built digests."""
    folder = tmp_path_factory.mktemp("built")
    return folder, build([ROOT / "data" / "documents"], folder)


@pytest.fixture(scope="session")
def server(tables):
    """Address of a dashboard of its own on a free port of this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "pages.server.start", "--no-browser", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "DATELINE_BUILT": str(tables[0])},
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
def chromium():
    path = find_chromium()
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, server):
    """Open an address of the dashboard in a window of a size; `visit("/quotes", width=390)` gives Playwright's Page."""
    contexts, problems = [], []

    def visit(path: str = "/", width: int = 1400, height: int = 1000, **options: object) -> Page:
        # Playwright itself evaluates strings, which the policy of the pages forbids; test_policy.py holds that.
        bypass = {"bypass_csp": True} | options
        context = chromium.new_context(viewport={"width": width, "height": height}, **bypass)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: problems.append(request.url) if _leaves_machine(request.url) else None)
        page.goto(server + path)
        settle(page)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert problems == []


def _leaves_machine(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:"))


def settle(page: Page) -> None:
    """Wait until the page has run and nothing on it is stale or a placeholder."""
    page.wait_for_selector("h1")
    quiet = """() => document.querySelector('[data-test-script-state="notRunning"]')
        && !document.querySelector('.stSkeleton, [data-stale="true"]')"""
    # Right after a click the state still says that nothing runs; twice quiet, a little apart, is settled.
    for _ in range(2):
        page.wait_for_timeout(400)
        page.wait_for_function(quiet)
