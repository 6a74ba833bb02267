"""Where a text has signs of Markdown, and what a reader sees in their place.

Documents keep their text as it is in the file, so that offsets point into it; what shows them leaves the signs out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    start: int
    end: int
    shown: str = ""
    """What stands in its place."""


@dataclass(frozen=True, slots=True)
class Styled:
    start: int
    end: int
    style: str
    """strong, em, code, heading or link."""
    note: str = ""
    """Where a link leads."""


# What stands between two signs is bounded, so that a text full of signs without a second one stays quick to read.
_WORDS = r"(?=\S)((?:[^*_\n]|[*_](?![*_])|\n(?!\s*\n)){1,600}?)(?<=\S)"
BETWEEN = (
    (re.compile(rf"\*\*\*{_WORDS}\*\*\*"), "strong"),
    (re.compile(rf"\*\*{_WORDS}\*\*(?!\*)"), "strong"),
    (re.compile(rf"(?<!\w)__{_WORDS}__(?!\w)"), "strong"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*(?![\w*])"), "em"),
    (re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]{1,300})(?<=\S)_(?![\w_])"), "em"),
    (re.compile(r"(?<![`\w])`([^`'\n]{1,200})`(?![`\w])"), "code"),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)([^\n]*)", re.MULTILINE), "heading"),
    (re.compile(r"<(https?://[^\s<>]{1,1000})>"), "link"),
)
LINK = re.compile(r"(!?\[)([^\[\]\n]{1,300})\]\(([^()\s]{1,1000})(?:[ \t]+\"[^\"\n]{0,300}\")?\)")
ALONE = (
    (re.compile(r"^[ \t]{0,3}>(?:[ \t]?>){0,9}[ \t]?", re.MULTILINE), "│ "),
    (re.compile(r"^[*+][ \t]+(?=[^\s*+])", re.MULTILINE), "• "),
    (re.compile(r"^[ \t]{0,3}([-*_])(?:[ \t]{0,3}\1){2,80}[ \t]*$", re.MULTILINE), "———"),
    (re.compile(r"^[ \t]{0,3}\|(?:[ \t]{0,3}:?-{2,80}:?[ \t]{0,3}\|){1,60}[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"\\(?=[*_#\[\]`])"), ""),
)


def find_signs(text: str) -> tuple[list[Sign], list[Styled]]:
    """The signs in order, none within another, and the words that they style.

    >>> signs, styled = find_signs("The **pact** holds")
    >>> [(sign.start, sign.end) for sign in signs], [(words.start, words.end, words.style) for words in styled]
    ([(4, 6), (10, 12)], [(6, 10, 'strong')])
    """
    signs, styled = [], []
    for pattern, style in BETWEEN:
        for match in pattern.finditer(text):
            signs += [Sign(match.start(), match.start(1)), Sign(match.end(1), match.end())]
            styled.append(Styled(*match.span(1), style))
    for match in LINK.finditer(text):
        signs += [Sign(*match.span(1)), Sign(match.end(2), match.end())]
        styled.append(Styled(*match.span(2), "link", match.group(3)))
    signs += [Sign(*match.span(), shown) for pattern, shown in ALONE for match in pattern.finditer(text)]
    return list(_apart(signs)), styled


def _apart(signs: list[Sign]) -> Iterator[Sign]:
    done = 0
    for sign in sorted(signs, key=lambda sign: (sign.start, -sign.end)):
        if sign.start >= done and sign.end > sign.start:
            done = sign.end
            yield sign


def without_signs(text: str, start: int = 0, end: int | None = None) -> str:
    """The words of `text[start:end]` as a reader sees them; signs are looked for in the whole text.

    >>> without_signs("> The **pact** [holds](https://example.org)")
    '│ The pact holds'
    """
    end = len(text) if end is None else end
    parts, done = [], start
    for sign in find_signs(text)[0]:
        if sign.end > start and sign.start < end:
            parts += [text[done : sign.start], sign.shown if sign.start >= start else ""]
            done = max(done, sign.end)
    return "".join([*parts, text[done:end]])
