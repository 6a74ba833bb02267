"""What a reader of the timeline page sees and does, for the tests in the browser."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd
from playwright.sync_api import Page

from tests.browser.conftest import settle


def wait_for_timeline(page: Page) -> None:
    page.wait_for_selector(".timeline[data-drawn]")
    settle(page)


def show_whole_period(page: Page) -> None:
    """Zoom so that every event that is left is drawn."""
    whole = page.get_by_role("button", name="Whole period")
    if whole.is_enabled():
        whole.click()
    settle(page)


def open_popover(page: Page, name: str) -> None:
    """Fold out a popover of the bar: "leaders", "dates", "download"."""
    button = page.locator(f".st-key-open_{name} button")
    if button.get_attribute("aria-expanded") != "true":
        button.click()
        page.get_by_test_id("stPopoverBody").wait_for()
        settle(page)


def choice(page: Page, name: str, words: str):
    """The tick of a choice in a popover of the bar, by the words before its count."""
    open_popover(page, name)
    return page.get_by_test_id("stPopoverBody").get_by_text(re.compile(rf"^{re.escape(words)} \([\d,]+\)$"))


def chosen(page: Page) -> list[str]:
    """What stands in the chips below the bar."""
    return page.locator(".dl-chip").all_inner_texts()


def marks(page: Page) -> dict[str, list[dict[str, float]]]:
    """Where each event's marks stand on the drawn timeline, in pixels of the window, by event_id."""
    return page.evaluate(
        """() => {
            const plot = document.querySelector('.timeline-plot'), box = plot.getBoundingClientRect(), found = {};
            const {_size: size} = plot._fullLayout, {xaxis, yaxis} = plot._fullLayout;
            for (const trace of plot._fullData) {
                if (trace.mode !== 'markers' || !trace.customdata) continue;
                trace.x.forEach((x, i) => {
                    const at = {x: box.x + size.l + xaxis.d2p(x), y: box.y + size.t + yaxis.d2p(trace.y[i])};
                    (found[trace.customdata[i]] ??= []).push(at);
                });
            }
            return found;
        }"""
    )


def window(page: Page) -> list[float]:
    return page.evaluate(
        "() => { const axis = document.querySelector('.timeline-plot')._fullLayout.xaxis; return axis.range.map((end) => axis.r2l(end)); }"
    )


def pick(page: Page, event_id: str) -> None:
    place = marks(page)[event_id][0]
    page.mouse.click(place["x"], place["y"])
    page.wait_for_function("(id) => location.search.includes(id)", arg=event_id)
    settle(page)


def download(page: Page, label: str) -> list[dict[str, str]]:
    open_popover(page, "download")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile(rf"^Download .*{label} \(CSV\)")).click()
    with open(waiting.value.path(), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(io.StringIO(file.read())))


def call_of_august(tables) -> pd.Series:
    events = tables[1]["events"]
    calls = events[(events["event_type"] == "call") & events["leaders"].map(lambda ids: "miguel-diaz-canel" in ids)]
    return calls.iloc[0]


def listed(page: Page) -> list[str]:
    """The ids of the chronology's rows, from the top."""
    return page.locator(".dl-chronology [data-event]").evaluate_all("rows => rows.map((row) => row.dataset.event)")


def inside(page: Page, events: pd.DataFrame) -> set[str]:
    start, end = (pd.Timestamp(moment, unit="ms") for moment in window(page))
    return set(events[(events["start"] < end) & (events["end"] > start)]["event_id"])


def label(page: Page):
    """The middle of a label of the timeline."""
    box = page.locator(".timeline-plot .textpoint text").filter(has_text=re.compile("speaks")).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
