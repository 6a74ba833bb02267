"""The order of documents: that of their files, as a folder shows them."""

from __future__ import annotations

import random

import pytest

from loaders.build import make_tables
from loaders.query import documents as texts
from loaders.read import find_sources
from loaders.tables.names import natural_key, natural_order, sort_documents
from loaders.tables.schema import DOCUMENTS
from loaders.tables.store import open_store, write_tables
from tests.made import made_tables


@pytest.mark.parametrize(
    "paths",
    [
        ["report 2.txt", "report 10.txt"],
        ["1g.txt", "2b.txt", "11g.txt"],
        ["Alpha.txt", "beta.txt", "Gamma.txt"],
        ["a/9.txt", "a/10.txt", "b/1.txt"],
        ["2023-4-1.txt", "2023-4-12.txt", "2023-11-2.txt"],
        ["talks 1.txt", "talks 2.txt", "talks.txt"],
        ["007.txt", "7.txt", "8.txt"],
        [f"{'9' * 19}.txt", f"1{'0' * 19}.txt"],
        ["mail.mbox#2", "mail.mbox#10"],
    ],
)
def test_figures_are_numbers_and_letters_have_no_case(paths):
    mixed = random.Random(5).sample(paths, len(paths))
    assert sorted(mixed, key=natural_key) == paths
    df = made_tables("full")["documents"].iloc[: len(paths)].assign(path=mixed)
    assert sort_documents(df)["path"].tolist() == paths


def test_the_page_lists_them_in_the_same_order(tmp_path):
    tables = made_tables("full")
    paths = ["b 10.txt", "B 9.txt", "a 2", "a 11", "a 1", "007", "7", "8", "ä 3", "Z"]
    n = len(tables["documents"])
    tables["documents"] = tables["documents"].assign(path=(paths * n)[:n])
    write_tables(tables, tmp_path)
    listed = texts.list_documents(open_store(tmp_path), by_name=True)["path"].tolist()
    assert listed == sorted((paths * n)[:n], key=natural_key)


def test_of_two_at_one_path_the_lower_id_comes_first():
    assert natural_order(["a 1", "a 1", "a"], ["d2", "d1", "d3"]) == [2, 1, 0]


def test_the_table_of_documents_keeps_the_order_of_files(tmp_path):
    for name in ("report 10.txt", "report 2.txt", "Report 1.txt", "1g.md", "11g.md", "2a.md"):
        (tmp_path / name).write_text(f"{name}\n1 May 2023\n\nThe pier of Kelna opened.\n", encoding="utf-8")
    tables = make_tables(reversed(find_sources([tmp_path])[0]))
    names = [path.rsplit("/", 1)[-1] for path in tables["documents"]["path"]]
    assert names == ["1g.md", "2a.md", "11g.md", "Report 1.txt", "report 2.txt", "report 10.txt"]
    assert list(tables["documents"].columns) == DOCUMENTS.names
