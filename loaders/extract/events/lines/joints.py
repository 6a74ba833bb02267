"""Where a line may not be cut, for what stands on both sides belongs together.

"Critical security | and defense needs" and "Lee | and the council of Kelna" are one thing said of two, "two thirds of the
voters | who stayed" are not two thirds of all; "an investigation | into the fire" is told by what it is into.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.extract.events.lines.pieces import MARKS, Piece
from loaders.extract.events.lines.verbs import find_verb, is_past_alone
from loaders.extract.events.lines.wording import Wording

CONJUNCT = 7
"""So many words after "and" comes a verb at last, where a clause begins there and no further thing."""
LISTED = 5
"""So many words long is each of several things between commas."""
PHRASE = 6
"""So many words back from its end begins a phrase."""


def parts(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a cut before the piece `at` leaves half of what is one phrase."""
    if not 0 < at < len(pieces):
        return False
    following = pieces[at]
    if following.folded in words.coordinating:
        return not opens_clause(pieces, at, words)
    if following.text == ",":
        return (
            goes_on_listing(pieces, at, words)
            or _is_finite(pieces, at + 1, words)
            or takes_verb_away(pieces, at, words)
        )
    return (
        _waits_for(pieces, at, words)
        or _breaks_name(pieces, at, words)
        or _picks_out(pieces, at, words)
        or _is_quoted(pieces, at, words)
    )


