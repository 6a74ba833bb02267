"""The events of new accounts among those that are there: only accounts of about the same time are held against them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from loaders.reconcile import find_copies, group_mentions
from loaders.reconcile.copies import Copy
from loaders.tables.conform import conform
from loaders.tables.exchange import is_in
from loaders.tables.schema import TABLES
from loaders.vocabulary import Vocabulary

DAY = 24 * 3600 * 1_000_000
MONTH = 31 * DAY
"""Longer times than that are only held against the very same ones."""
REACHES = (5 * DAY, DAY, 0)
"""So far around an account others are looked at, in microseconds; less far where these are too many."""
MOST = 600
"""Accounts that new ones are held against: it takes half a second."""


@dataclass(frozen=True, slots=True)
class Near:
    """What new accounts and documents have to do with those that are there."""

    event_of: Mapping[str, str]
    """mention_id -> event_id, of the new accounts."""
    links: pd.DataFrame
    """mention_id, other_id, score, reason: the links of new accounts."""
    copies: Mapping[str, Copy]
    """document_id -> of what it is a copy, of the new documents."""


def find_near(new: pd.DataFrame, mentions: pa.Table, documents: pa.Table, vocabulary: Vocabulary) -> Near:
    """The events of new accounts; `mentions` are those that are there, `documents` theirs and the new ones."""
    beside = conform(_beside(new, mentions).to_pandas(), TABLES["mentions"])
    told = {*beside["document_id"], *new["document_id"]}
    papers = conform(documents.filter(is_in(documents["document_id"], told)).to_pandas(), TABLES["documents"])
    parts = [part for part in (beside, new) if len(part)]
    filled, links = group_mentions(pd.concat(parts, ignore_index=True) if parts else new, papers, vocabulary)
    own = set(new["mention_id"])
    is_own = links["mention_id"].isin(own) | links["other_id"].isin(own)
    fresh = set(new["document_id"])
    copies = {key: copy for key, copy in find_copies(papers).items() if key in fresh}
    return Near(_name_events(filled, beside), links[is_own], copies)


def _beside(new: pd.DataFrame, mentions: pa.Table) -> pa.Table:
    """The accounts that lie near new ones in time."""
    starts, ends = (mentions[name].cast(pa.int64()).to_numpy() for name in ("start", "end"))
    times = new[["start", "end"]].drop_duplicates()
    for reach in REACHES:
        near = np.zeros(len(mentions), bool)
        for start, end in zip(
            *(times[name].to_numpy("datetime64[us]").astype(np.int64) for name in times), strict=True
        ):
            if end - start > MONTH:
                near |= (starts == start) & (ends == end)
            else:
                near |= (ends - starts <= MONTH) & (starts < end + reach) & (ends > start - reach)
        if near.sum() <= MOST:
            return mentions.filter(pa.array(near))
    return mentions.slice(0, 0)


def _name_events(filled: pd.DataFrame, beside: pd.DataFrame) -> dict[str, str]:
    """mention_id -> event_id of new accounts: of the event that is there with most accounts of the group, else of the group."""
    known = dict(zip(beside["mention_id"], beside["event_id"], strict=True))
    named: dict[str, str] = {}
    for event_id, group in filled.groupby("event_id", sort=True)["mention_id"]:
        there = Counter(known[key] for key in group if key in known)
        name = min(there, key=lambda one: (-there[one], one)) if there else str(event_id)
        named |= {key: name for key in group if key not in known}
    return named
