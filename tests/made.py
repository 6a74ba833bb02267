"""Tables made up for tests: small, conforming, and different in every way that a page or a query may meet.

    made_tables("empty")   nothing was built from anything: all tables without rows
    made_tables("one")     one document with one event, one mention and one quote
    made_tables("full")    forty events over 1960–2023: every precision, status and kind of quote, people with accents
                           and people who are not in the vocabulary, events without leaders, documents that are
                           undated or failed

Every text is written here, and every offset is counted in it, so that `conform.check` passes. Nothing depends on the
finders: a change in them changes no row here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

from loaders.tables.conform import check, frame
from loaders.tables.schema import TABLES, Tables, stable_id

Size = Literal["empty", "one", "full"]

PEOPLE = {
    "xi-jinping": ("Xi Jinping", "president", "china", "vocabulary"),
    "li-keqiang": ("Li Keqiang", "premier", "china", "vocabulary"),
    "wang-yi": ("Wang Yi", "foreign minister", "china", "vocabulary"),
    "zhou-enlai": ("Zhou Enlai", "premier", "china", "vocabulary"),
    "jiang-zemin": ("Jiang Zemin", "president", "china", "vocabulary"),
    "raul-castro": ("Raúl Castro", "first secretary", "cuba", "vocabulary"),
    "fidel-castro": ("Fidel Castro", "prime minister", "cuba", "vocabulary"),
    "miguel-diaz-canel": ("Miguel Díaz-Canel", "president", "cuba", "vocabulary"),
    "manuel-marrero-cruz": ("Manuel Marrero Cruz", "prime minister", "cuba", "vocabulary"),
    "inaki-munoz": ("Iñaki Muñoz", "harbour master", None, "text"),
    "zofia-lubecka": ("Zofia Łubecka", "", None, "text"),
}
"""leader_id to name, role, country and origin."""

ACTORS = {
    "china": ("China", "country"),
    "cuba": ("Cuba", "country"),
    "un-security-council": ("UN Security Council", "organisation"),
    "stevedores-union": ("Stevedores’ Union", "organisation"),
}
"""The same of countries and organisations: id to name and kind."""


@dataclass(frozen=True)
class Said:
    """A quote in an account; `speaker` is a leader_id, a name as written, or None where it stays open."""

    text: str
    speaker: str | None
    kind: str = "direct"
    cue: str = "said"
    confidence: float = 0.9
    within: str = ""
    """The statement that marked words stand in."""


@dataclass(frozen=True)
class Account:
    """One event as one document tells it; `when` is EDTF, start, end and precision."""

    event: str
    document: str
    words: str
    when: tuple[str, str, str, str]
    event_type: str
    leaders: tuple[str, ...]
    happening: str
    topics: tuple[str, ...] = ()
    place: str | None = None
    status: str = "happened"
    main: bool = True
    confidence: float = 0.9
    said: tuple[Said, ...] = ()
    actors: tuple[str, ...] = ()
    """Countries and organisations that took part, those that did it first."""


@dataclass(frozen=True)
class Paper:
    """A document without its body, which is made of its accounts."""

    key: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None = None
    status: str = "read"
    problem: str | None = None
    open_words: tuple[str, ...] = field(default=())
    """Date words and names that the document holds and that stay open."""


PAPERS = (
    Paper(
        "harbour", "Harbour talks end with a handshake", "The Coast Courier", "2023-03-04", "https://courier.example/1"
    ),
    Paper("letters", "Letters across an ocean", "Archive Notes", "2001-06-15", open_words=("some time later",)),
    Paper(
        "chronicle",
        "Ties through six decades: “a chronicle”",
        "Zeitungsverlag Süd",
        "2023-11-30",
        "https://sued.example/2",
    ),
    Paper("tariff", "=Tariffs, and what they cost", None, "2019-01-02", open_words=("in due course",)),
    Paper("notice", "Notice without a date", None, None, status="undated", problem="No published date was found."),
    Paper("scan", "scan 0001", None, None, status="failed", problem="The file is not text: it is binary or damaged."),
)

XI, LI, WANG, ZHOU, JIANG = "xi-jinping", "li-keqiang", "wang-yi", "zhou-enlai", "jiang-zemin"
RAUL, FIDEL, DIAZ, MARRERO = "raul-castro", "fidel-castro", "miguel-diaz-canel", "manuel-marrero-cruz"
INAKI, ZOFIA = "inaki-munoz", "zofia-lubecka"
TIES, TRADE, HEALTH, ENERGY = "diplomatic-relations", "trade-and-investment", "health", "energy-and-climate"


def _day(day: str, days: int = 1) -> tuple[str, str, str, str]:
    start = datetime.fromisoformat(day)
    return day, day, (start + timedelta(days=days)).date().isoformat(), "day"


def _year(year: int) -> tuple[str, str, str, str]:
    return str(year), f"{year}-01-01", f"{year + 1}-01-01", "year"


ONE = (
    Account(
        "talks",
        "harbour",
        "on 3 March 2023",
        _day("2023-03-03"),
        "talks",
        (DIAZ, XI),
        "Miguel Díaz-Canel and Xi Jinping held talks in Havana",
        (TRADE,),
        "Havana",
        said=(Said("We start with the harbour", DIAZ),),
        actors=("cuba", "china"),
    ),
)

FULL = (
    *ONE,
    Account(
        "talks",
        "chronicle",
        "in March 2023",
        ("2023-03", "2023-03-01", "2023-04-01", "month"),
        "talks",
        (DIAZ, XI, WANG),
        "Xi Jinping talked with Miguel Díaz-Canel while Wang Yi took notes",
        (TRADE, TIES),
        "Matanzas",
        main=False,
        confidence=0.7,
        said=(Said("keep talking", XI, "mixed", "declared", within="that both would “keep talking” soon"),),
    ),
    Account(
        "ties",
        "chronicle",
        "on 28 September 1960",
        _day("1960-09-28"),
        "founding",
        (FIDEL, ZHOU),
        "Fidel Castro and Zhou Enlai opened embassies",
        (TIES,),
        said=(Said("The sea is not wide", FIDEL),),
        actors=("cuba", "china"),
    ),
    Account("ties", "letters", "in 1960", _year(1960), "founding", (), "embassies opened", (TIES,), main=False),
    Account(
        "sugar",
        "letters",
        "in the 1960s",
        ("196X", "1960-01-01", "1970-01-01", "decade"),
        "trade",
        (),
        "sugar was paid for with rice",
        (TRADE,),
        main=False,
    ),
    Account(
        "century",
        "chronicle",
        "in the 20th century",
        ("19XX", "1901-01-01", "2001-01-01", "century"),
        "other",
        (),
        "ships needed two months for the way",
        main=False,
        confidence=0.45,
    ),
    Account(
        "letter",
        "letters",
        "in the spring of 1974",
        ("1974-21", "1974-03-01", "1974-06-01", "season"),
        "message",
        (ZHOU,),
        "Zhou Enlai wrote a letter by hand",
        said=(Said("that the harvest had been good", ZHOU, "indirect", "wrote"),),
    ),
    Account(
        "credit",
        "letters",
        "in the second half of 1982",
        ("1982-41", "1982-07-01", "1983-01-01", "half-year"),
        "aid",
        (),
        "a credit was agreed",
        ("debt-and-finance",),
    ),
    Account(
        "visit-1993",
        "letters",
        "on 21 November 1993",
        _day("1993-11-21"),
        "visit",
        (JIANG, FIDEL),
        "Jiang Zemin visited Fidel Castro",
        (TIES, "party-and-ideology"),
        "Havana",
        said=(
            Said("Old friends need no preface", JIANG),
            Said("the guest was tired", None, "indirect", "reported", 0.4),
        ),
    ),
    Account(
        "quarter",
        "tariff",
        "in the third quarter of 2018",
        ("2018-35", "2018-07-01", "2018-10-01", "quarter"),
        "trade",
        (),
        "trade fell by a tenth",
        (TRADE, "debt-and-finance"),
    ),
    Account(
        "week",
        "tariff",
        "in the week of 10 December 2018",
        ("2018-12-10/2018-12-16", "2018-12-10", "2018-12-17", "week"),
        "statement",
        (WANG,),
        "Wang Yi spoke about tariffs every day",
        (TRADE,),
        said=(Said("@ports and =sums must fit", WANG, "direct", "joked"),),
    ),
    Account(
        "weekend",
        "tariff",
        "at the weekend of 15 December 2018",
        ("2018-12-15/2018-12-16", "2018-12-15", "2018-12-17", "weekend"),
        "protest",
        (),
        "dockers stopped work",
        ("human-rights",),
        confidence=0.3,
    ),
    Account(
        "tour",
        "chronicle",
        "from 24 to 26 November 2022",
        ("2022-11-24/2022-11-26", "2022-11-24", "2022-11-27", "span"),
        "visit",
        (DIAZ, XI, LI),
        "Miguel Díaz-Canel travelled to see Xi Jinping and Li Keqiang",
        (TIES, TRADE, HEALTH),
        "Beijing",
    ),
    Account(
        "premier",
        "chronicle",
        "on 25 November 2022 at three in the afternoon",
        ("2022-11-25T15", "2022-11-25T15:00", "2022-11-25T16:00", "hour"),
        "meeting",
        (DIAZ, LI),
        "Li Keqiang received Miguel Díaz-Canel",
        (TRADE, ENERGY),
        "Beijing",
        said=(Said("We have vaccines, and you have sun", LI), Said("Then let us trade both", DIAZ, cue="answered")),
    ),
    Account(
        "dinner",
        "chronicle",
        "on the evening of 25 November 2022",
        ("2022-11-25", "2022-11-25T18:00", "2022-11-26T00:00", "part of day"),
        "ceremony",
        (DIAZ, XI),
        "Xi Jinping and Miguel Díaz-Canel dined",
        (),
        "Beijing",
    ),
    Account(
        "call",
        "chronicle",
        "on 30 August 2021 at 9:30",
        ("2021-08-30T09:30", "2021-08-30T09:30", "2021-08-30T09:31", "minute"),
        "call",
        (DIAZ, XI),
        "Xi Jinping telephoned Miguel Díaz-Canel",
        (HEALTH,),
        said=(Said("that masks were on their way", XI, "indirect", "promised"),),
    ),
    Account(
        "fair",
        "harbour",
        "next June",
        ("2023-06", "2023-06-01", "2023-07-01", "month"),
        "summit",
        (MARRERO,),
        "Manuel Marrero Cruz will open a fair",
        (TRADE, "tourism"),
        "Havana",
        status="planned",
        main=False,
        confidence=0.6,
    ),
    Account(
        "crane",
        "harbour",
        "on Thursday",
        _day("2023-03-02"),
        "accusation",
        (INAKI, ZOFIA),
        "Iñaki Muñoz did not meet Zofia Łubecka about the broken crane",
        ("infrastructure-and-transport",),
        status="denied",
        confidence=0.4,
        said=(Said("I never saw that crane", INAKI), Said("Nobody asked us", "the dockers", cue="shouted")),
        actors=("stevedores-union",),
    ),
    Account(
        "congress",
        "chronicle",
        "on 19 April 2021",
        _day("2021-04-19"),
        "appointment",
        (RAUL, DIAZ),
        "Raúl Castro handed over to Miguel Díaz-Canel",
        ("party-and-ideology",),
        "Havana",
    ),
    *(
        Account(
            f"yearbook-{year}",
            ("letters", "tariff", "chronicle")[number % 3],
            f"in {year}",
            _year(year),
            ("trade", "visit", "signing", "aid", "vote", "disaster")[number % 6],
            ((), (RAUL,), (FIDEL, RAUL), (WANG, RAUL))[number % 4],
            f"volume {number + 1} of the yearbook tells of ship number {year * 7 % 89}",
            ((), (TRADE,), (ENERGY, HEALTH))[number % 3],
            (None, "Shanghai", "Santiago de Cuba")[number % 3],
            main=False,
            confidence=0.5 + number % 5 / 10,
        )
        for number, year in enumerate(range(1963, 2017, 2))
        if year != 1993
    ),
)


@lru_cache(maxsize=3)
def _made(size: Size) -> Tables:
    if size == "empty":
        return {name: frame(table) for name, table in TABLES.items()}
    return make_tables(ONE, PAPERS[:1]) if size == "one" else make_tables(FULL)


def made_tables(size: Size = "full") -> Tables:
    """Tables of one of the three sizes, each time a copy of its own."""
    return {name: df.copy() for name, df in _made(size).items()}


def make_tables(accounts: Sequence[Account], papers: Sequence[Paper] = PAPERS) -> Tables:
    """Checked tables of some accounts: accounts with one `event` are mentions of one event."""
    rows: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    for paper in papers:
        _write(paper, [account for account in accounts if account.document == paper.key], rows)
    rows["events"] = [
        _event(key, [account for account in accounts if account.event == key], rows)
        for key in dict.fromkeys(account.event for account in accounts)
    ]
    rows["people"] = _people(accounts)
    rows["links"] = _links(rows["mentions"])
    tables = {name: frame(table, rows[name]) for name, table in TABLES.items()}
    check(tables)
    return tables


def _links(mentions: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """One link between the first two mentions of each event that has two."""
    by_event: dict[object, list[object]] = {}
    for mention in mentions:
        by_event.setdefault(mention["event_id"], []).append(mention["mention_id"])
    return [
        {
            "link_id": stable_id("link", *ids[:2]),
            "mention_id": ids[0],
            "other_id": ids[1],
            "score": 0.9,
            "reason": "the same day and people",
            "joined": True,
        }
        for ids in by_event.values()
        if len(ids) > 1
    ]


class _Text:
    """A text that grows and tells where each part of it stands."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        return start, len(self.text)


