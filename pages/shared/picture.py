"""The picture of a window of the timeline, drawn once for all readers who look at the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from loaders.query.selection import LANES, Facet, Lane, Selection
from loaders.tables.store import Store
from pages.chart.figure import Figure, draw_timeline, plot_width, tell_lanes
from pages.chart.key import tell_key
from pages.chart.layout import count_in_lanes, lay_out
from pages.chart.windows import Window
from pages.shared import tables
from pages.shared.filters import choice_names

FACET_OF_LANES: dict[Lane, Facet] = {
    "leader": "leaders",
    "actor": "actors",
    "topic": "topics",
    "kind": "kinds",
    "document": "documents",
}
"""What a click on the name of a lane filters by."""
CELL = 40
"""Pixels of a cell of time: room for a number of four digits."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of a window: the figure, its lanes from the top, how many lanes more there are, and its key."""

    figure: Figure
    lanes: list[dict[str, Any]]
    more_lanes: int
    key: str


@tables.shared
def draw_window(
    store: Store, chosen: Selection, window: Window, lanes: Lane, most_lanes: int, width: int, picked: str
) -> Picture:
    """The picture of what a window holds of the selection: for one reader as for all others who look at the same."""
    names, facet, column = choice_names(store), FACET_OF_LANES.get(lanes), LANES[lanes]
    here = tables.count_lanes(store, chosen.within(window), column, most_lanes)
    if here.rest == 1:
        # The one lane that is left takes no more room by its name than as "1 other".
        here = tables.count_lanes(store, chosen.within(window), column, most_lanes + 1)
    events = tables.select_marks(store, chosen, window, column, here.ids, picked)
    room = plot_width(width, lanes == "none")
    layout = lay_out(events, column, here, names[facet] if facet else {}, window, room, picked)
    cell = _cell(window, room)
    drawn = zip(layout.places["lane_id"], layout.places["event_id"], strict=True)
    cells = tables.count_cells(store, chosen, window, column, here.ids, tuple(drawn), cell)
    cells = cells[cells["lane_id"].isin(count_in_lanes(here))]
    figure = draw_timeline(layout, cells, cell, names["leaders"], picked, width)
    return Picture(figure, tell_lanes(layout, cells, width), here.rest, tell_key(layout.places, len(cells) > 0))


def _cell(window: Window, room: float) -> timedelta:
    """How long a cell is: so that so many fit into the window, and of whole minutes."""
    length = (window[1] - window[0]) / max(round(room / CELL), 1)
    return max(timedelta(minutes=length // timedelta(minutes=1)), timedelta(minutes=1))
