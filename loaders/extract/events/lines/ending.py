"""Where a line ends: at the end of its sentence where it fits, else at the last place where what stands so far is whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extract.events.lines.cutting import COMMA, PHRASE
from loaders.extract.events.lines.joints import has_object, is_beside, parts, says_what_for, tells_alone
from loaders.extract.events.lines.pieces import MARKS, Piece, count_words, set_line
from loaders.extract.events.lines.valency import lacks_complement
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording

LONGEST = 14
"""So many words has a line of a published chronology at most."""
CLOSES = {"“": "”", "„": "“", "«": "»"}


def fit(
    pieces: Sequence[Piece], verb: int, words: Wording, until: int | None = None, safely: bool = False
) -> Iterator[list[Piece]]:
    """The pieces up to each place before LONGEST words, and `until`, where the line can end, the longest first.

    With `safely` it ends only with its sentence, or where what follows tells when or why it was, or something else.
    """
    while pieces and not pieces[-1].is_word and pieces[-1].text not in MARKS:
        pieces = pieces[:-1]
    last = len(pieces) if until is None else min(until, len(pieces))
    last = min(last, _fitting(pieces), _next_sentence(pieces, verb, words))
    for at in range(last, verb, -1):
        if at < len(pieces) and not (is_beside if safely else has_object)(pieces, verb, at, words):
            continue
        if count_words(set_line(pieces[:at])) <= LONGEST and _can_end(pieces, verb, at, words):
            yield _closed(pieces[:at])


def _fitting(pieces: Sequence[Piece]) -> int:
    """Up to where the pieces may fit: those glued to what stands before them are, at best, no words of their own."""
    words = 0
    for at, piece in enumerate(pieces):
        words += 0 if piece.glued else count_words(piece.text)
        if words > LONGEST:
            return at
    return len(pieces)


def _next_sentence(pieces: Sequence[Piece], verb: int, words: Wording) -> int:
    """Where, after a comma, a subject and its verb begin with nothing that joins them; else the end.

    "Lee wins the seat, Park looked on" are two sentences: a line tells the first.
    """
    for at in range(verb + 1, len(pieces) - 2):
        if pieces[at].folded in words.clausal or pieces[at].text in MARKS:
            break
        joins = pieces[at].folded in words.joining
        if pieces[at].text != COMMA and not joins:
            continue
        rest = pieces[at + 1 : at + 1 + PHRASE]
        joined = joins or (rest[0].folded in words.joining and len(rest) > 2)
        rest = rest[1:] if joined and not joins else rest
        while len(rest) > 1 and words.is_adverb(rest[0].folded):
            rest = rest[1:]
        opens = joined or rest[0].text[:1].isupper() or rest[0].folded in words.pronouns | words.definite
        second = find_verb(rest, words) if opens and rest[0].folded not in words.relatives else -1
        if second > 0 and all(p.is_word and p.folded not in words.boundaries for p in rest[:second]):
            return at
    return len(pieces)


def _closed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with a mark at the end where they end within a quotation."""
    marks = [piece for piece in pieces if piece.text in MARKS]
    if len(marks) % 2 == 0:
        return list(pieces)
    mark = CLOSES.get(marks[-1].text, marks[-1].text)
    return [*pieces, replace(marks[-1], text=mark, start=pieces[-1].end, end=pieces[-1].end, glued=True)]


