"""What the columns of tables are for in a collection, where a reader says it: on the command line, or as he brings a table.

    data/built/columns.json    what the last build was told of all tables in its folders

What is said of a table that was brought stands beside it (added/metadata.csv, column “columns”).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from loaders.files import replace_file
from loaders.read.beside import MAPPED as MAPPED
from loaders.read.columns import NONE, find_columns, read_mapped
from loaders.read.columns import USES as USES
from loaders.read.columns import say_mapped as say_mapped
from loaders.read.formats import ending_of, read_columns

COLUMNS = "columns.json"


def remember_columns(folder: Path, mapped: Mapping[str, str]) -> None:
    """Note what columns of tables are for in what a build was given, for the next one; nothing where nothing was said."""
    if mapped:
        replace_file(folder / COLUMNS, json.dumps(dict(mapped), ensure_ascii=False).encode())
    else:
        (folder / COLUMNS).unlink(missing_ok=True)


def list_mapped(folder: Path) -> dict[str, str]:
    """What the last build was told of columns; nothing where it was told nothing."""
    try:
        return read_mapped((folder / COLUMNS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def list_columns(name: str, data: bytes) -> list[str]:
    """The names of the columns of a table that a reader brings; none for what is no table."""
    ending = ending_of(name)
    return read_columns(data, ending) if ending else []


def guess_columns(names: list[str], mapped: Mapping[str, str] = NONE) -> dict[str, str]:
    """What each column is for by its name, or as `mapped` says.

    >>> guess_columns(["Datum", "Headline"], {"date": "Datum"})
    {'date': 'Datum', 'title': 'Headline'}
    """
    return {("date" if use == "published" else use): name for use, name in find_columns(names, mapped).items()}


def is_table(words: str) -> bool:
    """Whether what is pasted are rows of a table: as spreadsheets give them, or under names of columns that are known.

    >>> is_table("Tag\\tWas\\n3 May 2021\\tA fire"), is_table("date,event\\n2021-05-03,A fire")
    (True, True)
    >>> is_table("Talks, and a fire\\n\\nOn Monday, the mayor spoke.")
    False
    """
    lines = [line for line in words.strip().split("\n")[:4] if line.strip()]
    if len(lines) < 2:
        return False
    if all("\t" in line for line in lines):
        return True
    known = guess_columns(lines[0].strip().split(max(",;|", key=lines[0].count)))
    return ("text" in known and len(known) > 1) or {"date", "title"} <= known.keys()


def as_told(chosen: Mapping[str, str | None], names: list[str]) -> dict[str, str]:
    """Of what is chosen for a table what its names do not say themselves."""
    usual = guess_columns(names)
    return {use: name for use, name in chosen.items() if name in names and name != usual.get(use)}


def read_told(said: Mapping[str, str]) -> dict[str, str]:
    """What is said of a file's columns, among what is said of it."""
    return read_mapped(said.get(MAPPED, ""))
