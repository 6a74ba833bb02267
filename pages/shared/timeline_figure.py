"""The timeline as a Plotly figure: a pure function of a layout. No Streamlit here.

The figure is plain data, as the browser takes it: building it of plotly.graph_objects, which look at every value, takes
longer than everything else that a zoom asks for. A test has them look at it.

An exact day is a filled mark. A date that is only known to the month, year or decade is a pale, hatched bar over all of
that time, so that nothing looks like the first of January. A span with ends that the text gives is a solid bar.
"""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from pages.shared.marks import LOOKS, OTHER, Look, look_of
from pages.shared.phrases import count, join_names, say_date, shorten
from pages.shared.timeline_layout import EXACT, Layout

ROW = 26
"""Pixels of a row."""
LANE_GAP = 14
"""Pixels above each lane, where its name stands on narrow screens."""
NARROW = 640
"""Pixels of width below which lane names stand inside the plot."""
TALL = 640
"""Pixels of height above which the dates stand at the top: the bottom would be out of sight."""
GUTTER = 168
AXIS = 46
LONGEST_LANE_LABEL = 24
MOST_CONNECTED = 60
"""Events whose marks are joined by lines; with more, the lines would cover the marks."""
MOST_TOLD, LONGEST_TOLD = 5, 70
"""So many events of a crowd are named when the pointer is on it, by so many characters."""
INK, FAINT, BAND = "#1d2430", "#c9ced6", "rgba(120,130,150,0.07)"


Figure = dict[str, Any]
"""Plotly's figure: `data`, the traces, and `layout`."""
Traces = list[dict[str, Any]]


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
    places["hover"] = [_hover(row, names) for row in places.to_dict("records")]
    traces = _connectors(places, picked)
    for look in (*LOOKS, OTHER):
        mine = places[[look_of(kind) is look for kind in places["event_type"]]]
        traces += _bars(mine[~mine["precision"].isin(EXACT)], look)
        traces += _marks(mine, look, picked)
    traces += _labels(places)
    crowds = layout.crowds
    traces += _crowds(crowds.assign(y=_heights(layout, tops, crowds, narrow)), all_there)
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
    labels = [shorten(lane.label, LONGEST_LANE_LABEL) for lane in layout.lanes]
    return {
        "height": height,
        "margin": {"l": 8 if narrow else GUTTER, "r": 16, "t": AXIS if height > TALL else 0}
        | {"b": 4 if height > TALL else AXIS, "pad": 0},
        "xaxis": {
            "type": "date",
            "side": "top" if height > TALL else "bottom",
            "range": [_ms(moment) for moment in layout.window],
            "gridcolor": "rgba(120,130,150,0.18)",
            "ticks": "outside",
            "ticklen": 5,
            "tickcolor": FAINT,
            "linecolor": FAINT,
            "showline": True,
            "tickfont": {"size": 12},
            "nticks": 4 if narrow else 9,
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
            "ticktext": [] if narrow else labels,
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
                "text": f"<b>{_safe(label)}</b>",
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


def _connectors(places: pd.DataFrame, picked: str) -> Traces:
    """A thin line through the marks of one event in several lanes; among many events only the picked one's."""
    traces = []
    for chosen in (False, True) if places["event_id"].nunique() <= MOST_CONNECTED else (True,):
        x: list[float | None] = []
        y: list[float | None] = []
        for event_id, group in places.groupby("event_id", sort=False):
            if len(group) > 1 and (event_id == picked) is chosen:
                middle = _middle(group["start"].iloc[0], group["end"].iloc[0])
                x += [middle, middle, None]
                y += [group["y"].min(), group["y"].max(), None]
        line = {"color": INK if chosen else FAINT, "width": 2 if chosen else 1}
        trace = {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line}
        traces.append(trace | {"hoverinfo": "skip", "name": "same event"})
    return traces


def _bars(places: pd.DataFrame, look: Look) -> Traces:
    if places.empty:
        return []
    known = [precision == "span" for precision in places["precision"]]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [_ms(start) for start in places["start"]],
            "x": [
                (end - start).total_seconds() * 1000 for start, end in zip(places["start"], places["end"], strict=True)
            ],
            "y": list(places["y"]),
            "width": ROW * 0.5,
            "marker": {
                "color": look.color,
                "opacity": [0.55 if sure else 0.28 for sure in known],
                "line": {"width": 0},
                "pattern": {"shape": ["" if sure else "/" for sure in known], "size": 6, "solidity": 0.35},
            },
            "customdata": list(places["event_id"]),
            "hovertext": list(places["hover"]),
            "hoverinfo": "text",
            "name": look.label,
        }
    ]


