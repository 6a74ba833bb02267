"""The patterns of dates.yaml as regular expressions over the characters of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from loaders.extract.dates.characters import FIRST, PHRASE, Characters
from loaders.extract.dates.first_words import first_classes
from loaders.vocabulary import VocabularyError

MACRO = re.compile(r"\{([A-Z]\w*)\}")
PIECE = re.compile(r"\(\?<?[!=:]|(?P<opens>\w+)=\(|(?:(?P<name>\w+)=)?<(?P<kind>\w+)>|(?P<plain>\()|\s+")


@dataclass(frozen=True)
class Rule:
    """One pattern over the characters of words, and the meaning that its captures are read by."""

    name: str
    meaning: str
    regex: re.Pattern[str]
    starts: frozenset[str]
    """The characters that it can begin with."""
    second: frozenset[str] | None
    """The characters that the word after the first can have; None where one word may be enough."""
    groups: tuple[tuple[str, int], ...]
    """Each name in the pattern, with the number of its group; a name may come twice."""


def read_rules(source: Mapping[str, Any], members: Mapping[str, frozenset[str]]) -> Iterable[Rule]:
    """Every pattern of a language, in the order of dates.yaml, with its macros written out."""
    for name, (meaning, *patterns) in source["patterns"].items():
        for pattern in patterns:
            while MACRO.search(pattern):
                pattern = MACRO.sub(lambda match: source["macros"][match[1]], pattern)
            regex = re.compile(_translate(name, pattern, members))
            starts = frozenset(code for kind in first_classes(pattern) for code in members[kind])
            groups = tuple((label.partition("__")[0], number) for label, number in regex.groupindex.items())
            yield Rule(name, meaning, regex, starts, _second(regex, starts), groups)


def _second(regex: re.Pattern[str], starts: frozenset[str]) -> frozenset[str] | None:
    """The characters without one of which nothing can match; most rules are never tried for that reason.

    A word that the pattern does not name ends a match like the end of a text.
    """
    looks_back = "(?<=" in regex.pattern or "(?<!" in regex.pattern
    if looks_back or any(regex.match(code) for code in starts):
        return None
    return frozenset(code for code in regex.pattern if ord(code) >= FIRST)


def rules_by_start(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Character -> the rules that can begin with it, in their order."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for code in rule.starts:
            found.setdefault(code, []).append(rule)
    return {code: tuple(many) for code, many in found.items()}


def _translate(name: str, pattern: str, members: Mapping[str, frozenset[str]]) -> str:
    """A pattern over classes as a regular expression over the characters of words.

    A name that comes twice in one pattern gets a number, since a regular expression has each group once.
    """
    seen: dict[str, int] = {}

    def group(label: str) -> str:
        seen[label] = seen.get(label, 0) + 1
        return f"(?P<{label}__{seen[label]}>"

    def piece(match: re.Match[str]) -> str:
        if match["opens"]:
            return group(match["opens"])
        if match["kind"]:
            if match["kind"] not in members:
                raise VocabularyError(f"dates.yaml, pattern {name!r}: no word is of the class {match['kind']!r}")
            one = "[" + "".join(sorted(members[match["kind"]])) + "]"
            return f"{group(match['name'])}{one})" if match["name"] else one
        if match["plain"]:
            return "(?:"
        return "" if match.group().isspace() else match.group()

    return PIECE.sub(piece, pattern)


def run_pattern(rules: Iterable[Rule], characters: Characters, glue: frozenset[str]) -> re.Pattern[str]:
    """Stretches of the characters that patterns know; one without a word that makes a date is passed over quickly."""
    used = {code for rule in rules for code in rule.regex.pattern if ord(code) >= FIRST}
    core = {code for kinds, code in characters.items() if code in used and not kinds <= glue | {PHRASE}}
    rest = "".join(sorted(used - core))
    every = "".join(sorted(used))
    return re.compile(f"(?<![{every}])[{rest}]*+[{''.join(sorted(core))}][{every}]*+")
