"""Collections side by side: made, named, found by what stands in an address, and taken away without a loss."""

from __future__ import annotations

import pytest

from loaders.brought import Brought, CollectionError
from loaders.collection import add, remember_sources
from loaders.collection_folders import ROOT, find_folder, list_collections
from loaders.collections import make, remove, rename
from loaders.decisions.log import NAME as LOG
from loaders.replay import replay
from loaders.tables.store import open_store, read_tables

NAMES = [
    # what is typed, what it is called, its folder
    ("Ports", "Ports", "ports"),
    ("  Ports\u202e &  Häfen ", "Ports & Häfen", "ports-hafen"),
    ("关系", "关系", "collection"),
    ("removed", "removed", "removed-2"),
    ("../../etc", "../../etc", "etc"),
    ("x" * 90, "x" * 60, "x" * 40),
]


@pytest.mark.parametrize(("typed", "name", "slug"), NAMES)
def test_a_collection_is_made_empty(tmp_path, typed, name, slug):
    assert make(tmp_path, typed) == slug
    first, made = list_collections(tmp_path)
    assert (first.slug, made.name, made.slug) == ("", name, slug)
    assert made.folder == find_folder(tmp_path, slug) == tmp_path / "collections" / slug
    assert all(df.empty for df in read_tables(made.folder).values())
    assert replay(made.folder)


def test_names_are_taken_once_and_can_be_changed(tmp_path):
    for name in ("Ports", "Strikes"):
        make(tmp_path, name)
    for wrong, why in (("ports", "already"), (" ", "needs a name")):
        with pytest.raises(CollectionError, match=why):
            make(tmp_path, wrong)
    with pytest.raises(CollectionError, match="already"):
        rename(tmp_path, "strikes", "Ports")
    rename(tmp_path, "strikes", "strikes")
    rename(tmp_path, "", "Talks")
    assert [(one.slug, one.name) for one in list_collections(tmp_path)] == [
        ("", "Talks"),
        ("ports", "Ports"),
        ("strikes", "strikes"),
    ]
    assert make(tmp_path, "Ports!") == "ports-2"


def test_what_is_removed_lies_aside_whole(tmp_path):
    for _ in range(2):
        slug = make(tmp_path, "Ports")
        folder = tmp_path / "collections" / slug
        add(folder, [Brought("a.txt", b"A\n1 May 2020\n\nA text.")])
        (folder / LOG).write_text("{}\n")
        place = remove(tmp_path, slug)
        assert (place / "added" / "a.txt").exists() and (place / LOG).read_text() == "{}\n"
        assert [one.slug for one in list_collections(tmp_path)] == [""]
        open_store(place)
    with pytest.raises(CollectionError, match="not there"):
        remove(tmp_path, slug)
    with pytest.raises(CollectionError, match="stays"):
        remove(tmp_path, "")


@pytest.mark.parametrize("slug", ["..", "../x", "/etc", "nothing", "removed", "a b", "x" * 400, "UPPER", "."])
def test_an_address_leads_to_a_collection_or_to_none(tmp_path, slug):
    make(tmp_path, "Ports")
    assert find_folder(tmp_path, slug) is None


def test_the_first_is_called_after_what_it_was_built_from(tmp_path):
    assert list_collections(tmp_path)[0].name == "First collection"
    remember_sources(tmp_path, [ROOT / "data" / "documents"])
    assert list_collections(tmp_path)[0].name == "Bundled digests"
    remember_sources(tmp_path, [tmp_path / "ports of the north"])
    assert list_collections(tmp_path)[0].name == "ports of the north"
