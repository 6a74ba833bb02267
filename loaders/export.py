"""Selected rows as files that other programs open: CSV for spreadsheets, JSON and Parquet for programs."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pandas as pd

FORMULA = re.compile(
    r"[\s\u00a0\ufeff\u00ad\u180e\u200b-\u200f\u2060-\u2069\u202a-\u202e\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]"
)
"""What makes a spreadsheet run a cell as a formula (OWASP, "CSV Injection"), also behind what it does not show."""

SEPARATOR = "; "


def to_csv(df: pd.DataFrame) -> bytes:
    """UTF-8 with a byte order mark, so that spreadsheets show accents; a cell that could run as a formula
    gets a leading '.

    >>> to_csv(pd.DataFrame({"text": ["=1+1", "plain"]})).decode("utf-8-sig").split()
    ['text', "'=1+1", 'plain']
    """
    safe = flatten(df)
    for name in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[name]):
            safe[name] = safe[name].map(_harmless, na_action="ignore")
    # RFC 4180 ends rows with CRLF; with a bare LF the writer leaves a CR inside a cell unquoted, which breaks its row.
    return str(safe.to_csv(index=False, lineterminator="\r\n")).encode("utf-8-sig")


def to_json(df: pd.DataFrame) -> bytes:
    """One array of objects, times as ISO 8601, lists as arrays."""
    return str(df.to_json(orient="records", date_format="iso", force_ascii=False, indent=1)).encode()


def to_parquet(df: pd.DataFrame) -> bytes:
    """Apache Parquet, types kept."""
    buffer = io.BytesIO()
    df.to_parquet(buffer, index=False)
    return buffer.getvalue()


WRITERS: dict[str, Callable[[pd.DataFrame], bytes]] = {"csv": to_csv, "json": to_json, "parquet": to_parquet}


def flatten(df: pd.DataFrame) -> pd.DataFrame:
    """Lists joined to text and times as ISO 8601 without a time of day where all are midnight."""
    flat = df.copy()
    for name in flat.columns:
        if pd.api.types.is_datetime64_any_dtype(flat[name]):
            midnight = (flat[name].dropna() == flat[name].dropna().dt.normalize()).all()
            flat[name] = flat[name].dt.strftime("%Y-%m-%d" if midnight else "%Y-%m-%dT%H:%M:%S")
        elif flat[name].map(lambda value: isinstance(value, list)).any():
            flat[name] = flat[name].map(lambda value: SEPARATOR.join(value) if isinstance(value, list) else value)
    return flat


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
