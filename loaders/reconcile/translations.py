"""Whether two texts are one text in two wordings: translations of one original, or one rewritten.

Two translations of a text say the same, sentence by sentence, in the same order, with the same names and figures; two
reports of one event choose, order and add for themselves. So the sentences are aligned without crossing (one with one,
or one with two that follow each other; Gale and Church 1993), and nearly all of both texts must have its counterpart.

The two accounts of one telephone call that belong to the first corpus are not such a pair: both were made from one
official text, but one leaves out all that the guest said (a third of the other) and tells a second call. What both have
is shown side by side on the compare page; as sources they count as two.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse

from loaders.layout.sentences import split_sentences
from loaders.reconcile.fingerprints import STEM, WORD
from loaders.vocabulary import words

COVERED = 0.8
"""So much of the words of each text stands in sentences that have a counterpart."""
ALIKE = 0.4
"""So alike the counterparts are on average (cosine of their rarer words)."""
FIGURES = 0.5
"""So many of the figures of either text stand in both."""
NAMES = 0.4
"""The same for names, of which some are spelled differently …"""
OTHERS = 0.3
"""… but texts that are so much less alike in names than in words are one form about two people."""
FEWEST = 50
"""Words below which a text is too short to tell a translation from a second report."""
SENTENCES = 4
"""The same in sentences."""
MOST = 400
"""So many sentences of a long text are compared."""
SHARED = 0.35
"""So many of the words, by their beginnings, stand in both texts, or no sentence is looked at."""
PAIR = 0.3
"""Sentences less alike are no counterparts."""

_SMALL = 10
"""Figures below are also written as words, and words such as "one" count nothing."""
_FEW = 2
"""Fewer figures or names say nothing."""
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|«[^«»\n]*»|「[^「」\n]*」")
_VOWELS = re.compile(r"[aeiouyw]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts lie beside each other."""

    covered: float
    """The share of words in sentences with a counterpart, of the text where it is smaller."""
    own_covered: float
    """The same outside quotation marks: two reports may quote one speech."""
    alike: float
    figures: float
    names: float
    matched: int
    """Sentences of the second text that have a counterpart."""
    of: int
    """Sentences of the second text."""

    @property
    def is_one_text(self) -> bool:
        covered = min(self.covered, self.own_covered) >= COVERED
        names = self.names >= max(NAMES, self.alike - OTHERS)
        return covered and self.alike >= ALIKE and self.figures >= FIGURES and names


@dataclass(frozen=True, slots=True)
class Told:
    """A text as its sentences: what each tells, and how long it is."""

    marks: tuple[Counter[str], ...]
    words: Counter[str]
    """The marks of all sentences."""
    lengths: np.ndarray
    own: np.ndarray
    """Words outside quotation marks."""
    figures: Counter[str]
    names: Counter[str]


def compare_texts(first: str, second: str, language: str) -> Likeness | None:
    """How alike two texts are, sentence by sentence in order; None where lengths or words already forbid one text."""
    one, two = _read(first, language), _read(second, language)
    sizes = sorted((one.lengths.sum(), two.lengths.sum()))
    too_short = sizes[0] < FEWEST or min(len(one.lengths), len(two.lengths)) < SENTENCES
    if too_short or sizes[0] < COVERED * COVERED * sizes[1] or _common(one.words, two.words) < SHARED:
        return None
    beads = _align(one, two)
    rows = np.array(sorted({row for bead in beads for row in bead[0]}), dtype=int)
    columns = np.array(sorted({column for bead in beads for column in bead[1]}), dtype=int)
    weights = [one.lengths[list(bead[0])].sum() + two.lengths[list(bead[1])].sum() for bead in beads]
    return Likeness(
        covered=min(_share(one.lengths, rows), _share(two.lengths, columns)),
        own_covered=min(_share(one.own, rows), _share(two.own, columns)),
        alike=float(np.average([bead[2] for bead in beads], weights=weights)) if beads else 0.0,
        figures=_common(one.figures, two.figures),
        names=_common(one.names, two.names),
        matched=len(columns),
        of=len(two.lengths),
    )


def _share(lengths: np.ndarray, chosen: np.ndarray) -> float:
    total = float(lengths.sum())
    return float(lengths[chosen].sum()) / total if total else 1.0


def _common(one: Counter[str], two: Counter[str]) -> float:
    """The share of the longer list that both have; 1 where there are too few to say."""
    most = max(one.total(), two.total())
    return (one & two).total() / most if most >= _FEW else 1.0


