"""How it reads on screen that a document is a copy of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pages.shared.phrases import count

_OF_ANOTHER = {"republished": "a copy of another document", "translated": "another document in other words"}
_OF_THE_OTHER = {"republished": "a copy of the other", "translated": "the other in other words"}
_OF_A_TITLE = {
    "republished": "Republishes “{}”",
    "translated": "Says the same as “{}” in other words (a translation, or reworded)",
}


def say_copied(document: Mapping[str, Any], beside: Iterable[str] = ()) -> str:
    """That a document is a copy, and of which kind; `beside` are ids of documents on the same page. Empty for none.

    >>> say_copied({"copy_of": "a", "copy_kind": "translated"}, beside=["a", "b"])
    'the other in other words'
    """
    if not document["copy_of"]:
        return ""
    kinds = _OF_THE_OTHER if document["copy_of"] in beside else _OF_ANOTHER
    return kinds[document["copy_kind"]]


def say_copy(document: Mapping[str, Any], original: str) -> str:
    """What a copy is a copy of, by its title, and how that was found.

    >>> say_copy({"copy_kind": "republished", "copy_how": "90% of it stands there"}, "The call")
    'Republishes “The call”: 90% of it stands there'
    """
    return f"{_OF_A_TITLE[document['copy_kind']].format(original)}: {document['copy_how']}"


def say_copies(mentions: Iterable[Mapping[str, Any]]) -> list[str]:
    """How often a source of an event was republished and how often translated; the first account of each is no copy.

    >>> original = {"document_id": "a", "copy_of": None, "copy_kind": None}
    >>> say_copies([original, {"document_id": "b", "copy_of": "a", "copy_kind": "translated"}])
    ['translated 1 time']
    """
    kinds = {mention["document_id"]: (mention["copy_of"], mention["copy_kind"]) for mention in mentions}
    seen = {document_id for document_id, (original, _) in kinds.items() if not original}
    counts: Counter[str] = Counter()
    for original, kind in kinds.values():
        if original in seen:
            counts[kind] += 1
        elif original:
            seen.add(original)
    return [f"{kind} {count(counts[kind], 'time')}" for kind in _OF_ANOTHER if counts[kind]]
