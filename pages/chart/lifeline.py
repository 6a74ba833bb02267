"""One leader's life line as a Plotly figure: offices held, events taken part in, quotes, on one axis of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pandas as pd
import plotly.graph_objects as go

from loaders.moments import EPOCH
from pages.chart.layout import EXACT
from pages.chart.marks import look_of
from pages.chart.traces import safe
from pages.chart.windows import Window
from pages.shared.phrases import say_date, say_day

ROW = 44
"""Pixels of a row: its label above, its bar or marks below."""
INK, FAINT, OFFICE = "#1d2430", "#c9ced6", "#d9e8f6"
LOWER = 0.2
"""How far below the middle of its row a bar or mark stands, in rows."""

Held = tuple[str, date | None, date | None]
"""An office's name with the days it was held from and until, None where open."""


def draw_lifeline(offices: Sequence[Held], events: pd.DataFrame, quotes: pd.DataFrame, window: Window) -> go.Figure:
    """The figure over a window; a mark of an event has its event_id as customdata."""
    inside = [held for held in offices if _overlaps(held, window)]
    labels = [name for name, _, _ in inside] + ["Events", "Quotes"]
    figure = go.Figure()
    _add_offices(figure, inside, window)
    _add_events(figure, events, len(inside))
    _add_quotes(figure, quotes, len(inside) + 1)
    figure.update_layout(
        height=ROW * len(labels) + 50,
        margin={"l": 6, "r": 10, "t": 6, "b": 30},
        barmode="overlay",
        showlegend=False,
        dragmode=False,
        clickmode="event+select",
        plot_bgcolor="rgba(0,0,0,0)",
        paper_bgcolor="rgba(0,0,0,0)",
        xaxis={
            "type": "date",
            "range": [_ms(moment) for moment in window],
            "gridcolor": "rgba(120,130,150,0.18)",
            "fixedrange": True,
        },
        yaxis={
            "range": [len(labels) - 0.5, -0.5],
            "visible": False,
            "fixedrange": True,
        },
        # Labels stand above their rows, not beside them: a phone has no room for a gutter.
        annotations=[
            {"text": label, "xref": "paper", "x": 0, "xanchor": "left", "y": row - 0.48, "yanchor": "top"}
            | {"showarrow": False, "font": {"size": 12, "color": INK}}
            for row, label in enumerate(labels)
        ],
        hoverlabel={"bgcolor": "#ffffff", "font": {"color": INK}},
    )
    return figure


def _overlaps(held: Held, window: Window) -> bool:
    _, start, end = held
    return (start is None or _moment(start) < window[1]) and (end is None or _moment(end) > window[0])


def _add_offices(figure: go.Figure, offices: Sequence[Held], window: Window) -> None:
    starts = [max(_moment(start), window[0]) if start else window[0] for _, start, _ in offices]
    ends = [min(_moment(end), window[1]) if end else window[1] for _, _, end in offices]
    figure.add_trace(
        go.Bar(
            orientation="h",
            base=[_ms(start) for start in starts],
            x=[_ms(end) - _ms(start) for start, end in zip(starts, ends, strict=True)],
            y=[row + LOWER for row in range(len(offices))],
            width=0.4,
            marker={"color": OFFICE, "line": {"color": "#9dbcd8", "width": 1}},
            hovertext=[f"{name}: {_say_term(start, end)}" for name, start, end in offices],
            hoverinfo="text",
        )
    )


def _say_term(start: date | None, end: date | None) -> str:
    first = f"{start.day} {start:%B} {start.year}" if start else "?"
    last = f"{end.day} {end:%B} {end.year}" if end else "now"
    return f"{first} – {last}"


def _add_events(figure: go.Figure, events: pd.DataFrame, row: int) -> None:
    looks = [look_of(kind) for kind in events["event_type"]]
    exact = events["precision"].isin(EXACT)
    coarse = events[~exact]
    figure.add_trace(
        go.Bar(
            orientation="h",
            base=[_ms(start) for start in coarse["start"]],
            x=[_ms(end) - _ms(start) for start, end in zip(coarse["start"], coarse["end"], strict=True)],
            y=[row + LOWER] * len(coarse),
            width=0.3,
            # As on the timeline: hatched is somewhere in this time, solid is all of it.
            marker={
                "color": "#9aa1ab",
                "opacity": [0.55 if precision == "span" else 0.35 for precision in coarse["precision"]],
                "pattern": {
                    "shape": ["" if precision == "span" else "/" for precision in coarse["precision"]],
                    "size": 6,
                },
            },
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatter(
            x=[_ms(start + (end - start) / 2) for start, end in zip(events["start"], events["end"], strict=True)],
            y=[row + LOWER] * len(events),
            mode="markers",
            marker={
                "symbol": [look.symbol for look in looks],
                "color": [look.color if sure else "#ffffff" for look, sure in zip(looks, exact, strict=True)],
                "line": {"color": [look.color for look in looks], "width": 1.5},
                "size": 13,
            },
            customdata=list(events["event_id"]),
            hovertext=[
                f"<b>{safe(title)}</b><br>{say_date(start, end, precision)}"
                for title, start, end, precision in events[["title", "start", "end", "precision"]].itertuples(
                    index=False
                )
            ],
            hoverinfo="text",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )


def _add_quotes(figure: go.Figure, quotes: pd.DataFrame, row: int) -> None:
    """A tick a day on which something was said, longer for more quotes."""
    days = quotes.dropna(subset=["said_start"]).groupby("said_start").size()
    figure.add_trace(
        go.Scatter(
            x=[_ms(moment + timedelta(hours=12)) for moment in days.index],
            y=[row + LOWER] * len(days),
            mode="markers",
            marker={
                "symbol": "line-ns",
                "size": [10 + min(n, 12) for n in days],
                "line": {"width": 2, "color": "#007a5a"},
            },
            hovertext=[f"{n} quoted or reported on {say_day(day)}" for day, n in days.items()],
            hoverinfo="text",
        )
    )


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def _ms(moment: datetime) -> float:
    return (moment - EPOCH) / timedelta(milliseconds=1)
