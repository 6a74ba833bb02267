"""Title, publisher and web address of a text: as declared, as labelled in its header, or as its first lines show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from loaders.read.content import Content
from loaders.read.furniture import furniture_of, is_address, is_furniture, is_mail
from loaders.read.lines import Line, foot_lines, head_lines, is_one_of, read_label
from loaders.read.masthead import Outlet, find_outlet, outlet_in
from loaders.read.stamps import find_stamps, is_only_date, names_itself

LONGEST_TITLE = 160
SHORTENED = 80

ADDRESS = re.compile(r"https?://[^\s<>\"'\])]+")
MARKDOWN_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
EMPHASIS = re.compile(r"\*\*(?=\S)([^*]+)\*{0,2}")
LINK_TARGET = re.compile(r"\[[^\]]*\]:\s")
CREDIT = re.compile(r"\(([A-Z][\w./& -]{1,40})\)\s*$")
"""An agency credit in brackets at the end of a paragraph: "(Xinhua/NAN)"."""
OPENING_CREDIT = re.compile(r"^[\W_]*[A-Z]{2}[^()]{0,60}\(([A-Z][\w./& -]{1,40})\)\s*[-–—_]")
"""An agency credit after a dateline: "HAVANA, Nov. 25 (Xinhua) --"."""
SENTENCE_END = re.compile(r"[.。!?！？;:,][\"”’)*]*$")


@dataclass(frozen=True, slots=True)
class Heading:
    title: str | None
    publisher: str | None
    url: str | None


def find_heading(content: Content) -> Heading:
    """What the document is called, who published it and where, each None where nothing says so."""
    head = head_lines(content.text)
    foot = foot_lines(content.text, head)
    labels = _labels(head + foot)
    url = content.metadata.get("url") or _address(labels.get("address", ""), head, foot)
    outlet = find_outlet(head)
    declared = content.metadata.get("title", "")
    title = (declared if not is_furniture(declared) else "") or labels.get("title") or _headline(head, outlet)
    named = outlet.name if outlet else _credit(head, foot)
    if is_address(labels.get("publisher", "")) or is_mail(head):
        labels.pop("publisher", None)  # "From:" names a writer
    labelled = labels.get("publisher", "")
    publisher = content.metadata.get("publisher") or outlet_in(labelled) or labelled or named or _host(url)
    return Heading(title or None, publisher, url)


def _labels(lines: list[Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        label = read_label(line.text)
        if label and label[1]:
            value = MARKDOWN_LINK.sub(r"\1", label[1]).strip(" *_")
            if label[0] == "address" or not ADDRESS.match(value):
                found.setdefault(label[0], value)
    return {kind: value for kind, value in found.items() if len(value) <= LONGEST_TITLE or kind == "address"}


def _headline(head: list[Line], outlet: Outlet | None) -> str | None:
    """The first line where it reads as a headline, else the beginning of the first sentence."""
    furniture = furniture_of(head)
    named = next((line for line in head if _names_itself(line)), None)
    for line in [named] if named else head:
        if line.number in furniture:
            continue
        if outlet and (line is outlet.line or (line.number == outlet.line.number + 1 and find_stamps(line))):
            continue
        if (read_label(line.text) and not _labelled_prose(line.text)) or is_only_date(line):
            continue
        text = _undated(line.text).strip(" #*_=\t")
        if ADDRESS.fullmatch(text.strip("<>")) or sum(map(str.isalpha, text)) < 4:
            continue
        text = EMPHASIS.sub(r"\1", MARKDOWN_LINK.sub(r"\1", text))
        if len(text) <= LONGEST_TITLE and not SENTENCE_END.search(text):
            return text
        return shorten(text)
    return None


def _names_itself(line: Line) -> bool:
    """Whether a line says what the document is and of which day ("Gaggle by the secretary, 16 May 2017")."""
    stamps = find_stamps(line)
    if not stamps or line.text[stamps[-1].found.end :].strip(" *_"):
        return False
    return names_itself(line.text[: stamps[-1].found.start])


def _labelled_prose(line: str) -> bool:
    """A label with a date that runs into the first sentence (" date 2022-11-25 On Friday, …")."""
    return len(_undated(line)) > SHORTENED


def _undated(line: str) -> str:
    label = read_label(line)
    rest = label[1] if label else line
    return re.sub(r"^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\s*", "", rest)


def shorten(text: str, length: int = SHORTENED) -> str:
    """The first words of a text, with an ellipsis where it goes on.

    >>> shorten("The ministers agreed on a plan to share grain and fuel.", 30)
    'The ministers agreed on a plan…'
    """
    if len(text) <= length:
        return text
    cut = text[: length + 1]
    return (cut[: cut.rindex(" ")] if " " in cut else cut[:length]).rstrip(" ,;:-–—") + "…"


def _address(labelled: str, head: list[Line], foot: list[Line]) -> str | None:
    """The labelled address, else one that stands on a line of its own; what a link of the text leads to is another's."""
    for text in (labelled, *(line.text for line in head + foot if not LINK_TARGET.match(line.text))):
        match = ADDRESS.search(text)
        if match and len(text) - len(match.group()) <= 12:
            return match.group().rstrip(".,;")
    return None


def _credit(head: list[Line], foot: list[Line]) -> str | None:
    for line in head:
        match = OPENING_CREDIT.match(line.text)
        if match:
            return match.group(1)
    for line in reversed(foot or head[1:]):
        match = CREDIT.search(line.text)
        if match and (credit := _agency(match.group(1))):
            return credit
    return None


def _agency(words: str) -> str | None:
    """The agency that bracketed words credit, without who took its picture ("Ana Ruiz/AP"); None where they name none."""
    credits = [part.strip() for part in words.split("/")]
    parts = [part for part in credits if not is_one_of("no_publisher", part.strip(" ."))]
    if len(parts) < len(credits):
        return next((known for part in parts if (known := outlet_in(part))), None)
    if not parts or any(map(str.isdigit, words)) or (words.endswith(".") and " " in words):
        return None
    known = outlet_in(parts[-1]) if len(parts) > 1 and not outlet_in(parts[0]) else None
    return known or "/".join(parts)


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # "http://[2001:db8::1" is no address
        return None
    return host.removeprefix("www.") if host else None
