"""Markdown: the file's content as it is, and what its front matter (a YAML block between `---` lines) declares."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from loaders.read.content import Content
from loaders.read.decode import composed

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)

KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "site", "outlet"),
    "published": ("date", "published", "pubdate", "created"),
    "url": ("url", "link", "canonical", "permalink"),
}
"""Our key to the keys that writers of front matter use."""


def read_markdown(text: str) -> Content:
    """The text with its front matter in place, and the metadata in it; front matter that is not YAML is text."""
    match = FRONT_MATTER.match(text)
    declared = _parse(match.group(1)) if match else {}
    metadata = {
        ours: composed(str(declared[theirs]))
        for ours, keys in KEYS.items()
        for theirs in reversed(keys)
        if declared.get(theirs) not in (None, "")
    }
    return Content(text, metadata, how="the front matter")


LARGEST_BLOCK = 20_000
"""Characters. Longer front matter is no front matter, and YAML takes a kilobyte of memory for each line of it."""
_ALIAS = re.compile(r"(?m)(?:^|[\s\[,:-])[*&][\w-]")
"""A name for a value, or such a value again: a thousand of them nested are more than any memory holds."""


def _parse(block: str) -> Mapping[str, object]:
    if len(block) > LARGEST_BLOCK or _ALIAS.search(block):
        return {}
    try:
        declared = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    if not isinstance(declared, dict):
        return {}
    return {str(key).casefold(): value for key, value in declared.items() if isinstance(value, str)}
