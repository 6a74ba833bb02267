"""The leaders: a life line with offices, events and quotes; who met whom, how often; who was found in the texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from loaders.query import marks
from loaders.query.selection import LANES
from loaders.tables.store import Store
from loaders.vocabulary import load_vocabulary
from pages.chart.key import tell_key
from pages.chart.lifeline import Held, draw_lifeline
from pages.chart.matrix import draw_matrix
from pages.chart.windows import focus
from pages.shared import navigation, state, tables
from pages.shared.dated_table import with_dates
from pages.shared.links import link
from pages.shared.nothing_left import show_nothing_left
from pages.shared.page_head import show_head
from pages.shared.phrases import count, plain
from pages.shared.picked_row import show_rows
from pages.shared.show_matrix import show_matrix


def show_page(store: Store) -> None:
    """Life line above, matrix below, then the people to review."""
    show_head(store, "Leaders")
    people = tables.list_people(store)
    if people.empty:
        show_nothing_left(store, "leader")
        return
    _show_life(store, people)
    _show_matrix(store)
    _show_found(people)


def _show_life(store: Store, people: pd.DataFrame) -> None:
    names = dict(zip(people["leader_id"], people["name"], strict=True))
    chosen = state.selection().leaders
    wanted = state.view("who") or (chosen[0] if chosen else "") or str(people["leader_id"].iloc[0])
    who = wanted if wanted in names else str(people["leader_id"].iloc[0])
    if who != wanted:
        st.warning(f"The address names somebody who is not there; {plain(names[who])} is shown.")
    st.session_state.who_field = who
    st.selectbox(
        "Leader",
        list(names),
        format_func=names.__getitem__,
        key="who_field",
        on_change=state.chooser("who", "who_field"),
    )
    his = replace(state.selection(), leaders=(who,))
    quotes = tables.select_quotes(store, his)
    n_events, n_quotes = tables.count_events(store, his), tables.count_quotes(store, his)
    ways = (("timeline", count(n_events, "event")), ("quotes", count(n_quotes, "quote")))
    st.html(f'<p class="dl-fact">{" · ".join(link("leaders", who, words, page) for page, words in ways)}</p>')
    said = quotes[["said_start", "said_end"]].dropna().set_axis(["start", "end"], axis=1).drop_duplicates()
    moments = pd.concat([marks.profile(store, his), said], ignore_index=True)
    if len(moments):
        window = focus(moments, shares=(0.95,))
        # Those that weigh most in each part of the time: the first hundreds would end amid a life.
        events = tables.select_marks(store, his, window, LANES["none"], ())
        st.html(f'<div class="dl-key">{tell_key(events.assign(bar=False), numbers=False)}</div>')
        figure = draw_lifeline(_offices(who), events, quotes, window, tables.name_people(store))
        st.plotly_chart(
            figure, key="lifeline", on_select=_pick_event, selection_mode="points", config={"displayModeBar": False}
        )
        _say_what_is_left_out(n_events, len(events), sum(tables.count_outside(store, his, window)))
    _show_offices(who)
    _show_events(tables.select_events(store, his), n_events)


def _say_what_is_left_out(total: int, drawn: int, outside: int) -> None:
    """What of the events the life line does not show."""
    said = [f"{count(outside, 'event')} outside the time drawn"] if outside else []
    said += [f"of the others the weightiest {drawn:,} are drawn"] if drawn < total - outside else []
    if said:
        words = "; ".join(said)
        st.caption(f"{words[:1].upper()}{words[1:]}.")


def _offices(leader_id: str) -> list[Held]:
    """Offices by their English title with the country, in order of time."""
    vocabulary = load_vocabulary()
    leader = vocabulary.leaders.get(leader_id)
    terms = [] if leader is None else sorted(leader.terms, key=lambda term: term.start or date.min)
    return [(_office_name(term.office_id), term.start, term.end) for term in terms]


def _office_name(office_id: str) -> str:
    vocabulary = load_vocabulary()
    office = vocabulary.offices[office_id]
    title = office.titles["en"][0]
    where = office.organisation.get("en") or (
        vocabulary.countries[office.country].names["en"] if office.country else ()
    )
    # With a comma: "of" would want "the" before some names and not before others.
    words = f"{title}, {where[0]}" if where else title
    return words[:1].upper() + words[1:]


def _show_offices(leader_id: str) -> None:
    held = _offices(leader_id)
    if held:
        rows = [f"- {plain(name)}: {_day(start)} – {_day(end) if end else 'now'}" for name, start, end in held]
        with st.expander(f"Offices held ({len(held)})"):
            st.markdown("\n".join(rows))


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B} {day.year}" if day else "?"


def _show_events(events: pd.DataFrame, total: int) -> None:
    shown = pd.DataFrame({"Event": events["title"], "Quotes": events["n_quotes"]})
    n = f"{len(shown):,} of {total:,}" if len(shown) < total else f"{total:,}"
    with st.expander(f"As a table ({n})"):
        show_rows(with_dates(shown, events), "life_table", list(events["event_id"]), "", _go_to_event)


def _pick_event() -> None:
    points = st.session_state.lifeline["selection"]["points"]
    ids = [point["customdata"] for point in points if point.get("customdata")]
    if ids:
        _go_to_event(ids[0] if isinstance(ids[0], str) else ids[0][0])


def _go_to_event(event_id: str) -> None:
    if event_id:
        navigation.go_to("timeline", event=event_id)


def _show_matrix(store: Store) -> None:
    pairs = tables.count_pairs(store, state.selection())
    st.header("Who met whom", anchor=False)
    if pairs.empty:
        st.caption("No two leaders met, spoke or wrote to each other in what is selected.")
        return
    st.caption("Meetings, visits, calls, messages and the like with both. Click a square to see them on the timeline.")
    names = tables.name_people(store)
    counts = {(row.one, row.two): int(row.n) for row in pairs.itertuples()}
    counts |= {(two, one): n for (one, two), n in counts.items()}
    totals = pd.Series(counts).groupby(level=0).sum().sort_values(ascending=False, kind="stable")
    ids = list(totals.index)
    figure = draw_matrix(ids, ids, counts, names, names, "events")
    show_matrix(figure, "met", _pick_pair)
    with st.expander(f"As a table ({len(pairs)})"):
        one, two = pairs["one"].map(names), pairs["two"].map(names)
        st.dataframe(pd.DataFrame({"Leader": one, "With": two, "Events": pairs["n"]}), hide_index=True)


def _pick_pair(one: str, two: str) -> None:
    state.choose(leaders=(one, two), together=True)
    navigation.go_to("timeline")


def _show_found(people: pd.DataFrame) -> None:
    found = people[people["origin"] == "text"]
    if found.empty:
        return
    with st.expander(f"Found in the documents by name alone: {count(len(found), 'person', 'people')}"):
        st.caption(
            "The program read these as people from a title, an office or a quote. They wait for somebody to look."
        )
        columns = {
            "name": "Name",
            "role": "As written",
            "n_events": "Events",
            "n_quotes": "Quotes",
            "n_mentions": "Named",
        }
        show_rows(
            found[list(columns)].rename(columns=columns),
            "found_table",
            list(found["leader_id"]),
            state.view("who"),
            lambda leader_id: state.show(who=leader_id) if leader_id else None,
        )


navigation.come_through_router("leaders")
show_page(tables.current_store())
