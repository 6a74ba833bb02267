"""What stands on a page and is not its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.furniture import without_furniture


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("---\ntitle: The dam\nimage:\n  file: \"/2016/dec/9.jpg\"\n---\nThe dam broke.", "The dam broke."),
        ("The [dam](https://post.example/2017/04/28/9dec.html) broke.", "The dam broke."),
        ("The [dam](/a_(b)/c \"Dams of May\") broke.", "The dam broke."),
        ("![A dam in May](/2017/a.jpg) The dam broke.", "The dam broke."),
        ("The dam broke.\n\nTags: dams, May 2014", "The dam broke."),
        ("**Filed under:** Dams\n\nThe dam broke.", "The dam broke."),
        ("The dam broke.\n\nNever miss a flood: sign up for our newsletter today!", "The dam broke."),
        ("The dam broke.\n\nRead also: Ten years of dams", "The dam broke."),
        ("The dam broke.\n\nFollow us on all channels.", "The dam broke."),
        ("The [dam][1] broke.\n\n[1]: https://post.example/2017/04/28/dam", "The [dam][1] broke."),
        # What is text stays
        ("[1]: the dam of May 2014", "[1]: the dam of May 2014"),
        ("The dam broke (in May) [again].", "The dam broke (in May) [again]."),
        ("Click here to see the dam on Friday.", "Click here to see the dam on Friday."),
        ("---\n\nThe dam broke.\n\n---", "--- The dam broke. ---"),
        ("Workers can sign up for the fund.", "Workers can sign up for the fund."),
        ("The town has three categories of dams: old, new and lost.", "The town has three categories of dams: old, new and lost."),
    ],
)  # fmt: skip
def test_what_is_left(text: str, left: str) -> None:
    assert " ".join(without_furniture(text).split()) == left


@given(st.text(alphabet='-\n[]()ab: "tags', max_size=120))
def test_nothing_moves(text: str) -> None:
    read = without_furniture(text)
    assert len(read) == len(text)
    assert all(left == was or (left == " " and was != "\n") for left, was in zip(read, text, strict=True))
