"""Which accounts of one story can be of one event: what reports are about, and what they tell alike beside it.

Within a story the kind, the people and the words of two accounts are weak evidence, and the days are a window: two papers
call one attack a disaster, a protest and a statement, and date it by the evening or by the next morning. What each report
is about, by its headline, lead and nearness to the publication, is compared most leniently; what it tells beside that is
compared by its words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from loaders.reconcile.accounts import Accounts, Matrix, Numbers
from loaders.reconcile.rarity import as_rows, likeness, weigh_terms
from loaders.reconcile.stories import find_stories

LEAD = 700
"""So many letters of a text are its lead."""
NEWS = 7
"""What happened so many days before the publication is news."""
ABOUT, BESIDE = 0.5, 0.45
"""The scores that two accounts need: of what the reports are about, and of anything else."""
LIKE, UNLIKE = 0.2, 0.35
"""What two reports are about must be told alike too, in words of both or in the other's headline: more where one is only
something said, or the kinds differ. A match, its crashes and what its winner said are not one event."""
OTHER_STATUS = 0.2
"""What one says is to come and the other happened is less likely one."""
SURE = 0.5
"""Headlines or texts as alike allow for a wider window."""
NEAR, FAR = 2, 4
"""Days between two accounts of which one is only dated by its publication; the wider one where texts are alike."""
MONTH, WEEK = 31, 7
FEW = 12
"""So many accounts of a document are looked at, those that stand first."""
CHUNK = 20_000
"""Pairs of documents compared at a time, to bound the memory."""

COLUMNS = ["left", "right", "fit"]


@dataclass(frozen=True)
class _Tellings:
    """How each account is told; rows as in Accounts."""

    words: Matrix
    own_words: Matrix
    """The same with the words of the headline at half weight: all of the story have these in common."""
    titles: Matrix
    """Rows are documents."""
    weight: np.ndarray
    """How much the report is about it."""
    opens: np.ndarray
    """Whether it is news, and in the lead or what the document is about."""
    is_head: np.ndarray
    """Whether it is what the report is most of all about."""
    dated: np.ndarray
    status: np.ndarray


def find_retellings(accounts: Accounts, mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Pairs (left < right) of accounts of one story that fit, with `fit` of 1 and more, in no order of the input."""
    df = mentions.sort_values("mention_id", kind="stable").reset_index(drop=True)
    papers = documents[documents["document_id"].isin(df["document_id"])].sort_values("document_id", ignore_index=True)
    stories = find_stories(papers, accounts.folder)
    if stories.empty or "sentence_start" not in df:
        return pd.DataFrame({name: np.array([], float if name == "fit" else np.int64) for name in COLUMNS})
    told = _read_tellings(accounts, df, papers)
    by_document = _rows_by_document(accounts, len(papers))
    parts = [
        _fitting(accounts, told, _expand(stories.iloc[at : at + CHUNK], by_document))
        for at in range(0, len(stories), CHUNK)
    ]
    return _best_in_document(accounts, pd.concat(parts, ignore_index=True))


def _best_in_document(accounts: Accounts, pairs: pd.DataFrame) -> pd.DataFrame:
    """Without pairs of which the other document has a better fitting account of either side."""
    left, right, fit = (pairs[name].to_numpy() for name in COLUMNS)
    keys = pairs.assign(of_left=accounts.document[left], of_right=accounts.document[right])
    best = np.maximum(
        keys.groupby(["left", "of_right"])["fit"].transform("max").to_numpy(),
        keys.groupby(["right", "of_left"])["fit"].transform("max").to_numpy(),
    )
    return pairs[fit >= best].reset_index(drop=True)


