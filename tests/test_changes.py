"""What a build changed: documents before and after, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.build import build
from loaders.changes import MOST_BUILDS, NAME, find_changes, look_at, note_changes, read_changes

CALL = "A call\n31 August 2021\n\nAna Ruiz telephoned Bo Lund on 30 August 2021.\n"
FIRE = "A fire\n4 May 2019\n\nAt least 12 people were killed when a fire destroyed the school of Kelna on 2 May 2019.\n"
TOLL = (
    "The toll\n5 May 2019\n\nAt least 15 people were killed when a fire destroyed the school of Kelna on 2 May 2019.\n"
)


def write(folder: Path, **texts: str | None) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.unlink(missing_ok=True) if text is None else path.write_text(text, encoding="utf-8")


def told(out: Path) -> dict[str, int]:
    return {kind: rows.n for kind, rows in read_changes(out)[0].kinds.items()}


def test_what_came_went_and_changed(tmp_path):
    documents, out = tmp_path / "documents", tmp_path / "out"
    write(documents, call=CALL, fire=FIRE)
    build([documents], out)
    assert read_changes(out) == []
    write(documents, toll=TOLL)
    build([documents], out)
    assert told(out) == {"new documents": 1, "now disputed": 1}
    [(_, title)] = read_changes(out)[0].kinds["now disputed"].first
    assert title.endswith("school of Kelna: figures")
    build([documents], out)
    assert len(read_changes(out)) == 1
    write(documents, toll=None, call=CALL.replace("30 August", "29 August"))
    build([documents], out)
    assert told(out) == {"documents gone": 1, "new events": 1, "events gone": 1, "not disputed any more": 1}
    write(documents, call="")
    build([documents], out)
    assert told(out) == {"documents not read any more": 1, "events gone": 1}
    assert [sum(rows.n for rows in one.kinds.values()) for one in read_changes(out)] == [2, 4, 2]


def test_an_event_with_an_account_in_common_is_the_same_and_its_date_moved(tmp_path):
    write(tmp_path / "documents", call=CALL)
    build([tmp_path / "documents"], tmp_path / "out")
    before, after = look_at(tmp_path / "out"), look_at(tmp_path / "out")
    assert before is not None and after is not None and find_changes(before, after) == {}
    after["events"] = after["events"].assign(event_id="other", date="2021-08-29")
    after["mentions"] = after["mentions"].assign(event_id="other")
    [(key, title)] = find_changes(before, after)["dates changed"].first
    assert key == "other" and title.endswith(": 2021-08-30 → 2021-08-29")


@pytest.mark.parametrize("words", ["", "{", "[1]", "{}x", '[{"when": "soon", "kinds": {}}]', '[{"kinds": 3}]'])
def test_a_note_that_cannot_be_read_is_none(tmp_path, words):
    (tmp_path / NAME).write_text(words, encoding="utf-8")
    assert read_changes(tmp_path) == []
    note_changes(tmp_path, None)
    assert MOST_BUILDS > 1
