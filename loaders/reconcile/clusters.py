"""From links to events: who fits with one event only is joined to it, and ids stay when documents are added."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from loaders.reconcile.accounts import Accounts, Numbers, make_accounts
from loaders.reconcile.candidates import WEEK, close_pairs, coarse_pairs
from loaders.reconcile.gathering import draw_together
from loaders.reconcile.matching import ONE_STORY, REASONS, SAME, WORD_FOR_WORD, score_pairs
from loaders.reconcile.retellings import THOUSAND, find_retellings
from loaders.tables.schema import stable_id
from loaders.vocabulary import Vocabulary

LINKS = ("mention_id", "other_id", "score", "reason")
ROUNDS = 2
"""How often links are followed: once joined, two events that fitted may be one."""
AMBIGUOUS = "; several events fit, so it is joined to none"


def group_mentions(
    mentions: pd.DataFrame, documents: pd.DataFrame, vocabulary: Vocabulary
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The mentions with `event_id`, and the links: mention_id, other_id, score, reason, one row a link.

    A link of a score below SAME is only possible, and joins nothing. An event has the id of its most exact account
    (of equal ones the one published first), so that a new document never changes events that it does not touch.
    """
    if mentions.empty:
        return mentions.assign(event_id=pd.Series(dtype=object)), pd.DataFrame(columns=list(LINKS))
    accounts = make_accounts(mentions, documents, vocabulary.folder)
    event, links = _cluster(accounts)
    event, more = _within_stories(accounts, event, mentions, documents)
    links = pd.concat([_still_joined(event, links), more], ignore_index=True)
    ids = _event_ids(accounts, event)
    filled = mentions.assign(event_id=mentions["mention_id"].map(dict(zip(accounts.ids, ids, strict=True))))
    return filled, _link_table(accounts, links)


def _cluster(accounts: Accounts) -> tuple[Numbers, pd.DataFrame]:
    """A number for each account's event, and the links (left, right, score, reason, joined)."""
    alike = _identical(accounts)
    heads = np.unique(alike)
    same = np.flatnonzero(alike != np.arange(len(accounts)))
    reason = np.where(_is_plain(accounts)[same], 1, WORD_FOR_WORD)
    links = [pd.DataFrame({"left": alike[same], "right": same, "score": 0.95, "reason": reason, "joined": True})]
    event = alike
    for pairs in (close_pairs(accounts, heads), coarse_pairs(accounts, heads)):
        scored = score_pairs(accounts, pairs)
        event, joined = _join(accounts, event, scored)
        links.append(joined)
    return event, pd.concat(links, ignore_index=True)


def _within_stories(
    accounts: Accounts, event: Numbers, mentions: pd.DataFrame, documents: pd.DataFrame
) -> tuple[Numbers, pd.DataFrame]:
    """Events after those of one story are drawn together, and the links of what that joined."""
    pairs = find_retellings(accounts, mentions, documents)
    drawn = draw_together(accounts, event, pairs)
    left, right = pairs["left"].to_numpy(np.int64), pairs["right"].to_numpy(np.int64)
    joined = pairs[(drawn[left] == drawn[right]) & (event[left] != event[right])]
    likely = joined[joined["odds"] > 0]
    score = 1 / (1 + np.exp(-likely["odds"] / THOUSAND))
    columns = {"left": likely["left"], "right": likely["right"], "score": score, "reason": ONE_STORY, "joined": True}
    return drawn, pd.DataFrame(columns)


def _still_joined(event: Numbers, links: pd.DataFrame) -> pd.DataFrame:
    """The links, of which those that the story joined after all are joined."""
    return links.assign(joined=event[links["left"].to_numpy(int)] == event[links["right"].to_numpy(int)])


def _identical(accounts: Accounts) -> Numbers:
    """For each account the first one of the same two or more people, kind and day, or else of the same sentence too.

    Itself without any; a short sentence ("They met on Friday.") can be about anything.
    """
    df = pd.DataFrame({"first": accounts.first, "last": accounts.last, "kind": accounts.kind, "party": accounts.party})
    df["row"] = np.arange(len(accounts))
    head = df.groupby(["first", "last", "kind", "party"], sort=False)["row"].transform("min").to_numpy()
    copied = df.assign(told=accounts.told).groupby(["first", "last", "kind", "party", "told"], sort=False)["row"]
    word_for_word = np.where(accounts.told >= 0, copied.transform("min").to_numpy(), df["row"])
    found: Numbers = np.where(_is_plain(accounts), head, word_for_word).astype(np.int64)
    return found