def _read_tellings(accounts: Accounts, df: pd.DataFrame, papers: pd.DataFrame) -> _Tellings:
    lines = zip(df["sentence"], df["date_text"], df["line"], accounts.languages, strict=True)
    words = as_rows(
        [
            weigh_terms(f"{sentence.replace(date, ' ') if date else sentence}\n{line}", language, accounts.folder)
            for sentence, date, line, language in lines
        ]
    )
    headlines = zip(papers["title"].fillna(""), papers["language"], strict=True)
    titles = as_rows([weigh_terms(title, language, accounts.folder) for title, language in headlines])
    start, is_main = df["sentence_start"].to_numpy(np.int64), df["main"].to_numpy(bool)
    late = accounts.published - accounts.last
    is_news = (accounts.length <= WEEK) & (late <= NEWS) & (late >= -2)
    of_title = likeness(words, np.arange(len(df)), accounts.document, titles)
    weight = 0.3 * is_news - 0.3 * (accounts.length > MONTH) + 0.4 * is_main + 0.3 * (start < LEAD)
    weight += 0.6 * np.minimum(of_title, 0.6)
    return _Tellings(
        words=words,
        own_words=_lessen(words, titles, accounts.document),
        titles=titles,
        weight=weight,
        opens=(is_main | (start < LEAD)) & is_news,
        is_head=_heads(accounts.document, weight, start),
        dated=(df["date_text"] != "").to_numpy(),
        status=df["status"].to_numpy(),
    )


def _lessen(words: Matrix, titles: Matrix, document: Numbers) -> Matrix:
    in_title = titles.copy()
    in_title.data[:] = 1
    less = (words - 0.5 * words.multiply(in_title[document])).tocsr()
    norms = np.sqrt(np.asarray(less.multiply(less).sum(axis=1)).ravel())
    rows = sparse.diags(np.divide(1, norms, out=np.zeros_like(norms), where=norms > 0)).dot(less).tocsr()
    rows.sort_indices()
    return rows


