"""The news that a report's headline announces, where no row of the text tells it.

Many reports say in the headline who did what, and go on at once to what it means, with no day but their own. A headline in the
present tense of headlines ("Port of Kelna closes its old pier"), or with a participle for a passive ("Two ships freed off
Orla"), is then a row of its own, dated by the publication. What only may be, is asked, is called something or is a
state announces nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.complements import announced as as_announced
from loaders.extract.events.deciders import decided_by
from loaders.extract.events.happenings import Happening, Telling, is_placed
from loaders.extract.events.headline_verbs import find_headline_verb, is_deed
from loaders.extract.events.headline_words import LONGEST, HeadlineWords, has_colon, headline_words, own_words
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.line_signs import stems
from loaders.extract.events.lines import BETWEEN
from loaders.extract.events.lines.pieces import Piece, cut_pieces, set_line
from loaders.extract.events.lines.verbs import tell_now
from loaders.extract.events.lines.wording import Wording, wording
from loaders.extract.events.news import is_news
from loaders.extract.events.no_happening import nothing_words, signs_of_nothing
from loaders.extract.events.page import Page
from loaders.extract.events.telling import Draft
from loaders.extract.events.triggers import choose_trigger
from loaders.extract.events.undated import main_clause
from loaders.layout.tokens import fold
from loaders.tables.schema import MOST_EVIDENCE

_NAME = re.compile(r"(?<=[^\W\dA-Z_][ ,])\s?[\"“‘']?([^\W\d_a-z][^\W\d_]*(?:-[^\W\d_]+|['’](?!s\b)[^\W\d_]+)*)")
_TITLED = re.compile(r"[\W_]*[^\W\d_a-z][^\W\d_A-Z]+(?:[-'’][^\W\d_]+)*[\W_]*")
_PLAIN = re.compile(r"^[\W_]+|(?:['’]s)?[\W_]*$")
_PARTS = re.compile(r"[^\W\d_]+")

COUNTRY = "country"
HEADLINE = "headline"
"""Whence such a row has its day, as `Happening.carried` says it."""
MOST_CAPITALS = 0.7
"""Where so many words have a capital, those that are no names are made small."""
FIRST = 2
"""A lead begins with so many sentences."""
READ = 5000
"""So many letters of the text show which words are names."""
OPENING = 4
"""The headline is among so many first sentences of a text."""
FEWEST = 3
"""Words of a headline that tells something."""
SHARED = 0.4
"""A row of the news that has so many of the longer words of the headline tells what it announces."""
IN_LINE = 2
"""So many stand in the line of such a row, where its sentence has a day of its own."""
GOES_ON = 2
"""A sentence of the lead with so many of its words, and no date of another day, goes on telling it."""
MAYBE = 0.2
"""A row that has so many may tell it in other words, and no second row is added."""
CONFIRMED = 0.25
"""So many of them stand in the lead, or it is no headline of this text."""
IN_TEXT = 0.5
"""So many stand in a text whose lead begins with something else."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline that tells a deed: the sentence that it is, its line, and its longer words."""

    number: int
    line: str
    words: frozenset[str]
    verb: str
    """As the headline has it, in small letters."""


def find_headline(page: Page) -> Headline | None:
    """The document's headline where it tells a deed that is news; None where it announces nothing."""
    wordings = wording(page.document.language, page.vocabulary.folder)
    if page.document.published is None or page.entries or not wordings.forms:
        return None
    number = _headline_of(page)
    if number is None:
        return None
    start, end = page.sentences[number]
    known = headline_words(page.document.language, page.vocabulary.folder)
    own = own_words(" ".join(page.document.text[start:end].split()).strip("#*_ "), known, _places(page, start, end))
    if not _tells_a_deed(own.text, page, wordings, known):
        return None
    line = _in_small_letters(own.text, page)
    pieces = cut_pieces(line, [(0, len(line))], ())
    at = find_headline_verb(pieces, wordings)
    verb = pieces[at].folded
    # "Premier telephoned envoy" is told in the present; "Mayor arrested" and "Lee named premier" are passives.
    is_passive = pieces[at].folded in known.appointed or not _has_object(pieces, at, wordings)
    is_note = wordings.is_participle(pieces[at].folded) and is_passive
    if at > 0 and wordings.is_past(pieces[at].folded) and not is_note:
        line = set_line(tell_now(pieces, at, wordings))
    line = f"{own.place}: {line}" if own.place else f"{line[:1].upper()}{line[1:]}"
    return Headline(number, line, stems(own.text), verb)


