"""How far a reader who follows the guideline can get on a corpus: which of its dates contradict TIMEX3 or the calendar.

    python benchmarks/dates_ceiling.py FOLDER [--corpus aquaint] [--show 3]

FOLDER holds `evaluate_dates.py` and its gold texts. A gold date counts as a contradiction where that can be told from
its words and its value alone; what only a reader of the text sees (a weekday in the wrong week, "now" marked here and
not there) is not counted, so the ceiling is generous.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from adapters import dates
from dates import load

Gold = dict[str, Any]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TIME_OF_DAY = re.compile(
    r"\b(?:morning|afternoon|evening|night|noon|midnight|tonight|overnight|hours?|minutes?|[ap]\.m)\b"
)
UNITS = re.compile(r"(?:\d+ |first )?(?:day|week|month|year)s?")
WEEK = re.compile(r"\b(?:this|last|next) week\b")
YEAR = re.compile(r"\d{4}s?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
FORMS = re.compile(
    r"\d{2,4}|\d{4}-(?:\d\d(?:-\d\d)?|W\d\d(?:-WE|-\d)?|Q\d|H\d|SP|SU|FA|WI)|(?:PAST|PRESENT|FUTURE)_REF|[\d-]+T.+"
)


def _wrong_weekday(words: str, value: str) -> bool:
    named = [index for index, name in enumerate(WEEKDAYS) if re.search(rf"(?<!before last ){name}", words)]
    return bool(named and DAY.fullmatch(value)) and date.fromisoformat(value).weekday() != named[0]


TIME, DURATION, UNIT = "a time of day, which is a TIME", "a value that is a DURATION or SET", "a bare unit of time"
"""What a reader who follows the guideline does not find as a date at all."""
CONTRADICTIONS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    (TIME, lambda words, value: bool(TIME_OF_DAY.search(words))),
    (DURATION, lambda words, value: value.startswith("P") and not value.endswith("_REF")),
    (UNIT, lambda words, value: bool(UNITS.fullmatch(words))),
    ("a weekday on another day", _wrong_weekday),
    ("a week with a month or a day as value", lambda words, value: bool(WEEK.search(words)) and "W" not in value),
    ("a year or decade with another value", lambda words, value: bool(YEAR.fullmatch(words)) and value not in _years(words)),
    ("a value that TIMEX3 does not have", lambda words, value: not FORMS.fullmatch(value)),
)  # fmt: skip


def _years(words: str) -> tuple[str, ...]:
    """1987 is 1987; "1980s" is 198."""
    return (words[:3],) if words.endswith("s") else (words,)


def why_contradictory(gold: Gold, text: str) -> str | None:
    """The first reason for which a gold date cannot be what the guideline asks for, None where there is none."""
    words = text[gold["start"] : gold["end"]].strip(" .").lower()
    return next((why for why, holds in CONTRADICTIONS if holds(words, gold["value"].upper())), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpus", default="aquaint")
    parser.add_argument("--show", type=int, default=3, help="examples of each contradiction")
    arguments = parser.parse_args()
    scorer = load(arguments.folder / "evaluate_dates.py")
    against, other, sound = defaultdict(list), 0, [0, 0]
    for document in scorer.load_gold(arguments.corpus):
        text = document["text"]
        golds = [one for one in document["timexes"] if one["type"] == "DATE" and not one.get("inner")]
        found = [
            {"start": start, "end": end, "value": value}
            for start, end, value, kind in dates(text, date.fromisoformat(document["dct"]))
            if kind == "DATE"
        ]
        pairs = {gold: prediction for gold, prediction, _ in scorer.match(golds, found)}
        other += len(found) - len(pairs)
        for index, gold in enumerate(golds):
            why = why_contradictory(gold, text)
            if why:
                against[why].append(f"{text[gold['start'] : gold['end']].strip()!r} {gold['value']}")
                continue
            sound[0] += 1
            sound[1] += index in pairs and scorer.vnorm(found[pairs[index]]["value"]) == scorer.vnorm(gold["value"])
    _print(against, other, sound, arguments.show)


def _print(against: dict[str, list[str]], other: int, sound: list[int], show: int) -> None:
    """`other` counts the finds that no gold date overlaps; `sound` the gold dates without contradiction, and those right."""
    wrong = sum(map(len, against.values()))
    total = sound[0] + wrong
    for why, examples in sorted(against.items(), key=lambda item: -len(item[1])):
        print(f"{len(examples):4}  {why}: {'; '.join(examples[:show])}")
    print(f"{wrong:4}  of {total} gold dates in all ({wrong / total:.1%})")
    print(f"this program reads {sound[1]} of the {sound[0]} others as the gold does ({sound[1] / sound[0]:.1%})")
    print(f"and finds {other} dates where the gold has none")
    unfound = len(against[TIME]) + len(against[DURATION]) + len(against[UNIT])
    best = 2 * sound[0] / (total + total - unfound)
    print(f"value F1, dates: {best:.1%} for a reader who has all of the others right and finds nothing else")


if __name__ == "__main__":
    main()
