"""Whether a word of saying is a verb where it stands, and can have a subject before it."""

from __future__ import annotations

from loaders.extract.speech.cues import BASE, CLAUSAL, FINITE, GERUND, Cue
from loaders.extract.speech.opening import opens_clause
from loaders.extract.speech.stretch import Reading, Stretch

_COMMAS = frozenset(",，、")
_SHOWING = frozenset({"show"})
_SUBJECT = 5
"""Between "what" and its verb stand fewer words."""
_NEAR = 3
"""A quotation stands within so many items after its verb."""


def is_verb(reading: Reading, stretch: Stretch, cue: Cue, first: int) -> bool:
    """Whether the word is a verb here and not a noun ("the report"), and active and not passive ("was called")."""
    words = reading.words
    before = first - 1
    while before > 0 and stretch.items[before] >= 0 and _passed_over(reading, stretch.items[before]):
        if is_noun(reading, stretch, before):
            break
        before -= 1
    if before < 0 or stretch.items[before] < 0:
        noun = reading.lower(cue.first) in words.also_nouns and not _name_follows(reading, stretch, cue)
        return cue.form != BASE and not (before >= 0 and noun)
    item = stretch.items[before]
    word = reading.lower(item)
    if reading.tokens.possessive[item] and word not in words.pronouns:
        return False
    if word in words.passive and cue.form == FINITE:
        return False
    if _is_in_name(reading, item, cue):
        return False
    if cue.form == GERUND:
        return word not in words.determiners
    if finite_verb(reading, stretch, first) < first:
        return True
    if cue.form == BASE and word in words.infinitive and "object" not in cue.groups:
        # "can hardly afford to say that …" asserts nothing; what is in marks was said all the same.
        return _quotation_after(stretch, cue)
    if word in words.determiners and word not in words.relatives and word not in words.indefinite:
        return False
    if word in words.prepositions and word not in words.modals and word not in words.clauses:
        # "Ruiz on Friday said"
        return cue.form == FINITE and reading.lower(stretch.items[before + 1]) in words.occasions
    if cue.form == BASE and cue.groups == _SHOWING:
        # "you can find jobs" attributes nothing, "polls find that …" does.
        return word in words.witnesses or _clause_follows(reading, stretch, cue)
    if _object_follows(reading, stretch, cue) or _names_what(reading, stretch, cue, first):
        return True
    if reading.lower(cue.first) in words.also_nouns:
        if reading.person_at[item] >= 0 or word in words.pronouns or word in words.relatives or word in words.modals:
            return True
        if word in words.determiners and cue.form == FINITE:
            # "many promises he made"
            return False
        return bool(cue.groups & CLAUSAL) and (word in words.witnesses or _clause_follows(reading, stretch, cue))
    if cue.form == BASE:
        subject = word in words.modals or word in words.auxiliaries or word in words.pronouns or word in words.relatives
        return subject or (bool(cue.groups & CLAUSAL) and _may_say(reading, stretch, cue, item))
    return True


def finite_verb(reading: Reading, stretch: Stretch, first: int) -> int:
    """Position of the verb that has the subject: of "likes" in "likes to say", else of the cue at `first`.

    That of "heard" in "could be heard saying", too.
    """
    if first > 1 and (_is_witnessed(reading, stretch, first) or _goes_on(reading, stretch, first)):
        return first - 1
    if first < 2 or min(stretch.items[first - 2 : first]) < 0:
        return first
    verb, to = (reading.lower(item) for item in stretch.items[first - 2 : first])
    return first - 2 if to in reading.words.infinitive and verb in reading.words.habits else first


def _is_witnessed(reading: Reading, stretch: Stretch, first: int) -> bool:
    """Whether "be heard" stands before the participle at `first`."""
    heard, passive = (reading.lower(stretch.items[at]) if at >= 0 else "" for at in (first - 1, first - 2))
    return heard in reading.words.witnessed and passive in reading.words.passive


def _goes_on(reading: Reading, stretch: Stretch, first: int) -> bool:
    """Whether "keeps" stands before the participle at `first`."""
    return first > 0 and reading.lower(stretch.items[first - 1]) in reading.words.going_on


