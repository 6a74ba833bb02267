"""What the timeline's figure is drawn of: bars, marks, labels and densities, as plain traces of Plotly."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from loaders.moments import EPOCH
from pages.chart.layout import LABEL_SIZE, MARK
from pages.chart.marks import Look
from pages.shared.phrases import STATUS_WORDS, count, join_names, say_when, shorten

FONT = '"Source Sans", sans-serif'
"""What the rest of the page is set in."""
ROW = 24
"""Pixels of a row."""
DENSITY = 18
"""Pixels of a lane's row of numbers."""
LONGEST_TOLD = 80
"""So many characters of an event are told where several are."""
INK, FAINT, CLEAR = "#1d2430", "#8a94a3", "rgba(0,0,0,0)"
"""INK, the ground of what is told, and GREYS are those of a light page; style.css has them dark on a dark one."""
GREYS = ((50, "#b9c2cf"), (10, "#d3d9e1"), (0, "#e9ecf1"))
"""The ground of a number from so many events on; INK stands out on all of them."""
TIE = "rgba(120,130,150,0.4)"
Traces = list[dict[str, Any]]


def ms(moment: datetime) -> float:
    """Milliseconds since 1970, which Plotly's date axis takes as they are."""
    return (moment - EPOCH) / timedelta(milliseconds=1)


def safe(text: str) -> str:
    """Text in which Plotly sees no tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def draw_ties(places: pd.DataFrame, picked: str) -> Traces:
    """A thin line through the marks of an event that is in several lanes; the picked one's is stronger."""
    ends = places.groupby("event_id", sort=False).agg(at=("mark_at", "first"), top=("y", "min"), low=("y", "max"))
    ends = ends[ends["top"] < ends["low"]]
    mine = ends.index == picked
    ties = ((ends[~mine], TIE, 1), (ends[mine], FAINT, 1.5))
    return [
        {
            "type": "scatter",
            "mode": "lines",
            # None ends a line: one trace holds them all.
            "x": [x for at in some["at"] for x in (ms(at), ms(at), None)],
            "y": [y for top, low in zip(some["top"], some["low"], strict=True) for y in (top, low, None)],
            "line": {"color": color, "width": width},
            "hoverinfo": "skip",
            "name": "same event",
        }
        for some, color, width in ties
        if len(some)
    ]


def draw_bars(places: pd.DataFrame, look: Look) -> Traces:
    """Thin bars below the marks: solid from end to end of a span, hatched where the event lies somewhere in that time."""
    if places.empty:
        return []
    known = [precision == "span" for precision in places["precision"]]
    ends = list(zip(places["start"], places["end"], strict=True))
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [ms(start) for start, _ in ends],
            "x": [(end - start).total_seconds() * 1000 for start, end in ends],
            "y": [y + ROW / 2 - 1 for y in places["y"]],
            "width": 6,
            "marker": {
                "color": [look.color if sure else CLEAR for sure in known],
                "line": {"width": [0 if sure else 0.5 for sure in known], "color": look.color},
                "pattern": {
                    "shape": ["" if sure else "/" for sure in known],
                    "fillmode": "overlay",
                    "fgcolor": look.color,
                    "size": 4,
                    "solidity": 0.4,
                },
            },
            "customdata": list(places["event_id"]),
            "hovertext": list(places["hover"]),
            "hoverinfo": "text",
            "name": look.label,
        }
    ]


def draw_marks(places: pd.DataFrame, look: Look, picked: str) -> Traces:
    """The mark of each event: filled where it happened, a ring where it did not, or not yet."""
    if places.empty:
        return []
    chosen = [event_id == picked for event_id in places["event_id"]]
    happened = [status == "happened" for status in places["status"]]
    return [
        {
            "type": "scatter",
            "x": [ms(at) for at in places["mark_at"]],
            "y": list(places["y"]),
            "mode": "markers",
            "marker": {
                "symbol": look.symbol,
                "size": [
                    MARK + 2 if p else 12 if n > 1 else 10 for p, n in zip(chosen, places["n_sources"], strict=True)
                ],
                "color": [look.color if sure else CLEAR for sure in happened],
                "line": {
                    "color": [INK if p else look.color for p in chosen],
                    "width": [3 if p else 1 if sure else 2 for p, sure in zip(chosen, happened, strict=True)],
                },
                "opacity": 1,
            },
            "customdata": list(places["event_id"]),
            "hovertext": list(places["hover"]),
            "hoverinfo": "text",
            "name": look.label,
            "cliponaxis": True,
        }
    ]


