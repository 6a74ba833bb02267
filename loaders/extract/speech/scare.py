"""Words in marks that nobody is quoted with: titles of works, names, and labels before a noun."""

from __future__ import annotations

import re

from loaders.extract.speech.stretch import Reading, Stretch

_COLONS = frozenset(":：")
_COMMAS = frozenset(",，、")
_HYPHENS = frozenset("-‐‑")
_ENDS = frozenset(",.;，。；")
_BRACKET = 40
"""A bracket that defines a term begins so many letters before it at most."""
_DEFINES = re.compile(r"\((?:[^\W\d_A-Z]+,?\s){0,4}\Z")
_BYLINE = 12
"""A byline after a headline has fewer words."""
_TOLD = frozenset({"tell"})
"""After a verb that needs a listener stands a broadcast's name rather than a quotation ("told “Morning Talk”")."""
_HELD = 6
"""Between "containing" and a word that is held stand fewer words."""
_SENTENCE = 6
"""So many words in marks are rarely a label."""
_CLAUSE = 5
"""So many words in marks, not written as a title, are rarely a name."""


def is_title(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation at the position is a title or a name rather than words said."""
    items, words = stretch.items, reading.words
    before = items[at - 1] if at > 0 else -1
    quotation = reading.quotations[-items[at] - 1]
    inner = reading.text[quotation.start : quotation.end].split()
    titled = _in_title_case(reading, inner)
    if _begins_word(reading, quotation.outer[1]) or _is_defined(reading.text, *quotation.outer):
        return True
    if before >= 0 and not is_outcry(reading, stretch, at):
        word = reading.lower(before)
        if word in words.scare or _is_held(reading, stretch, at):
            return True
        named = reading.tokens.possessive[before] or word in words.works or word in words.prepositions
        if titled and named and not _is_likened(reading, stretch, at):
            return True
        if titled and len(inner) < _SENTENCE and words.single.get(word, ("",))[0] == _TOLD:
            return True
        if titled and word in ",":
            return (
                len(inner) < _SENTENCE and at > 1 and items[at - 2] >= 0 and reading.lower(items[at - 2]) in words.works
            )
    return False


def _is_held(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation is a word that some text holds ("letters containing words such as “gold”")."""
    words = [reading.lower(item) for item in stretch.items[max(0, at - _HELD) : at]]
    holds = next((place for place, word in enumerate(words) if word in reading.words.holding), len(words))
    return not reading.words.works.isdisjoint(words[holds:])


def _is_defined(text: str, start: int, end: int) -> bool:
    """Whether a bracket only says how something is called from now on ("(the “Company”)", "(collectively, “the Funds”)")."""
    return text[end : end + 1] == ")" and _DEFINES.search(text, max(0, start - _BRACKET), start) is not None


def _begins_word(reading: Reading, end: int) -> bool:
    """Whether the words go on in one with a hyphen (“tired”-looking)."""
    text = reading.text
    return text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalpha()


def _is_likened(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether something is likened to a name ("a kind of “Market Hall”")."""
    noun = stretch.items[at - 2] if at > 1 else -1
    return reading.lower(noun) in reading.words.likeness


def is_outcry(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation is what many shouted ("to chants of “Build it”")."""
    if at < 2:
        return False
    noun, of = (reading.lower(item) for item in stretch.items[at - 2 : at])
    return noun in reading.words.outcries and of in reading.words.prepositions


def _in_title_case(reading: Reading, inner: list[str]) -> bool:
    """Whether all words but "with", "the" and their like begin with a capital ("Feel the Sea", not "Feel it rise")."""
    words = reading.words
    small = words.prepositions | words.joining | words.determiners | words.infinitive
    large = [word for word in inner if word[0].isupper() or (word[0].isalpha() and word.strip(",.!?") not in small)]
    return bool(large) and all(word[0].isupper() for word in large)


def is_label(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation is what something is called: before a noun of its phrase ("the new “open door” plan")."""
    items, words = stretch.items, reading.words
    if at == 0 or at + 1 >= len(items) or items[at - 1] < 0 or items[at + 1] < 0:
        return False
    following = reading.lower(items[at + 1])
    # “Open door,” Ruiz calls it: American English closes its marks after the comma.
    quotation = reading.quotations[-items[at] - 1]
    return (
        reading.text[quotation.end - 1] not in _ENDS
        and _is_within_phrase(reading, stretch, at)
        and following[0].isalpha()
        and following not in words.prepositions
        and following not in words.auxiliaries
        and following not in words.joining
        and following not in words.clauses
        and following not in words.adverbs
        and following not in words.determiners
        and following not in words.pronouns
    )


def _is_within_phrase(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether a noun phrase goes on at the position: after an article, an adjective, a preposition or "and"."""
    words, (earlier, before) = reading.words, (-1, *stretch.items)[at - 1 : at + 1]
    word = reading.lower(before)
    if word in words.prepositions:
        return word not in words.infinitive and word not in words.as_told
    return word in words.joining or _determines(reading, before) or _determines(reading, earlier)


def _determines(reading: Reading, item: int) -> bool:
    """Whether the word opens a noun phrase: an article, or an owner."""
    return item >= 0 and (reading.lower(item) in reading.words.determiners or reading.tokens.possessive[item])


def follows_colon(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation stands right after a colon."""
    before = stretch.items[at - 1] if at > 0 else -1
    return before >= 0 and reading.tokens.words[before] in _COLONS


def follows_mark(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation stands apart from the words before it: after a comma or a colon."""
    before = stretch.items[at - 1] if at > 0 else -1
    return before >= 0 and reading.tokens.words[before] in _COLONS | _COMMAS


def is_excerpt(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation is a piece of an article, told with its headline and its writer.

    “Port Opens Again,” by the Herald's Ana Ruiz: “The port …” is what the Herald tells, and nothing that Ruiz said.
    """
    items, agents = stretch.items, reading.words.agents
    if not follows_colon(reading, stretch, at):
        return False
    by = next((back for back in range(at - 2, max(0, at - _BYLINE), -1) if reading.lower(items[back]) in agents), 0)
    before = by - 1
    if before > 0 and items[before] >= 0 and reading.tokens.words[items[before]] in _COMMAS:
        before -= 1
    return by > 0 and items[before] < 0


def may_be_said(reading: Reading, stretch: Stretch, at: int, has_subject: bool) -> bool:
    """Whether words in marks that no cue governs are likely to be somebody's (in news, a little more often than not).

    Names are not, nor what stands under a headline in capitals. Where the sentence has no subject to give them to, only
    those are that follow a colon at its end, or are part of it and too many for a name.
    """
    quotation = reading.quotations[-stretch.items[at] - 1]
    inner = reading.text[quotation.start : quotation.end].split()
    colon = follows_colon(reading, stretch, at)
    ends = at + 1 == len(stretch.items)
    if is_outcry(reading, stretch, at) or (colon and (has_subject or ends)):
        return True
    if _in_title_case(reading, inner) or _follows_headline(reading, stretch, at):
        return False
    return has_subject or (len(inner) >= _CLAUSE and _is_part(reading, stretch, at))


def _follows_headline(reading: Reading, stretch: Stretch, at: int) -> bool:
    before = stretch.items[max(0, at - 2) : at]
    return len(before) > 1 and all(item >= 0 and reading.tokens.words[item].isupper() for item in before)


def _is_part(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the quotation is part of a sentence: a word, a comma or a colon stands before it, or its verb after it.

    “We will be back,” was the answer.
    """
    items = stretch.items
    if at == 0:
        return len(items) > 1 and reading.lower(items[1]) in reading.words.auxiliaries
    before = items[at - 1]
    if reading.lower(before) in reading.words.works:
        return False
    return before >= 0 and (reading.tokens.words[before][0].isalnum() or follows_mark(reading, stretch, at))
