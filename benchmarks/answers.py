"""How quickly the tables answer, with their index and by a look at every row: python benchmarks/answers.py DIR [DIR ...].

Each DIR holds built tables (benchmarks/generate.py makes some). For each question of a page there are the milliseconds of both
ways, in turns, each time about other dates or another word, so that nothing is remembered; medians. No browser, no server.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from loaders.query import choices, chronology, density, marks, overview, quoted, rows  # noqa: E402
from loaders.query.selection import Selection  # noqa: E402
from loaders.tables.store import Store, open_store  # noqa: E402

WORDS = ["harvest", "“border crossing”", "Nairobi", "Abara", "ferr", "“water rights”", "Horvat", "vaccines"]


def main() -> None:
    """Measure and print one line for each question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("built", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parsed = parser.parse_args()
    for folder in parsed.built:
        store = open_store(folder)
        took: dict[str, tuple[list[float], list[float]]] = {}
        for number in range(parsed.runs):
            for way, asked in enumerate((store, replace(store, index=None))):
                for name, seconds in ask(asked, random.Random(number), number).items():
                    took.setdefault(name, ([], []))[way].append(seconds * 1000)
        n = rows.count_events(store, Selection())
        print(f"{n:,} events, ms{'index':>30s}{'every row':>12s}")
        for name, (quick, slow) in took.items():
            print(f"  {name:34s}{statistics.median(quick):10.1f}{statistics.median(slow):12.1f}")


def ask(store: Store, order: random.Random, number: int) -> dict[str, float]:
    """Seconds of each question, the first of them about a selection that was not asked for before."""
    start = datetime(order.randrange(1950, 2020), order.randrange(1, 13), order.randrange(1, 28))
    chosen = Selection(start=start, min_weight=0.5)
    window = (start, datetime(2024, 1, 1))
    step = (window[0], window[0] + (window[1] - window[0]) / 4)
    words = Selection(words=WORDS[number % len(WORDS)])
    picked = store.query("SELECT event_id FROM events ORDER BY hash(event_id, ?) LIMIT 1", [number])["event_id"].iloc[0]

    def look(window: tuple[datetime, datetime]) -> None:
        lanes = marks.count_lanes(store, chosen.within(window), "leaders", 6)
        found = marks.select_marks(store, chosen, window, "leaders", lanes.ids)
        drawn = [(leader, row.event_id) for row in found.itertuples() for leader in row.leaders]
        density.count_cells(store, chosen, window, "leaders", lanes.ids, drawn, (window[1] - window[0]) / 20)

    def filter_dates() -> None:
        rows.count_totals(store, chosen)
        chronology.count_weights(store, chosen, (0.5, 0.3, 0.12, 0.0))
        marks.profile(store, chosen)
        overview.count_through_time(store, chosen)
        look(window)
        chronology.select_chronology(store, chosen.within(window))
        rows.count_mentions(store, chosen.within(window))
        choices.count_choices(store, chosen, "leaders")
        choices.count_choices(store, chosen, "topics")

    def pick() -> None:
        rows.get_event(store, picked)
        rows.mentions_of(store, picked)
        quoted.quotes_of(store, picked)
        rows.links_of(store, picked)

    def zoom() -> None:
        look(step)
        chronology.select_chronology(store, chosen.within((step[0], step[1] + timedelta(days=1))))

    steps: dict[str, Callable[[], object]] = {
        "a filter of dates, all of the page": filter_dates,
        "a zoom step, chart and list": zoom,
        "a pick": pick,
        "words: how many": lambda: rows.count_events(store, words),
        "words: the first 50": lambda: chronology.select_chronology(store, words),
        "words: the first 50 quotes": lambda: quoted.select_quotes(store, words, limit=50),
    }
    return {name: _seconds(step) for name, step in steps.items()}


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
