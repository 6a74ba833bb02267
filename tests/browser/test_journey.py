"""A reader's way through the running dashboard: see, filter, pick, read, search, open, download, share."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from benchmarks.generate import generate
from loaders.tables.store import write_tables
from tests.browser.conftest import serve, settle, watch


def wait_for_timeline(page: Page) -> None:
    page.wait_for_selector(".timeline[data-drawn]")
    settle(page)


def show_whole_period(page: Page) -> None:
    """Zoom so that every event that is left is drawn."""
    whole = page.get_by_role("button", name="Whole period")
    if whole.is_enabled():
        whole.click()
    settle(page)


def side(page: Page):
    return page.locator('[data-testid="stSidebar"]')


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
        "() => document.querySelector('.timeline-plot')._fullLayout.xaxis.range.map((end) => new Date(end).getTime())"
    )


def pick(page: Page, event_id: str) -> None:
    place = marks(page)[event_id][0]
    page.mouse.click(place["x"], place["y"])
    page.wait_for_function("(id) => location.search.includes(id)", arg=event_id)
    settle(page)


def download(page: Page, label: str) -> list[dict[str, str]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=re.compile(f"^Download .*{label}")).click()
    with open(waiting.value.path(), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(io.StringIO(file.read())))


def call_of_august(tables) -> pd.Series:
    events = tables[1]["events"]
    calls = events[(events["event_type"] == "call") & events["leaders"].map(lambda ids: "miguel-diaz-canel" in ids)]
    return calls.iloc[0]


def test_the_honest_line_and_a_drawn_timeline(visit, tables):
    page = visit("/")
    wait_for_timeline(page)
    n = {name: len(df) for name, df in tables[1].items()}
    line = page.get_by_text(re.compile(r"^5 documents · ")).inner_text()
    assert line.startswith(f"5 documents · {n['events']} events · {n['quotes']} quotes · ")
    show_whole_period(page)
    assert set(marks(page)) == set(tables[1]["events"]["event_id"])


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


def test_a_year_is_drawn_as_that_year(visit, tables):
    events = tables[1]["events"]
    years = events[events["precision"] == "year"]
    assert len(years)
    for event in years.itertuples():
        page = visit(f"/?view={event.start.year - 1}..{event.start.year + 1}")
        wait_for_timeline(page)
        bars = page.evaluate(
            """() => Object.fromEntries(document.querySelector('.timeline-plot')._fullData.filter(t => t.type === 'bar')
                .flatMap(t => Array.from(t.customdata).map((id, i) => [id, [t.base[i], t.base[i] + t.x[i]]])))"""
        )
        assert bars[event.event_id] == [event.start.timestamp() * 1000, event.end.timestamp() * 1000]


def test_a_filter_leaves_what_it_said_and_a_link_shows_the_same(visit, tables):
    page = visit("/")
    wait_for_timeline(page)
    show_whole_period(page)
    label = side(page).get_by_text(re.compile(r"^Xi Jinping \(\d+\)$"))
    left = int(label.inner_text().split()[-1].strip("()"))
    label.click()
    page.wait_for_function("location.search.includes('leader=xi-jinping')")
    settle(page)
    events = tables[1]["events"]
    mine = set(events[events["leaders"].map(lambda ids: "xi-jinping" in ids)]["event_id"])
    assert len(mine) == left
    assert set(marks(page)) == mine
    other = visit("/" + page.url.split("/", 3)[-1])
    wait_for_timeline(other)
    assert set(marks(other)) == mine
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_function("!location.search.includes('leader')")
    settle(page)
    assert set(marks(page)) == set(events["event_id"])


def test_an_event_shows_its_evidence_and_zoom_and_choice_survive_a_filter(visit, tables):
    event = call_of_august(tables)
    mention = tables[1]["mentions"].query("event_id == @event.event_id and date_text != ''").iloc[0]
    page = visit("/")
    wait_for_timeline(page)
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_function("location.search.includes('view=')")
    settle(page)
    seen = window(page)
    pick(page, event["event_id"])
    assert page.get_by_role("heading", name=event["title"]).is_visible()
    assert mention["date_text"] in page.locator("mark.date").all_inner_texts()
    assert "30 August 2021" in page.get_by_test_id("stMain").inner_text()
    side(page).get_by_text(re.compile(r"^Miguel Díaz-Canel \(\d+\)$")).click()
    page.wait_for_function("location.search.includes('leader=')")
    settle(page)
    assert window(page) == pytest.approx(seen, abs=60_000)
    assert page.get_by_role("heading", name=event["title"]).is_visible()


def test_a_link_with_a_zoom_opens_that_window(visit):
    page = visit("/?view=2020-01-01T00:00..2021-01-01T00:00")
    wait_for_timeline(page)
    start, end = (pd.Timestamp(moment, unit="ms").date().isoformat() for moment in window(page))
    assert (start, end) == ("2020-01-01", "2021-01-01")


def test_events_and_reports_download_as_shown(visit, tables):
    page = visit("/?leader=xi-jinping")
    wait_for_timeline(page)
    events, mentions = tables[1]["events"], tables[1]["mentions"]
    mine = events[events["leaders"].map(lambda ids: "xi-jinping" in ids)]
    show_whole_period(page)
    rows = download(page, "events?")
    assert {row["event_id"] for row in rows} == set(marks(page)) == set(mine["event_id"])
    assert {row["title"].lstrip("'") for row in rows} == set(mine["title"])
    rows = download(page, "reports?")
    assert {row["mention_id"] for row in rows} == set(
        mentions[mentions["event_id"].isin(mine["event_id"])]["mention_id"]
    )


def test_quotes_are_searched_cited_and_downloaded(visit, tables):
    quotes = tables[1]["quotes"]
    page = visit("/quotes?words=blockade")
    shown = page.locator("blockquote").count()
    found = quotes[quotes["statement"].str.casefold().str.contains("blockade")]
    assert shown == len(found[["document_id", "statement_start"]].drop_duplicates()) > 0
    assert set(page.locator("blockquote mark").all_inner_texts()) == {"blockade"}
    rows = download(page, "quotes?")
    assert len(rows) == len(found)
    page.get_by_text("In its paragraph").first.click()
    assert page.locator("details[open] mark.quote").first.is_visible()
    page.get_by_role("button", name="Copy with citation").first.click()
    cited = page.locator('[data-testid="stPopoverBody"] code').first
    cited.wait_for()
    assert re.search(r"\n— .+\d{4}", cited.inner_text())


def test_a_document_shows_what_was_found_in_it(visit, tables):
    page = visit("/documents")
    page.locator(".dl-text mark.quote").first.wait_for()
    text = page.locator(".dl-text").inner_text()
    assert any(text[:60].strip() in whole.strip() for whole in tables[1]["documents"]["text"])
    for kind in ("date", "leader", "quote"):
        assert page.locator(f".dl-text mark.{kind}").count() > 0
    assert page.get_by_text(re.compile("Published .* at the (head|foot) of the text")).is_visible()


def test_nothing_left_offers_to_clear(visit, tables):
    page = visit("/?words=zzyzx")
    assert page.get_by_text("No event fits all the filters").is_visible()
    page.get_by_role("button", name="Clear all filters").click()
    wait_for_timeline(page)
    show_whole_period(page)
    assert set(marks(page)) == set(tables[1]["events"]["event_id"])


def test_two_accounts_stand_side_by_side_and_lead_to_their_texts(visit, tables):
    event = tables[1]["events"].query("n_documents > 1").iloc[0]
    page = visit(f"/compare?event={event['event_id']}")
    page.locator(".dl-pair:not(.alone)").first.wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as a page to print").click()
    with open(waiting.value.path(), encoding="utf-8") as file:
        assert file.read().count("<tr>") == page.locator(".dl-pair").count() + 1
    words = page.locator(".dl-pair > div").first.inner_text().split("in the text")[1].strip()
    page.get_by_role("link", name="in the text").first.click()
    settle(page)
    marked = page.locator("mark.here")
    marked.first.wait_for()
    assert " ".join("".join(marked.all_inner_texts()).split()) == " ".join(words.split())


def test_a_square_of_the_matrix_leads_to_the_events(visit, tables):
    page = visit("/leaders")
    square = page.locator(".js-plotly-plot").nth(1).locator(".points path").first
    square.wait_for()
    box = square.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("location.search.includes('together=1')")
    wait_for_timeline(page)
    events = tables[1]["events"]
    chosen = re.findall(r"leader=([a-z-]+)", page.url)
    both = events[events["leaders"].map(lambda ids: set(chosen) <= set(ids))]
    assert len(chosen) == 2
    show_whole_period(page)
    assert set(marks(page)) == set(both["event_id"])


@pytest.mark.parametrize("path", ["/", "/quotes", "/leaders", "/topics", "/compare", "/documents"])
def test_a_phone_shows_all_within_its_width(visit, path):
    page = visit(path, width=390, height=844, has_touch=True, is_mobile=True)
    if path == "/":
        wait_for_timeline(page)
    main = page.get_by_test_id("stMain")
    assert main.evaluate("main => main.scrollWidth") <= 390
    assert page.locator("h1").is_visible()


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


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Address and events of a dashboard on 3,000 generated events."""
    folder = tmp_path_factory.mktemp("many")
    made = generate(3_000, 60)
    write_tables(made, folder)
    with serve(folder) as address:
        yield address, made["events"]


