"""The chronology as HTML to read: under months and years, a button a row, and names that filter (links.py).

Whatever a document holds is escaped.

data-event    the event that a row opens
data-ask      what else is asked for, with data-value: order, form, page (pages/chart/list.js hears both)
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pandas as pd

from loaders.moments import moment, say_year
from loaders.query.chronology import PAGE, heading_of
from loaders.query.hits import passage
from loaders.query.markdown_signs import without_signs
from pages.chart.marks import look_of
from pages.shared.found_words import mark_found
from pages.shared.links import link, links
from pages.shared.phrases import STATUS_WORDS, count, say_date, say_when, shorten
from pages.shared.statements import say_statement

LONGEST_QUOTE = 110
LONGEST_PASSAGE = 150
MOST_NAMED = 4
Row = dict[str, Any]


def head_html(
    total: int,
    window: tuple[datetime, datetime],
    latest_first: bool,
    as_table: bool,
    outside: int = 0,
    several: bool | None = None,
) -> str:
    """What the list holds, how many of what was asked for lie outside of its time, and the choices of order and form.

    `several` is whether rows are chosen to be changed together; None where nobody may.
    """
    period = say_date(*window, "span") + (f" · {outside:,} more outside this time" if outside else "")
    order = _choices("sort", {"": "Latest first", "earliest": "Earliest first"}, "" if latest_first else "earliest")
    forms = {"": "Chronology", "table": "Table"} | ({} if several is None else {"several": "Change several"})
    form = _choices("list", forms, "several" if several else "table" if as_table else "")
    orders = "" if as_table or several else order
    return (
        f'<div class="dl-chronology dl-list-head"><h2>{count(total, "event")}</h2><p>{html.escape(period)}</p>'
        f'<div class="dl-choices">{form}{orders}</div></div>'
    )


def _choices(name: str, labels: Mapping[str, str], chosen: str) -> str:
    buttons = (
        f'<button type="button" data-do="{name}" data-ask="{name}" data-value="{value}" '
        f'aria-pressed="{str(value == chosen).lower()}">{label}</button>'
        for value, label in labels.items()
    )
    return f'<span role="group">{"".join(buttons)}</span>'


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched for, and by event_id the sentence in which it stands, for events whose line does not hold it."""

    words: str = ""
    telling: Mapping[str, str] = field(default_factory=dict)


NOTHING = Searched()
UNKNOWN: Mapping[str, str] = {}


def list_html(
    rows: pd.DataFrame,
    names: Mapping[str, str],
    page: int,
    total: int,
    searched: Searched = NOTHING,
    outlets: Mapping[str, str] = UNKNOWN,
) -> str:
    """The rows of a page under their years and months, and the ways to the pages beside it.

    `outlets` has the publisher of each document where one is known.
    """
    parts: list[str] = []
    under: tuple[int, int] | None = None
    for row in rows.to_dict("records"):
        heading = heading_of(row["start"], row["end"])
        if heading != under:
            parts.append(f"{'</ol>' if under else ''}<h3>{_say_heading(*heading)}</h3><ol>")
            under = heading
        parts.append(_row_html(row, names, searched, outlets))
    ending = "</ol>" if under else ""
    return f'<div class="dl-chronology">{"".join(parts)}{ending}{_pages_html(page, total)}</div>'


def _say_heading(year: int, month: int) -> str:
    return f"{moment(year, month):%B} {say_year(year)}" if month else say_year(year)


def _row_html(row: Row, names: Mapping[str, str], searched: Searched, outlets: Mapping[str, str]) -> str:
    look = look_of(row["event_type"])
    ring = "" if row["status"] == "happened" else " ring"
    sign = f'<i class="dl-mark {look.symbol}{ring}" style="--look:{look.color}"></i>'
    status = f"{STATUS_WORDS[row['status']]} · " if row["status"] in STATUS_WORDS else ""
    facts = [status + _who(row["leaders"], names)] if row["leaders"] else [STATUS_WORDS.get(row["status"], "")]
    facts.append(_told_by(row, outlets))
    facts += ["<b>sources differ</b>"] if row["disputed"] else []
    return (
        f'<li><button type="button" class="dl-row" data-do="pick" data-event="{html.escape(row["event_id"])}">'
        f'<span class="dl-when">{html.escape(say_in_list(row))}</span>'
        f'<span class="dl-line">{sign}{mark_found(row["title"], searched.words)}</span></button>'
        f"{_facts_html(facts)}"
        f"{_told_html(row, searched) or _said_html(row, names, searched)}</li>"
    )


def _facts_html(facts: list[str]) -> str:
    told = " · ".join(fact for fact in facts if fact)
    return f'<p class="dl-who">{told}</p>' if told else ""


def say_in_list(row: Row) -> str:
    """When it was, without the year where the heading above says it; short, so that it stays on one line."""
    words = say_when(row["start"], row["end"], row["precision"])
    words = (
        words.replace(f" {say_year(row['start'].year)}", "", 1) if heading_of(row["start"], row["end"])[1] else words
    )
    words = words.replace("some time in ", "in ", 1)
    return words[:1].upper() + words[1:]


def _told_by(row: Row, outlets: Mapping[str, str]) -> str:
    """How many sources tell it where it is not one alone, and which outlets they are."""
    known = list(dict.fromkeys(outlets[one] for one in row["documents"] if outlets.get(one)))
    told = links("publishers", known[:MOST_NAMED], {})
    told += [f"{len(known) - MOST_NAMED} more"] if len(known) > MOST_NAMED else []
    several = f"<b>{row['n_sources']} sources</b>" if row["n_sources"] > 1 else ""
    return ": ".join(part for part in (several, ", ".join(told)) if part)


def _who(leaders: list[str], names: Mapping[str, str]) -> str:
    told = links("leaders", leaders[:MOST_NAMED], names)
    more = [f"{len(leaders) - MOST_NAMED} more"] if len(leaders) > MOST_NAMED else []
    return ", ".join([*told, *more])


def _told_html(row: Row, searched: Searched) -> str:
    """The sentence that a search found the event by."""
    told = searched.telling.get(row["event_id"], "")
    words = passage(without_signs(told), searched.words, LONGEST_PASSAGE)
    return f'<p class="dl-told">{mark_found(words, searched.words)}</p>' if told else ""


def _said_html(row: Row, names: Mapping[str, str], searched: Searched) -> str:
    if not row["quote_kind"]:
        return ""
    quote = {"kind": row["quote_kind"], "text": row["quote_text"], "statement": row["statement"]}
    words = shorten(say_statement(quote), LONGEST_QUOTE)
    speaker = row["speaker"]
    by = f" — {link('leaders', speaker, names.get(speaker, speaker))}" if speaker else ""
    return f'<p class="dl-words">{mark_found(words, searched.words)}{by}</p>'


def _pages_html(page: int, total: int) -> str:
    last = max(-(-total // PAGE), 1)
    if last == 1:
        return ""
    first, end = (page - 1) * PAGE + 1, min(page * PAGE, total)
    ways = [("back", "‹ Back", str(page - 1) if page > 2 else "")] if page > 1 else []
    ways += [("on", "Go on ›", str(page + 1))] if page < last else []
    buttons = "".join(
        f'<button type="button" data-do="page-{do}" data-ask="page" data-value="{value}">{words}</button>'
        for do, words, value in ways
    )
    return f'<p class="dl-pages"><span>{first:,}–{end:,} of {total:,}</span>{buttons}</p>'
