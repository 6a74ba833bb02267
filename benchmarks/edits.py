"""How long a correction takes until the tables hold it, in seconds from saving, by the number of documents.

"Shown": its rows and its event are made anew (patch). "Settled": all accounts are compared again (replay). In brackets the
seconds of processor, which other work on the machine changes less. Below the table the same for documents: one more, one in
place of another, one taken out, from the button until the tables hold it (arrive; asked are 2 s at 1,000 documents), and until
they are those of a whole build (make_whole).

Made-up reports of a dozen sentences each, dates and names drawn anew, as many on one event as news has; or the texts of a
folder. For each size the median of some saves, of each kind of field, and of an undoing; all in one process, as on the page.

python benchmarks/edits.py [--sizes 5,564,1000] [--documents FOLDER] [--saves 5]
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from loaders.arrivals import arrive, make_whole  # noqa: E402
from loaders.brought import Brought  # noqa: E402
from loaders.build import build, process_document  # noqa: E402
from loaders.collection import add, remember_sources, take_out  # noqa: E402
from loaders.decisions.anchors import target_event, target_quote  # noqa: E402
from loaders.decisions.log import decide, turn  # noqa: E402
from loaders.decisions.records import Wish  # noqa: E402
from loaders.patch import patch  # noqa: E402
from loaders.read import find_sources, read_documents  # noqa: E402
from loaders.replay import replay  # noqa: E402
from loaders.tables.store import read_tables  # noqa: E402

WHEN = "2026-11-28T10:05:00"
GIVEN, SURNAMES = (
    "Ana Bo Cy Di Eva Finn Gil Hana Ivo Jo".split(),
    "Ruiz Lund Moon Sand Holm Berg Vale Stone Ford Reed".split(),
)
TOWNS, THINGS = "Kelna Norvik Ostra Velm Tarn Ulme".split(), "ferry harbour library bridge railway school canal".split()
MONTHS = "January February March April May June July August September October November December".split()
SENTENCES = (
    "{a} and {b} held talks in {town} on {day} about the {thing}.",
    "“The {thing} will stay,” {a} said.",
    "{b} visited {town} in {month} {year} and opened the {thing} there.",
    "{a} had signed an agreement on the {thing} with {b} on {earlier}.",
    "The council of {town} voted on {earlier} to close the {thing}.",
    "“We were not asked,” said {b}, who resigned in {year}.",
    "A fire destroyed the {thing} of {town} on {earlier}.",
    "{a} told reporters that the {thing} would open again next spring.",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="5,564,1000")
    parser.add_argument("--documents", type=Path, help="texts to take in place of made-up ones")
    parser.add_argument("--saves", type=int, default=5)
    chosen = parser.parse_args()
    print(
        "| documents | mentions | | date | title | who | hide | speaker | undo |\n|---|---|---|---|---|---|---|---|---|"
    )
    for size in map(int, chosen.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            place = chosen.documents or write_documents(Path(folder) / "documents", size)
            build([place], Path(folder) / "out")
            print_times(Path(folder) / "out", chosen.saves)
            print_arrivals(Path(folder) / "out", place, chosen.saves)
        if chosen.documents:
            break


def write_documents(folder: Path, size: int) -> Path:
    """Made-up reports, the same ones each time."""
    folder.mkdir()
    chance = random.Random(7)
    for number in range(size):
        (folder / f"report-{number:05d}.txt").write_text(write_report(chance), encoding="utf-8")
    return folder


def write_report(chance: random.Random) -> str:
    people = [f"{chance.choice(GIVEN)} {chance.choice(SURNAMES)}" for _ in range(2)]
    year, month = chance.randint(1990, 2023), chance.choice(MONTHS)
    words: dict[str, Any] = {"a": people[0], "b": people[1], "year": year - 3, "month": month, "day": f"{month} 3"}
    body = []
    for sentence in chance.sample(SENTENCES, k=len(SENTENCES)) + chance.sample(SENTENCES, k=4):
        earlier = f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {year - chance.randint(1, 9)}"
        more = {"earlier": earlier, "town": chance.choice(TOWNS), "thing": chance.choice(THINGS)}
        body.append(sentence.format(**words, **more))
    return f"News of {chance.choice(TOWNS)}\n{month} 5, {year}\n\n" + "\n\n".join(body) + "\n"


KINDS = ("date", "title", "who", "hide", "speaker", "undo")


def print_times(out: Path, saves: int) -> None:
    """Two rows of the table: until a correction is shown, and from then until all is settled."""
    tables = read_tables(out)
    times: dict[str, list[tuple[Time, Time]]] = {}
    for kind, step in save_each(out, tables, saves):
        times.setdefault(kind, []).append((timed(patch, out), timed(replay, out)))
        if kind == "speaker":
            turn(out, "undo", step, WHEN)
            times.setdefault("undo", []).append((timed(patch, out), timed(replay, out)))
    for number, name in enumerate(("shown", "settled")):
        row = [say_median([pair[number] for pair in times[kind]]) for kind in KINDS]
        print(f"| {len(tables['documents'])} | {len(tables['mentions'])} | {name} | {' | '.join(row)} |", flush=True)


def print_arrivals(out: Path, documents: Path, times: int) -> None:
    """A line below the table: how long it takes until documents have come, changed and gone."""
    remember_sources(out, [documents])
    build([documents], out)
    chance, found = random.Random(13), dict[str, list[tuple[Time, Time]]]()
    arrive(out)
    for number in range(times):
        one, other = (Brought(f"one-more-{number}.txt", write_report(chance).encode()) for _ in range(2))
        for kind, leaves, comes in (("added", (), (one,)), ("replaced", (one,), (other,)), ("taken out", (other,), ())):
            for file in leaves:
                take_out(out, file.name)
            for file in comes:
                add(out, [file])
            # Looking into a file before it is stored has made ready what reads it.
            process_document(read_documents(find_sources([documents])[0][0])[0])
            found.setdefault(kind, []).append((timed(arrive, out), timed(make_whole, out)))
    for number, name in enumerate(("shown", "whole")):
        told = ", ".join(f"{kind} {say_median([pair[number] for pair in pairs])}" for kind, pairs in found.items())
        print(f"\n{name}: {told}", flush=True)


Time = tuple[float, float]
"""Seconds on the clock, and of processor."""


def say_median(times: list[Time]) -> str:
    clock, processor = (statistics.median(column) for column in zip(*times, strict=True))
    return f"{clock:.2f} ({processor:.2f})"


def save_each(out: Path, tables: dict[str, Any], saves: int) -> Iterator[tuple[str, str]]:
    """Write decisions one by one; each kind of them with its step."""
    documents = {row["document_id"]: row for row in tables["documents"].to_dict("records")}
    chance = random.Random(11)
    mentions, quotes = tables["mentions"].to_dict("records"), tables["quotes"].to_dict("records")
    day = {"date": "2001-02-03", "start": "2001-02-03T00:00:00", "end": "2001-02-04T00:00:00", "precision": "day"}
    who = {"add": [{"id": "eva-holm", "name": "Eva Holm", "kind": "person"}], "remove": []}
    for _ in range(saves):
        mention, quote = chance.choice(mentions), chance.choice(quotes)
        event = target_event(mention, documents[mention["document_id"]])
        said = target_quote(quote, documents[quote["document_id"]])
        for kind, wish in (
            ("date", Wish(event, "date", None, day)),
            ("title", Wish(event, "title", None, "A title that a reader wrote")),
            ("who", Wish(event, "who", None, who)),
            ("hide", Wish(event, "hidden", None, True)),
            ("speaker", Wish(said, "speaker", None, {"id": "eva-holm", "name": "Eva Holm"})),
        ):
            yield kind, decide(out, [wish], WHEN)[0].step


def timed(do: Callable[[Path], bool], out: Path) -> Time:
    begun, worked = time.perf_counter(), time.process_time()
    assert do(out)
    return time.perf_counter() - begun, time.process_time() - worked


if __name__ == "__main__":
    main()
