"""The words and patterns of one language, compiled: every word becomes one character that stands for its classes.

A text is turned into a string with one character a word (`tokens`), and the patterns of `dates.yaml` run as regular
expressions over that string. "on 25 November 2022" is four characters, whatever the language calls its months.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.extract.dates.characters import PHRASE, Characters
from loaders.extract.dates.patterns import Rule, read_rules, rules_by_start, run_pattern
from loaders.extract.dates.word_shapes import SHAPES, piece_pattern, token_pattern
from loaders.vocabulary import VocabularyError, words

APOSTROPHES = ("'", "’")


@dataclass(frozen=True, eq=False)
class Lexicon:
    language: str
    codes: Mapping[str, str]
    """Word as written -> its character; a phrase's words are joined by one space."""
    phrases: Mapping[str, Mapping[str, list[tuple[list[str], str]]]]
    """First word -> second word -> phrases that they begin, longest first, each with its character."""
    values: Mapping[str, Mapping[str, Any]]
    """Class -> word -> value."""
    shapes: Mapping[str, str]
    """Shape of a number -> its character."""
    members: Mapping[str, frozenset[str]]
    """Class -> the characters that belong to it."""
    run: re.Pattern[str]
    """Finds the next stretch of words that patterns are made of, with at least one that makes a date."""
    phrase_start: re.Pattern[str]
    """Finds the next word that a phrase may begin with."""
    opening: re.Pattern[str]
    """Finds the next word that a pattern may begin with."""
    by_start: Mapping[str, tuple[Rule, ...]]
    """Character -> the rules that can begin with it, in their order."""
    token: re.Pattern[str]
    """One word; the name of its group is its kind."""
    piece: re.Pattern[str]
    """One word with the blanks before it."""
    source: Mapping[str, Any]

    def value(self, kind: str, word: str) -> Any:
        """The value of a word in a class; None where it is not in it."""
        table = self.values[kind]
        if not word.isalpha():  # a phrase, perhaps written over two lines
            word = _joined(word.replace("’", "'"), self.token)
        return table.get(word, table.get(word.lower(), table.get(word.capitalize())))

    def holds(self, kind: str, code: str) -> bool:
        return code in self.members[kind]

    @lru_cache(maxsize=64)  # noqa: B019 -- lexicons live as long as the program
    def one_of(self, *kinds: tuple[str, ...]) -> re.Pattern[str]:
        """Finds words of some classes, or words that stand one after the other, each of some classes."""
        return re.compile("".join(f"[{''.join(sorted(self._codes_of(group)))}]" for group in kinds))

    def _codes_of(self, kinds: tuple[str, ...]) -> set[str]:
        return {code for kind in kinds for code in self.members[kind]}


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon | None:
    """The compiled words of a language; None for a language that has none yet."""
    source = words(language, "dates")
    return _compile(language, source) if source else None


def _compile(language: str, source: Mapping[str, Any]) -> Lexicon:
    token = token_pattern(source)
    classes: dict[str, dict[str, Any]] = {name: _as_table(table) for name, table in source["words"].items()}
    classes["holiday"] = dict(source["holidays"])
    for table in classes.values():
        table.update({word + ".": table[word] for word in source["abbreviations"] if word in table})
    written = _written_forms(classes, token)
    characters = Characters()
    codes = {form: characters.of(kinds) for form, kinds in written.items()}
    shapes = {shape: characters.of(frozenset(kinds)) for shape, kinds in SHAPES.items()}
    members = characters.members()
    values = {name: {_joined(word, token): value for word, value in table.items()} for name, table in classes.items()}
    rules = tuple(read_rules(source, members))
    by_start = rules_by_start(rules)
    return Lexicon(
        language, codes, _phrases(codes), values, shapes, members,
        run_pattern(rules, characters, frozenset(source["glue"])), re.compile(f"[{''.join(sorted(members[PHRASE]))}]"),
        re.compile(f"[{''.join(sorted(by_start))}]"), by_start,
        token, piece_pattern(token), source,
    )  # fmt: skip


def _as_table(table: Mapping[str, Any] | Iterable[str]) -> dict[str, Any]:
    return {str(k): v for k, v in table.items()} if isinstance(table, Mapping) else {str(word): word for word in table}


def _split(phrase: str, token: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(match.group() for match in token.finditer(phrase))


def _joined(phrase: str, token: re.Pattern[str]) -> str:
    return " ".join(_split(phrase, token))


def _written_forms(classes: Mapping[str, Mapping[str, Any]], token: re.Pattern[str]) -> dict[str, frozenset[str]]:
    """Every way in which a word is written, with its classes; one entered in small letters also has capitals."""
    written: dict[str, set[str]] = {}
    for kind, table in classes.items():
        for word in table:
            for form in _capitals(word, _split(word, token)):
                for mark in APOSTROPHES:
                    parts = form.replace("'", mark).split(" ")
                    written.setdefault(" ".join(parts), set()).add(kind)
                    if len(parts) > 1 and parts[0].isdecimal():
                        raise VocabularyError(
                            f"dates.yaml: {word!r} in {kind!r} must not begin with a number, which has classes of its own"
                        )
                    if len(parts) > 1:
                        written.setdefault(parts[0], set()).add(PHRASE)
    return {form: frozenset(kinds) for form, kinds in written.items()}


def _capitals(word: str, parts: tuple[str, ...]) -> set[str]:
    """A word or phrase as entered, in capitals, and, where it was entered in small letters, as a name or in a title."""
    plain = " ".join(parts)
    forms = {plain, plain.upper()}
    if word == word.lower():
        forms |= {plain.capitalize(), " ".join(part.capitalize() for part in parts)}
        forms.add(" ".join(part if place and len(part) < 3 else part.capitalize() for place, part in enumerate(parts)))
    return forms


def _phrases(codes: Mapping[str, str]) -> dict[str, dict[str, list[tuple[list[str], str]]]]:
    found: dict[str, dict[str, list[tuple[list[str], str]]]] = {}
    for form, code in sorted(codes.items(), key=lambda item: (-item[0].count(" "), item[0])):
        parts = form.split(" ")
        if len(parts) > 1:
            found.setdefault(parts[0], {}).setdefault(parts[1], []).append((parts, code))
    return found
