"""Bytes to text: byte order marks, UTF-8, UTF-16, and the older one-byte encodings by detection."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from loaders.read.content import UnreadableError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536
"""Bytes that are looked at to guess; the guess is then tried on the whole."""
MANY_ZEROS = 0.05
"""Share of zero bytes from which a file is UTF-16: every character of a Latin script has one."""
KEPT_FOR_ONE_LOST = 10
"""Whole characters beyond ASCII to each broken one: by chance, another encoding hardly ever has one that is whole."""
FEW_ACCENTS = 0.09
"""Share of bytes beyond ASCII: Spanish has 3 in 100, a short line of names 8, Czech 15."""
SIGN_IN_WORD = re.compile("[A-Za-z][¡¢£¤¥¦§¨©¬®¯°±²³´µ¶¸¹¼½¾¿][A-Za-z]")
"""What a letter of another encoding looks like in Windows-1252."""

JAPANESE = b"\x1b$"
"""The escape with which ISO-2022-JP, the encoding of Japanese mail, begins its characters; all its bytes are ASCII."""
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
DECLARED_WITHIN = 4096
"""Bytes; HTML asks for the declaration in the first 1,024, and many pages are late."""

CONTROL = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


def decode(data: bytes) -> str:
    """The text of a file, line ends as they are. Raises UnreadableError for an empty or binary file."""
    if not data.strip():
        raise UnreadableError("The file is empty.")
    sample = data[:SAMPLE]
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(_decode_as(data, encoding))
    if sample.count(0) > len(sample) * MANY_ZEROS:
        return _checked(_decode_as(data, _utf16_order(sample)))
    if JAPANESE in sample and all(byte < 0x80 for byte in sample):
        return _checked(_decode_as(data, "iso-2022-jp"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if 0 in sample:
        return _checked(_decode_as(data, _utf16_order(sample)))
    return _checked(_declared(data) or _damaged_utf8(data) or _western(data) or _detected(data))


def _declared(data: bytes) -> str | None:
    """The text by the encoding that a page itself declares in its head; None without one, or where it does not fit."""
    match = DECLARED.search(data[:DECLARED_WITHIN])
    try:
        return data.decode(match.group(1).decode("ascii")) if match else None
    except (UnicodeDecodeError, LookupError):
        return None


def _utf16_order(sample: bytes) -> str:
    return "utf-16-le" if sample[1::2].count(0) >= sample[0::2].count(0) else "utf-16-be"


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("The file is not text: it is binary or damaged.") from error


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes lost, by which the rest must not be read as another encoding; None for anything else."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in text[:SAMPLE]) - lost
    return text if beyond_ascii >= lost * KEPT_FOR_ONE_LOST else None


def _western(data: bytes) -> str | None:
    """Windows-1252 (and so Latin-1), where accents are few and no sign stands inside a word; None for anything else.

    Detection takes a short text with a few accents for any of a dozen relatives: "ñ" became "ń".
    """
    sample = data[:SAMPLE]
    if sum(byte > 0x7F for byte in sample) > len(sample) * FEW_ACCENTS:
        return None
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    return None if SIGN_IN_WORD.search(text[:SAMPLE]) else text


def _detected(data: bytes) -> str:
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise UnreadableError("The file is not text: no encoding fits it.")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        # Windows-1252 without the five bytes that it leaves undefined: the last resort that browsers use too.
        return data.decode("windows-1252", errors="replace")


def _checked(text: str) -> str:
    """The text, unless control characters show that it never was one."""
    sample = text[:SAMPLE]
    strange = sum(ord(character) in CONTROL or character == "\ufffd" for character in sample)
    if strange > len(sample) * 0.005:
        raise UnreadableError("The file is not text: it is binary or damaged.")
    if not text.strip():
        raise UnreadableError("The file is empty.")
    return composed(text)


def composed(text: str) -> str:
    """The text with letters and their accents as one character each (Unicode's form C), and no half characters.

    macOS writes "Bogotá" as seven characters; JSON writes an emoji as two halves, which join here; what is left alone is "�".
    """
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", text)
