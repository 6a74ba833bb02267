"""Mentions as numbers and sets, so that a million of them compare without a loop."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from scipy import sparse

from loaders.extract.events.lexicon import OTHER, STATEMENT
from loaders.reconcile.particulars import Particulars, read_context, read_particulars

ONCE = ("birth", "death", "departure", "appointment", "election", "arrest")
"""Kinds that happen to somebody once in a while: one person and a time that fits are enough."""
VAGUE = (OTHER, STATEMENT)
"""Kinds that say little: such a mention can be about an event of another kind, which then has that one."""
FAMILY = {
    **{"talks": "meeting", "anniversary": "ceremony", "disaster": "attack", "ruling": "arrest", "pledge": "signing"},
    **dict.fromkeys(("demand", "accusation", "refusal", "threat"), STATEMENT),
}
"""Kinds that accounts of one event use for each other: what exploded is an attack to one and a disaster to another."""
FEW = 1
"""Accounts with more people are known by them."""
SHORT = 2
"""Accounts of so many days and less are compared by what they tell in particular."""
DEFAULT = "en"
COPIED = 40
"""Characters of a sentence that nobody else writes by chance."""

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]
Matrix: TypeAlias = Any
"""scipy.sparse.csr_matrix."""

_WORD = re.compile(r"\d+|[^\W\d_]{4,}|[\u3400-\u9fff]{2}")


@dataclass(frozen=True)
class Accounts:
    """The mentions in an order of their own (row 0 … n-1), by column."""

    ids: np.ndarray
    first: Numbers
    """First day that is possible, as a count of days."""
    last: Numbers
    """Last day that is possible."""
    kind: Numbers
    vague: np.ndarray
    said: np.ndarray
    """Whether it is only something said."""
    once: np.ndarray
    place: Numbers
    """A number for each place, -1 without one."""
    people: Matrix
    """Rows are accounts, columns leaders, 1 where the leader took part."""
    n_people: Numbers
    party: Numbers
    """A number for each set of leaders."""
    words: Matrix
    """Rows are accounts, columns hashed words, of length one."""
    particulars: Particulars
    """Of accounts with one person or none, of a day or two."""
    dated: np.ndarray
    """Whether its words give the time; else it is that of the publication, which may come days later."""
    opens: np.ndarray
    """First moment that is possible."""
    closes: np.ndarray
    """The moment from which on it is not."""
    alone: np.ndarray
    """Whether it is news of its document, which tells no other of its kind and day."""
    texts: tuple[str, ...]
    """The text that each account stands in, where the documents have texts."""
    languages: tuple[str, ...]
    folder: Path
    told: Numbers
    """A number for each sentence that is long enough to be told again only by a copy, else -1."""
    document: Numbers
    published: Numbers
    """Day of publication of the document that gives the account."""
    kinds: tuple[str, ...]

    def context(self, row: int) -> Mapping[str, float]:
        """What the text around an account tells, by weight."""
        return read_context(self.texts[row], self.languages[row], self.folder) if self.texts else {}

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def length(self) -> Numbers:
        """Days that are possible."""
        return self.last - self.first + 1


def make_accounts(mentions: pd.DataFrame, documents: pd.DataFrame, folder: Path) -> Accounts:
    """The columns that comparing needs; the order of the rows is that of the ids, whatever order they come in."""
    df = mentions.sort_values("mention_id", kind="stable").reset_index(drop=True)
    kind = df["event_type"].astype(str)
    family = kind.replace(FAMILY)
    codes, kinds = pd.factorize(family, sort=True)
    places = df["place"].fillna("").astype(str).str.casefold()
    leaders = df["leaders"].map(lambda names: tuple(sorted(set(names))))
    published = df["document_id"].map(documents.set_index("document_id")["published"])
    first, last = _days(df["start"]), _days(df["end"] - pd.Timedelta(microseconds=1))
    n_people = leaders.map(len).to_numpy(dtype=np.int64)
    by_id = documents.set_index("document_id")
    languages = df["document_id"].map(by_id.get("language", {})).astype(object).fillna(DEFAULT).tolist()
    telling = df["main"].to_numpy(bool) & ~family.isin(VAGUE).to_numpy()
    particulars = read_particulars(
        df["sentence"].tolist(),
        df["date_text"].tolist(),
        languages,
        (n_people <= FEW) & (last - first < SHORT),
        folder,
    )
    return Accounts(
        ids=df["mention_id"].to_numpy(dtype=object),
        first=first,
        last=last,
        kind=codes.astype(np.int64),
        vague=family.isin(VAGUE).to_numpy(),
        said=(family == STATEMENT).to_numpy(),
        once=kind.isin(ONCE).to_numpy(),
        place=np.where(places == "", -1, pd.factorize(places, sort=True)[0]).astype(np.int64),
        people=_people(leaders),
        n_people=n_people,
        party=pd.factorize(leaders.map("|".join))[0].astype(np.int64),
        words=_words(_without_dates(df)),
        particulars=particulars,
        dated=(df["date_text"] != "").to_numpy(),
        opens=df["start"].to_numpy(),
        closes=df["end"].to_numpy(),
        alone=telling & ~df.assign(family=family).duplicated(["document_id", "start", "family"], keep=False).to_numpy(),
        texts=tuple(df["document_id"].map(by_id["text"])) if "text" in by_id else (),
        languages=tuple(languages),
        folder=folder,
        told=_told(df["sentence"]),
        document=pd.factorize(df["document_id"], sort=True)[0].astype(np.int64),
        published=_days(published),
        kinds=tuple(kinds),
    )


def _told(sentences: pd.Series) -> Numbers:
    folded = sentences.str.casefold().str.split().str.join(" ")
    return np.where(folded.str.len() < COPIED, -1, pd.factorize(folded)[0]).astype(np.int64)


def _days(times: pd.Series) -> Numbers:
    """Days since 1970; far in the future where the time is not known."""
    days = times.to_numpy(dtype="datetime64[D]").astype(np.int64)
    return np.where(np.isnat(times.to_numpy(dtype="datetime64[D]")), 10**7, days)


def _people(leaders: pd.Series) -> Matrix:
    flat = leaders.explode().dropna()
    columns, names = pd.factorize(flat, sort=True)
    ones = np.ones(len(flat), dtype=np.float32)
    return sparse.csr_matrix((ones, (flat.index.to_numpy(), columns)), shape=(len(leaders), max(1, len(names))))


def _without_dates(df: pd.DataFrame) -> pd.Series:
    """The sentences without their date words, which are compared as times."""
    pairs = zip(df["sentence"].tolist(), df["date_text"].tolist(), strict=True)
    return pd.Series([text.replace(date, " ") if date else text for text, date in pairs], dtype=object)


def _words(sentences: pd.Series, width: int = 1 << 20) -> Matrix:
    """Words of four letters and more and figures, hashed; rows of length one.

    Every word weighs the same: weights by rarity in the collection would change events that a new document never told.
    """
    found = sentences.str.casefold().str.findall(_WORD)
    flat = found.explode().dropna()
    columns = (pd.util.hash_array(flat.to_numpy(dtype=object)) % width).astype(np.int64)
    ones = np.ones(len(flat), dtype=np.float32)
    matrix = sparse.csr_matrix((ones, (flat.index.to_numpy(), columns)), shape=(len(sentences), width))
    matrix.data[:] = 1
    norms = np.sqrt(np.asarray(matrix.sum(axis=1)).ravel())
    scale = np.divide(1, norms, out=np.zeros_like(norms), where=norms > 0)
    return sparse.diags(scale).dot(matrix).tocsr().astype(np.float32)
