"""The timeline in a real browser: chart, strip, chronology and evidence, and that they show the same."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from benchmarks.generate import generate
from loaders.tables.store import write_tables
from tests.browser.conftest import serve, settle
from tests.browser.reading import chosen, inside, label, listed, marks, wait_for_timeline, window


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Address and events of a dashboard on 3,000 generated events."""
    folder = tmp_path_factory.mktemp("many")
    made = generate(3_000, 60)
    write_tables(made, folder)
    with serve(folder) as address:
        yield address, made["events"]


@pytest.fixture
def visit_many(visit, many):
    """Open an address of that dashboard."""

    def visit_many(path: str = "/", width: int = 1400) -> Page:
        page = visit(path, width, home=many[0])
        wait_for_timeline(page)
        return page

    return visit_many


NUMBERS = """() => document.querySelector('.timeline-plot')._fullData.filter((t) => t.name === 'more events')
    .flatMap((t) => Array.from(t.text).map((n) => Number(n.replace(',', ''))))"""


def test_labels_do_not_overlap(visit):
    page = visit("/")
    wait_for_timeline(page)
    boxes = page.locator(".timeline-plot .textpoint text").evaluate_all(
        """texts => texts.filter(t => t.textContent.length > 2)
            .map(t => t.getBoundingClientRect()).map(b => [b.left, b.right, b.top, b.bottom])"""
    )
    assert boxes
    for index, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            apart = right <= other[0] or other[1] <= left or bottom - 4 <= other[2] or other[3] <= top + 4
            assert apart, (index, boxes)


def test_a_year_is_drawn_as_that_year(visit_many, many):
    events = many[1]
    years = events[events["precision"] == "year"].nlargest(2, "weight")
    assert len(years) == 2
    for event in years.itertuples():
        page = visit_many(f"/?view={event.start.year - 1}..{event.start.year + 1}&event={event.event_id}")
        wait_for_timeline(page)
        bars = page.evaluate(
            """() => Object.fromEntries(document.querySelector('.timeline-plot')._fullData.filter(t => t.type === 'bar')
                .flatMap(t => Array.from(t.customdata).map((id, i) => [id, [t.base[i], t.base[i] + t.x[i]]])))"""
        )
        assert bars[event.event_id] == [event.start.timestamp() * 1000, event.end.timestamp() * 1000]


def test_the_page_scrolls_over_the_timeline(visit):
    page = visit("/", height=600)
    wait_for_timeline(page)
    seen = window(page)
    box = page.locator(".timeline-plot").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.wait_for_function(
        """() => {
            window.dispatchEvent(new Event("resize"));
            const lanes = document.querySelector(".timeline-scroll");
            return lanes.scrollHeight > lanes.clientHeight;
        }"""
    )
    axis = page.locator(".timeline-axis").bounding_box()
    page.mouse.wheel(0, 2000)
    page.wait_for_function("document.querySelector('.timeline-scroll').scrollTop > 20")
    assert page.locator(".timeline-axis").bounding_box() == axis
    page.wait_for_timeout(300)
    page.mouse.wheel(0, 2000)
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop > 20")
    assert window(page) == seen


def test_marks_and_numbers_are_all_there_is_and_a_number_comes_closer(visit_many):
    page = visit_many("/?lanes=document&view=1900..2100")
    before = window(page)
    numbers = page.evaluate(NUMBERS)
    lanes = page.locator(".timeline-lane small").all_inner_texts()
    drawn = sum(map(len, marks(page).values()))
    assert sum(numbers) + drawn == sum(int(n.replace(",", "")) for n in lanes)
    page.locator(".timeline-plot .bars .bartext").last.click(force=True)
    settle(page)
    after = window(page)
    assert after[1] - after[0] < (before[1] - before[0]) / 4


