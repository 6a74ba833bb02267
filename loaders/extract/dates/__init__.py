"""Time expressions in a text, resolved: `find_dates` is all that other modules need.

The way of a text: `tokens` cuts it into words, each of which is one character that stands for its classes in the
`lexicon`; `grammar` matches the `patterns` of dates.yaml over these characters; the reader of each pattern (`READERS`
in `find`) says what its match means: `calendar_dates`, `years`, `seasons`, `named_days`, `weekdays`, `day_time`,
`day_words`, `relative`, `distances` and `uncounted`. `anchors` decides what they count from, `context` carries it along,
`which_year` fills in a year that is left out, `tense` looks at the clause, `ranges` joins the two ends of a range, and
`timex`, `point` and `holidays` know the calendar.
"""

from loaders.extract.dates.find import find_dates

__all__ = ["find_dates"]
