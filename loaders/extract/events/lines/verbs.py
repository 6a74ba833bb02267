"""Where the verb of a line is, and how it stands in the present tense of headlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import MARKS, Piece
from loaders.extract.events.lines.wording import Wording

SEARCHED = 22
"""The verb stands among so many pieces."""
CLAUSE = 8
"""The verb of a clause that says when stands among so many pieces."""
_SIBILANT = ("s", "x", "z", "ch", "sh", "o")


def find_verb(pieces: Sequence[Piece], words: Wording, capitals: bool = False) -> int:
    """The place of the finite verb; -1 without one. The first that has a subject before it counts.

    With `capitals` it may have one, as in the headlines of some papers.
    """
    if pieces and pieces[0].text[:1].islower() and _opens_verb(pieces, words):
        return -1
    found = (at for at in range(1, min(len(pieces), SEARCHED)) if _is_finite(pieces, at, words, capitals))
    first = next(found, -1)
    if first > 0 and (_is_rather_noun(pieces, first, words) or _is_before_verb(pieces, first, words)):
        second = next(found, -1)
        return second if second > 0 and pieces[second].folded not in words.verbs else first
    return first


def _is_before_verb(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a word that may be a noun as well stands right before a verb ("the Roe campaign sent")."""
    word, following = pieces[at].folded, pieces[at + 1].folded if at + 1 < len(pieces) else ""
    is_verb = following in words.have_forms | words.be_forms or (
        words.is_past(following) and following in words.irregular
    )
    return word in words.verbs and is_verb and following not in words.participles


