"""Happenings: what a document says took place, when, between whom and where.

One mention is one happening as one document tells it. The way of one sentence, published on 25 August 2023: "Xi Jinping met the
premier of Cuba, who had come by ship, in Beijing on Wednesday."

    clauses.py        cut at "who" and the commas: "Xi Jinping met the premier of Cuba … in Beijing on Wednesday" is one clause
    triggers.py       the words that tell a kind: "met" tells a meeting (lexicon.py compiles the lists of events.yaml)
    senses.py         verbs that tell a kind only with their object or subject: "lifted a ban", "a fleet took the town"
                      (sense_words.py compiles the lists of senses.yaml); choosing.py: the first finite verb tells the kind
    happenings.py     which date words date a happening, and which: "on Wednesday" dates the meeting; "since 2002", "the 2030
                      Agenda" date nothing. news.py: the news that only the document's own date dates; undated.py, ranges.py;
                      entries.py: lists, whose entries have dates at their heads; figures.py: such heads in figures
    comparing.py      dates of what is compared with, since when, and the periods of months that a day ends
    deciders.py       kinds that hang on who does it or what somebody becomes: rulings, votes, posts
    governing.py      the verb that governs date words: a line that tells another gets no row from them
    complements.py    what is only spoken of, possible or announced: its date is no date of the saying
    participants.py   who took part: Xi Jinping and, as "the premier of Cuba", whoever held that office; who is only named
                      (scene.py: what is known of a sentence; stand_ins.py: whom pronouns and left-out subjects stand for)
    taking_part.py    which countries and organisations did; who did it and to whom (sides.py: a passive turns it round)
    places.py         where: Beijing. status.py: happened, planned or denied. particulars.py: what else tells it apart
    tolls.py          how many were killed, wounded, arrested, by the sentences that tell it
    telling.py        what a document tells in several places is put together; how sure it is, and why
    headlines.py      what the headline announces: the row that tells it, or one of its own, with the headline as line
                      (headline_words.py: without kicker, site and source; headline_verbs.py: its verb)
    lines/            the line: "Xi Jinping meets the premier of Cuba in Beijing"

    signs.py          what speaks for and against each row, line_signs.py what its line does; worth.py weighs it: no row,
                      background, or main; no_happening.py: what only seems so, comment, ways of speaking

page.py holds one document while these look at it, rows.py makes its rows, layout.py knows headers, entries and furniture,
about.py dates what happens to anyone or anything by name, under the names that texts use for it (short_names.py), and
known_as.py says what "The ministry" is in full.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from loaders.extract.events.about import Dated, date_sentences
from loaders.extract.events.headlines import (
    Headline,
    announced,
    find_headline,
    is_said_at_a_talk,
    kind_of,
    nearest,
    opens_with_a_day,
    tellings,
)
from loaders.extract.events.line_signs import stems
from loaders.extract.events.lines import BETWEEN, Line
from loaders.extract.events.news import is_news
from loaders.extract.events.page import Page
from loaders.extract.events.rows import make_dated_row, make_drafts, make_mention, make_row
from loaders.extract.events.short_names import names_of
from loaders.extract.events.signs import find_echoes
from loaders.extract.events.telling import Draft, go_on, put_together, without_parts_of_talks
from loaders.extract.events.worth import ANNOUNCED, Row, Weights, judge, worth_of_rows
from loaders.records import ActorMention, Document, Mention, PersonMention, Quote, Span, TimeExpression
from loaders.vocabulary import Vocabulary

__all__ = ["Dated", "Row", "date_sentences", "find_mentions", "find_rows", "names_of"]


def find_mentions(
    document: Document,
    sentences: Sequence[Span],
    dates: Sequence[TimeExpression],
    people: Sequence[PersonMention],
    quotes: Sequence[Quote],
    vocabulary: Vocabulary,
    choose: Callable[[Row, Weights], Draft | None] = judge,
    actors: Sequence[ActorMention] = (),
) -> list[Mention]:
    """The happenings that the document tells, in the order of the text; one without any time, or any line, is none.

    `choose` gives of what may be a row the draft to keep, None where it is not worth one.
    """
    page = Page(document, sentences, dates, people, quotes, vocabulary, actors)
    weights = worth_of_rows(document.language, vocabulary.folder)
    drafts = [judged for row in find_rows(page) if (judged := choose(row, weights)) is not None]
    drafts = [*drafts, *(judged for row in _news_of_headline(page, drafts) if (judged := choose(row, weights)))]
    drafts = without_parts_of_talks(drafts, page.words)
    told = go_on(drafts, len(page.sentences) - 1, page.posts, page.words)
    return [make_mention(page, draft) for draft in told]


def find_rows(page: Page) -> list[Row]:
    """All that may be rows of the chronology, in the order of the text, with what speaks for and against each."""
    found = page.happenings()
    drafts = [draft for happening in (*found, *page.undated(found)) for draft in make_drafts(page, happening)]
    told = sorted(put_together(drafts, page.words), key=lambda draft: min(draft.sentences))
    rows = [row for draft in told if (row := make_dated_row(page, draft)) is not None]
    rows = _with_headline(page, rows)
    echoes = find_echoes([row.draft for row in rows])
    return [replace(row, signs=row.signs | more) for row, more in zip(rows, echoes, strict=True)]


def _with_headline(page: Page, rows: list[Row]) -> list[Row]:
    """The rows, of which the one that the headline announces has the headline as its line; one more where none tells it."""
    headline = find_headline(page)
    if headline is None:
        return rows
    place, is_maybe_told = nearest(headline, [row.draft for row in rows], page)
    if place is None and is_maybe_told:
        return rows
    if place is None and opens_with_a_day([row.draft for row in rows], page):
        return rows
    if place is None:
        added = _row_of_headline(page, headline)
        if added is None:
            return rows
        rows = sorted([*rows, added], key=lambda row: min(row.draft.sentences))
        place = rows.index(added)
    row = rows[place]
    if is_said_at_a_talk(row.draft, [other.draft for other in rows], page.words):
        return [other for other in rows if other is not row]
    # Of a talk between two the names of both say all.
    between = row.draft.kind in BETWEEN and len(row.draft.cast.leaders) > 1
    line = row.draft.line if between else Line(headline.line, "headline")
    trigger = row.draft.happening.trigger if between else kind_of(headline, page) or row.draft.happening.trigger
    happening = replace(row.draft.happening, trigger=trigger)
    draft = replace(row.draft, happening=happening, line=line, sentences=tellings(headline, row.draft, page))
    others = [other for other in rows if stems(other.draft.line.text) != headline.words or other is row]
    return [Row(draft, row.signs | {ANNOUNCED}) if other is row else other for other in others]


def _news_of_headline(page: Page, drafts: Sequence[Draft]) -> list[Row]:
    """What the headline announces, where nothing that is worth a row tells what the report is about; else nothing."""
    if any(draft.main and is_news(draft.interval, page.document.published) for draft in drafts):
        return []
    headline = find_headline(page)
    row = _row_of_headline(page, headline) if headline is not None else None
    if headline is None or row is None or nearest(headline, drafts, page)[0] is not None:
        return []
    happening = replace(row.draft.happening, trigger=kind_of(headline, page) or row.draft.happening.trigger)
    draft = replace(row.draft, happening=happening, line=Line(headline.line, "headline"))
    return [Row(draft, row.signs | {ANNOUNCED})]


def _row_of_headline(page: Page, headline: Headline) -> Row | None:
    """A row of the sentence that tells at more length what the headline announces; None where the text is of something else."""
    happening = announced(page, headline)
    return None if happening is None else make_row(page, replace(make_drafts(page, happening)[0], main=True))
