"""Whom or what a noun with an article stands for, where the text named it in full before: "The ministry", "The prince"."""

from __future__ import annotations

import re

from loaders.extract.events.happenings import Telling
from loaders.extract.events.lexicon import WORD
from loaders.extract.events.lines.wording import wording
from loaders.extract.events.page import Page
from loaders.extract.terms import fold

BACK = 4000
"""So many letters back the full name is looked for."""
HEAD = 60
"""Within so many letters stand the article, the noun and the verb."""
SHORTEST = 4
"""A noun of fewer letters is too common a part of names."""


def full_name(page: Page, telling: Telling) -> str:
    """The full name of what the sentence's first noun stands for, where only an article is before it; else nothing."""
    words = wording(page.document.language, page.vocabulary.folder)
    head = list(WORD.finditer(page.folded, telling.span[0], min(telling.span[1], telling.span[0] + HEAD)))[:3]
    if len(head) < 3 or head[0].group() not in words.definite or len(head[1].group()) < SHORTEST:
        return ""
    first, verb = head[:2], head[2].group()
    if not (page.words.is_verb(verb) or verb in words.auxiliaries):
        return ""
    noun, start = first[1].group(), telling.span[0]
    before = page.people_in((max(0, start - BACK), start))
    for person in reversed(before):
        if person.leader_id and noun in fold(person.role).split():
            return page.names.get(person.leader_id, person.name)
    if page.document.text[first[1].start()].isupper():
        return ""
    return _named_body(noun, page.document.text[max(0, start - BACK) : start])


def _named_body(noun: str, text: str) -> str:
    """The last name in capitals before that has the noun as its head ("Foreign Ministry", "Ministry of Works")."""
    head, more = re.escape(noun.capitalize()), r"[^\W\d_a-z][\w&’'-]+"
    name = rf"\b(?:(?:{more} ){{1,4}}{head}(?: of {more})?|{head} of (?:the )?{more}(?: {more}){{0,2}})\b"
    found = [match.group() for match in re.finditer(name, text)]
    return found[-1] if found else ""
