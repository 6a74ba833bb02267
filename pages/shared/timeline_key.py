"""The key of the timeline: which mark stands for which kinds of event, and what hatched bars mean."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from pages.shared.marks import LOOKS, OTHER, look_of
from pages.shared.timeline_layout import EXACT

SHAPES = {
    "circle": '<circle cx="7" cy="7" r="5.5"/>',
    "square": '<rect x="2" y="2" width="10" height="10"/>',
    "diamond": '<path d="M7 .8 13.2 7 7 13.2 .8 7Z"/>',
    "triangle-up": '<path d="M7 1.5 13 12H1Z"/>',
    "hexagon": '<path d="M4 1.6h6L13.2 7 10 12.4H4L.8 7Z"/>',
    "x": '<path d="M1 4 4 1l3 3 3-3 3 3-3 3 3 3-3 3-3-3-3 3-3-3 3-3Z"/>',
    "star": '<path d="m7 .6 1.8 4.2 4.6.4-3.5 3 1 4.5L7 10.3l-3.9 2.4 1-4.5-3.5-3 4.6-.4Z"/>',
    "pentagon": '<path d="M7 1l6 4.4-2.3 7.1H3.3L1 5.4Z"/>',
}
HATCHED = (
    '<svg width="26" height="12"><defs><pattern id="dlh" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="2" height="5" fill="#6b7280"/></pattern></defs>'
    '<rect width="26" height="12" fill="url(#dlh)" opacity=".6"/></svg>'
)


def show_key(events: pd.DataFrame) -> None:
    """One line with the marks that the events use."""
    used = {look_of(kind) for kind in events["event_type"]}
    items = [
        f'<span><svg width="14" height="14" fill="{look.color}">{SHAPES[look.symbol]}</svg> {html.escape(look.label)}</span>'
        for look in (*LOOKS, OTHER)
        if look in used
    ]
    if not events["precision"].isin(EXACT).all():
        items.append(f"<span>{HATCHED} Somewhere in this time</span>")
    if (events["n_documents"] > 1).any():
        items.append("<span><b>2</b> told by two documents</span>")
    style = "display:flex;flex-wrap:wrap;gap:4px 16px;font-size:13px;color:#56606e;align-items:center"
    st.html(f'<div style="{style}">{"".join(items)}</div>')
