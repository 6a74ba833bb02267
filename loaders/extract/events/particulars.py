"""What tells one happening from another of its kind and day where nobody is named."""

from __future__ import annotations

from loaders.extract.events.happenings import Happening, Telling
from loaders.extract.events.lexicon import WORD, EventWords

STEM = 5
"""Words are compared by so many letters."""


def find_particulars(
    happening: Happening, telling: Telling, text: str, folded: str, words: EventWords
) -> tuple[frozenset[str], bool]:
    """Beginnings of the words in small letters that are no part of date or grammar; whether it was told before."""
    trigger = happening.trigger
    taken = {at for date in telling.dates for at in range(date.start, date.end)}
    taken |= set(range(trigger.start, trigger.end)) if trigger else set()
    found = [m for m in WORD.finditer(folded, *telling.span) if m.start() not in taken]
    own = [m for m in found if text[m.start()].islower() or m.start() == telling.span[0]]
    plain = words.after_names | words.auxiliaries | words.passive | words.articles | words.between
    told = frozenset(m.group()[:STEM] for m in own if len(m.group()) >= STEM - 1 and m.group() not in plain)
    # "the vote", and "the 1992 vote", whose date is no word of its own.
    before = [m.group() for m in found if trigger and m.end() <= trigger.start][-1:]
    opens = any(at == telling.span[0] for at, _, _ in words.subjects.scan(folded, *telling.span))
    return told, opens or trigger is None or any(word in words.articles for word in before)
