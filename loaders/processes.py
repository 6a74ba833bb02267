"""A `map` over processes of which any may die: what the dead one held is tried once more alone, then given up and said."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Ctrl+C reaches every process of a terminal: the one that the reader started says so, its workers end without a word.
_Pool = partial(ProcessPoolExecutor, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_DFL))

CHUNK = 8
"""So many items go to a process at once; a document takes some hundredths of a second."""


def map_apart(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """The results in the order of the items; `lost(item)` for one at which its process died twice.

    A process that is killed, by a person or for want of memory, breaks its whole pool: a new one goes on behind it.
    """
    rest = list(_chunks(items))
    while rest:
        done = 0
        with _Pool(workers) as pool:
            try:
                futures = [pool.submit(_each, function, chunk) for chunk in rest]
                for future in futures:
                    yield from future.result()
                    done += 1
            except BrokenProcessPool:
                pass
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        if done < len(rest):
            yield from (_alone(function, item, lost) for item in rest[done])
        rest = rest[done + 1 :]


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    waiting = iter(items)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def _each(function: Callable[[Item], Result], items: list[Item]) -> list[Result]:
    return [function(item) for item in items]


def _alone(function: Callable[[Item], Result], item: Item, lost: Callable[[Item], Result]) -> Result:
    with _Pool(1) as pool:
        try:
            return pool.submit(function, item).result()
        except BrokenProcessPool:
            return lost(item)
