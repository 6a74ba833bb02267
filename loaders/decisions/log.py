"""The file of decisions: lines are added by several processes, and none is ever changed or taken away.

A line is on the disk before whoever wrote it goes on. Killed while it writes, a program leaves an unfinished line at most;
the next line begins after it. What cannot be read is passed over and named, with its number, and stays where it is.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from loaders.decisions.lines import find_about, from_line, to_line
from loaders.decisions.records import TURNS, Decision, Entry, Turn, Wish
from loaders.decisions.targets import LONGEST_LINE, LineError
from loaders.tables.schema import stable_id

NAME = "edits.jsonl"


class LogError(RuntimeError):
    """A decision could not be written; says why, for the reader of the page."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A line that was passed over."""

    line: int
    """From 1."""
    why: str
    about: str = ""
    """mention_id, quote_id or document_id of what it is about, where it says so."""


@dataclass(frozen=True, slots=True)
class Log:
    """What stands in the file, in its order."""

    entries: tuple[Entry, ...] = ()
    passed: tuple[Passed, ...] = ()

    @property
    def decisions(self) -> list[Decision]:
        return [entry for entry in self.entries if isinstance(entry, Decision)]

    @property
    def turns(self) -> list[Turn]:
        return [entry for entry in self.entries if isinstance(entry, Turn)]


def read_log(folder: Path) -> Log:
    """What was decided in a collection; empty where nothing was.

    Raises LogError where the file is there and cannot be opened: to go on without it would undo everything in it.
    """
    try:
        with (folder / NAME).open("rb") as file:
            return _read(file)
    except (FileNotFoundError, NotADirectoryError):
        return Log()
    except OSError as error:
        raise LogError(f"{folder / NAME} cannot be read: {error.strerror}.") from error


def size_of(folder: Path) -> int:
    """How many bytes the log has, for `read_since`; 0 where there is none."""
    try:
        return (folder / NAME).stat().st_size
    except OSError:
        return 0


def read_since(folder: Path, size: int) -> Log:
    """What was added to the log since it had so many bytes. Raises LogError where it cannot be opened."""
    try:
        with (folder / NAME).open("rb") as file:
            file.seek(size)
            return _read(file)
    except FileNotFoundError:
        return Log()
    except OSError as error:
        raise LogError(f"{folder / NAME} cannot be read: {error.strerror}.") from error


def _read(file: BinaryIO) -> Log:
    entries: dict[str, Entry] = {}
    passed: list[Passed] = []
    for number, line in _lines(file):
        words = ""
        try:
            if line is None:
                raise LineError(f"it is longer than {LONGEST_LINE:,} bytes")
            words = _decode(line)
            if not words:
                continue
            entry = from_line(words)
            if _id_of(entry) in entries:
                raise LineError("a line before it has the same id")
            if not line.endswith(b"\n"):
                raise LineError("it is unfinished: the program was ended while it wrote")
            entries[_id_of(entry)] = entry
        except LineError as error:
            passed.append(Passed(number, str(error), find_about(words)))
    return Log(tuple(entries.values()), tuple(passed))


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long, which is never held whole."""
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            while (more := file.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
                pass
            yield number, None
        else:
            yield number, line


def _decode(line: bytes) -> str:
    try:
        return line.decode().strip("\r\n\t \ufeff")
    except UnicodeDecodeError as error:
        raise LineError("it is not UTF-8") from error


def _id_of(entry: Entry) -> str:
    return entry.turn_id if isinstance(entry, Turn) else entry.decision_id


def decide(folder: Path, wishes: Sequence[Wish], when: str) -> list[Decision]:
    """Write decisions as one step; gives them as they stand in the log.

    Raises LogError where the disk does not take them, LineError where one could not be read again.
    """
    if not wishes:
        return []
    with _writing(folder) as file:
        decisions: list[Decision] = []
        for number, wish in enumerate(wishes):
            decision_id = stable_id("decision", _size(file), number, when, wish.field)
            step = decisions[0].step if decisions else decision_id
            decisions.append(Decision(decision_id, step, when, wish.why, wish.target, wish.field, wish.old, wish.new))
        _add(file, decisions)
    return decisions


def turn(folder: Path, does: str, step: str, when: str) -> Turn:
    """Write that a step is undone or redone. Raises LogError where the disk does not take it."""
    if does not in TURNS:
        raise ValueError(f"{does!r} is none of {TURNS}")
    with _writing(folder) as file:
        made = Turn(stable_id("turn", _size(file), when, does, step), when, does, step)
        _add(file, [made])
    return made


@contextmanager
def _writing(folder: Path) -> Iterator[BinaryIO]:
    """The log, open at its end, while nobody else writes; the system frees the lock of a process that was killed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / NAME).open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
    except OSError as error:
        raise LogError(f"It could not be saved: {error.strerror}.") from error


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _add(file: BinaryIO, entries: Sequence[Entry]) -> None:
    lines = [to_line(entry) for entry in entries]
    for line in lines:
        if len(line.encode()) > LONGEST_LINE - 1:
            raise LineError("it is too long to be kept")
        from_line(line)
    size = _size(file)
    if size:
        file.seek(size - 1)
        if file.read(1) != b"\n":
            lines.insert(0, "")
    file.write("".join(f"{line}\n" for line in lines).encode())
    file.flush()
    os.fsync(file.fileno())
