"""Holding tables to the schema: at every border (after extract, after load) they go through `conform`."""

from __future__ import annotations

from collections.abc import Iterable

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
    df = pd.DataFrame({column.name: _typed(df[column.name], column, table) for column in table.columns})
    df = df.reset_index(drop=True)
    repeated = df[table.key][df[table.key].duplicated()]
    if len(repeated):
        raise SchemaError(f"{table.name}: {table.key} {repeated.iloc[0]!r} stands more than once; it must be unique")
    _check_intervals(df, table)
    return df


def _typed(values: pd.Series, column: Column, table: Table) -> pd.Series:
    where = f"{table.name}.{column.name}"
    base, optional = column.type.rstrip("?"), column.type.endswith("?")
    try:
        if base == "text":
            result = values.astype("object").where(values.notna(), None)
            wrong = [value for value in result if value is not None and not isinstance(value, str)]
            if wrong:
                raise SchemaError(f"{where}: {wrong[0]!r} is not text")
        elif base == "time":
            result = to_times(values)
        elif base == "integer":
            result = values.astype("int64")
        elif base == "number":
            result = values.astype("float64")
        elif base == "flag":
            result = values.astype("bool")
        else:
            result = pd.Series([[str(item) for item in value] for value in values], index=values.index, dtype="object")
    except (ValueError, TypeError) as error:
        raise SchemaError(f"{where}: a value does not fit the type {column.type}: {error}") from error
    if not optional and base in ("text", "time") and result.isna().any():
        raise SchemaError(f"{where}: row {int(result.isna().argmax())} has no value")
    if column.allowed:
        strange = set(result.dropna()) - set(column.allowed)
        if strange:
            raise SchemaError(f"{where}: {sorted(strange)[0]!r}; allowed are {', '.join(column.allowed)}")
    return result


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