def _is_plain(accounts: Accounts) -> np.ndarray:
    """Whether people, kind and day tell which event it is."""
    plain: np.ndarray = (accounts.n_people >= 2) & (accounts.length <= WEEK) & ~accounts.vague
    return plain


def _join(accounts: Accounts, event: Numbers, scored: pd.DataFrame) -> tuple[Numbers, pd.DataFrame]:
    """Events after the links are followed, and the links with `joined`.

    Links between equals (the same people at the same time) join at once. The weaker side of any other link, the one
    with the longer time or the fewer people, must fit with one event only.
    """
    left, right = scored["left"].to_numpy(), scored["right"].to_numpy()
    same_time = (accounts.first[left] == accounts.first[right]) & (accounts.last[left] == accounts.last[right])
    equal = same_time & (accounts.party[left] == accounts.party[right]) & (scored["score"] >= SAME).to_numpy()
    event = _components(event, scored[equal])
    rest = scored[~equal].copy()
    left, right = rest["left"].to_numpy(), rest["right"].to_numpy()
    swap = _is_weaker(accounts, right, left)
    rest["weak"], rest["strong"] = np.where(swap, right, left), np.where(swap, left, right)
    for _ in range(ROUNDS):
        event = _components(event, rest[_fits_one(event, rest) & (rest["score"] >= SAME)])
    rest["joined"] = event[rest["weak"]] == event[rest["strong"]]
    columns = ["left", "right", "score", "reason", "joined"]
    return event, pd.concat([scored[equal].assign(joined=True)[columns], rest[columns]])


def _fits_one(event: Numbers, links: pd.DataFrame) -> pd.Series:
    """Whether among the best links of the weaker event all lead to one event."""
    weak, strong = event[links["weak"]], event[links["strong"]]
    open_links = links.assign(weak_event=weak, strong_event=strong)[weak != strong]
    best = open_links[open_links["score"] == open_links.groupby("weak_event")["score"].transform("max")]
    fits = best.groupby("weak_event")["strong_event"].transform("nunique") == 1
    return fits.reindex(links.index, fill_value=False).astype(bool)


def _is_weaker(accounts: Accounts, one: Numbers, two: Numbers) -> np.ndarray:
    """Whether the account `one` says less than `two`: a longer time, then fewer people, then the later id."""
    longer, shorter = accounts.length[one] > accounts.length[two], accounts.length[one] < accounts.length[two]
    fewer, more = accounts.n_people[one] < accounts.n_people[two], accounts.n_people[one] > accounts.n_people[two]
    return longer | (~shorter & (fewer | (~more & (one > two))))


def _components(event: Numbers, links: pd.DataFrame) -> Numbers:
    """The events joined along the links; each is named by its lowest row."""
    if links.empty:
        return event
    size = len(event)
    one, two = event[links["left"]], event[links["right"]]
    graph = sparse.coo_matrix((np.ones(len(one), bool), (one, two)), shape=(size, size))
    _, label = connected_components(graph, directed=False)
    lowest = np.full(label.max() + 1, size, np.int64)
    np.minimum.at(lowest, label, np.arange(size))
    joined: Numbers = lowest[label[event]]
    return joined


def _event_ids(accounts: Accounts, event: Numbers) -> list[str]:
    order = np.lexsort((np.arange(len(accounts)), accounts.published, accounts.length))
    first = pd.Series(order, index=event[order]).groupby(level=0, sort=False).first()
    names = {number: stable_id("event", accounts.ids[row]) for number, row in first.items()}
    return [names[number] for number in event]


def _link_table(accounts: Accounts, links: pd.DataFrame) -> pd.DataFrame:
    reason = np.array(REASONS, dtype=object)[links["reason"].to_numpy(int)]
    joined = links["joined"].to_numpy(bool)
    return pd.DataFrame(
        {
            "mention_id": accounts.ids[links["left"].to_numpy(int)],
            "other_id": accounts.ids[links["right"].to_numpy(int)],
            "score": np.where(joined, links["score"], np.minimum(links["score"], SAME) * 0.8).round(2),
            "reason": np.where(joined, reason, reason + AMBIGUOUS),
        }
    )