def _is_rather_noun(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a form in -s goes on like a noun of several, so that a later verb is the sentence's ("delegates from … met")."""
    word, following = pieces[at].folded, pieces[at + 1].folded if at + 1 < len(pieces) else ""
    goes_on = following in words.prepositions or following.endswith(words.gerund)
    before = pieces[at - 1]
    if word in words.linking or (before.is_name and not before.folded.endswith(("'s", "s'"))):
        return False
    is_verb = word in words.auxiliaries or word == words.single["says"] or words.is_past(word)
    return goes_on and word.endswith("s") and not is_verb


def _opens_verb(pieces: Sequence[Piece], words: Wording) -> bool:
    """Whether a verb stands first, and so its subject elsewhere; "combined teams" are a subject."""
    first, second = pieces[0].folded, pieces[1].folded if len(pieces) > 1 else ""
    describes = second.endswith("s") and second not in words.auxiliaries and words.lemma(second) != second
    return first in words.auxiliaries or first in words.irregular or (words.is_past(first) and not describes)


def _is_finite(pieces: Sequence[Piece], at: int, words: Wording, capitals: bool) -> bool:
    word, before = pieces[at].folded, pieces[at - 1]
    if at > 1 and before.folded in words.pronouns:
        return False
    if pieces[at].is_name or not pieces[at].is_word or not (capitals or pieces[at].text[:1].islower()):
        return False
    if before.folded in words.articles | words.prepositions | words.owners:
        return False
    if word in words.auxiliaries:
        # "The “don't ask” rule".
        return not (word.endswith(words.contracted) and sum(piece.text in MARKS for piece in pieces[:at]) % 2)
    if words.is_participle(word) and _describes(pieces, at, words):
        return False
    following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    if words.is_past(word):
        # "a plane shot down by rebels was …": a participle behind its noun, where another verb follows.
        # One that has an object ("noted the fall") is none.
        has_object = following in words.articles | words.owners
        # Of a form that is the past as well ("letters left with the mayor were …"), where no object can follow.
        may_be = word not in words.irregular or (words.is_participle(word) and following in words.prepositions)
        behind = may_be and not has_object and not words.says(word) and _another_follows(pieces, at, words)
        return not (following in words.agents or behind)
    lemma = words.lemma(word)
    if word in words.verbs:
        if before.folded.endswith("'s"):
            return False
        described = any(piece.folded in words.articles for piece in pieces[max(0, at - 2) : at])
        return (is_plural(pieces[:at], words) or is_pair(pieces[:at])) and not (
            described and not before.folded.endswith("s")
        )
    return word.endswith("s") and lemma in words.verbs and lemma != word and not _is_noun(pieces, at, words)


def is_pair(subject: Sequence[Piece]) -> bool:
    """Whether two names stand there with a comma for "and", as in headlines ("Kelna, Norvik agree …")."""
    marks = [piece.text for piece in subject if not piece.is_word]
    return marks == [","] and all(piece.text[:1].isupper() for piece in subject if piece.is_word)


def _describes(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a participle says how the noun after it is ("Kelna's armed forces", "an international armed conflict")."""
    first = at - 1
    while first >= 0 and words.is_adverb(pieces[first].folded):
        first -= 1
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if following is None:
        return False
    if first < 0:
        return following.text.islower() and following.folded not in words.boundaries
    before = pieces[first]
    if first < at - 1 and before.folded in words.articles | words.prepositions | words.owners:
        return True
    is_noun = following.is_word and following.text.islower()
    is_noun = is_noun and following.folded not in words.boundaries | words.articles | words.owners | words.half
    if not is_noun or following.folded.endswith(words.adverb):
        return False
    owned = before.folded.endswith(("'s", "s'"))
    opened = any(piece.folded in words.articles for piece in pieces[max(0, at - 3) : at])
    is_bare = not following.folded.endswith("s") and opened and before.folded.endswith(words.adjectives)
    return owned or (is_bare and before.text.islower())


def _another_follows(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether an auxiliary follows with no mark or joint in between ("officers wounded there were flown")."""
    depends = any(piece.folded == words.single["to"] or piece.folded.endswith(words.gerund) for piece in pieces[1:at])
    for number, piece in enumerate(pieces[at + 1 : at + 9], start=at + 1):
        if not piece.is_word or piece.folded in words.boundaries - words.prepositions | words.pronouns:
            return False
        if piece.folded in words.be_forms | words.have_forms | words.will_forms:
            return True
        if (
            depends
            and words.is_past(piece.folded)
            and pieces[number - 1].folded not in words.articles | words.prepositions
        ):
            return True
    return False


def _is_noun(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a word in -s is rather a noun of several: before a verb, or after one that describes it."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if pieces[at - 1].folded.endswith(("'s", "s'", "'")):
        return True
    if pieces[at].folded in words.linking:
        return False
    if following is None:
        return pieces[0].folded not in words.indefinite  # "A clerk vanishes": one, and so no noun of several
    if not following.is_word or following.folded.endswith(words.gerund):
        return True
    return following.folded in words.auxiliaries or (words.is_past(following.folded) and following.text.islower())


def third_person(lemma: str) -> str:
    """The verb as one does it: "announces", "carries", "goes"."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(_SIBILANT) else f"{lemma}s"


def _is_several(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether the subject is several, as the verb itself says where it can ("77 have been freed")."""
    form = pieces[at].folded
    if form in words.of_several and pieces[0].folded not in words.first_person:
        return True
    return form not in words.of_one and is_plural(pieces[:at], words)


def tell_now(pieces: Sequence[Piece], at: int, words: Wording) -> list[Piece]:
    """The pieces with their verb in the present tense: "met" is "meets", "has met" too, "will meet" is "is to meet"."""
    several = _is_several(pieces, at, words)
    verb, rest = pieces[at], list(pieces[at + 1 :])
    if verb.folded.endswith(words.contracted):
        # "didn't" is two words, of which only the first is turned.
        cut = len(words.contracted)
        rest = [replace(verb, text=next(iter(words.negations)), glued=False), *rest]
        verb = replace(verb, text=words.uncontracted.get(verb.folded, verb.folded[:-cut]))
    while rest and rest[0].folded in words.needless:
        rest = rest[1:]
    next_word = rest[0].folded if rest else ""

    def turned(text: str) -> Piece:
        return replace(verb, text=text, glued=False)

    def now(word: str) -> str:
        lemma = words.lemma(word)
        return lemma if several else words.third.get(lemma) or third_person(lemma)

    be = words.single["be"][several]
    if verb.folded in words.be_forms:
        if next_word == words.single["to"]:
            return [*pieces[:at], turned(be), *rest]
        return [*pieces[:at], turned(be), *_joined_on(rest, several, words, passive=True)]
    if verb.folded in words.have_forms:
        if next_word in words.been:
            return [*pieces[:at], turned(be), *rest[1:]]
        if rest and words.is_participle(next_word):
            return [*pieces[:at], turned(now(next_word)), *_joined_on(rest[1:], several, words)]
        return [*pieces[:at], turned(words.single["have"][several]), *rest]
    if verb.folded in words.will_forms and _would_have(rest, words):
        return [*pieces[:at], verb, *rest]
    if verb.folded in words.will_forms and rest and rest[0].is_word:
        if next_word in words.negations:
            return [*pieces[:at], turned(be), rest[0], replace(verb, text=words.single["to"]), *rest[1:]]
        return [*pieces[:at], turned(words.single["is_to"][several]), *rest]
    if verb.folded in words.do_forms and next_word in words.negations:
        return [*pieces[:at], turned(words.single["do_not"][several]), *rest[1:]]
    if words.is_past(verb.folded) and verb.folded not in words.auxiliaries:
        says = words.says(verb.folded)
        rest = _joined_on(rest, several, words)
        return [*pieces[:at], turned(now(verb.folded)), *(rest if says else _at_that_time(rest, words))]
    return [*pieces[: at + 1], *rest]


def _would_have(rest: Sequence[Piece], words: Wording) -> bool:
    """Whether what follows "would" says what was not ("would likely have faced")."""
    told = [piece.folded for piece in rest[:4] if not words.is_adverb(piece.folded)]
    return len(told) > 1 and told[0] == words.single["have"][1] and words.is_participle(told[1])


def _at_that_time(rest: list[Piece], words: Wording) -> list[Piece]:
    """The rest with the verb after "when" or "until" in the tense of the line ("resigns when the mill closes")."""
    opens = next((at for at, piece in enumerate(rest) if piece.folded in words.time_words), -1)
    clause = rest[opens + 1 : opens + 1 + CLAUSE]
    at = find_verb(clause, words) if opens >= 0 else -1
    if at < 1 or not words.is_past(clause[at].folded) or any(p.folded in words.clausal for p in clause[:at]):
        return rest
    several, lemma = _is_several(clause, at, words), words.lemma(clause[at].folded)
    if clause[at].folded in words.auxiliaries and clause[at].folded not in words.were_forms:
        return rest
    is_be = clause[at].folded in words.were_forms
    text = words.single["be"][several] if is_be else lemma if several else words.third.get(lemma) or third_person(lemma)
    place = opens + 1 + at
    return [*rest[:place], replace(rest[place], text=text), *rest[place + 1 :]]


def _is_aside_by(rest: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a participle after a comma says more of what stands before it ("a port, built by the firm")."""
    following = rest[at + 1].folded if at + 1 < len(rest) else ""
    word = rest[at].folded
    is_aside = following in words.prepositions or word in words.participles or word in words.naming
    return not is_past_alone(word, words) and is_aside


def is_past_alone(word: str, words: Wording) -> bool:
    """Whether the word is a past and no participle, which has a form of its own ("flew", "flown")."""
    is_irregular = word in words.irregular and word not in words.participles
    return is_irregular and words.irregular[word] in words.participles.values()


def _has_object(rest: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a verb goes on to what it is done to, so that it is no second participle ("is freed and pleaded guilty")."""
    following = rest[at + 1] if at + 1 < len(rest) else None
    return following is not None and following.is_word and following.folded not in words.boundaries | words.prepositions


def _is_joined(rest: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether "and" or "but" stands before the piece, an adverb in between or not ("but narrowly lost")."""
    before = at - 1
    while before > 0 and words.is_adverb(rest[before].folded):
        before -= 1
    return rest[before].folded in words.joining


def _joined_on(rest: list[Piece], several: bool, words: Wording, passive: bool = False) -> list[Piece]:
    """The rest with verbs that "and" joins to the first turned as well ("marched on and shot")."""
    turned = list(rest)
    for at in range(1, len(rest)):
        joint = _is_joined(rest, at, words) or (rest[at - 1].text == "," and not _is_aside_by(rest, at, words))
        # "an old, oil-powered mill"
        if not joint or not rest[at].text.islower() or "-" in rest[at].text:
            continue
        word = rest[at].folded
        if word in words.were_forms:
            turned[at] = replace(rest[at], text=words.single["be"][several])
        elif passive and words.is_past(word) and _has_object(rest, at, words):
            return turned[: at - 1]
        elif not passive and words.is_past(word):
            lemma = words.lemma(word)
            turned[at] = replace(rest[at], text=lemma if several else words.third.get(lemma) or third_person(lemma))
    return turned
