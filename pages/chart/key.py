"""The key of the timeline: which mark stands for which kinds of event, and what hatched bars mean."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from pages.chart.layout import EXACT
from pages.chart.marks import LOOKS, OTHER, look_of
from pages.shared.phrases import join_names

HATCHED = '<span class="dl-hatched"></span>'
HOLLOW = '<i class="dl-mark hollow"></i>'


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
    hollow = say_hollow(events)
    if hollow:
        items.append(f"<span>{HOLLOW} {hollow}</span>")
    if (events["n_sources"] > 1).any():
        items.append("<span><b>2</b>, <b>3</b> … told by so many independent sources</span>")
    if crowds:
        items.append("<span><b>+5</b> five events close together: click to come closer</span>")
    st.html(f'<div class="dl-key">{"".join(items)}</div>')


def say_hollow(events: pd.DataFrame) -> str:
    """What the hollow marks of these events mean, as draw_marks draws them; empty where there are none."""
    status = set(events["status"])
    why = [words for name, words in (("planned", "planned"), ("denied", "denied")) if name in status]
    if not events["precision"].isin(EXACT).all():
        why.append("no exact day")
    return join_names(why, "or").capitalize()
