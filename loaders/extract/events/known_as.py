"""Whom or what a noun with an article stands for, where the text named it in full before: "The ministry", "The prince"."""

from __future__ import annotations

import re

from loaders.extract.events.happenings import Telling
from loaders.extract.events.lexicon import WORD
from loaders.extract.events.lines.wording import Wording, wording
from loaders.extract.events.page import Page
from loaders.extract.terms import fold

BACK = 4000
"""So many letters back the full name is looked for."""
LED_IN = 4
"""So many letters before a date that opens a sentence are a preposition."""
HEAD = 60
"""Within so many letters stand the article, the noun and the verb."""
SHORTEST = 4
"""A noun of fewer letters is too common a part of names."""
_CAPITAL = r"[^\W\d_a-z][\w&’'-]*"


def full_name(page: Page, telling: Telling) -> str:
    """The full name of what the sentence's first noun stands for, where only an article is before it; else nothing.

    Of an owner it is the owner's ("The league's ministers": "Baltic League's").
    """
    words = wording(page.document.language, page.vocabulary.folder)
    begin = next((date.end for date in telling.dates if 0 <= date.start - telling.span[0] <= LED_IN), telling.span[0])
    head = list(WORD.finditer(page.folded, begin, min(telling.span[1], begin + HEAD)))[:3]
    if len(head) < 3 or head[0].group() not in words.definite or len(head[1].group()) < SHORTEST:
        return ""
    noun = head[1].group()
    owner = next((mark for mark in page.words.possessive if noun.endswith(mark)), "")
    if not (owner or page.words.is_verb(head[2].group()) or head[2].group() in words.auxiliaries):
        return ""
    named = _name_of(page, telling, noun.removesuffix(owner), head[1].start(), words)
    return f"{named}{owner}" if named else ""


def _name_of(page: Page, telling: Telling, noun: str, at: int, words: Wording) -> str:
    """The name of the person, company or body that a noun of the sentence stands for; empty where none is known."""
    start = telling.span[0]
    before = page.people_in((max(0, start - BACK), start))
    for person in reversed(before):
        if person.leader_id and noun in fold(person.role).split():
            return page.names.get(person.leader_id, person.name)
    text = page.document.text
    if defined := _defined(noun, text[: min(start, BACK)], text[max(0, start - BACK) : start]):
        return defined
    if noun in words.companies and (company := _company(text[max(0, start - BACK) : start], words)):
        return company
    return "" if text[at].isupper() else _named_body(noun, text[max(0, start - BACK) : start])


def _defined(noun: str, *texts: str) -> str:
    """The name that a text says the noun stands for: "Kelna Mills Ltd (the “Company”)", "The applicant, Ms Ida Roe,"."""
    word, named = f"[{noun[0].upper()}{noun[0]}]{re.escape(noun[1:])}", rf"{_CAPITAL}(?:,? {_CAPITAL}){{0,5}}\.?"
    in_brackets = (
        rf"({named}),? \((?:[^()\n]{{0,60}}[,;] )?(?:(?:hereinafter|hereafter|or|the) ){{0,3}}[\"“‘']{word}[\"”’']"
    )
    apposed = rf"\b[Tt]he {word}, (?:(?:Mrs?|Ms|Dr|Miss)\.? )?({_CAPITAL}(?: {_CAPITAL}){{1,3}}),"
    found = (re.search(pattern, text) for pattern in (in_brackets, apposed) for text in texts)
    return next((match.group(1) for match in found if match), "")


def _company(text: str, words: Wording) -> str:
    """The last name before that ends like a company's ("Kelna Mills Ltd")."""
    forms = "|".join(map(re.escape, words.legal_forms))
    found = re.findall(rf"\b((?:{_CAPITAL},? ){{1,4}}(?:{forms}))\b", text)
    return re.sub(r"^The ", "", found[-1]) if found else ""


def _named_body(noun: str, text: str) -> str:
    """The last name in capitals before that has the noun as its head ("Foreign Ministry", "Ministry of Works")."""
    head, more = re.escape(noun.capitalize()), r"[^\W\d_a-z][\w&’'-]+"
    name = rf"\b(?:(?:{more} ){{1,4}}{head}(?: of {more})?|{head} of (?:the )?{more}(?: {more}){{0,2}})\b"
    found = [match.group() for match in re.finditer(name, text)]
    return found[-1] if found else ""
