"""Documents of one story, and what of it they tell alike in words and of kinds of their own."""

from __future__ import annotations

from itertools import permutations

import pandas as pd

from loaders.extract.document import extract
from loaders.reconcile import group_mentions
from loaders.reconcile.stories import find_stories
from loaders.records import Document
from loaders.rows import make_rows
from loaders.tables.conform import frame
from loaders.tables.schema import DOCUMENTS, MENTIONS
from loaders.vocabulary import FOLDER, load_vocabulary

FERRY, QUAY, BAKERY = (
    (
        "Ferry Halden runs aground off Norvik",
        "The ferry Halden ran aground off Norvik late Tuesday with 140 passengers aboard. Rescuers brought everybody ashore "
        "in lifeboats. The harbourmaster of Norvik, Tove Lindahl, blamed a broken rudder. Divers will inspect the hull of the "
        "Halden, and salvage tugs from Bergvik are on their way to the reef.",
    ),
    (
        "Passengers rescued from stranded Norvik ferry",
        "Lifeboats took 140 passengers off the stranded ferry Halden on Tuesday evening. Its rudder had jammed on the way into "
        "Norvik, said harbourmaster Tove Lindahl. The Halden lies on a reef; tugs from Bergvik shall drag her free, and divers "
        "examine the hull.",
    ),
    (
        "Sourdough festival draws bakers to Weissbach",
        "Bakers from six valleys showed their rye loaves in Weissbach on Tuesday. The jury of the sourdough festival tasted 140 "
        "loaves and gave the golden peel to Anselm Gruber, whose leaven is said to be older than the mill.",
    ),
)


def papers(*days: str) -> pd.DataFrame:
    texts = (FERRY, QUAY, BAKERY)
    rows = [
        {
            "document_id": name,
            "title": title,
            "text": text,
            "language": "en",
            "published": pd.Timestamp(day),
        }
        for name, day, (title, text) in zip("abc", days, texts, strict=True)
    ]
    return pd.DataFrame(rows)


def test_documents_of_one_story() -> None:
    found = find_stories(papers("2024-05-08", "2024-05-09", "2024-05-08"), FOLDER)
    assert [tuple(pair) for pair in found[["left", "right"]].to_numpy()] == [(0, 1)]


def test_a_year_later_it_is_another_story() -> None:
    assert find_stories(papers("2024-05-08", "2025-05-09", "2024-05-08"), FOLDER).empty


def test_a_language_without_common_words_has_no_stories() -> None:
    assert find_stories(papers("2024-05-08", "2024-05-09", "2024-05-08").assign(language="xx"), FOLDER).empty


def test_two_reports_are_one_event_in_any_order() -> None:
    vocabulary = load_vocabulary()
    tables = []
    for row in papers("2024-05-08", "2024-05-09", "2024-05-08").to_dict("records"):
        document = Document(
            row["document_id"], row["document_id"], row["text"], row["title"], published=row["published"]
        )
        tables.append(make_rows(extract(document, vocabulary), vocabulary))
    seen = []
    for order in permutations(tables):
        documents = frame(DOCUMENTS, [row for table in order for row in table["documents"]])
        mentions = frame(MENTIONS, [row for table in order for row in table["mentions"]])
        grouped, _ = group_mentions(mentions, documents, vocabulary)
        events = grouped.groupby("document_id")["event_id"].agg(set)
        assert events["a"] & events["b"]
        assert not (events["a"] | events["b"]) & events.get("c", set())
        seen.append(grouped.set_index("mention_id")["event_id"].to_dict())
    assert all(events == seen[0] for events in seen)
