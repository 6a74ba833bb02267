"""Decisions on tables: what each does, found again after everything changed, and the same whatever way they came in."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from loaders import build as building
from loaders import kept as keeping
from loaders import replay as replaying
from loaders.__main__ import main
from loaders.build import build, make_tables, standing_in
from loaders.decisions.anchors import (
    find_row,
    target_document,
    target_event,
    target_passage,
    target_person,
    target_quote,
    target_words,
)
from loaders.decisions.log import decide, read_log, turn
from loaders.decisions.records import Target, Wish
from loaders.decisions.standing import find_standing
from loaders.decisions.targets import say_target
from loaders.kept import NAME as KEPT
from loaders.noted import NAME as NOTE
from loaders.noted import read_note
from loaders.patch import patch
from loaders.read import find_sources
from loaders.replay import SETTLING, replay, settle
from loaders.tables.conform import check
from loaders.tables.schema import Tables
from loaders.tables.store import open_store, read_tables, write_tables
from tests.texts import write_texts

TEXTS = {
    "call.txt": "A call\n2021-08-31 18:28\n\nAna Ruiz telephoned Bo Lund on August 30th. “Masks will come,” Ruiz said. "
    "Ruiz had opened the harbour of Kelna on 4 May 2019.\n",
    "report.txt": "The call\n1 September 2021\n\nBo Lund and Ana Ruiz spoke on the telephone on Monday about masks.\n",
    "ferry.txt": "The ferry\n6 May 2023\n\nCy Moon opened a ferry in Norvik on Friday. Cy Moon met Bo Lund in Norvik on 4 May 2023.\n",
    "visit.txt": "A visit\n5 May 2023\n\nBo Lund visited Norvik on Thursday and met Cy Moon there. “A good day,” Lund said.\n",
}
WHEN = "2026-11-28T10:05:00"
DAY = {"date": "2021-08-29", "start": "2021-08-29T00:00:00", "end": "2021-08-30T00:00:00", "precision": "day"}
YEAR = {"date": "1960~", "start": "1960-01-01T00:00:00", "end": "1961-01-01T00:00:00", "precision": "year"}
ADDED_EVENT = {
    **{
        "date": "1971",
        "start": "1971-01-01T00:00:00",
        "end": "1972-01-01T00:00:00",
        "precision": "year",
        "typed": "1971",
    },
    "title": "Lund is glad",
    "kind": "statement",
    "place": "Norvik",
    "people": [{"id": "di-sand", "name": "Di Sand", "kind": "person"}],
}
NEW = {"add": [{"id": "di-sand", "name": "Di Sand", "kind": "person"}], "remove": ["ana-ruiz", "bo-lund"]}


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    """A collection that nobody decided anything on; `documents` and `out`."""
    folder = tmp_path_factory.mktemp("collection")
    write_texts(folder, TEXTS)
    build([folder / "documents"], folder / "out")
    return folder


@pytest.fixture
def place(first, tmp_path) -> Path:
    shutil.copytree(first, tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


def find(tables: Tables, table: str, column: str, words: str) -> dict[str, Any]:
    [row] = [row for row in tables[table].to_dict("records") if words in str(row[column])]
    return row


def on(folder: Path, table: str, column: str, words: str) -> Target:
    """What a decision on a row of the tables as they are is about."""
    tables = read_tables(folder)
    row = find(tables, table, column, words)
    document = find(tables, "documents", "document_id", row["document_id"])
    if table == "documents":
        return target_document(document)
    return {"mentions": target_event, "quotes": target_quote, "annotations": target_words}[table](row, document)


def marked(folder: Path, path: str, words: str) -> Target:
    """What a decision on words is about that a reader marked in a document."""
    document = find(read_tables(folder), "documents", "path", path)
    start = document["text"].index(words)
    return target_passage(document, start, start + len(words))


def others(folder: Path, *words: str) -> list[dict[str, Any]]:
    """Other accounts, as a decision on several of them names them."""
    return [say_target(on(folder, "mentions", "sentence", one)) for one in words]


def version_of(documents: Path, out: Path) -> str:
    """The version that a whole build of the documents has, with what stands."""
    tables = make_tables(find_sources([documents])[0], decisions=standing_in(out))
    return write_tables(tables, out / "whole")


CHANGES: list[tuple[str, Callable[[Path], list[Wish]], Callable[[Tables], bool]]] = [
    (
        "a date",
        lambda out: [Wish(on(out, "mentions", "sentence", "telephoned"), "date", None, DAY)],
        lambda t: (
            find(t, "mentions", "sentence", "telephoned")["date"] == "2021-08-29"
            and find(t, "quotes", "text", "Masks")["said"] == "2021-08-29"
        ),
    ),
    (
        "a date that is less exact",
        lambda out: [Wish(on(out, "mentions", "sentence", "harbour"), "date", None, YEAR)],
        lambda t: find(t, "events", "date", "1960~")["precision"] == "year",
    ),
    (
        "a title and a kind, which no other account outvotes",
        lambda out: [
            Wish(on(out, "mentions", "sentence", "spoke"), "title", None, "The two agree on masks"),
            Wish(on(out, "mentions", "sentence", "spoke"), "kind", None, "pledge"),
        ],
        lambda t: find(t, "events", "title", "agree on masks")["event_type"] == "pledge",
    ),
    (
        "who took part",
        lambda out: [Wish(on(out, "mentions", "sentence", "visited"), "who", None, NEW)],
        lambda t: (
            "di-sand" in find(t, "mentions", "sentence", "visited")["leaders"]
            and find(t, "people", "leader_id", "di-sand")["name"] == "Di Sand"
        ),
    ),
    (
        "a place",
        lambda out: [Wish(on(out, "mentions", "sentence", "visited"), "place", None, "Kelna")],
        lambda t: find(t, "mentions", "sentence", "visited")["place"] == "Kelna",
    ),
    (
        "topics and a weight, which no other account outweighs",
        lambda out: [
            Wish(on(out, "mentions", "sentence", "spoke"), "topics", None, {"add": ["trade"], "remove": ["health"]}),
            Wish(on(out, "mentions", "sentence", "spoke"), "weight", None, 0.1),
        ],
        lambda t: (
            find(t, "mentions", "sentence", "spoke")["topics"] == ["trade"]
            and find(t, "events", "event_id", find(t, "mentions", "sentence", "spoke")["event_id"])["weight"] == 0.1
        ),
    ),
    (
        "an event that was overlooked, and then its place",
        lambda out: [
            Wish(marked(out, "visit", "A good day"), "event", None, ADDED_EVENT),
            Wish(
                marked(out, "ferry", "The ferry"),
                "event",
                None,
                ADDED_EVENT | {"title": "The ferry sails", "people": []},
            ),
        ],
        lambda t: (
            find(t, "events", "title", "Lund is glad")["leaders"] == ["di-sand"]
            and find(t, "people", "leader_id", "di-sand")["name"] == "Di Sand"
            and find(t, "mentions", "sentence", "A good day")["date"] == "1971"
        ),
    ),
    (
        "a quote that was overlooked",
        lambda out: [Wish(marked(out, "ferry", "in Norvik on 4 May"), "quote", None, {"people": NEW["add"]})],
        lambda t: find(t, "quotes", "text", "on 4 May")["speaker"] == "di-sand",
    ),
    (
        "an event is hidden",
        lambda out: [Wish(on(out, "mentions", "sentence", "telephoned"), "hidden", None, True)],
        lambda t: not any("telephoned" in words for words in t["mentions"]["sentence"]),
    ),
    (
        "a speaker",
        lambda out: [
            Wish(on(out, "quotes", "text", "good day"), "speaker", None, {"id": "cy-moon", "name": "Cy Moon"})
        ],
        lambda t: find(t, "quotes", "text", "good day")["speaker"] == "cy-moon",
    ),
    (
        "a quote is hidden",
        lambda out: [Wish(on(out, "quotes", "text", "good day"), "hidden", None, True)],
        lambda t: len(t["quotes"]) == 1,
    ),
    (
        "an event is right as it is",
        lambda out: [Wish(on(out, "mentions", "sentence", "opened a ferry"), "right", None, True)],
        lambda t: (
            find(t, "mentions", "sentence", "opened a ferry")["confidence"] == 1
            and find(t, "mentions", "sentence", "opened a ferry")["why"].startswith("confirmed by a reader; ")
        ),
    ),
    (
        "a quote is right as it is",
        lambda out: [Wish(on(out, "quotes", "text", "Masks"), "right", None, True)],
        lambda t: find(t, "quotes", "text", "Masks")["speaker_how"].startswith("confirmed by a reader: "),
    ),
    (
        "a document has no date to be had",
        lambda out: [Wish(on(out, "documents", "path", "visit"), "right", None, True)],
        lambda t: find(t, "documents", "path", "visit")["published_how"].startswith("confirmed by a reader; "),
    ),
    (
        "words are rightly of no event",
        lambda out: [Wish(on(out, "annotations", "text", "Thursday"), "right", None, True)],
        lambda t: find(t, "annotations", "how", "confirmed by a reader: ")["text"] == "Thursday",
    ),
    (
        "two accounts are of one event",
        lambda out: [Wish(on(out, "mentions", "sentence", "visited"), "same", None, others(out, "opened a ferry"))],
        lambda t: (
            find(t, "mentions", "sentence", "visited")["event_id"]
            == find(t, "mentions", "sentence", "opened a ferry")["event_id"]
        ),
    ),
    (
        "two accounts are not of one event",
        lambda out: [Wish(on(out, "mentions", "sentence", "telephoned"), "apart", None, others(out, "spoke"))],
        lambda t: (
            find(t, "mentions", "sentence", "telephoned")["event_id"]
            != find(t, "mentions", "sentence", "spoke")["event_id"]
        ),
    ),
    (
        "somebody whom nobody knew is right",
        lambda out: [Wish(target_person("cy-moon", "Cy Moon"), "right", None, True)],
        lambda t: find(t, "people", "leader_id", "cy-moon")["origin"] == "vocabulary",
    ),
    (
        "a disagreement is none",
        lambda out: [
            Wish(
                on(out, "mentions", "sentence", "telephoned"),
                "differ",
                None,
                {"about": "date", "state": "no conflict", "version": ""},
            )
        ],
        lambda t: not any("date" in some for some in t["events"]["disputed"]),
    ),
    (
        "a document's title and publisher",
        lambda out: [
            Wish(on(out, "documents", "path", "visit"), "title", None, "Lund in Norvik"),
            Wish(on(out, "documents", "path", "visit"), "publisher", None, "The Post"),
        ],
        lambda t: find(t, "documents", "title", "Lund in Norvik")["publisher"] == "The Post",
    ),
]


@pytest.fixture(scope="module")
def wishes(first) -> list[list[Wish]]:
    return [make(first / "out") for _, make, _ in CHANGES]


def test_each_decision_shows_at_once_and_is_undone(place, wishes):
    out = place / "out"
    before = open_store(out).version
    for (name, _, holds), some in zip(CHANGES, wishes, strict=True):
        step = decide(out, some, WHEN)[0].step
        assert patch(out), name
        tables = read_tables(out)
        check(tables)
        assert holds(tables), name
        turn(out, "undo", step, WHEN)
    assert patch(out)
    assert replay(out)
    assert open_store(out).version == before


def test_decisions_together_are_those_of_a_whole_build_and_stay_there(first, place, wishes):
    documents, out = first / "documents", place / "out"
    for (name, _, _), some in zip(CHANGES, wishes, strict=True):
        if "hidden" not in name:
            decide(out, some, WHEN)
    assert replay(out)
    built = open_store(out).version
    assert built == version_of(documents, out)
    tables = read_tables(out)
    assert [name for name, _, holds in CHANGES if "hidden" not in name and not holds(tables)] == []
    build([documents], out)
    assert open_store(out).version == built


def test_a_date_of_publication_is_where_a_text_is_read_from(place):
    out = place / "out"
    decide(
        out, [Wish(on(out, "documents", "path", "report"), "published", None, DAY | {"typed": "29 August 2021"})], WHEN
    )
    assert not replay(out)
    build([place / "documents"], out)
    tables = read_tables(out)
    assert find(tables, "mentions", "sentence", "spoke")["date"] == "2021-08-23"
    assert find(tables, "documents", "path", "report")["published_how"] == "corrected by a reader: was 2021-09-01"
    decide(out, [Wish(on(out, "mentions", "sentence", "spoke"), "title", None, "They speak")], WHEN)
    assert replay(out)
    assert open_store(out).version == version_of(place / "documents", out)


@given(
    st.lists(
        st.tuples(st.just("do"), st.integers(0, len(CHANGES) - 1))
        | st.tuples(st.sampled_from(("undo", "redo")), st.integers(0, 3)),
        max_size=4,
    )
)
@settings(max_examples=3, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_whatever_is_done_and_undone_the_tables_are_those_of_what_stands(first, wishes, tmp_path_factory, acts):
    place = tmp_path_factory.mktemp("acts") / "copy"
    shutil.copytree(first, place, symlinks=True)
    out, steps = place / "out", list[str]()
    for does, number in acts:
        if does == "do":
            steps.append(decide(out, wishes[number], WHEN)[0].step)
        elif steps:
            turn(out, does, steps[number % len(steps)], WHEN)
        assert (patch if number % 2 else replay)(out)
    assert replay(out)
    assert open_store(out).version == version_of(first / "documents", out)
    standing = find_standing(read_log(out)).decisions
    other = place / "other"
    shutil.copytree(first / "out", other, symlinks=True)
    for decision in standing:
        decide(other, [Wish(decision.target, decision.field, decision.old, decision.new)], WHEN)
    assert replay(other)
    assert open_store(other).version == open_store(out).version


CORRECTED = {
    "words around them changed": ("A call\n", "A call about masks, in full\nBy Eva Holm\n"),
    "the words themselves were corrected": (
        "telephoned Bo Lund on August 30th",
        "telephoned Bo Lund on August 30, 2021",
    ),
    "they stand twice": (
        "A call\n2021-08-31 18:28\n\n",
        "A call\n2021-08-31 18:28\n\nA reader wrote. Ana Ruiz telephoned Bo Lund on August 30th.\n\n",
    ),
}


@pytest.mark.parametrize(("was", "now"), CORRECTED.values(), ids=CORRECTED)
def test_decisions_are_found_again_in_a_corrected_text(place, was, now):
    out, file = place / "out", place / "documents" / "call.txt"
    decide(out, [Wish(on(out, "mentions", "sentence", "telephoned"), "title", None, "Ruiz rings Lund")], WHEN)
    decide(out, [Wish(on(out, "quotes", "text", "Masks"), "speaker", None, {"id": "cy-moon", "name": "Cy Moon"})], WHEN)
    file.write_text(file.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    build([place / "documents"], out)
    tables = read_tables(out)
    assert find(tables, "mentions", "line", "Ruiz rings Lund")
    assert find(tables, "quotes", "text", "Masks")["speaker"] == "cy-moon"
    note = read_note(out)
    assert note is not None and note.outcome.orphans == []


def test_after_another_extractor_each_decision_is_found_again_or_listed(place, monkeypatch):
    """It takes all for another kind, gives nobody, reads no quote of the visit, and sees no harbour: no row keeps its id."""
    out, before = place / "out", read_tables(place / "out")
    documents = {row["document_id"]: row for row in before["documents"].to_dict("records")}
    wishes: dict[str, Wish] = {}
    for row in before["mentions"].to_dict("records"):
        target = target_event(row, documents[row["document_id"]])
        wishes[row["sentence"]] = Wish(target, "title", None, f"A reader's title of {row['mention_id']}")
    for row in before["quotes"].to_dict("records"):
        target = target_quote(row, documents[row["document_id"]])
        wishes[row["text"]] = Wish(target, "speaker", None, {"id": "di-sand", "name": "Di Sand"})
    for row in documents.values():
        wishes[row["path"]] = Wish(target_document(row), "publisher", None, "The Kelna Post")
    made = dict(zip(wishes, (decide(out, [wish], WHEN)[0] for wish in wishes.values()), strict=True))
    assert len(made) == len(before["mentions"]) + len(before["quotes"]) + len(documents)
    real = building.extract

    def extract_otherwise(document, vocabulary):
        found = real(document, vocabulary)
        told = [one for one in found.mentions if "harbour" not in document.text[slice(*one.sentences[0])]]
        mentions = [replace(one, event_type="protest", leaders=(), named=()) for one in told]
        return replace(found, mentions=mentions, quotes=[] if document.path.endswith("visit.txt") else found.quotes)

    monkeypatch.setattr(building, "extract", extract_otherwise)
    monkeypatch.setattr(keeping, "code_version", lambda: "another")
    build([place / "documents"], out)
    now, note = read_tables(out), read_note(out)
    assert now["mentions"]["mention_id"].isin(before["mentions"]["mention_id"]).sum() == 0
    assert note is not None
    lost = {
        words
        for words, decision in made.items()
        if decision.decision_id in {o.decision_id for o in note.outcome.orphans}
    }
    assert all("harbour" in words or "good day" in words for words in lost) and len(lost) == 2
    titles = set(now["mentions"]["line"])
    assert titles == {wish.new for words, wish in wishes.items() if wish.field == "title" and words not in lost}
    assert set(now["quotes"]["speaker"]) == {"di-sand"} and set(now["documents"]["publisher"]) == {"The Kelna Post"}


def test_decisions_are_found_again_under_another_path(place):
    out = place / "out"
    decide(out, [Wish(on(out, "mentions", "sentence", "telephoned"), "title", None, "Ruiz rings Lund")], WHEN)
    (place / "documents" / "old").mkdir()
    (place / "documents" / "call.txt").rename(place / "documents" / "old" / "renamed.txt")
    build([place / "documents"], out)
    assert find(read_tables(out), "mentions", "line", "Ruiz rings Lund")


def test_what_is_not_found_is_an_orphan_and_comes_back(place):
    out, file = place / "out", place / "documents" / "call.txt"
    text = file.read_text(encoding="utf-8")
    [made] = decide(out, [Wish(on(out, "mentions", "sentence", "telephoned"), "title", None, "Ruiz rings Lund")], WHEN)

    def orphans() -> list[tuple[str, str]]:
        build([place / "documents"], out)
        note = read_note(out)
        assert note is not None
        return [(orphan.decision_id, orphan.why) for orphan in note.outcome.orphans]

    file.write_text("A call\n2021-08-31 18:28\n\nNothing of it was true, the paper wrote.\n", encoding="utf-8")
    assert orphans() == [(made.decision_id, "its words are not in the document any more")]
    file.unlink()
    assert orphans() == [(made.decision_id, "the document is not in the collection")]
    file.write_text(text, encoding="utf-8")
    assert orphans() == []
    assert find(read_tables(out), "events", "title", "Ruiz rings Lund")


def test_two_events_of_one_sentence_are_told_apart_by_their_date_words():
    text = "The bridge opened on 3 May 2011 and closed on 9 June 2014."
    target = Target(
        "event", "d", "", "", "", "gone", text, start=0, end=len(text), date_text="9 June 2014", event_type="other"
    )
    rows = [
        {
            "mention_id": str(n),
            "sentence": text,
            "sentence_start": 0,
            "sentence_end": len(text),
            "date_text": words,
            "event_type": "founding",
            "leaders": [],
        }
        for n, words in enumerate(("3 May 2011", "9 June 2014"))
    ]
    found = find_row(target, rows, text)
    assert isinstance(found, dict) and found["mention_id"] == "1"
    assert (
        find_row(target, [rows[1], rows[1] | {"mention_id": "2"}], text) == "more than one event is read in its words"
    )


@pytest.mark.parametrize("gone", [NOTE, KEPT])
def test_without_what_is_kept_a_whole_build_is_asked_for(place, gone):
    out = place / "out"
    decide(out, [Wish(on(out, "mentions", "sentence", "telephoned"), "title", None, "Ruiz rings Lund")], WHEN)
    (out / gone).unlink()
    assert not replay(out)
    build([place / "documents"], out)
    assert find(read_tables(out), "events", "title", "Ruiz rings Lund")


def test_a_kind_that_there_is_no_more_waits(place):
    out = place / "out"
    decide(out, [Wish(on(out, "mentions", "sentence", "telephoned"), "kind", None, "gathering")], WHEN)
    assert replay(out)
    note = read_note(out)
    assert note is not None and [one.why for one in note.outcome.orphans] == [
        "“gathering” is no kind of event any more"
    ]


def test_what_was_put_off_is_settled_once_for_all_who_ask(place, first):
    out = place / "out"
    decide(out, [Wish(on(out, "mentions", "sentence", "telephoned"), "date", None, DAY)], WHEN)
    assert patch(out)
    note = read_note(out)
    assert note is not None and not note.is_settled
    with (out / SETTLING).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        settle(out)
        assert read_note(out) == note
    assert main(["settle", str(out)]) == 0
    note = read_note(out)
    assert note is not None and note.is_settled
    assert open_store(out).version == version_of(first / "documents", out)


def test_tables_that_are_replaced_meanwhile_are_not_written_over(place, first, monkeypatch):
    out = place / "out"
    target = on(out, "mentions", "sentence", "telephoned")
    decide(out, [Wish(target, "title", None, "Ruiz rings Lund")], WHEN)
    real, done = replaying._join, []

    def join_while_another_saves(*given: Any) -> Any:
        if not done:
            done.append(decide(out, [Wish(target, "place", None, "Kelna")], WHEN))
            assert patch(out)
        return real(*given)

    monkeypatch.setattr(replaying, "_join", join_while_another_saves)
    assert replay(out)
    row = find(read_tables(out), "mentions", "line", "Ruiz rings Lund")
    assert row["place"] == "Kelna"
    assert open_store(out).version == version_of(first / "documents", out)


LUND = {"id": "bo-lund", "name": "Bo Lund", "kind": "person"}


@pytest.mark.parametrize(
    ("field", "new", "left", "speaker"),
    [("person", LUND, ["bo-lund"], "bo-lund"), ("hidden", True, [], None)],
)
def test_somebody_is_somebody_else_or_nobody_in_all_documents(place, field, new, left, speaker):
    out = place / "out"
    step = decide(out, [Wish(target_person("ana-ruiz", "Ana Ruiz"), field, None, new)], WHEN)[0].step
    assert not replay(out)
    build([place / "documents"], out)
    tables = read_tables(out)
    assert find(tables, "mentions", "sentence", "telephoned")["leaders"] == left
    assert find(tables, "quotes", "text", "Masks")["speaker"] == speaker
    assert "ana-ruiz" not in set(tables["people"]["leader_id"])
    decide(out, [Wish(on(out, "mentions", "sentence", "telephoned"), "title", None, "Lund on the line")], WHEN)
    assert replay(out)
    assert open_store(out).version == version_of(place / "documents", out)
    turn(out, "undo", step, WHEN)
    assert not replay(out)
    build([place / "documents"], out)
    assert "ana-ruiz" in find(read_tables(out), "mentions", "sentence", "telephoned")["leaders"]


def test_whom_a_reader_knows_is_found_by_his_surname_in_other_documents(place):
    """“Minister Moon”, in a document that never gives the whole name, is the one Moon there is."""
    out, documents = place / "out", place / "documents"
    text = "The pier\n9 May 2023\n\nMinister Moon visited the pier of Kelna on 8 May 2023. “It is old,” Moon said.\n"
    (documents / "pier.txt").write_text(text, encoding="utf-8")
    build([documents], out)
    assert find(read_tables(out), "quotes", "text", "It is old")["speaker"] == "moon"
    step = decide(out, [Wish(target_person("cy-moon", "Cy Moon"), "right", None, True)], WHEN)[0].step
    assert not replay(out)
    build([documents], out)
    tables = read_tables(out)
    assert find(tables, "quotes", "text", "It is old")["speaker"] == "cy-moon"
    assert find(tables, "mentions", "sentence", "the pier of Kelna")["leaders"] == ["cy-moon"]
    assert "moon" not in set(tables["people"]["leader_id"])
    decide(out, [Wish(on(out, "mentions", "sentence", "the pier of Kelna"), "title", None, "Moon closes a pier")], WHEN)
    assert replay(out)
    assert open_store(out).version == version_of(documents, out)
    turn(out, "undo", step, WHEN)
    assert not replay(out)
    (documents / "other.txt").write_text("A talk\n1 May 2023\n\nDi Moon met Bo Lund on 1 May 2023.\n", encoding="utf-8")
    turn(out, "redo", step, WHEN)
    build([documents], out)
    assert find(read_tables(out), "quotes", "text", "It is old")["speaker"] == "moon"


def test_what_is_laid_beside_an_event_changes_no_table(place):
    out = place / "out"
    before = open_store(out).version
    event = on(out, "mentions", "sentence", "telephoned")
    checked = {"about": "date", "state": "checked", "version": "30 August 2021"}
    wishes = [Wish(event, "star", None, True), Wish(event, "note", None, "Ask the ministry.")]
    decide(out, [*wishes, Wish(event, "differ", None, checked, "the log of the ministry")], WHEN)
    for keep in (patch, replay):
        assert keep(out)
        note = read_note(out)
        assert note is not None and open_store(out).version == before
        [marks] = [marks for part in note.outcome.parts.values() for marks in part.marks.values()]
        said = {"state": "checked", "version": "30 August 2021", "why": "the log of the ministry"}
        assert marks == {"star": True, "note": "Ask the ministry.", "differ": {"date": said}}


def test_somebody_whom_no_document_names_waits(place):
    out = place / "out"
    decide(out, [Wish(target_person("nobody", "No Body"), "hidden", None, True)], WHEN)
    build([place / "documents"], out)
    note = read_note(out)
    assert note is not None and [one.why for one in note.outcome.orphans] == ["nobody of this name is in the documents"]
