"""Mentions of one event get one id: what several documents tell is compared, and every link says why.

accounts.py      mentions as numbers and sets that compare fast
candidates.py    which accounts are worth comparing
particulars.py   what an account tells besides people and kind
matching.py      whether two accounts can be about one event, with score and reason
clusters.py      links to events, and ids that stay
stories.py       which documents tell one story; rarity.py: what a text is known by
tellings.py      how each account is told: its words, who acts, how much its report is about it
signs.py         within a story: what speaks for and against two accounts being one event, and what that comes to
retellings.py    which accounts of a story are held against each other, and how likely each two are one event
gathering.py     joins these likeliest first, each part as one whole with the other
copies.py        documents that are one text, republished or translated
fingerprints.py  which texts may be one
translations.py  whether two texts say the same, sentence by sentence, in other words
summary.py       one row an event: the best line, the most exact date, what is disputed
sources.py       how many of them could each be wrong alone
disputes.py      what is disputed, one sentence against another
"""

from loaders.reconcile.clusters import group_mentions
from loaders.reconcile.copies import find_copies
from loaders.reconcile.summary import make_events

__all__ = ["find_copies", "group_mentions", "make_events"]
