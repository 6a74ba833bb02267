"""The timeline of anyone or anything given by name: a company, a product, a person who is not in the vocabulary.

A sentence belongs to it where the name does or suffers something: it opens the sentence, stands before a verb or right
after one. "An official of the firm" and "the firm's rival" are about others (SemEval-2015 task 4 counts them so, too).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.extract.events.clauses import TIE, clause_of
from loaders.extract.events.happenings import Happening, Telling, is_long, is_placed
from loaders.extract.events.lexicon import WORD
from loaders.extract.events.page import Page
from loaders.extract.events.undated import date_of_news, tells_news
from loaders.extract.terms import Terms
from loaders.records import Document, PersonMention, Quote, Span, TimeExpression
from loaders.vocabulary import Vocabulary

OPENING = 25
"""A name that begins so early opens its sentence."""
LEAD = 2
"""In so many first sentences of prose every use of the name counts."""

TITLE = 6
"""So many words of an office or a description stand before a name at most ("said President Ann Lee")."""

_GOES_ON = re.compile(r"[ -]+[A-Z0-9]")
_DIGIT = re.compile(r"\d")
_NEXT = re.compile(r" ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with a date of what it tells; `date` is None where the creation time dates it."""

    sentence: int
    date: TimeExpression | None


def date_sentences(
    names: Terms[str],
    document: Document,
    sentences: Sequence[Span],
    dates: Sequence[TimeExpression],
    people: Sequence[PersonMention],
    quotes: Sequence[Quote],
    vocabulary: Vocabulary,
) -> list[Dated]:
    """The sentences in which something happens to what the names stand for, once for each of their dates."""
    page = Page(document, sentences, dates, people, quotes, vocabulary)
    happenings = page.happenings()
    news = date_of_news(happenings, page.lead, document)
    dated: dict[int, list[Happening]] = {}
    for happening in happenings:
        if happening.date is not None:
            dated.setdefault(happening.sentence, []).append(happening)
    found: list[Dated] = []
    goes_on, in_title = False, bool(names.find(document.title))
    for number, (start, _) in enumerate(sentences):
        places = _places(names, page, number) or _taken_up(page, number, goes_on, in_title)
        goes_on = any(place[0] - start < 2 * OPENING for place in places)
        if places:
            told = _told(page.telling(number), places, dated.get(number, ()), news, page)
            found += [Dated(number, date) for date in dict.fromkeys(told)]
    return found


def _places(names: Terms[str], page: Page, number: int) -> list[Span]:
    """Where the sentence names what it is about."""
    start, end = page.sentences[number]
    found = list(names.scan(page.folded, start, end))
    named = [(first, last) for first, last, _ in found]
    is_model = any(_DIGIT.search(entity) for _, _, entity in found)
    early = number in page.lead[:LEAD]
    return [
        span
        for span in named
        if not _GOES_ON.match(page.document.text, span[1])
        and (is_model or not _describes(span, page, start))
        and (early or _acts(span, page, start))
    ]


def _taken_up(page: Page, number: int, goes_on: bool, in_title: bool) -> list[Span]:
    """Where a pronoun or a plain noun at the head of the sentence stands for the subject of the sentence before.

    A noun ("the company") also stands for what the title names, wherever it was named last.
    """
    start, end = page.sentences[number]
    for at, to, _ in page.words.subjects.scan(page.folded, start, min(end, start + 2 * OPENING)):
        is_noun = " " in page.folded[at:to] and at < start + OPENING
        if goes_on or (in_title and is_noun):
            return [(at, to)]
    return []


def _describes(span: Span, page: Page, start: int) -> bool:
    """Whether the name only says what kind of thing the next word is ("the Acme engineers").

    A model with its number is what the next word says ("the T4 tractor").
    """
    following = _NEXT.match(page.document.text, span[1])
    if following is None or not following.group(1).islower():
        return False
    word = following.group(1)
    opens = span[0] == start
    return not (page.words.is_verb(word) or word in page.words.after_names or (opens and word.endswith("s")))


def _acts(span: Span, page: Page, start: int) -> bool:
    """Whether the name opens the sentence, or stands right before or after a verb."""
    words, folded = page.words, page.folded
    if folded.startswith(words.possessive, span[1]):
        return False
    before = _words_before(span, page, start)
    if any(word in words.agents for word in before[-1:]):
        return False
    after = [match.group() for match in islice(WORD.finditer(folded, span[1], span[1] + 60), 2)]
    verb = after[-1:] if after and after[0] in words.between else after[:1]
    return span[0] - start < OPENING or any(words.is_verb(word) for word in (*before, *verb))


def _words_before(span: Span, page: Page, start: int) -> list[str]:
    """The word before the name, after that before its article or its title ("said President Ann Lee")."""
    text = page.document.text
    found = list(WORD.finditer(page.folded, max(start, span[0] - 60), span[0]))[-TITLE:]
    small = [match.group() for match in found if not text[match.start()].isupper()]
    return [*[word for word in small if word not in page.words.articles][-1:], *(m.group() for m in found[-1:])]


def _told(
    telling: Telling, places: Sequence[Span], dated: Sequence[Happening], news: TimeExpression | None, page: Page
) -> list[TimeExpression | None]:
    """The dates of the clauses in which the name stands; where one has none and tells news, that of the news."""
    if telling.number in (0, page.lead[0]) and not dated:
        return [news]
    found: list[TimeExpression | None] = []
    for number in sorted({clause_of(telling.clauses, place) for place in places}):
        own = [happening.date for happening in dated if happening.clause == number]
        found += own or _beginnings(telling, number, page)
        if not own and tells_news(telling.clauses[number].words(page.folded), page.words):
            found.append(news)
    return found


def _beginnings(telling: Telling, number: int, page: Page) -> list[TimeExpression]:
    """The dates from which on the clause says that something has been so ("has led the firm since 2004")."""
    clause, at = telling.clauses[number], telling.span[0]
    return [
        date
        for date in telling.dates
        if is_placed(date)
        and not is_long(date)
        and (clause.holds((date.start, date.end)) or 0 <= date.start - clause.end <= TIE)
        and page.folded[at : date.start].rstrip().endswith(page.words.since)
    ]