def test_main_events_come_first_and_the_rest_on_demand(visit_many, many):
    events = many[1]
    page = visit_many("/?view=1900..2100")
    head = page.locator(".dl-list-head h2")
    assert head.inner_text() == f"{(events['weight'] >= 0.5).sum():,} events"
    page.get_by_role("radio", name=re.compile("Everything dated")).click()
    page.wait_for_function("location.search.includes('weight=all')")
    settle(page)
    assert head.inner_text() == f"{len(events):,} events"
    page.get_by_role("button", name="Go on ›").click()
    page.wait_for_function("location.search.includes('page=2')")
    settle(page)
    assert page.get_by_text("51–100 of 3,000").is_visible()
    page.go_back()
    settle(page)
    assert page.get_by_text("1–50 of 3,000").is_visible()


def test_more_lanes_and_only_one(visit_many):
    page = visit_many()
    names = page.locator("button.timeline-lane")
    assert names.count() == 6
    page.get_by_role("button", name=re.compile("^Show 6 more of ")).click()
    page.wait_for_function("location.search.includes('many=12')")
    settle(page)
    assert names.count() == 12
    first = names.nth(1).inner_text().split("\u00a0")[0]
    names.nth(1).click()
    page.wait_for_function("location.search.includes('leader=')")
    settle(page)
    assert chosen(page) == [first]
    page.locator("button.timeline-lane").filter(has_text=first).click()
    page.wait_for_function("!location.search.includes('leader=')")


def test_the_chronology_shows_what_the_window_does(visit, tables):
    events = tables[1]["events"]
    page = visit("/")
    wait_for_timeline(page)
    for button in ("Zoom in", "Zoom in", "Move to earlier dates", "Zoom out", "Whole period"):
        page.get_by_role("button", name=button).click()
        settle(page)
        assert set(listed(page)) == inside(page, events)
    latest = listed(page)
    page.get_by_role("button", name="Earliest first").click()
    page.wait_for_function("location.search.includes('sort=earliest')")
    settle(page)
    assert listed(page) == latest[::-1]


def test_a_row_opens_its_evidence_in_its_place_and_the_way_leads_on_and_back(visit, tables):
    page = visit("/")
    wait_for_timeline(page)
    ids = listed(page)
    row = page.locator(".dl-row").nth(1)
    row.hover()
    assert page.locator(".timeline-lit").count() == len(marks(page)[ids[1]])
    row.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("(id) => location.search.includes(id)", arg=ids[1])
    settle(page)
    assert listed(page) == []
    titles = dict(zip(tables[1]["events"]["event_id"], tables[1]["events"]["title"], strict=True))
    assert page.get_by_role("heading", name=titles[ids[1]]).is_visible()
    assert page.locator(".timeline-plot").is_visible()
    page.get_by_role("button", name="Next ›").click()
    page.wait_for_function("(id) => location.search.includes(id)", arg=ids[2])
    settle(page)
    assert page.get_by_role("heading", name=titles[ids[2]]).is_visible()
    page.get_by_role("button", name="← Chronology").click()
    page.wait_for_function("!location.search.includes('event=')")
    settle(page)
    assert listed(page) == ids
    for address in (ids[2], ids[1], ""):
        page.go_back()
        settle(page)
        assert ("event=" in page.url and address in page.url) or not address


