"""The verb of a headline, and whether it tells a deed: headlines leave out articles, auxiliaries and the "and"."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import Piece
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording

MOST_CAPITALS = 0.7
"""Where so many of the longer words have a capital, every word has one."""
LONGER = 4


def find_headline_verb(pieces: Sequence[Piece], words: Wording) -> int:
    """The place of a headline's verb, or of the "to" before it in plans; -1 where it has none.

    "Ferry sinks off Orla", "Scientists spot new planets", "Kelna to close its port", "Mayor arrested".
    """
    are_names = not has_capitals([piece.text for piece in pieces if piece.is_word])
    plain = find_verb(pieces, words, capitals=not are_names)
    is_aside = False
    for at in range(1, len(pieces)):
        if is_aside or pieces[at].folded in words.relatives:
            # "Man who shot mayor sentenced": the first verb behind "who" is of the aside.
            is_aside = not _is_form_of_verb(pieces[at].folded, words)
            continue
        is_name = are_names and pieces[at].text[:1].isupper()
        if not is_name and not _is_owned(pieces, at) and (at == plain or _may_be_verb(pieces, at, words)):
            return at
    return -1


def _is_form_of_verb(word: str, words: Wording) -> bool:
    return words.is_participle(word) or words.lemma(word) in words.verbs or word in words.auxiliaries


def _is_owned(pieces: Sequence[Piece], at: int) -> bool:
    """Whether it is the noun of an owner ("Lee's support")."""
    return pieces[at - 1].folded.endswith("'s")


def has_capitals(words: Sequence[str]) -> bool:
    """Whether every word has a capital, as in the headlines of some papers; small words may have none."""
    longer = [word for word in words if len(word) >= LONGER]
    return sum(word[:1].isupper() for word in longer) >= MOST_CAPITALS * len(longer)


def _may_be_verb(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    word, before = pieces[at].folded, pieces[at - 1]
    following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    known = words.verbs | words.headline_verbs
    if not pieces[at].is_word or before.folded in words.articles | words.prepositions:
        return False
    if word == words.single["to"]:
        # "a chance to win" announces nothing.
        return following in known and before.folded not in words.content_nouns
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


def is_deed(pieces: Sequence[Piece], at: int, words: Wording, event_words: EventWords) -> bool:
    verb = pieces[at].folded
    following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    if verb == words.single["to"]:
        return True
    if verb in words.auxiliaries:
        return verb in words.be_forms | words.have_forms and words.is_participle(following)
    return verb not in event_words.stative and verb not in event_words.ongoing
