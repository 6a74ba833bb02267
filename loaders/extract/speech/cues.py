"""The words that attribute speech, compiled once a language, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.layout.tokens import Tokens
from loaders.vocabulary import FOLDER, words

Words = tuple[str, ...]

FINITE, GERUND, BASE = "finite", "gerund", "base"
CLAUSAL = frozenset({"speak", "tell", "think", "show", "bare", "noun"})
"""Groups of cues that take a clause, and so can stand beside one."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase of saying as written; indexes are of tokens, both included."""

    first: int
    last: int
    groups: frozenset[str]
    """What it takes: speak, tell, think, show, request, object, bare, source, noun; nothing where an idiom says nothing."""
    form: str
    """finite, gerund ("saying") or base ("say"), by its place in the list of its verb's forms."""


class CueWords:
    """`quotes.yaml` of one language, ready to be looked up word by word."""

    def __init__(self, lists: Mapping[str, Any]) -> None:
        self.single: dict[str, tuple[frozenset[str], str]] = {}
        self.phrases: dict[str, list[tuple[Words, frozenset[str]]]] = {}
        groups: dict[str, set[str]] = {}
        forms: dict[str, str] = {}
        for group, verbs in lists.get("verbs", {}).items():
            for base, inflected in verbs.items():
                for form in (base, *inflected):
                    groups.setdefault(form, set()).add(group)
                    bare = form == base and base not in inflected
                    kind = BASE if bare else GERUND if len(inflected) > 1 and form == inflected[-1] else FINITE
                    forms.setdefault(form, kind)
        self.single = {form: (frozenset(found), forms[form]) for form, found in groups.items()}
        for group, phrases in lists.get("phrases", {}).items():
            for phrase in phrases:
                self._add_phrase(tuple(phrase.split()), group)
        for noun in lists.get("nouns", ()):
            for that in lists.get("that", ()):
                self._add_phrase((noun, that), "noun")
        for noun in lists.get("noun_infinitives", ()):
            for to in lists.get("infinitive", ()):
                self._add_phrase((noun, to), "noun")
        for phrase in lists.get("sources", ()):
            self._add_phrase(tuple(phrase.split()), "source")
        for phrase in (*lists.get("idioms", ()), *_deeds(lists)):
            self.phrases.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), frozenset()))
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        pronouns = lists.get("pronouns", {})
        self.pronouns: dict[str, str] = {
            word: kind for kind in ("first", "second", "plural", "thing", "f", "m") for word in pronouns.get(kind, ())
        }
        self.relatives = frozenset(pronouns.get("relative", ()))
        self.indefinite = frozenset(pronouns.get("indefinite", ()))
        self.objects: dict[str, str] = {
            word: kind for kind, named in lists.get("objects", {}).items() for word in named
        }
        self.owners: dict[str, str] = {word: kind for kind, owned in lists.get("owners", {}).items() for word in owned}
        endings = [word for word in lists.get("auxiliaries", ()) if str(word)[0] == "'"]
        self.examples = frozenset(tuple(phrase.split()) for phrase in lists.get("examples", ()))
        self.contracted = frozenset(word + ending for word in self.pronouns for ending in endings)
        self.adverb_endings = tuple(lists.get("adverb_endings", ()))
        self.participle_endings = tuple(lists.get("participle_endings", ()))
        self.verb_endings = tuple(lists.get("verb_endings", ()))
        for key in _SETS:
            setattr(self, key, frozenset(str(word) for word in lists.get(key, ())))

    nouns: frozenset[str]
    adverbs: frozenset[str]
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    passive: frozenset[str]
    that: frozenset[str]
    questions: frozenset[str]
    prepositions: frozenset[str]
    joining: frozenset[str]
    clauses: frozenset[str]
    determiners: frozenset[str]
    occasions: frozenset[str]
    scare: frozenset[str]
    outcries: frozenset[str]
    works: frozenset[str]
    also_nouns: frozenset[str]
    infinitive: frozenset[str]
    near: frozenset[str]
    company: frozenset[str]
    within: frozenset[str]
    agents: frozenset[str]
    holding: frozenset[str]
    likeness: frozenset[str]
    views: frozenset[str]
    comparing: frozenset[str]
    witnessed: frozenset[str]
    own_words: frozenset[str]
    accounts: frozenset[str]
    habits: frozenset[str]
    going_on: frozenset[str]
    irregular: frozenset[str]
    stand_ins: frozenset[str]
    quoting: frozenset[str]
    tellers: frozenset[str]
    turns: frozenset[str]
    answering: frozenset[str]
    possessives: frozenset[str]
    as_told: frozenset[str]
    listeners: frozenset[str]
    witnesses: frozenset[str]
    asked: frozenset[str]
    negation: frozenset[str]
    first_person: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    backshifts: frozenset[str]
    belonging: frozenset[str]
    asking_with_to: frozenset[str]
    doing: frozenset[str]
    naming: frozenset[str]
    indefinite_articles: frozenset[str]
    sayable: frozenset[str]
    saying_for: frozenset[str]

    def _add_phrase(self, phrase: Words, group: str) -> None:
        if len(phrase) == 1:
            groups, form = self.single.get(phrase[0], (frozenset(), FINITE))
            self.single[phrase[0]] = (groups | {group}, form)
            return
        self.phrases.setdefault(phrase[0], []).append((phrase, frozenset({group})))


