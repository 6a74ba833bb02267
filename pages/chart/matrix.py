"""A matrix of counts as a Plotly figure: a square for each pair, larger and darker for more, its number in it."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from pages.chart.traces import safe
from pages.shared.phrases import shorten

CELL = 34
"""Pixels of a row."""
COLUMN = 52
"""Pixels of a column: a matrix is as wide as it needs, and scrolls within the page where that is wider."""
CHARACTER = 6.6
"""Pixels of an average character of a label."""
LEAST, MOST = 15, 30
"""Pixels of the side of the smallest and the largest square."""
LABELS = range(22, 46, 4)
"""Characters of a line of a row's label: so few that all are told in two lines, and no more than that."""
LONGEST_LABEL = 26
"""Characters of a column's label."""
INK, GRID = "#1d2430", "rgba(120,130,150,0.16)"
MUCH = 0.6
"""From here on squares are dark and their numbers white; a colour half-way would be too near to both."""
COLORS = ((0.25, "#d5e4f2"), (0.42, "#b4d0ea"), (MUCH, "#8fb4d8"), (0.8, "#2f6aa3"), (math.inf, "#0b4f88"))
"""The colours below these weights; few, so that style.css can name each and have it for a dark page as well."""
SLANT = 38
"""Degrees by which labels of columns are turned that have no room to lie flat."""
FLAT = 8
"""Characters of a line that has."""

Pair = tuple[str, str]


def draw_matrix(
    rows: Sequence[str],
    columns: Sequence[str],
    counts: Mapping[Pair, int],
    row_names: Mapping[str, str],
    column_names: Mapping[str, str],
    unit: str,
) -> go.Figure:
    """Counts by (row, column); `customdata` of a square is [row, column], `unit` says what is counted ("events")."""
    pairs = [(row, column) for row in rows for column in columns if counts.get((row, column))]
    most = max((counts[pair] for pair in pairs), default=1)
    weights = [math.sqrt(counts[pair] / most) for pair in pairs]
    figure = go.Figure(
        go.Scatter(
            x=[columns.index(column) for _, column in pairs],
            y=[rows.index(row) for row, _ in pairs],
            mode="markers+text",
            text=[f"{counts[pair]:,}" for pair in pairs],
            textfont={"color": ["#ffffff" if weight > MUCH else INK for weight in weights], "size": 11},
            marker={
                "symbol": "square",
                "size": [LEAST + (MOST - LEAST) * weight for weight in weights],
                "color": [color_of(weight) for weight in weights],
                # Plotly pales marks of different sizes; the numbers could not be read on them.
                "opacity": 1,
            },
            customdata=[list(pair) for pair in pairs],
            hovertext=[
                safe(f"{row_names.get(row, row)} · {column_names.get(column, column)}: {counts[row, column]:,} {unit}")
                for row, column in pairs
            ],
            hoverinfo="text",
            # A chosen square stays as it is and the others do not fade: the page goes on to what was chosen.
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    )
    lines = dict(zip(rows, fit_lines([row_names.get(row, row) for row in rows]), strict=True))
    longest = max((len(line) for row in rows for line in lines[row]), default=0)
    heads = [shorten(column_names.get(column, column), LONGEST_LABEL) for column in columns]
    flat = [textwrap.wrap(head, FLAT) or [""] for head in heads]
    is_flat = all(len(head) <= 2 and max(map(len, head)) <= FLAT for head in flat)
    wide = max(map(len, heads), default=0) * CHARACTER
    left, right = int(longest * CHARACTER) + 14, 10 if is_flat else int(wide * math.cos(math.radians(SLANT)))
    top = 40 if is_flat else int(wide * math.sin(math.radians(SLANT))) + 22
    figure.update_layout(
        height=CELL * max(len(rows), 1) + top + 10,
        width=left + right + COLUMN * max(len(columns), 1),
        margin={"l": left, "r": right, "t": top, "b": 10},
        plot_bgcolor="rgba(0,0,0,0)",
        paper_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        clickmode="event+select",
        xaxis=_axis(flat if is_flat else [[head] for head in heads], "top") | {"tickangle": 0 if is_flat else -SLANT},
        yaxis=_axis([lines[row] for row in rows], "left") | {"autorange": False, "range": [len(rows) - 0.5, -0.5]},
        hoverlabel={"bgcolor": "#ffffff", "font": {"color": INK}},
    )
    return figure


def color_of(weight: float) -> str:
    """The colour of a square, by how much it counts of the most that one does."""
    return next(color for below, color in COLORS if weight <= below)


def fit_lines(names: Sequence[str]) -> list[list[str]]:
    """Names in the one or two lines that a row has room for, as short as they all can be; cut at a word past the longest.

    >>> fit_lines(["Diplomatic relations and anniversaries"])
    [['Diplomatic relations', 'and anniversaries']]
    """
    enough = (length for length in LABELS if all(len(textwrap.wrap(name, length)) <= 2 for name in names))
    length = next(enough, LABELS[-1])
    return [textwrap.wrap(name, length, max_lines=2, placeholder="…") or [""] for name in names]


def _axis(labels: Sequence[Sequence[str]], side: str) -> dict[str, object]:
    """An axis with a label, of one line or more, at each whole number."""
    return {
        "tickvals": list(range(len(labels))),
        "ticktext": ["<br>".join(map(safe, lines)) for lines in labels],
        "range": [-0.5, len(labels) - 0.5],
        "side": side,
        "showgrid": True,
        "gridcolor": GRID,
        "zeroline": False,
        "fixedrange": True,
        # Every label is drawn, also where Plotly would leave out one that sticks out.
        "ticklabeloverflow": "allow",
        "tickfont": {"color": INK, "size": 11},
    }
