"""A quote as one pastes it into a text, with where it comes from."""

from __future__ import annotations

import pandas as pd

from pages.shared.phrases import say_date, say_published
from pages.shared.statements import Row, say_statement


def cite(quote: Row, speaker: str) -> str:
    """The words with speaker, day, document, publisher, its date and address, ready to paste; says where they are reported."""
    source = [quote["document_title"], quote["publisher"], say_published(quote["published"]), quote["url"]]
    said = [speaker]
    if pd.notna(quote["said_start"]):
        said.append(say_date(quote["said_start"], quote["said_end"], quote["said_precision"]))
    how = " (reported, not word for word)" if quote["kind"] == "indirect" else ""
    return f"{say_statement(quote)}\n— {', '.join(said)}{how}. In: {', '.join(str(part) for part in source if part)}."
