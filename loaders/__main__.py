"""The command line: build the tables, check them, export them.

python -m loaders build PATH... [--out DIR] [--workers N]
python -m loaders check [DIR]
python -m loaders export {events,mentions,quotes,documents,people} [DIR] [--format csv|json|parquet] [--to FILE]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tqdm import tqdm

from loaders.build import make_tables
from loaders.export import WRITERS
from loaders.read import NothingToReadError, find_sources
from loaders.records import Map
from loaders.tables.conform import SchemaError, check
from loaders.tables.schema import Tables
from loaders.tables.store import StoreError, read_tables, write_tables
from loaders.vocabulary import VocabularyError

BUILT = Path(__file__).resolve().parent.parent / "data" / "built"
EXPORTED = ("events", "mentions", "quotes", "documents", "people")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, or 2 with one line on standard error that says what to do."""
    parsed = _parser().parse_args(arguments)
    try:
        return int(parsed.command(parsed))
    except (NothingToReadError, StoreError, SchemaError, VocabularyError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="From dated documents to tables.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("build", help="read documents and write the tables")
    command.add_argument("paths", nargs="+", metavar="PATH", help="a document, or a folder of documents")
    command.add_argument("--out", type=Path, default=BUILT, metavar="DIR", help="where the tables go (data/built)")
    command.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read side by side")
    command.set_defaults(command=_build)
    command = commands.add_parser("check", help="check built tables against the schema")
    command.add_argument("built", nargs="?", type=Path, default=BUILT, metavar="DIR")
    command.set_defaults(command=_check)
    command = commands.add_parser("export", help="write one table to a file")
    command.add_argument("table", choices=EXPORTED)
    command.add_argument("built", nargs="?", type=Path, default=BUILT, metavar="DIR")
    command.add_argument("--format", choices=sorted(WRITERS), default="csv")
    command.add_argument("--to", type=Path, metavar="FILE", help="the file to write (standard output)")
    command.set_defaults(command=_export)
    return parser


def _build(parsed: argparse.Namespace) -> int:
    sources, passed = find_sources(parsed.paths)
    with tqdm(total=len(sources), unit=" documents", desc="reading", disable=None) as bar:

        def show(done: int, total: int, path: str) -> None:
            bar.update()

        if parsed.workers > 1:
            with ProcessPoolExecutor(parsed.workers) as pool:
                parallel: Map = lambda function, items: pool.map(function, items, chunksize=8)  # noqa: E731
                tables = make_tables(sources, parallel, show)
        else:
            tables = make_tables(sources, progress=show)
    write_tables(tables, parsed.out)
    _report(tables, passed, parsed.out)
    return 0


def _report(tables: Tables, passed: list[str], out: Path) -> None:
    documents = tables["documents"]
    for row in documents[documents["status"] != "read"].itertuples():
        print(f"{row.status}: {row.path}: {row.problem}")
    for path in passed:
        print(f"passed over: {path}: not a format that is read")
    read = int((documents["status"] != "failed").sum())
    print(
        f"{read} of {len(documents)} documents read, {len(tables['events'])} events, "
        f"{len(tables['mentions'])} mentions, {len(tables['quotes'])} quotes → {out}"
    )


def _check(parsed: argparse.Namespace) -> int:
    tables = read_tables(parsed.built)
    check(tables)
    print("; ".join(f"{name}: {len(df)} rows" for name, df in tables.items()) + "; all as the schema says")
    return 0


def _export(parsed: argparse.Namespace) -> int:
    data = WRITERS[parsed.format](read_tables(parsed.built)[parsed.table])
    if parsed.to is None:
        sys.stdout.buffer.write(data)
    else:
        parsed.to.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
