"""The key of the timeline: which mark stands for which kinds of event, and what hatched bars mean."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from pages.shared.marks import LOOKS, OTHER, look_of
from pages.shared.timeline_layout import EXACT

HATCHED = '<span class="dl-hatched"></span>'


def show_key(events: pd.DataFrame, crowds: bool) -> None:
    """One line with the marks that the events use, and what a crowd is where there are any."""
    used = {look_of(kind) for kind in events["event_type"]}
    items = [
        f'<span><i class="dl-mark {look.symbol}" style="background:{look.color}"></i>{html.escape(look.label)}</span>'
        for look in (*LOOKS, OTHER)
        if look in used
    ]
    if not events["precision"].isin(EXACT).all():
        items.append(f"<span>{HATCHED} Somewhere in this time</span>")
    if (events["n_sources"] > 1).any():
        items.append("<span><b>2</b>, <b>3</b> … told by so many independent sources</span>")
    if crowds:
        items.append("<span><b>+5</b> five events close together: click to come closer</span>")
    st.html(f'<div class="dl-key">{"".join(items)}</div>')
