"""The words that tell happenings, compiled once for each language (data/vocabulary/*/events.yaml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.extract.events.sense_words import SenseWords, sense_words
from loaders.extract.terms import Terms
from loaders.vocabulary import words

OTHER = "other"
"""The kind of what no word tells the kind of."""
STATEMENT = "statement"
NO_KIND = ""
"""The label of words that only look like a happening ("a landslide win")."""

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
"""A word of a folded text, with the hyphens and apostrophes inside it."""


@dataclass(frozen=True)
class EventWords:
    """What one language says with which words; every list is empty for a language without words."""

    kinds: Terms[str]
    """Words that tell a happening, labelled with its kind; with `NO_KIND` where they are no such happening."""
    senses: SenseWords
    """Verbs whose object decides the kind."""
    weak: frozenset[str]
    """Of these, the words that tell their kind only where no other word of the clause tells one."""
    scenery: frozenset[str]
    """Of these, the nouns that stand in the background of what is told ("before the election he spoke")."""
    rank: Mapping[str, int]
    """Kinds from the most telling (0) to the least."""
    breaks: Terms[str]
    """Words at which a clause begins, labelled `opener`, `aside` or `inner` (not at the head); `facing` begins none."""
    status: Terms[str]
    """Words of what is still to come or did not come, labelled `planned`, `denied` or `unreal` (of the past)."""
    beside: Terms[str]
    """Words after which somebody is named who is not whom it is about."""
    pronouns: Terms[str]
    """Pronouns and words for a group, labelled m, f, m_own, f_own, first, first_plural, both or plural."""
    somebody: frozenset[str]
    """Nouns for a person ("spokesman"), in the singular."""
    undating: Terms[str]
    """Words before a date with which it dates nothing, labelled `always` or `coarse` (months and longer only)."""
    owners: Terms[str]
    """Words before a year that make it part of a name ("the 1991 settlement")."""
    occasions: Terms[str]
    """Words in a date that make it an occasion ("the 60th anniversary")."""
    empty_openings: Terms[str]
    """Words that open a clause which tells of no happening ("that was last autumn")."""
    supposing: Terms[str]
    """Words with which a clause speaks to the reader ("you will vote")."""
    hypothetical: Terms[str]
    """Words that open a clause of what is only thought ("if he had come")."""
    cleft: frozenset[str]
    """Words around a date that only sets off what it dates ("It was in 1960 that …")."""
    measures: Terms[str]
    polls: Terms[str]
    """Words of surveys, whose findings are statistics and no happenings."""
    notes: Terms[str]
    """Words of a reporter about his own work ("did not return a call")."""
    captions: Terms[str]
    """Words of the caption of a picture, which tells no happening of its own."""
    naming_day: Terms[str]
    """Words with which an hour names its day ("six this morning", "six today")."""
    subordinating: frozenset[str]
    """Words that open a clause which depends on another: what is dated in it says nothing of when the other happened."""
    since: tuple[str, ...]
    """Words that open a clause which tells only from when on something is."""
    to_a_person: Terms[str]
    """Verbs that tell a kind only with a person right after them."""
    talking_about: Terms[str]
    """Verbs of which a happening is only the subject matter ("discussed the session")."""
    within: frozenset[str]
    """Words that set a happening around what is done ("at a session")."""
    spoken: frozenset[str]
    """Kinds that are themselves talk."""
    said: frozenset[str]
    """Kinds of what is only said; who says it takes part."""
    attributing: Terms[str]
    """Verbs with which a sentence names its source at the end (", the ministry said on Friday")."""
    joining: Terms[str]
    and_words: frozenset[str]
    infinitives: Terms[str]
    """Words that begin an infinitive, with the verbs that may stand in it, labelled `infinitive`."""
    with_words: Terms[str]
    """Words between a happening and the other side of it."""
    separately: Terms[str]
    conversations: frozenset[str]
    another: frozenset[str]
    """Words before the verb of a talk that say it is another one than that told before ("also met with")."""
    leading_up: frozenset[str]
    """Kinds that lead up to what is told after them ("came and met")."""
    two_sided: frozenset[str]
    without_to: Mapping[str, frozenset[str]]
    """Kind -> verbs that tell it unless an infinitive follows ("called on the minister", "called on him to go")."""
    to: frozenset[str]
    announcing: frozenset[str]
    """Verbs that announce what is named after them."""
    done_by_saying: frozenset[str]
    """Kinds that are done by announcing them ("announced his resignation")."""
    only_may: frozenset[str]
    """Words before a happening that say it only may be, or is to come."""
    complements: frozenset[str]
    """Words between a verb of saying and the participle that says what it is about."""
    participle_endings: tuple[str, ...]
    past_words: frozenset[str]
    past_endings: tuple[str, ...]
    no_past: frozenset[str]
    possessive: tuple[str, ...]
    auxiliaries: frozenset[str]
    saying_now: frozenset[str]
    """Verbs in the present with which a report gives news ("says", "announces")."""
    doing_now: frozenset[str]
    """Verbs in the present that tell what was done, as entries and headlines do ("resigns")."""
    putting_back: frozenset[str]
    """Words that put what is told before the news ("had", "previously")."""
    passive: frozenset[str]
    """Words before a participle that make it something suffered ("was arrested")."""
    states: frozenset[str]
    """Words before a participle that make it a state ("is owned")."""
    subjects: Terms[str]
    """Pronouns and plain nouns that take up the subject of the sentence before."""
    about_words: frozenset[str]
    """Words before a happening that something else is about ("details of the attack")."""
    agents: frozenset[str]
    """Words before a name that is no subject of its own ("made by")."""
    by: frozenset[str]
    """Words after a passive verb before whoever did it."""
    none: frozenset[str]
    """Words before a happening that say there was none."""
    needs_post: frozenset[str]
    """Words of a kind that tell an appointment only with a post soon after them ("became governor")."""
    direct_post: frozenset[str]
    """Of these, the words whose post stands before any preposition."""
    posts: frozenset[str]
    bodies: frozenset[str]
    """What one joins by a treaty or the like."""
    membership: frozenset[str]
    """Posts that are only to belong to such a body."""
    contests: frozenset[str]
    """Words of fights that tell a contest where one is named beside them ("defeated him in the election")."""
    contested: tuple[str, ...]
    """The kinds of such contests."""
    deciding: Terms[str]
    """Who decides, labelled with the kind that his decisions are: courts rulings, assemblies votes."""
    decided: Mapping[str, frozenset[str]]
    """Kind -> verbs of such decisions."""
    decisions: frozenset[str]
    """All of these verbs."""
    light: frozenset[str]
    """Verbs that leave it to what they are about to tell a kind ("held talks", "ordered the expulsion")."""
    plain_saying: frozenset[str]
    """Verbs with which words are only attributed to somebody ("said")."""
    taken_up: frozenset[str]
    """Pronouns that can take up the subject of the sentence before, where that is no one person."""
    called_after: frozenset[str]
    """What is called after the person whose surname stands before it ("the Oran government")."""
    had: frozenset[str]
    """Forms of "have", a deed where the noun of one follows ("has a long talk")."""
    stative: frozenset[str]
    """Verbs of the present that tell what is, and not what was done ("remains")."""
    ongoing: frozenset[str]
    """Verbs of the present that tell what goes on."""
    first_person: frozenset[str]
    """Words with which a writer or speaker speaks of himself."""
    modals: frozenset[str]
    """Words that make of a happening something that only may be."""
    past_modals: frozenset[str]
    """Of these, those that tell of a past what was to come then."""
    articles: frozenset[str]
    after_names: frozenset[str]
    """Small words that can follow a name that stands for itself ("Ann Lee and", "the firm in")."""
    between: frozenset[str]
    """Words between a subject and its verb ("also")."""
    place_words: Terms[str]
    place_kinds: Mapping[str, frozenset[str]]
    """Words before a place that name one only with some kinds of event."""

    def is_verb(self, word: str) -> bool:
        """Whether the word is a verb that says what somebody does or will do."""
        return word in self.auxiliaries or word in self.saying_now or self.is_past(word)

    def leads_in(self, word: str) -> bool:
        """Whether the word can stand before the verb of a clause whose subject is left out or is "who"."""
        openers = (self.breaks, self.joining)
        return word in self.between or word in self.auxiliaries or any(terms.find(word) for terms in openers)

    def tells_past(self, folded: str) -> bool:
        """Whether a finite verb of the past stands in the words."""
        return any(self.is_past(match.group()) for match in WORD.finditer(folded))

    def is_past(self, word: str) -> bool:
        """Whether the word is a finite past or a participle."""
        if word in self.past_words:
            return True
        return len(word) > 3 and word.endswith(self.past_endings) and word not in self.no_past


@lru_cache(maxsize=8)
def event_words(language: str, folder: Path) -> EventWords:
    """The words of a language."""
    raw = words(language, "events", folder)
    kinds: Mapping[str, Any] = raw.get("kinds", {})
    with_day = set(raw.get("dating_with_day", ()))
    return EventWords(
        kinds=_labelled({NO_KIND: raw.get("no_kind", ()), **kinds}),
        senses=sense_words(language, folder),
        weak=frozenset(raw.get("weak", ())),
        scenery=frozenset(raw.get("scenery", ())),
        rank={kind: rank for rank, kind in enumerate((*kinds, OTHER))},
        breaks=_labelled({label: raw.get(f"{label}s", ()) for label in ("facing", "opener", "aside", "inner")}),
        status=_labelled({label: raw.get(label, ()) for label in ("planned", "denied", "unreal")}),
        beside=_labelled({"beside": raw.get("beside", ())}),
        pronouns=_labelled(raw.get("pronouns", {})),
        somebody=frozenset(raw.get("somebody", ())),
        undating=Terms({word: "coarse" if word in with_day else "always" for word in raw.get("undating_before", ())}),
        owners=_labelled({"owner": [*raw.get("owners", ()), *raw.get("possessive", ())]}),
        occasions=_labelled({"occasion": raw.get("occasions", ())}),
        empty_openings=_labelled({"empty": raw.get("empty_openings", ())}),
        supposing=_labelled({"supposing": raw.get("supposing", ())}),
        hypothetical=_labelled({"hypothetical": raw.get("hypothetical", ())}),
        measures=_labelled({"measure": raw.get("measures", ())}),
        cleft=frozenset(raw.get("cleft", ())),
        notes=_labelled({"note": raw.get("notes", ())}),
        polls=_labelled({"poll": raw.get("polls", ())}),
        captions=_labelled({"caption": raw.get("captions", ())}),
        naming_day=_labelled({"day": raw.get("naming_day", ())}),
        separately=_labelled({"separately": raw.get("separately", ())}),
        conversations=frozenset(raw.get("conversations", ())),
        another=frozenset(raw.get("another", ())),
        leading_up=frozenset(raw.get("leading_up", ())),
        two_sided=frozenset(raw.get("two_sided", ())),
        without_to={kind: frozenset(verbs) for kind, verbs in raw.get("without_to", {}).items()},
        to=frozenset(raw.get("to", ())),
        announcing=frozenset(raw.get("announcing", ())),
        done_by_saying=frozenset(raw.get("done_by_saying", ())),
        only_may=frozenset(raw.get("only_may", ())),
        complements=frozenset(raw.get("complements", ())),
        participle_endings=tuple(raw.get("participle_endings", ())),
        past_words=frozenset(raw.get("past_words", "").split()),
        past_endings=tuple(raw.get("past_endings", ())),
        no_past=frozenset(raw.get("no_past", ())),
        auxiliaries=frozenset(raw.get("auxiliaries", ())),
        saying_now=frozenset(raw.get("saying_now", ())),
        doing_now=frozenset(raw.get("doing_now", "").split()),
        putting_back=frozenset(raw.get("putting_back", ())),
        passive=frozenset(raw.get("passive", ())),
        states=frozenset(raw.get("states", ())),
        subjects=_labelled({"subject": raw.get("subjects", ())}),
        about_words=frozenset(raw.get("about_words", ())),
        agents=frozenset(raw.get("agents", ())),
        by=frozenset(raw.get("by", ())),
        none=frozenset(raw.get("none", ())),
        needs_post=frozenset(raw.get("needs_post", ())),
        direct_post=frozenset(raw.get("direct_post", ())),
        posts=frozenset(raw.get("posts", "").split()),
        membership=frozenset(raw.get("membership", ())),
        bodies=frozenset(raw.get("bodies", "").split()),
        contests=frozenset(raw.get("contests", ())),
        contested=tuple(raw.get("contested", ())),
        deciding=_labelled(raw.get("deciding", {})),
        decisions=frozenset(verb for verbs in raw.get("decided", {}).values() for verb in verbs),
        decided={kind: frozenset(verbs) for kind, verbs in raw.get("decided", {}).items()},
        light=frozenset(raw.get("light", ())),
        plain_saying=frozenset(raw.get("plain_saying", ())),
        taken_up=frozenset(raw.get("taken_up", ())),
        called_after=frozenset(raw.get("called_after", ())),
        had=frozenset(raw.get("had", ())),
        stative=frozenset(raw.get("stative", ())),
        ongoing=frozenset(raw.get("ongoing", ())),
        first_person=frozenset(raw.get("first_person", ())),
        modals=frozenset(raw.get("modals", ())),
        past_modals=frozenset(raw.get("past_modals", ())),
        articles=frozenset(raw.get("articles", ())),
        after_names=frozenset(raw.get("after_names", "").split()),
        between=frozenset(raw.get("between", ())),
        subordinating=frozenset(raw.get("subordinating", ())),
        since=tuple(raw.get("since", ())),
        to_a_person=_labelled(raw.get("to_a_person", {})),
        talking_about=_labelled({"talking": raw.get("talking_about", ())}),
        within=frozenset(raw.get("within", ())),
        spoken=frozenset(raw.get("spoken", ())),
        said=frozenset(raw.get("said", ())),
        attributing=_labelled({"attributing": raw.get("attributing", ())}),
        joining=_labelled({"joining": raw.get("joining", ())}),
        and_words=frozenset(raw.get("and_words", ())),
        infinitives=_labelled({"infinitive": raw.get("infinitives", ())}),
        with_words=_labelled({"with": raw.get("with_words", ())}),
        possessive=tuple(raw.get("possessive", ())),
        place_words=Terms({word: word for word in raw.get("place_words", ())}),
        place_kinds={word: frozenset(kinds) for word, kinds in raw.get("place_kinds", {}).items()},
    )


def _labelled(lists: Mapping[str, Iterable[str]]) -> Terms[str]:
    """Terms labelled with the list they stand in; a word of two lists keeps the first."""
    labels: dict[str, str] = {}
    for label, terms in lists.items():
        for term in terms:
            labels.setdefault(term, label)
    return Terms(labels)
