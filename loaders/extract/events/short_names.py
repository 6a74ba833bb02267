"""The short forms under which texts go on speaking of a company, a product, a person: "GM", "the A380", "Jobs"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from loaders.extract.terms import Terms
from loaders.vocabulary import Vocabulary

OFTEN = 3
"""So often initials of two letters, or the first word of a name, stand in the texts that are a name."""

_GOES_ON = re.compile(r"[ -]+[A-Z0-9]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.'’-]*\s+$")


def names_of(entity: str, texts: Iterable[str], vocabulary: Vocabulary) -> Terms[str]:
    """The name with the short forms that the texts use: its last words, else its first ones, and its initials."""
    whole = "\n".join(texts)
    parts = entity.split()
    usable = [form for size in range(1, len(parts)) if _stands_alone(form := " ".join(parts[-size:]), entity, whole)]
    first = [" ".join(parts[:size]) for size in range(len(parts) - 1, 1, -1)]
    if entity not in whole:
        usable += [form for form in first if _stands_alone(form, entity, whole)]
    elif not usable and not _is_family(parts, whole) and not _is_country(parts[0], vocabulary):
        usable += [form for form in (*first, parts[0]) if _opens_alone(form, entity, whole)]
    usable += _initials(entity, whole) + _longer_forms(parts, whole)
    return Terms(dict.fromkeys([entity, *usable], entity))


def _is_family(parts: Sequence[str], whole: str) -> bool:
    """Whether the first word stands before several numbers: "Acme 4" and "Acme 5" are two, and neither is "the Acme"."""
    return len(set(re.findall(rf"(?<!\w){re.escape(parts[0])} (\d+\w*|[A-Z]\d+\w*)", whole))) > 1


def _is_country(word: str, vocabulary: Vocabulary) -> bool:
    return any(
        word in names
        for country in vocabulary.countries.values()
        for table in (country.names, country.adjectives, country.capital)
        for names in table.values()
    )


def _opens_alone(form: str, entity: str, whole: str) -> bool:
    """Whether the first words of a name are used for it: never in small letters, mostly with no other name after them."""
    shortened = [match.end() for match in _find(form, whole) if not whole.startswith(entity, match.start())]
    alone = sum(_GOES_ON.match(whole, end) is None for end in shortened)
    return alone >= OFTEN and alone * 2 > len(shortened) and not _is_common(form, whole)


def _initials(entity: str, whole: str) -> list[str]:
    """The initials of the words with a capital where the texts use them, and capitals in brackets right after the name.

    Two letters count only where the texts use them rather than the name.
    """
    found = "".join(part[0] for part in entity.split() if part[0].isupper())
    uses = _uses(found, whole) if len(found) > 1 else 0
    is_used = uses > 0 if len(found) > 2 else uses >= max(OFTEN, whole.count(entity))
    in_brackets = re.findall(rf"{re.escape(entity)} \(([A-Z]{{2,6}})\)", whole)
    return [*([found] if is_used else []), *dict.fromkeys(in_brackets)]


def _find(form: str, whole: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", whole))


def _uses(form: str, whole: str) -> int:
    return len(_find(form, whole))


def _is_common(form: str, whole: str) -> bool:
    """Whether the texts use the words in small letters, too."""
    return form != form.lower() and _uses(form.lower(), whole) > 0


def _longer_forms(parts: Sequence[str], whole: str) -> list[str]:
    """Forms of a name of two words with another in between: "Acme Motor Works" of the Acme Works."""
    if len(parts) != 2:
        return []
    first, last = (re.escape(part) for part in parts)
    return list(dict.fromkeys(re.findall(rf"(?<!\w){first} [A-Z]\w+ (?i:{last})(?!\w)", whole)))


def _stands_alone(form: str, entity: str, whole: str) -> bool:
    """Whether the last words are a name of their own: never in small letters, and mostly not the end of a longer name.

    A number is one where the texts write it with an ending: "777s", "777-200".
    """
    if form.isdigit():
        return len(form) > 1 and re.search(rf"(?<!\w){form}(?:[^\W\d_](?!\w)|-\d)", whole) is not None
    places = [match.start() for match in _find(form, whole)]
    longer = sum(_CAPITAL_BEFORE.search(whole, max(0, place - 30), place) is not None for place in places)
    before = entity.removesuffix(form)
    if before.split()[-1].islower():
        longer += sum(whole.endswith(before, 0, place) for place in places)
    is_cut = form[0].islower() and " " in form
    return bool(places) and not is_cut and not _is_common(form, whole) and longer * 2 <= len(places) + 1
