"""Lines that would tell half of something: a state, a verb without what it says or lasts, a quotation of nobody knows what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extract.events.lines.candidates import Told
from loaders.extract.events.lines.cutting import COMMA, without_dates
from loaders.extract.events.lines.joints import goes_on_listing, parts, takes_verb_away
from loaders.extract.events.lines.pieces import MARKS, Piece, cut_pieces
from loaders.extract.events.lines.wording import Wording
from loaders.extract.terms import fold

AHEAD = 80
"""So many letters after the end of a line are read."""

_NEXT = re.compile(r"\s+([^\W\d_]+)")


def is_state(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether the sentence says what somebody or something is, which is no happening ("The service is an agency of …")."""
    following = pieces[verb + 1].folded if verb + 1 < len(pieces) else ""
    return pieces[verb].folded in words.be_forms - words.were_forms and following in words.articles


def is_half(found: Sequence[Piece], of: Piece, told: Told, words: Wording) -> bool:
    """Whether the verb of a line that was found has not what it needs after it."""
    verb = next((at for at, piece in enumerate(found) if piece.start == of.start), -1)
    if verb < 0:
        return False
    return (
        _waits(found, verb, told, words)
        or _has_lost_time(found, verb, told, words)
        or _only_quotes(found, verb, words)
        or _is_cut_from_content(found, verb, told, words)
        or _is_parted(found, told, words)
    )


def _is_parted(found: Sequence[Piece], told: Told, words: Wording) -> bool:
    """Whether the text goes on, dates left out, with the other half of the phrase that the line ends on."""
    end = found[-1].end
    after = cut_pieces(told.text, [(end, min(told.sentence[1], end + AHEAD))], told.people)
    if not any(piece.is_word for piece in after):
        return False
    begin = told.text.rfind(" ", told.sentence[0], max(told.sentence[0], end - AHEAD)) + 1
    begin = max(begin, told.sentence[0], min(piece.start for piece in found))
    before = cut_pieces(told.text, [(begin, end)], told.people)
    # "On the eve of", whose date has gone.
    is_of = bool(after) and after[0].folded in words.of_words
    if is_of and after[0].folded in words.nouns_wait_for.get(found[-1].folded, ()):
        return True
    if after and after[0].text == COMMA:
        told_on, at = [*before, *after], len(before)
        return goes_on_listing(told_on, at, words) or takes_verb_away(told_on, at, words)
    return bool(before) and parts([*before, *without_dates(after, told.dates, words)], len(before), words)


def _waits(found: Sequence[Piece], verb: int, told: Told, words: Wording) -> bool:
    """Whether the line ends on its verb, or on how it is done, and the text goes on to what was said or found
    ("determines that …", "argues insistently that …")."""
    if any(not piece.folded.endswith(words.adverb) for piece in found[verb + 1 :]):
        return False
    return _goes_on_with(found, told) in words.clausal | words.that_words


def _goes_on_with(found: Sequence[Piece], told: Told) -> str:
    """The word that stands right after the line in the text; empty where a mark does."""
    following = _NEXT.match(told.text, found[-1].end)
    return fold(following.group(1)) if following is not None else ""


def _is_cut_from_content(found: Sequence[Piece], verb: int, told: Told, words: Wording) -> bool:
    """Whether the line stops before what its last words are about.

    "repeats his contention | that …", "becomes the first woman | to …", "vows to fight | on".
    """
    following, last = _goes_on_with(found, told), found[-1].folded
    if not following or len(found) < verb + 2:
        return False
    if last in words.content_nouns and following in words.contents:
        return True
    is_ranked = last not in words.times and any(piece.folded in words.ranking for piece in found[-4:-1])
    if following == words.single["to"] and is_ranked:
        return True
    is_infinitive = len(found) > 1 and found[-2].folded == words.single["to"] and last in words.verbs
    after = found[-1].end + len(following) + 1
    is_of_date = any(start <= after + 1 and after - len(following) - 1 <= start for start, _ in told.dates)
    return is_infinitive and following in words.after_infinitives and not is_of_date


def _has_lost_time(found: Sequence[Piece], verb: int, told: Told, words: Wording) -> bool:
    """Whether a date was what the verb is about ("spent Monday campaigning")."""
    if words.lemma(found[verb].folded) not in words.takes_time:
        return False
    return any(0 <= date[0] - found[verb].end <= 1 for date in told.dates)


def _only_quotes(found: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether what is said is a quotation that opens with a pronoun ("says “They are too many”")."""
    opens = verb + 2 < len(found) and found[verb + 1].text in MARKS
    return (
        opens
        and found[verb + 2].folded.partition("'")[0] in words.unnamed | words.one_person | words.clausal | words.owners
    )
