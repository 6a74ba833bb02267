"""The printed page on which a place of a text stands."""

from __future__ import annotations

from loaders.records import PAGE


def page_of(text: str, offset: int) -> int | None:
    """The number of the page, from 1; None for a text without pages.

    >>> page_of("one\\n\\ftwo", 5), page_of("one", 1)
    (2, None)
    """
    return 1 + text.count(PAGE, 0, offset) if PAGE in text else None