def document_id(key: str) -> str:
    """The id of a paper."""
    return stable_id("document", key)


def event_id(key: str) -> str:
    """The id of an event."""
    return stable_id("event", key)


def _write(paper: Paper, accounts: Sequence[Account], rows: dict[str, list[dict[str, object]]]) -> None:
    body = _Text()
    if paper.status != "failed":
        body.add(f"{paper.title}\n\n{paper.published or ''}\n\n")
        for account in accounts:
            _tell(account, body, rows)
        for words in paper.open_words:
            rows["annotations"].append(_annotation(paper, "date", None, words, body.add(words)[0], "no date fits"))
            body.add(", it is said.\n")
    rows["documents"].append(
        {
            "document_id": document_id(paper.key),
            "title": paper.title,
            "publisher": paper.publisher,
            "published": paper.published and datetime.fromisoformat(paper.published),
            "published_text": paper.published or "",
            "published_how": "on a line of its own at the head of the text" if paper.published else "",
            "url": paper.url,
            "language": "en",
            "path": f"documents/{paper.key}.txt",
            "sha256": stable_id("bytes", paper.key),
            "text": body.text,
            "copy_of": None,
            "copy_kind": None,
            "copy_how": None,
            "status": paper.status,
            "problem": paper.problem,
        }
    )