def _places(page: Page, start: int, end: int) -> Callable[[str], bool]:
    """Whether words at the head of the headline name a country: where it is, as often as who says it."""
    named = {actor.text for actor in page.actors_in((start, end)) if actor.kind == COUNTRY}
    return named.__contains__


def _has_object(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return following is not None and following.is_word and following.folded not in words.prepositions | words.boundaries


def nearest(headline: Headline, drafts: Sequence[Draft], page: Page) -> tuple[int | None, bool]:
    """The number of the draft that tells what the headline announces, None where none has enough of its words; and whether
    any draft of the news can be of it."""
    published, best, most, any_most = page.document.published, None, 0, 0
    for place, draft in enumerate(drafts):
        if not is_news(draft.interval, published):
            continue
        line = stems(draft.line.text)
        shared = len(headline.words & (line | stems(page.document.text[slice(*page.sentences[draft.sentences[0]])])))
        any_most = max(any_most, shared)
        # A sentence with a day of its own may tell much besides, of that day.
        has_own_day = draft.happening.date is not None and not draft.happening.carried
        if shared > most and (not has_own_day or len(headline.words & line) >= IN_LINE):
            best, most = place, shared
    tells = most >= max(2, SHARED * len(headline.words))
    return best if tells else None, any_most >= max(2, MAYBE * len(headline.words))


def opens_with_a_day(drafts: Sequence[Draft], page: Page) -> bool:
    """Whether the lead begins with news of a day that it tells, which the headline may tell in other words."""
    return any(
        not {*draft.sentences}.isdisjoint(page.lead[:FIRST])
        and draft.happening.date is not None
        and is_news(draft.interval, page.document.published)
        for draft in drafts
    )


def is_said_at_a_talk(draft: Draft, drafts: Sequence[Draft], words: EventWords) -> bool:
    """Whether a draft only tells what was said where the people whom it names talked to others, that day."""
    people = {*draft.cast.leaders}
    talks = (words.conversations - words.spoken) | {*BETWEEN}
    if draft.kind not in words.spoken - talks or not people:
        return False
    return any(
        other.kind in talks
        and people < {*other.cast.leaders}
        and other.interval[0] <= draft.interval[0]
        and draft.interval[1] <= other.interval[1]
        for other in drafts
    )


def tellings(headline: Headline, draft: Draft, page: Page) -> tuple[int, ...]:
    """The numbers of the draft's sentences, and of those of the lead that go on telling what the headline announces."""
    own = {date.start for number in draft.sentences for date in page.telling(number).dates}
    more = [
        number
        for number in (headline.number, *page.lead)
        if number not in draft.sentences
        and len(headline.words & stems(page.document.text[slice(*page.sentences[number])])) >= GOES_ON
        and {date.start for date in page.telling(number).dates if is_placed(date)} <= own
    ]
    return (*draft.sentences, *more)[:MOST_EVIDENCE]


def kind_of(headline: Headline, page: Page) -> Trigger | None:
    """What tells the kind of the headline's own deed: with its line goes its kind; None where no word of it tells one."""
    telling = page.telling(headline.number)
    clause = main_clause(telling, page.folded, page.words) or 0
    found = _told_by_verb(headline, telling, page)
    found = found or choose_trigger(telling.clauses[clause], telling.triggers, page.folded, page.words)
    found = as_announced(found, page.folded, page.words) if found is not None else None
    return decided_by(found, telling.clauses[clause], page.folded, page.words)


def _told_by_verb(headline: Headline, telling: Telling, page: Page) -> Trigger | None:
    """What tells a kind by the headline's verb: in "Police hold man over bombing" it is no attack."""
    opening = ((trigger, page.folded[trigger.start : trigger.end].split()) for trigger in telling.triggers)
    return next((trigger for trigger, words in opening if words[:1] == [headline.verb]), None)


def announced(page: Page, headline: Headline) -> Happening | None:
    """What the headline tells, in the sentence of the lead that says it at more length, else in its own; None where the text
    is of something else."""
    told = _lead_of(page, headline)
    if told is None and not _is_of_text(page, headline):
        return None
    told = headline.number if told is None else told
    telling = page.telling(told)
    clause = main_clause(telling, page.folded, page.words) or 0
    found = choose_trigger(telling.clauses[clause], telling.triggers, page.folded, page.words)
    trigger = decided_by(found, telling.clauses[clause], page.folded, page.words)
    return Happening(told, clause, None, trigger, HEADLINE)


def _lead_of(page: Page, headline: Headline) -> int | None:
    """The sentence of the lead with most of the headline's words; None where none has enough: it is of another text."""
    shared = {
        n: len(headline.words & stems(page.document.text[slice(*page.sentences[n])]))
        for n in page.lead
        if n != headline.number and page.telling(n).clauses and not page.telling(n).clauses[0].quoted
    }
    most = max(shared.values(), default=0)
    return (
        next((n for n, count in shared.items() if count == most), None)
        if most >= max(2, CONFIRMED * len(headline.words))
        else None
    )


def _is_of_text(page: Page, headline: Headline) -> bool:
    """Whether a text that opens with something else is about what the headline says."""
    end = page.sentences[headline.number][1]
    rest = stems(page.document.text[end : end + READ])
    return len(headline.words & rest) >= max(2, IN_TEXT * len(headline.words))


def _headline_of(page: Page) -> int | None:
    """The number of the sentence that is the document's title, or the last one of it."""
    title = " ".join(page.document.title.split())
    for number, (start, end) in enumerate(page.sentences[:OPENING]):
        told = " ".join(page.document.text[start:end].split()).strip("#*_ ")
        if told == title:
            return number
        # "A quake strikes! Kelna calls out the army" stands as two sentences.
        before = page.document.text[max(0, end - 2 * len(title)) : end]
        if len(told) < len(title) and title.endswith(told) and " ".join(before.split()).endswith(title):
            return number
    return None


def _in_small_letters(title: str, page: Page) -> str:
    """A headline in which every word has a capital, with those small that are no names in the text."""
    words = title.split()
    if sum(word[:1].isupper() for word in words) < MOST_CAPITALS * len(words):
        return title
    text = page.document.text[:READ].replace(title, " ")
    names = {fold(match.group(1)) for match in _NAME.finditer(text)}
    names |= {fold(part) for name in page.names.values() for part in _PARTS.findall(name)}
    kept = [
        word if fold(_PLAIN.sub("", word)) in names or not _TITLED.fullmatch(word) else word.lower()
        for word in words[1:]
    ]
    return " ".join([words[0], *kept])


def _tells_a_deed(text: str, page: Page, words: Wording, known: HeadlineWords) -> bool:
    """Whether the headline has a subject, and a verb of what is done once, or of what was done to it."""
    # "US" is a country, and no "us".
    found = [word if word.isupper() and len(word) > 1 else word.casefold() for word in WORD.findall(text)]
    if text.isupper() or sum(word.isupper() for word in text.split()) > FEWEST:
        return False
    if not FEWEST <= len(found) <= LONGEST or text.endswith(("?", "…", "!", "..")) or has_colon(text) or "|" in text:
        return False
    if found[0] in words.explaining | known.openers or any(
        word in page.words.first_person | page.words.modals for word in found
    ):
        return False
    pieces = cut_pieces(text, [(0, len(text))], ())
    at = find_headline_verb(pieces, words)
    return at > 0 and is_deed(pieces, at, words, page.words) and not _tells_nothing(text, page, words)


def _tells_nothing(text: str, page: Page, words: Wording) -> bool:
    """Whether the headline is a slogan, a comment or a feeling ("Voters sceptical as Lee vows change")."""
    line = _in_small_letters(text, page)
    known = nothing_words(page.document.language, page.vocabulary.folder)
    return any(signs_of_nothing(line, page.folded[:0], known, words))
