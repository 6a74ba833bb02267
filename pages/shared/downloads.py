"""Downloads of exactly the rows that the filters leave, under a name that says what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from loaders.export import to_csv
from pages.shared.phrases import count
from pages.shared.sides import say_sides


def show_download(rows: Callable[[], pd.DataFrame], n: int, noun: str, key: str) -> None:
    """A button that makes the file when it is pressed, from the rows as they are then."""
    st.download_button(
        f"Download {count(n, noun)} (CSV)",
        data=lambda: to_csv(rows()),
        file_name=f"dateline-{noun}s.csv",
        mime="text/csv",
        key=key,
        on_click="ignore",
        disabled=n == 0,
    )


EVENT_COLUMNS = [
    "date",
    "start",
    "end",
    "precision",
    "title",
    "kind",
    "leaders",
    "countries_and_organisations",
    "topics",
    "places",
    "status",
    "documents",
    "n_documents",
    "n_quotes",
    "weight",
    "weight_why",
    "confidence",
    "event_id",
]
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
QUOTE_COLUMNS = [
    "said",
    "said_start",
    "said_end",
    "speaker",
    "cue",
    "kind",
    "text",
    "statement",
    "addressee",
    "topics",
    "said_how",
    "speaker_how",
    "document",
    "publisher",
    "published",
    "url",
    "confidence",
    "quote_id",
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

    >>> say_first(pd.Timestamp("2021-08-31")), say_first(pd.Timestamp("2021-08-31 18:28"))
    ('2021-08-31', '2021-08-31 18:28')
    """
    if pd.isna(moment):
        return ""
    return moment.strftime("%Y-%m-%d" if moment == moment.normalize() else "%Y-%m-%d %H:%M")


def say_last(end: pd.Timestamp) -> str:
    """The last day, or the last minute, before the first moment that is too late.

    >>> say_last(pd.Timestamp("2016-01-01")), say_last(pd.Timestamp("2021-08-31 18:29"))
    ('2015-12-31', '2021-08-31 18:28')
    """
    if pd.isna(end):
        return ""
    return say_first(end - (pd.Timedelta(days=1) if end == end.normalize() else pd.Timedelta(minutes=1)))
