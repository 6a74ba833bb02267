"""Happenings: what a document says took place, when, between whom and where.

One mention is one happening as one document tells it. The way of one sentence, published on 25 August 2023: "Xi Jinping met the
premier of Cuba, who had come by ship, in Beijing on Wednesday."

    clauses.py        cut at "who" and the commas: "Xi Jinping met the premier of Cuba … in Beijing on Wednesday" is one clause
    triggers.py       the words that tell a kind: "met" tells a meeting (lexicon.py compiles the lists of events.yaml)
    happenings.py     which date words date a happening, and which: "on Wednesday" dates the meeting; "since 2002", "the 2030
                      Agenda" date nothing. news.py: the news that only the document's own date dates; undated.py, ranges.py
    complements.py    what is only spoken of, possible or announced: its date is no date of the saying
    participants.py   who took part: Xi Jinping and, as "the premier of Cuba", whoever held that office; who is only named
    places.py         where: Beijing. status.py: happened, planned or denied. particulars.py: what else tells it apart
    telling.py        what a document tells in several places is put together; how sure it is, and why
    lines/            the line: "Xi Jinping meets the premier of Cuba in Beijing"

page.py holds one document while these look at it, layout.py knows headers, entries and furniture, and about.py
dates what happens to anyone or anything by name, under the names that texts use for it (short_names.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.events.about import Dated, date_sentences
from loaders.extract.events.page import Page
from loaders.extract.events.short_names import names_of
from loaders.extract.events.telling import go_on, put_together
from loaders.records import Document, Mention, PersonMention, Quote, Span, TimeExpression
from loaders.vocabulary import Vocabulary

__all__ = ["Dated", "date_sentences", "find_mentions", "names_of"]


def find_mentions(
    document: Document,
    sentences: Sequence[Span],
    dates: Sequence[TimeExpression],
    people: Sequence[PersonMention],
    quotes: Sequence[Quote],
    vocabulary: Vocabulary,
) -> list[Mention]:
    """The happenings that the document tells, in the order of the text; one without any time, or any line, is none."""
    page = Page(document, sentences, dates, people, quotes, vocabulary)
    drafts = [draft for happening in page.happenings() for draft in page.drafts(happening)]
    told = go_on(put_together(drafts, page.words), len(sentences) - 1, page.posts, page.words)
    mentions = (page.mention(draft) for draft in sorted(told, key=lambda draft: min(draft.sentences)))
    return [mention for mention in mentions if mention.line]
