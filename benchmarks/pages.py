"""How quickly the timeline opens and answers, as a reader sees it: python benchmarks/pages.py [DIR ...] [--events N ...].

Each DIR holds built tables; for each N tables of so many events are generated. On each of them, in turns, the dashboard and
a plain page (plain_page.py: all events in one Plotly chart) are started anew and opened in a browser with an empty window that
has never seen them. Printed are seconds, medians: from the start of the server to the drawn timeline, and from a click
to the frame in which its answer is drawn, taken in the browser; and what the server sends for a first view, without the
scripts that both load. `--no-plain` leaves the plain page out: a million events in it take minutes.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.generate import generate  # noqa: E402
from loaders.query.rows import count_events  # noqa: E402
from loaders.query.selection import Selection  # noqa: E402
from loaders.tables.store import open_store, write_tables  # noqa: E402
from tests.browser.conftest import FLAGS  # noqa: E402
from tests.browser.find_chromium import find_chromium  # noqa: E402

PLAIN = ("streamlit", "run", "benchmarks/plain_page.py", "--server.headless", "true", "--server.port")
OURS = ("pages.server.start", "--no-browser", "--port")
START, SENT = "from the start to a drawn timeline", "sent for a first view, MB"
LONGEST = 240_000
"""Milliseconds that anything is waited for."""
CALM = 1500
"""Milliseconds between two steps, in which what still comes in comes in."""

WATCH = """(drawn) => {
    const before = eval(drawn), frame = () => new Promise(requestAnimationFrame);
    let clicked = 0;
    addEventListener("pointerdown", (event) => { clicked = event.timeStamp; }, { capture: true, once: true });
    window.answered = (async () => {
        while (!clicked || !eval(drawn) || eval(drawn) === before) await frame();
        return (await frame()) - clicked;
    })();
}"""
"""Waits, frame by frame, until what `drawn` gives is another than before; its milliseconds begin with the press."""
OURS_DRAWN = "document.querySelector('.timeline[data-drawn]')?.dataset.times"
PLAIN_DRAWN = """document.querySelector('.js-plotly-plot canvas')
    && document.querySelector('.js-plotly-plot')._fullData?.[0]?.x?.length"""
VISIBLE_MARK = """() => {
    const chart = document.querySelector(".timeline-plot");
    const first = chart.getBoundingClientRect().left + chart._fullLayout._size.l;
    const boxes = [...document.querySelectorAll('.timeline-plot .points path')].map((mark) => mark.getBoundingClientRect());
    const box = boxes.find((box) => box.left > first && box.right < innerWidth - 40 && box.bottom < innerHeight);
    return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
}"""
"""The middle of the first mark that is in sight: those of earlier and later events are drawn beside the plot, too."""


def main() -> None:
    """Measure, and print one table for each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("built", type=Path, nargs="*")
    parser.add_argument("--events", type=int, nargs="*", default=[])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-plain", action="store_true")
    parsed = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as made:
        folders = list(parsed.built)
        for n in parsed.events:
            folders.append(Path(made) / str(n))
            write_tables(generate(n, 2_000, 1), folders[-1])
        for folder in folders or [ROOT / "data" / "built"]:
            show(compare(playwright, folder.resolve(), parsed.runs, plain=not parsed.no_plain), folder)


def compare(playwright: Playwright, built: Path, runs: int, plain: bool) -> dict[str, tuple[list[float], list[float]]]:
    """For each step what it took here and on the plain page, in turns."""
    took: dict[str, tuple[list[float], list[float]]] = {}
    for _ in range(runs):
        for way in (0, 1) if plain else (0,):
            for name, value in measure(playwright, built, PLAIN if way else OURS).items():
                took.setdefault(name, ([], []))[way].append(value)
    return took


def show(took: dict[str, tuple[list[float], list[float]]], built: Path) -> None:
    n = count_events(open_store(built), Selection())
    print(f"{f'{n:,} events, seconds':42s}{'here':>8s}{'(from–to)':>16s}{'plain':>8s}{'(from–to)':>16s}")
    for name, ways in took.items():
        told = (
            f"{statistics.median(one):8.2f}{f'({min(one):.2f}–{max(one):.2f})':>16s}" if one else "" for one in ways
        )
        print(f"{name:42s}{''.join(told)}")


def measure(playwright: Playwright, built: Path, command: tuple[str, ...]) -> dict[str, float]:
    """What each step takes, on a server and in a browser of its own."""
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
    # The steps look into the page by evaluating words, which its policy forbids.
    page = browser.new_context(viewport={"width": 1400, "height": 1000}, bypass_csp=True).new_page()
    page.set_default_timeout(LONGEST)
    sent = [0]
    page.on("websocket", lambda it: it.on("framereceived", lambda frame: sent.append(sent.pop() + len(frame))))
    drawn = OURS_DRAWN if command is OURS else PLAIN_DRAWN
    started = time.perf_counter()
    try:
        with _serve(built, command) as address:
            page.goto(address)
            page.wait_for_function(drawn)
            took = {START: time.perf_counter() - started}
            page.wait_for_timeout(CALM)
            took[SENT] = sent[0] / 1e6
            for name, step in (_steps if command is OURS else _plain_steps)(page).items():
                took[name] = _answer(page, drawn, step)
            return took
    finally:
        browser.close()


@contextmanager
def _serve(built: Path, command: tuple[str, ...]) -> Iterator[str]:
    """The address of a new server, as soon as it listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "DATELINE_BUILT": str(built)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen([sys.executable, "-m", *command, str(port)], cwd=ROOT, env=environment, **quiet)
    try:
        while not _listens(port):
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def _listens(port: int) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def _answer(page: Page, drawn: str, step: Callable[[], object]) -> float:
    """Seconds from the press to the frame in which what is drawn is another."""
    page.evaluate(WATCH, drawn)
    step()
    seconds = float(page.evaluate("() => window.answered")) / 1000
    page.wait_for_timeout(CALM)
    return seconds


def _steps(page: Page) -> dict[str, Callable[[], object]]:
    tick = page.locator('[data-testid="stPopoverBody"] [data-testid="stCheckbox"] label')
    page.locator(".st-key-open_kinds button").click()
    tick.first.wait_for()
    page.wait_for_timeout(CALM)
    return {
        "the first filter": lambda: tick.first.click(),
        "another filter": lambda: tick.nth(1).click(),
        "a zoom step": lambda: page.get_by_role("button", name="Zoom in").click(),
        "another zoom step": lambda: page.get_by_role("button", name="Zoom in").click(),
        "a pick": lambda: page.mouse.click(*page.evaluate(VISIBLE_MARK)),
    }


def _plain_steps(page: Page) -> dict[str, Callable[[], object]]:
    pill = page.locator('[data-testid="stButtonGroup"] button')
    return {"the first filter": lambda: pill.first.click(), "another filter": lambda: pill.nth(1).click()}


if __name__ == "__main__":
    main()
