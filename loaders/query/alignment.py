"""Two accounts of one event side by side: which statements say the same, which only one has, and in which words.

Statements are aligned by what their words have in common: words count by how rare they are in the two accounts, cut to
their beginnings so that "cooperate" meets "cooperation", and neighbouring words count once more together. The pairs are
those whose sum is the greatest, each statement in one pair at most; statements of two different speakers are no pair.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

import numpy as np
from scipy.optimize import linear_sum_assignment

from loaders.query.selection import fold
from loaders.records import Span

ALIKE = 0.16
"""Pairs of a lower score are not shown as one statement."""
STEM = 5
"""Words are compared by so many of their first letters."""
SURE = 0.4
"""Pairs of a lower score need two longer words in common: "the second" alone says nothing."""
LONGER = 4
"""So many letters has a longer word; one that is written without spaces is longer than it seems."""
CLOSE = 0.05
"""What the same place in both accounts adds to a pair's score at most."""

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_](?:[^\W_\u0300-\u036f]|[\u0300-\u036f]|['’-](?=[^\W_]))*")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an account, with who says it and the words that introduce it ("pointed out")."""

    start: int
    end: int
    text: str
    speaker: str | None = None
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """The same statement in two accounts; None where one account has it alone."""

    first: Statement | None
    second: Statement | None
    score: float
    only_first: tuple[Span, ...] = ()
    """Places in the first text of words that the second has not."""
    only_second: tuple[Span, ...] = ()


def make_statements(
    text: str, sentences: Iterable[Span], quotes: Iterable[tuple[int, int, str | None, str]]
) -> list[Statement]:
    """The sentences as statements; `quotes` are (start, end, speaker, verb), the longest in a sentence counts."""
    found = list(quotes)
    statements = []
    for start, end in sentences:
        within = [(min(end, last) - max(start, first), who, verb) for first, last, who, verb in found]
        longest = max(within, key=lambda quote: quote[0], default=(0, None, ""))
        who, verb = longest[1:] if longest[0] > 0 else (None, "")
        statements.append(Statement(start, end, text[start:end], who, verb))
    return statements


def align_statements(first: Sequence[Statement], second: Sequence[Statement]) -> list[Pair]:
    """Pairs in the order of the first account, then what only the second has in its own order, set in where it stands.

    A pair without a partner has the score 0.
    """
    scores = score_statements(first, second)
    rows, columns = linear_sum_assignment(-np.where(scores >= ALIKE, scores, 0.0))
    partner = {int(row): int(column) for row, column in zip(rows, columns, strict=True) if scores[row, column] >= ALIKE}
    pairs = [
        _pair(statement, second[partner[number]], float(scores[number, partner[number]]))
        if number in partner
        else Pair(statement, None, 0.0)
        for number, statement in enumerate(first)
    ]
    taken = set(partner.values())
    places = {column: row for row, column in partner.items()}
    for number in reversed([n for n in range(len(second)) if n not in taken]):
        before = max((places[n] for n in range(number) if n in places), default=-1)
        pairs.insert(before + 1, Pair(None, second[number], 0.0))
    return pairs


def score_statements(first: Sequence[Statement], second: Sequence[Statement]) -> np.ndarray:
    """How alike each statement of the first account is to each of the second, from 0 to 1."""
    bags = [Counter(_features(statement.text)) for statement in (*first, *second)]
    spread = Counter(feature for bag in bags for feature in bag)
    weights = [{feature: n * math.log(1 + len(bags) / spread[feature]) for feature, n in bag.items()} for bag in bags]
    norms = [math.sqrt(sum(weight**2 for weight in bag.values())) or 1.0 for bag in weights]
    scores = np.zeros((len(first), len(second)))
    for row, one in enumerate(first):
        for column, two in enumerate(second):
            if one.speaker is not None and two.speaker is not None and one.speaker != two.speaker:
                continue
            own, other = weights[row], weights[len(first) + column]
            shared = own.keys() & other.keys()
            alike = sum(own[feature] * other[feature] for feature in shared) / (norms[row] * norms[len(first) + column])
            if alike < SURE and sum(map(_is_longer, shared)) < 2:
                continue
            apart = abs(row / max(1, len(first)) - column / max(1, len(second)))
            scores[row, column] = alike + CLOSE * (1 - apart) * (alike > 0)
    return scores


def _features(text: str) -> list[str]:
    """The words by their beginnings, and each two neighbours together."""
    stems = [_same(word)[:STEM] for word in _WORD.findall(text)]
    return [*stems, *(f"{one} {two}" for one, two in pairwise(stems))]


def _same(word: str) -> str:
    """The word as it is compared: two houses' apostrophes, capitals and accents are no difference in what is said."""
    return fold(word).replace("’", "'")


def _is_longer(feature: str) -> bool:
    return " " not in feature and (len(feature) >= LONGER or not feature.isascii())


def _pair(first: Statement, second: Statement, score: float) -> Pair:
    """The pair with the words that only one side has."""
    one, two = list(_WORD.finditer(first.text)), list(_WORD.finditer(second.text))
    matcher = SequenceMatcher(
        None, [_same(word.group()) for word in one], [_same(word.group()) for word in two], autojunk=False
    )
    only_first: list[Span] = []
    only_second: list[Span] = []
    for kind, from_one, to_one, from_two, to_two in matcher.get_opcodes():
        if kind == "equal":
            continue
        if to_one > from_one:
            only_first.append((first.start + one[from_one].start(), first.start + one[to_one - 1].end()))
        if to_two > from_two:
            only_second.append((second.start + two[from_two].start(), second.start + two[to_two - 1].end()))
    return Pair(first, second, round(min(score, 1.0), 3), tuple(only_first), tuple(only_second))
