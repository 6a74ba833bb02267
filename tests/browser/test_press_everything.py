"""Every button, link, row, mark, tick and field of every page is used once, by somebody who knows nothing about them.

What can be pressed is read from the page, not from a list: what is new is pressed, too. Of what comes in numbers (the
ticks of one filter, the rows of one table, the marks of one look) one is. Each press must change what is seen, or give a
file; none may end in an exception or in an error of the browser; and where it changed the address, Back must bring what was
seen before.

On three corpora (the digests, one document, 20,000 events of 2,000 people), wide and on a phone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache

import pytest
from playwright.sync_api import ConsoleMessage, Page
from playwright.sync_api import Error as PlaywrightError

from benchmarks.generate import generate
from loaders.build import build
from loaders.tables.store import write_tables
from tests.browser.conftest import ROOT, serve, settle, watch

# What is pressed on /add changes the tables under the others: test_add.py presses it. So does what is saved in a form behind
# "Correct": the form is opened and left, and test_corrections.py saves.
PATHS = ("/", "/quotes", "/leaders", "/topics", "/compare", "/documents", "/review", "/history")

FIND = """() => {
    const main = document.querySelector('[data-testid="stMain"]'), found = [], seen = new Set();
    // What lies over the page is all that can be pressed while it is there.
    const over = document.querySelector('[data-testid="stPopoverBody"]');
    for (const old of document.querySelectorAll("[data-press]")) delete old.dataset.press;
    const kinds = [
        ["toggle", "summary"], ["link", "a[href]"], ["tick", "label:has(input[type=checkbox]), label:has(input[type=radio]:not(:checked))"], ["choice", "[role=combobox]"],
        ["field", "input[type=text]:not([role=combobox]), textarea"], ["button", "button"], ["mark", ".points path.point"],
        ["table", '[data-testid="stDataFrame"]'],
    ];
    for (const [kind, selector] of kinds) {
        document.querySelectorAll(selector).forEach((element) => {
            if (over && !over.contains(element)) return;
            if (element.closest('[data-testid="stCode"], [data-testid="stElementToolbar"], [data-testid="stToolbar"], [data-testid="stMainMenu"], [data-testid="stTooltipIcon"]')) return;
            if (element.matches('[aria-checked=true], [aria-pressed=true], [aria-current=page], [kind$=Active], :disabled, [data-testid="stBaseButton-headerNoPadding"]')) return;
            if (kind === "table" && !element.closest('[class*="st-key-"]')) return;
            if (kind === "button" && element.tabIndex < 0) return;
            if (element.closest("[inert], [hidden]") || (kind === "button" && element.closest('[data-baseweb="select"]'))) return;
            if (element.tagName === "A" && element.getAttribute("href").startsWith("#")) return;
            const box = element.getBoundingClientRect();
            if (box.right <= 0 || box.left >= innerWidth) return;
            if (box.width < 4 || box.height < 4 || !element.checkVisibility({visibilityProperty: true})) return;
            if (kind === "mark") {
                const plot = element.closest(".js-plotly-plot, .timeline-plot"), area = plot.getBoundingClientRect();
                const left = area.left + plot._fullLayout._size.l;
                if (box.left < left || box.right > area.right - 8) return;
            }
            const key = [...(element.closest('[class*="st-key-"]')?.classList ?? [])].find((name) => name.startsWith("st-key-"))?.replace(/_table_\\d+$/, "_table") ?? "";
            // What changes the documents themselves changes them for all who look on; test_corrections.py presses it.
            if (/^st-key-(save|hide)-/.test(key)) return;
            const numbered = /^st-key-(leaders|actors|topics|kinds|documents|publishers|languages|places|open|cite|more|correct|quote)-/.exec(key)?.[1] ?? key;
            const look = kind === "mark" ? element.closest(".trace")?.querySelector("path")?.style.fill : "";
            const name = kind === "link" ? `${new URL(element.href).pathname} ${element.dataset.follow ?? ""}` : element.dataset.do ?? element.dataset.follow ?? (kind === "button" ? element.innerText.replace(/^\\d+$/, "a number") : "");
            const group = [kind, numbered, /^(leaders|actors|topics|kinds|documents|publishers|languages|places|open|cite|more|correct)$/.test(numbered) ? "" : name, look].join("|");
            if (seen.has(group)) return;
            seen.add(group);
            // Not its place among others: a toolbar that comes with the pointer moves that.
            element.dataset.press = found.length;
            found.push({kind, press: found.length, group, aside: !main.contains(element) || Boolean(element.closest(".st-key-bar, .st-key-head")), over: Boolean(over), away: element.target === "_blank"});
        });
    }
    return found;
}"""

WORDS = """(inside) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), words = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent.closest("svg, canvas, script, style, [aria-live], [data-testid=stIconMaterial], [data-testid=stTooltipContent]")) continue;
        if (!inside && parent.closest('[data-testid="stExpander"], [data-testid="stPopoverBody"], .dl-copy, details')) continue;
        if (parent.checkVisibility({visibilityProperty: true})) words.push(node.data.trim());
    }
    for (const input of document.querySelectorAll("input")) {
        // What was typed to find a choice is gone or there, as the popover was folded; the address does not hold it.
        if (inside || !input.closest('[data-testid="stPopoverBody"]')) words.push(input.type === "checkbox" ? "" : input.value);
    }
    const chart = document.querySelector(".timeline-plot");
    if (chart?._fullLayout) {
        // To a part of the window: an address keeps minutes.
        const [start, end] = chart._fullLayout.xaxis.range.map((end) => new Date(end).getTime());
        words.push(chart._fullData.length, Math.round(200 * start / (end - start)), (end - start).toPrecision(2));
    }
    if (inside) {
        for (const part of document.querySelectorAll("[aria-expanded], [aria-checked], [aria-pressed], input")) {
            words.push(...["aria-expanded", "aria-checked", "aria-pressed"].map((name) => part.getAttribute(name)), part.checked);
        }
        words.push(document.querySelectorAll("details[open]").length, document.querySelectorAll(".dl-text mark").length);
        words.push(document.querySelector('[data-testid="stMain"]').scrollTop);
    }
    return location.href + words.filter((word) => word !== "").join(" ");
}"""
"""All that a reader sees, or with `inside` false what the way back must bring again: not what had been folded out."""


@dataclass
class Visit:
    """A page in a browser, what went wrong in it, and the files that it gave."""

    page: Page
    home: str
    problems: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    pressed: set[str] = field(default_factory=set)

    def listen(self) -> None:
        self.page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        self.page.on("console", self._take_line)
        self.page.on("download", lambda file: self.files.append(file.suggested_filename))

    def _take_line(self, line: ConsoleMessage) -> None:
        if line.type == "error":
            self.problems.append(f"console: {line.text} {line.location['url']}")

    def open(self, path: str) -> None:
        self.page.goto(self.home + path)
        settle(self.page)

    def seen(self, inside: bool = True) -> str:
        return str(self.page.evaluate(WORDS, inside))


@pytest.fixture(scope="session")
def corpora(server, tmp_path_factory) -> Iterator[Callable[[str], str]]:
    """Gives the address of a dashboard: on the bundled digests, on one document, on 20,000 events with 2,000 people."""
    with ExitStack() as running:

        @cache
        def address_of(corpus: str) -> str:
            if corpus == "digests":
                return server
            folder = tmp_path_factory.mktemp("corpus")
            if corpus == "one document":
                build([ROOT / "data" / "documents" / "calls-with-cuba-and-ecuador.txt"], folder)
            else:
                write_tables(generate(20_000, 2_000), folder)
            return running.enter_context(serve(folder))

        yield address_of


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("corpus", ["20,000 events", "digests", "one document"])
def test_everything_that_can_be_pressed_works(chromium, corpora, corpus, width):
    context = chromium.new_context(viewport={"width": width, "height": 1000}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(15_000)
    watch(page)
    visit = Visit(page, corpora(corpus))
    visit.listen()
    for path in PATHS:
        visit.open(path)
        press_all(visit, path)
    context.close()
    assert not visit.problems, "\n".join(visit.problems)


def press_all(visit: Visit, path: str) -> None:
    """Use each thing on the page that has not been used on a page before, what unfolds something first.

    What a button lays over the page is used up before the rest of the page is gone on with; where it went with what was
    pressed in it, it is laid there again.
    """
    home, opener = visit.page.url, ""
    for _ in range(MOST):
        waiting = [c for c in visit.page.evaluate(FIND) if _mark(c, path) not in visit.pressed and not c["away"]]
        is_over = visit.page.locator(OVER).count() > 0
        if not waiting and is_over:
            opener = ""
            visit.page.keyboard.press("Escape")
            settle(visit.page)
            continue
        if opener and not is_over:
            visit.page.locator(opener).first.click()
            settle(visit.page)
            is_over = visit.page.locator(OVER).count() > 0
            if is_over:
                continue
            opener = ""
        if not waiting:
            break
        control = min(waiting, key=lambda c: c["kind"] != "toggle")
        visit.pressed.add(_mark(control, path))
        press(visit, control, f"{path}: {control['group']}")
        if visit.page.url != home:
            visit.open(path)
        key = str(control["group"]).split("|")[1]
        if not is_over and key.startswith("st-key-") and visit.page.locator(OVER).count():
            opener = f".{key} button"
    else:
        visit.problems.append(f"{path}: there is no end of what can be pressed")


OVER = '[data-testid="stPopoverBody"]'
MOST = 150
"""Things on a page: with more, what was pressed is taken for new."""


def _mark(control: dict[str, object], path: str) -> str:
    """Filters, the count line and the ways to other pages are the same on all pages."""
    return str(control["group"] if control["aside"] else f"{path} {control['group']}")


def press(visit: Visit, control: dict[str, object], name: str) -> None:
    """Use one thing; note what it did not do."""
    page = visit.page
    before, view, address, files = visit.seen(), visit.seen(inside=False), page.url, len(visit.files)
    element = page.locator(f'[data-press="{control["press"]}"]')
    try:
        ACTS[str(control["kind"])](page, element)
    except PlaywrightError as error:
        visit.problems.append(f"{name}: {error.message[:300]}")
    page.mouse.move(2, 998)
    try:
        settle(page)
    except AssertionError as error:
        visit.problems.append(f"{name}: {error}")
        visit.open("/")
        return
    if page.locator('[data-testid="stException"]').count():
        visit.problems.append(f"{name}: {page.locator('[data-testid=stException]').first.inner_text()[:200]}")
    if visit.seen() == before and len(visit.files) == files:
        # A file of 25,000 rows takes seconds to write.
        for _ in range(20):
            page.wait_for_timeout(500)
            if visit.seen() != before or len(visit.files) != files:
                break
        else:
            visit.problems.append(f"{name}: nothing changed")
    if page.url != address:
        page.go_back()
        try:
            settle(page)
        except AssertionError as error:
            visit.problems.append(f"{name}: after Back {error}")
        if page.url != address:
            visit.problems.append(f"{name}: Back leads to {page.url}, not to {address}")
        elif difference := _difference(view, visit.seen(inside=False)):
            visit.problems.append(f"{name}: after Back {difference}")


def _difference(before: str, after: str) -> str:
    if before == after:
        return ""
    at = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    return f"…{after[max(at - 60, 0) : at + 60]!r} is seen in place of …{before[max(at - 60, 0) : at + 60]!r}"


def _click(page: Page, element) -> None:
    element.scroll_into_view_if_needed()
    element.click()


def _click_mark(page: Page, element) -> None:
    # To the middle of what scrolls: at its edge a mark can lie below the bar at the top.
    element.evaluate("mark => mark.scrollIntoView({block: 'center'})")
    box = element.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def _type(page: Page, element) -> None:
    element.scroll_into_view_if_needed()
    element.fill("2021")
    element.press("Enter")


def _choose_another(page: Page, element) -> None:
    element.scroll_into_view_if_needed()
    now = element.input_value()
    element.click()
    page.locator("[role=option]").first.wait_for()
    others = page.locator("[role=option][aria-selected=false]")
    others.first.click() if others.count() else page.keyboard.press("Escape")
    assert others.count() or now


def _click_row(page: Page, element) -> None:
    element.evaluate("table => table.scrollIntoView({block: 'center'})")
    box = element.bounding_box()
    page.mouse.move(box["x"] + min(box["width"] / 2, 200), box["y"] + (130 if box["height"] > 180 else 55))
    # A hand rests on what it clicks, and the table has to see it come.
    page.wait_for_timeout(150)
    page.mouse.down()
    page.wait_for_timeout(50)
    page.mouse.up()


ACTS = {
    "toggle": _click,
    "link": _click,
    "tick": _click,
    "button": _click,
    "choice": _choose_another,
    "field": _type,
    "mark": _click_mark,
    "table": _click_row,
}
