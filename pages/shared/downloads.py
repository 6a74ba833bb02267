"""Downloads of exactly the rows that the filters leave, under a name that says what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import cast

import pandas as pd
import streamlit as st

from loaders.export import to_csv, to_excel
from loaders.moments import iso_day, shifted
from loaders.query import quoted, rows
from loaders.query.selection import Selection
from loaders.tables.store import Store
from loaders.tables.times import moment_of
from pages.shared import state, tables
from pages.shared.filters import choice_names
from pages.shared.phrases import count, say_day
from pages.shared.sheets import events_sheet, quotes_sheet
from pages.shared.sides import say_sides

Rows = Callable[[], pd.DataFrame]
WINDOW = "window_shown"
"""Session state: a box with the window of the timeline, None elsewhere. What is downloaded looks into it when it is pressed: a
zoom runs the chart alone, not the bar."""
SPEECH_KINDS = {"": (), "direct": ("direct", "mixed"), "indirect": ("indirect", "mixed")}
"""Kinds of quote by what the quotes page shows of them. What is partly in marks and partly reported is both."""


def window_box() -> dict[str, tuple[datetime, datetime] | None]:
    """The box that the chart puts its window into."""
    return cast("dict[str, tuple[datetime, datetime] | None]", st.session_state.setdefault(WINDOW, {"window": None}))


def show_downloads(store: Store) -> None:
    """Files of what is shown: events, what each document says of them, and quotes."""
    box, chosen, names = window_box(), state.selection(), choice_names(store)
    kinds = SPEECH_KINDS.get(state.view("speech"), ())

    def shown() -> Selection:
        return chosen.within(box["window"]) if box["window"] else chosen

    def events() -> pd.DataFrame:
        found = rows.select_events(store, shown(), limit=None)
        return events_sheet(found, rows.select_accounts(store, shown()), names)

    def reports() -> pd.DataFrame:
        return name_ids(rows.select_mentions(store, shown(), limit=None), names)[MENTION_COLUMNS]

    def quotes() -> pd.DataFrame:
        return quotes_sheet(quoted.select_quotes(store, shown(), kinds, limit=None), names)

    _show_buttons(events, tables.count_events(store, shown()), "event")
    _show_buttons(reports, tables.count_mentions(store, shown()), "report")
    _show_buttons(quotes, tables.count_quotes(store, shown(), kinds), "quote")


FORMS = {
    "csv": ("CSV", "text/csv", to_csv),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_excel),
}


def _show_buttons(rows_of: Rows, n: int, noun: str) -> None:
    """A button a form, which makes the file when it is pressed, from what is shown then."""
    with st.container(horizontal=True):
        for ending, (form, mime, write) in FORMS.items():
            st.download_button(
                f"Download {count(n, noun)} ({form})",
                data=partial(_write, rows_of, write),
                file_name=f"dateline-{noun}s.{ending}",
                mime=mime,
                key=f"download_{noun}s_{ending}",
                on_click="ignore",
                disabled=n == 0,
            )


def _write(rows_of: Rows, write: Callable[[pd.DataFrame], bytes]) -> bytes:
    return write(rows_of())


MENTION_COLUMNS = [
    "date",
    "start",
    "end",
    "precision",
    "date_text",
    "date_how",
    "sentence",
    "kind",
    "leaders",
    "countries_and_organisations",
    "who_to_whom",
    "named",
    "topics",
    "place",
    "status",
    "main",
    "weight",
    "weight_why",
    "document",
    "publisher",
    "published",
    "url",
    "confidence",
    "why",
    "mention_id",
    "event_id",
    "document_id",
]


def name_ids(df: pd.DataFrame, names: dict[str, dict[str, str]]) -> pd.DataFrame:
    """The rows with names in place of ids, in columns that hold leaders, topics, kinds or documents.

    Countries and organisations come in a column of that name, and who did it to whom in words ("Ann Lee → Bo Zhao").
    """
    df = df.copy()
    if "actors" in df:
        df["countries_and_organisations"] = [_named(items, names["actors"]) for items in df["actors"]]
    if "sources" in df and "targets" in df:
        sides = zip(df["sources"], df["targets"], strict=True)
        df["who_to_whom"] = [say_sides(sources, targets, names["actors"]) for sources, targets in sides]
    for column, facet in (
        ("leaders", "leaders"),
        ("named", "leaders"),
        ("topics", "topics"),
        ("documents", "documents"),
    ):
        if column in df:
            df[column] = [_named(items, names[facet]) for items in df[column]]
    for column in ("speaker", "addressee"):
        if column in df:
            df[column] = df[column].map(lambda item: names["leaders"].get(item, item), na_action="ignore")
    if "event_type" in df:
        df["kind"] = df["event_type"].map(lambda kind: names["kinds"].get(kind, kind))
    if "document_title" in df:
        df["document"] = df["document_title"]
    for column in df.columns:
        # The quotes have columns `start` and `end` that are offsets.
        if pd.api.types.is_datetime64_any_dtype(df[column]):
            say = say_last if column in ("end", "said_end") else say_first
            df[column] = [say(moment) for moment in df[column]]
    return df


def _named(items: Sequence[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(item, item) for item in items]


def say_first(moment: pd.Timestamp) -> str:
    """A moment as a spreadsheet takes it: a day, with the time where there is one; the same in every file and filter.

    In words before year 1, which no spreadsheet takes for a date; EDTF stands beside it.

    >>> say_first(pd.Timestamp("2021-08-31")), say_first(pd.Timestamp("2021-08-31 18:28"))
    ('2021-08-31', '2021-08-31 18:28')
    """
    if pd.isna(moment):
        return ""
    first = moment_of(moment)
    day = iso_day(first) if first.year > 0 else say_day(first)
    return day if _is_midnight(first) else f"{day} {first:%H:%M}"


def say_last(end: pd.Timestamp) -> str:
    """The last day, or the last minute, before the first moment that is too late.

    >>> say_last(pd.Timestamp("2016-01-01")), say_last(pd.Timestamp("2021-08-31 18:29"))
    ('2015-12-31', '2021-08-31 18:28')
    """
    if pd.isna(end):
        return ""
    after = moment_of(end)
    return say_first(shifted(after, -timedelta(days=1) if _is_midnight(after) else -timedelta(minutes=1)))


def _is_midnight(moment: datetime) -> bool:
    return not (moment.hour or moment.minute or moment.second or moment.microsecond)
