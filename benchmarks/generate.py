"""Built tables of any size: python benchmarks/generate.py --events 20000 --people 2000 --out DIR [--seed 1]

The same numbers and seed give the same tables. They conform to the schema (`python -m loaders check DIR`) and are as uneven
as the world: few people are in most events and most in few (Zipf), some events name nobody, have no topic and no place;
dates of every precision; events that several documents tell, with links between the accounts, some only possible;
quotes of all three kinds, some without a speaker; copies; a document without a date and one that could not be read.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from loaders.tables.schema import PRECISIONS, TABLES, Tables  # noqa: E402
from loaders.tables.store import write_tables  # noqa: E402
from loaders.vocabulary import load_kinds, load_topics  # noqa: E402

EVENTS_A_DOCUMENT = 25
FIRST_NAMES = (
    "Ada Bruno Carla Dario Elif Farid Greta Hana Ivo Jana Kofi Lea Milan Nora Omar Petra Quim Rosa Sami Tove".split()
)
LAST_NAMES = (
    "Abara Belmonte Castell Dvorak Eriksen Farouk Galvez Horvat Ibarra Jansen Kamara Lindqvist Moreau Nakata Okafor Petrov "
    "Quiroga Rossi Sandoval Takahashi Ulrich Vasquez Wickramanayake Xhaka Yilmaz Zubiri"
).split()
PLACES = "Lisbon Nairobi Quito Oslo Jakarta Tunis Lima Hanoi Accra Riga Montevideo Tbilisi".split()
SUBJECTS = "the port,the harvest,the ferry,water rights,the railway,a loan,the border crossing,vaccines,fishing".split(
    ","
)
SHARES = dict.fromkeys(PRECISIONS, 0.01) | {"day": 0.62, "month": 0.12, "year": 0.08, "span": 0.05, "week": 0.03}


def main() -> None:
    """Generate and write, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    started = time.perf_counter()
    tables = generate(chosen.events, chosen.people, chosen.seed)
    write_tables(tables, chosen.out)
    sizes = ", ".join(f"{len(df):,} {name}" for name, df in tables.items())
    print(f"{sizes} → {chosen.out} in {time.perf_counter() - started:.1f} s")