def _tell(account: Account, body: _Text, rows: dict[str, list[dict[str, object]]]) -> None:
    """Add the account's sentence, its quotes and what is marked in them."""
    paper = next(paper for paper in PAPERS if paper.key == account.document)
    start, _ = body.add(f"{account.happening[0].upper()}{account.happening[1:]} ")
    date_start, date_end = body.add(account.words)
    _, end = body.add(".")
    body.add("\n\n")
    rows["mentions"].append(_mention(account, body.text, (start, end), (date_start, date_end)))
    rows["annotations"].append(_annotation(paper, "date", account.when[0], account.words, date_start, "as written"))
    for leader_id, (name, *_) in PEOPLE.items():
        if name in account.happening:
            at = start + account.happening.index(name)
            rows["annotations"].append(_annotation(paper, "leader", leader_id, name, at, "the full name"))
    for said in account.said:
        rows["quotes"].append(_quote(account, said, body))


def _mention(account: Account, text: str, sentence: tuple[int, int], date: tuple[int, int]) -> dict[str, object]:
    edtf, start, end, precision = account.when
    published = next(paper.published for paper in PAPERS if paper.key == account.document)
    return {
        "mention_id": stable_id("mention", account.event, account.document),
        "event_id": event_id(account.event),
        "document_id": document_id(account.document),
        "date": edtf,
        "start": datetime.fromisoformat(start),
        "end": datetime.fromisoformat(end),
        "precision": precision,
        "date_text": account.words,
        "date_start": date[0],
        "date_end": date[1],
        "anchor": published and datetime.fromisoformat(published),
        "date_how": f"“{account.words}” says everything itself",
        "sentence": text[slice(*sentence)],
        "sentence_start": sentence[0],
        "sentence_end": sentence[1],
        "evidence": [f"{sentence[0]}:{sentence[1]}"],
        "event_type": account.event_type,
        "leaders": list(account.leaders),
        "named": [],
        "actors": list(account.actors),
        "sources": [*account.leaders[:1], *account.actors[:1]],
        "targets": [*account.leaders[1:], *account.actors[1:]],
        "tolls": [],
        "topics": list(account.topics),
        "place": account.place,
        "status": account.status,
        "main": account.main,
        "weight": _weight(account),
        "weight_why": "made for a test",
        "confidence": account.confidence,
        "why": "made for a test",
        "line": text[slice(*sentence)].strip(" .") or "Told",
    }


