"""What a block can be, and the kinds that are told by a sign at its head or by its shape alone."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.layout.words import layout_words
from loaders.records import Span

TITLE, BYLINE, DATELINE, CAPTION, FURNITURE = "title", "byline", "dateline", "caption", "furniture"
HEADING, ROW, ITEM, QUOTED, FOOTNOTE, PARAGRAPH = "heading", "row", "item", "quoted", "footnote", "paragraph"
HEAD, MAIL, ENTRY_HEAD, ENTRY, TURN, QUESTION = "mail head", "mail", "entry head", "entry", "turn", "question"

HEADS = frozenset({TITLE, HEADING, HEAD, ENTRY_HEAD})
"""Under these other blocks stand."""
LONGEST_TITLE = 160
"""Characters."""
LONGEST_BYLINE = 15
"""A byline has fewer words ("Reporting by Ana Ruiz in Lyon; editing by Juan Paz")."""
BYLINE_OPENS = 3
"""Its “by” is among so many words at its start."""

FEWEST, SMALL = 4, 3
"""A headline has so many words at least, and words of so many letters may be small in it."""

_SIGNS = (
    (HEADING, re.compile(r"#{1,6}[ \t]")),
    (ROW, re.compile(r"\|")),
    (FOOTNOTE, re.compile(r"\[\^?\d{1,3}\]:?\s|\^\s|[¹²³⁴-⁹]{1,3}\s?\S")),
    (ITEM, re.compile(r"[*•·‣+-][ \t]+\S|\d{1,3}[.)][ \t]+\S")),
    (QUOTED, re.compile(r">")),
)
_SENTENCE_END = re.compile(r"[.。!?！？;:,…][\"”’)*]*$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LABEL = re.compile(r"[^\W\d_][\w ]{0,24}:\s")


def kind_by_sign(text: str, span: Span) -> str:
    """What the sign at the head of a paragraph makes of it."""
    return next((kind for kind, sign in _SIGNS if sign.match(text, *span)), PARAGRAPH)


def is_title(paragraph: str) -> bool:
    """Whether a first paragraph is what the text is called: short, no sentence, no label with its value."""
    return (
        len(paragraph) <= LONGEST_TITLE
        and not _SENTENCE_END.search(paragraph)
        and not _LABEL.match(paragraph)
        and sum(map(str.isalpha, paragraph)) > 3
    )


def is_headline(paragraph: str) -> bool:
    """Whether all longer words of a short paragraph begin with a capital.

    >>> is_headline("Mayor Backs Plan for Pier"), is_headline("The mayor backs a plan for a pier")
    (True, False)
    """
    if len(paragraph) > LONGEST_TITLE:
        return False
    words = _WORD.findall(paragraph)
    long = [word for word in words if len(word) > SMALL]
    return (
        len(words) >= FEWEST and len(long) > 1 and all(word[0].isupper() for word in long) and not paragraph.isupper()
    )


def is_byline(paragraph: str) -> bool:
    """Whether a short paragraph opens with “by” and a capital, and ends without a full stop."""
    words = paragraph.split(maxsplit=LONGEST_BYLINE)
    if not words or len(words) >= LONGEST_BYLINE or paragraph[-1] in ".。":
        return False
    pairs = list(pairwise(words))[:BYLINE_OPENS]
    return any(word.casefold() in layout_words().bylines and following[0].isupper() for word, following in pairs)
