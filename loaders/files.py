"""Files that are put in place at once: whoever reads meanwhile, and whatever fails, there is the old one or the new."""

from __future__ import annotations

import os
from pathlib import Path

from loaders.tables.store import sync

LONGEST = 60
"""Letters of a name that the name of its draft repeats: the disk limits names."""


def replace_file(path: Path, data: bytes) -> None:
    """Put a file in place of another, its bytes on the disk before its name. Raises OSError, and the old one stays."""
    draft = path.with_name(f".{path.name[:LONGEST]}-{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync(path.parent)
    finally:
        draft.unlink(missing_ok=True)
