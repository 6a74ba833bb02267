"""Mentions to events: what is joined, what stays apart, what is only possible, and which ids stay."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reconcile import group_mentions, make_events
from loaders.reconcile.clusters import LINKS
from loaders.reconcile.matching import SAME
from loaders.tables.schema import EVENTS
from loaders.vocabulary import load_vocabulary
from tests.reconcile.corpus import TEXT, Corpus, b_cubed, group_corpus, read_corpus, score_corpus

VOCABULARY = load_vocabulary()
NO_QUOTES = pd.DataFrame({"event_id": pd.Series(dtype=object)})


def mention(
    name: str,
    day: str,
    kind: str = "meeting",
    leaders: str = "ann-lee bo-zhao",
    sentence: str = "Ann Lee met Bo Zhao.",
    last: str = "",
    place: str | None = None,
    status: str = "happened",
    actors: str = "",
    tolls: str = "",
) -> dict[str, object]:
    """One mention; its name is document and number ("a1")."""
    return {
        "mention_id": name,
        "document_id": name[0],
        "start": pd.Timestamp(day),
        "end": pd.Timestamp(last or day) + pd.Timedelta(days=1),
        "date": day,
        "precision": "span" if last else "day",
        "event_type": kind,
        "leaders": leaders.split(),
        "actors": actors.split(),
        "topics": [],
        "place": place,
        "status": status,
        "main": True,
        "weight": 0.8,
        "weight_why": "made for a test",
        "confidence": 0.9,
        "sentence": sentence,
        "line": sentence.strip(" ."),
        "date_text": "",
        "tolls": tolls.split(),
    }


def group(*rows: dict[str, object]) -> tuple[dict[str, set[str]], pd.DataFrame]:
    """For each mention those that it is one event with, and the links."""
    mentions, links = group_mentions(pd.DataFrame(rows), documents_of(rows), VOCABULARY)
    members = mentions.groupby("event_id")["mention_id"].agg(set).to_dict()
    return {row.mention_id: members[row.event_id] for row in mentions.itertuples()}, links


def documents_of(rows: tuple[dict[str, object], ...]) -> pd.DataFrame:
    names = sorted({str(row["document_id"]) for row in rows})
    texts = [f"Document {name} tells of it in words of its own. " * 3 for name in names]
    df = pd.DataFrame({"document_id": names, "published": pd.Timestamp("2024-05-10"), "text": texts})
    return df.assign(copy_of=None)


ONE = [
    # the same people, kind and day
    (mention("a1", "2024-05-09"), mention("b1", "2024-05-09", sentence="Talks took place.")),
    # talks are a meeting
    (mention("a1", "2024-05-09"), mention("b1", "2024-05-09", kind="talks")),
    # a day within a month, and the only one that fits
    (mention("a1", "2024-05-09"), mention("b1", "2024-05-01", last="2024-05-31")),
    # somebody more at the table
    (mention("a1", "2024-05-09"), mention("b1", "2024-05-09", leaders="ann-lee bo-zhao cy-young")),
    # nobody named, the same words
    (
        mention("a1", "2024-05-09", "vote", "", "The assembly voted to lower the fishing quota."),
        mention("b1", "2024-05-09", "vote", "", "By a vote the assembly lowered the fishing quota."),
    ),
    # one person, one place
    (
        mention("a1", "2024-05-09", "visit", "ann-lee", "Ann Lee came to Oslo.", place="Oslo"),
        mention("b1", "2024-05-08", "visit", "ann-lee", "A guest for three days.", last="2024-05-10", place="Oslo"),
    ),
    # nobody dies twice
    (
        mention("a1", "2024-05-09", "death", "ann-lee", "Ann Lee died at home."),
        mention("b1", "2024-05-01", "death", "ann-lee", "The late premier passed away in spring.", last="2024-05-31"),
    ),
    # the dates are a day apart, all else is the same
    (
        mention("a1", "2024-05-09", "call", sentence="Ann Lee and Bo Zhao spoke by telephone about grain prices."),
        mention("b1", "2024-05-10", "call", sentence="Ann Lee and Bo Zhao spoke by telephone about grain prices."),
    ),
    # two papers in other words: the town and its cause
    (
        mention("a1", "2024-05-09", "protest", "", "Weavers marched in Oslo against the sale of the mill."),
        mention("b1", "2024-05-09", "other", "", "The mill must not be sold, a crowd of weavers shouted in Oslo."),
    ),
    # the town and the figures
    (
        mention("a1", "2024-05-09", "vote", "", "Parliament in Oslo voted by 88 to 61 to spare the wolves."),
        mention("b1", "2024-05-09", "other", "", "In Oslo 88 members were for the hunting ban and 61 against it."),
    ),
    # planned, and done
    (mention("a1", "2024-05-09", status="planned"), mention("b1", "2024-05-09")),
    # the same sentence, which gives a month only
    tuple(
        mention(key, "2024-05-01", "visit", "ann-lee", "Ann Lee came to see the old harbour in May.", last="2024-05-31")
        for key in ("a1", "b1")
    ),
]

TWO = [
    # another day
    (mention("a1", "2024-05-09"), mention("b1", "2024-05-16")),
    (mention("a1", "2024-05-09"), mention("b1", "2024-05-10", sentence="They went on to another matter.")),
    # one guest, two hosts
    (mention("a1", "2024-05-09", leaders="ann-lee bo-zhao"), mention("b1", "2024-05-09", leaders="ann-lee cy-young")),
    # a visit and the meeting within it
    (mention("a1", "2024-05-09"), mention("b1", "2024-05-08", "visit", "ann-lee", last="2024-05-10")),
    # nobody named, other words
    (
        mention("a1", "2024-05-09", "vote", "", "The assembly voted to lower the fishing quota."),
        mention("b1", "2024-05-09", "vote", "", "The council voted for a longer harbour wall."),
    ),
    # one town on one day, and nothing else in common
    (
        mention("a1", "2024-05-09", "protest", "", "Weavers marched in Oslo against the sale of the mill."),
        mention("b1", "2024-05-09", "protest", "", "Students protested in Oslo because of higher fees."),
    ),
    # what answers it
    (
        mention("a1", "2024-05-09", "protest", "", "Weavers marched in Oslo against the sale of the mill."),
        mention("b1", "2024-05-09", "protest", "", "A counter-protest backed the sale of the mill in Oslo."),
    ),
    # who is for it, and who is against it
    (
        mention("a1", "2024-05-09", "protest", "", "Opponents of the sale of the mill filled a square in Oslo."),
        mention("b1", "2024-05-09", "protest", "", "Supporters of the sale of the mill filled a hall in Oslo."),
    ),
    # two that one document tells apart
    (
        mention("a1", "2024-05-09", "meeting", "", "Farm ministers of the league met in Oslo."),
        mention("a2", "2024-05-09", "meeting", "", "Finance ministers of the league met in Oslo."),
    ),
    # one person in two places
    (
        mention("a1", "2024-05-09", "visit", "ann-lee", "Ann Lee came to Oslo.", place="Oslo"),
        mention("b1", "2024-05-09", "visit", "ann-lee", "The premier reached Bergen at night.", place="Bergen"),
    ),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_accounts_of_one_event(first: dict[str, object], second: dict[str, object]) -> None:
    members, links = group(first, second)
    assert members["a1"] == {"a1", "b1"}
    (link,) = links.itertuples()
    assert link.score >= SAME
    assert link.reason


@pytest.mark.parametrize(("first", "second"), TWO)
def test_accounts_of_two_events(first: dict[str, object], second: dict[str, object]) -> None:
    members, _ = group(first, second)
    assert members["a1"] == {"a1"}


def test_morning_and_evening_are_two() -> None:
    morning = mention("a1", "2024-05-09", "vote", "", "The council of Oslo voted by 12 to 9 on the mill.")
    evening = mention("b1", "2024-05-09", "other", "", "12 to 9 was the result on the mill in Oslo.")
    assert group(morning, evening)[0]["a1"] == {"a1", "b1"}
    morning["end"] = pd.Timestamp("2024-05-09 12:00")
    evening["start"] = pd.Timestamp("2024-05-09 17:00")
    assert group(morning, evening)[0]["a1"] == {"a1"}


def test_the_better_account_of_a_document_is_joined() -> None:
    members, _ = group(
        mention("a1", "2024-05-09", "meeting", "", "Farm ministers of the league met in Oslo over milk."),
        mention("a2", "2024-05-09", "meeting", "", "Finance ministers of the league met in Oslo over debts."),
        mention("b1", "2024-05-09", "other", "", "In Oslo the price of milk was set by the league's farm ministers."),
        mention("b2", "2024-05-09", "other", "", "In Oslo the league's finance ministers quarrelled about debts."),
    )
    assert (members["a1"], members["a2"]) == ({"a1", "b1"}, {"a2", "b2"})


STRIKE = "The weavers of Norden Mill have asked Karl Brandt for higher pay since the fire in Velden."
REPORTS = [
    # what the reports tell around it is the same
    (True, f"Looms stood still in Oslo. {STRIKE}", f"Weavers sat down on a road in Oslo. {STRIKE}"),
    # or is not
    (False, f"Looms stood still in Oslo. {STRIKE}", "Weavers sat down on a road in Oslo. Rain fell on Bergen."),
]


@pytest.mark.parametrize(("is_one", "first", "second"), REPORTS)
def test_what_reports_tell_around_it(is_one: bool, first: str, second: str) -> None:
    rows = [
        mention(name, "2024-05-09", "protest", "", text.split(". ")[0] + ".")
        for name, text in (("a1", first), ("b1", second))
    ]
    documents = documents_of(tuple(rows)).assign(text=[first, second], language="en")
    mentions, _ = group_mentions(pd.DataFrame(rows), documents, VOCABULARY)
    assert (mentions["event_id"].nunique() == 1) == is_one
    beside = mention("b2", "2024-05-09", "protest", "", "Shopkeepers marched to back the owner.")
    mentions, _ = group_mentions(pd.DataFrame([*rows, beside]), documents, VOCABULARY)
    assert mentions["event_id"].nunique() == 3


def test_a_year_in_which_two_events_fit_joins_neither() -> None:
    members, links = group(
        mention("a1", "2024-05-09"), mention("b1", "2024-09-02"), mention("c1", "2024-01-01", last="2024-12-31")
    )
    assert members["c1"] == {"c1"}
    assert set(links["other_id"]) | set(links["mention_id"]) == {"a1", "b1", "c1"}
    assert (links["score"] < SAME).all()
    assert links["reason"].str.contains("several events fit").all()


def test_no_mentions() -> None:
    mentions = pd.DataFrame([mention("a1", "2024-05-09")]).iloc[:0]
    grouped, links = group_mentions(mentions, documents_of(()), VOCABULARY)
    assert grouped.empty
    assert list(links.columns) == list(LINKS)
    assert make_events(grouped, NO_QUOTES, documents_of(())).empty


@cache
def corpus() -> Corpus:
    return read_corpus()


@cache
def corpus_tables() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    return group_corpus(corpus())


def test_the_corpus_is_reconciled() -> None:
    assert len(corpus().documents) >= 60
    assert score_corpus(corpus())[2] >= 0.95


@pytest.mark.parametrize(("name", "precision", "recall"), [("papers", 0.98, 0.72), ("papers_checked", 0.98, 0.8)])
def test_what_two_papers_tell_is_reconciled(name: str, precision: float, recall: float) -> None:
    found = score_corpus(read_corpus(TEXT.with_name(f"{name}.txt")))
    assert (found[0] >= precision, found[1] >= recall) == (True, True)


def test_b_cubed() -> None:
    assert b_cubed("aab", "aab") == (1, 1, 1)
    precision, recall, _ = b_cubed("aabb", "aaaa")
    assert (precision, recall) == (0.5, 1)


@given(st.permutations(range(20)))
@settings(max_examples=3, deadline=None)
def test_the_order_of_the_mentions_changes_nothing(order: list[int]) -> None:
    mentions, _, documents = corpus_tables()
    some = mentions.sort_values("mention_id").iloc[:20]
    first, _ = group_mentions(some, documents, VOCABULARY)
    second, _ = group_mentions(some.iloc[order], documents, VOCABULARY)
    assert first.set_index("mention_id")["event_id"].to_dict() == second.set_index("mention_id")["event_id"].to_dict()


@pytest.mark.parametrize("name", ["oslo-2", "rome-1", "vote-2", "quake-3", "death-3", "looking-back", "source-3"])
def test_a_further_document_leaves_other_events_alone(name: str) -> None:
    mentions, _, documents = corpus_tables()
    fewer, _ = group_mentions(mentions[mentions["document_id"] != name], documents, VOCABULARY)
    touched = set(mentions.loc[mentions["document_id"] == name, "event_id"])
    before = fewer.groupby("event_id")["mention_id"].agg(frozenset).to_dict()
    after = mentions.groupby("event_id")["mention_id"].agg(frozenset).to_dict()
    assert {event: members for event, members in after.items() if event not in touched}.items() <= before.items()


def test_an_event_is_summed_up() -> None:
    rows = (
        mention(
            "a1", "2024-05-09", "call", "xi-jinping raul-castro", "They spoke, and 59 states agreed.", place="Oslo"
        ),
        mention(
            "b1",
            "2024-05-01",
            "call",
            "xi-jinping raul-castro",
            "Then 61 states agreed.",
            "2024-05-31",
            actors="cuba oas",
        ),
    )
    documents = documents_of(rows)
    mentions, _ = group_mentions(pd.DataFrame(rows), documents, VOCABULARY)
    events = make_events(mentions, NO_QUOTES, documents)
    assert list(events.columns) == EVENTS.names
    (event,) = events.to_dict("records")
    assert event["title"] == "They spoke, and 59 states agreed"
    assert event["date"] == "2024-05-09"
    assert (event["n_documents"], event["n_sources"], event["n_mentions"]) == (2, 2, 2)
    assert event["disputed"] == ["figures"]
    assert event["places"] == ["Oslo"]
    assert event["actors"] == ["cuba", "oas"]
    assert event["confidence"] > 0.9


def test_copies_count_as_one_source() -> None:
    rows = (mention("a1", "2024-05-09"), mention("b1", "2024-05-09"), mention("c1", "2024-05-09"))
    documents = documents_of(rows).assign(copy_of=[None, "a", None])
    mentions, _ = group_mentions(pd.DataFrame(rows), documents, VOCABULARY)
    (event,) = make_events(mentions, NO_QUOTES, documents).to_dict("records")
    assert (event["n_documents"], event["n_sources"]) == (3, 2)


DISPUTED = [
    ([], {}, {}),
    (["status"], {}, {"status": "denied"}),
    (["place"], {"place": "Oslo"}, {"place": "Bergen"}),
    # who is only named by one
    ([], {}, {"leaders": "ann-lee bo-zhao cy-young"}),
    # other words, of something else
    ([], {"sentence": "Ann Lee came with 20 guests."}, {"sentence": "The talks cost 25 guests their dinner."}),
    # one place within the other
    ([], {"place": "Oslo"}, {"place": "the harbour of Oslo"}),
    (["figures"], {"sentence": "Ann Lee met 20 guests."}, {"sentence": "Ann Lee met 25 guests."}),
    ([], {"sentence": "Ann Lee met 20 guests."}, {"sentence": "Of 20 guests 5 danced."}),
    # figures of people, in words or bounded, whatever else the sentences say
    (
        ["figures"],
        {"sentence": "The ferry struck the pier, and two passengers drowned.", "tolls": "killed=2@0:3"},
        {"sentence": "At least five died when the ferry hit the pier.", "tolls": "killed=5+@0:3"},
    ),
    (
        [],
        {"sentence": "The ferry struck the pier, about 20 passengers were hurt.", "tolls": "injured=20~@0:3"},
        {"sentence": "Hurt were 21 when the ferry hit the pier.", "tolls": "injured=21@0:3"},
    ),
    # both name a third place, in which one may hold the other
    (
        [],
        {"place": "Alesund", "sentence": "Guests of Ann Lee met in Alesund, in Moere province."},
        {"place": "Volda", "sentence": "Guests of Ann Lee met in a village of Moere province."},
    ),
    # the sentence itself names nobody else: who else took part was worked out from what stands around it
    (
        [],
        {"leaders": "ann-lee di-kay bo-zhao", "sentence": "Ann Lee and Di Kay opened the pier."},
        {"leaders": "ann-lee di-kay cy-young", "sentence": "Ann Lee and Di Kay opened the pier."},
    ),
    (
        ["leaders"],
        {"leaders": "ann-lee di-kay bo-zhao", "sentence": "Ann Lee and Di Kay met Bo Zhao on the pier."},
        {"leaders": "ann-lee di-kay cy-young", "sentence": "Ann Lee and Di Kay met Cy Young on the pier."},
    ),
]


@pytest.mark.parametrize(("fields", "first", "second"), DISPUTED)
def test_what_documents_disagree_on(fields: list[str], first: dict[str, str], second: dict[str, str]) -> None:
    rows = (mention("a1", "2024-05-09", **first), mention("b1", "2024-05-09", **second))
    mentions, _ = group_mentions(pd.DataFrame(rows), documents_of(rows), VOCABULARY)
    (event,) = make_events(mentions, NO_QUOTES, documents_of(rows)).to_dict("records")
    assert event["disputed"] == fields


def test_a_day_that_differs_is_disputed() -> None:
    rows = tuple({**row, "date_text": words} for row, words in zip(ONE[7], ("on Thursday", "on Friday"), strict=True))
    mentions, _ = group_mentions(pd.DataFrame(rows), documents_of(rows), VOCABULARY)
    (event,) = make_events(mentions, NO_QUOTES, documents_of(rows)).to_dict("records")
    assert event["disputed"] == ["date"]


def sum_up(*rows: dict[str, object]) -> dict[str, object]:
    """The event that all of the rows tell."""
    (event,) = make_events(pd.DataFrame(rows).assign(event_id="e"), NO_QUOTES, documents_of(rows)).to_dict("records")
    return {str(name): value for name, value in event.items()}


def test_the_title_is_what_most_accounts_tell() -> None:
    lines = [
        ("a1", "statement", "Night Owls say they burned Kelna depot."),
        ("b1", "disaster", "Fire destroys depot of Kelna tramways."),
        ("c1", "disaster", "Fire guts tram depot in Kelna."),
        ("d1", "attack", "Fire destroys Kelna tram depot."),
    ]
    event = sum_up(*(mention(name, "2024-05-09", kind, sentence=line) for name, kind, line in lines))
    assert (event["title"], event["event_type"]) == ("Fire destroys Kelna tram depot", "attack")


def test_a_document_that_tells_the_other_day_as_well_is_not_at_odds() -> None:
    words = ("on Thursday", "on Friday")
    rows = tuple({**row, "date_text": date} for row, date in zip(ONE[7], words, strict=True))
    assert sum_up(*rows)["disputed"] == ["date"]
    assert sum_up(*rows, {**rows[0], "mention_id": "b2", "document_id": rows[1]["document_id"]})["disputed"] == []
