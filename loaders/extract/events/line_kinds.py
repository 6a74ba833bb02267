"""The kind of what the line itself tells, where the words that told a kind of the sentence are not in it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.events.choosing import WORD_BEFORE, Trigger
from loaders.extract.events.clauses import clause_of
from loaders.extract.events.deciders import decided_by
from loaders.extract.events.happenings import Telling
from loaders.extract.events.lexicon import OTHER, WORD, EventWords
from loaders.extract.events.lines.wording import Wording
from loaders.extract.events.telling import Draft
from loaders.extract.events.triggers import choose_trigger
from loaders.extract.events.undated import main_clause
from loaders.extract.terms import fold

BEFORE = 20
"""Within so many letters before a verb stands its "who"."""
FROM_WORDS = ("sentence", "entry")
"""A line of these sources is cut from the text; others are written of the kind, or are the headline with its own."""


def kind_of_line(draft: Draft, telling: Telling, folded: str, words: EventWords, wordings: Wording) -> str:
    """The kind of what the line tells: "Supporters gather" of "gathered to hear of the vote" tells no vote."""
    trigger = draft.happening.trigger
    if trigger is None or draft.line.source not in FROM_WORDS:
        return draft.kind
    told = frozenset(wordings.lemma(word) for word in WORD.findall(fold(draft.line.text)))
    if not told or _stands_in(trigger, told, folded, words, wordings):
        return draft.kind
    if _is_main_verb(trigger, telling, folded, words):
        return draft.kind  # the line was cut before it
    kept = [other for other in telling.triggers if _stands_in(other, told, folded, words, wordings)]
    if kept and all(_only_describes(other, folded, wordings) for other in kept):
        return draft.kind
    chosen = _chosen(kept, telling, folded, words)
    return chosen.kind if chosen is not None else OTHER


def _chosen(kept: Sequence[Trigger], telling: Telling, folded: str, words: EventWords) -> Trigger | None:
    if not kept:
        return None
    clause = telling.clauses[clause_of(telling.clauses, (kept[0].start, kept[0].end))]
    return decided_by(choose_trigger(clause, kept, folded, words), clause, folded, words)


def _only_describes(trigger: Trigger, folded: str, wordings: Wording) -> bool:
    """Whether a verb right behind "who" or "which" says of whom something is told."""
    before = WORD_BEFORE.search(folded, max(0, trigger.start - BEFORE), trigger.start)
    return before is not None and before.group(1) in wordings.relatives


def _is_main_verb(trigger: Trigger, telling: Telling, folded: str, words: EventWords) -> bool:
    clause = telling.clauses[main_clause(telling, folded, words) or 0]
    first = folded[trigger.start : trigger.end].split()[0]
    return clause.holds((trigger.start, trigger.end)) and (bool(trigger.sense) or words.is_past(first))


def _stands_in(trigger: Trigger, told: frozenset[str], folded: str, words: EventWords, wordings: Wording) -> bool:
    """Whether the line has the first or the last telling word of a trigger, in whatever form ("spoke today with")."""
    found = WORD.findall(folded, trigger.start, trigger.end)
    found = [word for word in found if word not in words.about_words and word not in words.within] or found
    return wordings.lemma(found[0]) in told or wordings.lemma(found[-1]) in told
