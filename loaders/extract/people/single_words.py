"""When a single capitalised word is somebody's name."""

from __future__ import annotations

from functools import cached_property

from loaders.extract.people.names import Name
from loaders.extract.people.offices import OfficeWords
from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens, fold


class SingleWords:
    """What one text says of its single words."""

    def __init__(self, tokens: Tokens, lists: PeopleWords, offices: OfficeWords) -> None:
        self.tokens = tokens
        self.lists = lists
        self.offices = offices

    def is_full(self, name: Name) -> bool:
        """Whether a name has several words: "Wealth-X" and "G.K." have parts, and are none."""
        written = self.tokens.text[self.tokens.starts[name.first] : self.tokens.ends[name.last]]
        return len(name.parts) > 1 and len(written.split()) > 1

    def is_titled(self, name: Name) -> bool:
        """Whether a title makes a single word a name; a country or a word that the text has in small letters is none.

        "The Deputy Secretaries", "the chief U.S. negotiator", "ally France" and roles ("independent Oran") name nobody;
        "Mrs Rose" does.
        """
        if name.speaks:
            return name.parts[0] not in self._small_words
        if not name.role:
            return False
        title = fold(self.tokens.lower[name.role[1]])
        if title in self.lists.male_titles | self.lists.female_titles:
            return True
        if not any(fold(word) in self.lists.titles for word in self.tokens.lower[slice(*name.role)] + [title]):
            return False
        return name.parts[0] not in self._small_words and name.parts not in self.offices.countries

    @cached_property
    def _small_words(self) -> set[str]:
        """Every word that the text has without a capital."""
        return {fold(word) for word, capital in zip(self.tokens.lower, self.tokens.capital, strict=True) if not capital}