def has_subject(reading: Reading, stretch: Stretch, cue: Cue, first: int) -> bool:
    """Whether the cue can have a subject before it: a participle only with another verb ("keeps saying")."""
    if _goes_on(reading, stretch, first):
        return True
    before = first - 1
    while before > 0 and reading.lower(stretch.items[before]) in reading.words.adverbs:
        before -= 1
    before -= cue.form == GERUND and _is_witnessed(reading, stretch, first)
    return cue.form != GERUND or (before > 0 and reading.lower(stretch.items[before]) in reading.words.passive)


def _may_say(reading: Reading, stretch: Stretch, cue: Cue, item: int) -> bool:
    """Whether the word before a base form ("say") can be a subject in the plural: one person only as one of several."""
    if reading.person_at[item] >= 0:
        return _clause_follows(reading, stretch, cue)
    return reading.tokens.words[item][0].isalnum()


def _is_in_name(reading: Reading, item: int, cue: Cue) -> bool:
    """Whether the cue is a capitalised noun that ends or goes on with a name ("United States", "Court Orders")."""
    capital, noun = reading.tokens.capital, reading.lower(cue.first) in reading.words.also_nouns
    return noun and capital[cue.first] and capital[item] and reading.person_at[item] < 0


def _name_follows(reading: Reading, stretch: Stretch, cue: Cue) -> bool:
    """Whether a name stands right after a cue (“We stay,” claims Ruiz)."""
    after = stretch.items.index(cue.last) + 1
    following = stretch.items[after] if after < len(stretch.items) else -1
    opens = following >= 0 and (
        reading.tokens.capital[following] or reading.lower(following) in reading.words.determiners
    )
    return opens


def _clause_follows(reading: Reading, stretch: Stretch, cue: Cue) -> bool:
    """Whether a clause begins right after a cue ("records show he …", "the Herald claims that …")."""
    after = stretch.items.index(cue.last) + 1
    if after >= len(stretch.items) or stretch.items[after] < 0:
        return False
    item = stretch.items[after]
    name = reading.tokens.capital[item] and reading.lower(item) not in reading.words.occasions
    return name or reading.lower(item) in reading.words.that or opens_clause(reading, item)


def _object_follows(reading: Reading, stretch: Stretch, cue: Cue) -> bool:
    """Whether "it", "him" or "this" and a word for it stand after a verb of calling ("call this a mistake")."""
    after = stretch.items.index(cue.last) + 1
    if "object" not in cue.groups or after + 1 >= len(stretch.items):
        return False
    thing, name = stretch.items[after : after + 2]
    return reading.lower(thing) in reading.words.stand_ins and (name < 0 or reading.tokens.words[name][0].isalnum())


def _names_what(reading: Reading, stretch: Stretch, cue: Cue, first: int) -> bool:
    """Whether "what" and a subject stand before a verb of calling, and marked words after it ("what some call “peace”")."""
    after = stretch.items.index(cue.last) + 1
    if "object" not in cue.groups or after >= len(stretch.items) or stretch.items[after] >= 0:
        return False
    before = [reading.lower(item) for item in stretch.items[max(0, first - _SUBJECT) : first]]
    return not reading.words.questions.isdisjoint(before[:-1])


def _quotation_after(stretch: Stretch, cue: Cue) -> bool:
    after = stretch.items.index(cue.last) + 1
    return any(item < 0 for item in stretch.items[after : after + _NEAR])


def is_noun(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether an article stands before what may be an adverb elsewhere ("a man in the back")."""
    words = reading.words
    return at > 0 and reading.lower(stretch.items[at - 1]) in words.determiners - words.indefinite


def _passed_over(reading: Reading, item: int) -> bool:
    """Adverbs and their commas stand between a subject and its verb."""
    return reading.lower(item) in reading.words.adverbs or reading.tokens.words[item] in _COMMAS


def in_relative_clause(reading: Reading, stretch: Stretch, first: int) -> bool:
    """Whether the cue's subject is a relative pronoun."""
    before = first - 1
    while before > 0 and reading.lower(stretch.items[before]) in reading.words.adverbs | reading.words.auxiliaries:
        before -= 1
    return before >= 0 and reading.lower(stretch.items[before]) in reading.words.relatives
