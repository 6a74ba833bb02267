"""Every page, wide and on a phone, light and dark: nothing shuts a reader out (WCAG 2.2 A and AA, as far as a program can see)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import settle
from tests.browser.reading import call_of_august, open_popover

PATHS = (
    "/",
    "/?event={event}",
    "/?list=several&weight=all",
    "/quotes",
    "/leaders",
    "/topics",
    "/compare",
    "/documents",
    "/add",
    "/review",
    "/history",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {"runOnly": RULES}
OF_COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What a change of colours alone can break."""
NOT_OURS = {("presentation-role-conflict", "stFileUploaderDropzone")}
"""Rules that an element of Streamlit's own breaks, with its name."""

FIND = """(only) => axe.run(document, { resultTypes: ["violations"], ...only }).then((found) => found.violations.flatMap(
    (rule) => rule.nodes.map((node) => [rule.id, node.html.slice(0, 300), node.failureSummary])))"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, as the package of that name has it."""
    package = importlib.util.find_spec("axe_playwright_python")
    if package is None or package.origin is None:
        pytest.skip("axe-playwright-python is not installed; run: make test")
    return (Path(package.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_shuts_a_reader_out(visit, tables, axe, path):
    page = visit(path.format(event=call_of_august(tables)["event_id"]))
    page.evaluate(axe)
    found = look(page, "wide, light")
    if path == "/":
        open_popover(page, "leaders")
        found += look(page, "popover, light")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.style.colorScheme === 'dark'")
    found += look(page, "wide, dark", OF_COLOUR)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 390, "height": 844})
    settle(page)
    found += look(page, "phone, dark")
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth") <= 390
    assert page.locator("h1").is_visible()
    page.emulate_media(color_scheme="light")
    page.wait_for_function("document.documentElement.style.colorScheme === 'light'")
    found += look(page, "phone, light", OF_COLOUR)
    assert not found, "\n".join(found)


def look(page: Page, where: str, only: dict[str, object] = ALL) -> list[str]:
    """What axe finds, a line each."""
    page.wait_for_timeout(200)
    return [
        f"{where}: {rule}: {markup} {why}"
        for rule, markup, why in page.evaluate(FIND, only)
        if not any(rule == one and name in markup for one, name in NOT_OURS)
    ]
