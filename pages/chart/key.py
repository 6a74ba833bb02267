"""The key of the timeline: which mark stands for which kinds of event, and what rings, strokes and bars mean."""

from __future__ import annotations

import html

import pandas as pd

from pages.chart.marks import LOOKS, look_of

RING = '<i class="dl-mark ring"></i>'
STRUCK = '<i class="dl-mark ring struck"></i>'
SPAN = '<i class="dl-bar"></i>'
HATCHED = '<i class="dl-bar hatched"></i>'
NUMBER = '<i class="dl-number">7</i>'


def tell_key(places: pd.DataFrame, numbers: bool) -> str:
    """HTML of one line with the signs that the marks use, and what a number is where there are any."""
    used = {look_of(kind) for kind in places["event_type"]}
    items = [
        f'<i class="dl-mark {look.symbol}" style="background:{look.color}"></i>{html.escape(look.label)}'
        for look in LOOKS
        if look in used
    ]
    status, bars = set(places["status"]), places[places["bar"].astype(bool)]
    spans = bars["precision"] == "span"
    items += [f"{RING}Planned"] if "planned" in status else []
    items += [f"{STRUCK}Denied"] if "denied" in status else []
    items += [f"{SPAN}All of it"] if spans.any() else []
    items += [f"{HATCHED}Some time in it"] if (~spans).any() else []
    items += [f"{NUMBER}more"] if numbers else []
    return "".join(f"<span>{item}</span>" for item in items)
