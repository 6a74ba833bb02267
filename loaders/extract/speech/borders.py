"""Words that no noun phrase holds, and so part it from the rest of its sentence."""

from __future__ import annotations

from loaders.extract.speech.joining import joins_names, joins_nouns
from loaders.extract.speech.stretch import Reading, Stretch, is_break


def stands_before(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the item at `at` stands before a noun phrase and is no part of it."""
    item = stretch.items[at]
    if is_break(reading, item) or _is_dash(reading, item):
        return True
    word, words = reading.lower(item), reading.words
    if word in words.joining:
        return not joins_names(reading, stretch, at) and not joins_nouns(reading, stretch, at)
    return (
        (word in words.clauses and (word not in words.prepositions or _opens_clause(reading, stretch, at)))
        or word in words.relatives
        or word in words.auxiliaries
        or word in words.pronouns
        or _opens_example(reading, stretch, at)
        or (
            word in words.single
            and words.single[word][1] == "finite"
            and reading.person_at[item] < 0
            and not reading.tokens.capital[item]
        )
    )


def _is_dash(reading: Reading, item: int) -> bool:
    """Whether a hyphen stands for a dash, with blanks around it: "LIMA, Feb. 3 - The ministry said"."""
    start, end = reading.start_of(item), reading.end_of(item)
    return (
        reading.tokens.words[item] == "-"
        and f"{reading.text[start - 1 : start]}{reading.text[end : end + 1]}".isspace()
    )


def _opens_example(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the "as" of "such as" stands here, after which somebody is named as an example."""
    pair = stretch.items[max(0, at - 1) : at + 1]
    return min(pair) >= 0 and tuple(reading.lower(item) for item in pair) in reading.words.examples


def _opens_clause(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "after" or "since" begins a clause, before an article or a name ("rose after the minister said")."""
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    if at == 0 or following < 0 or reading.lower(stretch.items[at]) in reading.words.comparing:
        return False
    return reading.lower(following) in reading.words.determiners or reading.person_at[following] >= 0


def takes_object(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the word has a verb's ending and what follows can only be its object ("released a statement")."""
    items, words = stretch.items, reading.words
    following = items[at + 1] if at + 1 < len(items) else -1
    if items[at] < 0 or following < 0 or not reading.lower(items[at]).endswith(words.verb_endings):
        return False
    opens = reading.lower(following) in words.determiners or reading.tokens.words[following][0].isdigit()
    return opens and not reading.tokens.capital[items[at]]


def ends_phrase(reading: Reading, item: int) -> bool:
    word, words = reading.lower(item), reading.words
    return word in words.clauses or word in words.auxiliaries or word in words.relatives


def is_owner(reading: Reading, item: int) -> bool:
    return reading.tokens.possessive[item]
