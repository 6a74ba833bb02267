"""The bundled digests, built and held against the gold beside them: what a careful reader finds in each.

An event's date is right where its first and last day are those of the gold (or of an `alt` that it allows). Leaders are
compared over all events of one date of a document, names that the gold calls optional left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pytest

from loaders.build import make_tables
from loaders.query.selection import fold
from loaders.read import find_sources
from loaders.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parent.parent
GOLD = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "tests" / "gold").glob("*.json")}
IDS = {leader.name: leader.leader_id for leader in load_vocabulary().leaders.values()}

Days = tuple[str, str]


@dataclass
class Tally:
    right: int = 0
    found: int = 0
    wanted: int = 0
    missed: list[object] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted)


@pytest.fixture(scope="module")
def tables():
    return make_tables(find_sources([ROOT / "data" / "documents"])[0])


@pytest.fixture(scope="module")
def by_stem(tables):
    return {Path(row.path).stem: row.document_id for row in tables["documents"].itertuples()}


def days(row) -> Days:
    last = row.end - pd.Timedelta(microseconds=1)
    return str(row.start.date()), str(last.date())


def allowed(event) -> list[Days]:
    return [(event["start"], event["end"]), *((alt["start"], alt["end"]) for alt in event.get("alt", ()))]


def test_published_dates(tables, by_stem):
    published = {row.document_id: str(row.published.date()) for row in tables["documents"].itertuples()}
    assert {stem: published[by_stem[stem]] for stem in GOLD} == {stem: gold["published"] for stem, gold in GOLD.items()}


def test_main_events_are_all_found(tables, by_stem):
    found = {(row.document_id, days(row)) for row in tables["mentions"].itertuples()}
    missed = [
        event["what"]
        for stem, gold in GOLD.items()
        for event in gold["events"]
        if event["main"] and not any((by_stem[stem], span) in found for span in allowed(event))
    ]
    assert missed == []


def test_event_dates(tables, by_stem):
    recall, precision = Tally(), Tally()
    for stem, gold in GOLD.items():
        rows = tables["mentions"][tables["mentions"]["document_id"] == by_stem[stem]]
        spans = [days(row) for row in rows.itertuples()]
        listed = {span for event in gold["events"] for span in allowed(event)}
        optional = {(event["start"], event["end"]) for event in gold["optional_events"]} - listed
        for event in gold["events"]:
            recall.wanted += 1
            recall.right += any(span in spans for span in allowed(event))
        judged = [span for span in spans if span not in optional]
        precision.found += len(judged)
        precision.right += sum(span in listed for span in judged)
        precision.missed += [(stem, span) for span in judged if span not in listed]
    assert recall.recall >= 0.85
    assert precision.precision >= 0.85, precision.missed


def test_leaders_of_events(tables, by_stem):
    tally = Tally()
    for stem, gold in GOLD.items():
        rows = tables["mentions"][tables["mentions"]["document_id"] == by_stem[stem]]
        spans = {days(row) for row in rows.itertuples()}
        wanted: dict[Days, set[str]] = {}
        optional: dict[Days, set[str]] = {}
        for event in gold["events"]:
            span = next((span for span in allowed(event) if span in spans), None)
            if span:
                wanted.setdefault(span, set()).update(IDS[name] for name in event["leaders"])
                optional.setdefault(span, set()).update(IDS[name] for name in event.get("leaders_optional", ()))
        for span, names in wanted.items():
            found = {leader for row in rows.itertuples() if days(row) == span for leader in row.leaders}
            found -= optional[span] - names
            tally.right += len(found & names)
            tally.found += len(found)
            tally.wanted += len(names)
            tally.missed += [(stem, span, found ^ names)] if found != names else []
    assert tally.f1 >= 0.9, tally.missed


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def test_direct_quotes_and_their_speakers(tables, by_stem):
    quotes = tables["quotes"][tables["quotes"]["kind"] != "indirect"]
    wrong = []
    for stem, gold in GOLD.items():
        mine = quotes[quotes["document_id"] == by_stem[stem]]
        for quote in gold["quotes"]:
            start = letters(quote["text_start"])
            speakers = [row.speaker for row in mine.itertuples() if letters(row.text).startswith(start)]
            if IDS[quote["speaker"]] not in speakers:
                wrong.append((stem, quote["text_start"], speakers))
    assert wrong == []


def test_two_accounts_of_one_call_are_one_event(tables, by_stem):
    calls = tables["mentions"][tables["mentions"]["event_type"] == "call"]
    events = {
        stem: set(
            calls[
                (calls["document_id"] == by_stem[stem]) & calls["leaders"].map(lambda ids: "miguel-diaz-canel" in ids)
            ]["event_id"]
        )
        for stem in ("call-with-havana", "calls-with-cuba-and-ecuador")
    }
    assert len(events["call-with-havana"] & events["calls-with-cuba-and-ecuador"]) == 1


def test_what_two_digests_tell_is_one_event_of_two_sources(tables):
    several = tables["events"].query("n_sources > 1")
    assert several[["date", "event_type"]].to_numpy().tolist() == [["2021-08-30", "call"], ["2022-11-25", "meeting"]]