def generate(n_events: int, n_people: int, seed: int = 1) -> Tables:
    """All tables, for at least one event and one person."""
    random = np.random.default_rng(seed)
    people, bodies = _people(n_people), _bodies(1 + n_people // 10)
    events = _events(n_events, n_people, random)
    told = _tell(events, list(people["name"]), random)
    events["bodies"] = _lists(random, n_events, [0.4, 0.3, 0.25, 0.05], len(bodies))
    return _assemble(events, people, bodies, told, random)


def _people(n: int) -> pd.DataFrame:
    pairs = list(itertools.islice(itertools.product(LAST_NAMES, FIRST_NAMES), n))
    names = [f"{first} {last}" for last, first in pairs]
    names += [
        f"{FIRST_NAMES[i % 20]} {LAST_NAMES[i // 20 % 26]}-{LAST_NAMES[i // 520 % 26]} {i}"
        for i in range(len(names), n)
    ]
    return pd.DataFrame({"leader_id": [f"person-{i:06d}" for i in range(n)], "kind": "person", "name": names})


def _bodies(n: int) -> pd.DataFrame:
    """Countries and organisations by turns."""
    kinds = ["country" if i % 2 else "organisation" for i in range(n)]
    names = [f"{LAST_NAMES[i % 26]} {'Republic' if i % 2 else 'Council'} {i + 1}" for i in range(n)]
    return pd.DataFrame({"leader_id": [f"body-{i:05d}" for i in range(n)], "kind": kinds, "name": names})


def _zipf(random: np.random.Generator, n: int, size: int) -> np.ndarray:
    """Ranks below n, the k-th about 1/k as often as the first."""
    weights = np.cumsum(1 / np.arange(1, n + 1))
    return np.searchsorted(weights, random.random(size) * weights[-1])


def _lists(random: np.random.Generator, n: int, sizes: Sequence[float], among: int) -> list[list[int]]:
    """n lists of different ranks; a share `sizes[k]` of them is drawn k times."""
    lengths = random.choice(len(sizes), n, p=sizes)
    drawn = _zipf(random, among, int(lengths.sum())).tolist()
    ends = np.cumsum(lengths).tolist()
    return [list(dict.fromkeys(drawn[end - length : end])) for end, length in zip(ends, lengths.tolist(), strict=True)]


def _events(n: int, n_people: int, random: np.random.Generator) -> pd.DataFrame:
    precision = random.choice(list(SHARES), n, p=np.array(list(SHARES.values())) / sum(SHARES.values()))
    precision[: len(PRECISIONS)] = PRECISIONS[:n]
    # Most of it is news of a few years; a tenth is history.
    days = np.where(
        random.random(n) < 0.1, random.integers(-8000, 14000, n), 19700 - random.exponential(900, n).astype(int)
    )
    starts, ends, words, codes = _dates(days, precision, random)
    kinds, topics = list(load_kinds()), list(load_topics())
    sources = random.choice([1, 2, 3, 4], n, p=[0.8, 0.14, 0.05, 0.01])
    weight = np.round(random.beta(1.5, 3, n), 3)
    return pd.DataFrame(
        {
            "event_id": [f"e{i:09x}" for i in range(n)],
            "start": starts,
            "end": ends,
            "precision": precision,
            "date": codes,
            "date_text": words,
            "event_type": np.array(kinds)[_zipf(random, len(kinds), n)],
            "who": _lists(random, n, [0.12, 0.33, 0.4, 0.1, 0.05], n_people),
            "topics": [[topics[i] for i in some] for some in _lists(random, n, [0.2, 0.5, 0.3], len(topics))],
            "place": np.where(random.random(n) < 0.3, "", np.array(PLACES)[random.integers(0, len(PLACES), n)]),
            "subject": np.array(SUBJECTS)[random.integers(0, len(SUBJECTS), n)],
            "status": random.choice(["happened", "planned", "denied"], n, p=[0.93, 0.05, 0.02]),
            "main": weight >= 0.5,
            "weight": weight,
            "weight_why": "generated",
            "confidence": np.round(random.uniform(0.3, 1, n), 2),
            "n_documents": sources,
        }
    )


FLOORS = {"month": 1, "quarter": 3, "season": 3, "half-year": 6, "year": 12, "decade": 120, "century": 1200}
"""Months that a precision covers."""


def _dates(
    days: np.ndarray, precision: np.ndarray, random: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, list[str], list[str]]:
    """For each event its interval, the words for it in a text, and EDTF."""
    day = days.astype("datetime64[D]")
    starts = day.astype("datetime64[us]")
    lengths = np.full(len(days), np.timedelta64(1, "D")).astype("timedelta64[us]")
    ends = starts + lengths
    for name, months in FLOORS.items():
        mine = precision == name
        since = (day[mine].astype("datetime64[M]").astype(int) + 1970 * 12) // months * months - 1970 * 12
        starts[mine] = since.astype("datetime64[M]").astype("datetime64[us]")
        ends[mine] = (since + months).astype("datetime64[M]").astype("datetime64[us]")
    monday = day - ((day.astype(int) + 3) % 7).astype("timedelta64[D]")
    for name, first, length in (("week", 0, 7), ("weekend", 5, 2)):
        mine = precision == name
        starts[mine] = (monday + np.timedelta64(first, "D"))[mine].astype("datetime64[us]")
        ends[mine] = starts[mine] + np.timedelta64(length, "D")
    spans = precision == "span"
    ends[spans] = starts[spans] + random.integers(2, 40, spans.sum()).astype("timedelta64[D]")
    hour = random.integers(6, 20, len(days)).astype("timedelta64[h]")
    for name, length in (
        ("part of day", np.timedelta64(6, "h")),
        ("hour", np.timedelta64(1, "h")),
        ("minute", np.timedelta64(1, "m")),
    ):
        mine = precision == name
        starts[mine] += hour[mine]
        ends[mine] = starts[mine] + length
    first, last = starts.astype("datetime64[D]"), (ends - np.timedelta64(1, "us")).astype("datetime64[D]")
    codes = [
        a if a == b else f"{a}/{b}" for a, b in zip(first.astype(str).tolist(), last.astype(str).tolist(), strict=True)
    ]
    words = [_in_words(a, b) for a, b in zip(first.tolist(), last.tolist(), strict=True)]
    return starts, ends, words, codes


def _in_words(first: date, last: date) -> str:
    if first == last:
        return f"on {first.day} {first:%B} {first.year}"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12) and first.year == last.year:
        return f"in {first.year}"
    return f"from {first.day} {first:%B} {first.year} to {last.day} {last:%B} {last.year}"


