"""Countries and organisations in a text: the vocabulary's names, bodies found in the text, and both named again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.extract.actors.bodies import Body, find_bodies
from loaders.extract.actors.known import AGAIN, NAME, Hit, find_known
from loaders.extract.actors.reading import Reading
from loaders.extract.actors.short_forms import find_again, find_defined, find_short_forms, short_form_after
from loaders.extract.actors.states import goes_on, state_span
from loaders.extract.actors.words import actor_words
from loaders.extract.terms import fold
from loaders.layout.blocks import lay_out
from loaders.records import ActorMention, PersonMention, Span
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Seen:
    """A naming: its tokens, its head noun, and whether it acts there or is only part of a title or of a thing's name."""

    first: int
    last: int
    head: str
    acts: bool
    mention: ActorMention


def find_actors(
    text: str, people: Sequence[PersonMention], vocabulary: Vocabulary, language: str = "en"
) -> list[ActorMention]:
    """Words that name countries and organisations as those who can act, in order, none overlapping.

    A country's name stands for its government; a place ("in China") is found too, whoever reads the sentence tells it apart.
    """
    words = actor_words(language, vocabulary.folder)
    hits = find_known(text, fold(text), vocabulary, language)
    reading = Reading(text, lay_out(text).tokens, hits, people, words)
    seen = [*_bodies(reading), *_known(reading)]
    seen = _unified(_without_overlaps(seen))
    seen += _short_forms(reading, seen)
    seen += _again(reading, seen)
    return [one.mention for one in _without_overlaps(seen) if one.acts]


def _bodies(reading: Reading) -> list[_Seen]:
    bodies = list(find_bodies(reading))
    taken = {at for body in bodies for at in range(body.first, body.last + 1)}
    defined = [body for _, body in find_defined(reading) if body.last not in taken and body.last not in reading.hit_at]
    return [_seen_body(reading, body) for body in (*bodies, *defined)]


def _seen_body(reading: Reading, body: Body) -> _Seen:
    start, end = reading.span(body.first, body.last)
    mention = ActorMention(
        start, end, reading.text[start:end], body.body_id, body.name, "organisation", NAME, False, body.country
    )
    return _Seen(body.first, body.last, body.head, _acts(reading, body.last), mention)


def _known(reading: Reading) -> list[_Seen]:
    seen = []
    for hit in reading.hits:
        is_state = hit.named.kind == "country" or hit.named.form != NAME
        first, last = reading.tokens.first_from(hit.start), reading.tokens.first_from(hit.end) - 1
        span = state_span(reading, hit) if is_state else (first, last)
        if span is None or last < first or (not is_state and first in reading.person_at):
            continue
        first, last = span
        head = next((word for at in (last, first) if (word := reading.lower(at)) in reading.words.heads), "")
        seen.append(_Seen(first, last, head, is_state or _acts(reading, last), _mention(reading, hit, span)))
    return seen


def _mention(reading: Reading, hit: Hit, span: Span) -> ActorMention:
    named = hit.named
    start, end = reading.span(*span)
    words = reading.text[start:end]
    return ActorMention(start, end, words, named.actor_id, named.name, named.kind, named.form, True, named.country)


def _acts(reading: Reading, last: int) -> bool:
    """Whether a body stands for itself, and not in a title ("ministry spokesman Ola Berg") or the name of a thing."""
    following = reading.lower(last + 1)
    if goes_on(reading, last):
        return False
    if reading.tokens.possessive[last] or not reading.are_joined(last, last + 1):
        return True
    return (
        following not in reading.words.things
        and not reading.describes(last)
        and not (following and reading.is_in_title(last))
    )


def _without_overlaps(seen: Sequence[_Seen]) -> list[_Seen]:
    """The namings in order; of two that overlap the longer, of two alike the first given."""
    kept: list[_Seen] = []
    for one in sorted(seen, key=lambda one: (one.first, -one.last)):
        if not kept or one.first > kept[-1].last:
            kept.append(one)
    return kept


def _unified(seen: Sequence[_Seen]) -> list[_Seen]:
    """The namings, those that leave out a state under the one body that has it ("the Supreme Court" of Peru)."""
    full: dict[str, set[str]] = {}
    by_id = {one.mention.actor_id: one.mention for one in reversed(seen)}
    for mention in by_id.values():
        if mention.country and mention.kind == "organisation":
            parts = mention.name.split()
            for at in range(1, len(parts)):
                full.setdefault(" ".join(parts[:at]), set()).add(mention.actor_id)
                full.setdefault(" ".join(parts[at:]), set()).add(mention.actor_id)
    return [_as_of(one, [by_id[actor_id] for actor_id in full.get(one.mention.name, ())]) for one in seen]


def _as_of(one: _Seen, meant: Sequence[ActorMention]) -> _Seen:
    mention = one.mention
    if len(meant) != 1 or mention.known or mention.country:
        return one
    return replace(one, mention=replace(meant[0], start=mention.start, end=mention.end, text=mention.text, form=AGAIN))


def _short_forms(reading: Reading, seen: Sequence[_Seen]) -> list[_Seen]:
    """Each short form that the text defines, wherever it stands."""
    forms: dict[str, _Seen] = {}
    for one in seen:
        form = short_form_after(reading, one.mention.end)
        if form and one.mention.kind == "organisation":
            forms.setdefault(form, one)
    tokens, found = reading.tokens, []
    for start, end, form in find_short_forms(reading.text, forms):
        first, last = tokens.first_from(start), tokens.first_from(end) - 1
        if first <= last and first not in reading.person_at:
            mention = replace(forms[form].mention, start=start, end=end, text=form, form=AGAIN)
            found.append(_Seen(first, last, "", _acts(reading, last), mention))
    return found


def _again(reading: Reading, seen: Sequence[_Seen]) -> list[_Seen]:
    """Each "the ministry" that means the one named before."""
    ordered = sorted(seen, key=lambda one: one.first)
    by_id = {one.mention.actor_id: one.mention for one in reversed(ordered)}
    named = [(one.first, one.head, one.mention.actor_id) for one in ordered if one.head]
    found = []
    for meant in find_again(reading, named):
        start, end = reading.span(meant.first, meant.last)
        mention = replace(by_id[meant.actor_id], start=start, end=end, text=reading.text[start:end], form=AGAIN)
        found.append(_Seen(meant.first, meant.last, "", _acts(reading, meant.last), mention))
    return found
