"""Weekdays and weekends, before or after what they count from as the tense and the words say."""

from __future__ import annotations

from datetime import date

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.context import MESSAGE, Anchor, Context, Reading
from loaders.extract.dates.day_time import clock_value, edge_of, with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.point import WEEKDAYS, days_from, years_before
from loaders.extract.dates.quantity import ordinal, quantity
from loaders.extract.dates.tense import tense_before, was_planned
from loaders.extract.dates.timex import week_value

JUST_OVER = 2
"""Days after which a plan told of as past is taken to have been carried out."""
NO_DAY = "a weekday, and no day is told or published that it could be counted from"
JOINTS = ("and", "comma", "slash", "dash", "range_joint")
VERBS = ("future_cue", "past_cue", "modal_cue", "present_cue")
AGAIN = "comes again and again, so it has no one place in time"


def read_weekday(match: Match, context: Context) -> list[Reading]:
    """A weekday: the last one, or the next one where the clause tells of the future."""
    number = match.value("weekday", "weekday", "weak_weekday")
    if ("part" in match and match.is_a("part", "plural_part")) or _is_of_every(match):
        return read_every_weekday(match, context)
    if match.before and any(match.words.holds(kind, match.before) for kind in ("weekday_namer", "ordinal_word")):
        return []  # "Black Friday", "the first Sunday in Advent", "Judge Friday"
    if match.first > 1 and match.words.holds("dot", match.before) and _is_abbreviated(match):
        return []  # "Mr. Friday"
    if len(match.parts) == 1 and match.following and match.words.holds("paper", match.following):
        return []
    if match.is_a("weekday", "doubtful_weekday") and (_owns(match) or not _is_weekday(match, context)):
        return []
    if not match.is_a("weekday", "weekday") and not _is_short_for_weekday(match, context):
        return []
    anchor = _day_of_text(match, context)
    here = anchor.point.date if anchor else None
    if anchor is None or here is None:
        time = clock_value(match)
        value = f"XXXX-WXX-{number}"
        if time:
            return [Reading("TIME", f"{value}T{time}", problem=NO_DAY, tells=False)]
        return [Reading("DATE", value, problem=NO_DAY, tells=False)]
    if "day" in match:
        return _weekday_with_number(match, number, here, anchor)
    start = context.told_for("D")
    if start and start.point.date and _explains(match, context):
        nearest = days_from(start.point.date, _nearest(start.point.date.isoweekday(), number))
        how = (f"{match.text('weekday')!r} is said of {start.words}",)
        return [with_clock(match, nearest.isoformat(), how, anchor.time)] if nearest else []
    step, reason = _direction(match, context)
    if step == 0 and 0 < (here.isoweekday() - number) % 7 <= JUST_OVER and "relative" not in match:
        step, reason = (None, ", since it was planned and just over") if was_planned(match) else (step, reason)
    if start and start.point.date and (_ends_range(match) or (_goes_on(match) and start.point.date > here)):
        anchor, here, step, reason = start, start.point.date, 1, ", beside which it stands"
    days = _days_away(here.isoweekday(), number, step)
    if "shift" in match and not match.is_a("shift", "half_past"):
        back = match.is_a("shift", "ago")
        days = days - 7 if back else _days_away(here.isoweekday(), number, 0) + 7
    day = days_from(here, days)
    if day and "quantity" in match:
        day, reason = years_before(day, int(quantity(match) or 0)), f"{reason}, {match.text('quantity')} years back"
    if "week" in match:
        days = number - here.isoweekday() + 7 * match.value("relative")
        day = days_from(here, days)
    how = (f"{match.text('weekday')!r} is {_place(days, number)} {anchor.words}{reason}",)
    return [with_clock(match, day.isoformat(), how, anchor.time, edge_of(match))] if day else []


def _owns(match: Match) -> bool:
    """Whether something is the weekday's, as it is a paper's: "that Sun's report"."""
    after = match.tokens.codes[match.after : match.after + 2]
    return len(after) == 2 and match.words.holds("apostrophe", after[0]) and match.words.holds("possessive", after[1])


def _is_abbreviated(match: Match) -> bool:
    """Whether a short word that makes a name stands before the full stop before the match."""
    at = match.first - 2
    return len(match.tokens.word(at)) < 4 and match.words.holds("weekday_namer", match.tokens.codes[at])


def _day_of_text(match: Match, context: Context) -> Anchor | None:
    """The day that the text is in; a history that ends with what was said on Monday is back at its publication."""
    since = match.tokens.codes[context.told_after : match.first]
    if context.narrative and context.published and BREAK in since and _is_said(match):
        return context.published
    return context.today()


