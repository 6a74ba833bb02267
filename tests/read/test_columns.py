"""What columns of a table are for: by their names, or as a reader says; in every format, on the command line, and when added."""

from __future__ import annotations

import io
import json

import pytest

from loaders import brought, collection
from loaders.__main__ import main
from loaders.brought import Brought
from loaders.collection_columns import list_columns, list_mapped, say_mapped
from loaders.read.columns import NONE
from loaders.read.content import UnreadableError
from loaders.read.formats import read_contents
from loaders.tables.store import read_tables

NAMES, TOLD = ("Erschienen", "Wortlaut", "Blatt"), "The mayor of Kelna opened the ferry on Monday."
MAPPED = {"date": "Erschienen", "text": "Wortlaut", "publisher": "Blatt"}
ROW = dict(zip(NAMES, ("2021-03-09", TOLD, "The Post"), strict=True))


def as_parquet() -> bytes:
    import pyarrow
    import pyarrow.parquet

    data = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([ROW]), data)
    return data.getvalue()


def as_xlsx() -> bytes:
    import openpyxl

    book, data = openpyxl.Workbook(), io.BytesIO()
    book.active.append(NAMES)
    book.active.append(tuple(ROW.values()))
    book.save(data)
    return data.getvalue()


TABLES = {
    ".csv": ";".join(NAMES).encode() + b"\n" + ";".join(ROW.values()).encode(),
    ".tsv": "\t".join(NAMES).encode() + b"\n" + "\t".join(ROW.values()).encode(),
    ".jsonl": json.dumps(ROW).encode(),
    ".parquet": as_parquet(),
    ".xlsx": as_xlsx(),
}


@pytest.mark.parametrize("ending", TABLES)
def test_unknown_columns_are_named_and_mapped(ending):
    with pytest.raises(UnreadableError, match="Or say which column is which"):
        read_contents(TABLES[ending], ending, NONE)
    assert list_columns(f"a{ending}", TABLES[ending]) == list(NAMES)
    [content] = read_contents(TABLES[ending], ending, MAPPED)
    assert content.text == f"{TOLD}\n"
    assert content.metadata == {"publisher": "The Post", "published": "2021-03-09"}


EVENTS = "Tag,Was,Wo\n3 May 2021,A fire destroyed the school,Kelna\n2019,Bo Lund opened the harbour,Norvik\n"


def test_on_the_command_line_and_at_the_next_build(tmp_path, capsys):
    (tmp_path / "fires.csv").write_text(EVENTS, encoding="utf-8")
    out = tmp_path / "out"
    columns = ["date=Tag", "title=Was", "place=Wo"]
    assert main(["build", str(tmp_path / "fires.csv"), "--out", str(out), "--map", *columns]) == 0
    assert sorted(read_tables(out)["events"]["date"]) == ["2019", "2021-05-03"]
    assert list_mapped(out) == {"date": "Tag", "title": "Was", "place": "Wo"}
    with pytest.raises(SystemExit):
        main(["build", str(tmp_path), "--map", "mood=Tag"])
    assert "“mood=Tag” is not USE=COLUMN; a use is one of text, date," in capsys.readouterr().err


def test_when_it_is_added_and_read_again(tmp_path):
    said = say_mapped({"date": "Tag", "title": "Was"})
    assert brought.look_into("fires.csv", EVENTS.encode())[0].is_unread
    assert brought.look_into("fires.csv", EVENTS.encode(), said)[0].n_events == 2
    collection.add(tmp_path / "out", [Brought("fires.csv", EVENTS.encode(), {"columns": said})])
    assert main(["build", str(tmp_path / "out" / "added"), "--out", str(tmp_path / "out")]) == 0
    assert len(read_tables(tmp_path / "out")["events"]) == 2
