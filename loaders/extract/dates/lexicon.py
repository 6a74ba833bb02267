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

from loaders.extract.dates.first_words import first_classes
from loaders.vocabulary import VocabularyError, words

OTHER = "\ue000"
"""The character of every word that no class knows."""
BREAK = "\ue001"
"""The character of a blank line: nothing is read across it."""
FIRST = 0xE002
PHRASE = "phrase"
"""The class of words that a phrase of the lexicon may begin with."""
APOSTROPHES = ("'", "’")

SHAPES: Mapping[str, tuple[str, ...]] = {
    "tiny": ("number", "day", "hour"),
    "tiny two": ("number", "day", "hour", "two_digits"),
    "hour": ("number", "day", "hour", "two_digits"),
    "day": ("number", "day", "two_digits"),
    "two": ("number", "two_digits"),
    "three": ("number",),
    "clock four": ("number", "clock_digits"),
    "year": ("number", "year"),
    "clock year": ("number", "year", "clock_digits"),
    "long": ("number",),
    "grouped": ("grouped",),
    "decimal": ("decimal",),
    "dotted clock": ("decimal", "dotted_clock"),
    "ordinal day": ("ordinal_number", "day", "day_th"),
    "ordinal": ("ordinal_number",),
    "iso": ("iso_date",),
    "numeric date": ("numeric_date",),
    "clock": ("clock",),
    "decade": ("decade",),
    "short_year": ("short_year",),
    "quarter mark": ("quarter_mark",),
    "fiscal year": ("fiscal_year",),
}
"""Shape of a number -> its classes; `tokens` decides the shape."""


@dataclass(frozen=True)
class Rule:
    """One pattern over the characters of words, and the meaning that its captures are read by."""

    name: str
    meaning: str
    regex: re.Pattern[str]
    starts: frozenset[str]
    """The characters that it can begin with."""


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
    rules: tuple[Rule, ...]
    run: re.Pattern[str]
    """Finds the next stretch of words that patterns are made of, with at least one that makes a date."""
    phrase_start: re.Pattern[str]
    """Finds the next word that a phrase may begin with."""
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


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon | None:
    """The compiled words of a language; None for a language that has none yet."""
    source = words(language, "dates")
    return _compile(language, source) if source else None


def _compile(language: str, source: Mapping[str, Any]) -> Lexicon:
    token = _token_pattern(source)
    classes: dict[str, dict[str, Any]] = {name: _as_table(table) for name, table in source["words"].items()}
    classes["holiday"] = dict(source["holidays"])
    for table in classes.values():
        table.update({word + ".": table[word] for word in source["abbreviations"] if word in table})
    written = _written_forms(classes, token)
    characters = _Characters()
    codes = {form: characters.of(kinds) for form, kinds in written.items()}
    shapes = {shape: characters.of(frozenset(kinds)) for shape, kinds in SHAPES.items()}
    members = characters.members()
    values = {name: {_joined(word, token): value for word, value in table.items()} for name, table in classes.items()}
    rules = tuple(_rules(source, members))
    return Lexicon(
        language, codes, _phrases(codes), values, shapes, members, rules,
        _runs(rules, characters, frozenset(source["glue"])), re.compile(f"[{''.join(sorted(members[PHRASE]))}]"),
        _by_start(rules),
        token, _piece_pattern(token), source,
    )  # fmt: skip


class _Characters:
    """Hands out one character for each set of classes."""

    def __init__(self) -> None:
        self._of: dict[frozenset[str], str] = {}

    def of(self, kinds: frozenset[str]) -> str:
        return self._of.setdefault(kinds, chr(FIRST + len(self._of)))

    def items(self) -> Iterable[tuple[frozenset[str], str]]:
        return self._of.items()

    def members(self) -> dict[str, frozenset[str]]:
        kinds = {kind for group in self._of for kind in group}
        return {kind: frozenset(code for group, code in self._of.items() if kind in group) for kind in kinds}


def _as_table(table: Mapping[str, Any] | Iterable[str]) -> dict[str, Any]:
    return {str(k): v for k, v in table.items()} if isinstance(table, Mapping) else {str(word): word for word in table}


