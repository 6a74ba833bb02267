"""Documents that are one text: a text republished or translated counts as one source, not as corroboration.

Republished is a text of which nearly every run of five words stands in the other, whole or cut: an excerpt, an agency's
text with a paragraph more, another headline. Words in quotation marks alone make no copy: two reports may quote one
speech. Translated is a text that says the same sentence by sentence in other words (translations.py). The original is
the one published first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import numpy as np
import pandas as pd

from loaders.reconcile.fingerprints import WORD, Marks, common_share, find_neighbours, find_runs, near_pairs, sign
from loaders.reconcile.translations import QUOTED, compare_texts

REPUBLISHED, TRANSLATED = "republished", "translated"
SHARE = 0.75
"""So many of the shorter text's runs stand in the longer one."""
PART = 0.4
"""A text that is a smaller part of a longer one is quoted there; the longer one is a report of its own."""
SHORTEST = 20
"""Texts of fewer words are never called copies."""
FEW = 5
"""With fewer runs outside quotation marks a text is nothing but a quotation, and compared as a whole only."""
MONTH = np.timedelta64(31, "D")
"""Translations are published so near each other: the message of every year is reworded, and a text of its own."""
LOOKED = 10
"""So many earlier texts are compared with each, those that share most."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Of which document a document is a copy, and how that was found."""

    original: str
    kind: str
    """REPUBLISHED or TRANSLATED."""
    how: str
    """In plain words."""


@dataclass(frozen=True, slots=True)
class _Text:
    document_id: str
    words: str
    language: str
    published: np.datetime64


_Found = tuple[float, str]
"""How much two texts have in common, and that in plain words."""


def find_copies(documents: pd.DataFrame) -> dict[str, Copy]:
    """document_id -> what it is a copy of, for the documents that are copies; originals are not there."""
    texts = _in_order_of_time(documents)
    links: dict[int, tuple[int, str, str]] = {}
    for later, earlier, how in _best(texts, range(len(texts)), find_runs, _republished):
        links[later] = (earlier, REPUBLISHED, how)
    originals = [row for row, text in enumerate(texts) if row not in links and not np.isnat(text.published)]
    for later, earlier, how in _best(texts, originals, find_neighbours, _translated):
        links[later] = (earlier, TRANSLATED, how)
    return {texts[row].document_id: _follow(row, links, texts) for row in sorted(links)}


def _in_order_of_time(documents: pd.DataFrame) -> list[_Text]:
    df = documents.sort_values(["published", "document_id"], na_position="last")
    languages = df["language"].tolist() if "language" in df else [""] * len(df)
    rows = zip(df["document_id"], df["text"], languages, df["published"].to_numpy("datetime64[us]"), strict=True)
    return [_Text(*row) for row in rows if len(WORD.findall(row[1])) >= SHORTEST]


def _best(
    texts: Sequence[_Text],
    rows: Sequence[int],
    find_marks: Callable[[str], Marks],
    compare: Callable[[_Text, _Text], _Found | None],
) -> Iterator[tuple[int, int, str]]:
    """For each of the rows that is a copy: the row, the earlier one that it is most of all a copy of, and how."""
    marks = ((row, find_marks(texts[row].words)) for row in rows)
    signed = [(row, sign(found)) for row, found in marks if len(found)]
    if not signed:
        return
    numbers = [row for row, _ in signed]
    pairs = near_pairs(np.array([signature for _, signature in signed]))
    pairs = pairs.sort_values(["later", "shared", "earlier"], ascending=[True, False, True])
    for later, near in groupby(zip(pairs["later"], pairs["earlier"], strict=True), key=lambda pair: pair[0]):
        looked = [numbers[earlier] for _, (_, earlier) in zip(range(LOOKED), near, strict=False)]
        found = [(compare(texts[row], texts[numbers[later]]), row) for row in looked]
        fits = [(score[0], -row, score[1]) for score, row in found if score is not None]
        if fits:
            _, row, how = max(fits)
            yield numbers[later], -row, how


def _republished(earlier: _Text, later: _Text) -> _Found | None:
    (one, own_one), (two, own_two) = _runs(earlier.words), _runs(later.words)
    if min(len(one), len(two)) < PART * max(len(one), len(two)):
        return None
    share = common_share(one, two)
    own = common_share(own_one, own_two) if min(len(own_one), len(own_two)) >= FEW else share
    if min(share, own) < SHARE:
        return None
    return share, f"{share:.0%} of the shorter of the two texts stands in the longer one, word for word"


@lru_cache(maxsize=256)
def _runs(text: str) -> tuple[Marks, Marks]:
    """All runs of a text, and those outside quotation marks."""
    return find_runs(text), find_runs(QUOTED.sub(" ", text))


def _translated(earlier: _Text, later: _Text) -> _Found | None:
    if later.published - earlier.published > MONTH or earlier.language != later.language:
        return None
    alike = compare_texts(earlier.words, later.words, later.language)
    if alike is None or not alike.is_one_text:
        return None
    return (
        alike.covered * alike.alike,
        f"{alike.matched} of its {alike.of} sentences have a counterpart there, in the same order and in other words",
    )


def _follow(row: int, links: dict[int, tuple[int, str, str]], texts: Sequence[_Text]) -> Copy:
    """The first of a chain of copies; one translation in the chain makes a translation."""
    at, kind, how = links[row]
    while at in links:
        at, its_kind, _ = links[at]
        if its_kind != kind:
            kind, how = TRANSLATED, f"of another copy of it {how}"
    return Copy(texts[at].document_id, kind, how)