def _heads(document: Numbers, weight: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Whether an account is the first by weight of its document."""
    order = np.lexsort((np.arange(len(document)), start, -weight, document))
    of = document[order]
    is_head = np.zeros(len(document), bool)
    is_head[order[np.r_[True, of[1:] != of[:-1]]]] = True
    return is_head


def _rows_by_document(accounts: Accounts, size: int) -> list[Numbers]:
    order = np.argsort(accounts.document, kind="stable")
    ends = np.searchsorted(accounts.document[order], np.arange(1, size))
    return [rows[:FEW] for rows in np.split(order, ends)]


def _expand(stories: pd.DataFrame, by_document: list[Numbers]) -> pd.DataFrame:
    """Every account of the one document with every account of the other."""
    left, right, alike = [], [], []
    for one, two, score in zip(stories["left"], stories["right"], stories["alike"], strict=True):
        first, second = by_document[one], by_document[two]
        left.append(np.repeat(first, len(second)))
        right.append(np.tile(second, len(first)))
        alike.append(np.full(len(first) * len(second), score))
    return pd.DataFrame({"left": np.concatenate(left), "right": np.concatenate(right), "alike": np.concatenate(alike)})


def _fitting(accounts: Accounts, told: _Tellings, pairs: pd.DataFrame) -> pd.DataFrame:
    left, right = pairs["left"].to_numpy(np.int64), pairs["right"].to_numpy(np.int64)
    gap = np.maximum(accounts.first[left], accounts.first[right])
    gap = gap - np.minimum(accounts.last[left], accounts.last[right])
    near = gap <= FAR
    left, right, gap, alike = left[near], right[near], gap[near], pairs["alike"].to_numpy()[near]
    weak = _weak_evidence(accounts, left, right)
    about = _about(accounts, told, left, right, gap, alike) + weak
    about -= np.where(_is_head(told, left, right), 0.0, 0.1)
    about = np.where(_can_be_about_one(accounts, told, left, right, gap, alike), about, 0.0)
    same_time = (accounts.first[left] == accounts.first[right]) & (accounts.last[left] == accounts.last[right])
    longest = np.maximum(accounts.length[left], accounts.length[right])
    beside = likeness(told.own_words, left, right) + 0.2 * alike + weak
    # A longer time may hold a day, and does not tell which: it needs more words in common.
    beside -= np.where(same_time, 0.1 * (longest > MONTH), 0.25 + 0.2 * (longest > WEEK))
    fit = np.maximum(about / ABOUT, beside * ((gap <= 1) & ~_name_others(accounts, left, right)) / BESIDE)
    kept = fit >= 1
    return pd.DataFrame(
        {"left": np.minimum(left, right)[kept], "right": np.maximum(left, right)[kept], "fit": fit[kept]}
    )


def _about(
    accounts: Accounts, told: _Tellings, left: Numbers, right: Numbers, gap: Numbers, alike: np.ndarray
) -> np.ndarray:
    """How well two accounts fit that two reports are about: their texts, headlines, words, and when."""
    same_time = (accounts.first[left] == accounts.first[right]) & (accounts.last[left] == accounts.last[right])
    longest = np.maximum(accounts.length[left], accounts.length[right])
    headline = np.maximum(
        likeness(told.titles, accounts.document[left], accounts.document[right]),
        _in_headline(accounts, told, left, right),
    )
    about = alike + 0.4 * headline + 0.5 * likeness(told.words, left, right)
    about += 0.3 * np.minimum(told.weight[left], told.weight[right])
    about -= np.where(_undated(told, left, right), 0.06, 0.08) * np.maximum(gap, 0)
    about -= np.where(same_time | (longest <= WEEK), 0.0, np.where(longest > MONTH, 0.6, 0.25))
    fits: np.ndarray = about - OTHER_STATUS * (told.status[left] != told.status[right])
    return fits


def _can_be_about_one(
    accounts: Accounts, told: _Tellings, left: Numbers, right: Numbers, gap: Numbers, alike: np.ndarray
) -> np.ndarray:
    """Whether one is what its report is about, the times are near enough, and both are told alike."""
    common = likeness(told.words, left, right)
    crossed = _in_headline(accounts, told, left, right)
    of_titles = likeness(told.titles, accounts.document[left], accounts.document[right])
    sure = np.maximum(np.maximum(of_titles, crossed), common) >= SURE
    undated = np.where(sure | (alike >= SURE), FAR, NEAR)
    window = np.where(_undated(told, left, right), undated, np.where(sure, 1, 0))
    one_head = (told.is_head[left] & told.opens[right]) | (told.is_head[right] & told.opens[left])
    needed = np.where(_are_unlike(accounts, left, right), UNLIKE, LIKE)
    can: np.ndarray = (_is_head(told, left, right) | one_head) & (gap <= window) & (common + 0.5 * crossed >= needed)
    return can


def _is_head(told: _Tellings, left: Numbers, right: Numbers) -> np.ndarray:
    both: np.ndarray = told.is_head[left] & told.is_head[right]
    return both


def _undated(told: _Tellings, left: Numbers, right: Numbers) -> np.ndarray:
    """Whether the publication dates one of them."""
    one: np.ndarray = ~told.dated[left] | ~told.dated[right]
    return one


def _in_headline(accounts: Accounts, told: _Tellings, left: Numbers, right: Numbers) -> np.ndarray:
    """How much of one account stands in the headline over the other."""
    in_right = likeness(told.words, left, accounts.document[right], told.titles)
    in_left = likeness(told.words, right, accounts.document[left], told.titles)
    return np.asarray(np.maximum(in_right, in_left))


def _are_unlike(accounts: Accounts, left: Numbers, right: Numbers) -> np.ndarray:
    """Whether one is something said, or both are of kinds that tell and differ."""
    telling = ~accounts.vague[left] & ~accounts.vague[right]
    other = telling & (accounts.kind[left] != accounts.kind[right])
    unlike: np.ndarray = accounts.said[left] | accounts.said[right] | other
    return unlike


def _name_others(accounts: Accounts, left: Numbers, right: Numbers) -> np.ndarray:
    """Whether both say who took part, and nobody is in both."""
    shared = np.asarray(accounts.people[left].multiply(accounts.people[right]).sum(axis=1)).ravel() > 0
    others: np.ndarray = (accounts.n_people[left] > 0) & (accounts.n_people[right] > 0) & ~shared
    return others


def _weak_evidence(accounts: Accounts, left: Numbers, right: Numbers) -> np.ndarray:
    """What kind and people add: nothing where one side does not tell them."""
    shared = np.asarray(accounts.people[left].multiply(accounts.people[right]).sum(axis=1)).ravel() > 0
    clash = _name_others(accounts, left, right)
    same = accounts.kind[left] == accounts.kind[right]
    telling = ~accounts.vague[left] & ~accounts.vague[right]
    weak: np.ndarray = 0.1 * shared - 0.1 * clash + 0.1 * (same & telling) - 0.1 * (~same & telling)
    return weak
