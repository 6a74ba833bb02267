"""What is read of each format, and what is said where a file is broken, hostile or not what its name says."""

from __future__ import annotations

import io
import random
import string
import zipfile
from contextlib import suppress
from datetime import datetime

import pyarrow
import pytest

from loaders.query.printed_pages import page_of
from loaders.read import Source, find_sources, read_documents
from loaders.read.content import UnreadableError
from loaders.read.formats import FORMATS, ending_of, read_contents
from tests.read.files import (
    DAY,
    FIRST,
    SECOND,
    TITLE,
    bomb,
    docx,
    epub,
    gz,
    jsonl,
    mail,
    mbox,
    odt,
    packed,
    parquet,
    pdf,
    xlsx,
)

PARAGRAPHS = (TITLE, DAY, FIRST, SECOND)
INSERTED = '<w:p><w:ins w:id="1"><w:r><w:t>Put in.</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>Out.</w:delText></w:r></w:del></w:p>'
TABLE = "<w:tbl><w:tr>{}{}</w:tr></w:tbl>".format(
    *(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("3 May 1990", "Treaty signed"))
)


def wrapped(*lines: str, left: int = 72, top: int = 770) -> list[tuple[int, int, str]]:
    """Lines of a page below each other."""
    return [(left, top - 15 * number, line) for number, line in enumerate(lines)]


PROSE = (
    "Minister Ana Ruiz met the envoy of Norvik on Tuesday and promised the recon-",
    "struction of the old harbour, which a storm had left without its long-",
    "term moorings. Both sides spoke of a new beginning for the ferry line.",
)