def is_beside(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    """Whether what follows tells when or why it was, or tells on: a line can do without."""
    following = pieces[at]
    apart = words.beside | words.coordinating | words.relatives | words.going_on
    return not following.is_word or following.folded in apart


def has_object(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    """Whether the verb has kept what it is done to, so that only how and where it was done goes."""
    if is_beside(pieces, verb, at, words):
        return True
    main = next((n for n in range(verb, at) if pieces[n].folded not in words.auxiliaries | words.helping), verb)
    rest = [piece for piece in pieces[main + 1 : at] if not piece.folded.endswith(words.adverb)]
    is_place = pieces[at].folded in words.set_in and _names_place(pieces, at, words)
    lemma = words.lemma(pieces[main].folded)
    suffered = main > verb and words.is_participle(pieces[main].folded)
    if suffered and not rest and lemma in words.deeds:
        return pieces[at].folded in words.set_in | words.agents or says_what_for(pieces, at, lemma, words)
    is_infinitive = len(rest) > 1 and rest[0].folded == words.single["to"] and _is_base(rest[1], words)
    if not rest or (suffered and rest[0].folded in words.prepositions and not is_infinitive):
        return is_place or pieces[at].folded in words.agents
    if suffered and is_infinitive:
        lemma = words.lemma(rest[1].folded)
        rest = rest[2:] or rest
    is_whole = any(piece.folded in words.prepositions for piece in rest[1:]) or rest[0].folded in words.with_verbs
    if lemma in words.light and not is_whole:
        return is_place
    return rest[0].folded not in words.prepositions or len(rest) > 1


def says_what_for(pieces: Sequence[Piece], at: int, lemma: str, words: Wording) -> bool:
    """Whether an infinitive follows that says what for something was done ("is founded | to teach sailors")."""
    waits = words.single["to"] in words.waits_for.get(lemma, ()) or lemma in words.suffered_more
    opens = pieces[at].folded == words.single["to"] and at + 1 < len(pieces) and _is_base(pieces[at + 1], words)
    return opens and not waits


def _names_place(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a name in capitals follows the preposition, an article before it or not."""
    after = [piece for piece in pieces[at + 1 : at + 3] if piece.folded not in words.articles]
    return bool(after) and after[0].text[:1].isupper()


def opens_clause(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether after "and" a verb with what it needs, or a subject with its verb, comes and not one thing more."""
    rest = list(pieces[at + 1 : at + 1 + CONJUNCT])
    while rest and (rest[0].folded.endswith(words.adverb) or rest[0].folded in words.needless | {","}):
        rest = rest[1:]
    if not rest:
        return True
    first = rest[0]
    is_next_gerund = first.folded.endswith(words.gerund) and pieces[at - 1].folded.endswith(words.gerund)
    if not first.is_word or is_next_gerund:
        return False
    if first.folded in words.auxiliaries | words.pronouns | words.clausal or first.folded == words.single["to"]:
        return True
    if first.text.islower() and (tells_alone(first, words) or _says(rest, words)):
        return True
    infinitives = (_is_base(second, words) for one, second in pairwise(pieces[:at]) if one.folded == words.single["to"])
    if _is_base(first, words) and any(infinitives):
        return True
    # "is in charge of buying maps | and selling them"
    gerunds = (second for one, second in pairwise(pieces[:at]) if one.folded in words.prepositions)
    if first.folded.endswith(words.gerund) and any(piece.folded.endswith(words.gerund) for piece in gerunds):
        return True
    if first.folded in words.prepositions:
        return True
    verb = find_verb(rest, words)
    return verb > 0 and not any(piece.folded in words.coordinating for piece in rest[:verb])


def _says(rest: Sequence[Piece], words: Wording) -> bool:
    """Whether a form in -s opens the words, and what was said or whom it was done to follows ("and says he …")."""
    word, following = rest[0].folded, rest[1].folded if len(rest) > 1 else ""
    is_form = word.endswith("s") and words.lemma(word) in words.verbs and words.lemma(word) != word
    return is_form and following in words.pronouns | words.that_words | words.articles | words.owners


def tells_alone(piece: Piece, words: Wording) -> bool:
    """Whether the word alone is rather a verb of the past, or of one in the present."""
    lemma = words.lemma(piece.folded)
    present = piece.folded.endswith("s") and lemma != piece.folded and lemma in words.deeds
    return words.is_past(piece.folded) or present


def _is_base(piece: Piece, words: Wording) -> bool:
    return piece.text.islower() and piece.folded in words.verbs | words.needs_object


def goes_on_listing(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether the comma stands in a list that goes on to "and" ("Hong Kong | , Macau and the ports")."""
    if at + 1 < len(pieces) and pieces[at + 1].folded in words.boundaries - words.coordinating:
        return False
    for place in range(at + 2, min(len(pieces), at + 2 + LISTED)):
        piece = pieces[place]
        if piece.folded in words.coordinating:
            middle = pieces[at + 1 : place]
            no_verb = not any(
                tells_alone(one, words) or one.folded in words.auxiliaries for one in middle if one.text.islower()
            )
            is_next_gerund = middle[0].folded.endswith(words.gerund)
            if is_next_gerund and pieces[at - 1].folded.endswith(words.gerund):
                return True
            opens = middle[0].folded in words.boundaries | words.coordinating or is_next_gerund
            return no_verb and not opens and not opens_clause(pieces, place, words)
        if piece.folded in words.boundaries or not (piece.is_word or piece.text == ","):
            return False
    return False


def takes_verb_away(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a second subject ends before the comma, after which, or after an apposition there, its verb stands.

    So it does in "The mill closes and its owner | , Ida Roe, sails".
    """
    second = next((n for n in range(at + 1, min(len(pieces), at + PHRASE)) if pieces[n].text == ","), at)
    joint = next((n for n in range(at - 1, max(0, at - PHRASE), -1) if pieces[n].folded in words.coordinating), -1)
    if joint < 1 or any(tells_alone(piece, words) for piece in pieces[joint + 1 : at] if piece.text.islower()):
        return False
    return _is_finite(pieces, at + 1, words) or _is_finite(pieces, second + 1, words)


def _is_finite(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    if at >= len(pieces) or not pieces[at].text.islower():
        return False
    word, following = pieces[at].folded, pieces[at + 1].folded if at + 1 < len(pieces) else ""
    is_aside = following in words.prepositions or word in words.participles or word in words.naming
    if not tells_alone(pieces[at], words):
        return word in words.auxiliaries
    return is_past_alone(word, words) or not words.is_past(word) or not is_aside


def _waits_for(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether the last noun says little without what follows ("contact | with", "the eve | of")."""
    return pieces[at].folded in words.nouns_wait_for.get(pieces[at - 1].folded, ())


def _breaks_name(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a name in capitals goes on ("the Center | for Public Integrity")."""
    before, following = pieces[at - 1], pieces[at + 1] if at + 1 < len(pieces) else None
    goes_on = pieces[at].folded in words.within_names and following is not None and following.text[:1].isupper()
    return goes_on and before.text[:1].isupper() and not before.is_name


def _picks_out(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether "who" or "that" says which of them, for "the", "those" or a number before them."""
    last = pieces[at - 1]
    if pieces[at].folded not in words.relatives | words.that_words or not last.text.islower() or not last.is_word:
        return False
    for piece in reversed(pieces[max(0, at - PHRASE) : at]):
        opens = piece.folded in words.indefinite | words.prepositions - words.of_words
        is_owned = piece.folded.endswith(("'s", "s'"))
        if opens or is_owned or not piece.is_word or piece.folded.endswith(words.gerund):
            return False
        if piece.folded in words.definite | words.those or piece.text[:1].isdigit():
            return True
    return False


def _is_quoted(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether the cut stands within a quotation, or right after one that somebody said ("… | she said")."""
    if pieces[at - 1].text in MARKS and pieces[at].folded in words.pronouns:
        return True
    return sum(piece.text in MARKS for piece in pieces[:at]) % 2 == 1
