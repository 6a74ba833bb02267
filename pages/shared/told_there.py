"""What a document tells, beside its text: an event a line, with its date, each a link to the passage that tells it."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd

from pages.shared.links import passage_link
from pages.shared.phrases import count, say_when

MOST = 200
"""Events of one document that are listed."""


def told_html(mentions: pd.DataFrame) -> str:
    """The accounts of a document in order of time, as HTML."""
    rows = mentions.sort_values(["start", "end", "sentence_start"], kind="stable").to_dict("records")
    lines = "".join(_line(row) for row in rows[:MOST])
    more = f"<p>and {len(rows) - MOST:,} more</p>" if len(rows) > MOST else ""
    return f'<div class="dl-there"><h3>{count(len(rows), "event")} told there</h3><ol>{lines}</ol>{more}</div>'


def _line(row: dict[str, Any]) -> str:
    when = say_when(row["start"], row["end"], row["precision"])
    told = passage_link(row["document_id"], row["sentence_start"], row["sentence_end"], row["line"] or row["sentence"])
    return f"<li><span>{html.escape(when[:1].upper() + when[1:])}</span> {told}</li>"
