"""The topics of a collection itself, beside those of the vocabulary: a file that a reader can edit, found in all its documents.

    data/built/topics.yaml     in the form of data/vocabulary/topics.yaml: id -> label, and terms by language

A topic with the id of one of the vocabulary adds to its terms. laid_topics.py finds them in documents.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from loaders.files import replace_file
from loaders.tables.schema import stable_id
from loaders.vocabulary import Topic, VocabularyError, read_topics

NAME = "topics.yaml"
MOST, MOST_TERMS, LONGEST = 100, 60, 60
HEAD = """# Topics of this collection: words that show them, by language, in lower case; a trailing * stands for any ending.
# What is changed here is found in all documents after the next build.
"""

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


def add_topic(folder: Path, label: str, terms: Sequence[str], language: str = "en") -> str:
    """Write a topic into the file of a collection; gives its id. One of the same label takes the old one's place.

    Raises VocabularyError where it has no name or no words, or what stands in the file is wrong; the file stays then.
    """
    label = " ".join(label.split())[:LONGEST]
    words = list(dict.fromkeys(" ".join(term.casefold().split()) for term in terms if term.strip(" *")))
    if not label or not words:
        raise VocabularyError("A topic needs a name, and words that show it.")
    if len(words) > MOST_TERMS or any(len(word) > LONGEST for word in words):
        raise VocabularyError(f"A topic has up to {MOST_TERMS} words, each of up to {LONGEST} letters.")
    own = read_own_topics(folder)
    key = next((one for one, topic in own.items() if topic.label.casefold() == label.casefold()), _id_of(label))
    if len(own) >= MOST and key not in own:
        raise VocabularyError(f"A collection has up to {MOST} topics of its own.")
    before = own[key].terms if key in own else {}
    _write(folder, own | {key: Topic(key, label, {**before, language: tuple(words)})})
    return key


def remove_topic(folder: Path, topic_id: str) -> None:
    """Take a topic out of the file of a collection."""
    _write(folder, {key: topic for key, topic in read_own_topics(folder).items() if key != topic_id})


def _id_of(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label.casefold()).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall("[a-z0-9]+", plain))
    return stem or f"topic-{stable_id('topic', label)[:8]}"


def _write(folder: Path, topics: Topics) -> None:
    rows = {
        key: {"label": topic.label, "terms": {language: list(words) for language, words in topic.terms.items()}}
        for key, topic in sorted(topics.items())
    }
    data = yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=110) if rows else ""
    replace_file(folder / NAME, (HEAD + data).encode())
