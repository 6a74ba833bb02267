"""Named days that the calendar fixes, and anniversaries."""

from __future__ import annotations

from datetime import date

from loaders.extract.dates.characters import OTHER
from loaders.extract.dates.context import MESSAGE, NEWS, Anchor, Context, Reading
from loaders.extract.dates.day_time import with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.holidays import holiday_in, is_approximate, is_known_day
from loaders.extract.dates.point import days_from
from loaders.extract.dates.quantity import leading_number, ordinal, quantity
from loaders.extract.dates.timex import year_value
from loaders.extract.dates.which_year import FAR

DAYS_IN = {"D": 1, "N": 1, "W": 7, "F": 14}
FIXED = "a day that the calendar fixes"
WHOSE = "each country keeps it on another day, and whose is meant is not known"
VARIES = "some countries keep it a day earlier or later"


def read_holiday(match: Match, context: Context) -> list[Reading]:
    """A named day: of the year that is written, else the nearest."""
    rule, beside = match.value("holiday"), _beside(match)
    if _is_of_another_country(match):
        return [Reading("DATE", "XXXX", problem=WHOSE, tells=False)]
    if "quantity" in match and not beside:
        return []
    edge, about = ("APPROX", (VARIES,)) if is_approximate(rule) else ("", ())
    if "year" in match:
        day = holiday_in(rule, leading_number(match.text("year")))
        day = days_from(day, beside) if day else None
        return [with_clock(match, day.isoformat(), (FIXED, *about), edge=edge)] if day else []
    now = context.now
    if now is None:
        return []
    nearest = _nearest(rule, now, match.value("relative") or _step(match, rule, now, context))
    nearest = days_from(nearest, beside) if nearest else None
    how = ("a day known by this name",) if is_known_day(rule) else (FIXED, f"the nearest to {now.words}")
    return [with_clock(match, nearest.isoformat(), (*how, *about), now.time, edge)] if nearest else []


def _is_of_another_country(match: Match) -> bool:
    """Whether a day that each country keeps at another time is said to be one's own: "Keland marks its Independence Day"."""
    tokens, words = match.tokens, match.words
    if "holiday" not in match or match.text("holiday").casefold() not in words.source["national_days"]:
        return False
    at = match.parts["holiday"][0] - 1
    if (keeper := _keeper(match, at)) is not None:
        return keeper.casefold() not in words.source["day_keepers"]
    if at < 0:
        return False
    if words.holds("possessive", tokens.codes[at]) and at > 1:
        at -= 2  # "Ghana's"
        owned = words.holds("apostrophe", tokens.codes[at + 1])
    else:
        owned = tokens.word(at).casefold() in words.source["day_owners"] or _is_adjective(match, at)
    return owned and tokens.word(at).casefold() not in words.source["day_keepers"]


def _keeper(match: Match, at: int) -> str | None:
    """The last word of who keeps the day, by a verb before it or a place after: "Ghana marked …", "… in Ghana"; else None."""
    tokens, words, after = match.tokens, match.words, match.parts["holiday"][1]
    if at > 0 and tokens.word(at).casefold() in words.source["day_keeping"] and _is_name(match, at - 1):
        return tokens.word(at - 1)
    if after + 1 < len(tokens.codes) and words.holds("in", tokens.codes[after]) and _is_name(match, after + 1):
        return next((tokens.word(place) for place in (after + 2, after + 1) if _is_name(match, place)), None)
    return None


def _is_name(match: Match, at: int) -> bool:
    return match.tokens.codes[at : at + 1] == OTHER and match.tokens.word(at)[:1].isupper()


def _is_adjective(match: Match, at: int) -> bool:
    """Whether a word with a capital stands before the day that opens no sentence: "the Indian Independence Day"."""
    return at > 0 and _is_name(match, at)


def _step(match: Match, rule: str, now: Anchor, context: Context) -> int:
    """1 for the next one, after "until" or in a report of the future; -1 where it tells of the past and the next is far."""
    if context.kind == MESSAGE and match.before and match.words.holds("until", match.before):
        return 1
    if context.kind != NEWS or is_known_day(rule) or now.point.date is None:
        return 0
    nearest = _nearest(rule, now, 0)
    far = nearest is not None and (nearest - now.point.date).days > FAR
    return 1 if context.tense == "future" else -1 if context.tense == "past" and far else 0


def _beside(match: Match) -> int:
    """Days from it: -1 for "the day before Christmas", 14 for "two weeks after Easter", 0 for the day itself."""
    if "side" not in match:
        return 0
    days = DAYS_IN.get(match.value("unit"), 0) * int(quantity(match) or 0) if "quantity" in match else 1
    return -days if match.is_a("side", "before") else days


def _nearest(rule: str, now: Anchor, step: int) -> date | None:
    here = now.point.date
    if here is None:
        return None
    if now.point.day is None or is_known_day(rule):
        return holiday_in(rule, now.point.year)
    if holiday_in(rule, here.year) is None:
        # Where a table lacks a year, the year beside it is not meant.
        return None
    days = [day for year in range(here.year - 1, here.year + 2) if (day := holiday_in(rule, year))]
    if step < 0:
        days = [day for day in days if day < here]
    elif step > 0:
        days = [day for day in days if day > here]
    return min(days, key=lambda day: abs((day - here).days), default=None)


def read_anniversary(match: Match, context: Context) -> list[Reading]:
    """ "the 60th anniversary": so many years after a founding that the text names, about the year that the text is in.

    Without such a year it may be any one: the last, this or the next.
    """
    nth = ordinal(match, "nth")
    now = context.now
    if not nth or nth < 0 or now is None:
        return []
    founded = now.point.year - nth
    named = {year for _, year in context.years if abs(year - founded) <= 1}
    if not named:
        return []
    year = min(named, key=lambda one: (abs(one - founded), one))
    how = (f"{nth} years after {year}, which the text names", f"near the year of {now.words}")
    return [Reading("DATE", year_value(year + nth), how, "", now.time, tells=False)]
