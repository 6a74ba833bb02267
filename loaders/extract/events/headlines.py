"""The news that a report's headline announces, where no row of the text tells it.

Many reports say in the headline who did what, and go on at once to what it means, with no day but their own. A headline in the
present tense of headlines ("Port of Kelna closes its old pier"), or with a participle for a passive ("Two ships freed off
Orla"), is then a row of its own, dated by the publication. What only may be, is asked, is called something or is a
state announces nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.complements import announced as as_announced
from loaders.extract.events.deciders import decided_by
from loaders.extract.events.happenings import Happening, is_placed
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.line_signs import stems
from loaders.extract.events.lines import BETWEEN
from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import Piece, cut_pieces, set_line
from loaders.extract.events.lines.verbs import find_verb, tell_now
from loaders.extract.events.lines.wording import Wording
from loaders.extract.events.news import is_news
from loaders.extract.events.no_happening import nothing_words, signs_of_nothing
from loaders.extract.events.page import Page
from loaders.extract.events.telling import Draft
from loaders.extract.events.triggers import choose_trigger
from loaders.extract.events.undated import main_clause
from loaders.layout.tokens import fold
from loaders.tables.schema import MOST_EVIDENCE

_PUBLISHER = re.compile(r"(?:\s+[|–—]\s+[^|–—]{2,40}|\s+-\s+[A-Z][^-]{2,40})+$")
_NAME = re.compile(r"(?<=[^\W\dA-Z_][ ,])\s?[\"“‘']?([^\W\d_a-z][^\W\d_]*(?:-[^\W\d_]+|['’](?!s\b)[^\W\d_]+)*)")
_TITLED = re.compile(r"[\W_]*[^\W\d_a-z][^\W\d_A-Z]+(?:[-'’][^\W\d_]+)*[\W_]*")
_PLAIN = re.compile(r"^[\W_]+|(?:['’]s)?[\W_]*$")
_PARTS = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{1,20}[)\]]\s*$")

HEADLINE = "headline"
"""Whence such a row has its day, as `Happening.carried` says it."""
SOURCE = 3
"""Words after a colon that say whose word it is."""
MOST_CAPITALS = 0.7
READ = 5000
"""So many letters of the text show which words are names."""
OPENING = 4
"""The headline is among so many first sentences of a text."""
FEWEST, LONGEST = 3, 14
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


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline that tells a deed: the sentence that it is, its line, and its longer words."""

    number: int
    line: str
    words: frozenset[str]


def find_headline(page: Page, wordings: Wording) -> Headline | None:
    """The document's headline where it tells a deed that is news; None where it announces nothing."""
    if page.document.published is None or page.entries or not wordings.forms:
        return None
    number = _headline_of(page)
    text = _without_source(" ".join(page.document.title.split())) if number is not None else ""
    if number is None or not _tells_a_deed(text, page, wordings):
        return None
    line = _in_small_letters(text, page)
    pieces = cut_pieces(line, [(0, len(line))], ())
    at = find_headline_verb(pieces, wordings)
    # "Premier telephoned envoy" is told in the present; "Mayor arrested" is a passive.
    is_note = wordings.is_participle(pieces[at].folded) and not _has_object(pieces, at, wordings)
    if at > 0 and wordings.is_past(pieces[at].folded) and not is_note:
        line = set_line(tell_now(pieces, at, wordings))
    return Headline(number, line, stems(text))


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
    found = choose_trigger(telling.clauses[clause], telling.triggers, page.folded, page.words)
    found = as_announced(found, page.folded, page.words) if found is not None else None
    return decided_by(found, telling.clauses[clause], page.folded, page.words)


def announced(page: Page, headline: Headline) -> Happening | None:
    """What the headline tells, in the sentence of the lead that says it at more length; None where none does."""
    told = _lead_of(page, headline)
    if told is None:
        return None
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


