"""Marks in text, with the signs of Markdown left out: no mark loses or gains a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.query.markdown_signs import without_signs
from pages.shared.marked_text import Mark, mark_text

TEXT = "# News\n\nThe **Rama pact** of *3 May* [holds](https://example.org)."


def mark(words: str, kind: str = "date") -> Mark:
    return Mark(TEXT.index(words), TEXT.index(words) + len(words), kind)


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([], '<span class="strong">Rama pact</span> of <span class="em">3 May</span>'),
        ([mark("3 May")], '<mark class="date"><span class="em">3 May</span></mark>'),
        ([mark("**Rama pact**", "leader")], '<mark class="leader"><span class="strong">Rama pact</span></mark> of'),
        (
            [mark("pact** of", "quote")],
            '<mark class="quote"><span class="strong">pact</span></mark><mark class="quote"> of</mark>',
        ),
        ([], '<span class="link" title="https://example.org">holds</span>.'),
        ([], '<span class="heading">News</span>\n'),
    ],
)
def test_signs_are_shown_as_what_they_mean(marks, shown):
    assert shown in mark_text(TEXT, marks)


def test_a_part_knows_the_signs_that_begin_before_it():
    start, end = TEXT.index("pact"), TEXT.index("* [")
    assert mark_text(TEXT, [], start, end) == '<span class="strong">pact</span> of <span class="em">3 May</span>'


@given(
    st.text(alphabet="a*_#>[](`\n| ", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_marks_change_no_word(text, spans):
    marks = [Mark(start, end, "date") for start, end in spans if start < end <= len(text)]
    shown = re.sub(r"<[^>]+>", "", mark_text(text, marks)).replace("&gt;", ">")
    assert shown == without_signs(text)
