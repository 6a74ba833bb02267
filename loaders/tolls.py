"""A figure of killed, wounded, arrested …: how a mention keeps it, and whether two accounts come to the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

BOUNDS = {"": "", "+": "at least ", "-": "up to ", "~": "about "}
"""How a number is bounded, and the words for it."""
NEAR = 0.1
"""A number that is only about right may differ by so much of the larger."""

_WRITTEN = re.compile(r"(?P<what>[a-z_]+)=(?P<number>\d+)(?P<bound>[+~-]?)@(?P<start>\d+):(?P<end>\d+)")


@dataclass(frozen=True, slots=True)
class Toll:
    """How many of what; `start` and `end` are offsets of its words in the document.

    >>> str(Toll("killed", 4, "+", 120, 130))
    'killed=4+@120:130'
    >>> read_toll("killed=4+@120:130").said
    'at least 4'
    """

    what: str
    number: int
    bound: str
    """"+" at least, "-" at most, "~" about, empty where the number is given as it is."""
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.what}={self.number}{self.bound}@{self.start}:{self.end}"

    @property
    def said(self) -> str:
        return f"{BOUNDS[self.bound]}{self.number:,}"


def read_toll(written: str) -> Toll:
    """The figure that str() wrote. Raises ValueError for anything else."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise ValueError(f"no figure: {written!r}")
    return Toll(match["what"], int(match["number"]), match["bound"], int(match["start"]), int(match["end"]))


def differ(one: Toll, two: Toll) -> bool:
    """Whether a reader must choose between two figures of the same: "about 30" and "32" are one, "at least 2" and "6" not.

    >>> differ(Toll("killed", 30, "~", 0, 1), Toll("killed", 32, "", 0, 1))
    False
    >>> differ(Toll("killed", 2, "+", 0, 1), Toll("killed", 6, "", 0, 1))
    True
    """
    if one.number == two.number:
        return False
    return not ("~" in (one.bound, two.bound) and abs(one.number - two.number) <= NEAR * max(one.number, two.number))
