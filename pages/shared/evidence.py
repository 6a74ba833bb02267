"""The evidence card: what an event is, how its date was read, and the words of each document that tells it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from loaders.query.printed_pages import page_of
from loaders.query.selection import REVIEW_BELOW
from loaders.tables.schema import MOST_EVIDENCE
from loaders.tables.store import Store
from loaders.vocabulary import load_kinds
from pages.shared import corrections, deciding, event_tools, navigation, state, tables
from pages.shared.citation import cite, cite_sentence, copy_button
from pages.shared.copies import say_copied, say_copies
from pages.shared.found_words import found_marks, mark_found
from pages.shared.links import link, links
from pages.shared.marked_text import Mark, as_block, mark_text, paragraph_around
from pages.shared.phrases import STATUS_WORDS, count, join_names, plain, say_date, say_published, say_when
from pages.shared.sides import say_sides
from pages.shared.statements import group_statements, statement_html
from pages.shared.tolls import say_tolls
from pages.shared.topic_names import load_topics

MOST_QUOTES = 12
FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def show_evidence(store: Store, event_id: str) -> None:
    """The card of one event; a note where the tables no longer hold it."""
    event = tables.get_event(store, event_id)
    if event is None and (moved := deciding.find_moved(store, event_id)):
        state.show(event=moved)
        event, event_id = tables.get_event(store, moved), moved
    if event is None:
        st.info("This event is not there any more. Pick another.")
        return
    names = tables.name_people(store)
    with st.container(border=True):
        mentions = tables.mentions_of(store, event_id).to_dict("records")
        _show_head(event, names, mentions)
        event_tools.show_tools(store, event, mentions, names)
        if event["disputed"]:
            st.warning("\n".join(say_disputes(event["disputed"], mentions, names)))
            event_tools.settle(
                event, mentions, {about: say_versions(about, mentions, names) for about in event["disputed"]}
            )
        if "figures" not in event["disputed"] and (figures := say_tolls(mentions)):
            st.markdown("  \n".join(figures))
        for mention in mentions:
            _show_mention(mention)
        _show_quotes(tables.quotes_of(store, event_id), names)
        _show_links(store, event)


def _show_head(event: pd.Series, names: dict[str, str], mentions: list[dict[str, Any]]) -> None:
    st.header(plain(event["title"]), anchor=False)
    st.html(head_html(event, names, mentions))


def head_html(event: Mapping[str, Any], names: Mapping[str, str], mentions: list[dict[str, Any]]) -> str:
    """When, what, where and who, each name and place a link."""
    kind = load_kinds().get(event["event_type"])
    when = say_when(event["start"], event["end"], event["precision"])
    facts = [f"<b>{html.escape(when[:1].upper() + when[1:])}</b>"]
    facts.append(link("kinds", event["event_type"], kind.label if kind else event["event_type"]))
    if event["status"] in STATUS_WORDS:
        facts.append(STATUS_WORDS[event["status"]])
    if event["places"]:
        facts.append(join_names(links("places", event["places"], {}), "or"))
    facts += [count(event["n_sources"], "source"), *map(html.escape, say_copies(mentions))]
    lines = [" · ".join(facts)]
    if who := links("leaders", event["leaders"], names) + links("actors", event["actors"], names):
        lines.append("Who: " + join_names(who))
    linked = {one: link("leaders", one, names.get(one, one)) for one in event["leaders"]}
    linked |= {one: link("actors", one, names.get(one, one)) for one in event["actors"]}
    told = {one: linked.get(one) or html.escape(names.get(one, one)) for mention in mentions for one in _sides(mention)}
    sides = dict.fromkeys(say_sides(mention["sources"], mention["targets"], told) for mention in mentions)
    if any(sides):
        lines.append("Who → to whom: " + " · ".join(side for side in sides if side))
    topics = load_topics()
    if about := [link("topics", topic, topics[topic].label) for topic in event["topics"] if topic in topics]:
        lines.append("About: " + ", ".join(about))
    return "".join(f'<p class="dl-fact">{line}</p>' for line in lines)


def _sides(mention: dict[str, Any]) -> list[str]:
    return [*mention["sources"], *mention["targets"]]


def say_disputes(fields: list[str], mentions: list[dict[str, Any]], names: dict[str, str]) -> list[str]:
    """What the documents differ on, as Markdown: a line a field, and each version with the documents that tell it."""
    lines = ["**The documents differ.**", ""]
    for field in fields:
        if field == "figures" and (figures := say_tolls(mentions)):
            lines += [f"- {line}" for line in figures]
            continue
        versions = say_versions(field, mentions, names)
        told = [f"{plain(version)} ({plain('; '.join(titles))})" for version, titles in versions.items()]
        lines.append(f"- {FIELDS.get(field, field)}: {' — '.join(told) if told else 'see the sentences below'}")
    return lines


def say_versions(field: str, mentions: list[dict[str, Any]], names: dict[str, str]) -> dict[str, list[str]]:
    """Each version of a field with the titles of the documents that tell it."""
    versions: dict[str, list[str]] = {}
    for mention in mentions:
        version = _version(field, mention, names)
        if version and mention["document_title"] not in versions.setdefault(version, []):
            versions[version].append(mention["document_title"])
    return versions


FIELDS = {"date": "When", "leaders": "Who", "place": "Where", "status": "Whether it took place", "figures": "Figures"}


def _version(field: str, mention: dict[str, Any], names: dict[str, str]) -> str:
    """What one document says on a field; figures of which no more is known stand in the sentences themselves."""
    if field == "date":
        return say_date(mention["start"], mention["end"], mention["precision"])
    if field == "leaders":
        return join_names([names.get(leader, leader) for leader in mention["leaders"]])
    if field in ("place", "status"):
        return str(mention[field] or "")
    return " / ".join(FIGURE.findall(mention["sentence"].replace(mention["date_text"], " ")))


def _show_mention(mention: dict[str, Any]) -> None:
    first, others = _sentences(mention)
    st.html(as_block(first))
    st.html(f'<p class="dl-facts">{source_html(mention)} {copy_button(cite_sentence(mention))}</p>')
    st.caption(say_reading(mention))
    if corrected := corrections.say_corrected(mention["why"]):
        st.caption(corrected)
    if mention["confidence"] < REVIEW_BELOW:
        st.caption(f"Not sure: {plain(mention['why'])}")
    if others:
        with st.expander(f"{count(len(others), 'more sentence')} on it", key=f"more:{mention['mention_id']}"):
            st.html(as_block("<br><br>".join(others)))
            if len(others) + 1 >= MOST_EVIDENCE:
                st.caption(f"Only the first {MOST_EVIDENCE} sentences on it are kept; the document may tell more.")
    st.button(
        "Open the document",
        key=f"open:{mention['mention_id']}",
        on_click=open_document,
        args=(mention["document_id"], mention["sentence_start"], mention["sentence_end"]),
    )


def source_html(mention: dict[str, Any]) -> str:
    """Which document tells it; its publisher is a link."""
    page = page_of(mention["text"], mention["sentence_start"])
    publisher = mention["publisher"]
    parts = [html.escape(mention["document_title"]), link("publishers", publisher, publisher) if publisher else ""]
    parts += [say_published(mention["published"]), f"page {page}" if page else "", html.escape(say_copied(mention))]
    return " · ".join(part for part in parts if part)


def open_document(document_id: str, start: int, end: int) -> None:
    """For a callback: go to the documents page with this document open at a place."""
    navigation.go_to("documents", text=document_id, at=f"{start}-{end}", page="")


def _sentences(mention: dict[str, Any]) -> tuple[str, list[str]]:
    """HTML of the sentence that tells it first, date words marked, and of the others that tell it."""
    text = mention["text"]
    marks = [Mark(mention["date_start"], mention["date_end"], "date")] if mention["date_start"] >= 0 else []

    def show(start: int, end: int) -> str:
        return mark_text(text, [*marks, *found_marks(text, state.selection().words, start, end)], start, end)

    first = show(mention["sentence_start"], mention["sentence_end"])
    spans = sorted((int(start), int(end)) for start, end in (span.split(":") for span in mention["evidence"]))
    return first, [show(*span) for span in spans if span[0] != mention["sentence_start"]]


def say_reading(mention: dict[str, Any]) -> str:
    """How the date was read, in a sentence."""
    meaning = say_when(mention["start"], mention["end"], mention["precision"])
    if not mention["date_text"]:
        return f"Date: {meaning}. {_sentence(plain(mention['date_how']))}"
    return f"“{plain(mention['date_text'])}” → **{meaning}**. {_sentence(plain(mention['date_how']))}"


def _sentence(words: str) -> str:
    return (
        words[:1].upper() + words[1:] + ("" if words.endswith((".", "")) and words[-1:] == "." else ".")
        if words
        else ""
    )


def _show_quotes(quotes: pd.DataFrame, names: dict[str, str]) -> None:
    if quotes.empty:
        return
    with st.expander(f"Said there: {count(len(quotes), 'quote')}", expanded=len(quotes) <= 4):
        statements = group_statements(quotes.to_dict("records"))
        for statement in statements[:MOST_QUOTES]:
            speaker = statement[0]["speaker"]
            by = link("leaders", speaker, names.get(speaker, speaker)) if speaker else "Speaker open"
            copied = copy_button(cite(statement[0], names.get(speaker, speaker) or "Speaker open"))
            st.html(f"<div><b>{by}</b><br>{statement_html(statement, _mark_found)} {copied}</div>")
        more = sum(map(len, statements[MOST_QUOTES:]))
        if more:
            st.caption(f"{count(more, 'more quote')} on the quotes page.")


def _mark_found(words: str) -> str:
    return mark_found(words, state.selection().words)


def _show_links(store: Store, event: pd.Series) -> None:
    """Why accounts count as one event, and which others may be of it."""
    if event["n_documents"] > 1:
        st.button("Compare the accounts", key="compare_accounts", on_click=_compare, args=(event["event_id"],))
    links = tables.links_of(store, event["event_id"])
    if links.empty:
        return
    with st.expander(f"Why these accounts belong together ({len(links)})"):
        for link in links.to_dict("records"):
            verdict = "one event" if link["joined"] else f"only possibly this: {link['other_title']}"
            st.caption(plain(f"{link['document_title']}: {verdict}, {link['score']:.2f}. {link['reason']}."))


def _compare(event_id: str) -> None:
    navigation.go_to("compare", event=event_id, one="", two="")


def quote_in_paragraph(quote: dict[str, Any], text: str, searched: str = "") -> str:
    """HTML of the paragraph around a quote, with its whole statement, its cue, its speaker and what was searched for marked."""
    marks = [Mark(quote["statement_start"], quote["statement_end"], "quote")]
    if quote["cue_start"] >= 0:
        marks.append(Mark(quote["cue_start"], quote["cue_end"], "cue", "the words that attribute it"))
    if quote["speaker_start"] >= 0:
        marks.append(Mark(quote["speaker_start"], quote["speaker_end"], "leader", quote["speaker_how"]))
    first = min(mark.start for mark in marks)
    last = max(mark.end for mark in marks)
    shown = paragraph_around(text, first, last)
    return as_block(mark_text(text, [*marks, *found_marks(text, searched, *shown)], *shown))