def _weight(account: Account) -> float:
    return 0.8 if account.main else 0.3


def _quote(account: Account, said: Said, body: _Text) -> dict[str, object]:
    name = PEOPLE[said.speaker][0] if said.speaker in PEOPLE else said.speaker
    speaker = body.add(name) if name else (-1, -1)
    body.add(" " if name else "It was ")
    cue = body.add(said.cue)
    body.add(": “" if said.kind == "direct" else " ")
    whole = body.add(said.within or said.text)
    start = whole[0] + said.within.find(said.text) if said.within else whole[0]
    end = start + len(said.text)
    body.add(".”\n\n" if said.kind == "direct" else ".\n\n")
    return {
        "quote_id": stable_id("quote", account.document, start, end),
        "document_id": document_id(account.document),
        "event_id": event_id(account.event) if said.speaker else None,
        "kind": said.kind,
        "speaker": said.speaker,
        "speaker_text": name or "",
        "speaker_start": speaker[0],
        "speaker_end": speaker[1],
        "speaker_how": "named before the cue" if name else "nobody is named",
        "cue": said.cue,
        "cue_start": cue[0],
        "cue_end": cue[1],
        "addressee": None,
        "text": said.text,
        "start": start,
        "end": end,
        "statement": body.text[slice(*whole)],
        "statement_start": whole[0],
        "statement_end": whole[1],
        "said": account.when[0] if said.speaker else None,
        "said_start": datetime.fromisoformat(account.when[1]) if said.speaker else None,
        "said_end": datetime.fromisoformat(account.when[2]) if said.speaker else None,
        "said_precision": account.when[3] if said.speaker else None,
        "said_how": "the event that the same passage tells" if said.speaker else "not known",
        "topics": list(account.topics[:1]),
        "confidence": said.confidence,
    }


