"""What a reader says of accounts, that they tell one event or two, laid on the tables of mentions and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from loaders.decisions.ties import SAID, Account, Tie, regroup, tied_by

NOT_KNOWN = 10**7
"""The day of a document that has none."""
LINK = ("mention_id", "other_id", "score", "reason")


def tie(
    mentions: pd.DataFrame, links: pd.DataFrame, documents: pd.DataFrame, ties: Sequence[Tie]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Mentions with the events that a reader gives them, and links with his reason; `links` has the columns of LINK."""
    if not ties:
        return mentions, links
    new = find_changed(mentions, links, documents, ties)
    moved = mentions["mention_id"].map(new)
    mentions = mentions.assign(event_id=moved.where(moved.notna(), mentions["event_id"]))
    return mentions, say_ties(links, ties, set(mentions["mention_id"]))


def find_changed(
    mentions: pd.DataFrame, links: pd.DataFrame, documents: pd.DataFrame, ties: Sequence[Tie]
) -> Mapping[str, str]:
    """mention_id -> event_id, of all accounts of the events that a reader said something of."""
    events = mentions.loc[mentions["mention_id"].isin(tied_by(ties)), "event_id"]
    inside = mentions[mentions["event_id"].isin(events)]
    published = dict(zip(documents["document_id"], documents["published"], strict=True))
    first = inside["start"].dt.normalize()
    last = (inside["end"] - pd.Timedelta(microseconds=1)).dt.normalize()
    accounts = [
        Account(mention_id, event_id, int(length), _day(published.get(document_id)))
        for mention_id, event_id, document_id, length in zip(
            inside["mention_id"], inside["event_id"], inside["document_id"], (last - first).dt.days, strict=True
        )
    ]
    known = set(inside["mention_id"])
    own = links[links["mention_id"].isin(known) & links["other_id"].isin(known)]
    joined = list(zip(own["mention_id"], own["other_id"], own["score"].astype(float), strict=True))
    return regroup(accounts, joined, ties)


def _day(moment: object) -> int:
    return NOT_KNOWN if moment is None or pd.isna(moment) else pd.Timestamp(moment).normalize().toordinal()


def say_ties(links: pd.DataFrame, ties: Sequence[Tie], known: set[str]) -> pd.DataFrame:
    """The links, those of two accounts that a reader spoke of with that as the reason; of one event there always is one."""
    said = {frozenset((tie.one, other)): tie.does for tie in ties for other in tie.others}
    pairs = [frozenset(pair) for pair in zip(links["mention_id"], links["other_id"], strict=True)]
    does = [said.pop(pair, "") for pair in pairs]
    # A pair may stand in two links; the first takes what was said.
    reason = [SAID.get(one) or was for one, was in zip(does, links["reason"], strict=True)]
    score = [{"same": 1.0, "apart": 0.0}.get(one, was) for one, was in zip(does, links["score"], strict=True)]
    rows = [
        (min(pair), max(pair), 1.0, SAID["same"])
        for pair, one in sorted(said.items(), key=lambda item: sorted(item[0]))
        if one == "same" and len(pair) == 2 and pair <= known
    ]
    new = pd.DataFrame(rows, columns=list(LINK)).astype({"score": float})
    old = links.assign(reason=reason, score=score)
    return pd.concat([old, new], ignore_index=True) if rows else old
