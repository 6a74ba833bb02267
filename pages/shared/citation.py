"""A quote as one pastes it into a text, with where it comes from."""

from __future__ import annotations

import html

import pandas as pd

from loaders.query.markdown_signs import without_signs
from pages.shared.phrases import say_date, say_published
from pages.shared.statements import Row, say_statement


def cite_sentence(mention: Row) -> str:
    """A sentence of a document, word for word, with where it stands."""
    source = [mention["document_title"], mention["publisher"], say_published(mention["published"]), mention["url"]]
    # Marks within marks are single ones.
    words = " ".join(without_signs(mention["sentence"]).split()).translate({0x201C: "‘", 0x201D: "’"})
    return f"“{words}”\n— {', '.join(str(part) for part in source if part)}."


def copy_button(words: str) -> str:
    """HTML of a button that copies words (live.js)."""
    held = html.escape(words).replace("\n", "&#10;")
    return f'<button type="button" class="dl-copy" data-do="copy" data-words="{held}">Copy with citation</button>'


def cite(quote: Row, speaker: str) -> str:
    """The words with speaker, day, document, publisher, its date and address, ready to paste; says where they are reported."""
    source = [quote["document_title"], quote["publisher"], say_published(quote["published"]), quote["url"]]
    said = [speaker]
    if pd.notna(quote["said_start"]):
        said.append(say_date(quote["said_start"], quote["said_end"], quote["said_precision"]))
    how = " (reported, not word for word)" if quote["kind"] == "indirect" else ""
    return f"{say_statement(quote)}\n— {', '.join(said)}{how}. In: {', '.join(str(part) for part in source if part)}."
