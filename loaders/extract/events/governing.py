"""Whether a line tells what its date dates: the verb that governs the date words, where that is not the main verb.

"The harbour was closed under a decree signed in 2019" dates the signing, "he succeeded Lund, who died in 1999" the death, "the
insurer that it had sued in 2009" the suing. A date in such words says nothing of when the rest of the sentence happened:
a line that tells the rest gets no row from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extract.events.clauses import COMMAS
from loaders.extract.events.happenings import Happening, Telling
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.lines.pieces import cut_pieces
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording
from loaders.records import Span

BEHIND = 240
"""So many letters before a date are looked at for the verb that governs it."""
AHEAD = 60
"""Within so many letters after a date stands the verb of a clause that begins with it ("which in 1992 left the union")."""
OPENING = 2
"""So many words stand between the word that opens a clause and a date before its verb."""
LONG = 3
"""A word with more letters is no small word."""
PHRASE = 4
"""So many words a verb has in a line, its auxiliary and "not" with it."""

_STOPS = re.compile(r"(?<!\d),|,(?!\d)|[;:()\[\]\n]|\s[–—-]+\s|—")


def governing_verb(
    happening: Happening, telling: Telling, folded: str, words: Wording, events: EventWords
) -> Span | None:
    """The verb that governs the date of a happening, where it is not simply that of its sentence."""
    date = happening.date
    if date is None or happening.carried or telling.heads_entry(date, folded):
        return None
    others = [(other.start, other.end) for other in telling.dates]
    return dependent_verb((date.start, date.end), telling.span, others, folded, words, events)


def tells_verb(line: str, verb: Span, trigger: Span | None, folded: str, words: Wording, events: EventWords) -> bool:
    """Whether a verb of the sentence is the one that a line tells; a noun behind the verb may tell it, too."""
    pieces = cut_pieces(line, [(0, len(line))], ())
    at = find_verb(pieces, words)
    if at < 0:
        return trigger is not None and verb[0] <= trigger[0]
    governing = words.lemma(folded[slice(*verb)])
    for number, piece in enumerate(pieces[at : at + PHRASE]):
        if words.lemma(piece.folded) == governing:
            if _is_like_another(line, verb, governing, folded, words):
                return False
            return not any(before.folded in events.subordinating for before in pieces[:at])
        helps = piece.folded in words.auxiliaries | words.been | words.negations | words.be_forms
        helps = helps or (number == 1 and piece.folded in events.to and pieces[at].folded in words.be_forms)
        # "Border forces kill five": what looks like a verb in -s may be a noun of several.
        helps = helps or (number == 0 and piece.folded.endswith("s"))
        if not helps and not piece.folded.endswith(words.adverb):
            return False
    return False


def _is_like_another(line: str, verb: Span, governing: str, folded: str, words: Wording) -> bool:
    """Whether the same verb stands before, with another object, and the line is of that ("It sued Lee and sued Zhao")."""
    before = WORD.finditer(folded, max(0, verb[0] - BEHIND), verb[0])
    if not any(words.lemma(match.group()) == governing for match in before):
        return False
    after = (match.group() for match in WORD.finditer(folded, verb[1], verb[1] + AHEAD))
    following = next((word for word in after if len(word) > LONG), "")
    return bool(following) and following not in line.casefold()


def dependent_verb(
    date: Span, sentence: Span, dates: Sequence[Span], folded: str, words: Wording, events: EventWords
) -> Span | None:
    """The verb that governs the date, where it is one of a dependent clause or a participle behind a noun; else None."""
    start = max(sentence[0], date[0] - BEHIND)
    stop = max((match.end() for match in _STOPS.finditer(folded, start, date[0])), default=start)
    before = [match.span() for match in WORD.finditer(folded, stop, date[0])]
    texts = [folded[slice(*span)] for span in before]
    verbs = [at for at in range(len(texts)) if _is_verb(texts, at, events)]
    opener = next((at for at in range(len(texts) - 1, -1, -1) if texts[at] in events.subordinating), -1)
    last = verbs[-1] if verbs else -1
    if opener >= 0:
        state = next((at for at in range(len(texts) - 1, opener, -1) if texts[at] in events.passive), -1)
        depending = [at for at in verbs if at > opener]
        if len(depending) > 1 and events.and_words.isdisjoint(texts[depending[-2] : last]):
            return None  # "The man who took office in May banned …": the last is the verb of the sentence.
        if max(last, state) > opener:
            return before[last if last > opener else state]
        return _next_verb(date, sentence, folded, events) if len(texts) - opener - 1 <= OPENING else None
    is_dependent = (
        (
            len(verbs) > 1
            and (_is_reduced(texts, verbs, words, events) or _is_second(before, texts, verbs, dates, events))
        )
        or _is_said(texts, last, words, events)
        or (last == 0 and folded[stop - 1] in COMMAS and _is_set_in(texts, words))
        or (len(verbs) == 1 and last > 0 and _is_before_verb(texts, last, date, sentence, folded, words, events))
    )
    return before[last] if is_dependent else _deadline(before, texts, last, events)


def _is_said(texts: Sequence[str], last: int, words: Wording, events: EventWords) -> bool:
    """Whether the last verb tells what somebody says of himself, without "that" ("The club says it sold the pier in")."""
    subject = last - 1
    while subject > 0 and texts[subject] in events.had | events.auxiliaries | events.between:
        subject -= 1
    return (
        subject > 1 and texts[subject] in words.pronouns and texts[subject - 1] in events.saying_now | words.attributing
    )


def _is_second(
    before: Sequence[Span], texts: Sequence[str], verbs: Sequence[int], dates: Sequence[Span], events: EventWords
) -> bool:
    """Whether "and" joins the last verb to one that has a date already ("was elected in 1990 and left in 1994")."""
    first, last = before[verbs[-2]], before[verbs[-1]]
    joined = not events.and_words.isdisjoint(texts[verbs[-2] + 1 : verbs[-1]])
    return joined and any(first[1] <= start and end <= last[0] for start, end in dates)


def _is_before_verb(
    texts: Sequence[str], last: int, date: Span, sentence: Span, folded: str, words: Wording, events: EventWords
) -> bool:
    """Whether the verb of the sentence stands right behind the date ("The bridge built in 1931 was blown up")."""
    following = WORD.match(folded, date[1] + 1, sentence[1]) if date[1] + 1 < sentence[1] else None
    if following is None or folded[date[1]] != " " or not words.is_participle(texts[last]):
        return False
    told = following.group()
    suffered = texts[last - 1] in events.passive | events.auxiliaries | events.had
    return not suffered and (told in words.auxiliaries or events.is_past(told))


def dependent_clause(verb: Span, sentence: Span, folded: str, events: EventWords) -> Span | None:
    """The clause with a subject of its own in which the verb stands ("that Brek had left"); None for "who left"."""
    start = max(sentence[0], verb[0] - BEHIND)
    stop = max((match.end() for match in _STOPS.finditer(folded, start, verb[0])), default=start)
    before = list(WORD.finditer(folded, stop, verb[0]))
    opener = next((at for at in range(len(before) - 1, -1, -1) if before[at].group() in events.subordinating), -1)
    if opener < 0 or opener + 1 == len(before) or events.is_verb(before[opener + 1].group()):
        return None
    after = _STOPS.search(folded, verb[1], sentence[1])
    return before[opener + 1].start(), after.start() if after else sentence[1]


def _is_set_in(texts: Sequence[str], words: Wording) -> bool:
    """Whether a participle right behind a comma has the date right behind it ("the treaty, signed in May in Kelna")."""
    return len(texts) <= OPENING and words.is_participle(texts[0]) and texts[0] not in words.intransitive


def _deadline(before: Sequence[Span], texts: Sequence[str], last: int, events: EventWords) -> Span | None:
    """The infinitive after the verb of which the date is the deadline ("called on Kelna to withdraw by 1 June")."""
    if last < 0 or texts[-1] not in events.by:
        return None
    return next((before[at + 1] for at in range(len(texts) - 2, last, -1) if texts[at] in events.to), None)


def _is_verb(texts: Sequence[str], at: int, events: EventWords) -> bool:
    """Whether a word can be a verb of the past or a participle that says what was done, and is no describing word."""
    return (
        events.is_past(texts[at])
        and texts[at] not in events.passive | events.auxiliaries | events.had
        and not (at and texts[at - 1] in events.articles)
    )


def _next_verb(date: Span, sentence: Span, folded: str, events: EventWords) -> Span | None:
    end = min(sentence[1], date[1] + AHEAD)
    stop = _STOPS.search(folded, date[1], end)
    found = [match.span() for match in WORD.finditer(folded, date[1], stop.start() if stop else end)]
    texts = [folded[slice(*span)] for span in found]
    return next((found[at] for at in range(len(texts)) if _is_verb(texts, at, events)), None)


def _is_reduced(texts: Sequence[str], verbs: Sequence[int], words: Wording, events: EventWords) -> bool:
    """Whether the last verb says more of a noun behind the one before it: "a decree signed in", "the firm it had sued in"."""
    first, last = verbs[-2:]
    between = texts[first + 1 : last]
    if not between or texts[first] in words.attributing or not events.and_words.isdisjoint(between):
        return False
    if any(events.breaks.find(word) for word in between):
        return False
    subject = last - 1
    while subject > first and texts[subject] in events.had | events.auxiliaries | events.between:
        subject -= 1
    if texts[subject] in words.pronouns:
        return subject > first + 1
    if texts[last] in words.describing:
        return False
    nothing_between = subject == last - 1
    is_noun = texts[subject] not in words.half | words.prepositions | events.passive | events.articles
    is_finite = texts[last] not in words.participles and words.lemma(texts[last]) in words.participles.values()
    return nothing_between and is_noun and not is_finite and texts[last] not in words.intransitive
