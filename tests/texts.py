"""Texts that a test brings, written as the documents that a reader has in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_texts(folder: Path, texts: Mapping[str, str]) -> Path:
    """The new folder `documents` in a folder, with a file for each text by its name."""
    documents = folder / "documents"
    documents.mkdir()
    for name, text in texts.items():
        (documents / name).write_text(text, encoding="utf-8")
    return documents