def _is_open(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether a quotation has just begun, or a clause whose verb is still to come ("announce that holidaymakers")."""
    marks = [at for at, piece in enumerate(pieces) if piece.text in MARKS]
    if len(marks) % 2 and (marks[-1] <= verb or len(pieces) - marks[-1] < 4):
        return True
    if _says_half(pieces, verb, words):
        return True
    opened = [at for at, piece in enumerate(pieces) if at > verb and piece.folded in words.clausal]
    if not opened:
        return False
    rest = pieces[opened[-1] + 1 :]
    if (
        pieces[opened[-1]].folded in words.relatives | words.that_words
        and rest
        and find_verb([pieces[0], *rest], words) > 0
    ):
        return False
    # "appointed as minister" needs no verb, "…, as the ministry said" does.
    is_role = pieces[opened[-1]].folded in words.role_words and pieces[opened[-1] - 1].text != COMMA
    # "when their boat sinks" ends on its verb.
    at_that_time = pieces[opened[-1]].folded in words.time_words
    sinks = at_that_time and len(rest) > 1 and words.lemma(rest[-1].folded) in words.verbs
    return find_verb(rest, words) < 1 and not is_role and not sinks


def _says_half(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether it has only come to whom somebody speaks of ("says residents in Kelna"), and not to what they did."""
    rest = pieces[verb + 1 :]
    if pieces[verb].folded not in words.attributing or not rest or not rest[0].is_word:
        return False
    goes_on = rest[0].folded in words.prepositions | words.clausal
    return not goes_on and find_verb(rest, words) < 1


def _can_end(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    """Whether a line can end before the piece `at`: with a whole clause, whose verbs have all that they need."""
    ends = _ends_clause(pieces, verb, at, words) and not lacks_complement(pieces, verb, at, words)
    return ends and not parts(pieces, at, words)


def _says_more(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    """Whether a form in -ing with its object says more of the thing before it ("an area | encompassing the islands")."""
    before, following = pieces[at - 1], pieces[at]
    if not (following.folded.endswith(words.gerund) and following.text.islower()) or at + 1 >= len(pieces):
        return False
    then = pieces[at + 1]
    has_object = then.folded in words.articles | words.owners or then.text[:1].isupper() or then.text[:1].isdigit()
    small = words.half | words.prepositions | words.auxiliaries | words.needless
    is_thing = before.is_word and before.folded not in small and not words.is_adverb(before.folded)
    tells = words.is_participle(before.folded) or words.lemma(before.folded) in words.needs_object
    return has_object and is_thing and at - 1 > verb and not (tells or before.folded.endswith(("'s", "s'")))


def _ends_clause(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    last = pieces[at - 1]
    if not last.is_word and last.text not in MARKS | {"'", "’", "%"}:
        return False
    is_verb_before = at > 1 and (words.is_participle(pieces[at - 2].folded) or at - 2 == verb)
    particle = last.folded in words.particles or (last.folded in words.after_verbs and is_verb_before)
    ends_whole = at == len(pieces) and particle
    if (last.folded in words.half and not ends_whole) or _is_open(pieces[:at], verb, words):
        return False
    hangs_on = last.folded in words.hanging and at - 2 > verb and last.text.islower()
    if hangs_on or (last.folded in words.auxiliaries and not ends_whole):
        return False
    if at == len(pieces):
        # "under a law adopted", whose date has gone: the participle says nothing any more.
        hangs = words.is_participle(last.folded) and last.text.islower() and at - 2 > verb and not last.is_name
        has_subject = any(piece.folded in words.clausal for piece in pieces[verb:at])
        return not hangs or has_subject or pieces[at - 2].folded in words.half | {words.single["and"]}
    following = pieces[at]
    before = pieces[at - 2]
    opens = before.text == COMMA or before.is_name or before.folded in words.coordinating
    # "…, Ida Roe, takes | over": a second verb.
    is_second = opens and at - 1 > verb and last.text.islower() and tells_alone(last, words)
    if is_second and following.folded in words.prepositions:
        return False
    # "attends a rally and reconnects", with nobody: the second verb says half.
    tells = last.text.islower() and (words.is_past(last.folded) or words.lemma(last.folded) in words.deeds)
    if pieces[at - 2].folded == words.single["and"] and tells and not last.is_name and at - 2 > verb:
        return False
    if last.folded.endswith(words.adverb) and last.text.islower() and words.is_participle(following.folded):
        return False
    stops = following.text in (COMMA, ";", ":", "–", "—", "-", "|", ".")
    is_boundary = stops or following.folded in words.boundaries | words.going_on | words.hanging
    is_boundary = is_boundary or _says_more(pieces, verb, at, words)
    describes = (
        words.is_participle(following.folded) and following.text.islower() and at > verb + 2 and not last.is_name
    )
    describes = describes and "-" not in following.text and last.folded not in words.those
    describes = describes and following.folded not in words.also_nouns | words.auxiliaries
    is_verb = last.folded in words.needs_object or last.folded.endswith(words.gerund)
    if not (is_boundary or (describes and not words.is_participle(last.folded) and not is_verb)) or (
        following.glued and following.text == "-"
    ):
        return False
    said = [piece for piece in pieces[verb + 1 : at] if piece.is_word and piece.folded not in words.needless]
    if not said:
        return False
    # "found guilty of", "accused of", "one of": "of" goes with what stands before it, as "to" does with a participle.
    describes = words.is_participle(last.folded) or last.folded.endswith(words.gerund)
    is_loose = describes and last.text.islower() and following.folded in words.prepositions
    held = (len(said) == 1 and following.folded in words.held) if at - 2 == verb else True
    held = held and not says_what_for(pieces, at, words.lemma(last.folded), words)
    return following.folded not in words.of_words and not (is_loose and held)
