"""Nothing in a document is markup: what looks like a link, an icon, a tag or Markdown is shown as it was written."""

from __future__ import annotations

from itertools import cycle

import pytest

from loaders.query.markdown_signs import without_signs
from loaders.tables.schema import TABLES, Column
from loaders.tables.store import write_tables
from tests.browser.conftest import serve, settle
from tests.made import made_tables

PIECES = (
    "Zq www.evil.example :material/delete: Qz",
    "Zq **b** _i_ `c` $x^2$ :red[r] ~~d~~ Qz",
    "Zq [l](https://evil.example) <b>t</b> Qz",
    "Zq <img src=x onerror=hit=1> :smile: Qz",
    "Zq ![p](https://evil.example/p.png) a@evil.example Qz",
    "Zq # h <script>hit=1</script> :blue-badge[b] Qz",
)
NO_WORDS = {"date", "said", "language", "sha256", "event_type", "text", "value", "country", "url"}
"""Columns that hold values of a form, or what offsets point into."""

FOUND = """() => {
    const words = document.body.innerText.replaceAll("\u2060", "");
    return {
        shown: [...words.matchAll(/Zq [^\\n…]*/g)].map((match) => match[0]),
        // A link of ours that filters by a name has it in its address, and leads nowhere else.
        links: [...document.querySelectorAll("a, img, iframe")].map((a) => a.href ?? a.src)
            .filter((to) => /evil|hit=/.test(to) && new URL(to, location.href).origin !== location.origin),
        hit: typeof hit,
    };
}"""


def is_words(column: Column) -> bool:
    return (
        column.type in ("text", "text?")
        and not column.allowed
        and not column.name.endswith("_id")
        and column.name not in NO_WORDS | {"copy_of", "speaker"}
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Address of a dashboard on tables with a hostile piece before every text; ids of an event and a document."""
    tables = made_tables("full")
    for name, table in TABLES.items():
        for column in filter(is_words, table.columns):
            pieces = cycle(PIECES)
            tables[name][column.name] = [
                f"{next(pieces)} {text}" if isinstance(text, str) and text else text
                for text in tables[name][column.name]
            ]
    documents = tables["documents"]
    documents["text"] = [text + "\n\n" + "\n\n".join(PIECES) for text in documents["text"]]
    documents["url"] = "javascript:hit=1"
    folder = tmp_path_factory.mktemp("hostile")
    write_tables(tables, folder)
    told = tables["events"].query("n_documents > 1").iloc[0]
    with serve(folder) as address:
        yield address, told["event_id"], told["documents"][0]


@pytest.mark.parametrize(
    "path",
    [
        "/?event={event}",
        "/quotes",
        "/leaders",
        "/topics",
        "/compare?event={event}",
        "/documents?text={document}",
        "/review",
    ],
)
def test_what_a_document_holds_is_shown_as_it_was_written(visit, hostile, path):
    address, event, document = hostile
    page = visit(path.format(event=event, document=document), height=3000, home=address)
    for summary in page.locator("summary").all():
        if summary.is_visible() and summary.locator("..").get_attribute("open") is None:
            summary.click()
            settle(page)
    found = page.evaluate(FOUND)
    assert (found["links"], found["hit"]) == ([], "undefined")
    assert len(found["shown"]) >= 3
    # Each is shown whole, or cut at a word; of Markdown nothing is obeyed but what quotations and texts show of their own.
    allowed = ["".join(piece.split()) for piece in (*PIECES, *map(without_signs, PIECES))]
    begun = ["".join(words.split("Qz")[0].split()) for words in found["shown"]]
    wrong = [words for words in begun if not any(piece.startswith(words) for piece in allowed)]
    assert not wrong, "\n".join(wrong)
