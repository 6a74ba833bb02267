"""Plain text: the file's content as it is, so that offsets point into the file."""

from __future__ import annotations

from loaders.read.content import Content


def read_plain(text: str) -> Content:
    """The text itself; a text file declares nothing."""
    return Content(text)
