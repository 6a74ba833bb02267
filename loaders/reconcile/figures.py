"""Figures that accounts of one event give: 59 in favour in one, 58 in another."""

from __future__ import annotations

import re

import pandas as pd

_FIGURE = re.compile(r"(?<![\w.,-])(\d{1,3}(?:[,.]\d{3})*|\d+)(?![\w-])(?:\s+(?:[^\W\d_]+\s+){0,1}?([^\W\d_]{3,}))?")


def figures_differ(accounts: pd.DataFrame) -> bool:
    """Whether two documents count the same thing (the word after the figure) and come to different figures."""
    seen: dict[str, dict[str, set[str]]] = {}
    for document_id, sentence, date_text in zip(
        accounts["document_id"], accounts["sentence"], accounts["date_text"], strict=True
    ):
        for figure, thing in _FIGURE.findall(str(sentence).replace(str(date_text) or "\0", " ")):
            if thing:
                seen.setdefault(thing.casefold(), {}).setdefault(document_id, set()).add(re.sub(r"[,.]", "", figure))
    return any(len(by_document) > 1 and not set.intersection(*by_document.values()) for by_document in seen.values())
