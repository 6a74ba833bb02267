"""One leader's life line as a Plotly figure: what happened, with labels, between the offices held and the days of quotes.

The events have the most room, laid out and drawn as on the timeline; an office is a thin bar, a quote a stroke on its day.
Heights are pixels from the top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from loaders.query.marks import Lanes
from pages.chart.layout import lay_out
from pages.chart.marks import LOOKS, look_of
from pages.chart.traces import ROW, Traces, draw_bars, draw_labels, draw_marks, draw_strikes, ms, safe, tell_event
from pages.chart.windows import Window
from pages.shared.phrases import say_day

OFFICE, HEAD, QUOTES = 27, 20, 30
"""Pixels of an office with its name, of the heading of a row, and of the days on which something was said."""
MOST_ROWS = 10
"""Rows of events; what has no room in them stands in one more, small and without a label."""
ROOM = 860
"""Pixels of width that labels are laid out for; in a narrower window style.css leaves them out."""
INK, HELD = "#1d2430", "#d9e8f6"

Held = tuple[str, date | None, date | None]
"""An office's name with the days it was held from and until, None where open."""


def draw_lifeline(
    offices: Sequence[Held], events: pd.DataFrame, quotes: pd.DataFrame, window: Window, names: Mapping[str, str]
) -> go.Figure:
    """The figure over a window; a mark of an event has its event_id as customdata."""
    inside = [held for held in offices if _overlaps(held, window)]
    top = OFFICE * len(inside) + HEAD
    traces, height = _draw_events(events, window, top, dict(names))
    bottom = top + height + HEAD
    figure = go.Figure([*_draw_offices(inside, window), *traces, _draw_quotes(quotes, bottom + QUOTES / 2)])
    heads = [(name, number * OFFICE) for number, (name, _, _) in enumerate(inside)]
    heads += [("Events", top - HEAD), ("Quotes", bottom - HEAD)]
    figure.update_layout(
        height=bottom + QUOTES + 36,
        margin={"l": 6, "r": 10, "t": 6, "b": 30},
        barmode="overlay",
        showlegend=False,
        dragmode=False,
        clickmode="event+select",
        plot_bgcolor="rgba(0,0,0,0)",
        paper_bgcolor="rgba(0,0,0,0)",
        xaxis={
            "type": "date",
            "range": [ms(moment) for moment in window],
            "gridcolor": "rgba(120,130,150,0.18)",
            "fixedrange": True,
        },
        yaxis={"range": [bottom + QUOTES, 0], "visible": False, "fixedrange": True},
        # Labels stand above their rows, not beside them: a phone has no room for a gutter.
        annotations=[
            {"text": safe(words), "xref": "paper", "x": 0, "xanchor": "left", "y": y, "yanchor": "top"}
            | {"showarrow": False, "font": {"size": 12, "color": INK}}
            for words, y in heads
        ],
        hoverlabel={"bgcolor": "#ffffff", "font": {"color": INK}, "align": "left"},
    )
    return figure


def _overlaps(held: Held, window: Window) -> bool:
    _, start, end = held
    return (start is None or _moment(start) < window[1]) and (end is None or _moment(end) > window[0])


def _draw_offices(offices: Sequence[Held], window: Window) -> Traces:
    starts = [max(_moment(start), window[0]) if start else window[0] for _, start, _ in offices]
    ends = [min(_moment(end), window[1]) if end else window[1] for _, _, end in offices]
    bar = {
        "type": "bar",
        "orientation": "h",
        "base": [ms(start) for start in starts],
        "x": [ms(end) - ms(start) for start, end in zip(starts, ends, strict=True)],
        "y": [OFFICE * (number + 0.82) for number in range(len(offices))],
        "width": 6,
        "marker": {"color": HELD, "line": {"color": "#9dbcd8", "width": 1}},
        "hovertext": [f"{safe(name)}: {_say_term(start, end)}" for name, start, end in offices],
        "hoverinfo": "text",
    }
    return [bar] if offices else []


def _say_term(start: date | None, end: date | None) -> str:
    first = f"{start.day} {start:%B} {start.year}" if start else "?"
    last = f"{end.day} {end:%B} {end.year}" if end else "now"
    return f"{first} – {last}"


def _draw_events(events: pd.DataFrame, window: Window, top: int, names: dict[str, str]) -> tuple[Traces, int]:
    """The traces of the events, and how many pixels they take."""
    lanes = Lanes((), (), rest=0, rest_events=0, nobody=len(events))
    layout = lay_out(events, "none", lanes, {}, window, ROOM, most_rows=MOST_ROWS)
    rows = layout.lanes[0].rows if layout.lanes else 1
    places = layout.places.assign(y=[top + (row + 0.5) * ROW - 2 for row in layout.places["row"]])
    places["hover"] = [tell_event(row, names) for row in places.to_dict("records")]
    traces: Traces = []
    for look in LOOKS:
        mine = places[pd.Series([look_of(kind) is look for kind in places["event_type"]], places.index, dtype=bool)]
        traces += [*draw_bars(mine[mine["bar"].astype(bool)], look), *draw_marks(mine, look, "")]
    traces += draw_strikes(places) + draw_labels(places, "")
    others = events[~events["event_id"].isin(places["event_id"])]
    if len(others):
        rows += 1
        traces.append(_draw_small(others, top + (rows - 0.5) * ROW, names))
    return traces, rows * ROW


def _draw_small(events: pd.DataFrame, y: float, names: dict[str, str]) -> dict[str, Any]:
    middles = [start + (end - start) / 2 for start, end in zip(events["start"], events["end"], strict=True)]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [ms(middle) for middle in middles],
        "y": [y] * len(events),
        "marker": {
            "symbol": [look_of(kind).symbol for kind in events["event_type"]],
            "color": [look_of(kind).color for kind in events["event_type"]],
            "size": 8,
            "opacity": 1,
        },
        "customdata": list(events["event_id"]),
        "hovertext": [tell_event(row, names) for row in events.to_dict("records")],
        "hoverinfo": "text",
    }


def _draw_quotes(quotes: pd.DataFrame, y: float) -> dict[str, Any]:
    """A stroke a day on which something was said, longer for more quotes."""
    days = quotes.dropna(subset=["said_start"]).groupby("said_start").size()
    return {
        "type": "scatter",
        "x": [ms(moment + timedelta(hours=12)) for moment in days.index],
        "y": [y] * len(days),
        "mode": "markers",
        "marker": {
            "symbol": "line-ns",
            "size": [10 + min(n, 12) for n in days],
            "line": {"width": 2, "color": "#007a5a"},
        },
        "hovertext": [f"{n} quoted or reported on {say_day(day)}" for day, n in days.items()],
        "hoverinfo": "text",
    }


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
