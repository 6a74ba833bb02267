"""Makes pages/timeline.png, the picture in README.md, from the running dashboard on the bundled documents.

python benchmarks/screenshot.py
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from loaders.build import build  # noqa: E402
from tests.browser.conftest import FLAGS, serve, settle, watch  # noqa: E402
from tests.browser.find_chromium import find_chromium  # noqa: E402

PICTURE = ROOT / "pages" / "timeline.png"
SIZE = {"width": 1400, "height": 900}
SCALE = 2
"""Pixels of the picture for one of the page, so that it is crisp on any screen."""


def main() -> None:
    """Build, serve, open, and take the picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build([ROOT / "data" / "documents"], Path(folder))
        with serve(Path(folder)) as address:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            context = browser.new_context(viewport=SIZE, device_scale_factor=SCALE, bypass_csp=True)
            page = context.new_page()
            watch(page)
            page.goto(address)
            page.wait_for_selector(".timeline[data-drawn]")
            # The chronology follows the timeline.
            page.wait_for_selector(".dl-chronology li")
            settle(page)
            taken = Image.open(io.BytesIO(page.screenshot()))
            # A palette holds all colours of the page, and makes the file a third as large.
            taken.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(PICTURE, optimize=True)
            browser.close()


if __name__ == "__main__":
    main()
