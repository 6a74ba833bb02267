"""The label at the head of a turn: who speaks, as transcripts of every house write it.

MS. RIVERA: Good morning.                    in capitals, perhaps with an office after a comma
The Prime Minister: It was.                  in small letters
Mr. Konare (Keland) (spoke in French): No.   with what is said of the speaker in brackets
**Mr. Hoyle:** It was.                       in bold
Mr. HOYLE. It was.                           a title and a name before a full stop
Q    Will it?                                a letter for whoever asks
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.layout.words import LayoutWords, layout_words
from loaders.records import Span

CAPITALS, SMALL, STOP, LETTER, ALONE = "capitals", "small", "stop", "letter", "alone"
"""How a label is written; `ALONE` stands on a line of its own without a colon."""

LONGEST_NAME = 60
LONGEST = 140
MOST_WORDS = 8

_OPENING = r"(?:\[[^\]\n]{1,20}\]\s*|\(\d[^)\n]{1,14}\)\s*)?[*_>#•\s–—-]{0,6}"
_BRACKETS = r"(?:\s*[\[(][^()\[\]\n]{1,80}[\])])*"
_LETTER = re.compile(rf"{_OPENING}(?P<name>[QA]\d{{0,3}})(?P<mark>\s*[.:)])?[*_]{{0,3}}(?=\s+\S)")
_BEFORE_COLON = re.compile(
    rf"{_OPENING}(?P<name>[^\W\d_a-z][^:：\n,()\[\]*\d]{{0,{LONGEST_NAME}}}?)(?P<office>,[^:：\n()\[\]*]{{1,{LONGEST}}}?)?"
    rf"(?P<aside>{_BRACKETS})\s*[*_]{{0,3}}\s*[:：][*_]{{0,3}}(?=\s|$)"
)
_BEFORE_STOP = re.compile(
    rf"{_OPENING}(?P<name>(?P<title>[^\W\d_a-z][\w'’-]*)\.?\s+(?:[A-Z][\w'’-]*\.?\s+)?[A-Z][\w'’-]+(?:\s+of\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?)"
    rf"{_BRACKETS}\s*[*_]{{0,3}}\.[*_]{{0,3}}(?:\s*[—–-]+\s*|\s+)(?=[\"“‘'(\[]?[A-Z])"
)
_CAPITALS_STOP = re.compile(
    rf"{_OPENING}(?P<name>[A-Z][A-Z'’-]{{2,}}(?:\s[A-Z][A-Z'’-]+){{0,2}}){_BRACKETS}\.(?:\s*[—–-]+\s*|\s+)(?=[\"“‘'(\[]?[A-Z])"
)
_HOLDER = re.compile(r"\s*[(\[]((?:[^\W\d_a-z][\w.'’-]*\s+){1,3}[^\W\d_a-z][\w'’-]+)[)\]]")
_ON_ITS_LINE = re.compile(
    rf"(?:\d{{1,3}}\.\s+)?[*_#]{{0,3}}(?P<name>(?P<title>[A-Z][\w-]*)\.?\s[A-Z][^\n:.!?,()]{{1,40}}?)(?P<aside>{_BRACKETS})[*_]{{0,3}}"
    rf"(?:[ \t]+[(\[]?\d{{1,2}}:\d\d(?::\d\d)?[)\]]?)?$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks, as written; `name` is without office and brackets, `end` where what is said begins."""

    name: Span
    end: int
    form: str


def read_label(text: str, paragraph: Span, words: LayoutWords) -> Label | None:
    """The label that a paragraph begins with, None where it begins with none."""
    start, end = paragraph
    until = min(end, start + LONGEST + LONGEST_NAME)
    return (
        _letter(text, start, until, words)
        or _before_colon(text, start, until, words)
        or _before_stop(text, start, until, words)
        or (_on_its_line(text, start, end, words) if end - start <= LONGEST_NAME else None)
    )


def opens_turn(text: str, line: Span) -> bool:
    """Whether a line of a wrapped text surely begins with who speaks: in capitals, or with a title in small letters."""
    words = layout_words()
    label = read_label(text, line, words)
    if label is None or label.form == ALONE:
        return False
    title = text[slice(*label.name)].split()[0].casefold().rstrip(".")
    return label.form in (CAPITALS, LETTER) or title in words.label_titles


def _letter(text: str, start: int, end: int, words: LayoutWords) -> Label | None:
    """ "Q" for a question may stand without a mark, before a capital; "A" would be an article."""
    found = _LETTER.match(text, start, end)
    if found is None:
        return None
    name = found["name"].casefold().rstrip("0123456789")
    named = _before_colon(text, found.end() + 1, end, words) if found["name"][1:] and not found["mark"] else None
    if named:
        return named  # "Q12 Ms Mole: …" of a committee numbers the question
    following = text[found.end() :].lstrip()[:1]
    if not found["mark"] and (name not in words.questioners or following.islower()):
        return None
    return Label(found.span("name"), found.end(), LETTER) if name in words.questioners | words.answerers else None


def _before_colon(text: str, start: int, end: int, words: LayoutWords) -> Label | None:
    found = _BEFORE_COLON.match(text, start, end)
    if found is None or found["name"].casefold().strip() in words.notices:
        return None
    written = found["name"] + (found["office"] or "")
    label = Label(_trimmed(text, found.span("name")), found.end(), CAPITALS)
    if written.isupper():
        return label if len(found["name"]) <= LONGEST_NAME else None
    if not found["name"].isupper() and not _is_name(found["name"], words):
        return None
    name = _holder(text, found, words) or label.name
    return Label(name, label.end, CAPITALS if found["name"].isupper() else SMALL)


def _holder(text: str, found: re.Match[str], words: LayoutWords) -> Span | None:
    """The name in the brackets after an office with an article: "The Minister for Dams (Ben Rock)"."""
    holder = _HOLDER.match(text, *found.span("aside"))
    if holder is None or found["name"].split()[0].casefold() not in words.label_articles:
        return None
    return holder.span(1)


def _is_name(written: str, words: LayoutWords) -> bool:
    """Whether all words have a capital but those that join ("The Minister for Trade"), and they are few."""
    parts = re.findall(r"[^\W\d_][\w'’-]*", written)
    if not 0 < len(parts) <= MOST_WORDS or any(mark in written for mark in ';!?“”"|/'):
        return False
    return all(part[0].isupper() or part in words.label_joining for part in parts)


def _before_stop(text: str, start: int, end: int, words: LayoutWords) -> Label | None:
    if capitals := _CAPITALS_STOP.match(text, start, end):
        return Label(capitals.span("name"), capitals.end(), STOP)
    found = _BEFORE_STOP.match(text, start, end)
    if found is None or found["title"].casefold() not in words.label_titles:
        return None
    return Label(found.span("name"), found.end(), STOP)


def _on_its_line(text: str, start: int, end: int, words: LayoutWords) -> Label | None:
    found = _ON_ITS_LINE.match(text, start, end)
    if found is None or not _is_name(found["name"], words) or found["name"].casefold() in words.notices:
        return None
    return Label(_holder(text, found, words) or found.span("name"), found.end(), ALONE)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while end > start and text[end - 1] in " \t*_":
        end -= 1
    return start, end
