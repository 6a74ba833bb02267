"""HTML: the article's text without menus and footers (trafilatura), and what meta tags and JSON-LD declare."""

from __future__ import annotations

import copy
import re
from contextlib import suppress
from datetime import date

import htmldate
import lxml.html
import trafilatura

from loaders.read.content import Content, UnreadableError
from loaders.read.declared import find_declared, says_changed

_MENU = re.compile(r"<nav[\s>]|role=[\"']navigation", re.IGNORECASE)
LATEST = date(2100, 1, 1).isoformat()
"""Given to htmldate in place of today, which no module reads: the same page gives the same date on every day."""


def read_html(source: str) -> Content:
    """The main text of a page, one paragraph a line, with title, publisher, address and published date as declared.

    Raises UnreadableError for a page without a text.
    """
    tree = _parse(source)
    text = _main_text(_without_menus(source)) or _all_text(tree)
    if not text.strip():
        raise UnreadableError("The page holds no text.")
    metadata = _metadata(source, _parse(source))
    title = metadata.get("title", "")
    if title and not text.lstrip().startswith(title):
        text = f"{title}\n\n{text}"
    return Content(text.strip() + "\n", metadata, (tree.get("lang") or "")[:2].lower() or None, "the page's metadata")


def _without_menus(source: str) -> str:
    """The page without its ways through the site, also those that stand within the article: their dates are of other pages."""
    if not _MENU.search(source):
        return source
    tree = _parse(source)
    whole = len(tree.text_content())
    for element in tree.xpath("//body//nav | //body//*[@role='navigation']"):
        # One that nobody closed holds the article too.
        if 2 * len(element.text_content()) < whole:
            element.drop_tree()
    return str(lxml.html.tostring(tree, encoding="unicode"))


def _main_text(source: str) -> str:
    try:
        return (
            trafilatura.extract(
                source,
                include_comments=False,
                include_tables=True,
                favor_recall=True,
                deduplicate=False,
                with_metadata=False,
            )
            or ""
        )
    except (AssertionError, ValueError):  # pages so broken that trafilatura loses its own tree
        return ""


def _parse(source: str) -> lxml.html.HtmlElement:
    try:
        # Bytes, because lxml refuses a str that declares its own encoding.
        return lxml.html.document_fromstring(source.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.ParserError, ValueError) as error:
        raise UnreadableError("The page holds no text.") from error


def _all_text(tree: lxml.html.HtmlElement) -> str:
    for element in tree.xpath("//script | //style | //noscript"):
        element.drop_tree()
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def _metadata(source: str, tree: lxml.html.HtmlElement) -> dict[str, str]:
    with suppress(AssertionError, ValueError):
        return _declared(source, tree)
    return {}


def _declared(source: str, tree: lxml.html.HtmlElement) -> dict[str, str]:
    found = trafilatura.extract_metadata(source, date_config={"max_date": LATEST, "extensive_search": False})
    values = {
        "title": found.title if found else None,
        "publisher": found.sitename if found else None,
        "url": found.url if found else None,
        "published": find_declared(tree) or _date_on_page(tree),
    }
    return {key: value for key, value in values.items() if value}


def _date_on_page(tree: lxml.html.HtmlElement) -> str | None:
    """The date that the page's elements show; scripts, its address and what tells of changes are not asked."""
    tree = copy.deepcopy(tree)
    for element in tree.xpath(
        "//script | //style | //noscript | //link[@rel='canonical'] | //meta[@property='og:url']"
    ):
        element.drop_tree()
    for element in [one for one in tree.iter("time") if says_changed(one)]:
        element.drop_tree()
    found: str | None = htmldate.find_date(tree, original_date=True, extensive_search=False, max_date=LATEST)
    return found
