"""The picture of a window of the timeline, drawn once for all readers who look at the same."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from loaders.query.selection import LANES, Facet, Lane, Selection
from loaders.tables.store import Store
from pages.chart.figure import Figure, draw_timeline, plot_width
from pages.chart.layout import MOST_LANES, Window, lay_out
from pages.shared import tables
from pages.shared.filters import choice_names

FACET_OF_LANES: dict[Lane, Facet] = {
    "leader": "leaders",
    "actor": "actors",
    "topic": "topics",
    "document": "documents",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of a window: the figure, the events that it was made of, and how many there are in all."""

    figure: Figure
    events: pd.DataFrame
    total: int
    crowds: bool


@tables.shared
def draw_window(store: Store, chosen: Selection, window: Window, lanes: Lane, width: int, picked: str) -> Picture:
    """The picture of what a window holds of the selection: for one reader as for all others who look at the same."""
    names, facet, column = choice_names(store), FACET_OF_LANES[lanes], LANES[lanes]
    events, total = tables.select_marks(store, chosen, window, column)
    labels = dict(zip(events["event_id"], events["title"], strict=True))
    lanes_of_all = tables.count_lanes(store, chosen, column, MOST_LANES)
    layout = lay_out(events, column, lanes_of_all, names[facet], labels, window, plot_width(width), picked)
    figure = draw_timeline(layout, names["leaders"], picked, width, all_there=total <= len(events))
    return Picture(figure, events, total, len(layout.crowds) > 0)
