"""Where the Chromium for the tests in the browser is: CHROMIUM_PATH, else on the PATH, else Playwright's own.

python tests/browser/find_chromium.py [--install] prints the path, and with --install first tries to install one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")

MISSING = """No Chromium was found, so the tests in the browser cannot run. Any one of these helps:
  apt-get install chromium          (Debian, Ubuntu; as root)
  python -m playwright install chromium
  CHROMIUM_PATH=/path/to/chrome make test"""


def find_chromium() -> str | None:
    """The path of a Chromium, None where there is none."""
    named = os.environ.get("CHROMIUM_PATH")
    if named:
        return named if os.access(named, os.X_OK) else None
    return next(filter(None, map(shutil.which, NAMES)), None) or _of_playwright()


def _of_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def install_chromium() -> None:
    """Try Debian's package, then Playwright's download; failures are told by `find_chromium` finding nothing."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, stdout=subprocess.DEVNULL)
    if find_chromium() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if "--install" in sys.argv and find_chromium() is None:
        install_chromium()
    print(find_chromium() or MISSING)
