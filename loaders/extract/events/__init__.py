"""Happenings: what a document says took place, when, between whom and where.

One mention is one happening as one document tells it. The way there: which date words date a happening
(happenings.py), who took part (participants.py), where (places.py), the news that only the document's own date dates
(news.py), and the putting together of what a document tells in several places (telling.py). lines/ writes
what each says in one sentence. page.py holds one document while these look at it; about.py dates what happens to anyone or anything by name, under the names
that texts use for it (short_names.py).
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
