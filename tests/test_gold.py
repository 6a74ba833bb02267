"""The bundled digests and the gold beside them tell of the same sentences, quotes and people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted((ROOT / "data" / "documents").glob("*.txt"))
GOLD = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "tests" / "gold").glob("*.json")}


def test_every_document_has_gold():
    assert sorted(GOLD) == [path.stem for path in DOCUMENTS]
    assert len(DOCUMENTS) == 5


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_gold_starts_stand_in_the_text(path):
    text, gold = path.read_text(encoding="utf-8").replace("’", "'"), GOLD[path.stem]
    starts = [gold["published_evidence"], *(event["date_text"] for event in gold["events"])]
    starts += [quote["text_start"] for quote in gold["quotes"] + gold["tweets"]]
    starts += [statement["sentence_start"] for statement in gold["indirect_speech"]]
    assert [start for start in starts if start not in text] == []


@pytest.mark.parametrize("stem", sorted(GOLD))
def test_gold_leaders_are_in_the_vocabulary(stem):
    known = {leader.name for leader in load_vocabulary().leaders.values()}
    named = {name for event in GOLD[stem]["events"] for name in event["leaders"] + event.get("leaders_optional", [])}
    named |= {row["speaker"] for row in GOLD[stem]["quotes"] + GOLD[stem]["indirect_speech"]}
    assert named - known == set()
