"""The words with which lines are written, compiled once for each language (data/vocabulary/*/lines.yaml)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import simplemma

from loaders.vocabulary import words

KEPT = 20_000
"""Of so many words it is kept what they are."""


@dataclass(frozen=True)
class Wording:
    """The words of one language; empty (`verbs` too) where a language has none yet."""

    leading: frozenset[str]
    needless: frozenset[str]
    before_dates: tuple[str, ...]
    articles: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    prepositions: frozenset[str]
    boundaries: frozenset[str]
    half: frozenset[str]
    takes_time: frozenset[str]
    """Verbs whose object is a time."""
    third: Mapping[str, str]
    going_on: frozenset[str]
    """Present participles before which a line may end."""
    auxiliaries: frozenset[str]
    unnamed: frozenset[str]
    first_person: frozenset[str]
    """Pronouns of whoever writes; what they did is told of what was done."""
    first_owners: frozenset[str]
    plural_words: frozenset[str]
    singular_words: tuple[str, ...]
    irregular: Mapping[str, str]
    participles: Mapping[str, str]
    verbs: frozenset[str]
    deeds: frozenset[str]
    """Verbs of what is done once and then is done."""
    attributing: frozenset[str]
    clausal: frozenset[str]
    particles: frozenset[str]
    by: frozenset[str]
    quantities: frozenset[str]
    owning: frozenset[str]
    """Words for whose something is: "whose"."""
    comparing: frozenset[str]
    addressing: frozenset[str]
    addressed: frozenset[str]
    """Whom a speech turns to, after a word of courtesy: "Madam Speaker"."""
    alike: frozenset[str]
    """Words that compare with what was told before: "a similar plan"."""
    counts: frozenset[str]
    """Numbers in words; "all three" without a noun names nobody."""
    singling: frozenset[str]
    """Words for a part of those named after "of"."""
    relatives: frozenset[str]
    that_words: frozenset[str]
    role_words: frozenset[str]
    """Words before what somebody is made ("appointed as minister")."""
    held: frozenset[str]
    """Words that go with a participle before them ("was charged with")."""
    of_words: frozenset[str]
    agents: frozenset[str]
    be_forms: frozenset[str]
    were_forms: frozenset[str]
    """Of these, those of the past."""
    have_forms: frozenset[str]
    of_several: frozenset[str]
    """Auxiliaries that only a subject of several has, and those that only a subject of one has."""
    of_one: frozenset[str]
    will_forms: frozenset[str]
    do_forms: frozenset[str]
    been: frozenset[str]
    negations: frozenset[str]
    one_person: frozenset[str]
    """Pronouns that stand for one person who does it."""
    several_people: frozenset[str]
    a_thing: frozenset[str]
    """Pronouns that stand for a thing or a body."""
    owners: frozenset[str]
    """Pronouns of whom something belongs to."""
    one_owner: frozenset[str]
    one_object: frozenset[str]
    """Pronouns for one to whom it is done."""
    pointing: frozenset[str]
    """Words that stand for somebody or something that a line does not name ("him", "these")."""
    pointing_on: frozenset[str]
    """Words that point at what was told before, with the noun after them."""
    pointing_at: frozenset[str]
    """Words that do so alone, where no verb follows."""
    this: frozenset[str]
    these: frozenset[str]
    courtesy: frozenset[str]
    """Titles that a line leaves out before a name."""
    intransitive: frozenset[str]
    """Verbs whose past before a preposition is no participle ("died in", "entered into")."""
    around: frozenset[str]
    """Words before a noun whose date is not that of the main clause."""
    set_in: frozenset[str]
    """Words before a noun at which the main clause tells what happened."""
    joints: frozenset[str]
    of_two: frozenset[str]
    after_verbs: frozenset[str]
    """Prepositions that can end a line right after a verb ("is sworn in")."""
    explaining: frozenset[str]
    """Words that open a question, and a headline that explains."""
    content_nouns: frozenset[str]
    """Nouns that say little before they say what ("contention", "offer")."""
    contents: frozenset[str]
    """Words that what such a noun says begins with."""
    ranking: frozenset[str]
    times: frozenset[str]
    """Of what is ranked, what says only how often: "for the first time"."""
    after_infinitives: frozenset[str]
    """Small words that belong to a verb right before them."""
    collectives: frozenset[str]
    """Subjects of which headlines speak as of several."""
    headline_verbs: frozenset[str]
    """Verbs of headlines, which are as often nouns elsewhere."""
    also_nouns: frozenset[str]
    """Pasts that are rather nouns where a line would be cut before them ("a parting shot")."""
    known_subjects: tuple[str, ...]
    """What stands for those whom the text named before ("the two leaders"), the longest first."""
    pronouns: frozenset[str]
    time_words: frozenset[str]
    """Words that open a clause which says when."""
    linking: frozenset[str]
    """Verbs that go on to what something is ("remains closed")."""
    nameless: frozenset[str]
    """Nouns that with an article name nobody ("the president", "the company")."""
    legal_forms: tuple[str, ...]
    """Last words of the names of companies."""
    companies: frozenset[str]
    needs_object: frozenset[str]
    """Verbs that say nothing without an object."""
    needs_more: frozenset[str]
    """Verbs that need something of what they wait for, or a clause, after their object ("tells reporters")."""
    needs_clause: frozenset[str]
    """Verbs that go on to what was said or thought."""
    suffered_more: frozenset[str]
    """Verbs that need more even where they are suffered ("is expected")."""
    waits_for: Mapping[str, frozenset[str]]
    """For each verb the words before which no line ends that has none of them yet ("accuses Lee", before "of")."""
    nouns_wait_for: Mapping[str, frozenset[str]]
    """The same for nouns: "contact", before "with"."""
    coordinating: frozenset[str]
    """Words that join two alike: "and"."""
    degrees: frozenset[str]
    """Words before a participle that say how much: "most", "newly"."""
    no_adverbs: frozenset[str]
    """Nouns that end like adverbs."""
    numbers: frozenset[str]
    """Nouns that count those after them: "a number of"."""
    adjectives: tuple[str, ...]
    """Endings of words that are rather adjectives than nouns."""
    contracted: str
    """The end of an auxiliary with its "not"."""
    uncontracted: Mapping[str, str]
    """Such whose auxiliary is not what stands before that end ("won't")."""
    joining: frozenset[str]
    """Words that join two clauses: "and", "but"."""
    nationals: tuple[str, ...]
    """Endings of the names of several people of a country or side ("the Hungarians")."""
    offices: frozenset[str]
    """Nouns for a person, as they stand before names (data/vocabulary/*/people.yaml)."""
    naming: frozenset[str]
    """Participles before a name ("a fund called Kelna Aid")."""
    within_names: frozenset[str]
    """Small words within names in capitals ("Center for Public Integrity")."""
    beside: frozenset[str]
    """Words before what a line can do without: when and why something was."""
    light: frozenset[str]
    """Verbs that say little without all that follows ("takes matters into …")."""
    those: frozenset[str]
    """Words before a noun of which "who" says which ("half of the voters who …")."""
    infinitive_be: frozenset[str]
    helping: frozenset[str]
    """Words between a verb that helps and the one that it helps."""
    with_verbs: frozenset[str]
    """Small words that go with a verb before its object ("sets up")."""
    asking: frozenset[str]
    """Words that open a clause which stands for an object ("shows how")."""
    hanging: frozenset[str]
    """Participles that say nothing at the end of a line ("charges arising")."""
    describing: frozenset[str]
    """Participles that say what something is, and tell no deed of a day ("suspected", "based")."""
    gerund: tuple[str, ...]
    """Endings of the present participle."""
    adverb: tuple[str, ...]
    forms: Mapping[str, tuple[str, str, str]]
    single: Mapping[str, Any]
    """Words that lines are joined with: "and", "in", "is to"."""

    # The words of a sentence are asked for again and again while its line is sought: the answers are kept.
    @cached_property
    def lemma(self) -> Callable[[str], str]:
        """The form of a word in a dictionary ("announced" is "announce")."""
        return lru_cache(maxsize=KEPT)(self._find_lemma)

    @cached_property
    def is_past(self) -> Callable[[str], bool]:
        """Whether a word alone is a verb of the past, or a participle like one."""
        return lru_cache(maxsize=KEPT)(self._is_past)

    def _find_lemma(self, word: str) -> str:
        return self.irregular.get(word) or self.participles.get(word) or _without_double(_lemma(word), self.verbs)

    def _is_past(self, word: str) -> bool:
        if word in self.irregular:
            return True
        return len(word) > 3 and word.endswith("ed") and word not in self.verbs and self.lemma(word) != word

    def says(self, word: str) -> bool:
        """Whether the word is a verb that goes on to "that", as what was said or found does."""
        return self.that_words <= self.waits_for.get(self.lemma(word), frozenset())

    def is_adverb(self, word: str) -> bool:
        """Whether the word says how or how much something is done ("newly", not "family")."""
        return word in self.degrees or (word.endswith(self.adverb) and word not in self.no_adverbs)

    def is_participle(self, word: str) -> bool:
        return word in self.participles or self.is_past(word)


_LONG_IN_L = re.compile(r"[aeiou][^aeiou]+[aeo]ll$")


def _by_word(waits: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each verb or noun the words that it waits for, from those that wait for each."""
    found: dict[str, set[str]] = {}
    for word, waiting in waits.items():
        for one in waiting.split():
            found.setdefault(one, set()).add(word)
    return {one: frozenset(words) for one, words in found.items()}


def _without_double(lemma: str, verbs: frozenset[str]) -> str:
    """ "prefer" for "preferr", which the dictionary does not know; "add", "tell" and "pass" stay, "cancell" does not."""
    doubled = len(lemma) > 4 and lemma[-1] == lemma[-2] and lemma not in verbs
    return lemma[:-1] if doubled and (lemma[-1] in "bdgmnprt" or _LONG_IN_L.search(lemma)) else lemma


@lru_cache(maxsize=KEPT)
def _lemma(word: str) -> str:
    # The dictionary's keys are bytes: half a pair of surrogates, which is not printable, has none.
    return str(simplemma.lemmatize(word, lang="en")) if word and word.isprintable() else word


@lru_cache(maxsize=8)
def wording(language: str, folder: Path) -> Wording:
    """The words of a language."""
    raw = dict(words(language, "lines", folder))

    def row(name: str) -> tuple[str, ...]:
        value = raw.get(name, ())
        return tuple(value.split()) if isinstance(value, str) else tuple(value)

    people = words(language, "people", folder)
    raw["offices"] = [*people.get("titles", ()), *people.get("roles", ())]
    listed = [one.name for one in fields(Wording) if one.type == "frozenset[str]"]
    return Wording(
        **{name: frozenset(row(name)) for name in listed},
        before_dates=row("before_dates"),
        legal_forms=row("legal_forms"),
        waits_for=_by_word(raw.get("waits_for", {})),
        nouns_wait_for=_by_word(raw.get("nouns_wait_for", {})),
        singular_words=row("singular_words"),
        known_subjects=tuple(sorted(row("known_subjects"), key=len, reverse=True)),
        gerund=tuple(row("gerund")),
        adverb=tuple(row("adverb")),
        nationals=tuple(row("nationals")),
        adjectives=tuple(row("adjectives")),
        contracted=raw.get("contracted", "\0"),
        uncontracted=raw.get("uncontracted", {}),
        irregular=raw.get("irregular", {}),
        third=raw.get("third", {}),
        participles=raw.get("participles", {}),
        forms={kind: (one, several, alone) for kind, (one, several, alone) in raw.get("forms", {}).items()},
        single={
            name: raw[name]
            for name in ("and", "in", "to", "says", "say", "is_to", "be", "do_not", "have", "a", "vowels")
            if name in raw
        },
    )
