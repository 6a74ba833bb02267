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
from loaders.own_topics import NAME, add_topic, read_own_topics, remove_topic
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


def with_topic(out: Path) -> list[str]:
    """The titles of events, and the words of quotes, that are about pottery."""
    tables = read_tables(out)
    check(tables)
    events = tables["events"][tables["events"]["topics"].map(lambda topics: "pottery" in topics)]
    quotes = tables["quotes"][tables["quotes"]["topics"].map(lambda topics: "pottery" in topics)]
    return sorted([*events["title"], *quotes["text"]])


def test_it_is_found_in_all_documents_and_lost_with_its_words(out):
    assert with_topic(out) == []
    assert add_topic(out, "Pottery", ["Kiln*", "pottery", " ", "glaze*"]) == "pottery"
    assert not replay(out)
    build([out.parent / "documents"], out)
    assert with_topic(out) == [
        "Ida Korn meets Roy Fenn in Ostra about glazes",
        "Our kilns are cold,",
        "Roy Fenn opens a pottery in Elsby",
    ]
    marked = read_tables(out)["annotations"].query("kind == 'topic' and value == 'pottery'")
    assert sorted(marked["text"]) == ["Kilns", "glazes", "kilns", "pottery"]
    remove_topic(out, "pottery")
    build([out.parent / "documents"], out)
    assert with_topic(out) == []


def test_what_comes_and_what_is_corrected_has_it_too_and_the_tables_are_those_of_a_whole_build(out):
    add_topic(out, "Pottery", ["kiln*"])
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
    add_topic(tmp_path, "Öl & Gas", ["oil", "Gas field*"])
    add_topic(tmp_path, "öl & gas", ["pipeline*"], "es")
    assert read_own_topics(tmp_path) == {
        "ol-gas": Topic("ol-gas", "öl & gas", {"en": ("oil", "gas field*"), "es": ("pipeline*",)})
    }
    written = (tmp_path / NAME).read_text(encoding="utf-8")
    assert written.startswith("# Topics of this collection") and "label: öl & gas" in written
    (tmp_path / NAME).write_text("# nothing yet\n", encoding="utf-8")
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
    (out / NAME).write_text(written, encoding="utf-8")
    for do in (read_own_topics, lambda folder: build([out.parent / "documents"], folder)):
        with pytest.raises(VocabularyError) as raised:
            do(out)
        assert said in str(raised.value)
    assert not patch(out) and open_store(out).version == before


@pytest.mark.parametrize(("label", "words"), [("", ["wool"]), ("Wool", []), ("Wool", ["*", " "]), ("Wool", ["w" * 61])])
def test_a_topic_needs_a_name_and_words(tmp_path, label, words):
    with pytest.raises(VocabularyError):
        add_topic(tmp_path, label, words)
    assert not (tmp_path / NAME).exists()
