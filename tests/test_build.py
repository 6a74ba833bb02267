"""Documents to tables: the same rows whatever the order, the number of workers and the faults in one document."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from loaders import build as building
from loaders.build import build, make_tables
from loaders.read import Source, find_sources
from loaders.tables.conform import check
from loaders.tables.schema import TABLES, Tables
from loaders.tables.store import read_tables

ROOT = Path(__file__).resolve().parent.parent

REPORTS = {
    "call.txt": "A call\n2021-08-31 18:28\n\nOn August 30th, Xi Jinping telephoned Miguel Díaz-Canel. "
    "“Masks will come,” Xi said.\n",
    "talks.txt": "Talks\nMarch 4, 2023\n\nXi Jinping and Miguel Díaz-Canel held talks in Beijing on Friday. "
    "They spoke of rice.\n",
    "later.md": "---\ndate: 2023-04-01\n---\n\nIn 2022 Miguel Díaz-Canel visited Beijing. "
    "On 30 August 2021 Xi Jinping called him.\n",
    "undated.txt": "No date\n\nYesterday Xi Jinping spoke of ships. “Soon,” he said. "
    "In 1960 the two countries opened embassies.\n",
    "empty.txt": "",
}


@pytest.fixture(scope="module", name="sources")
def some_sources(tmp_path_factory) -> list[Source]:
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return find_sources([folder])[0]


@pytest.fixture(scope="module", name="tables")
def made(sources) -> Tables:
    return make_tables(sources)


def assert_same(left: Tables, right: Tables) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(left[name], right[name])


def test_what_is_made_is_as_the_schema_says(tables):
    check(tables)
    assert sorted(tables["documents"]["status"]) == ["failed", "read", "read", "read", "undated"]
    assert len(tables["events"]) > 0
    assert [text for text in tables["quotes"]["text"] if text.startswith("Masks will come")]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_changes_no_row_and_no_id(sources, tables, seed):
    shuffled = random.Random(seed).sample(sources, len(sources))
    assert_same(make_tables(shuffled), tables)


def test_workers_change_no_row(sources, tables):
    with ThreadPoolExecutor(2) as pool:
        assert_same(make_tables(sources, pool.map), tables)


def test_a_document_alone_has_the_same_rows_as_among_others(sources, tables):
    alone = make_tables([source for source in sources if source.name == "call.txt"])
    [document] = alone["documents"]["document_id"]
    for name in ("mentions", "quotes", "annotations"):
        among = tables[name][tables[name]["document_id"] == document].drop(columns="event_id", errors="ignore")
        own = alone[name].drop(columns="event_id", errors="ignore")
        pd.testing.assert_frame_equal(own, among.reset_index(drop=True))


def test_a_document_given_twice_is_one_row(sources, tables):
    assert_same(make_tables([*sources, *sources]), tables)


def test_one_file_in_two_folders_is_one_document(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "call.txt").write_text(REPORTS["call.txt"], encoding="utf-8")
    sources, _ = find_sources([tmp_path / "a", tmp_path / "b"])
    there, back = make_tables(sources), make_tables(sources[::-1])
    assert_same(there, back)
    assert there["documents"]["path"].tolist() == [(tmp_path / "a" / "call.txt").as_posix()]


def test_ids_do_not_depend_on_where_the_folder_lies(tmp_path, tables):
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    moved = make_tables(find_sources([tmp_path])[0])
    for name, table in TABLES.items():
        assert moved[name][table.key].tolist() == tables[name][table.key].tolist()


@pytest.mark.parametrize("step", ["extract", "read_documents"])
def test_a_fault_of_ours_stops_one_document_only(sources, tables, monkeypatch, step):
    real = getattr(building, step)

    def stumble(item, *more):
        if item.path.endswith("talks.txt"):
            raise KeyError("rice")
        return real(item, *more)

    monkeypatch.setattr(building, step, stumble)
    left = make_tables(sources)
    documents = left["documents"].set_index(left["documents"]["path"].map(lambda path: Path(path).name))
    assert documents.loc["talks.txt", "status"] == "failed"
    assert "Please report: KeyError: 'rice' (test_build.py, line" in documents.loc["talks.txt", "problem"]
    others = documents.drop(index="talks.txt")["status"]
    assert sorted(others) == ["failed", "read", "read", "undated"]
    assert documents.loc["talks.txt", "document_id"] not in set(left["mentions"]["document_id"])
    check(left)


def test_a_build_tells_its_progress_and_writes_what_it_returns(sources, tmp_path):
    seen: list[tuple[int, int]] = []
    folder = Path(sources[0].path).parent
    tables = build([folder], tmp_path, progress=lambda done, total, path: seen.append((done, total)))
    assert seen == [(number, len(REPORTS)) for number in range(1, len(REPORTS) + 1)]
    assert_same(read_tables(tmp_path), tables)


def test_the_bundled_documents_are_all_read():
    tables = make_tables(find_sources([ROOT / "data" / "documents"])[0])
    assert tables["documents"]["problem"].dropna().tolist() == []
    assert sorted(str(day)[:10] for day in tables["documents"]["published"]) == [
        "2020-09-28",
        "2021-08-30",
        "2021-08-31",
        "2022-11-25",
        "2023-08-25",
    ]


def test_only_empty_documents_make_empty_tables(tmp_path):
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    tables = make_tables(find_sources([tmp_path])[0])
    assert {name: len(df) for name, df in tables.items() if len(df)} == {"documents": 1}


def test_a_country_takes_part_through_who_holds_its_office_then(tmp_path):
    texts = {
        "now.txt": "Talks\n2023-03-04\n\nXi Jinping met Miguel Díaz-Canel on 3 March 2023.\n",
        "then.txt": "Youth\n2023-03-05\n\nIn 1985 Xi Jinping visited the farms of Muscatine.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    tables = make_tables(find_sources([tmp_path])[0])
    acting = {row.start.year: sorted(row.actors) for row in tables["mentions"].itertuples()}
    assert acting == {2023: ["china", "cuba"], 1985: []}
    people = tables["people"].set_index("leader_id")
    assert people.loc["cuba", ["name", "kind", "n_mentions"]].tolist() == ["Cuba", "country", 0]


def test_words_with_a_link_in_them_are_kept_as_they_stand(tmp_path):
    text = (
        "# The dam\n\n4 May 2019\n\nAna Ruiz said that the [dam of Kelna](/dams/kelna.html) will be closed in [June](#f2). "
        "“We [lost](#f3) it,” Bo Lund said on [2 May](#f4).\n"
    )
    (tmp_path / "dam.md").write_text(text, encoding="utf-8")
    tables = build([tmp_path], tmp_path / "out")
    assert any("[lost](#f3)" in words for words in tables["quotes"]["text"])
    assert any("](/dams/kelna.html)" in words for words in tables["quotes"]["text"])
