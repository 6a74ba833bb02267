"""How each account is told: its words and those of its line, who acts in it, and how much its report is about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np
import pandas as pd
from scipy import sparse

from loaders.reconcile.accounts import Accounts, Matrix, Numbers
from loaders.reconcile.rarity import as_rows, count_rows, likeness, of_length_one, weigh_terms

LEAD = 700
"""So many letters of a text are its lead."""
NEWS = 7
"""What happened so many days before the publication is news."""
MONTH, WEEK = 31, 7
IN_HEADLINE = 0.6
"""More likeness to the headline than that makes a report no more about an account."""


@dataclass(frozen=True)
class Tellings:
    """How each account is told; rows as in Accounts."""

    words: Matrix
    """The words of its sentence and line; of the line alone where the sentence tells other accounts too."""
    own_words: Matrix
    """The same with the words of the headline at half weight: all of the story have these in common."""
    has_word: Matrix
    """1 for each of the words."""
    line: Matrix
    """The words of its line, as shares of them: a row's sum is 1."""
    titles: Matrix
    """Rows are documents."""
    actors: Matrix
    """1 for each person, country or organisation that acts in it."""
    n_actors: Numbers
    doers: Matrix
    """1 for each that did it."""
    n_doers: Numbers
    weight: np.ndarray
    """How much the report is about it."""
    opens: np.ndarray
    """Whether it is news, and in the lead or what the document is about."""
    is_head: np.ndarray
    """Whether it is what the report is most of all about."""
    status: np.ndarray
    start: Numbers
    """Where its sentence starts."""


def read_tellings(accounts: Accounts, df: pd.DataFrame, papers: pd.DataFrame) -> Tellings:
    """How the mentions are told, which are in the order of the accounts; the papers are in that of their numbers."""
    told = [weigh_terms(text, language, accounts.folder) for text, language in _texts(accounts, df)]
    lines = [
        weigh_terms(line, language, accounts.folder)
        for line, language in zip(df["line"], accounts.languages, strict=True)
    ]
    headlines = zip(papers["title"].fillna(""), papers["language"], strict=True)
    titles = as_rows([weigh_terms(title, language, accounts.folder) for title, language in headlines])
    words = as_rows(told)
    start, is_main = df["sentence_start"].to_numpy(np.int64), df["main"].to_numpy(bool)
    late = accounts.published - accounts.last
    is_news = (accounts.length <= WEEK) & (late <= NEWS) & (late >= -2)
    of_title = likeness(words, np.arange(len(df)), accounts.document, titles)
    weight = 0.3 * is_news - 0.3 * (accounts.length > MONTH) + 0.4 * is_main + 0.3 * (start < LEAD)
    weight += IN_HEADLINE * np.minimum(of_title, IN_HEADLINE)
    actors = _ids(df, ("leaders", "actors"))
    doers = _ids(df, ("sources",))
    return Tellings(
        words=words,
        own_words=_lessen(words, titles, accounts.document),
        has_word=_ones(words),
        line=_shares(count_rows(lines)),
        titles=titles,
        actors=actors,
        n_actors=np.diff(actors.indptr).astype(np.int64),
        doers=doers,
        n_doers=np.diff(doers.indptr).astype(np.int64),
        weight=weight,
        opens=(is_main | (start < LEAD)) & is_news,
        is_head=_heads(accounts.document, weight, start),
        status=df["status"].to_numpy(),
        start=start,
    )


def _texts(accounts: Accounts, df: pd.DataFrame) -> Iterable[tuple[str, str]]:
    """What is told of each account, without its date, and in which language."""
    is_shared = df.duplicated(["document_id", "sentence_start"], keep=False)
    rows = zip(df["sentence"], df["date_text"], df["line"], is_shared, accounts.languages, strict=True)
    for sentence, date, line, shared, language in rows:
        yield line if shared and line else f"{sentence.replace(date, ' ') if date else sentence}\n{line}", language


def _ids(df: pd.DataFrame, columns: Iterable[str]) -> Matrix:
    """1 for each id that stands in one of the columns, where the table has them."""
    lists = [df[name] for name in columns if name in df]
    together = [{*chain(*row)} for row in zip(*lists, strict=True)] if lists else [set() for _ in range(len(df))]
    flat = pd.Series([sorted(names) for names in together], dtype=object).explode().dropna()
    columns, names = pd.factorize(flat, sort=True)
    ones = np.ones(len(flat), dtype=np.float32)
    return sparse.csr_matrix((ones, (flat.index.to_numpy(np.int64), columns)), shape=(len(df), max(1, len(names))))


def _lessen(words: Matrix, titles: Matrix, document: Numbers) -> Matrix:
    return of_length_one((words - 0.5 * words.multiply(_ones(titles)[document])).tocsr())


def _ones(matrix: Matrix) -> Matrix:
    ones = matrix.copy()
    ones.data[:] = 1
    return ones


def _shares(matrix: Matrix) -> Matrix:
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    rows = sparse.diags(np.divide(1, sums, out=np.zeros_like(sums), where=sums > 0)).dot(matrix).tocsr()
    rows.sort_indices()
    return rows


def _heads(document: Numbers, weight: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Whether an account is the first by weight of its document."""
    order = np.lexsort((np.arange(len(document)), start, -weight, document))
    of = document[order]
    is_head = np.zeros(len(document), bool)
    is_head[order[np.r_[True, of[1:] != of[:-1]]]] = True
    return is_head
