"""The history: what the last build changed, beside what readers decided; what cannot be read is said."""

from __future__ import annotations

import json

from loaders.build import build
from loaders.decisions.anchors import target_event
from loaders.decisions.log import NAME, decide
from loaders.decisions.records import Wish
from loaders.tables.store import read_tables
from tests.pages.conftest import build_texts
from tests.pages.test_corrections import open_page, said

FIRE = "A fire\n4 May 2019\n\nA fire destroyed the school of Kelna on 2 May 2019.\n"
VISIT = "A visit\n5 May 2023\n\nBo Lund visited Norvik on Thursday.\n"


def test_what_the_last_build_changed_and_lines_of_another_version(tmp_path, monkeypatch):
    built = build_texts(tmp_path, {"fire.txt": FIRE})
    monkeypatch.setenv("DATELINE_BUILT", str(built))
    (tmp_path / "documents" / "visit.txt").write_text(VISIT, encoding="utf-8")
    build([tmp_path / "documents"], built)
    event = read_tables(built)["mentions"].iloc[0]
    newer = {"version": 2, "target": {"kind": "event", "row": event["mention_id"]}}
    (built / NAME).write_text(json.dumps(newer) + "\n{\n", encoding="utf-8")
    app = open_page("history")
    labels = [one.label for one in app.expander]
    assert "The last build: 1 new document, 1 new event" in labels
    assert "2 lines of edits.jsonl cannot be read" in said(app)
    assert "line 1: a later version of Dateline wrote it" in said(app)
    app = open_page(event=event["event_id"])
    assert "A correction waits: line 1 of edits.jsonl: a later version of Dateline wrote it." in said(app)


def test_a_correction_without_its_words_is_said_on_the_document(tmp_path, monkeypatch):
    built = build_texts(tmp_path, {"fire.txt": FIRE})
    monkeypatch.setenv("DATELINE_BUILT", str(built))
    tables = read_tables(built)
    target = target_event(tables["mentions"].iloc[0], tables["documents"].iloc[0])
    decide(built, [Wish(target, "title", None, "A school burns")], "2026-11-28T10:05:00")
    (tmp_path / "documents" / "fire.txt").write_text(VISIT, encoding="utf-8")
    build([tmp_path / "documents"], built)
    text = said(open_page("documents"))
    assert "A correction waits: " in text and "its words are not in the document any more. See History." in text
