"""The words by which the parts of a text are told apart, of all languages: a text is laid out before its language matters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.vocabulary import FOLDER, words


@dataclass(frozen=True, eq=False)
class LayoutWords:
    """`layout.yaml` of every language, without case, with the months and weekdays of its `dates.yaml`."""

    notices: frozenset[str]
    questioners: frozenset[str]
    answerers: frozenset[str]
    label_titles: frozenset[str]
    label_joining: frozenset[str]
    label_articles: frozenset[str]
    filed: frozenset[str]
    mail_sender: frozenset[str]
    mail_sent: frozenset[str]
    mail_other: frozenset[str]
    mail_opens: frozenset[str]
    mail_wrote: frozenset[str]
    appeals: frozenset[str]
    bylines: frozenset[str]
    caption_labels: frozenset[str]
    caption_heads: frozenset[str]
    pictures: frozenset[str]
    picture_openers: frozenset[str]
    picture_starts: frozenset[str]
    picture_agencies: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]


@lru_cache(maxsize=2)
def layout_words(folder: Path = FOLDER) -> LayoutWords:
    """The words of all languages together; months and weekdays are those of their `dates.yaml`."""
    languages = [path.name for path in sorted(folder.iterdir()) if path.is_dir()]
    lists = [words(language, "layout", folder) for language in languages]
    calendars = [words(language, "dates", folder).get("words", {}) for language in languages]
    lists += [{"months": one.get("month", {}), "weekdays": one.get("weekday", {})} for one in calendars]
    return LayoutWords(
        **{
            key: frozenset(str(word).casefold() for one in lists for word in one.get(key, ()))
            for key in LayoutWords.__dataclass_fields__
        }
    )