def _deeds(lists: Mapping[str, Any]) -> Iterator[str]:
    """Verbs of saying with the objects to which they do something instead: "dismissed the suit", "observed a silence"."""
    for deed in lists.get("deeds", ()):
        for verb in deed["verbs"]:
            for thing in deed["objects"]:
                yield from (" ".join(filter(None, (verb, article, thing))) for article in ("", *lists["deed_articles"]))


_SETS = (
    "belonging",
    "asking_with_to",
    "doing",
    "naming",
    "indefinite_articles",
    "sayable",
    "saying_for",
    "nouns",
    "adverbs",
    "auxiliaries",
    "modals",
    "passive",
    "that",
    "questions",
    "prepositions",
    "joining",
    "clauses",
    "determiners",
    "occasions",
    "scare",
    "outcries",
    "works",
    "also_nouns",
    "infinitive",
    "near",
    "company",
    "within",
    "agents",
    "holding",
    "likeness",
    "views",
    "comparing",
    "witnessed",
    "own_words",
    "accounts",
    "habits",
    "going_on",
    "irregular",
    "stand_ins",
    "quoting",
    "tellers",
    "turns",
    "answering",
    "possessives",
    "as_told",
    "listeners",
    "witnesses",
    "asked",
    "negation",
    "first_person",
    "present",
    "past",
    "backshifts",
)


@lru_cache(maxsize=8)
def cue_words(language: str, folder: Path = FOLDER) -> CueWords:
    """The words of one language; none where it has none yet."""
    return CueWords(words(language, "quotes", folder))


def find_cues(tokens: Tokens, span: Sequence[int], known: CueWords, titled: bool = False) -> list[Cue]:
    """Cues among the tokens with these indexes, in order; a phrase wins over the word it begins with.

    A capital inside a sentence makes a name of a word ("the Morning Post"), but not where all have one (`titled`).
    """
    found = []
    lower, capital = tokens.lower, tokens.capital
    done = -1
    for index in span:
        if index <= done:
            continue
        if capital[index] and not titled and index > span[0] and tokens.words[index - 1].isalpha():
            continue
        word = lower[index]
        cue = None
        for phrase, groups in known.phrases.get(word, ()):
            if tuple(lower[index : index + len(phrase)]) == phrase:
                form = (
                    GERUND if word.endswith(known.participle_endings) else known.single.get(word, (groups, FINITE))[1]
                )
                cue = Cue(index, index + len(phrase) - 1, groups, form)
                break
        if cue is None and word in known.single and not tokens.possessive[index]:
            groups, form = known.single[word]
            cue = Cue(index, index, groups, form)
        if cue:
            found += [cue] if cue.groups else []
            done = cue.last
    return found
