"""Whether the accounts of one event in several papers are joined, and nothing else: `python benchmarks/accounts.py FOLDER`.

FOLDER holds `score_accounts.py`, `gold.json` and the documents. The scorer's own table is printed for all stories, then for
those of odd and of even place in the alphabet apart: rules are written while looking at the odd ones, and checked on the
even ones. What helps the one half and not the other is fitted to it, and is taken out.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.build import assemble, process
from loaders.read import find_sources
from loaders.rows import Rows
from loaders.tables.store import write_tables

Gold = Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="a line for each event")
    parser.add_argument("--keep", type=Path, help="a folder for the tables of all stories, to read them")
    chosen = parser.parse_args()
    gold = json.loads((chosen.folder / "gold.json").read_text(encoding="utf-8"))
    rows = read_rows(chosen.folder / "documents")
    stories = sorted(gold["clusters"])
    for what, names in (("all", stories), ("odd half", stories[::2]), ("even half", stories[1::2])):
        keep = chosen.keep if what == "all" else None
        print(
            f"== {what}, {len(names)} stories\n{score(chosen.folder, part_of(gold, names), rows, chosen.errors, keep)}"
        )


def read_rows(documents: Path) -> dict[str, Rows]:
    """The rows of each document by the stem of its name."""
    sources, _ = find_sources([documents])
    return {Path(source.path).stem: rows for source in sources for rows in process(source)}


def part_of(gold: Gold, stories: Iterable[str]) -> Gold:
    """What is known about some of the stories; an event goes with the story that its documents belong to."""
    clusters = {story: gold["clusters"][story] for story in stories}
    inside = {document for documents in clusters.values() for document in documents}
    events = {name: told for name, told in gold["events"].items() if inside >= told.keys()}
    return {"clusters": clusters, "events": events}


def score(folder: Path, gold: Gold, rows: Mapping[str, Rows], errors: bool, keep: Path | None) -> str:
    """The scorer's table for the documents of some stories, assembled by themselves."""
    inside = sorted(document for documents in gold["clusters"].values() for document in documents)
    some = sorted((rows[name] for name in inside), key=lambda tables: str(tables["documents"][0]["document_id"]))
    with tempfile.TemporaryDirectory() as work:
        built, known = keep or Path(work) / "built", Path(work) / "gold.json"
        write_tables(assemble(some).tables, built)
        known.write_text(json.dumps(gold), encoding="utf-8")
        command = [sys.executable, folder / "score_accounts.py", built, "--gold", known]
        return subprocess.run([*command, *["--errors"] * errors], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main()
