"""Holding tables to the schema: at every border (after extract, after load) they go through `conform`."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from loaders.moments import EarlyMoment
from loaders.tables.schema import INTERVALS, REFERENCES, SPANS, TABLES, Column, Table, Tables
from loaders.tables.times import as_time, holds_early, to_times


class SchemaError(ValueError):
    """A table breaks the contract of schema.py; says which table, column, row and value."""


def frame(table: Table, rows: Iterable[dict[str, object]] = ()) -> pd.DataFrame:
    """A conforming DataFrame from records; empty with the right types where there are none.

    >>> from loaders.tables.schema import EVENTS
    >>> frame(EVENTS)["start"].dtype
    dtype('<M8[us]')
    """
    rows = list(rows)
    times = {column.name for column in table.columns if column.type.startswith("time")}
    if holds_early(row.get(name) for row in rows for name in times):
        # What pandas makes of a column while it collects them would read these as moments of their own.
        rows = [{name: _as_time(value) if name in times else value for name, value in row.items()} for row in rows]
    return conform(pd.DataFrame.from_records(rows, columns=table.names), table)


def _as_time(value: object) -> object:
    return as_time(value) if isinstance(value, EarlyMoment) else value


def conform(df: pd.DataFrame, table: Table) -> pd.DataFrame:
    """The table with its columns in order and of their types. Raises SchemaError for a row that breaks the contract."""
    missing = [name for name in table.names if name not in df.columns]
    unknown = [name for name in df.columns if name not in table.names]
    if missing or unknown:
        raise SchemaError(f"{table.name}: missing columns {missing}, unknown columns {unknown}")
    places = pd.RangeIndex(len(df))
    typed = {column.name: _typed(df[column.name], column, table) for column in table.columns}
    # With their types, of which pandas would guess some; not copied into one block.
    columns = {name: pd.Series(values, places, dtype=values.dtype) for name, values in typed.items()}
    df = pd.DataFrame(columns, index=places, copy=False)
    repeated = df[table.key][df[table.key].duplicated()]
    if len(repeated):
        raise SchemaError(f"{table.name}: {table.key} {repeated.iloc[0]!r} stands more than once; it must be unique")
    _check_intervals(df, table)
    return df


def _typed(values: pd.Series, column: Column, table: Table) -> np.ndarray:
    result: np.ndarray
    where = f"{table.name}.{column.name}"
    base, optional = column.type.rstrip("?"), column.type.endswith("?")
    try:
        if base == "text":
            result = _texts(values, where)
        elif base == "time":
            result = to_times(values).to_numpy()
        elif base == "list":
            lists = ([str(item) for item in value] for value in values)
            result = np.fromiter(lists, dtype=object, count=len(values))
        else:
            result = np.asarray(values.to_numpy(), dtype=NUMPY[base])
    except (ValueError, TypeError) as error:
        raise SchemaError(f"{where}: a value does not fit the type {column.type}: {error}") from error
    if not optional and base in ("text", "time") and pd.isna(result).any():
        raise SchemaError(f"{where}: row {int(pd.isna(result).argmax())} has no value")
    if column.allowed:
        strange = set(result) - {None, *column.allowed}
        if strange:
            raise SchemaError(f"{where}: {sorted(strange)[0]!r}; allowed are {', '.join(column.allowed)}")
    return result


NUMPY = {"integer": "int64", "number": "float64", "flag": "bool"}


def _texts(values: pd.Series, where: str) -> np.ndarray:
    """Strings, and None for what there is not."""
    texts: np.ndarray = values.to_numpy(dtype=object)
    missing = pd.isna(texts)
    if missing.any():
        texts = texts.copy()
        texts[missing] = None
    if pd.api.types.infer_dtype(texts, skipna=True) not in ("string", "empty"):
        wrong = next(text for text in texts if text is not None and not isinstance(text, str))
        raise SchemaError(f"{where}: {wrong!r} is not text")
    return texts


def _check_intervals(df: pd.DataFrame, table: Table) -> None:
    for first, last in INTERVALS:
        if first in df.columns and last in df.columns:
            wrong = df[df[first] >= df[last]]
            if len(wrong):
                row = wrong.iloc[0]
                raise SchemaError(
                    f"{table.name} {row[table.key]}: {first} {row[first]} is not before {last} {row[last]}"
                )


def check(tables: Tables) -> None:
    """Raise SchemaError unless every id that is referred to exists and every span holds its text."""
    for name, column, target in REFERENCES:
        _check_reference(tables, name, column, target)
    texts = dict(zip(tables["documents"]["document_id"], tables["documents"]["text"], strict=True))
    for name, words, start, end in SPANS:
        df = tables[name]
        for row in df[["document_id", words, start, end]].itertuples(index=False):
            if row[2] >= 0 and texts[row[0]][row[2] : row[3]] != row[1]:
                raise SchemaError(
                    f"{name}.{words}: {row[1]!r} is not what stands at {row[2]}:{row[3]} of document {row[0]}"
                )


def _check_reference(tables: Tables, name: str, column: str, target: str) -> None:
    values = tables[name][column]
    if TABLES[name].names and values.map(lambda value: isinstance(value, list)).any():
        values = values.explode()
    known = set(tables[target][TABLES[target].key])
    unknown = set(values.dropna()) - known
    if unknown:
        raise SchemaError(f"{name}.{column}: {sorted(unknown)[0]!r} is not in the table {target}")
