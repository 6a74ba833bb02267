"""Makes pages/timeline.png, the picture in README.md, from the running dashboard on the bundled documents.

python benchmarks/screenshot.py
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from loaders.build import build  # noqa: E402
from loaders.query.rows import select_events  # noqa: E402
from loaders.query.selection import Selection  # noqa: E402
from loaders.tables.store import open_store  # noqa: E402
from tests.browser.conftest import FLAGS, settle, watch  # noqa: E402
from tests.browser.find_chromium import find_chromium  # noqa: E402


def main() -> None:
    """Build, serve, open with one event picked, and take the picture."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        build([ROOT / "data" / "documents"], Path(folder))
        events = select_events(open_store(Path(folder)), Selection(kinds=("call",)))
        event_id = events.sort_values("n_documents", ascending=False)["event_id"].iloc[0]
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless", "true"]
        environment = {**os.environ, "DATELINE_BUILT": folder}
        server = subprocess.Popen([*command, "--server.port", str(port)], cwd=ROOT, env=environment)
        try:
            take(f"http://127.0.0.1:{port}", event_id)
        finally:
            server.terminate()
            server.wait()


def take(address: str, event_id: str) -> None:
    """The picture of the timeline with one event picked."""
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                break
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        watch(page)
        page.goto(f"{address}/?event={event_id}")
        page.wait_for_selector(".timeline[data-drawn]")
        settle(page)
        # The evidence follows the timeline.
        page.wait_for_selector(".st-key-card h3")
        settle(page)
        page.screenshot(path=str(ROOT / "pages" / "timeline.png"))
        browser.close()


if __name__ == "__main__":
    main()
