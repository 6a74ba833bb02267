"""Bytes to text: byte order marks, UTF-8, UTF-16, and the older one-byte encodings by detection."""

from __future__ import annotations

import codecs

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

CONTROL = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


def decode(data: bytes) -> str:
    """The text of a file, line ends as they are. Raises UnreadableError for an empty or binary file."""
    if not data.strip():
        raise UnreadableError("The file is empty.")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode_as(data, encoding)
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    zeros = data[:SAMPLE].count(0)
    if zeros:
        return _checked(_decode_as(data, _utf16_order(data[:SAMPLE])))
    return _checked(_detected(data))


def _utf16_order(sample: bytes) -> str:
    return "utf-16-le" if sample[1::2].count(0) >= sample[0::2].count(0) else "utf-16-be"


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError("The file is not text: it is binary or damaged.") from error


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
    return text
