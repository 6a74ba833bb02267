"""Selected rows as files that other programs open: CSV and Excel for spreadsheets, JSON and Parquet for programs."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pandas as pd

from loaders.moments import iso_day
from loaders.tables.times import moment_of

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
    times = [name for name in df.columns if pd.api.types.is_datetime64_any_dtype(df[name])]
    early = [name for name in times if (df[name].dt.year < 1).any()]
    df = df.assign(**{name: _as_iso(df[name]) for name in early})
    return str(df.to_json(orient="records", date_format="iso", force_ascii=False, indent=1)).encode()


def to_parquet(df: pd.DataFrame) -> bytes:
    """Apache Parquet, types kept."""
    buffer = io.BytesIO()
    df.to_parquet(buffer, index=False)
    return buffer.getvalue()


LONGEST_CELL = 32_767
"""Characters that Excel takes in a cell."""
MOST_WIDE = 60
"""Characters of the widest column of a sheet; longer cells are wrapped."""


def to_excel(df: pd.DataFrame) -> bytes:
    """A workbook with one sheet: heads stay in sight, rows can be filtered, and text is never read as anything else."""
    # Half a second to import, for the few who ask for such a file.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    flat, book = flatten(df), Workbook(write_only=True)
    sheet = book.create_sheet("Dateline")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(flat.columns), 1))}{len(flat) + 1}"
    for number, name in enumerate(flat.columns, start=1):
        longest = max((len(str(value)) for value in flat[name].head(200)), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest, len(str(name))) + 2, MOST_WIDE)

    def cell(value: object, head: bool = False) -> object:
        if not isinstance(value, str):
            return None if pd.isna(value) else value.item() if hasattr(value, "item") else value
        made = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", value)[:LONGEST_CELL])
        made.data_type = "s"
        made.alignment = Alignment(wrap_text=True, vertical="top")
        if head:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(str(name), head=True) for name in flat.columns])
    for row in flat.itertuples(index=False):
        sheet.append([cell(value) for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


WRITERS: dict[str, Callable[[pd.DataFrame], bytes]] = {
    "csv": to_csv,
    "json": to_json,
    "parquet": to_parquet,
    "xlsx": to_excel,
}


def flatten(df: pd.DataFrame) -> pd.DataFrame:
    """Lists joined to text and times as ISO 8601 without a time of day where all are midnight."""
    flat = df.copy()
    for name in flat.columns:
        if pd.api.types.is_datetime64_any_dtype(flat[name]):
            flat[name] = _as_iso(flat[name])
        elif flat[name].map(lambda value: isinstance(value, list)).any():
            flat[name] = flat[name].map(lambda value: SEPARATOR.join(value) if isinstance(value, list) else value)
    return flat


def _as_iso(times: pd.Series) -> pd.Series:
    """Times as ISO 8601, days where all are midnight; before year 1 with a sign (`-0043-03-15`)."""
    known = times.dropna()
    midnight = (known == known.dt.normalize()).all()
    if (known.dt.year < 1).any():
        moments = [moment_of(time) if pd.notna(time) else None for time in times]
        return pd.Series([one and (iso_day(one) if midnight else one.isoformat()) for one in moments], times.index)
    return times.dt.strftime("%Y-%m-%d" if midnight else "%Y-%m-%dT%H:%M:%S")


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
