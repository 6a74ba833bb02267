"""What the columns of a table are for: by the names that people give them, or as a reader says ("date" is "Datum")."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

COLUMNS = {
    "text": ("text", "full_text", "fulltext", "body", "content", "article", "article_text", "story", "transcript"),
    "published": (
        *("date", "published", "published_at", "publication_date", "pub_date", "pubdate", "day", "datetime"),
        *("timestamp", "created_at", "time", "when"),
    ),
    "title": ("title", "headline", "event", "subject", "what", "name"),
    "publisher": ("publisher", "source", "outlet", "newspaper", "publication", "site", "medium", "media"),
    "url": ("url", "link", "address", "permalink", "href", "web_url"),
    "language": ("language", "lang"),
    "who": ("who", "people", "participants", "actors", "leaders"),
    "place": ("place", "where", "location", "country", "city"),
}
"""What a column is for, by the names that it may have, the likelier first."""
DECLARED = ("title", "publisher", "published", "url")
USES = ("text", "date", "title", "publisher", "url", "language", "who", "place")
"""What a reader can say that a column is for."""
NONE: Mapping[str, str] = MappingProxyType({})
LONGEST = 500
"""Characters of the name of a column."""


def find_columns(names: Sequence[str], mapped: Mapping[str, str] = NONE) -> dict[str, str]:
    """For each use the column that serves it: the one that a reader says, else of several the one whose name is likeliest.

    >>> find_columns(["Headline", "Publication Date", "Body"])
    {'text': 'Body', 'published': 'Publication Date', 'title': 'Headline'}
    >>> find_columns(["Datum", "Body", "Title"], {"date": "Datum", "text": "Title", "place": "Ort"})
    {'text': 'Title', 'published': 'Datum'}
    """
    said = {("published" if use == "date" else use): name for use, name in mapped.items() if name in names}
    by_name = {plain_name(name): name for name in reversed(names) if name not in said.values()}
    found = {use: next((by_name[name] for name in known if name in by_name), None) for use, known in COLUMNS.items()}
    return {use: name for use in COLUMNS if (name := said.get(use) or found[use]) is not None}


def plain_name(name: str) -> str:
    """A name as it is compared: small, with one sign between its words."""
    return "_".join(str(name).strip().casefold().replace("-", " ").replace("_", " ").split())


def say_mapped(mapped: Mapping[str, str]) -> str:
    """What a reader says of columns as one line; empty where he says nothing."""
    kept = {use: mapped[use] for use in USES if mapped.get(use)}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def read_mapped(words: str) -> dict[str, str]:
    """What such a line says; what is no use, or names no column, is left out.

    >>> read_mapped('{"date": "Datum", "mood": "x", "text": 3}'), read_mapped("date")
    ({'date': 'Datum'}, {})
    """
    try:
        said = json.loads(words) if words.strip() else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {
        use: name for use, name in said.items() if use in USES and isinstance(name, str) and 0 < len(name) <= LONGEST
    }