@lru_cache(maxsize=1024)
def _read(text: str, language: str) -> Told:
    numbers = _number_words(language)
    marks, lengths, own, figures, names = [], [], [], Counter[str](), Counter[str]()
    for start, end in split_sentences(text)[:MOST]:
        sentence = text[start:end]
        found = WORD.findall(sentence)
        if len(found) < 3:
            continue
        marks.append(Counter(_mark(word, numbers) for word in found))
        lengths.append(len(found))
        own.append(len(WORD.findall(QUOTED.sub(" ", sentence))))
        figures.update(mark for word in found if _is_figure(mark := _mark(word, numbers)))
        names.update(_bones(word) for word in found[1:] if word[0].isupper() and len(word) > 1)
    whole = Counter(mark for bag in marks for mark in bag.elements())
    return Told(tuple(marks), whole, np.array(lengths, float), np.array(own, float), figures, names)


def _mark(word: str, numbers: Mapping[str, int]) -> str:
    """A figure without marks of thousands, a number word as its figure, any other word by its beginning."""
    if word[0].isdigit():
        return _THOUSANDS.sub("", word)
    folded = word.casefold()
    return str(numbers[folded]) if folded in numbers else folded[:STEM]


def _is_figure(mark: str) -> bool:
    return mark[0].isdigit() and (not mark.isdecimal() or int(mark) >= _SMALL)


def _bones(name: str) -> str:
    """A name by its first letter and its consonants, as spellings of one foreign name differ mostly in vowels.

    >>> _bones("Timoshchuk") == _bones("Tymoshchuk"), _bones("Díaz") == _bones("Diaz")
    (True, True)
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum())
    return plain[:1] + _VOWELS.sub("", plain[1:])[: STEM - 1]


@lru_cache(maxsize=16)
def _number_words(language: str) -> Mapping[str, int]:
    known = words(language, "dates").get("words", {})
    return {
        str(word).casefold(): int(n)
        for name in ("number_word", "ordinal_word")
        for word, n in known.get(name, {}).items()
    }


Bead = tuple[tuple[int, ...], tuple[int, ...], float]
"""Sentences of the first text, of the second, and how alike they are."""
STEPS = ((1, 1), (1, 2), (2, 1))


def _align(one: Told, two: Told) -> list[Bead]:
    """The counterparts in order, none crossing, that have most words in common."""
    vectors = _vectors([*one.marks, *two.marks])
    first, second = vectors[: len(one.marks)], vectors[len(one.marks) :]
    alike = [_cosines(_summed(first, step[0]), _summed(second, step[1])) for step in STEPS]
    gains = [
        (scores - PAIR) * (_summed(one.lengths, step[0])[:, None] + _summed(two.lengths, step[1])[None])
        for step, scores in zip(STEPS, alike, strict=True)
    ]
    best = np.zeros((len(one.marks) + 1, len(two.marks) + 1))
    for row in range(1, len(best)):
        line = best[row - 1].copy()
        for (high, wide), gain in zip(STEPS, gains, strict=True):
            if row >= high and gain.shape[1]:
                line[wide:] = np.maximum(line[wide:], best[row - high, : len(line) - wide] + gain[row - high])
        best[row] = np.maximum.accumulate(line)
    return _trace(best, gains, alike)


def _trace(best: np.ndarray, gains: list[np.ndarray], alike: list[np.ndarray]) -> list[Bead]:
    """The steps that led to the best sum, from the last cell back."""
    row, column = best.shape[0] - 1, best.shape[1] - 1
    beads: list[Bead] = []
    while row and column:
        for (high, wide), gain, scores in zip(STEPS, gains, alike, strict=True):
            at, to = row - high, column - wide
            if at >= 0 and to >= 0 and best[row, column] == best[at, to] + gain[at, to] and gain[at, to] > 0:
                beads.append((tuple(range(at, row)), tuple(range(to, column)), float(scores[at, to])))
                row, column = at, to
                break
        else:
            if best[row, column] == best[row - 1, column]:
                row -= 1
            else:
                column -= 1
    return beads[::-1]


def _vectors(marks: list[Counter[str]]) -> np.ndarray:
    """A row a sentence, a column a word; words count by how rare they are in the two texts."""
    columns: dict[str, int] = {}
    cells = [
        (row, columns.setdefault(mark, len(columns)), n) for row, bag in enumerate(marks) for mark, n in bag.items()
    ]
    rows, places, counts = (np.array(values) for values in zip(*cells, strict=True)) if cells else ([], [], [])
    table = sparse.csr_matrix((counts, (rows, places)), shape=(len(marks), len(columns)), dtype=float).toarray()
    weighted: np.ndarray = table * np.log(1 + len(marks) / np.maximum(1, (table > 0).sum(axis=0)))
    return weighted


def _summed(rows: np.ndarray, size: int) -> np.ndarray:
    """Each row, or each two that follow each other together."""
    return rows if size == 1 else rows[:-1] + rows[1:]


def _cosines(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    norms = np.linalg.norm(one, axis=1)[:, None] * np.linalg.norm(two, axis=1)[None]
    scores: np.ndarray = one @ two.T / np.maximum(norms, 1e-9)
    return scores
