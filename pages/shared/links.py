"""Names, topics, publishers and places as links: wherever they stand, a click filters by them.

The links are plain HTML with an address of their own, for a new tab. A click on one is heard by the whole page (followed.js)
and told by a component (links.js), so that it works inside fragments too, and the page need not be loaded again:

data-follow   a filter ("leaders"), "drop:" and a part of what is chosen, "passage" of a document, an "event", or "go" for a
              page alone
data-value    what to filter by, or the page to go to
data-page     the page where that is shown, where it is not this one
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import get_args
from urllib.parse import urlencode

import streamlit as st

from loaders.query.selection import Facet
from pages.shared import navigation, state
from pages.shared.address import FLAGS, LISTS, LONGEST

KEY = "links"
PAGES = ("timeline", "quotes", "leaders", "topics", "compare", "documents", "add", "review")
ADDRESS_NAME = {facet: name for name, facet in LISTS.items()}
FACETS = frozenset(get_args(Facet))

_listener = st.components.v2.component(
    "dateline_links", html="<i hidden></i>", js=(Path(__file__).parent / "links.js").read_text(encoding="utf-8")
)


def link(facet: str, value: str, words: str, page: str = "") -> str:
    """HTML of a link that filters by a value, here or on another page.

    >>> link("places", "Port A&B", "Port A&B")
    '<a class="dl-link" href="?place=Port+A%26B" data-follow="places" data-value="Port A&amp;B">Port A&amp;B</a>'
    """
    asked = urlencode({ADDRESS_NAME[facet]: value})
    return _anchor(f"{_path(page)}?{asked}", facet, value, words, page)


def links(facet: str, values: Iterable[str], names: Mapping[str, str], page: str = "") -> list[str]:
    """A link for each value, by its name."""
    return [link(facet, value, names.get(value, value), page) for value in values]


def page_link(page: str, words: str) -> str:
    """HTML of a link to a page with what is chosen."""
    return _anchor(_path(page), "go", page, words)


def flag_link(flag: str, words: str, page: str = "") -> str:
    """HTML of a link that sets a filter which is only set or not."""
    return _anchor(f"{_path(page)}?{flag}=1", flag, "1", words, page)


def passage_link(document_id: str, start: int, end: int, words: str) -> str:
    """HTML of a link to a passage of a document."""
    asked = urlencode({"text": document_id, "at": f"{start}-{end}"})
    return _anchor(f"documents?{asked}", "passage", f"{document_id} {start}-{end}", words, "documents")


def event_link(event_id: str, words: str) -> str:
    """HTML of a link to an event on the timeline."""
    return _anchor(f"./?{urlencode({'event': event_id})}", "event", event_id, words, "timeline")


def chip(part: str, value: str, words: str) -> str:
    """HTML of something that is chosen; a click on it takes it away."""
    told = html.escape(words)
    return (
        f'<button type="button" class="dl-chip" data-follow="drop:{part}" data-value="{html.escape(value)}" '
        f'title="Take away: {told}">{told}</button>'
    )


def _path(page: str) -> str:
    return {"": "", "timeline": "./"}.get(page, page)


def _in_collection(href: str) -> str:
    """The address, in the collection that is shown: a new tab knows of no other."""
    slug = state.view("collection") if "view" in st.session_state else ""
    return f"{href}{'&' if '?' in href else '?'}collection={slug}" if slug else href


def _anchor(href: str, name: str, value: str, words: str, page: str = "") -> str:
    where = f' data-page="{page}"' if page else ""
    href = _in_collection(href)
    shown = f'data-follow="{name}" data-value="{html.escape(value)}"{where}>{html.escape(words)}'
    return f'<a class="dl-link" href="{html.escape(href)}" {shown}</a>'


def listen() -> None:
    """Hear the links of this page; once a run, outside of all fragments."""
    with st.container(key="links_heard"):
        _listener(key=KEY, on_followed_change=_follow)


def _follow() -> None:
    followed = dict(st.session_state.get(KEY) or {}).get("followed") or {}
    follow(*(str(followed.get(part) or "") for part in ("name", "value", "page")))


def follow(name: str, value: str, page: str = "") -> None:
    """For a callback: do what a link asks for. Only what the pages themselves offer is done."""
    page = page if page in PAGES else ""
    if len(value) > LONGEST:
        return
    if name == "go" and value in PAGES:
        page = value
    elif name in FACETS and value:
        state.choose(**{name: (value,)})
        state.show(event="", at="")
    elif name in FLAGS:
        state.choose(**{name: True})
        state.show(event="", weight="all")
    elif name == "passage":
        document_id, _, place = value.partition(" ")
        state.show(text=document_id, at=place, page="")
    elif name == "event":
        state.show(event=value)
    elif name.startswith("drop:"):
        _drop(name.removeprefix("drop:"), value)
    if page:
        navigation.go_to(page)


def _drop(part: str, value: str) -> None:
    if part in FACETS:
        state.choose(**{part: tuple(one for one in getattr(state.selection(), part) if one != value)})
    elif part in FLAGS:
        state.choose(**{part: False})
    elif part in ("start", "end"):
        state.choose(**{part: None})
    elif part == "words":
        state.choose(words="")
