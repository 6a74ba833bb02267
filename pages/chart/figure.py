"""The timeline as a Plotly figure: a pure function of a layout. No Streamlit here.

The figure is plain data, as the browser takes it: building it of plotly.graph_objects, which look at every value, takes
longer than everything else that a zoom asks for. A test has them look at it. Axis and lane names are no part of it: they
stay in sight while the lanes scroll (component.js).

A date that is only known to the month, year or decade has a hatched bar over all of that time below its mark, so that nothing
looks like the first of January. A span with ends that the text gives has a solid one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pandas as pd

from pages.chart.layout import Lane, Layout
from pages.chart.letters import count_lines
from pages.chart.marks import LOOKS, look_of
from pages.chart.traces import (
    DENSITY,
    FAINT,
    FONT,
    INK,
    ROW,
    draw_bars,
    draw_density,
    draw_labels,
    draw_marks,
    draw_strikes,
    draw_ties,
    ms,
    tell_event,
)

NARROW = 500
"""Pixels of width below which lane names stand above their rows, not beside them."""
GUTTER = 138
"""Pixels for the names of lanes."""
EDGE = 12
"""Pixels at the right of the plot."""
NAME_SIZE, NAME_LINE = 14, 18
LANE_PAD = 8
"""Pixels that a lane has beside its rows."""

Figure = dict[str, Any]
"""Plotly's figure: `data`, the traces, and `layout`."""


@dataclass(frozen=True, slots=True)
class Band:
    """Where a lane lies in the figure, in pixels from the top."""

    lane: Lane
    top: float
    height: float
    first_row: float
    density: float
    """The middle of its row of numbers."""


def plot_width(width: float, bare: bool = False) -> float:
    """Pixels that are left for time when a figure is `width` pixels wide; `bare` is one without names of lanes."""
    return max(width - (8 if bare or width < NARROW else GUTTER) - EDGE, 120)


def place_lanes(layout: Layout, cells: pd.DataFrame, width: float) -> list[Band]:
    """The lanes from the top, each as high as its rows, its numbers and its name need."""
    numbered, bands, top = set(cells["lane_id"]), [], 0.0
    for lane in layout.lanes:
        words = f"{lane.label} {lane.n:,}"
        name = NAME_LINE * count_lines(words, (width if width < NARROW else GUTTER) - 22, NAME_SIZE)
        head = name + 4 if width < NARROW and not layout.bare else 0
        rows = lane.rows * ROW
        inside = rows + (DENSITY if lane.lane_id in numbered else 0)
        height = head + max(inside, 0 if head or layout.bare else name) + LANE_PAD
        first = top + head + LANE_PAD / 2
        bands.append(Band(lane, top, height, first, first + rows + DENSITY / 2))
        top += height
    return bands


def draw_timeline(
    layout: Layout, cells: pd.DataFrame, cell: timedelta, names: dict[str, str], picked: str, width: float
) -> Figure:
    """The figure of a layout and of how many events have no mark; `picked` is the event_id to stand out.

    `names` are those of leaders; `cell` is how long each of `cells` is.
    """
    bands = place_lanes(layout, cells, width)
    by_id = {band.lane.lane_id: band for band in bands}
    places = layout.places.copy()
    pairs = zip(places["lane_id"], places["row"], strict=True)
    places["y"] = [by_id[lane_id].first_row + (row + 0.5) * ROW - 2 for lane_id, row in pairs]
    places["hover"] = [tell_event(row, names) for row in places.to_dict("records")]
    counted = cells.assign(y=[by_id[lane_id].density for lane_id in cells["lane_id"]])
    traces = draw_density(counted, cell / timedelta(milliseconds=1)) + draw_ties(places, picked)
    for look in LOOKS:
        mine = places[pd.Series([look_of(kind) is look for kind in places["event_type"]], places.index, dtype=bool)]
        traces += draw_bars(mine[mine["bar"].astype(bool)], look)
        traces += draw_marks(mine, look, picked)
    traces += draw_strikes(places) + draw_labels(places, picked)
    return {"data": traces, "layout": _frame(layout, bands, layout.bare or width < NARROW)}


def _frame(layout: Layout, bands: list[Band], narrow: bool) -> dict[str, Any]:
    height = max(bands[-1].top + bands[-1].height if bands else 0, 60)
    return {
        "height": height,
        "margin": {"l": 8 if narrow else GUTTER, "r": EDGE, "t": 0, "b": 0, "pad": 0},
        "xaxis": {
            "type": "date",
            "range": [ms(moment) for moment in layout.window],
            "gridcolor": "rgba(120,130,150,0.22)",
            "showticklabels": False,
            "ticks": "",
            "zeroline": False,
        },
        "yaxis": {"range": [height, 0], "fixedrange": True, "showgrid": False, "zeroline": False, "visible": False},
        "shapes": [
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": band.top, "y1": band.top}
            | {"line": {"width": 1, "color": "rgba(120,130,150,0.3)"}, "layer": "below"}
            for band in bands[1:]
        ],
        "barmode": "overlay",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "pan",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "color": INK},
        "hoverlabel": {"align": "left", "bgcolor": "#ffffff", "bordercolor": FAINT}
        | {"font": {"family": FONT, "size": 14, "color": INK}},
    }


def tell_lanes(layout: Layout, cells: pd.DataFrame, width: float) -> list[dict[str, Any]]:
    """For the browser: id, name, number of events, top and height of each lane."""
    return [
        {
            "id": band.lane.lane_id,
            "label": band.lane.label,
            "n": band.lane.n,
            "top": band.top,
            "height": band.height,
        }
        for band in ([] if layout.bare else place_lanes(layout, cells, width))
    ]