def _is_said(match: Match) -> bool:
    """Whether "said on" or the like stands right before the weekday."""
    words, before = match.words, match.tokens.codes[max(0, match.first - 2) : match.first]
    if before and words.holds("on", before[-1]):
        before = before[:-1]
    return bool(before) and words.holds("saying_cue", before[-1])


def _is_of_every(match: Match) -> bool:
    """Whether the weekday goes on a list that "every" opens: "every Monday, Wednesday and Friday"."""
    codes, words = match.tokens.codes, match.words
    place, days = match.first - 1, 0
    while place > 0 and any(words.holds(joint, codes[place]) for joint in ("comma", "and", "slash")):
        place -= 1
        if any(words.holds(kind, codes[place]) for kind in ("weekday", "weak_weekday")):
            place, days = place - 1, days + 1
    return days > 0 and place >= 0 and words.holds("every", codes[place])


def _explains(match: Match, context: Context) -> bool:
    """Whether a bracket opens before the weekday and a date stands before that: "May 5 (Tues)"."""
    opened = match.before and match.words.holds("open", match.before)
    return bool(opened) and 0 <= match.first - 1 - context.told_after <= 1


def _ends_range(match: Match) -> bool:
    """Whether "to", a dash or the like and another weekday stand before."""
    return _stands_after_weekday(match, "range_joint", "dash")


def _goes_on(match: Match) -> bool:
    """Whether a comma or "and" and another weekday stand before, as in a list."""
    return _stands_after_weekday(match, "comma", "and", "slash")


def _stands_after_weekday(match: Match, *joints: str) -> bool:
    before = match.tokens.codes[max(0, match.first - 2) : match.first]
    words = match.words
    return (
        len(before) == 2
        and any(words.holds(joint, before[1]) for joint in joints)
        and words.holds("weekday", before[0])
    )


def _is_weekday(match: Match, context: Context) -> bool:
    """Whether a word such as "Sun" is a weekday and not a name, by the words beside it."""
    following = match.tokens.word(match.after) if match.following else ""
    if match.following and any(match.words.holds(kind, match.following) for kind in VERBS):
        return False  # "Sun will rise"
    if len(match.parts) > 1 or _opens_range(match) or (context.kind == MESSAGE and not following[:1].isupper()):
        return True
    return bool(match.before) and match.words.holds("weekday_opener", match.before) and not following[:1].isupper()


def _is_short_for_weekday(match: Match, context: Context) -> bool:
    """Whether "sat" in small letters is a day: after "on", and in a message beside a time of day or another weekday."""
    words, codes = match.words, match.tokens.codes
    if "relative" in match or (match.before and any(words.holds(kind, match.before) for kind in ("on", "every"))):
        return True
    if context.kind != MESSAGE or "part" in match:
        return context.kind == MESSAGE
    pairs = (codes[match.after : match.after + 2], codes[max(0, match.first - 2) : match.first][::-1])
    return any(len(pair) == 2 and _joins_weekday(words, *pair) for pair in pairs)


def _joins_weekday(words: Lexicon, joint: str, day: str) -> bool:
    """Whether a joint and a weekday stand here; of two short words only a slash makes days ("sat/sun")."""
    if words.holds("weak_weekday", day) and not words.holds("weekday", day):
        return words.holds("slash", joint)
    return words.holds("weekday", day) and any(words.holds(kind, joint) for kind in JOINTS)


def _opens_range(match: Match) -> bool:
    """Whether a dash or "to" and another weekday follow."""
    words, after = match.words, match.tokens.codes[match.after : match.after + 2]
    joint = len(after) == 2 and any(words.holds(kind, after[0]) for kind in ("range_joint", "dash"))
    return joint and words.holds("weekday", after[1])


def _direction(match: Match, context: Context) -> tuple[int | None, str]:
    """-1 for strictly before, 0 for that day or after, 1 for strictly after, None for that day or before; and why."""
    if "relative" in match:
        return _relative_step(match)
    tense = context.tense
    if tense == "future" or (tense == "ahead" and not _is_possessive(match)):
        return 0, ", since the clause tells of the future"
    words = match.words
    if _is_our_plan(match):
        return 0, ", since what “we” do on a day is planned"
    before = match.tokens.codes[max(0, match.first - 2) : match.first]
    if len(before) == 2 and words.holds("about", before[1]):  # "until at least Tuesday"
        before = match.tokens.codes[max(0, match.first - 3) : match.first - 1]
    opens = not before or not match.before or any(words.holds(kind, before[-1]) for kind in ("dot", "comma", "that"))
    is_subject = match.following and words.holds("is_now", match.following) and (opens or before[-1] == BREAK)
    if is_subject or (before and words.holds("is_now", before[-1])) or _is_so_on(match):
        return 0, ", since it is and was not"
    ahead = len(before) == 2 and words.holds("coming_edge", before[1])
    ahead = ahead and before[0] != BREAK and not words.holds("dot", before[0])
    if ahead and (tense != "past" or not words.holds("before", before[1])):
        return 0, f", since {match.tokens.word(match.first - 1)!r} looks ahead"
    return None, ""


