"""What counts as one word, and what a number may be by its shape alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

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
    "roman year": ("roman_year",),
    "roman date": ("roman_date",),
    "iso": ("iso_date",),
    "numeric date": ("numeric_date",),
    "clock": ("clock",),
    "decade": ("decade",),
    "short_year": ("short_year",),
    "quarter mark": ("quarter_mark",),
    "quarter year": ("quarter_year",),
    "fiscal year": ("fiscal_year",),
}
"""Shape of a number -> its classes; `tokens` decides the shape."""


def token_pattern(source: Mapping[str, Any]) -> re.Pattern[str]:
    """One word, the name of its group being its kind; the order of the alternatives matters."""
    ordinal = "|".join(map(re.escape, source["ordinal_suffixes"]))
    old = source.get("old_ordinals", {"suffix": "", "numbers": []})
    older = f"(?:{'|'.join(map(str, old['numbers']))})(?-i:{old['suffix']})" if old["numbers"] else "(?!)"
    decade = "|".join(map(re.escape, source["decade_suffixes"]))
    glued = "|".join(sorted(map(re.escape, _glued(source)), key=len, reverse=True))
    end = r"(?![^\W_])"
    # days of history that are called by their figures; the empty look-ahead matches nothing where there are none
    named = "|".join(re.escape(name) for name in source["holidays"] if name[:1].isdecimal()) or "(?!)"
    numeric = "|".join(rf"\d{{1,2}}{mark}\d{{1,2}}{mark}(?:\d{{4}}|\d\d)" for mark in ("/", r"\.", "-"))
    year_first = "|".join(rf"\d{{4}}{mark}\d{{1,2}}{mark}\d{{1,2}}" for mark in ("/", r"\.", "-"))
    roman = "|".join(rf"\d{{1,2}}{mark}\s?[IVX]{{1,4}}{mark}\s?\d{{4}}" for mark in ("/", r"\.", "-"))
    return re.compile(
        rf"""
        (?P<word>[^\W\d_]++{end})
        |(?P<named>(?<![\d/.\-])(?:{named})(?![/.\-]?\d){end})
        |(?P<skip>[^\W\d_]+://\S*|[@\#]\w+|[$£€¥]\s?\d[\d,.]*\w*)
        |(?P<iso>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{{1,9}})?)?(?:Z|[+-]\d\d:?\d\d)?)?{end})
        |(?P<numeric_date>(?:{numeric}|{year_first}){end}(?![/.\-]\d))
        |(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?!\d|:\d)(?={glued}|[^\w]|$))
        |(?P<decade>(?:\d{{1,3}}0|[’'‘]\d0)(?:{decade}){end})
        |(?P<short_year>(?<![\w'’‘`])[’'‘]\d\d{end})
        |(?P<ordinal>(?:\d{{1,4}}(?:{ordinal})|{older}){end})
        |(?P<roman_date>(?:{roman}){end})
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


def piece_pattern(token: re.Pattern[str]) -> re.Pattern[str]:
    """A word with the blanks before it, so that the pieces of a text make up the whole text."""
    blanks = r"[^\S\n]*+(?:\n(?![^\S\n]*\n)[^\S\n]*+)?+"
    return re.compile(rf"{blanks}(?:{anonymous(token.pattern)})|\s+", token.flags)


def _glued(source: Mapping[str, Any]) -> list[str]:
    """Words that may follow a number without a space ("7pm", "12hrs", "26nov")."""
    tables = source["words"]
    return [word for kind in ("unit", "half_day", "month") for word in tables[kind] if word.isalpha() and len(word) > 1]


def anonymous(pattern: str) -> str:
    """A regular expression without its named groups."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