READ = [
    # name of the file, bytes, what the text is
    ("a.docx", docx(*PARAGRAPHS), "\n\n".join(PARAGRAPHS)),
    ("a.docx", docx("One.", raw=INSERTED), "One.\n\nPut in."),
    ("a.docx", docx("One.", raw=TABLE), "One.\n\n3 May 1990 | Treaty signed"),
    (
        "a.odt",
        odt("<text:h>Head</text:h><text:p>One<text:s/>two<text:note><text:note-citation>1</text:note-citation><text:note-body>"
            "<text:p>Below.</text:p></text:note-body></text:note>, three.</text:p>"),
        "Head\n\nOne two, three.\n\nBelow.",
    ),
    (
        "a.odt",
        odt("<table:table><table:table-row><table:table-cell><text:p>1990</text:p></table:table-cell><table:table-cell>"
            "<text:p>Signed</text:p></table:table-cell></table:table-row></table:table><office:annotation><text:p>Aside"
            "</text:p></office:annotation><text:p>End.</text:p>"),
        "1990 | Signed\n\nEnd.",
    ),
    ("a.rtf", rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 Ca\'f1as.\par Second.\par}", "Cañas.\n\nSecond."),
    ("a.epub", epub("<h1>One</h1><p>First.</p>", "<p>Second<br/>line.</p>"), "One\n\nFirst.\n\nSecond\nline."),
    (
        "a.srt",
        b"1\n00:00:01,000 --> 00:00:03,000\n<i>We start</i>\n\n2\n00:00:03,100 --> 00:00:05,000\nagain.\n\n"
        b"3\n00:00:20,000 --> 00:00:22,000\n- Who is that?\n- The envoy.\n",
        "We start again.\n\nWho is that?\n\nThe envoy.",
    ),
    (
        "a.vtt",
        b"WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana Ruiz>We start\n\n00:03.000 --> 00:05.000\nagain.\n\n"
        b"00:05.000 --> 00:06.000\n<v Bo Zhao>When?\n",
        "Ana Ruiz: We start again.\n\nBo Zhao: When?",
    ),
    (
        "a.pdf",
        pdf(wrapped(*PROSE)),
        "Minister Ana Ruiz met the envoy of Norvik on Tuesday and promised the reconstruction of the old harbour, which a storm "
        "had left without its longterm moorings. Both sides spoke of a new beginning for the ferry line.",
    ),
    # a word with a hyphen of its own keeps it where the text has it elsewhere
    ("a.pdf", pdf(wrapped("A plan for the long-", "term moorings.", "It is a long-term plan.")), "A plan for the long-term moorings.\n\nIt is a long-term plan."),
    # an indented line begins a paragraph
    ("a.pdf", pdf([*wrapped("The first line is as wide as the page is."), (90, 755, "The second begins a paragraph of")]),
     "The first line is as wide as the page is.\n\nThe second begins a paragraph of"),
    # two columns are read one after the other, and a sentence goes on in the next
    (
        "a.pdf",
        pdf([*wrapped("The minister met the envoy and", "promised to rebuild the old"), *wrapped("harbour of the town before the", "winter comes.", left=320)]),
        "The minister met the envoy and promised to rebuild the old harbour of the town before the winter comes.",
    ),
    # running heads and page numbers go, and a sentence runs over the page
    (
        "a.pdf",
        pdf(*(
            [(72, 800, "Kelna Review"), *wrapped(f"Part {word} goes on and on and", f"ends with {word}."), (290, 30, str(number))]
            for number, word in enumerate(("one", "two", "three"), start=1)
        )),
        "Part one goes on and on and ends with one.\n\f\nPart two goes on and on and ends with two.\n\f\n"
        "Part three goes on and on and ends with three.",
    ),
    ("a.pdf", pdf(wrapped("The talks of the two towns went on over"), wrapped("the weekend in Kelna.")),
     "The talks of the two towns went on over\fthe weekend in Kelna."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "text"), READ, ids=[f"{row[0]}-{n}" for n, row in enumerate(READ)])
def test_the_text_of_each_format(name: str, data: bytes, text: str) -> None:
    [content] = read_contents(data, ending_of(name))
    assert content.text == text + "\n"


def test_the_page_of_a_place() -> None:
    [content] = read_contents(pdf(wrapped("One."), wrapped("Two.")), ".pdf")
    assert page_of(content.text, content.text.index("Two")) == 2
    assert page_of("No pages.", 3) is None


def read(tmp_path, name: str, data: bytes):
    path = tmp_path / name
    path.write_bytes(data)
    return read_documents(Source(path.as_posix(), name))


def test_a_message_has_its_date_subject_and_sender_from_its_header(tmp_path) -> None:
    message = mail("Harbour talks", "Wed, 3 Mar 2021 10:15:00 +0100", FIRST)
    [document] = read(tmp_path, "a.eml", message)
    assert (document.title, document.publisher) == ("Harbour talks", "Ana Ruiz")
    assert document.published == datetime(2021, 3, 3, 10, 15)
    assert document.text == f"Harbour talks\n\n{FIRST}\n"


def test_a_mailbox_is_a_document_each(tmp_path) -> None:
    one = mail("One", "Wed, 3 Mar 2021 10:15:00 +0100", "First.\n\n>From here on it is quoted.")
    two = mail("Two", "Thu, 4 Mar 2021 10:15:00 +0100", "<p>Second<br>line.</p><script>no()</script>", kind="html")
    found = read(tmp_path, "a.mbox", mbox(one, two, mail("Empty", "Thu, 4 Mar 2021 11:00:00 +0100", "")))
    assert [document.text for document in found] == [
        "One\n\nFirst.\n\nFrom here on it is quoted.\n",
        "Two\n\nSecond\nline.\n",
    ]
    assert [str(document.published)[:10] for document in found] == ["2021-03-03", "2021-03-04"]
    assert [document.path.rsplit("#", 1)[1] for document in found] == ["message 1", "message 2"]
    assert len({document.document_id for document in found}) == 2


ROWS = [{"Headline": TITLE, "Body": FIRST, "Publication Date": "2021-03-03", "Outlet": "Kelna Post"}]
HEAD, CELLS = tuple(ROWS[0]), tuple(ROWS[0].values())
SHEETS = [
    ("a.csv", "{}\n{}\n".format(",".join(HEAD), ",".join(f'"{cell}"' for cell in CELLS)).encode()),
    ("a.csv", "{}\n{}\n".format(";".join(HEAD), ";".join(CELLS)).encode("utf-8-sig")),
    ("a.tsv", "{}\n{}\n".format("\t".join(HEAD), "\t".join(CELLS)).encode("utf-16")),
    ("a.xlsx", xlsx(HEAD, (TITLE, FIRST, datetime(2021, 3, 3), "Kelna Post"))),
    ("a.jsonl", jsonl(*ROWS) + b"\nnot json\n"),
    ("a.jsonl.gz", gz(jsonl(*ROWS))),
    ("a.jsonl.zst", pyarrow.Codec("zstd").compress(jsonl(*ROWS)).to_pybytes()),
    ("a.parquet", parquet(**{key: [value] for key, value in ROWS[0].items()})),
]


@pytest.mark.parametrize(("name", "data"), SHEETS, ids=[f"{name}-{n}" for n, (name, _) in enumerate(SHEETS)])
def test_a_table_of_documents_is_a_document_a_row(tmp_path, name: str, data: bytes) -> None:
    [document] = read(tmp_path, name, data)
    assert document.text == f"{TITLE}\n\n{FIRST}\n"
    assert (document.title, document.publisher, document.published) == (TITLE, "Kelna Post", datetime(2021, 3, 3))
    assert document.published_how == "declared in a column of the table"


def test_a_row_keeps_its_id_wherever_it_stands(tmp_path) -> None:
    rows = [{"text": f"Report {word}."} for word in ("one", "two", "three")]
    first = {document.text: document.document_id for document in read(tmp_path, "a.jsonl", jsonl(*rows))}
    again = {document.text: document.document_id for document in read(tmp_path, "a.jsonl", jsonl(*rows[::-1]))}
    assert first == again


def test_a_table_of_events_is_one_chronology(tmp_path) -> None:
    [document] = read(
        tmp_path,
        "a.csv",
        b"date,event,who\n1990-05-03,Treaty signed in Kelna,Ana Ruiz\n1991-06-04,The harbour opens.,\n,Never,\n",
    )
    assert document.title == "a"
    assert document.text == ("1990-05-03: Treaty signed in Kelna (Ana Ruiz).\n\n1991-06-04: The harbour opens.\n")


def test_metadata_beside_files_says_what_they_do_not(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(
        "file,date,title,publisher\na.txt,2021-03-03,Talks,Kelna Post\n", encoding="utf-8"
    )
    sources, passed = find_sources([tmp_path])
    one, two = (read_documents(source)[0] for source in sources)
    assert (one.title, one.publisher, one.published) == ("Talks", "Kelna Post", datetime(2021, 3, 3))
    assert one.published_how == "declared in metadata.csv"
    assert two.published is None
    assert passed == []


def test_metadata_without_files_is_said(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("date,title\n2021-03-03,Talks\n", encoding="utf-8")
    _, passed = find_sources([tmp_path])
    assert ["no column “file”" in one.why for one in passed] == [True]


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
BROKEN = [
    ("a.pdf", pdf(wrapped("One."))[:150], "damaged or cut off"),
    ("a.pdf", b"Just a text.", "damaged or cut off"),
    ("a.pdf", pdf([], [], text=False), "it is a scan"),
    ("a.docx", docx("One.")[:200], "cannot be unpacked"),
    ("a.docx", bomb("word/document.xml", 200_000_000), "which no document needs"),
    ("a.docx", odt("<text:p>One.</text:p>").replace(b"content.xml", b"kontent.xml"), "no Word document"),
    ("a.odt", odt("<text:p>One.").replace(b"PK\x03\x04", b"XX\x03\x04", 1), "in it cannot be read"),
    ("a.odt", odt("</wrong>"), "no XML"),
    ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old format of Office, or encrypted"),
    ("a.epub", epub(), "holds no text"),
    ("a.rtf", b"Just a text.", "no RTF document"),
    ("a.eml", b"Subject: nothing\n\n", "holds no text"),
    ("a.mbox", b"Just a text.", "no mailbox"),
    ("a.srt", b"Just a text.", "no subtitles"),
    ("a.csv", b"one,two\n1,2\n", "no column that is known to hold a text (its columns: one, two)"),
    ("a.csv", b"text,date\n,2021\n", "No row of the table has a text"),
    ("a.xlsx", bomb("xl/workbook.xml", 10), "damaged"),
    ("a.parquet", b"PAR1" + bytes(50), "damaged"),
    ("a.jsonl.gz", b"\x1f\x8b" + bytes(50), "cannot be unpacked"),
    ("a.txt", b"\x00\x01\x02\x03" * 99, "not text"),
]


@pytest.mark.parametrize(("name", "data", "said"), BROKEN, ids=[f"{row[0]}-{n}" for n, row in enumerate(BROKEN)])
def test_a_broken_file_is_said_to_be_so(tmp_path, name: str, data: bytes, said: str) -> None:
    [document] = read(tmp_path, name, data)
    assert document.status == "failed"
    assert said in (document.problem or "")


def test_entities_are_never_expanded() -> None:
    for name, data in (("content.xml", odt("<text:p>&b;</text:p>")), ("word/document.xml", docx("&b;"))):
        with pytest.raises(UnreadableError, match="declares entities"):
            read_contents(with_entities(data, name), ending_of("a.odt" if name == "content.xml" else "a.docx"))


def with_entities(data: bytes, name: str) -> bytes:
    folder = zipfile.ZipFile(io.BytesIO(data))
    parts = {part: folder.read(part).decode() for part in folder.namelist()}
    return packed(parts | {name: ENTITIES + parts[name]})


NAMED_WRONGLY = [
    ("a.txt", pdf(wrapped("One.")), "One.\n"),
    ("a.docx", pdf(wrapped("One.")), "One.\n"),
    ("a.pdf", docx("One."), "One.\n"),
    ("a.txt", rb"{\rtf1 One.\par}", "One.\n"),
]


@pytest.mark.parametrize(("name", "data", "text"), NAMED_WRONGLY, ids=[f"{n}" for n in range(len(NAMED_WRONGLY))])
def test_the_bytes_count_more_than_the_name(name: str, data: bytes, text: str) -> None:
    [content] = read_contents(data, ending_of(name))
    assert content.text == text


def test_whatever_the_bytes_are_a_reader_says_so_and_stops() -> None:
    """Whole files with some bytes changed, cut off or doubled, each by every reader."""
    chance = random.Random(7)
    whole = [row[1] for row in (*READ, *SHEETS)] + [mbox(mail("One", "soon", "First."))]
    for number in range(1000):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.choice((0, 1, 5, 40))):
            data[chance.randrange(len(data))] = chance.choice(string.printable.encode())
        cut = bytes(data[: chance.randrange(len(data)) + 1] if number % 3 == 0 else data)
        with suppress(UnreadableError):
            read_contents(cut, chance.choice(sorted(FORMATS)))
