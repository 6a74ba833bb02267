"""The command line: build the tables, check them, export them.

python -m loaders build PATH... [--out DIR] [--workers N] [--fresh] [--map USE=COLUMN...]
python -m loaders check [DIR]
python -m loaders settle [DIR]
python -m loaders export {events,mentions,quotes,documents,people} [DIR] [--format csv|json|parquet] [--to FILE]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from loaders.arrivals import make_whole
from loaders.build import Built, lost, make_built, standing_in, write_built
from loaders.collection import remember_sources, with_added
from loaders.collection_columns import USES, remember_columns
from loaders.decisions.log import NAME as LOG
from loaders.decisions.log import LogError, read_log
from loaders.export import WRITERS
from loaders.files import replace_file
from loaders.kept import Kept
from loaders.own_topics import read_own_topics
from loaders.processes import map_apart
from loaders.read import NothingToReadError, Passed, find_sources
from loaders.records import Map
from loaders.replay import replay, settle
from loaders.tables.conform import SchemaError, check
from loaders.tables.schema import Tables
from loaders.tables.store import StoreError, read_tables
from loaders.vocabulary import VocabularyError

BUILT = Path(__file__).resolve().parent.parent / "data" / "built"
EXPORTED = ("events", "mentions", "quotes", "documents", "people")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, or 2 with one line on standard error that says what to do, 130 after Ctrl+C."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Only this way does argparse take "export events --to FILE DIR", with an option before the last argument.
    parsed = (
        _export_parser().parse_intermixed_args(given[1:]) if given[:1] == ["export"] else _parser().parse_args(given)
    )
    try:
        return int(parsed.command(parsed))
    except (NothingToReadError, StoreError, SchemaError, VocabularyError, LogError, OSError) as error:
        print(f"error: {printable(str(error))}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped; nothing is half written", file=sys.stderr)
        return 130


def printable(text: str) -> str:
    """The text with what could move a terminal's cursor, hide or turn letters round written as its code.

    >>> printable("a\x1b[31m\u202eb.txt")
    'a\\x1b[31m\\u202eb.txt'
    """
    shown = (letter if letter == " " or letter.isprintable() else ascii(letter)[1:-1] for letter in text)
    return "".join(shown)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="From dated documents to tables.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("build", help="read documents and write the tables")
    command.add_argument("paths", nargs="+", metavar="PATH", help="a document, or a folder of documents")
    command.add_argument("--out", type=Path, default=BUILT, metavar="DIR", help="where the tables go (data/built)")
    command.add_argument("--workers", type=int, default=1, metavar="N", help="processes that read side by side")
    command.add_argument(
        "--fresh", action="store_true", help="read every document anew, also what is known from before"
    )
    command.add_argument(
        "--map",
        nargs="+",
        action="extend",
        default=[],
        type=_read_column,
        metavar="USE=COLUMN",
        help=f"what a column of tables is for, where its name does not say: {', '.join(USES)} (date=Datum text=Wortlaut)",
    )
    command.set_defaults(command=_build)
    command = commands.add_parser("check", help="check built tables against the schema")
    command.add_argument("built", nargs="?", type=Path, default=BUILT, metavar="DIR")
    command.set_defaults(command=_check)
    command = commands.add_parser("settle", help="compare all accounts again where corrections put that off")
    command.add_argument("built", nargs="?", type=Path, default=BUILT, metavar="DIR")
    command.set_defaults(command=_settle)
    commands.add_parser("export", help="write one table to a file")
    return parser


def _read_column(words: str) -> tuple[str, str]:
    use, _, column = words.partition("=")
    if use not in USES or not column:
        raise argparse.ArgumentTypeError(f"“{words}” is not USE=COLUMN; a use is one of {', '.join(USES)}")
    return use, column


def _export_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders export", description="Write one table to a file.")
    parser.add_argument("table", choices=EXPORTED)
    parser.add_argument("built", nargs="?", type=Path, default=BUILT, metavar="DIR")
    parser.add_argument("--format", choices=sorted(WRITERS), default="csv")
    parser.add_argument("--to", type=Path, metavar="FILE", help="the file to write (standard output)")
    parser.set_defaults(command=_export)
    return parser


def _build(parsed: argparse.Namespace) -> int:
    mapped = dict(parsed.map)
    sources, passed = find_sources(with_added(parsed.paths, parsed.out), mapped)
    with tqdm(total=len(sources), unit=" documents", desc="reading", disable=None) as bar:

        def show(done: int, total: int, path: str) -> None:
            bar.update()

        parallel: Map = lambda function, items: map_apart(function, items, parsed.workers, lost)  # noqa: E731
        with Kept(parsed.out, parsed.fresh) as kept:
            decisions = standing_in(parsed.out)
            mapping, topics = parallel if parsed.workers > 1 else map, read_own_topics(parsed.out)
            built = make_built(sources, mapping, show, kept, decisions, topics)
    tables = built.tables
    if not _holds_something(tables):
        _name_unread(tables, passed)
        raise StoreError(
            f"none of {len(sources)} documents could be read; what stands in {parsed.out} was left as it is"
        )
    write_built(built, parsed.out)
    replay(parsed.out)
    remember_sources(parsed.out, parsed.paths)
    remember_columns(parsed.out, mapped)
    _name_unread(tables, passed)
    _name_orphans(built)
    for line in read_log(parsed.out).passed:
        print(f"{LOG}, line {line.line}, was passed over: {line.why}")
    print(printable(f"{_sum_up(tables)} → {parsed.out}"))
    return 0


def _holds_something(tables: Tables) -> bool:
    """Whether any document was read: tables of nothing never take the place of others."""
    return bool((tables["documents"]["status"] != "failed").any())


def _name_unread(tables: Tables, passed: Sequence[Passed]) -> None:
    documents = tables["documents"]
    for row in documents[documents["problem"].notna()].itertuples():
        print(printable(f"{row.status}: {row.path}: {row.problem}"))
    for one in passed:
        print(printable(f"passed over: {one.path}: {one.why}"))


def _name_orphans(built: Built) -> None:
    for orphan in built.outcome.orphans:
        print(f"a decision found nothing to stand on: {orphan.decision_id}: {orphan.why}")


def _sum_up(tables: Tables) -> str:
    read = int((tables["documents"]["status"] != "failed").sum())
    counts = ", ".join(f"{len(tables[name])} {name}" for name in ("events", "mentions", "quotes"))
    return f"{read} of {len(tables['documents'])} documents read, {counts}"


def _check(parsed: argparse.Namespace) -> int:
    tables = read_tables(parsed.built)
    check(tables)
    print("; ".join(f"{name}: {len(df)} rows" for name, df in tables.items()) + "; all as the schema says")
    return 0


def _settle(parsed: argparse.Namespace) -> int:
    settle(parsed.built, make_whole)
    return 0


def _export(parsed: argparse.Namespace) -> int:
    data = WRITERS[parsed.format](read_tables(parsed.built)[parsed.table])
    if parsed.to is None:
        sys.stdout.buffer.write(data)
    else:
        write_whole(parsed.to, data)
    return 0


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place of another at once: where the disk is full, the old one stays.

    A link leads to the file that is written, and what is no file, as /dev/stdout, is written to as it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    replace_file(path.resolve(), data)


if __name__ == "__main__":
    sys.exit(main())
