"""Who acts besides people: countries with their governments, and organisations.

words.py        the words of a language (actors.yaml)
known.py        names of the vocabulary (countries.yaml, bodies.yaml), by capitals as well as letters
reading.py      one text before these finders
bodies.py       bodies found by a head noun with its name: "Ministry of Foreign Affairs", "the Dutch defence ministry"
short_forms.py  "(UNSCOM)" after a name, and "the ministry" where one is meant
states.py       which names of countries speak of the state: "the Dutch side", "Beijing", not "Dutch cheese"
find.py         all of it together
"""

from loaders.extract.actors.find import find_actors

__all__ = ["find_actors"]
