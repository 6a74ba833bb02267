"""The published date that a page declares: meta tags, JSON-LD, and a time element with the words in it.

What only says when a page was changed, when its library was made or what its address counts is no publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

import lxml.html

from loaders.read.lines import Line
from loaders.read.stamps import LONGEST, find_stamps

META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "publicationdate",
    "published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "article.published",
    "datecreated",
)
"""Names of meta tags in order of trust, without case."""
KEYS = ("datePublished", "uploadDate", "dateCreated")
CHANGED = re.compile(r"modif|updat|chang|edit", re.IGNORECASE)
LABELLED = re.compile(r"[^\W\d_][^\d]{3,24}\d")
"""A label before a figure: only of such lines it is asked whether it is one."""
MOST_PARTS = 8
"""Elements within one that only says when a page was published and changed."""
DEEPEST = 8
"""Levels of JSON that are looked through."""


def find_declared(tree: lxml.html.HtmlElement) -> str | None:
    """The published date as the page writes it, None where it declares none."""
    return next((words for words in _candidates(tree) if any(map(str.isdigit, words))), None)


def _candidates(tree: lxml.html.HtmlElement) -> Iterator[str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            found.setdefault((element.get(attribute) or "").casefold(), element.get("content") or "")
    values = list(_linked_data(tree))
    yield from (found[name] for name in META[:2] if found.get(name))
    yield from (value for key, value in values if key == KEYS[0])
    yield from (found[name] for name in META if found.get(name))
    yield from (value for _, value in values)
    yield from _timed(tree)
    yield from _labelled(tree)


def _linked_data(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("script"):
        if "ld+json" in (element.get("type") or ""):
            try:
                yield from _dates_in(json.loads(element.text or ""), 0)
            except (ValueError, RecursionError):
                continue


def _dates_in(value: object, depth: int) -> Iterator[tuple[str, str]]:
    """What is said of the page itself comes before what is said of its parts."""
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        yield from ((key, value[key]) for key in KEYS if isinstance(value.get(key), str))
        for inner in value.values():
            yield from _dates_in(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _dates_in(inner, depth + 1)


def _timed(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """The words of a time element that says when the page was changed, where they name an earlier day too."""
    for element in tree.iter("time"):
        if says_changed(element):
            line = Line(0, " ".join(element.text_content().split()), 1)
            yield from (stamp.found.text for stamp in find_stamps(line) if stamp.kind in ("published", "bare"))


def _labelled(tree: lxml.html.HtmlElement) -> Iterator[str]:
    """A date that a short element calls the published one: beside one of a change, else the only one of the page."""
    alone: dict[date, str] = {}
    for element in tree.iter("p", "span", "div", "time", "li", "small"):
        if sum(1 for _ in islice(element.iter(), MOST_PARTS + 1)) > MOST_PARTS:
            continue  # holds more of the page
        text = " ".join(element.text_content().split())
        changed = CHANGED.search(text)
        if len(text) >= LONGEST or not (changed or LABELLED.match(text)):
            continue
        found = [one.found for one in find_stamps(Line(0, text, 1)) if one.kind == "published"]
        if changed:
            yield from (one.text for one in found)
        else:
            alone.update((one.interval[0].date(), one.text) for one in found if one.interval)
    if len(alone) == 1:
        yield from alone.values()


def says_changed(element: lxml.html.HtmlElement) -> bool:
    """Whether an element tells when the page was changed."""
    return bool(CHANGED.search(f"{element.get('itemprop') or ''} {element.get('class') or ''}"))
