"""What a document tells, beside its text: in order of time, each line a link to its passage, nothing of a document markup."""

from __future__ import annotations

from datetime import datetime, timedelta

import pandas as pd

from pages.shared.told_there import MOST, told_html


def account(number: int, **columns: object) -> dict[str, object]:
    day = datetime(2021, 3, 1) + timedelta(days=number)
    usual = {"document_id": "d1", "start": day, "end": day + timedelta(days=1), "precision": "day", "sentence": "S."}
    return {**usual, "sentence_start": number, "sentence_end": number + 2, "line": f"Line {number}", **columns}


def test_events_stand_in_order_of_time_and_lead_to_their_passages():
    shown = told_html(pd.DataFrame([account(3), account(1), account(2, line="")]))
    assert shown.index("Line 1") < shown.index(">S.<") < shown.index("Line 3")
    assert 'href="documents?text=d1&amp;at=1-3"' in shown and 'data-value="d1 1-3"' in shown
    assert "3 events told there" in shown and "2 March 2021" in shown


def test_a_line_is_no_markup():
    assert "<b>" not in told_html(pd.DataFrame([account(1, line="<b>bold</b>")]))


def test_of_very_many_only_some_are_listed():
    shown = told_html(pd.DataFrame([account(number) for number in range(MOST + 5)]))
    assert shown.count("<li>") == MOST and "and 5 more" in shown