@pytest.fixture
def visit_many(chromium, many):
    """Open an address of that dashboard."""
    contexts = []

    def visit_many(path: str = "/", width: int = 1400) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 1000}, bypass_csp=True)
        contexts.append(context)
        page = context.new_page()
        watch(page)
        page.goto(many[0] + path)
        wait_for_timeline(page)
        return page

    yield visit_many
    for context in contexts:
        context.close()


NUMBERS = """() => document.querySelector('.timeline-plot')._fullData.filter((t) => t.name === 'more events')
    .flatMap((t) => Array.from(t.text).map((n) => Number(n.replace(',', ''))))"""


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
    assert page.get_by_text(re.compile(f"Showing .*: {first}$")).is_visible()
    page.locator("button.timeline-lane").filter(has_text=first).click()
    page.wait_for_function("!location.search.includes('leader=')")


def test_the_chronology_is_there_where_the_timeline_cannot_be_drawn(chromium, server):
    page = chromium.new_page(viewport={"width": 1400, "height": 1000})
    page.route("**/plotly-*.min.js", lambda route: route.abort())
    page.goto(server)
    page.get_by_text("The timeline cannot be drawn").wait_for()
    page.locator(".dl-row").first.click()
    page.get_by_role("button", name="← Chronology").click()
    page.get_by_role("button", name=re.compile("Download .* events")).wait_for()
    page.close()