def _marks(places: pd.DataFrame, look: Look, picked: str) -> Traces:
    """The mark in the middle of each event; hollow where the date is not exact to the day."""
    if places.empty:
        return []
    exact = places["precision"].isin(EXACT) & (places["status"] == "happened")
    chosen = places["event_id"] == picked
    return [
        {
            "type": "scatter",
            "x": [_middle(start, end) for start, end in zip(places["start"], places["end"], strict=True)],
            "y": list(places["y"]),
            "mode": "markers+text",
            "text": [str(n) if n > 1 else "" for n in places["n_sources"]],
            "textfont": {"color": ["#ffffff" if sure else look.color for sure in exact], "size": 10},
            "marker": {
                "symbol": look.symbol,
                "size": [
                    19 if picked_ else 16 if n > 1 else 13 if main else 10
                    for picked_, n, main in zip(chosen, places["n_documents"], places["main"], strict=True)
                ],
                "color": [look.color if sure else "#ffffff" for sure in exact],
                "line": {
                    "color": [INK if p else look.color for p in chosen],
                    "width": [3 if p else 1.5 for p in chosen],
                },
                "opacity": [1.0 if main else 0.8 for main in places["main"]],
            },
            "customdata": list(places["event_id"]),
            "hovertext": list(places["hover"]),
            "hoverinfo": "text",
            "name": look.label,
            "cliponaxis": True,
        }
    ]


def _labels(places: pd.DataFrame) -> Traces:
    labelled = places[places["label"] != ""]
    if labelled.empty:
        return []
    return [
        {
            "type": "scatter",
            "x": [_ms(moment) for moment in labelled["label_at"]],
            "y": list(labelled["y"]),
            "mode": "text",
            "text": [_safe(label) for label in labelled["label"]],
            "textposition": "middle right",
            "textfont": {"size": 12, "color": INK},
            "customdata": list(labelled["event_id"]),
            "hoverinfo": "skip",
            "name": "labels",
            "cliponaxis": True,
        }
    ]


def _crowds(crowds: pd.DataFrame, all_there: bool) -> Traces:
    """One mark for the events of a crowd; a click on it comes closer, to the times that its data names."""
    if crowds.empty:
        return []
    return [
        {
            "type": "scatter",
            "x": [_ms(at) for at in crowds["at"]],
            "y": list(crowds["y"]),
            "mode": "markers+text",
            "text": [f"+{n}" if all_there else f"{n}+" for n in crowds["n"]],
            "textfont": {"color": INK, "size": 10},
            "marker": {"symbol": "circle", "size": 24, "color": "#ffffff", "line": {"color": INK, "width": 1}},
            "customdata": [
                [_ms(first), _ms(last)] for first, last in zip(crowds["first"], crowds["last"], strict=True)
            ],
            "hovertext": [
                _crowd_hover(n, titles, all_there) for n, titles in zip(crowds["n"], crowds["titles"], strict=True)
            ],
            "hoverinfo": "text",
            "name": "several events",
            "cliponaxis": True,
        }
    ]


def _crowd_hover(n: int, titles: list[str], all_there: bool) -> str:
    head = f"<b>{'' if all_there else 'At least '}{count(n, 'event')} close together</b>"
    told = [_safe(shorten(title, LONGEST_TOLD)) for title in titles[:MOST_TOLD]]
    more = [f"and {n - MOST_TOLD} more"] if n > MOST_TOLD else []
    return "<br>".join([head, *told, *more, "<i>Click to come closer</i>"])


def _hover(row: dict[str, object], names: dict[str, str]) -> str:
    start, end, leaders = row["start"], row["end"], row["leaders"]
    assert isinstance(start, datetime)
    assert isinstance(end, datetime)
    assert isinstance(leaders, list)
    lines = [f"<b>{_safe(str(row['title']))}</b>", say_date(start, end, str(row["precision"]))]
    if leaders:
        lines.append(_safe(join_names([names.get(leader, leader) for leader in leaders[:5]])))
    lines.append(f"{count(int(str(row['n_documents'])), 'document')}, {count(int(str(row['n_quotes'])), 'quote')}")
    return "<br>".join(lines)


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _middle(start: datetime, end: datetime) -> float:
    return _ms(start + (end - start) / 2)


EPOCH = datetime(1970, 1, 1)


def _ms(moment: datetime) -> float:
    """Milliseconds since 1970, which Plotly's date axis takes as they are and which go as binary."""
    return (moment - EPOCH) / timedelta(milliseconds=1)
