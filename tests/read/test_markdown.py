"""Markdown: the text stays as it is, and the front matter tells what it declares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read import Source, read_documents
from loaders.read.markdown import read_markdown


@pytest.mark.parametrize(
    ("front", "metadata"),
    [
        ("title: Rice and ships\ndate: 2021-03-03", {"title": "Rice and ships", "published": "2021-03-03"}),
        ('title: "Rice: ships"\nsource: Coast Courier', {"title": "Rice: ships", "publisher": "Coast Courier"}),
        (
            "Date: 2021-03-03 18:28\nURL: https://c.example/1",
            {"published": "2021-03-03 18:28", "url": "https://c.example/1"},
        ),
        ("headline: Rice\ntitle: Ships", {"title": "Ships"}),
        ("published: 2021-03-03\ndate: 2020-01-01", {"published": "2020-01-01"}),
        ("title:\ndate: ''", {}),
        ("tags: [a, b]", {}),
        ("- a\n- b", {}),
        ("title: [unclosed", {}),
        ("title: {a: b}: c", {}),
        ("", {}),
    ],
)
def test_front_matter(front, metadata):
    text = f"---\n{front}\n---\n\nThe ministers met.\n"
    content = read_markdown(text)
    assert (content.text, dict(content.metadata)) == (text, metadata)


@pytest.mark.parametrize(
    "text", ["# Rice\n\nThey met.\n", "They met.\n\n---\ntitle: no\n---\n", "---\nThey met.\n", "--- \n"]
)
def test_a_line_of_dashes_elsewhere_is_text(text):
    assert dict(read_markdown(text).metadata) == {}


def test_windows_line_ends():
    assert read_markdown("---\r\ntitle: Rice\r\n---\r\n\r\nThey met.\r\n").metadata == {"title": "Rice"}


def test_a_document_takes_date_and_title_from_it(tmp_path):
    path = tmp_path / "rice.md"
    path.write_text(
        "---\ntitle: Rice\ndate: 2021-03-03\n---\n\n# Ships\n\nMay 5, 2020\n\nThey met.\n", encoding="utf-8"
    )
    document = read_documents(Source(path.as_posix(), path.name))[0]
    assert (document.title, str(document.published)) == ("Rice", "2021-03-03 00:00:00")
    assert document.published_how == "declared in the front matter"


@given(st.text())
def test_any_text_is_kept(text):
    assert read_markdown(text).text == text
    assert read_markdown(f"---\n{text}\n---\n").text == f"---\n{text}\n---\n"