def _tell(events: pd.DataFrame, names: list[str], random: np.random.Generator) -> pd.DataFrame:
    """One row an account, in the order of the documents: its event, document, sentence, and the words said there."""
    n_documents = max(4, len(events) // EVENTS_A_DOCUMENT)
    event = np.repeat(np.arange(len(events)), events["n_documents"])
    before = np.cumsum(events["n_documents"].to_numpy()) - events["n_documents"].to_numpy()
    which = np.arange(len(event)) - before[event]
    # Neighbours in time share documents; accounts of one event lie in different ones.
    place = np.argsort(np.argsort(events["start"].to_numpy(), kind="stable"), kind="stable")
    document = (place[event] * n_documents // len(events) + which) % n_documents
    told = pd.DataFrame({"event": event, "document": document, "copy": which})
    told = told.sort_values(["document", "event"], kind="stable", ignore_index=True)
    rows = events[["date_text", "who", "place", "subject", "event_type"]].itertuples(index=False, name=None)
    sentences = [_sentence(*row, names) for row in rows]
    told["sentence"] = [sentences[i] for i in told["event"]]
    told["said"] = np.where(random.random(len(told)) < 0.4, random.integers(1, 4, len(told)), 0)
    return told


def _sentence(when: str, who: list[int], place: str, subject: str, kind: str, names: list[str]) -> str:
    people = " and ".join(names[i] for i in who) or "Officials"
    return f"{people} dealt with {subject} {when}{f' in {place}' if place else ''} ({kind.replace('-', ' ')})."


def _assemble(
    events: pd.DataFrame, people: pd.DataFrame, bodies: pd.DataFrame, told: pd.DataFrame, random: np.random.Generator
) -> Tables:
    names, ids = list(people["name"]), list(people["leader_id"])
    who = list(events["who"])
    body_ids = list(bodies["leader_id"])
    events["actors"] = [[body_ids[i] for i in some] for some in events["bodies"]]
    blocks, quotes = _blocks(events, told, names)
    documents, starts = _documents(events, told, blocks)
    mentions = _mentions(events, told, ids, names, documents, starts)
    quote_rows = _quotes(quotes, events, told, mentions, ids, names, starts)
    named = np.concatenate([_times_named(who, len(ids)), _times_named(list(events["bodies"]), len(body_ids))])
    people = pd.concat([people, bodies], ignore_index=True).assign(
        role="",
        country=None,
        origin="text",
        n_documents=named,
        n_mentions=named,
    )
    quoted = quote_rows["event_id"].value_counts()
    accounts = mentions.groupby("event", sort=True)["document_id"].agg(list)
    events = events.assign(
        title=[_title(kind, some, names) for kind, some in zip(events["event_type"], who, strict=True)],
        leaders=[[ids[i] for i in some] for some in who],
        places=[[place] if place else [] for place in events["place"]],
        documents=[list(dict.fromkeys(some)) for some in accounts],
        n_mentions=events["n_documents"],
        n_sources=np.maximum(1, events["n_documents"] - (random.random(len(events)) < 0.1)),
        n_quotes=events["event_id"].map(quoted).fillna(0).astype(int),
        disputed=[["date"] if n > 1 and i % 7 == 0 else [] for i, n in enumerate(events["n_documents"])],
    )
    events["n_documents"] = [len(some) for some in events["documents"]]
    events["n_sources"] = np.minimum(events["n_sources"], events["n_documents"])
    links = _links(mentions)
    annotations = _annotations(mentions)
    found = {"documents": documents, "mentions": mentions, "quotes": quote_rows, "events": events}
    found |= {"people": people, "annotations": annotations, "links": links}
    return {name: found[name][table.names].reset_index(drop=True) for name, table in TABLES.items()}


def _times_named(lists: Sequence[list[int]], n: int) -> np.ndarray:
    return np.bincount(np.fromiter(itertools.chain.from_iterable(lists), int), minlength=n)


def _title(kind: str, who: list[int], names: list[str]) -> str:
    people = " and ".join(names[i] for i in who)
    what = kind.replace("-", " ").capitalize()
    return f"{what} of {people}" if people else f"{what} of nobody by name"


def _blocks(
    events: pd.DataFrame, told: pd.DataFrame, names: list[str]
) -> tuple[list[str], list[tuple[int, int, str, int | None, str]]]:
    """The text of each account, and its quote: account, offset in it, kind, speaker and words."""
    who, subjects = list(events["who"]), list(events["subject"])
    blocks, quotes = [], []
    for index, (event, sentence, said) in enumerate(zip(told["event"], told["sentence"], told["said"], strict=True)):
        if not said:
            blocks.append(sentence)
            continue
        speaker = who[event][0] if who[event] else None
        name = names[speaker] if speaker is not None else "A person"
        words = f"we shall speak about {subjects[event]} again, and soon"
        kind = ("direct", "indirect", "mixed")[said - 1]
        quoted = {"direct": f"“{words}”", "indirect": f"that {words}", "mixed": f"that “{words}”"}[kind]
        quotes.append((index, len(sentence) + 1, kind, speaker, words))
        blocks.append(f"{sentence} {name} said {quoted}.")
    return blocks, quotes


def _documents(events: pd.DataFrame, told: pd.DataFrame, blocks: list[str]) -> tuple[pd.DataFrame, np.ndarray]:
    """The documents, and where in the text of its own each account begins."""
    order = told["document"].to_numpy()
    heads = {i: f"Dispatch {i:,}" for i in np.unique(order).tolist()}
    last_days = events["start"].to_numpy()[told["event"]].astype("datetime64[D]")
    texts, starts, rows = [], np.zeros(len(told), int), []
    bounds = [0, *(np.flatnonzero(np.diff(order)) + 1).tolist(), len(order)]
    lengths = np.fromiter(map(len, blocks), int, len(blocks)) + 1
    for first, last in itertools.pairwise(bounds):
        number = int(order[first])
        head = f"{heads[number]}\n\n"
        starts[first:last] = len(head) + np.cumsum(lengths[first:last]) - lengths[first:last]
        texts.append(head + "\n".join(blocks[first:last]) + "\n")
        rows.append((number, heads[number], last_days[first:last].max() + np.timedelta64(1, "D")))
    df = pd.DataFrame(rows, columns=["number", "title", "published"])
    failed = pd.DataFrame(
        {"number": [len(df), len(df) + 1], "title": ["scan 0001", "Notice"], "published": [np.datetime64("NaT")] * 2}
    )
    df = pd.concat(
        [df.astype({"published": "datetime64[us]"}), failed.astype({"published": "datetime64[us]"})], ignore_index=True
    )
    status = ["read"] * len(texts) + ["failed", "undated"]
    df = df.assign(
        document_id=[f"d{number:09x}" for number in df["number"]],
        publisher=[None if i % 11 == 0 else f"Paper {i % 40}" for i in df["number"]],
        published_text=["the head"] * len(texts) + ["", ""],
        published_how=["at the head of the text"] * len(texts) + ["", ""],
        url=[f"https://paper.example/{i}" if i % 3 else None for i in df["number"]],
        language="en",
        path=[f"paper-{i % 40}/{i}.txt" for i in df["number"]],
        sha256=[f"{i:064x}" for i in df["number"]],
        text=[*texts, "", "Nobody knows when this was written.\n"],
        copy_of=None,
        copy_kind=None,
        copy_how=None,
        status=status,
        problem=[None] * len(texts)
        + ["The file is not text: it is binary or damaged.", "No published date was found."],
    )
    if len(texts) > 2:
        copied = ["copy_of", "copy_kind", "copy_how"]
        df.loc[1, copied] = [df["document_id"][0], "republished", "most of its sentences stand there"]
    return df, starts


def _mentions(
    events: pd.DataFrame,
    told: pd.DataFrame,
    ids: list[str],
    names: list[str],
    documents: pd.DataFrame,
    starts: np.ndarray,
) -> pd.DataFrame:
    by_number = dict(zip(documents["number"], documents["document_id"], strict=True))
    mine = events.iloc[told["event"]].reset_index(drop=True)
    sentences = list(told["sentence"])
    begin = [text.index(words) for text, words in zip(sentences, mine["date_text"], strict=True)]
    end = starts + np.fromiter(map(len, sentences), int, len(sentences))
    dates = starts + np.array(begin)
    return mine[
        [
            "event_id",
            "date",
            "start",
            "end",
            "precision",
            "date_text",
            "event_type",
            "actors",
            "topics",
            "status",
            "main",
            "weight",
            "weight_why",
            "confidence",
        ]
    ].assign(
        event=told["event"].to_numpy(),
        mention_id=[f"m{i:09x}" for i in range(len(told))],
        document_id=told["document"].map(by_number),
        date_start=dates,
        date_end=dates + mine["date_text"].str.len().to_numpy(),
        anchor=np.datetime64("NaT", "us"),
        date_how="written out",
        sentence=sentences,
        sentence_start=starts,
        sentence_end=end,
        evidence=[[f"{a}:{b}"] for a, b in zip(starts.tolist(), end.tolist(), strict=True)],
        leaders=[[ids[i] for i in some] for some in mine["who"]],
        first=[names[some[0]] if some else "" for some in mine["who"]],
        first_id=[ids[some[0]] if some else None for some in mine["who"]],
        named=[[] for _ in range(len(told))],
        sources=[[*[ids[i] for i in w[:1]], *a[:1]] for w, a in zip(mine["who"], mine["actors"], strict=True)],
        targets=[[*[ids[i] for i in w[1:]], *a[1:]] for w, a in zip(mine["who"], mine["actors"], strict=True)],
        tolls=[[] for _ in range(len(told))],
        place=mine["place"].where(mine["place"] != "", None),
        why="generated",
        line=[_title(kind, some, names) for kind, some in zip(mine["event_type"], mine["who"], strict=True)],
    )


def _quotes(
    quotes: list[tuple[int, int, str, int | None, str]],
    events: pd.DataFrame,
    told: pd.DataFrame,
    mentions: pd.DataFrame,
    ids: list[str],
    names: list[str],
    starts: np.ndarray,
) -> pd.DataFrame:
    index = np.array([row[0] for row in quotes], int)
    kinds = [row[2] for row in quotes]
    begin = starts[index] + np.array([row[1] for row in quotes], int)
    name_lengths = np.array([len(names[row[3]]) if row[3] is not None else len("A person") for row in quotes], int)
    cue = begin + name_lengths + 1
    before = np.array([{"direct": 1, "indirect": 5, "mixed": 6}[kind] for kind in kinds], int)
    start = cue + len("said ") + before
    words = [row[4] for row in quotes]
    end = start + np.array([len(text) for text in words], int)
    mixed = np.array([kind == "mixed" for kind in kinds], bool)
    mine = mentions.iloc[index].reset_index(drop=True)
    named = np.array([row[3] is not None for row in quotes], bool)
    return pd.DataFrame(
        {
            "quote_id": [f"q{i:09x}" for i in range(len(quotes))],
            "document_id": mine["document_id"],
            "event_id": mine["event_id"],
            "kind": kinds,
            "speaker": [ids[row[3]] if row[3] is not None else None for row in quotes],
            "speaker_text": [names[row[3]] if row[3] is not None else "" for row in quotes],
            "speaker_start": np.where(named, begin, -1),
            "speaker_end": np.where(named, begin + name_lengths, -1),
            "speaker_how": "named before the cue",
            "cue": "said",
            "cue_start": cue,
            "cue_end": cue + 4,
            "addressee": None,
            "text": words,
            "start": start,
            "end": end,
            "statement": [
                f"that “{text}”" if kind == "mixed" else text for text, kind in zip(words, kinds, strict=True)
            ],
            "statement_start": np.where(mixed, start - 6, start),
            "statement_end": np.where(mixed, end + 1, end),
            "said": mine["date"],
            "said_start": mine["start"],
            "said_end": mine["end"],
            "said_precision": mine["precision"],
            "said_how": "the date of the event at which it was said",
            "topics": mine["topics"],
            "confidence": mine["confidence"],
        }
    )


def _links(mentions: pd.DataFrame) -> pd.DataFrame:
    """Between the accounts of one event, and now and then to one of the next event that only may be the same."""
    df = mentions.sort_values(["event", "mention_id"], kind="stable")
    ids, events = df["mention_id"].to_numpy(), df["event"].to_numpy()
    joined = events[1:] == events[:-1]
    kept = joined | (np.arange(len(ids) - 1) % 50 == 0)
    pairs = np.sort(np.stack([ids[:-1][kept], ids[1:][kept]]).astype(str), axis=0)
    return pd.DataFrame(
        {
            "link_id": [f"l{i:09x}" for i in range(kept.sum())],
            "mention_id": pairs[0],
            "other_id": pairs[1],
            "score": np.where(joined[kept], 0.9, 0.4),
            "reason": "the same people on the same day",
            "joined": joined[kept],
        }
    )


def _annotations(mentions: pd.DataFrame) -> pd.DataFrame:
    dates = pd.DataFrame(
        {"document_id": mentions["document_id"], "start": mentions["date_start"], "end": mentions["date_end"]}
    ).assign(text=mentions["date_text"], kind="date", value=mentions["date"], how="written out", placed=True)
    someone = mentions[mentions["first"] != ""]
    people = pd.DataFrame({"document_id": someone["document_id"], "start": someone["sentence_start"]})
    people["end"] = people["start"] + someone["first"].str.len()
    people = people.assign(
        text=someone["first"], kind="leader", value=someone["first_id"], how="full name", placed=True
    )
    df = pd.concat([dates, people], ignore_index=True)
    df.loc[df.index % 97 == 0, ["value", "how", "placed"]] = [None, "it could be two", False]
    return df.assign(annotation_id=[f"a{i:09x}" for i in range(len(df))])


if __name__ == "__main__":
    main()
