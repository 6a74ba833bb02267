"""Small files of each format, made byte by byte, so that what is in them is known."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import openpyxl
import pandas as pd

TITLE = "Rice and ships in Kelna"
DAY = "3 March 2021"
FIRST = "KELNA - Minister Ana Ruiz met the envoy of Norvik on Tuesday and promised to rebuild the old harbour."
SECOND = "“We start again,” she said. The envoy had come by ferry."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)


def packed(parts: dict[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, part in parts.items():
            folder.writestr(name, part)
    return whole.getvalue()


def docx(*paragraphs: str, raw: str = "") -> bytes:
    """A Word document of plain paragraphs, and of whatever markup is given raw after them."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {W}><w:body>{body}{raw}</w:body></w:document>",
        }
    )


def odt(body: str) -> bytes:
    return packed(
        {
            "content.xml": f"<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        }
    )


def epub(*chapters: str, declared: str = "") -> bytes:
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return packed(
        {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
            "OPS/p.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{declared}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{f"OPS/c{n}.xhtml": f"<html><body>{chapter}</body></html>" for n, chapter in enumerate(chapters)},
        }
    )


def pdf(*pages: list[tuple[int, int, str]], text: bool = True) -> bytes:
    """A PDF of lines, each (from the left, from the foot, words) in points, of 12 points; without `text`, of empty pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in enumerate(pages):
        shown = (
            "".join(f"BT /F 12 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
            if text
            else "0 0 99 99 re f\n"
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
    whole, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (
        whole + f"{head}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(whole)}\n%%EOF\n".encode()
    )


def mail(
    subject: str, date: str, body: str, sender: str = "Ana Ruiz <ana@kelna.example>", kind: str = "plain"
) -> bytes:
    head = f"From: {sender}\nTo: desk@paper.example\nSubject: {subject}\nDate: {date}\n"
    return f"{head}MIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n\n{body}\n".encode()


def mbox(*messages: bytes) -> bytes:
    return b"\n".join(b"From someone Tue Mar  3 10:00:00 2021\n" + message for message in messages)


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book, whole = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(whole)
    return whole.getvalue()


def parquet(**columns: list[object]) -> bytes:
    whole = io.BytesIO()
    pd.DataFrame(columns).to_parquet(whole)
    return whole.getvalue()


def jsonl(*rows: dict[str, object]) -> bytes:
    return "\n".join(map(json.dumps, rows)).encode()


def bomb(name: str, size: int) -> bytes:
    """A packed file with one part of so many zeros."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(name, b"0" * size)
    return whole.getvalue()


def gz(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
