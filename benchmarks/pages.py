"""How quickly the dashboard opens and answers, in a real browser: python benchmarks/pages.py [--built DIR] [--runs 5].

Prints, in seconds: from `make run` on built tables to a drawn timeline (a new server each time, and a browser with an
empty window that has never seen the page; it is sent there as soon as the server listens, as `make run` does), from a
click on a filter to the timeline drawn without what it leaves out, from a click on a mark to its evidence, and from a
zoom step to the labels laid out for it.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import FLAGS  # noqa: E402
from tests.browser.find_chromium import find_chromium  # noqa: E402

VISIBLE_MARK = """() => {
    const chart = document.querySelector(".timeline-plot");
    const first = chart.getBoundingClientRect().left + chart._fullLayout._size.l;
    const boxes = [...document.querySelectorAll('.timeline-plot .points path')].map((mark) => mark.getBoundingClientRect());
    const box = boxes.find((box) => box.left > first && box.right < innerWidth - 40 && box.bottom < innerHeight);
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}"""
"""The middle of the first mark that is in sight: those of earlier and later events are drawn beside the plot, too."""


def main() -> None:
    """Measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--built", type=Path, default=ROOT / "data" / "built")
    parser.add_argument("--runs", type=int, default=5)
    parsed = parser.parse_args()
    rows: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        for _ in range(parsed.runs):
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            for name, seconds in measure(browser, parsed.built).items():
                rows.setdefault(name, []).append(seconds)
            browser.close()
    print(f"{'seconds, median of ' + str(parsed.runs):42s} {'median':>7s} {'least':>7s} {'most':>7s}")
    for name, values in rows.items():
        print(f"{name:42s} {statistics.median(values):7.2f} {min(values):7.2f} {max(values):7.2f}")


def measure(browser: Browser, built: Path) -> dict[str, float]:
    """Seconds of each step, on a server of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    started = time.perf_counter()
    server = subprocess.Popen(
        [sys.executable, "-m", "pages.server.start", "--no-browser", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "DATELINE_BUILT": str(built)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _listens(port):
            time.sleep(0.02)
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_selector(".timeline[data-drawn]")
        opened = time.perf_counter() - started
        page.wait_for_timeout(1500)
        return {"from the start to a drawn timeline": opened, **_steps(page)}
    finally:
        server.terminate()
        server.wait()


def _listens(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def _steps(page: Page) -> dict[str, float]:
    drawn = "() => document.querySelector('.timeline').dataset.times"
    steps = {
        "a filter change": lambda: page.locator(
            '[data-testid="stPopoverBody"] [data-testid="stCheckbox"] label'
        ).first.click(),
        "a pick": lambda: page.mouse.click(*page.evaluate(VISIBLE_MARK)),
        "a zoom step": lambda: page.get_by_role("button", name="Zoom in").click(),
    }
    page.locator(".st-key-open_leaders button").click()
    page.locator('[data-testid="stPopoverBody"] [data-testid="stCheckbox"]').first.wait_for()
    page.wait_for_timeout(800)
    taken = {}
    for name, act in steps.items():
        before = page.evaluate(drawn)
        started = time.perf_counter()
        act()
        page.wait_for_function("(before) => document.querySelector('.timeline').dataset.times !== before", arg=before)
        taken[name] = time.perf_counter() - started
        page.wait_for_timeout(800)
    return taken


if __name__ == "__main__":
    main()
