"""Where rows that an editor wrote are lost: `python benchmarks/losses.py FOLDER [--half even] [--weight background] [--show]`.

FOLDER holds `score_chronology.py` and documents/NAME.txt beside NAME.json. One row of the table is one kind of text, one column
one stage: no sentence of the editor's row tells a happening; all that do are dated otherwise; no line could be written; it was
joined with another happening; it weighs too little.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.weights import read_page
from loaders.extract.events import find_rows
from loaders.extract.events.page import Page
from loaders.extract.events.rows import make_drafts, make_row
from loaders.extract.events.telling import Draft
from loaders.extract.events.worth import Row, judge, worth_of_rows
from loaders.read import find_sources, read_documents
from loaders.records import Span
from loaders.vocabulary import load_vocabulary

STAGES = ("no happening", "wrong date", "no line", "joined", "below")


def stage(page: Page, drafts: Sequence[Draft], rows: Sequence[Row], gold: dict[str, Any], scorer: Any) -> str:
    """At which stage a row of the editor's is lost; empty where a row is kept that tells it at its time."""
    text = page.document.text
    spans = [span for piece in [gold["evidence"], *gold.get("more", [])] if (span := scorer.find(text, piece))]
    there = [draft for draft in drafts if _touches(page, draft, spans)]
    if not there:
        return STAGES[0]
    timely = [draft for draft in there if _is_then(draft, gold, scorer)]
    if not timely:
        return STAGES[1]
    told = [row for row in rows if _touches(page, row.draft, spans) and _is_then(row.draft, gold, scorer)]
    if not told:
        return STAGES[3] if any(make_row(page, draft).draft.line.text for draft in timely) else STAGES[2]
    weights = worth_of_rows(page.document.language, page.vocabulary.folder)
    return "" if any(judge(row, weights) for row in told) else STAGES[4]


def _touches(page: Page, draft: Draft, spans: Sequence[Span]) -> bool:
    own = [page.sentences[number] for number in draft.sentences]
    return any(a < d and c < b for a, b in own for c, d in spans)


def _is_then(draft: Draft, gold: dict[str, Any], scorer: Any) -> bool:
    date = draft.happening.date
    edtf = str(date.edtf) if date else draft.interval[0].date().isoformat()
    days = scorer.predicted(SimpleNamespace(start=draft.interval[0], end=draft.interval[1], date=edtf))
    return any(scorer.same(days, other) for other in [gold["date"], *gold.get("alt_dates", [])])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), default="odd")
    parser.add_argument("--weight", choices=("main", "background"), default="main")
    parser.add_argument("--show", action="store_true", help="name each lost row")
    given = parser.parse_args()
    made = importlib.util.spec_from_file_location("scorer", given.folder / "score_chronology.py")
    assert made is not None
    assert made.loader is not None
    scorer = importlib.util.module_from_spec(made)
    made.loader.exec_module(scorer)
    vocabulary = load_vocabulary()
    sources, _ = find_sources([given.folder / "documents"])
    by_stem = {Path(source.path).stem: source for source in sources if str(source.path).endswith(".txt")}
    golds, lost = Counter[str](), defaultdict[str, Counter[str]](Counter)
    for path in sorted((given.folder / "documents").glob("*.json"))[given.half == "even" :: 2]:
        editor = json.loads(path.read_text(encoding="utf-8"))
        page = read_page(read_documents(by_stem[path.stem])[0], vocabulary)
        found = page.happenings()
        drafts = [draft for happening in (*found, *page.undated(found)) for draft in make_drafts(page, happening)]
        rows = find_rows(page)
        for gold in editor["rows"]:
            if gold["weight"] != given.weight:
                continue
            golds[editor["text_kind"]] += 1
            where = stage(page, drafts, rows, gold, scorer)
            lost[editor["text_kind"]][where] += 1
            if given.show and where:
                print(f"{path.stem}: {where}: {gold['date']} {gold['title']}")
    shown = STAGES
    print(f"{'':14}{'gold':>6}" + "".join(f"{name:>14}" for name in shown))
    for kind in sorted(golds):
        print(f"{kind:14}{golds[kind]:6}" + "".join(f"{lost[kind][name]:14}" for name in shown))
    print(f"{'all':14}{golds.total():6}" + "".join(f"{sum(c[name] for c in lost.values()):14}" for name in shown))


if __name__ == "__main__":
    main()
