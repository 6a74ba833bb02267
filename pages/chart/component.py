"""The timeline in the browser: a component that draws our figure and reports zoom, width and the picked event.

A plain `st.plotly_chart` is mounted anew whenever its figure changes and loses zoom and selection with it. This one
updates in place (Plotly.react), and lets the server lay out labels and rows for the window that the reader looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import streamlit as st

from loaders.moments import EARLIEST, EPOCH, LATEST, shifted
from loaders.query.overview import Overview
from pages.chart.figure import Figure
from pages.chart.traces import ms
from pages.chart.windows import Window
from pages.shared.address import say_window

HERE = Path(__file__).parent
KEY = "timeline"
DRAWN = "timeline_drawn"
"""Session state: whether a timeline has been drawn for this reader, so that slower parts of the page may follow."""
SHOWN = "timeline_shown"
"""Session state: the window that the browser shows, as the address says it."""
MOVES = "timeline_moves"
"""Session state: how often the browser was told to show another window than it does."""
DEFAULT_WIDTH = 640
SCRIPTS = ("axis.js", "overview.js", "list.js", "frame.js", "component.js")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the reader's browser shows: the window, None before it has been drawn, and the width in pixels."""

    window: Window | None
    width: int


@dataclass(frozen=True, slots=True)
class Empty:
    """What a window without events says, and the ways to the nearest ones: words of a button, and where it leads."""

    words: str
    ways: tuple[tuple[str, Window], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the timeline shows."""

    figure: Figure
    lanes: list[dict[str, Any]]
    """From the top: `label`, `n`, `top`, `height`; and `ask`, `value`, `title` where a click on the name asks for something."""
    key: str
    """HTML, of our own words alone."""
    window: Window
    extent: Window
    busiest: Window
    overview: Overview
    width: int
    picked: str
    said: str
    """What is told to those who do not see the change."""
    wrong: str = ""
    """What could not be read of what was typed."""
    more: tuple[str, str] | None = None
    """Words of the button for more or fewer lanes, and what it asks for."""
    empty: Empty | None = None


timeline = st.components.v2.component(
    "dateline_timeline",
    html=(HERE / "component.html").read_text(encoding="utf-8"),
    css=(HERE / "component.css").read_text(encoding="utf-8"),
    js="\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS),
    isolate_styles=False,
)


def what_is_seen() -> Seen:
    """Window and width as the browser last reported them."""
    reported = _reported().get("window")
    if not reported:
        return Seen(None, DEFAULT_WIDTH)
    return Seen((_time(reported[0]), _time(reported[1])), int(reported[2]))


def what_is_picked() -> str:
    """The event_id that was clicked last, empty before any."""
    return str(_reported().get("picked") or "")


def what_is_asked() -> tuple[str, object]:
    """What was pressed beside the marks: its name and value, empty before anything was."""
    asked = _reported().get("asked") or {}
    return str(asked.get("name") or ""), asked.get("value")


def is_drawn() -> bool:
    """Whether the reader has seen a timeline yet: until then nothing else should keep the browser busy."""
    return bool(st.session_state.get(DRAWN))


def _take_window(on_move: Callable[[Window], None]) -> None:
    """The browser has drawn the timeline, or the reader has moved it; what it was told to show is no news."""
    st.session_state[DRAWN] = True
    window = what_is_seen().window
    if window and say_window(window) != st.session_state.get(SHOWN):
        st.session_state[SHOWN] = say_window(window)
        on_move(window)


def _reported() -> dict[str, Any]:
    state = st.session_state.get(KEY)
    return dict(state) if state else {}


def show_timeline(
    shown: Shown, on_move: Callable[[Window], None], on_pick: Callable[[], None], on_ask: Callable[[], None]
) -> None:
    """Draw the figure. A window that is not the one the browser shows moves it there: a new filter, or the way back.

    What the reader does is not waited for: an answer to an older zoom moves nothing.
    """
    if st.session_state.get(SHOWN) != say_window(shown.window):
        st.session_state[SHOWN] = say_window(shown.window)
        st.session_state[MOVES] = st.session_state.get(MOVES, 0) + 1
    timeline(
        key=KEY,
        data={**tell(shown), "move": st.session_state.get(MOVES, 0)},
        on_window_change=lambda: _take_window(on_move),
        on_picked_change=on_pick,
        on_asked_change=on_ask,
    )


def tell(shown: Shown) -> dict[str, Any]:
    """What is shown as the browser takes it: times in milliseconds."""
    overview, empty = shown.overview, shown.empty
    return {
        "figure": shown.figure,
        "lanes": shown.lanes,
        "key": shown.key,
        "window": [ms(moment) for moment in shown.window],
        "extent": [ms(moment) for moment in shown.extent],
        "focus": [ms(moment) for moment in shown.busiest],
        "overview": {
            "start": ms(overview.start),
            "end": ms(overview.end),
            "counts": list(overview.counts),
            "before": overview.before,
            "after": overview.after,
        },
        "width": shown.width,
        "drawn": len(shown.figure["data"]),
        "picked": shown.picked,
        "said": shown.said,
        "wrong": shown.wrong,
        "more": shown.more,
        "empty": empty and {"words": empty.words, "ways": [[words, *map(ms, way)] for words, way in empty.ways]},
    }


def _time(ms: float) -> datetime:
    try:
        return shifted(EPOCH, timedelta(milliseconds=ms))
    except OverflowError:
        return LATEST if ms > 0 else EARLIEST
