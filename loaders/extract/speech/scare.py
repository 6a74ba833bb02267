"""Words in marks that nobody is quoted with: titles of works, names, and labels before a noun."""

from __future__ import annotations

from loaders.extract.speech.stretch import Reading, Stretch

_COLONS = frozenset(":：")
_SENTENCE = 6
"""So many words in marks are rarely a label."""


def is_title(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation at the position is a title or a name rather than words said."""
    items, words = stretch.items, reading.words
    before = items[at - 1] if at > 0 else -1
    quotation = reading.quotations[-items[at] - 1]
    inner = reading.text[quotation.start : quotation.end].split()
    titled = _in_title_case(reading, inner)
    if before >= 0:
        word = reading.lower(before)
        if word in words.scare:
            return True
        if titled and (reading.tokens.possessive[before] or word in words.works or word in words.prepositions):
            return True
        if titled and word in ",":
            return len(inner) < 6 and at > 1 and items[at - 2] >= 0 and reading.lower(items[at - 2]) in words.works
    return False


def _in_title_case(reading: Reading, inner: list[str]) -> bool:
    """Whether all longer words but "with" and its like begin with a capital."""
    small = reading.words.prepositions | reading.words.joining
    long = [word for word in inner if (len(word) > 3 or word[0].isupper()) and word not in small]
    return bool(long) and all(not word[0].isalpha() or word[0].isupper() for word in long)


def is_label(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation is what something is called: between an article and a noun ("the “open door” plan")."""
    items, words = stretch.items, reading.words
    if at == 0 or at + 1 >= len(items) or items[at - 1] < 0 or items[at + 1] < 0:
        return False
    following = reading.lower(items[at + 1])
    return (
        reading.lower(items[at - 1]) in words.determiners
        and following.isalpha()
        and following not in words.prepositions
        and following not in words.auxiliaries
        and following not in words.joining
        and following not in words.clauses
        and following not in words.adverbs
    )


def may_be_said(reading: Reading, stretch: Stretch, at: int, has_subject: bool) -> bool:
    """Whether words in marks that no cue governs are likely to be somebody's (in news, a little more often than not).

    Names are not. Where the sentence has no subject to give them to, only those are that open it or follow a colon.
    """
    quotation = reading.quotations[-stretch.items[at] - 1]
    inner = reading.text[quotation.start : quotation.end].split()
    if _in_title_case(reading, inner):
        return False
    if has_subject:
        return True
    before = stretch.items[at - 1] if at > 0 else -1
    colon = before >= 0 and reading.tokens.words[before] in _COLONS
    return len(inner) >= _SENTENCE and (at == 0 or colon)
