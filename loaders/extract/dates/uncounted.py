"""Time words that stand for no place on the calendar: durations, sets, "now" and "recently"."""

from __future__ import annotations

import re

from loaders.extract.dates.characters import OTHER
from loaders.extract.dates.context import HISTORY, MESSAGE, NEWS, Context, Reading
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.point import spoken
from loaders.extract.dates.quantity import ordinal, plain, quantity
from loaders.extract.dates.timex import week_value

DURATION_UNITS = {
    "S": "TS", "M": "TM", "QH": "TM", "H": "TH", "D": "D", "N": "TNI", "MO": "TMO", "W": "W", "F": "W", "WE": "WE",
    "MTH": "M", "Q": "Q", "Y": "Y", "DE": "DE", "QC": "QC", "CE": "CE", "ML": "ML",
}  # fmt: skip
HALVES = {"H": "PT30M", "Y": "P6M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}
"""Half a unit, as TIMEX3 writes it."""
VAGUE = {
    "present": "PRESENT_REF",
    "present_adjective": "PRESENT_REF",
    "past_ref": "PAST_REF",
    "past_word": "PAST_REF",
    "this_time": "PRESENT_REF",
    "past_adjective": "PAST_REF",
    "future_ref": "FUTURE_REF",
}
AGAIN = "comes again and again, so it has no one place in time"
SIZES = ("Y", "MTH", "W", "D", "H", "M", "S")
"""Units that are told one after the other, from the longest."""
CLOCK_UNITS = ("H", "M", "S")
LONGER = {"QH": ("TM", 15), "F": ("W", 2), "QC": ("Y", 25), "Q": ("M", 3), "N": ("D", 1), "MO": ("D", 1)}


def read_duration(match: Match, context: Context) -> list[Reading]:
    """How long something took, not when."""
    if _is_no_length(match, context) or _is_verb(match):
        return []
    value = length(match)
    if _is_rate(match):
        return [Reading("SET", value, problem=AGAIN, tells=False)]
    if not value:
        return []
    return [Reading("DURATION", value, problem="says how long, not when", first=_without_article(match), tells=False)]


def _without_article(match: Match) -> int | None:
    """The first word of an adjective, whose article is that of what lasts: "the 40-day siege", "a month-long tour"."""
    words, codes = match.words, match.tokens.codes
    if "quantity" not in match or "unit" not in match:
        return None
    number, unit = match.parts["quantity"][0], match.parts["unit"][0]
    if match.is_a("quantity", "a") and words.holds("long_word", match.codes[-1]):
        return unit
    return number if words.holds("the", match.codes[0]) and words.holds("dash", codes[unit - 1]) else None


def _is_no_length(match: Match, context: Context) -> bool:
    """ "a second chance", "three quarters of", "the 6-year-old", and "minutes" without a number outside messages."""
    words, codes = match.words, match.tokens.codes
    if _is_as_many(match):
        return True
    if match.is_a("quantity", "a") and match.before and words.holds("dash", match.before):
        return True  # "a once-a-year event"
    if match.is_a("unit", "quarter_units") and "stretch" not in match and not _are_quarters(match):
        return True
    if match.is_a("quantity", "a") and not match.is_a("unit", "long_unit"):
        return True
    if len(match.parts) == 1 and match.is_a("unit", "short_plural") and context.kind != MESSAGE:
        return not _is_told(match)
    if context.kind == NEWS and _is_title(match):
        return True
    following = codes[match.after : match.after + 2]
    return len(following) == 2 and words.holds("dash", following[0]) and words.holds("old", following[1])


def _is_as_many(match: Match) -> bool:
    """Whether the number was told before: "the third in as many days"."""
    words, codes = match.words, match.tokens.codes
    many = match.first if match.is_a("quantity", "few") else match.first - 1
    return many > 0 and words.holds("few", codes[many]) and words.holds("as", codes[many - 1])


def _are_quarters(match: Match) -> bool:
    """Whether quarters of years are counted, not of a cake: "for two quarters", "six straight quarters"."""
    words = match.words
    if match.following and words.holds("of", match.following):
        return False
    if "quantity" not in match:
        return bool(match.following) and words.holds("ended", match.following)
    if quantity(match) is None:
        return False
    in_a_row = any(words.holds("more", code) for code in match.codes)
    return in_a_row or (bool(match.before) and any(words.holds(kind, match.before) for kind in ("for", "over")))


def _is_verb(match: Match) -> bool:
    """Whether "last" is a verb: "it may last months"."""
    words, before = match.words, match.before
    if not before or not match.is_a("stretch", "last"):
        return False
    return any(words.holds(kind, before) for kind in ("future_cue", "ahead_cue", "modal_cue", "to_verb"))


def _is_told(match: Match) -> bool:
    """Whether "hours" stands in "for hours", "within hours" or "hours after the vote"."""
    words, following = match.words, match.following
    if match.before and any(words.holds(kind, match.before) for kind in ("for", "over")):
        return True
    beside = bool(following) and any(words.holds(kind, following) for kind in ("before", "after", "from"))
    return beside and match.is_a("unit", "told_short")


def _is_title(match: Match) -> bool:
    """Whether the unit and the word before it are written as in a name: "the Six Years' War", "the 60 Minutes show"."""
    if "unit" not in match or not match.text("unit").istitle():
        return False
    place = match.parts["unit"][0]
    before = match.tokens.word(place - 1) if place else ""
    return before == "-" or before[:1].isupper() or before[:1].isdecimal()


def _is_rate(match: Match) -> bool:
    """Whether "a day" says how often: "three times a day", "30 a day", "dozens of calls a day"."""
    words, before = match.words, match.before
    if not before or len(match.codes) != 2 or not match.is_a("quantity", "a"):
        return False
    if before == OTHER:
        word = match.tokens.word(match.first - 1)
        return word[-1:].isdecimal() or word.endswith(tuple(words.source["plural_endings"]))
    return any(words.holds(kind, before) for kind in ("number", "grouped", "decimal", "rate", "measure", "plural_unit"))


def length(match: Match) -> str:
    """The TIMEX3 value of a quantity and a unit: `P3D`, `PT2H`, `PXY`."""
    if "lasting" in match:
        return str(match.value("lasting"))
    unit = match.value("unit") if "unit" in match else None
    if unit is None:
        return ""
    number = quantity(match) if "quantity" in match else _unsaid(match)
    if number == 1.0 and match.is_a("unit", "plural_unit") and match.is_a("quantity", "a"):
        number = None  # "a years-long dispute"
    code = DURATION_UNITS[unit]
    if number == 0.5 and unit in HALVES:
        return HALVES[unit]
    if "second" in match:
        return _with_smaller(match, unit, number)
    if unit in ("H", "M") and number is not None and number % 1 == 0.5 and not match.is_a("quantity", "decimal"):
        return f"PT{int(number)}{unit}30{'M' if unit == 'H' else 'S'}"
    if unit in LONGER and number is not None:
        code, factor = LONGER[unit]
        number *= factor
    amount = "X" if number is None else plain(number)
    return f"PT{amount}{code[1:]}" if code.startswith("T") else f"P{amount}{code}"


def _with_smaller(match: Match, unit: str, number: float | None) -> str:
    """The length that two units make: "two hours and ten minutes" is `PT2H10M`; nothing where they make none."""
    smaller, second = match.value("smaller", "unit"), quantity(match, "second")
    if unit not in SIZES or smaller not in SIZES or SIZES.index(unit) >= SIZES.index(smaller):
        return ""
    if number is None or second is None or (unit in CLOCK_UNITS) != (smaller in CLOCK_UNITS):
        return ""
    first, last = (DURATION_UNITS[one].removeprefix("T") for one in (unit, smaller))
    return f"P{'T' if unit in CLOCK_UNITS else ''}{plain(number)}{first}{plain(second)}{last}"


def _unsaid(match: Match) -> float | None:
    """One in "the past decade" and "week-long", no number in "weeks" and "the coming days"."""
    return None if match.is_a("unit", "plural_unit") else 1.0


def read_every(match: Match, context: Context) -> list[Reading]:
    """ "daily", "every two weeks"."""
    if match.before and match.words.holds("measure", match.before) and match.value("unit") == "H":
        return []  # "60 miles per hour"
    value = match.value("frequency") if "frequency" in match else _every(match)
    return [Reading("SET", value, problem=AGAIN, tells=False)] if value else []


def _every(match: Match) -> str:
    if "quantity" in match:
        return length(match)
    if "season" in match:
        return f"XXXX-{match.value('season')}"
    if "holiday" in match:
        rule = match.value("holiday")
        return f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "P1Y"
    if "month" in match:
        return f"XXXX-{match.value('month'):02d}" + (f"-{ordinal(match, 'day'):02d}" if "day" in match else "")
    unit = match.value("unit")
    code = DURATION_UNITS[unit]
    return (
        f"PT1{code[1:]}"
        if code.startswith("T") and unit not in ("N", "MO")
        else f"P1{'D' if unit in ('N', 'MO') else code}"
    )


def read_vague(match: Match, context: Context) -> list[Reading]:
    """ "now", "recently", "the future"."""
    if context.kind != MESSAGE and _is_of_name(match):
        return []
    for kind, value in VAGUE.items():
        if kind == "this_time" and context.narrative:
            continue
        if match.is_a("ref", kind):
            return [Reading("DATE", value, problem="too vague to be placed in time", tells=False)]
    return []


def _is_of_name(match: Match) -> bool:
    """Whether "Future" and a word beside it are written as in a name: "the Future Fund"."""
    tokens, last = match.tokens, match.after - 1
    if not match.is_a("ref", "future_ref") or not tokens.word(last)[:1].isupper():
        return False
    beside = tokens.words(max(0, last - 1), last) + tokens.words(match.after, match.after + 1)
    return any(word[:1].isupper() for word in beside)


def read_vague_in_history(match: Match, context: Context) -> list[Reading]:
    """ "former", "recent": time words in a history, where they place what is told; mere adjectives in the news."""
    return read_vague(match, context) if context.kind == HISTORY else []


def read_unit_in_message(match: Match, context: Context) -> list[Reading]:
    """A bare "day" or "night": in a short message the writer's own, elsewhere nothing."""
    if context.kind != MESSAGE or context.creation is None or match.is_a("unit", "slang_unit"):
        return []
    if match.following and any(match.words.holds(kind, match.following) for kind in ("before", "after", "of", "dash")):
        return []
    unit = match.value("unit", "calendar_unit")
    here = context.creation.date()
    definite = match.after - match.first > 1
    how = (f"in a message written on {spoken(here)}",)
    if unit in ("MO", "AF", "EV", "N"):
        return [Reading("TIME", f"{here.isoformat()}T{'NI' if unit == 'N' else unit}", how, tells=False)]
    if unit == "WE":
        return [Reading("DATE", week_value(here) + "-WE", how, tells=False)]
    if definite and unit in ("D", "W"):
        value = here.isoformat() if unit == "D" else week_value(here)
        return [Reading("DATE", value, how, tells=False)]
    if definite or unit not in ("D", "W", "Y", "MTH"):
        return []
    return [Reading("DURATION", f"P1{DURATION_UNITS[unit]}", problem="says how long, not when", tells=False)]
