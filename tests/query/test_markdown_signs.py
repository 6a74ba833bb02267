"""What a reader sees of a text with Markdown in it, and which signs of other texts stay as they are."""

import itertools

import pytest

from loaders.query.markdown_signs import find_signs, without_signs


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("The **harbour** opens", "The harbour opens"),
        ("The __harbour__ opens", "The harbour opens"),
        ("**Rama said the gates\nstay open**", "Rama said the gates\nstay open"),
        ("**港口**开放", "港口开放"),
        ("an *open* gate, a _closed_ one", "an open gate, a closed one"),
        ("***both*** of them", "both of them"),
        ("# Harbour pact\n\n## Next", "Harbour pact\n\nNext"),
        ("> “We agree,” she said", "│ “We agree,” she said"),
        ("> > older", "│ older"),
        ("see [the pact](https://example.org/a_b) now", "see the pact now"),
        ('![A ship](ship.png "At sea") leaves', "A ship leaves"),
        ("see <https://example.org/a_b>", "see https://example.org/a_b"),
        ("* first\n* second", "• first\n• second"),
        ("the `gate` rule", "the gate rule"),
        ("one\n\n***\n\ntwo", "one\n\n———\n\ntwo"),
        ("| Port | Ships |\n|------|------:|\n| Bar | 12 |", "| Port | Ships |\n\n| Bar | 12 |"),
        ("a \\*star\\*", "a *star*"),
    ],
)
def test_signs_are_not_seen(text: str, seen: str) -> None:
    assert without_signs(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 = 24",
        "a snake_case_name and an_other",
        "#harbour is open",
        "profits < 5 and > 3",
        "* a footnote* and 5* hotels",
        "the years [1960] (a guess)",
        "`quoted' in the old way, `twice'",
        "- Ana: yes\n- Ben: no",
        "a gap ** stays ** as it is",
    ],
)
def test_what_only_looks_like_a_sign_stays(text: str) -> None:
    assert without_signs(text.removeprefix("* ")) == text.removeprefix("* ")


def test_signs_are_apart_and_in_order() -> None:
    signs, _ = find_signs("> **a *b* c** [**d**](e) \\*\n***\n# *f*")
    assert all(one.end <= other.start for one, other in itertools.pairwise(signs))


@pytest.mark.parametrize(
    "piece", ["**a ", "*a", "_a ", "[a", "](a", "> ", "`a", "| - ", "__a ", "*\n", "![", "<https://"]
)
def test_a_text_full_of_signs_is_read_in_time_that_grows_with_it(piece: str) -> None:
    find_signs(piece * 20_000)