def _is_our_plan(match: Match) -> bool:
    """Whether a speaker's own verb in the present stands right before the weekday: "we sail on Friday"."""
    words, tokens, first = match.words, match.tokens, match.first
    place = first - 1 - bool(match.before and words.holds("on", match.before))
    is_verb = place > 0 and (tokens.codes[place] == OTHER or words.holds("aim_verb", tokens.codes[place]))
    if not is_verb or not tokens.word(place).islower():
        return False
    is_past = tokens.word(place).endswith(tuple(words.source["past_endings"]))
    return not is_past and tokens.word(place - 1) in words.source["speakers"]


def _is_so_on(match: Match) -> bool:
    """Whether "are closed" or the like stands right before the weekday."""
    words, first = match.words, match.first
    place = first - 1 - bool(match.before and words.holds("on", match.before))
    if place < 1 or _is_possessive(match) or not words.holds("is_now", match.tokens.codes[place - 1]):
        return False
    return match.tokens.word(place).endswith(tuple(words.source["past_endings"]))


def _is_possessive(match: Match) -> bool:
    """Whether "'s" follows: "Wednesday's ruling" has mostly happened."""
    return bool(match.following) and match.words.holds("apostrophe", match.following)


def _relative_step(match: Match) -> tuple[int | None, str]:
    """ "this Tuesday" is the last one where the past is told before it."""
    step = match.value("relative")
    past = step == 0 and tense_before(match) == "past"
    return None if past else step, f" ({match.text('relative')!r})"


def _days_away(here: int, number: int, step: int | None) -> int:
    behind, ahead = (here - number) % 7, (number - here) % 7
    if step is None:
        return -behind
    if step < 0:
        return -(behind or 7)
    return ahead if step == 0 else ahead or 7


def _nearest(here: int, number: int) -> int:
    """Days to a weekday on either side."""
    return min((number - here) % 7, -((here - number) % 7), key=abs)


def _place(days: int, number: int) -> str:
    if days == 0:
        return "the same day as"
    return f"the last {WEEKDAYS[number - 1]} before" if days < 0 else f"the first {WEEKDAYS[number - 1]} after"


def _weekday_with_number(match: Match, number: int, here: date, anchor: Anchor) -> list[Reading]:
    """ "Friday the 13th", "this Friday (25)": the nearest day on which both agree."""
    wanted = ordinal(match, "day")
    month = match.value("month") if "month" in match else None
    if match.following == OTHER and match.after == match.parts["day"][1] and not match.is_a("day", "ordinal_number"):
        return []  # "Sunday 2 shows"
    after = match.tokens.codes[match.after : match.after + 2]
    joined = len(after) == 2 and any(match.words.holds(kind, after[0]) for kind in ("dash", "slash"))
    if joined and match.words.holds("number", after[1]):
        return []  # "Mon-Fri 9-5"
    for days in sorted(range(-400, 401), key=abs):
        day = days_from(here, days)
        if day and day.day == wanted and day.isoweekday() == number and month in (None, day.month):
            how = (f"the nearest {WEEKDAYS[number - 1]} to {anchor.words} that is a {wanted}",)
            return [Reading("DATE", day.isoformat(), how, "", anchor.time)]
    return []


def read_weekend(match: Match, context: Context) -> list[Reading]:
    """ "the weekend": the last one, or the coming one where the clause tells of the future."""
    anchor = context.today()
    here = anchor.point.date if anchor else None
    if anchor is None or here is None:
        return []
    if "relative" in match:
        day = days_from(here, 7 * match.value("relative"))
        how = (f"the weekend of the week counted from {anchor.words}",)
        return [Reading("DATE", week_value(day) + "-WE", how, "", anchor.time)] if day else []
    ahead = context.tense in ("future", "ahead") or (match.before and match.words.holds("coming_edge", match.before))
    behind = here.isoweekday() < 6 and not ahead
    day = days_from(here, -here.isoweekday()) if behind else here
    how = (f"the weekend {'before' if behind else 'of the week of'} {anchor.words}",)
    return [Reading("DATE", week_value(day) + "-WE", how, "", anchor.time)] if day else []


def read_every_weekday(match: Match, context: Context) -> list[Reading]:
    """ "Mondays", "every Friday": a set, of no one time."""
    day = match.value("weekday", "weekday", "weekdays", "weak_weekday")
    part = clock_value(match)
    value = f"XXXX-WXX-{day}"
    return [Reading("SET", value + (f"T{part}" if part else ""), problem=AGAIN, tells=False)]
