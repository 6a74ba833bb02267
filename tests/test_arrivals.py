"""Documents that come and go: shown at once, and in the end the tables of a whole build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from loaders import arrivals, news
from loaders.arrivals import arrive, make_whole
from loaders.brought import Brought
from loaders.build import build, make_tables, standing_in
from loaders.collection import add, leave_out, list_sources, remember_sources, take_out, with_added
from loaders.decisions.anchors import target_document, target_event, target_person
from loaders.decisions.log import decide
from loaders.decisions.records import Wish
from loaders.news import sources_of
from loaders.noted import read_note
from loaders.patch import patch
from loaders.replay import replay, settle
from loaders.tables.conform import check
from loaders.tables.schema import Tables
from loaders.tables.store import open_store, read_tables, write_tables
from tests.texts import write_texts

WHEN = "2026-11-28T10:05:00"
TEXTS = {
    "call.txt": "A call\n2021-08-31\n\nIda Korn telephoned Bo Hald on August 30th about wool. “Wool will come,” Korn said.\n",
    "loom.txt": "The loom\n6 May 2023\n\nRoy Fenn opened a mill in Ostra on Friday. Roy Fenn met Bo Hald in Ostra on 4 May 2023.\n",
}
MORE = {
    "again.txt": "Wool\n1 September 2021\n\nBo Hald and Ida Korn spoke by telephone on Monday about wool.\n",
    "visit.txt": "A visit\n5 May 2023\n\nBo Hald visited Ostra on Thursday and met Roy Fenn there. “A fine day,” Hald said.\n",
    "copy.txt": "The loom again\n7 May 2023\n\nRoy Fenn opened a mill in Ostra on Friday. Roy Fenn met Bo Hald in Ostra on 4 May 2023.\n",
    "post.mbox": "From a\nDate: Thu, 4 May 2023 10:00:00 +0000\nSubject: Ostra\n\nRoy Fenn met Bo Hald in Ostra today.\n",
    "call.txt": "A call\n2021-08-31\n\nIda Korn telephoned Bo Hald on August 29th about wool and silk.\n",
    "broken.pdf": "no PDF at all",
}


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    """A collection of two files that was built: `documents`, which no test changes, and `out`."""
    folder = tmp_path_factory.mktemp("collection")
    write_texts(folder, TEXTS)
    files = [folder / "documents" / name for name in TEXTS]
    build(files, folder / "out")
    remember_sources(folder / "out", files)
    return folder


@pytest.fixture
def out(first, tmp_path) -> Path:
    """The tables of a copy of it."""
    shutil.copytree(first / "out", tmp_path / "out", symlinks=True)
    return tmp_path / "out"


def leave(out: Path, name: str) -> None:
    """Build from the other of the two files alone."""
    for source in list_sources(out):
        if source.endswith(name):
            leave_out(out, source)


def bring(out: Path, *names: str) -> None:
    add(out, [Brought(name, MORE[name].encode()) for name in names])


def version_of(out: Path) -> str:
    """The version that a whole build has of what the collection is made of, with what stands."""
    return write_tables(make_tables(sources_of(out), decisions=standing_in(out)), out / "whole")


def without_events(tables: Tables, name: str) -> list[dict]:
    return tables[name].drop(columns="event_id").to_dict("records")


def test_a_document_is_shown_before_all_is_compared_again(out):
    bring(out, "again.txt", "visit.txt")
    assert arrive(out)
    shown, note = read_tables(out), read_note(out)
    check(shown)
    assert note is not None and not note.is_settled and not note.is_whole
    whole = make_tables(sources_of(out))
    for name in ("mentions", "quotes"):
        assert without_events(shown, name) == without_events(whole, name)
    assert shown["documents"].equals(whole["documents"])
    # An account of a call that is known joins it at once, and so do those of a meeting.
    told = shown["events"].set_index("n_documents")["title"].to_dict()
    assert sorted(shown["events"]["n_documents"]) == sorted(whole["events"]["n_documents"]) and max(told) == 2
    settle(out, make_whole)
    assert open_store(out).version == version_of(out)
    note = read_note(out)
    assert note is not None and note.is_settled and note.is_whole
    assert arrive(out) and open_store(out).version == version_of(out)


def test_a_copy_is_known_as_one_and_an_original_again_when_the_other_goes(out):
    original = TEXTS["loom.txt"].replace(
        " Roy Fenn met", " The mill had stood empty since the war, and nobody in Ostra wanted it. Roy Fenn met"
    )
    leave(out, "loom.txt")
    add(out, [Brought("loom.txt", original.encode())])
    assert arrive(out)
    add(out, [Brought("copy.txt", original.replace("6 May", "7 May").encode())])
    assert arrive(out)
    documents = read_tables(out)["documents"].set_index("title")
    assert list(documents["copy_of"].dropna()) and documents["copy_kind"].dropna().tolist() == ["republished"]
    assert read_tables(out)["events"]["n_sources"].max() == 1
    take_out(out, "loom.txt")
    assert arrive(out)
    check(read_tables(out))
    assert read_tables(out)["documents"]["copy_of"].isna().all()
    assert make_whole(out) and open_store(out).version == version_of(out)


STEPS = st.lists(st.sampled_from([*MORE, "out", "leave", "patch", "whole"]), min_size=1, max_size=4)


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(steps=STEPS)
def test_whatever_comes_and_goes_the_tables_are_those_of_a_whole_build(first, tmp_path_factory, steps):
    out = tmp_path_factory.mktemp("steps") / "out"
    shutil.copytree(first / "out", out, symlinks=True)
    for step in steps:
        if step == "out" and (out / "added" / "visit.txt").exists():
            take_out(out, "visit.txt")
        elif step == "leave":
            leave(out, "loom.txt")
        elif step == "patch":
            tables = read_tables(out)
            mention = tables["mentions"].to_dict("records")[-1]
            document = tables["documents"].set_index("document_id", drop=False).loc[mention["document_id"]].to_dict()
            decide(out, [Wish(target_event(mention, document), "title", None, "As a reader says")], WHEN)
            assert patch(out)
        elif step == "whole":
            assert make_whole(out)
        elif step in MORE:
            bring(out, step)
        if not arrive(out):
            build(with_added(list_sources(out), out), out)
    check(read_tables(out))
    settle(out, make_whole)
    assert open_store(out).version == version_of(out)


def test_a_decision_waits_for_its_document_and_goes_with_it(out):
    bring(out, "visit.txt")
    assert arrive(out)
    tables = read_tables(out)
    [document] = [row for row in tables["documents"].to_dict("records") if row["title"] == "A visit"]
    [mention] = [row for row in tables["mentions"].to_dict("records") if "visited" in row["sentence"]][:1]
    decide(out, [Wish(target_event(mention, document), "title", None, "Hald sees a mill")], WHEN)
    assert patch(out)
    take_out(out, "visit.txt")
    assert arrive(out)
    note = read_note(out)
    assert note is not None and [one.why for one in note.outcome.orphans] == ["the document is not in the collection"]
    assert "Hald sees a mill" not in set(read_tables(out)["events"]["title"])
    bring(out, "visit.txt")
    assert arrive(out)
    note = read_note(out)
    assert note is not None and not note.outcome.orphans
    assert "Hald sees a mill" in set(read_tables(out)["events"]["title"])
    settle(out, make_whole)
    assert open_store(out).version == version_of(out)


def test_somebody_who_is_nobody_is_nobody_in_new_documents_too(out):
    decide(out, [Wish(target_person("bo-hald", "Bo Hald"), "hidden", None, True)], WHEN)
    build(list_sources(out), out)
    bring(out, "visit.txt")
    assert arrive(out)
    tables = read_tables(out)
    assert "bo-hald" not in set(tables["people"]["leader_id"])
    assert not any("bo-hald" in leaders for leaders in tables["mentions"]["leaders"])


@pytest.mark.parametrize("kind", ["much", "nothing kept", "another day", "no source"])
def test_where_a_whole_build_is_needed_it_says_so(out, monkeypatch, kind):
    if kind == "another day":
        [document] = [row for row in read_tables(out)["documents"].to_dict("records") if row["title"] == "A call"]
        day = {"date": "2021-09-01", "start": "2021-09-01T00:00:00", "end": "2021-09-02T00:00:00", "precision": "day"}
        decide(out, [Wish(target_document(document), "published", None, day)], WHEN)
        assert not replay(out)
    bring(out, "visit.txt")
    if kind == "much":
        monkeypatch.setattr(news, "MOST_BYTES", 10)
    elif kind == "nothing kept":
        (out / "kept.sqlite").unlink()
    elif kind == "no source":
        take_out(out, "visit.txt")
        remember_sources(out, [])
    before = open_store(out).version
    assert not arrive(out) and open_store(out).version == before


def test_a_whole_build_gives_way_to_what_came_meanwhile(out, monkeypatch):
    bring(out, "visit.txt")
    assert arrive(out)
    real, done = arrivals.make_built, []

    def build_while_another_adds(*given, **more):
        built = real(*given, **more)
        if not done:
            done.append(bring(out, "again.txt"))
            assert arrive(out)
        return built

    monkeypatch.setattr(arrivals, "make_built", build_while_another_adds)
    assert make_whole(out)
    assert len(read_tables(out)["documents"]) == 4
    assert open_store(out).version == version_of(out)


def test_what_came_is_told_on_the_page_of_what_changed(out):
    from loaders.changes import read_changes

    bring(out, "visit.txt")
    assert arrive(out)
    [newest, *_] = read_changes(out)
    assert newest.kinds["new documents"].n == 1


def test_leaving_out_a_folder_leaves_what_was_brought(out):
    bring(out, "visit.txt")
    remember_sources(out, [])
    assert arrive(out)
    assert read_tables(out)["documents"]["title"].tolist() == ["A visit"]
    settle(out, make_whole)
    assert open_store(out).version == version_of(out)
