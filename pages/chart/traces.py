"""What the timeline's figure is drawn of: lines, bars, marks, labels and crowds, as plain traces of Plotly."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from pages.chart.layout import EXACT
from pages.chart.marks import Look
from pages.shared.phrases import STATUS_WORDS, count, join_names, say_date, shorten

ROW = 26
"""Pixels of a row."""
MOST_CONNECTED = 60
"""Events whose marks are joined by lines; with more, the lines would cover the marks."""
MOST_TOLD, LONGEST_TOLD = 5, 70
"""So many events of a crowd are named when the pointer is on it, by so many characters."""
INK, FAINT = "#1d2430", "#c9ced6"
EPOCH = datetime(1970, 1, 1)

Traces = list[dict[str, Any]]


def ms(moment: datetime) -> float:
    """Milliseconds since 1970, which Plotly's date axis takes as they are."""
    return (moment - EPOCH) / timedelta(milliseconds=1)


def safe(text: str) -> str:
    """Text in which Plotly sees no tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def draw_connectors(places: pd.DataFrame, picked: str) -> Traces:
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


def draw_bars(places: pd.DataFrame, look: Look) -> Traces:
    if places.empty:
        return []
    known = [precision == "span" for precision in places["precision"]]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [ms(start) for start in places["start"]],
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


def draw_marks(places: pd.DataFrame, look: Look, picked: str) -> Traces:
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


def draw_labels(places: pd.DataFrame) -> Traces:
    labelled = places[places["label"] != ""]
    if labelled.empty:
        return []
    return [
        {
            "type": "scatter",
            "x": [ms(moment) for moment in labelled["label_at"]],
            "y": list(labelled["y"]),
            "mode": "text",
            "text": [safe(label) for label in labelled["label"]],
            "textposition": "middle right",
            "textfont": {"size": 12, "color": INK},
            "customdata": list(labelled["event_id"]),
            "hoverinfo": "skip",
            "name": "labels",
            "cliponaxis": True,
        }
    ]


def draw_crowds(crowds: pd.DataFrame, all_there: bool) -> Traces:
    """One mark for the events of a crowd; a click on it comes closer, to the times that its data names."""
    if crowds.empty:
        return []
    return [
        {
            "type": "scatter",
            "x": [ms(at) for at in crowds["at"]],
            "y": list(crowds["y"]),
            "mode": "markers+text",
            "text": [f"+{n}" if all_there else f"{n}+" for n in crowds["n"]],
            "textfont": {"color": INK, "size": 10},
            "marker": {"symbol": "circle", "size": 24, "color": "#ffffff", "line": {"color": INK, "width": 1}},
            "customdata": [[ms(first), ms(last)] for first, last in zip(crowds["first"], crowds["last"], strict=True)],
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
    told = [safe(shorten(title, LONGEST_TOLD)) for title in titles[:MOST_TOLD]]
    more = [f"and {n - MOST_TOLD} more"] if n > MOST_TOLD else []
    return "<br>".join([head, *told, *more, "<i>Click to come closer</i>"])


def tell_event(row: dict[str, object], names: dict[str, str]) -> str:
    start, end, leaders = row["start"], row["end"], row["leaders"]
    assert isinstance(start, datetime)
    assert isinstance(end, datetime)
    assert isinstance(leaders, list)
    when = say_date(start, end, str(row["precision"]))
    status = STATUS_WORDS.get(str(row["status"]))
    lines = [f"<b>{safe(str(row['title']))}</b>", f"{when} · {status}" if status else when]
    if leaders:
        lines.append(safe(join_names([names.get(leader, leader) for leader in leaders[:5]])))
    lines.append(f"{count(int(str(row['n_documents'])), 'document')}, {count(int(str(row['n_quotes'])), 'quote')}")
    return "<br>".join(lines)


def _middle(start: datetime, end: datetime) -> float:
    return ms(start + (end - start) / 2)
