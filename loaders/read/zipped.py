"""Files that are packed folders (.docx, .odt, .epub, .xlsx): opened only where what is in them is bounded."""

from __future__ import annotations

import io
import zipfile
import zlib

from loaders.read.content import UnreadableError

MOST_UNPACKED = 100_000_000
"""Bytes of all that is in it, as it says itself; zipfile never reads more of a part than that."""
MOST_PARTS = 10_000
ENCRYPTED = 1
"""The bit of a part's flags (APPNOTE 4.4.4) that says so."""


def open_packed(data: bytes) -> zipfile.ZipFile:
    """The folder in a packed file. Raises UnreadableError where it is damaged, encrypted or far larger than it looks."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
        parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableError("The file is damaged: it cannot be unpacked.") from error
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise UnreadableError("The file is encrypted; save it without a password.")
    size = sum(part.file_size for part in parts)
    if size > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise UnreadableError(
            f"The file unpacks to {size / 1e6:,.0f} MB in {len(parts):,} parts, which no document needs; it was not opened."
        )
    return packed


def read_part(packed: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one part. Raises UnreadableError where it is missing or damaged."""
    try:
        return packed.read(name)
    except (KeyError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        raise UnreadableError(f"The file is damaged: “{name}” in it cannot be read.") from error
