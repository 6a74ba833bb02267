"""Time expressions in a text, resolved: `find_dates` is all that other modules need.

`tokens` cuts the text into words, `lexicon` holds what the words of a language mean and the patterns that they form,
`grammar` finds the patterns, `absolute`, `relative` and `uncounted` read them, `anchors` and `tense` say what they count
from, `timex` and `holidays` know the calendar.
"""

from loaders.extract.dates.find import find_dates

__all__ = ["find_dates"]