def test_the_way_back_through_the_pages_changes_no_filter(visit):
    page = visit("/?leader=xi-jinping")
    wait_for_timeline(page)
    page.get_by_role("link", name="Quotes").click()
    page.get_by_role("heading", name="Quotes").wait_for()
    settle(page)
    while page.locator("h1").inner_text() != "Timeline":
        page.go_back()
        settle(page)
    wait_for_timeline(page)
    assert re.findall(r"leader=([a-z-]+)", page.url) == ["xi-jinping"]
    assert page.get_by_text(re.compile("Showing .*: Xi Jinping$")).is_visible()


def test_the_keyboard_is_seen_where_it_is(visit):
    page = visit("/")
    wait_for_timeline(page)
    seen = []
    for _ in range(32):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                    const here = document.activeElement, shown = here.closest("label") ?? here, style = getComputedStyle(shown);
                    const field = here.tagName === "INPUT" && here.type === "text";
                    return field || (style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2)
                        ? "" : here.outerHTML.slice(0, 80);
                }"""
            )
        )
    assert [element for element in seen if element] == []


def listed(page: Page) -> list[str]:
    """The ids of the chronology's rows, from the top."""
    return page.locator(".dl-chronology [data-event]").evaluate_all("rows => rows.map((row) => row.dataset.event)")