def draw_strikes(places: pd.DataFrame) -> Traces:
    """A stroke through the marks of what was denied."""
    denied = places[places["status"] == "denied"]
    if denied.empty:
        return []
    return [
        {
            "type": "scatter",
            "x": [ms(at) for at in denied["mark_at"]],
            "y": list(denied["y"]),
            "mode": "markers",
            "marker": {"symbol": "line-ne-open", "size": 16, "color": INK, "line": {"color": INK, "width": 2}},
            "hoverinfo": "skip",
            "name": "denied",
            "cliponaxis": True,
        }
    ]


def draw_labels(places: pd.DataFrame, picked: str) -> Traces:
    labelled = places[places["label"] != ""]
    if labelled.empty:
        return []
    return [
        {
            "type": "scatter",
            "x": [ms(at) for at in labelled["mark_at"]],
            "y": list(labelled["y"]),
            # A mark out of sight keeps the words at their distance.
            "mode": "markers+text",
            "marker": {"size": MARK + 4, "opacity": 0},
            "text": [
                f"<b>{safe(label)}</b>" if event_id == picked else safe(label)
                for label, event_id in zip(labelled["label"], labelled["event_id"], strict=True)
            ],
            "textposition": [f"middle {side}" for side in labelled["side"]],
            "textfont": {"size": LABEL_SIZE, "color": INK},
            "customdata": list(labelled["event_id"]),
            "hoverinfo": "skip",
            "name": "labels",
            "cliponaxis": True,
        }
    ]


def draw_density(cells: pd.DataFrame, length: float) -> Traces:
    """A number for each lane and cell, of `length` milliseconds, that has events without a mark; a click comes closer."""
    if cells.empty:
        return []
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [ms(start) + length * 0.02 for start in cells["cell_start"]],
            "x": [length * 0.96] * len(cells),
            "y": list(cells["y"]),
            "width": DENSITY - 4,
            "marker": {"color": [next(grey for least, grey in GREYS if n >= least) for n in cells["n"]]},
            "text": [f"{n:,}" for n in cells["n"]],
            "textposition": "inside",
            "insidetextanchor": "middle",
            "textangle": 0,
            "textfont": {"color": INK, "size": 11},
            "constraintext": "none",
            "customdata": [[ms(first), ms(last)] for first, last in zip(cells["first"], cells["last"], strict=True)],
            "hovertext": [_tell_cell(n, titles) for n, titles in zip(cells["n"], cells["titles"], strict=True)],
            "hoverinfo": "text",
            "name": "more events",
        }
    ]


def _tell_cell(n: int, titles: list[str]) -> str:
    told = [safe(shorten(title, LONGEST_TOLD)) for title in titles]
    more = [f"and {n - len(told):,} more"] if n > len(told) else []
    return "<br>".join([f"<b>{count(n, 'more event')} here</b>", *told, *more, "<i>Click to come closer</i>"])


def tell_event(row: dict[str, object], names: dict[str, str]) -> str:
    """What the pointer tells of an event: the line, when, who, how many tell it."""
    start, end, leaders = row["start"], row["end"], row["leaders"]
    assert isinstance(start, datetime)
    assert isinstance(end, datetime)
    assert isinstance(leaders, list)
    when = say_when(start, end, str(row["precision"]))
    status = STATUS_WORDS.get(str(row["status"]))
    lines = [f"<b>{safe(str(row['title']))}</b>", f"{when} · {status}" if status else when]
    if leaders:
        lines.append(safe(join_names([names.get(leader, leader) for leader in leaders[:5]])))
    lines.append(f"{count(int(str(row['n_documents'])), 'document')}, {count(int(str(row['n_quotes'])), 'quote')}")
    return "<br>".join(lines)
