"""The topics of a collection itself, laid on the rows of documents as they were read: a further one has nothing read anew."""

from __future__ import annotations

from dataclasses import replace

from loaders.decisions.additions import topics_within
from loaders.extract.topics import find_topics
from loaders.own_topics import Topics
from loaders.rows import Row, Rows
from loaders.tables.schema import stable_id
from loaders.vocabulary import Vocabulary

HOW = "a term of this topic"


def lay_topics(rows: Rows, topics: Topics, vocabulary: Vocabulary) -> Rows:
    """The rows of a document with what shows further topics in it; the rows that are given stay as they are."""
    [document] = rows["documents"]
    if not topics or document["status"] == "failed":
        return rows
    text, document_id = str(document["text"]), document["document_id"]
    known = {row["annotation_id"] for row in rows["annotations"]}
    found: list[Row] = []
    for topic in find_topics(text, replace(vocabulary, topics=topics), str(document["language"])):
        key = stable_id("annotation", document_id, "topic", topic.start, topic.end, topic.topic_id)
        row = {"annotation_id": key, "document_id": document_id, "start": topic.start, "end": topic.end}
        row |= {"text": topic.text, "kind": "topic", "value": topic.topic_id, "how": HOW, "placed": True}
        if key not in known:
            found.append(row)
    if not found:
        return rows
    annotations = sorted(
        [*rows["annotations"], *found], key=lambda row: (row["start"], row["end"], row["annotation_id"])
    )
    return {
        **rows,
        "annotations": annotations,
        "mentions": [_with_topics(row, found, "sentence") for row in rows["mentions"]],
        "quotes": [_with_topics(row, found, "statement") for row in rows["quotes"]],
    }


def _with_topics(row: Row, found: list[Row], told: str) -> Row:
    more = topics_within(found, int(row[f"{told}_start"]), int(row[f"{told}_end"]))  # type: ignore[call-overload]
    return row | {"topics": list(dict.fromkeys([*row["topics"], *more]))} if more else row  # type: ignore[misc]
