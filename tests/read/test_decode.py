"""Bytes to text: what encodings are read, and what is no text at all."""

from __future__ import annotations

import codecs
import io
import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read.content import UnreadableError
from loaders.read.decode import decode

SPANISH = (
    "El señor Núñez viajó a Mérida y habló con la niña. ¿Cuándo volverá? «Mañana», dijo él, según la agencia.\n" * 4
)
CURLY = "“We won’t wait,” she said — and didn’t. The price rose to €5, then to €9… “Too much,” he wrote.\n" * 4
CHINESE = "两国外长星期三在首都举行会谈，就粮食价格和航运问题交换了意见。双方同意继续保持沟通。\n" * 4
TAIWAN = "兩國外長星期三在首都舉行會談，就糧食價格和航運問題交換了意見。雙方同意繼續保持溝通。\n" * 4
POLISH = (
    "Ministrowie rozmawiali przez godzinę o cenie ryżu i o statkach, które go przewożą. Łódź była pełna ludzi.\n" * 4
)
RUSSIAN = "Министры говорили по телефону о цене на рис и о кораблях, которые его перевозят.\n" * 4
ENGLISH = "The ministers spoke by telephone about the price of rice.\n" * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SPANISH, "utf-8"),
        (CURLY, "utf-8"),
        (CHINESE, "utf-8"),
        (ENGLISH, "ascii"),
        (SPANISH, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (SPANISH, "utf-32"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (SPANISH, "utf-16-le"),
        (SPANISH, "utf-16-be"),
        (CHINESE, "utf-16-le"),
        (SPANISH, "latin-1"),
        (CURLY, "windows-1252"),
        ("Rice and ships. Señor Núñez spoke with “Doña Inés” in Lima on Tuesday and left.\n", "windows-1252"),
        ("Rice and ships. Señor Núñez met Doña Inés in Lima on Tuesday and left.\n", "latin-1"),
        (POLISH, "windows-1250"),
        (RUSSIAN, "windows-1251"),
        (CHINESE, "gb18030"),
        (TAIWAN, "big5"),
    ],
)
def test_encodings(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_byte_order_marks_are_no_part_of_the_text(mark, encoding):
    assert decode(mark + SPANISH.encode(encoding)) == SPANISH


def test_line_ends_and_blanks_stay_so_that_offsets_point_into_the_file():
    text = "  Rice\r\n\r\nShips\rRain\n\n\tSun \u00a0\n"
    assert decode(text.encode()) == text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n ", "\u3000\n".encode()])
def test_a_file_without_a_word_is_empty(data):
    with pytest.raises(UnreadableError, match=r"The file is empty\."):
        decode(data)


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("report.txt", SPANISH + CURLY)
    return buffer.getvalue()


PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    + struct.pack(">IIBBBBB", 9, 9, 8, 2, 0, 0, 0)
    + zlib.compress(bytes(range(256)) * 9)
)
ELF = b"\x7fELF\x02\x01\x01" + bytes(9) + struct.pack("<HHIQQQ", 2, 62, 1, 0x401000, 64, 0) + bytes(range(256)) * 4
PDF = (
    b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\nstream\n"
    + zlib.compress(SPANISH.encode() * 9 + bytes(range(256)))
    + b"\nendstream"
)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0" + bytes((i * 73 + i // 7) % 256 for i in range(3000))


@pytest.mark.parametrize(
    "data",
    [PNG, ELF, zipped(), PDF, JPEG, bytes(2000), b"\xff\xfe" + bytes(range(256)) * 9, zlib.compress(SPANISH.encode())],
    ids=["png", "elf", "zip", "pdf", "jpeg", "zeros", "marked", "zlib"],
)
def test_a_binary_file_is_no_text_whatever_its_name(data):
    with pytest.raises(UnreadableError, match=r"The file is not text: it is binary or damaged\.|no encoding fits it"):
        decode(data)


def test_a_few_damaged_bytes_do_not_change_the_rest():
    damaged = SPANISH.encode() + b"\xe2\x80" + CHINESE.encode()
    assert decode(damaged) == SPANISH + "\ufffd" + CHINESE


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_unreadable(data):
    with suppress(UnreadableError):
        assert decode(data).strip()


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_utf_8_comes_back_as_it_was(text):
    printable = "".join(character for character in text if character.isprintable()) or "a"
    if printable.strip() and not printable.startswith("\ufeff"):
        assert decode(printable.encode()) == printable