def _token_pattern(source: Mapping[str, Any]) -> re.Pattern[str]:
    """What counts as one word; the order of the alternatives matters."""
    ordinal = "|".join(map(re.escape, source["ordinal_suffixes"]))
    decade = "|".join(map(re.escape, source["decade_suffixes"]))
    glued = "|".join(sorted(map(re.escape, _glued(source)), key=len, reverse=True))
    end = r"(?![^\W_])"
    numeric = "|".join(rf"\d{{1,2}}{mark}\d{{1,2}}{mark}(?:\d{{4}}|\d\d)" for mark in ("/", r"\.", "-"))
    year_first = "|".join(rf"\d{{4}}{mark}\d{{1,2}}{mark}\d{{1,2}}" for mark in ("/", r"\."))
    return re.compile(
        rf"""
        (?P<word>[^\W\d_]+{end})
        |(?P<skip>[^\W\d_]+://\S*|[@\#]\w+|[$£€¥]\s?\d[\d,.]*\w*)
        |(?P<iso>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{{1,9}})?)?(?:Z|[+-]\d\d:?\d\d)?)?{end})
        |(?P<numeric_date>(?:{numeric}|{year_first}){end}(?![/.\-]\d))
        |(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?!\d|:\d)(?={glued}|[^\w]|$))
        |(?P<decade>(?:\d{{2,3}}0|[’'‘]\d0)(?:{decade}){end})
        |(?P<short_year>(?<![\w'’‘`])[’'‘]\d\d{end})
        |(?P<ordinal>\d{{1,4}}(?:{ordinal}){end})
        |(?P<grouped>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?{end})
        |(?P<many>\d+(?:[.,:]\d+){{2,}})
        |(?P<decimal>\d+[.,]\d+(?={glued}|[^\w]|$))
        |(?P<integer>\d+(?=(?:{glued}){end}|\W|_|$))
        |(?P<mixed>[^\W_]+)
        |(?P<gap>\n[^\S\n]*\n\s*)
        |(?P<mark>[^\w\s]|_)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _piece_pattern(token: re.Pattern[str]) -> re.Pattern[str]:
    """A word with the blanks before it, so that the pieces of a text make up the whole text."""
    blanks = r"[^\S\n]*(?:\n(?![^\S\n]*\n)[^\S\n]*)?"
    return re.compile(rf"{blanks}(?:{_anonymous(token.pattern)})|\s+", token.flags)


def _glued(source: Mapping[str, Any]) -> list[str]:
    """Words that may follow a number without a space ("7pm", "12hrs")."""
    tables = source["words"]
    return [word for kind in ("unit", "half_day") for word in tables[kind] if word.isalpha() and len(word) > 1]


def _split(phrase: str, token: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(match.group() for match in token.finditer(phrase))


def _joined(phrase: str, token: re.Pattern[str]) -> str:
    return " ".join(_split(phrase, token))


def _written_forms(classes: Mapping[str, Mapping[str, Any]], token: re.Pattern[str]) -> dict[str, frozenset[str]]:
    """Every way in which a word is written, with its classes: an entry in small letters also stands for its capitals."""
    written: dict[str, set[str]] = {}
    for kind, table in classes.items():
        for word in table:
            for form in _capitals(word, _split(word, token)):
                for mark in APOSTROPHES:
                    parts = form.replace("'", mark).split(" ")
                    written.setdefault(" ".join(parts), set()).add(kind)
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


def _rules(source: Mapping[str, Any], members: Mapping[str, frozenset[str]]) -> Iterable[Rule]:
    for name, (meaning, *patterns) in source["patterns"].items():
        for pattern in patterns:
            while MACRO.search(pattern):
                pattern = MACRO.sub(lambda match: source["macros"][match[1]], pattern)
            regex = re.compile(_translate(name, pattern, members))
            starts = frozenset(code for kind in first_classes(pattern) for code in members[kind])
            yield Rule(name, meaning, regex, starts)


MACRO = re.compile(r"\{([A-Z]\w*)\}")
PIECE = re.compile(r"\(\?<?[!=:]|(?P<opens>\w+)=\(|(?:(?P<name>\w+)=)?<(?P<kind>\w+)>|(?P<plain>\()|\s+")


def _by_start(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
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


def _runs(rules: Iterable[Rule], characters: _Characters, glue: frozenset[str]) -> re.Pattern[str]:
    """Stretches of the characters that patterns know; one without a word that makes a date is passed over quickly."""
    used = {code for rule in rules for code in rule.regex.pattern if ord(code) >= FIRST}
    core = {code for kinds, code in characters.items() if code in used and not kinds <= glue | {PHRASE}}
    rest = "".join(sorted(used - core))
    every = "".join(sorted(used))
    return re.compile(f"(?<![{every}])[{rest}]*+[{''.join(sorted(core))}][{every}]*+")


def _anonymous(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
