"""A collection on antiquity in a real browser: marks, axis, ends of the window and the list, before year 1 and across it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from loaders.build import build
from loaders.moments import microseconds_of, moment
from loaders.tables.times import moment_of
from tests.browser.conftest import serve, settle
from tests.browser.reading import download, marks, wait_for_timeline, window

TEXT = """The harbour republic and its wars

By R. Oakes

The first war with the islands was fought from 264 to 241 BC. In 260 BC the consul Marius Tullo won a battle off the cape.
General Casso crossed the mountains in the autumn of 218 BC. On 2 August 216 BC he destroyed an army at the river Tarn.
The senate signed a treaty with the islands in 201 BC. Marius Tullo the younger was killed on 15 March 44 BC.
A great fire burned much of the city in AD 64. Workers opened the old granary in 1954.
"""


@pytest.fixture(scope="module")
def republic(tmp_path_factory):
    """Address and events of a dashboard on TEXT."""
    place = tmp_path_factory.mktemp("republic")
    (place / "texts").mkdir()
    (place / "texts" / "republic.txt").write_text(TEXT, encoding="utf-8")
    events = build([place / "texts"], place / "built")["events"]
    with serve(place / "built") as address:
        yield address, events


def opened(visit, address: str, path: str = "/", width: int = 1400) -> Page:
    page = visit(path, width, home=address)
    wait_for_timeline(page)
    return page


@pytest.mark.parametrize("width", [1400, 390])
def test_what_was_before_year_one_stands_where_it_belongs(visit, republic, width):
    address, events = republic
    page = opened(visit, address, "/?view=-0299-01-01..0101-01-01", width)
    start, end = window(page)
    assert [start, end] == [microseconds_of(moment(year)) / 1000 for year in (-299, 101)]
    drawn = marks(page)
    old = events[events["end"] < events["end"].max()].sort_values("start", kind="stable")
    assert len(old) > 4
    assert set(drawn) == set(old["event_id"])
    placed = [drawn[event_id][0]["x"] for event_id, precision in old[["event_id", "precision"]].itertuples(index=False)]
    assert placed == pytest.approx(sorted(placed), abs=12)
    axis = page.locator(".timeline-axis span").all_inner_texts()
    assert {"200 BC", "100 BC"} <= set(axis) and any(words.startswith("AD ") for words in axis)
    assert not any(words.startswith("-") for words in axis)


def test_the_way_from_the_whole_to_a_death_in_44_bc_and_back_by_its_link(visit, republic):
    address, events = republic
    page = opened(visit, address)
    first, last = page.locator(".timeline-ends input").all()
    first.fill("60 BC")
    last.fill("20 BC")
    last.press("Enter")
    page.wait_for_function("location.search.includes('view=-0059-01-01..-0018-01-01')")
    settle(page)
    death = next(one for one in events.itertuples() if moment_of(one.start) == moment(-43, 3, 15))
    page.locator(f'[data-event="{death.event_id}"]').first.click()
    page.wait_for_function(f"location.search.includes('{death.event_id}')")
    settle(page)
    expect(page.locator("mark.date").first).to_have_text("15 March 44 BC")
    again = opened(visit, address, page.url.removeprefix(address))
    assert window(again) == window(page)
    assert again.locator(".timeline-ends input").first.input_value() == "1 Jan 60 BC"
    [row] = [row for row in download(again, "events?") if row["Id"] == death.event_id]
    assert (row["First day"], row["Last day"], row["When"]) == ("15 March 44 BC",) * 3
    assert row["Date (EDTF)"].lstrip("'") == "-0043-03-15"
