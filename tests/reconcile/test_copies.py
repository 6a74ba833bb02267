"""Texts that are one text, republished or translated, and texts that are not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from loaders.reconcile.copies import REPUBLISHED, TRANSLATED, find_copies
from loaders.reconcile.fingerprints import find_neighbours, near_pairs, sign
from loaders.reconcile.translations import compare_texts

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Pair:
    kind: str
    days: tuple[str, str]
    about: str
    texts: tuple[str, str]


def read_pairs() -> list[Pair]:
    pairs = []
    for block in (Path(__file__).parent / "copies.txt").read_text(encoding="utf-8").split("\n== ")[1:]:
        head, body = block.split("\n", 1)
        facts, about = head.split(": ", 1)
        kind, *days = facts.split()
        first, second = (text.strip() for text in body.split("\n--\n"))
        pairs.append(Pair(kind, (days[0], days[1]), about, (first, second)))
    return pairs


PAIRS = read_pairs()


def documents(*rows: tuple[str, str | None, str]) -> pd.DataFrame:
    df = pd.DataFrame(rows, columns=["document_id", "published", "text"])
    return df.assign(published=pd.to_datetime(df["published"]), language="en")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.about)
def test_pairs(pair: Pair) -> None:
    (day, other_day), (text, other_text) = pair.days, pair.texts
    found = find_copies(documents(("a", day, text), ("b", other_day, other_text)))
    first, later = ("a", "b") if day <= other_day else ("b", "a")
    if pair.kind == "apart":
        assert found == {}
    else:
        assert (found[later].original, found[later].kind) == (first, pair.kind)


def test_there_are_pairs_of_every_kind() -> None:
    kinds = [pair.kind for pair in PAIRS]
    assert kinds.count(TRANSLATED) >= 8
    assert kinds.count(REPUBLISHED) >= 3
    assert kinds.count("apart") >= 10


def test_it_says_how() -> None:
    pair = next(pair for pair in PAIRS if "active" in pair.about)
    found = find_copies(documents(("a", "2020-10-02", pair.texts[0]), ("b", "2020-10-02", pair.texts[1])))
    assert found["b"].how == "7 of its 7 sentences have a counterpart there, in the same order and in other words"
    pair = next(pair for pair in PAIRS if "cut out" in pair.about)
    found = find_copies(documents(("a", "2012-12-05", pair.texts[0]), ("b", "2012-12-07", pair.texts[1])))
    assert found["b"].how == "90% of the shorter of the two texts stands in the longer one, word for word"


def test_a_copy_of_a_translation_is_one_of_the_original() -> None:
    one, two = PAIRS[1].texts
    found = find_copies(
        documents(("c", "2020-10-04", "Again. " + two), ("b", "2020-10-03", two), ("a", "2020-10-02", one))
    )
    assert {key: (copy.original, copy.kind) for key, copy in found.items()} == {
        "b": ("a", TRANSLATED),
        "c": ("a", TRANSLATED),
    }


def test_translations_have_a_date_and_the_same_month() -> None:
    one, two = PAIRS[1].texts
    assert find_copies(documents(("a", "2020-10-02", one), ("b", "2021-10-02", two))) == {}
    assert find_copies(documents(("a", None, one), ("b", None, two))) == {}


def test_the_order_of_the_documents_changes_nothing() -> None:
    rows = [
        (f"{name}{n}", day, text)
        for n, p in enumerate(PAIRS)
        for name, day, text in zip("ab", p.days, p.texts, strict=True)
    ]
    assert find_copies(documents(*rows)) == find_copies(documents(*reversed(rows)))


def test_a_long_speech_quoted_by_two_is_no_copy() -> None:
    speech = "“" + "My friends, the bridge will be built, and it will be built by you and for your children. " * 6 + "”"
    speech = speech.replace("children. My", "children; once more, my")
    one = f"Few had come to the square in the rain, but those few heard a promise from the mayor on Friday. {speech} Then the band packed up and left."
    two = f"{speech} So says the mayor, whose budget has no money left for roads, bridges or schools until after the next election."
    assert find_copies(documents(("a", "2020-10-02", one), ("b", "2020-10-02", two))) == {}


SHORT = "Too short."


@pytest.mark.parametrize("texts", [(SHORT, SHORT), ("", ""), (SHORT, PAIRS[0].texts[0])])
def test_short_texts_are_no_copies(texts: tuple[str, str]) -> None:
    assert find_copies(documents(("a", "2020-10-02", texts[0]), ("b", "2020-10-02", texts[1]))) == {}


def test_no_documents() -> None:
    assert find_copies(documents()) == {}


def test_the_digests_of_one_call_are_two_texts() -> None:
    """Both go back to one official text, but a third of the first is not in the second, which tells a second call."""
    folder = ROOT / "data" / "documents"
    first, second = (
        (folder / name).read_text(encoding="utf-8")
        for name in ("call-with-havana.txt", "calls-with-cuba-and-ecuador.txt")
    )
    alike = compare_texts(first, second, "en")
    assert alike is not None
    assert not alike.is_one_text
    assert alike.covered < 0.7
    assert find_copies(documents(("a", "2021-08-31", first), ("b", "2021-08-30", second))) == {}


def test_unrelated_texts_are_not_even_compared() -> None:
    words = np.random.default_rng(5).permutation(
        [f"{a}{b}{c}words" for a in "abcdefgh" for b in "rstuvw" for c in "klmnop"]
    )
    texts = [" ".join(words[at : at + 40]) for at in range(0, len(words) - 40, 40)]
    assert near_pairs(np.array([sign(find_neighbours(text)) for text in texts])).empty


@pytest.mark.parametrize("part", ["“word ", '"word ', "«word ", "Ann met 5. ", "word"])
def test_texts_of_one_part_over_and_over(part: str) -> None:
    text = part * 3000
    found = find_copies(documents(("a", "2020-10-02", text), ("b", "2020-10-03", text + "end")))
    assert set(found) <= {"b"}
