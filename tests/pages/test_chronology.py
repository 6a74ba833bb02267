"""The chronology as HTML: under which heading a row stands, what it says, and that nothing in a document is markup."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pandas as pd
import pytest

from loaders.moments import moment
from pages.shared.chronology import head_html, list_html, say_in_list


def row(**columns: object) -> dict[str, object]:
    usual = {
        "event_id": "e1",
        "title": "Two ports agree on pilots",
        "start": datetime(2021, 8, 30),
        "end": datetime(2021, 8, 31),
        "precision": "day",
        "event_type": "signing",
        "leaders": [],
        "documents": ["d1"],
        "n_sources": 1,
        "disputed": [],
        "status": "happened",
        "quote_kind": None,
        "quote_text": None,
        "statement": None,
        "speaker": None,
    }
    return {**usual, **columns}


def shown(*rows: dict[str, object], page: int = 1, total: int = 1, names: dict[str, str] | None = None) -> str:
    return list_html(pd.DataFrame(list(rows)), names or {}, page, total)


def words(markup: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", re.sub("</?[ab]\\b[^>]*>", "", markup)).split())


YEAR = {"start": datetime(2021, 1, 1), "end": datetime(2022, 1, 1), "precision": "year"}


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({}, "30 August"),
        (YEAR, "In 2021"),
        ({"start": datetime(2021, 8, 1), "end": datetime(2021, 8, 11), "precision": "week"}, "Early August"),
        ({"start": moment(-43, 3, 15), "end": moment(-43, 3, 16)}, "15 March"),
        (
            {"start": datetime(2021, 12, 30), "end": datetime(2022, 1, 3), "precision": "span"},
            "30 December – 2 January 2022",
        ),
    ],
)
def test_the_year_is_said_once(columns, said):
    assert say_in_list(row(**columns)) == said


def test_rows_stand_under_their_months_and_years():
    later = row(start=datetime(2021, 9, 2), end=datetime(2021, 9, 3))
    markup = shown(row(**YEAR), row(), row(), later)
    assert re.findall("<h3>(.*?)</h3>", markup) == ["2021", "August 2021", "September 2021"]
    assert [part.count("<li>") for part in markup.split("<h3>")[1:]] == [1, 2, 1]


def test_a_row_says_who_how_many_sources_and_what_was_said():
    said = {
        "quote_kind": "direct",
        "quote_text": "We share the tide.",
        "statement": "We share the tide.",
        "speaker": "ana",
    }
    markup = shown(
        row(leaders=["ana", "ben"], n_sources=2, disputed=["date"], status="planned", **said),
        names={"ana": "Ana Ruiz", "ben": "Ben Oduya"},
    )
    assert "Planned · Ana Ruiz, Ben Oduya · 2 sources · sources differ" in words(markup)
    assert "“We share the tide.” — Ana Ruiz" in words(markup)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({}, "Kelna Post"),
        ({"documents": ["d3"]}, ""),
        ({"documents": ["d1", "d2", "d3"], "n_sources": 3}, "3 sources: Kelna Post, Marna Times"),
        ({"documents": ["d3"], "n_sources": 2}, "2 sources"),
        ({"documents": ["d1", "d4"], "leaders": ["ana"]}, "Ana Ruiz · Kelna Post"),
    ],
)
def test_a_row_says_which_outlets_tell_it(columns, said):
    outlets = {"d1": "Kelna Post", "d2": "Marna Times", "d4": "Kelna Post"}
    markup = list_html(pd.DataFrame([row(**columns)]), {"ana": "Ana Ruiz"}, 1, 1, outlets=outlets)
    assert words("".join(re.findall('<p class="dl-who">(.*?)</p>', markup))) == said


def test_nothing_in_a_document_is_markup():
    bad = '"><img src=x onerror=hit()><b>'
    hostile = row(
        event_id=bad, title=bad, leaders=[bad], quote_kind="mixed", quote_text="b", statement=bad, speaker=bad
    )
    markup = shown(hostile)
    assert "<img" not in markup
    assert markup.count("<b>") == 0


@pytest.mark.parametrize(
    ("page", "total", "ways"),
    [(1, 50, []), (1, 51, ["2"]), (2, 51, [""]), (2, 400, ["", "3"]), (3, 400, ["2", "4"])],
)
def test_a_long_chronology_has_pages(page, total, ways):
    assert re.findall('data-ask="page" data-value="(.*?)"', shown(row(), page=page, total=total)) == ways


def test_what_is_chosen_of_order_and_form_is_marked():
    window = (datetime(2021, 1, 1), datetime(2021, 1, 1) + timedelta(days=31))
    markup = head_html(1200, window, latest_first=False, as_table=False)
    assert "1,200 events" in markup
    assert "January 2021" in markup
    assert re.findall('aria-pressed="true">(.*?)<', markup) == ["Chronology", "Earliest first"]
    assert "first" not in head_html(3, window, latest_first=True, as_table=True)
