"""The timeline as a Plotly figure: a pure function of a layout. No Streamlit here.

The figure is plain data, as the browser takes it: building it of plotly.graph_objects, which look at every value, takes
longer than everything else that a zoom asks for. A test has them look at it.

An exact day is a filled mark. A date that is only known to the month, year or decade is a pale, hatched bar over all of
that time, so that nothing looks like the first of January. A span with ends that the text gives is a solid bar.
"""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import pandas as pd

from pages.chart.layout import EXACT, Layout, fit_text
from pages.chart.marks import LOOKS, OTHER, look_of
from pages.chart.traces import (
    FAINT,
    INK,
    ROW,
    draw_bars,
    draw_connectors,
    draw_crowds,
    draw_labels,
    draw_marks,
    ms,
    safe,
    tell_event,
)

LANE_GAP = 14
"""Pixels above each lane, where its name stands on narrow screens."""
NARROW = 640
"""Pixels of width below which lane names stand inside the plot."""
TALL = 640
"""Pixels of height above which the dates stand at the top: the bottom would be out of sight."""
GUTTER = 184
AXIS = 46
DAY = 86_400_000
"""Milliseconds: no tick within a day, which would only say the same day once more."""
BAND = "rgba(120,130,150,0.07)"

Figure = dict[str, Any]
"""Plotly's figure: `data`, the traces, and `layout`."""


def plot_width(width: float) -> float:
    """Pixels that are left for time when a figure is `width` pixels wide."""
    return max(width - (8 if width < NARROW else GUTTER) - 16, 120)


def draw_timeline(layout: Layout, names: dict[str, str], picked: str, width: float, all_there: bool = True) -> Figure:
    """The figure of a layout; `picked` is the event_id to stand out, `names` are those of leaders.

    `all_there` says whether every event of the window is in the layout, or only so many that crowds are larger still.
    """
    narrow = width < NARROW
    tops = _tops(layout, narrow)
    height = (tops[-1] if tops else 0) + AXIS
    places = layout.places.copy()
    places["y"] = _heights(layout, tops, places, narrow)
    places["hover"] = [tell_event(row, names) for row in places.to_dict("records")]
    traces = draw_connectors(places, picked)
    for look in (*LOOKS, OTHER):
        mine = places[pd.Series([look_of(kind) is look for kind in places["event_type"]], places.index, dtype=bool)]
        traces += draw_bars(mine[~mine["precision"].isin(EXACT)], look)
        traces += draw_marks(mine, look, picked)
    traces += draw_labels(places)
    crowds = layout.crowds
    traces += draw_crowds(crowds.assign(y=_heights(layout, tops, crowds, narrow)), all_there)
    return {"data": traces, "layout": _frame(layout, tops, height, narrow)}


def _tops(layout: Layout, narrow: bool) -> list[float]:
    """The y of each lane's top, and of the bottom, in pixels from the top."""
    tops, y = [], 4.0
    for lane in layout.lanes:
        tops.append(y)
        y += lane.rows * ROW + LANE_GAP + (10 if narrow else 0)
    return [*tops, y]


def _heights(layout: Layout, tops: list[float], places: pd.DataFrame, narrow: bool) -> list[float]:
    pairs = zip(places["lane_id"], places["row"], strict=True)
    return [_y(layout, tops, lane_id, row, narrow) for lane_id, row in pairs]


def _y(layout: Layout, tops: list[float], lane_id: str, row: int, narrow: bool) -> float:
    index = next(i for i, lane in enumerate(layout.lanes) if lane.lane_id == lane_id)
    inside = row - layout.lanes[index].row
    return tops[index] + LANE_GAP / 2 + (14 if narrow else 0) + (inside + 0.5) * ROW


def _frame(layout: Layout, tops: list[float], height: float, narrow: bool) -> dict[str, Any]:
    bottom = tops[-1] if tops else 0
    bands = [
        {
            "type": "rect",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": top,
            "y1": end,
            "fillcolor": BAND,
            "line": {"width": 0},
        }
        | {"layer": "below"}
        for i, (top, end) in enumerate(itertools.pairwise(tops))
        if i % 2 == 0
    ]
    centre = [(top + end) / 2 for top, end in itertools.pairwise(tops)]
    room = (GUTTER - 14, 13) if not narrow else (320, 12)
    labels = [fit_text(lane.label, *room) for lane in layout.lanes]
    return {
        "height": height,
        "margin": {"l": 8 if narrow else GUTTER, "r": 16, "t": AXIS if height > TALL else 0}
        | {"b": 4 if height > TALL else AXIS, "pad": 0},
        "xaxis": {
            "type": "date",
            "side": "top" if height > TALL else "bottom",
            "range": [ms(moment) for moment in layout.window],
            "gridcolor": "rgba(120,130,150,0.18)",
            "ticks": "outside",
            "ticklen": 5,
            "tickcolor": FAINT,
            "linecolor": FAINT,
            "showline": True,
            "tickfont": {"size": 12},
            "nticks": 4 if narrow else 9,
            **(
                {"dtick": DAY, "tick0": 0}
                if layout.window[1] - layout.window[0] < timedelta(days=4 if narrow else 9)
                else {}
            ),
            # No time of day and no day of week: a date may never look more exact than the text.
            "tickformatstops": [
                {"dtickrange": [None, 86_400_000], "value": "%-d %b %Y"},
                {"dtickrange": [86_400_000, "M1"], "value": "%-d %b<br>%Y"},
                {"dtickrange": ["M1", "M12"], "value": "%b<br>%Y"},
                {"dtickrange": ["M12", None], "value": "%Y"},
            ],
        },
        "yaxis": {
            "range": [bottom, 0],
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
            "tickvals": [] if narrow else centre,
            "ticktext": [] if narrow else [safe(label) for label in labels],
            "tickfont": {"size": 13, "color": INK},
            "ticks": "",
        },
        "shapes": bands,
        "annotations": [
            {
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "y": top + 3,
                "yanchor": "top",
                "text": f"<b>{safe(label)}</b>",
            }
            | {"showarrow": False, "font": {"size": 12, "color": INK}, "xshift": 2}
            for top, label in zip(tops, labels, strict=False)
            if narrow
        ],
        "barmode": "overlay",
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": "pan",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "system-ui, sans-serif", "color": INK},
        "hoverlabel": {"align": "left", "bgcolor": "#ffffff", "bordercolor": FAINT, "font": {"size": 13, "color": INK}},
    }
