"""Tables whose first column is a date: it sorts as one, and reads as exact as it is and no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from pages.shared.phrases import say_date

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler


def with_dates(df: pd.DataFrame, intervals: pd.DataFrame) -> Styler:
    """The rows with a column "Date" before them, of the intervals (`start`, `end`, `precision`) in the same order.

    What is sorted is the first possible moment; what is read are the words for the interval: 1960, not 1 January 1960.
    """
    words = [say_date(*row) for row in intervals[["start", "end", "precision"]].itertuples(index=False)]
    return _in_words(df, intervals["start"], words, "Date")


def with_published(df: pd.DataFrame, moments: pd.Series, words: Sequence[str]) -> Styler:
    """The rows with a column "Published" before them."""
    return _in_words(df, moments, words, "Published")


def _in_words(df: pd.DataFrame, moments: pd.Series, words: Sequence[str], name: str) -> Styler:
    # Streamlit shows a cell in the words that a Styler has for it. A Styler's words are made from a value alone, so each
    # value is its own: two events that begin at one moment differ by a microsecond for each row.
    own = pd.Series(
        pd.to_datetime(moments).astype("datetime64[us]").to_numpy()
        + pd.to_timedelta(range(len(df)), unit="us").to_numpy()
    )
    said = dict(zip(own, words, strict=True))
    table = df.reset_index(drop=True)
    table.insert(0, name, own)
    return table.style.format(lambda value: said.get(value, ""), subset=[name], na_rep="no date")
