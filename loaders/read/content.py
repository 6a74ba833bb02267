"""What a reader of one format gives: the text and what the format itself says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class UnreadableError(ValueError):
    """The file holds no text that can be read; the message is for the reader of the page."""


@dataclass(frozen=True, slots=True)
class Content:
    """`metadata` holds what the format declares, by these keys: title, publisher, published, url.

    An empty title says that the text has none, and not its first line either: the file's name is it.
    """

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    how: str = ""
    """Where the metadata stood, in plain words."""
    part: str = ""
    """Which of the documents in the file it is ("message 3"); empty where there is one."""