def _headline_of(page: Page) -> int | None:
    """The number of the sentence that is the document's title."""
    title = " ".join(page.document.title.split())
    for number, (start, end) in enumerate(page.sentences[:OPENING]):
        if " ".join(page.document.text[start:end].split()).strip("#*_ ") == title:
            return number
    return None


def _without_source(title: str) -> str:
    """The headline without whose word it is ("Army shells port: witnesses", "Minister resigns | The Orla Post")."""
    title = _PUBLISHER.sub("", _BRACKETS.sub("", title))
    head, colon, source = title.rpartition(":")
    line = head if colon and len(source.split()) <= SOURCE and source.strip()[:1].islower() else title
    return line if line.endswith("..") else line.strip(" .,;:–—-")


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


def _tells_a_deed(text: str, page: Page, words: Wording) -> bool:
    """Whether the headline has a subject, and a verb of what is done once, or of what was done to it."""
    found = [match.group() for match in WORD.finditer(text.casefold())]
    if text.isupper() or sum(word.isupper() for word in text.split()) > FEWEST:
        return False
    if not FEWEST <= len(found) <= LONGEST or text.endswith(("?", "…", "!", "..")) or ":" in text or "|" in text:
        return False
    if found[0] in words.explaining or any(word in page.words.first_person | page.words.modals for word in found):
        return False
    pieces = cut_pieces(text, [(0, len(text))], ())
    at = find_headline_verb(pieces, words)
    return at > 0 and _is_deed(pieces, at, words, page.words) and not _tells_nothing(text, page, words)


def _tells_nothing(text: str, page: Page, words: Wording) -> bool:
    """Whether the headline is a slogan, a comment or a feeling ("Voters sceptical as Lee vows change")."""
    line = _in_small_letters(text, page)
    known = nothing_words(page.document.language, page.vocabulary.folder)
    return any(signs_of_nothing(line, page.folded[:0], known, words))


def find_headline_verb(pieces: Sequence[Piece], words: Wording) -> int:
    """The place of a headline's verb, or of the "to" before it in plans; -1 where it has none.

    "Ferry sinks off Orla", "Scientists spot new planets", "Kelna to close its port", "Mayor arrested".
    """
    plain = find_verb(pieces, words, capitals=True)
    for at in range(1, len(pieces)):
        if at == plain or _may_be_verb(pieces, at, words):
            return at
    return -1


def _may_be_verb(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    word, before = pieces[at].folded, pieces[at - 1]
    following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    known = words.verbs | words.headline_verbs
    if not pieces[at].is_word or before.folded in words.articles | words.prepositions or before.folded.endswith("'s"):
        return False
    if word == words.single["to"]:
        return following in known
    lemma = words.lemma(word)
    if word.endswith("s") and lemma != word and lemma in known:
        # "Slump fears rise": a form in -s is no verb before another one.
        return not _goes_on_as_verb(pieces, at, words)
    if words.is_participle(word) and following in words.prepositions:
        return True  # "thrown into doubt"
    return word in known and _are_several(pieces[:at], words) and not _goes_on_as_verb(pieces, at, words)


def _are_several(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether the subject is several: headlines leave out the "and" ("EU, Japan sign"), and teams are many."""
    several = len(subject) > 2 and any(piece.text == "," for piece in subject[1:-1])
    team = len(subject) > 1 and subject[-1].folded.endswith("s") and not subject[-1].folded.endswith("ss")
    return several or team or is_plural(subject, words) or subject[-1].folded in words.collectives


def _goes_on_as_verb(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    if following in words.auxiliaries:
        return True
    lemma = words.lemma(following)
    return following.endswith("s") and lemma != following and lemma in words.verbs


def _is_deed(pieces: Sequence[Piece], at: int, words: Wording, event_words: EventWords) -> bool:
    verb = pieces[at].folded
    following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    if verb == words.single["to"]:
        return True
    if verb in words.auxiliaries:
        return verb in words.be_forms | words.have_forms and words.is_participle(following)
    return verb not in event_words.stative and verb not in event_words.ongoing
