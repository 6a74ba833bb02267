"""Topics of a collection itself: written to a file that can be read and edited, and found in all documents of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.arrivals import arrive, make_whole
from loaders.brought import Brought
from loaders.build import build, make_tables, standing_in
from loaders.collection import add, remember_sources
from loaders.decisions.anchors import target_event
from loaders.decisions.log import decide
from loaders.decisions.records import Wish
from loaders.news import sources_of
from loaders.own_topics import NAME, read_own_topics
from loaders.patch import patch
from loaders.replay import replay
from loaders.tables.conform import check
from loaders.tables.store import open_store, read_tables, write_tables
from loaders.vocabulary import Topic, VocabularyError
from tests.texts import write_texts

TEXTS = {
    "kilns.txt": "Kilns\n4 May 2022\n\nIda Korn met Roy Fenn in Ostra on 3 May 2022 about glazes. “Our kilns are cold,” Korn said.\n",
    "boats.txt": "Boats\n9 June 2022\n\nRoy Fenn opened a pottery in Elsby on 8 June 2022.\n",
}
MORE = "Clay\n12 July 2022\n\nIda Korn opened a Kiln of clay in Corvo on 11 July 2022.\n"


@pytest.fixture
def out(tmp_path) -> Path:
    write_texts(tmp_path, TEXTS)
    build([tmp_path / "documents"], tmp_path / "out")
    remember_sources(tmp_path / "out", [tmp_path / "documents"])
    return tmp_path / "out"


def write_topics(folder: Path, written: str) -> None:
    (folder / NAME).write_text(written, encoding="utf-8")


def with_topic(out: Path) -> list[str]:
    """The titles of events, and the words of quotes, that are about pottery."""
    tables = read_tables(out)
    check(tables)
    events = tables["events"][tables["events"]["topics"].map(lambda topics: "pottery" in topics)]
    quotes = tables["quotes"][tables["quotes"]["topics"].map(lambda topics: "pottery" in topics)]
    return sorted([*events["title"], *quotes["text"]])


def test_it_is_found_in_all_documents_and_lost_with_its_words(out):
    assert with_topic(out) == []
    write_topics(out, "pottery:\n  label: Pottery\n  terms: {en: [kiln*, pottery, glaze*]}\n")
    assert not replay(out)
    build([out.parent / "documents"], out)
    assert with_topic(out) == [
        "Ida Korn meets Roy Fenn in Ostra about glazes",
        "Our kilns are cold,",
        "Roy Fenn opens a pottery in Elsby",
    ]
    marked = read_tables(out)["annotations"].query("kind == 'topic' and value == 'pottery'")
    assert sorted(marked["text"]) == ["Kilns", "glazes", "kilns", "pottery"]
    (out / NAME).unlink()
    build([out.parent / "documents"], out)
    assert with_topic(out) == []


def test_what_comes_and_what_is_corrected_has_it_too_and_the_tables_are_those_of_a_whole_build(out):
    write_topics(out, "pottery:\n  label: Pottery\n  terms: {en: [kiln*]}\n")
    build([out.parent / "documents"], out)
    tables = read_tables(out)
    [mention] = [row for row in tables["mentions"].to_dict("records") if "glazes" in row["sentence"]]
    document = tables["documents"].set_index("document_id", drop=False).loc[mention["document_id"]].to_dict()
    decide(out, [Wish(target_event(mention, document), "title", None, "Two talk of kilns")], "2026-11-28T10:05:00")
    assert patch(out)
    add(out, [Brought("clay.txt", MORE.encode())])
    assert arrive(out)
    assert "Ida Korn opens a Kiln of clay in Corvo" in with_topic(out)
    assert make_whole(out)
    whole = make_tables(sources_of(out), decisions=standing_in(out), topics=read_own_topics(out))
    assert open_store(out).version == write_tables(whole, out / "whole")


def test_the_file_is_read_as_a_reader_edits_it(tmp_path):
    write_topics(tmp_path, "# ours\nol-gas:\n  label: öl & gas\n  terms: {en: [oil, gas field*], es: [pipeline*]}\n")
    assert read_own_topics(tmp_path) == {
        "ol-gas": Topic("ol-gas", "öl & gas", {"en": ("oil", "gas field*"), "es": ("pipeline*",)})
    }
    write_topics(tmp_path, "# nothing yet\n")
    assert read_own_topics(tmp_path) == {}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "wool:\n  label: Wool\n  words: [wool]\n",
            "topics.yaml, wool: the field 'terms' is missing (topics.yaml line 1)",
        ),
        (
            "\nwool:\n  label: Wool\n  terms: {en: [1]}\n",
            "1 is not text; put it in quotation marks (topics.yaml line 2)",
        ),
        ("wool:\n  label: Wool\n terms: x\n", "line 3, column 2"),
        ("- wool\n", "expected a mapping of ids to entries"),
    ],
)
def test_an_error_in_it_is_named_with_its_place_and_stops_a_build_of_other_tables(out, written, said):
    before = open_store(out).version
    write_topics(out, written)
    for do in (read_own_topics, lambda folder: build([out.parent / "documents"], folder)):
        with pytest.raises(VocabularyError) as raised:
            do(out)
        assert said in str(raised.value)
    assert not patch(out) and open_store(out).version == before
