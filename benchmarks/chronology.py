"""What a careful editor would write from whole documents, against what is built: `python benchmarks/chronology.py FOLDER`.

FOLDER holds `score_chronology.py` and its documents. The scorer's own table is printed for all of them, then for the documents
of odd and of even place in the alphabet apart: rules are written while looking at the odd ones, and checked on the even ones.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.build import build


def score(folder: Path, names: list[str]) -> str:
    """The scorer's table for some of the documents, built by themselves."""
    with tempfile.TemporaryDirectory() as work:
        texts, built = Path(work) / "texts", Path(work) / "built"
        texts.mkdir()
        for name in names:
            for ending in (".txt", ".json"):
                shutil.copy(folder / "documents" / f"{name}{ending}", texts)
        build([texts], built)
        command = [sys.executable, folder / "score_chronology.py", built, "--gold", texts]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    names = sorted(path.stem for path in (folder / "documents").glob("*.json"))
    for what, some in (("all", names), ("odd half", names[::2]), ("even half", names[1::2])):
        print(f"== {what}\n{score(folder, some)}")


if __name__ == "__main__":
    main()