def _annotation(paper: Paper, kind: str, value: str | None, words: str, start: int, how: str) -> dict[str, object]:
    return {
        "annotation_id": stable_id("annotation", paper.key, kind, start),
        "document_id": document_id(paper.key),
        "start": start,
        "end": start + len(words),
        "text": words,
        "kind": kind,
        "value": value,
        "how": how,
        "placed": value is not None,
    }


def _event(key: str, accounts: Sequence[Account], rows: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    first = accounts[0]
    edtf, start, end, precision = first.when
    return {
        "event_id": event_id(key),
        "title": f"{first.event_type.capitalize()}: {first.happening}",
        "date": edtf,
        "start": datetime.fromisoformat(start),
        "end": datetime.fromisoformat(end),
        "precision": precision,
        "event_type": first.event_type,
        "leaders": _together(account.leaders for account in accounts),
        "actors": _together(account.actors for account in accounts),
        "topics": _together(account.topics for account in accounts),
        "places": _together((account.place,) for account in accounts if account.place),
        "documents": _together((document_id(account.document),) for account in accounts),
        "n_documents": len({account.document for account in accounts}),
        "n_sources": len({account.document for account in accounts}),
        "n_mentions": len(accounts),
        "n_quotes": sum(quote["event_id"] == event_id(key) for quote in rows["quotes"]),
        "disputed": ["place"] if len({account.place for account in accounts if account.place}) > 1 else [],
        "status": first.status,
        "main": any(account.main for account in accounts),
        "weight": max(map(_weight, accounts)),
        "weight_why": "made for a test",
        "confidence": max(account.confidence for account in accounts),
    }


def _together(lists: Iterable[Iterable[str]]) -> list[str]:
    return sorted({item for some in lists for item in some})


def _people(accounts: Sequence[Account]) -> list[dict[str, object]]:
    mentions = Counter(one for account in accounts for one in (*account.leaders, *account.actors))
    everybody = [(one, "person", *rest) for one, rest in PEOPLE.items()]
    everybody += [(one, kind, name, "", None, "vocabulary") for one, (name, kind) in ACTORS.items()]
    return [
        {
            "leader_id": leader_id,
            "kind": kind,
            "name": name,
            "role": role,
            "country": country,
            "origin": origin,
            "n_documents": len({a.document for a in accounts if leader_id in (*a.leaders, *a.actors)}),
            "n_mentions": mentions[leader_id],
        }
        for leader_id, kind, name, role, country, origin in everybody
        if mentions[leader_id]
    ]
