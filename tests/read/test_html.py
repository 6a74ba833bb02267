"""Web pages: the article without the menus, and what the page declares about itself."""

from __future__ import annotations

from contextlib import suppress

import pytest

from loaders.read import Source, read_documents
from loaders.read.content import UnreadableError
from loaders.read.html import read_html

PARAGRAPHS = [
    "The two ministers spoke for an hour about the price of rice and about the ships that carry it to the coast.",
    "They had last met when the harbour was still closed, and agreed on nothing at all on that occasion, people said.",
    "“We start again,” the host said, and the guest nodded, took a note and promised an answer before the rains come.",
]
ARTICLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30)) + "</ul></nav>"


def page(head: str = "", body: str = ARTICLE, lang: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Rice and ships</title>{head}</head>'
        f"<body>{MENU}<main><article><h1>Rice and ships</h1>{body}</article></main>"
        "<footer><p>Copyright by nobody. All rights reserved.</p></footer></body></html>"
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2021-03-03T18:28:00+00:00">', ARTICLE),
        ('<meta name="date" content="2021-03-03">', ARTICLE),
        ('<meta name="DC.date.issued" content="2021-03-03">', ARTICLE),
        ("", '<p class="meta">Updated at 10:15am, 9 March 2021 | Published 3 March 2021</p>' + ARTICLE),
        ("", "<div><span>Posted: 6:28 PM, Mar 3, 2021</span> <span>Last Updated: Mar 9, 2021</span></div>" + ARTICLE),
        ('<meta itemprop="datePublished" content="2021-03-03">', ARTICLE),
        (
            '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
            '"headline":"Rice and ships","datePublished":"2021-03-03T18:28:00Z","dateModified":"2021-03-05"}</script>',
            ARTICLE,
        ),
        ("", f'<time datetime="2021-03-03T18:28:00Z" pubdate>last Wednesday</time>{ARTICLE}'),
        ("", f"<p>March 3, 2021</p>{ARTICLE}"),
        ("", f"{ARTICLE}<p>Posted 03.03.2021</p><footer>Last updated 4 May 2024</footer>"),
    ],
    ids=["article:published_time", "date", "DC", "changed", "posted", "itemprop", "JSON-LD", "time", "text", "label"],
)
def test_the_published_date_of_a_page(tmp_path, head, body):
    path = tmp_path / "page.html"
    path.write_text(page(head, body), encoding="utf-8")
    document = read_documents(Source(path.as_posix(), "page.html"))[0]
    assert (document.status, str(document.published)[:10]) == ("read", "2021-03-03")
    assert document.published_how in ("declared in the page's metadata", "on a line of its own at the head of the text")


DAY = "2021-03-03"
ELSEWHERE = '<link rel="canonical" href="https://courier.example/2021/03/1-question-for-the-host/">'


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        (f'{ELSEWHERE}<meta property="article:published_time" content="2021-03-03T18:28:00Z">', ARTICLE, DAY),
        (f'{ELSEWHERE}<meta name="pubdate" content="March 3, 2021">', ARTICLE, DAY),
        (
            '<script type="application/ld+json">[{"@graph":[{"@type":"Article","datePublished":"Wed, Mar 3 2021 18:28:30 EST"}]}]'
            "</script>",
            ARTICLE,
            DAY,
        ),
        ('<meta name="date" content="03/04/2021 10:00:00">', f"{ARTICLE}<p>Created: 4 March 2021</p>", "2021-03-04"),
        ('<meta name="date" content="03/04/2021 10:00:00">', ARTICLE, None),
        (
            "",
            '<time itemprop="dateModified" datetime="2021-03-05T08:00">03/03/2021 18:28 | Updated 05/03/2021 08:00</time>'
            + ARTICLE,
            DAY,
        ),
        ('<script>var site = {"createTime": "2009-01-02T03:04:05Z", "licence": "2010-05-06"};</script>', ARTICLE, None),
        ('<script type="application/ld+json">{"datePublished": broken</script>', ARTICLE, None),
    ],
)
def test_what_a_page_declares_is_told_from_what_only_stands_there(tmp_path, head, body, published):
    path = tmp_path / "page.html"
    path.write_text(page(head, body), encoding="utf-8")
    found = read_documents(Source(path.as_posix(), "page.html"))[0].published
    assert (found and str(found.date())) == published


def test_a_page_without_a_date_has_none(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(page(), encoding="utf-8")
    document = read_documents(Source(path.as_posix(), "page.html"))[0]
    assert (document.status, document.published) == ("undated", None)


def test_the_article_without_the_menus():
    text = read_html(page()).text
    assert text.startswith("Rice and ships\n")
    assert [paragraph for paragraph in PARAGRAPHS if paragraph not in text] == []
    assert "Section 7" not in text
    assert text.count("Rice and ships") == 1


@pytest.mark.parametrize(
    ("head", "key", "value"),
    [
        ('<meta property="og:title" content="Rice, ships &amp; rain">', "title", "Rice, ships & rain"),
        ('<meta property="og:site_name" content="Coast Courier">', "publisher", "Coast Courier"),
        ('<link rel="canonical" href="https://courier.example/2/rice">', "url", "https://courier.example/2/rice"),
        ('<meta property="og:url" content="https://courier.example/2/rice">', "url", "https://courier.example/2/rice"),
    ],
)
def test_what_a_page_declares(head, key, value):
    assert read_html(page(head)).metadata[key] == value


@pytest.mark.parametrize(("lang", "language"), [("en-GB", "en"), ("ES", "es"), ("zh-Hans", "zh"), ("", None)])
def test_language(lang, language):
    assert read_html(page(lang=lang)).language == language


@pytest.mark.parametrize(
    "source", ["<html></html>", "<html><body><script>x = 1</script></body></html>", "<!-- -->", "<p>"]
)
def test_a_page_without_words_is_unreadable(source):
    with pytest.raises(UnreadableError, match=r"The page holds no text\."):
        read_html(source)


def test_a_page_of_menus_is_read_as_what_it_is():
    content = read_html(f"<html><body>{MENU}</body></html>")
    assert "Section 7" in content.text


@pytest.mark.parametrize(
    "source",
    [
        "Rice & ships < rain",
        "<p>Rice <b>and ships",
        '<?xml version="1.0" encoding="utf-16"?><html><p>Rice</p></html>',
        "<" * 5000 + "Rice",
    ],
    ids=["no tags", "open tags", "another encoding", "brackets"],
)
def test_broken_pages_are_read_or_unreadable(source):
    with suppress(UnreadableError):
        assert read_html(source).text.strip()


def test_a_menu_within_the_article_is_no_text():
    menu = "<nav><a href='/1'>4 May 2011: The old pier is sold</a> <a href='/2'>More</a></nav>"
    assert "old pier" not in read_html(page(body=menu + ARTICLE)).text
    assert PARAGRAPHS[2] in read_html(page(body=menu + ARTICLE)).text