def inside(page: Page, events: pd.DataFrame) -> set[str]:
    start, end = (pd.Timestamp(moment, unit="ms") for moment in window(page))
    return set(events[(events["start"] < end) & (events["end"] > start)]["event_id"])


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


def test_a_pick_on_a_phone_brings_its_evidence_into_sight(visit):
    page = visit("/", width=390, height=844)
    wait_for_timeline(page)
    page.locator(".timeline-plot").scroll_into_view_if_needed()
    page.mouse.click(*label(page))
    page.wait_for_function("location.search.includes('event=')")
    page.wait_for_function("document.querySelector('.st-key-card h3')?.getBoundingClientRect().bottom < innerHeight")


def test_a_click_anywhere_in_a_row_of_the_table_opens_it(visit):
    page = visit("/?list=table")
    wait_for_timeline(page)
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    page.mouse.click(box["x"] + 250, box["y"] + 35 * 2.5)
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


def test_a_matrix_wider_than_a_phone_shows_that_it_can_be_moved(visit):
    page = visit("/leaders", width=390, height=844, has_touch=True, is_mobile=True)
    matrix = page.locator(".st-key-matrix_met")
    matrix.wait_for()
    assert matrix.evaluate("box => box.scrollWidth > box.clientWidth")
    assert matrix.evaluate("box => getComputedStyle(box).backgroundAttachment").endswith("local, scroll, scroll")


@pytest.mark.parametrize("width", [390, 700])
def test_a_narrow_window_says_where_pages_and_filters_are(visit, width):
    page = visit("/quotes", width=width, height=844)
    arrow = page.get_by_test_id("stExpandSidebarButton")
    assert "Pages and filters" in arrow.evaluate("button => getComputedStyle(button, '::after').content")
    arrow.click()
    side(page).get_by_role("link", name="Leaders").click()
    page.get_by_role("heading", name="Leaders").wait_for()


@pytest.mark.parametrize(
    ("button", "page_name"), [("Open the document", "Documents"), ("Compare the accounts", "Compare")]
)
def test_the_ways_from_the_card_lead_away_at_once_and_back(visit, tables, button, page_name):
    event = tables[1]["events"].query("n_documents > 1").iloc[0]
    page = visit(f"/?event={event['event_id']}")
    wait_for_timeline(page)
    page.get_by_role("button", name=button).first.click()
    page.get_by_role("heading", name=page_name, exact=True).wait_for()
    settle(page)
    page.go_back()
    wait_for_timeline(page)
    assert page.get_by_role("heading", name=event["title"]).is_visible()


def test_back_undoes_zoom_and_pick_in_order_to_the_bare_page(visit, tables):
    page = visit("/")
    wait_for_timeline(page)
    bare, seen = page.url, window(page)
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_function("location.search.includes('view=')")
    settle(page)
    zoomed = page.url
    pick(page, call_of_august(tables)["event_id"])
    for address in (zoomed, bare):
        page.go_back()
        settle(page)
        assert page.url == address
    assert window(page) == pytest.approx(seen, abs=60_000)


def test_an_empty_window_leads_to_the_nearest_events(visit):
    page = visit("/?view=2021-01-01..2021-01-02")
    wait_for_timeline(page)
    assert page.get_by_text("Nothing that is selected lies in this time").is_visible()
    page.get_by_role("button", name=re.compile("^‹ Before: 28 September 2020")).click()
    settle(page)
    assert page.locator(".timeline-empty").is_hidden()


def label(page: Page):
    """The middle of a label of the timeline."""
    box = page.locator(".timeline-plot .textpoint text").filter(has_text=re.compile("speaks")).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


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


def test_on_paper_are_all_rows_and_no_fields(visit):
    page = visit("/quotes")
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    page.emulate_media(media="print")
    assert pages > 2
    expect(side(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Open the document").first).to_be_hidden()
