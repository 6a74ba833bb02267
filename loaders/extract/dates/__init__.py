"""Time expressions in a text, resolved: `find_dates` is all that other modules need.

In the order in which the files work, with "They met on Wednesday.", published on Friday 25 August 2023:

    characters, lexicon,        dates.yaml becomes one character for each set of classes of words, and its patterns regular
      patterns, first_words       expressions over these characters; once a language
    tokens, word_shapes         the text is cut into words, each with its character: "Wednesday" is a weekday
    anchors                     what the whole text counts from: news from its publication, a history from what it told last;
                                  embedded: a posting, a mail, an entry of a live blog or log within it from its own time;
                                  sections: history amid news and news after a history, talk, captions
    find                        goes from word to word that can open a date
    grammar                     tries the patterns there, the longest first: `weekday` matches "Wednesday"
    a reader (`READERS`)        says what the match means; `read_weekday` in weekdays: one of the Wednesdays beside the 25th
      calendar_dates, days_of_months, numeric_dates, years, eras, seasons, named_days, holidays, movable_days, weekdays,
      day_time, day_words, relative, distances, reported, uncounted
    what a reader asks          tense: "met" is past, so it is the one before; which_year: a year that is left out;
                                  written_years: one in words, in Roman numerals or of two reckonings;
                                  quantity: how many; context: what was told last; lines: what opens an entry
    timex, point                the value `2023-08-23` as a span of time, its precision, its EDTF; counting on the calendar
    ranges                      joins the two ends of "from 24 to 26 November", once all are found

>>> from datetime import date
>>> [found] = find_dates("They met on Wednesday.", date(2023, 8, 25))
>>> found.text, found.value, found.precision
('Wednesday', '2023-08-23', 'day')
>>> found.how
("'Wednesday' is the last Wednesday before the publication on Friday 25 August 2023",)

The `how` of a wrong date says what it was counted from; the name of its rule in dates.yaml leads to the reader (`READERS`).
Words not seen at all: a pattern of dates.yaml or `tokens`. Only a part of them ("around February" of "around February 14"):
the longer pattern is missing in dates.yaml, or has no place for a word ("{EDGE}?"). The right
words with a wrong week or year: `tense` or `which_year`; counted from the wrong day: `anchors`, `sections` or `context`;
the right value with a wrong span: `timex`.
"""

from loaders.extract.dates.find import find_dates

__all__ = ["find_dates"]