def test_the_window_is_dragged_stretched_typed_and_moved_by_keys(visit):
    page = visit("/")
    wait_for_timeline(page)
    addresses, spans = [page.url], [window(page)]

    def changed() -> tuple[float, float]:
        """How many times as long, and how much later, the window is than it was."""
        page.wait_for_function("(before) => location.href !== before", arg=addresses[-1])
        settle(page)
        addresses.append(page.url)
        spans.append(window(page))
        (start, end), (first, last) = spans[-1], spans[-2]
        return (end - start) / (last - first), (start + end - first - last) / 2

    strip, box = page.locator(".timeline-span"), page.locator(".timeline-box")
    whole = strip.bounding_box()
    page.mouse.click(whole["x"] + whole["width"] / 2, whole["y"] + 20)
    length, later = changed()
    assert (length, later < 0) == (pytest.approx(1, abs=0.01), True)
    edge = page.locator('.timeline-box [data-edge="start"]').bounding_box()
    page.mouse.move(edge["x"] + 3, edge["y"] + 20)
    page.mouse.down()
    page.mouse.move(edge["x"] - 60, edge["y"] + 20, steps=5)
    page.mouse.up()
    assert changed()[0] > 1.5
    box.focus()
    page.keyboard.press("ArrowRight")
    length, later = changed()
    assert (length, later > 0) == (pytest.approx(1, abs=0.01), True)
    for name, words in (("Last", "2022"), ("First", "Aug 2021")):
        page.get_by_role("textbox", name=f"{name} day shown").fill(words)
        page.keyboard.press("Enter")
        changed()
    assert "view=2021-08-01..2023-01-01" in page.url
    page.get_by_role("textbox", name="Last day shown").fill("whenever")
    page.keyboard.press("Enter")
    page.get_by_text("“whenever” is not a date").wait_for()
    for address, span in list(zip(addresses, spans, strict=True))[-2::-1]:
        page.go_back()
        settle(page)
        assert page.url == address
        assert window(page) == pytest.approx(span, abs=60_000)


def test_up_and_down_lead_from_row_to_row_and_from_event_to_event(visit):
    page = visit("/")
    wait_for_timeline(page)
    ids = listed(page)
    page.locator(".dl-chronology .dl-row").first.focus()
    page.keyboard.press("ArrowDown")
    for key, event_id in (("Enter", ids[1]), ("ArrowDown", ids[2]), ("ArrowUp", ids[1])):
        page.keyboard.press(key)
        page.wait_for_function("(id) => location.search.includes(id)", arg=event_id)
        settle(page)
        page.wait_for_function("document.activeElement.closest('.st-key-ways')")


def test_a_pick_on_a_phone_brings_its_evidence_into_sight(visit):
    page = visit("/", width=390, height=844)
    wait_for_timeline(page)
    page.locator(".timeline-plot").scroll_into_view_if_needed()
    page.mouse.click(*label(page))
    page.wait_for_function("location.search.includes('event=')")
    page.wait_for_function("document.querySelector('.st-key-card h2')?.getBoundingClientRect().bottom < innerHeight")


def test_a_click_anywhere_in_a_row_of_the_table_opens_it(visit):
    page = visit("/?list=table")
    wait_for_timeline(page)
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 250, box["y"] + 130)
    page.wait_for_function("location.search.includes('event=')")
    settle(page)
    page.get_by_role("button", name="← Chronology").click()
    page.wait_for_function("!location.search.includes('event=')")
    settle(page)
    assert table.is_visible()


def test_the_chronology_prints_whole(visit):
    page = visit("/")
    wait_for_timeline(page)
    page.emulate_media(media="print")
    side = page.locator(".st-key-side")
    assert side.evaluate("side => side.scrollHeight <= side.clientHeight + 2")
    expect(page.get_by_role("button", name="Earliest first")).to_be_hidden()


def test_an_empty_window_leads_to_the_nearest_events(visit):
    page = visit("/?view=2021-01-01..2021-01-02")
    wait_for_timeline(page)
    assert page.get_by_text("Nothing that is selected lies in this time").is_visible()
    page.get_by_role("button", name=re.compile("^‹ Before: 28 September 2020")).click()
    settle(page)
    assert page.locator(".timeline-empty").is_hidden()


def test_a_label_is_as_good_as_its_mark_and_still_drags(visit):
    page = visit("/")
    wait_for_timeline(page)
    x, y = label(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y, steps=4)
    page.mouse.up()
    settle(page)
    assert "event=" not in page.url
    page.mouse.click(*label(page))
    settle(page)
    assert "event=" in page.url
    assert page.get_by_role("heading", name=re.compile("speaks by phone")).is_visible()


def test_coming_closer_keeps_events_in_sight(visit):
    page = visit("/")
    wait_for_timeline(page)
    for _ in range(6):
        page.get_by_role("button", name="Zoom in").click()
        settle(page)
        assert not page.locator(".timeline-empty").is_visible()
