"""The topics of a collection itself, beside those of the vocabulary: a file that a reader can edit, found in all its documents.

    data/built/topics.yaml     in the form of data/vocabulary/topics.yaml: id -> label, and terms by language

A topic with the id of one of the vocabulary adds to its terms. laid_topics.py finds them in documents.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from loaders.vocabulary import Topic, read_topics

NAME = "topics.yaml"

Topics = Mapping[str, Topic]


def read_own_topics(folder: Path) -> dict[str, Topic]:
    """The topics of a collection; none where it has no such file. Raises VocabularyError where an entry is wrong."""
    path = folder / NAME
    if not path.exists() or not _without_comments(path):
        return {}
    return read_topics(path)


def _without_comments(path: Path) -> str:
    """What a file says; bytes that are no text are told by whoever reads it."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return "".join(line.strip() for line in lines if not line.lstrip().startswith("#"))


def topics_version(folder: Path) -> str:
    """A hash of the file; empty without one."""
    try:
        return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()[:20]
    except OSError:
        return ""
