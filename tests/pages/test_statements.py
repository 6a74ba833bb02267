"""One statement, however many of its words were in marks."""

from __future__ import annotations

import pytest

from pages.shared.statements import Row, group_statements, say_statement, statement_html

STATEMENT = "it was “bad” but <far> from “lost”"


def row(text: str, kind: str = "mixed", statement: str = STATEMENT, at: int = 100) -> Row:
    start = at + statement.index(text)
    return {
        "document_id": "d",
        "kind": kind,
        "text": text,
        "start": start,
        "end": start + len(text),
        "statement": statement,
        "statement_start": at,
        "statement_end": at + len(statement),
    }


BAD, LOST = row("bad"), row("lost")
WHOLE = row("We agree.", "direct", "We agree.", at=300)
REPORTED = row("it will stand", "indirect", "it will stand", at=400)
PARTED = row("It", "indirect", "It, he said, stands")
FOUND_ALONE = row("a giant", "mixed", "a giant", at=500)


def test_the_rows_of_one_statement_stand_together():
    assert group_statements([BAD, WHOLE, LOST, REPORTED]) == [[BAD, LOST], [WHOLE], [REPORTED]]


@pytest.mark.parametrize(
    ("group", "shown", "cited"),
    [
        ([WHOLE], "“We agree.”", "“We agree.”"),
        ([REPORTED], "it will stand", "it will stand"),
        ([FOUND_ALONE], "“a giant”", "“a giant”"),
        ([PARTED, row("stands", "indirect", PARTED["statement"])], "It, he said, stands", "It, he said, stands"),
        (
            [LOST, BAD],
            'it was “<b class="dl-word">bad</b>” but &lt;far&gt; from “<b class="dl-word">lost</b>”',
            STATEMENT,
        ),
    ],
)
def test_words_in_marks_are_set_off(group, shown, cited):
    assert (statement_html(group), say_statement(group[0])) == (shown, cited)


def test_the_quotes_page_shows_the_whole_statement(open_page):
    assert 'that both would “<b class="dl-word">keep talking</b>” soon' in "".join(
        str(block.proto.body) for block in open_page("full", "quotes").get("html")
    )


def test_a_statement_is_read_without_signs_of_markdown():
    bold = row("fair", statement="that **it** was “fair” to _all_")
    assert statement_html([bold]) == 'that it was “<b class="dl-word">fair</b>” to all'
    assert say_statement(bold) == "that it was “fair” to all"
