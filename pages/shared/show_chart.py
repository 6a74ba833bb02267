"""The chart of the timeline page: the window that it shows, and what is done with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import streamlit as st

from loaders.query import marks
from loaders.query.density import NOBODY, REST
from loaders.query.selection import Lane, Selection
from loaders.tables.store import Store
from pages.chart.component import Empty, Shown, show_timeline, what_is_asked, what_is_picked, what_is_seen
from pages.chart.layout import FEW_LANES
from pages.chart.windows import Window, around, focus_between, pad
from pages.shared import state, tables
from pages.shared.address import ALLOWED, FIRST, LAST, read_window, say_window
from pages.shared.phrases import count, say_date, say_when, shorten
from pages.shared.picture import FACET_OF_LANES, Picture, draw_window

WRONG = "window_wrong"
"""Session state: what was typed for an end of the window and could not be read."""
MANY = tuple(map(int, filter(None, ALLOWED["many"])))


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The window that is shown, the one of a first look, and all of the time."""

    window: Window
    usual: Window
    extent: Window


def look_at(store: Store, chosen: Selection) -> LookedAt:
    """What the address asks for, else where most happens."""
    usual, extent = _usual_windows(store, chosen)
    window = read_window(state.view("view")) or usual
    if state.view("view") and say_window(window) == say_window(usual):
        state.show(view="")
    return LookedAt(window, usual, extent)


@tables.shared
def _usual_windows(store: Store, chosen: Selection) -> tuple[Window, Window]:
    """The window of a first look, and all of the time."""
    profile = marks.profile(store, chosen)
    extent = pad((profile["start"].min(), profile["end"].max()))
    # Who asked for something is shown all that was found; of everything there is, the time when most happens.
    is_asked = state.is_filtered(replace(chosen, start=None, end=None))
    if is_asked and not (chosen.start or chosen.end):
        return extent, extent
    return focus_between(profile, chosen.start, chosen.end), extent


def show_chart(store: Store, chosen: Selection, looked_at: LookedAt, lanes: Lane) -> None:
    """The component with the picture of the window."""
    seen, window = what_is_seen(), looked_at.window
    most = int(state.view("many") or FEW_LANES)
    picture = draw_window(store, chosen, window, lanes, most, seen.width, state.view("event"))
    overview = tables.count_through_time(store, chosen)
    assert overview is not None
    n = tables.count_events(store, chosen.within(window))
    shown = Shown(
        picture.figure,
        [_ask_of_lane(lane, lanes, chosen) for lane in picture.lanes],
        picture.key,
        window,
        looked_at.extent,
        looked_at.usual,
        overview,
        seen.width,
        state.view("event"),
        f"{count(n, 'event')}, {say_date(*window, 'span')}",
        st.session_state.get(WRONG, ""),
        _more_lanes(picture, most),
        _say_empty(store, chosen, window) if n == 0 else None,
    )
    show_timeline(shown, _move, _pick, lambda: _answer(FACET_OF_LANES.get(lanes, "")))


def _ask_of_lane(lane: dict[str, object], lanes: Lane, chosen: Selection) -> dict[str, object]:
    """The lane with what a click on its name asks for: that its events alone are shown, or all again."""
    facet = FACET_OF_LANES.get(lanes)
    if facet is None or lane["id"] in (NOBODY, REST):
        return lane
    made = lane["id"] in getattr(chosen, facet)
    title = "Take this filter away" if made else "Show only these"
    return {**lane, "ask": "lane", "value": lane["id"], "title": title}


def _more_lanes(picture: Picture, most: int) -> tuple[str, str] | None:
    """The button below the lanes: more of them where there are more, else fewer where more were asked for."""
    larger = next((n for n in MANY if n > most), None)
    if picture.more_lanes and larger:
        shown = min(picture.more_lanes, larger - most)
        return f"Show {shown:,} more" + (f" of {picture.more_lanes:,}" if shown < picture.more_lanes else ""), str(
            larger
        )
    return (f"Show the first {FEW_LANES} only", "") if most > FEW_LANES else None


def _move(window: Window) -> None:
    st.session_state.pop(WRONG, None)
    state.show(view=say_window(window), page="")


def _pick() -> None:
    picked = what_is_picked()
    if picked:
        state.show(event=picked)
        st.session_state.show_card = True


def _answer(facet: str) -> None:
    """For a callback: do what was pressed beside the marks. Only what the page itself offers is done."""
    name, value = what_is_asked()
    if name in ("sort", "list", "many") and value in ALLOWED[name]:
        state.show(**{name: str(value)})
    elif name == "page" and isinstance(value, str) and (value.isdecimal() or not value) and len(value) < 7:
        state.show(page=value)
    elif name == "lane" and isinstance(value, str) and facet:
        made = getattr(state.selection(), facet)
        state.choose(**{facet: tuple(one for one in made if one != value) if value in made else (*made, value)})
        st.session_state.whole_page = True
    elif name == "typed" and isinstance(value, list) and len(value) == 2:
        _take_typed(*map(str, value))


def _take_typed(first: str, last: str) -> None:
    # dateparser and the finder of dates take 0.2 s to import, and few visitors type a date.
    from loaders.dates_as_written import read_written_date

    found = [read_written_date(words.strip()) for words in (first, last)]
    wrong = [words for words, read in zip((first, last), found, strict=True) if read is None]
    start, end = (read.start if read and i == 0 else read.end if read else None for i, read in enumerate(found))
    st.session_state[WRONG] = ""
    if wrong:
        said = f"“{shorten(wrong[0], 40)}” is not a date that can be read."
        st.session_state[WRONG] = f"{said} Try 2021, Aug 2021 or 30 August 2021."
    elif start is None or end is None or not FIRST <= start < end <= LAST:
        st.session_state[WRONG] = "The first day lies after the last one."
    else:
        _move((start, max(end, start + timedelta(days=2))))


def _say_empty(store: Store, chosen: Selection, window: Window) -> Empty:
    """That nothing selected lies in the window, and the ways to what lies nearest."""
    before, after = tables.nearest_outside(store, chosen, window)
    ways = [
        (
            words.format(f"{say_when(near['start'], near['end'], near['precision'])} · {shorten(near['title'], 60)}"),
            near,
        )
        for words, near in (("‹ Before: {}", before), ("After: {} ›", after))
        if near
    ]
    return Empty(
        f"Nothing that is selected lies in this time: {say_date(*window, 'span')}.",
        tuple((words, around((near["start"], near["end"]), window)) for words, near in ways),
    )
