"""The parts of `loaders.extract.leaders`: names as written, offices as written, and who has been introduced so far.

In the order in which the files work, with "Ana Ruiz, the mayor of Lyon, left. Ruiz smiled.":

    words                       people.yaml compiled, once a language: titles, given names, verbs of speaking
    known                       full names of the vocabulary's leaders, which are taken first
    names                       strings of capitals: "Ana Ruiz" is a person by the role in the apposition after it; "Ruiz" is a
                                  string, of whom nothing is known yet; it asks
      titles, evidence            what title or country stands before a string, and what in or beside it shows a person
    labelled                    who is a person because a transcript says with the name who speaks
    lists_of_names              who is a person because he stands in one list with people
    spellings                   which ways of writing a name are the same: "RUIZ Ana", "Ana Ruiz"
    lone_names                  who is named by one word alone: "Hannibal was born …"
    single_words                whether a capital alone is a name: "Ruiz" is, a word that only opens the sentence is not
    genders                     whether a man or a woman is named
    beside                      what an apposition tells of somebody, and whose relative it is
    cast                        who the document gives in full anywhere: Ana Ruiz, whom "Ruiz" can mean
    offices                     nouns for a person: "the mayor"
    holders                     whom an office means: who the text gives it to, else who held it on that day
    `leaders._Reading`          introduces all of them in the order of the text: "Ruiz" is the last who bears it
    bylines                     leaves out strangers who only sign, once the quotes are known

>>> from loaders.extract.leaders import find_people
>>> from loaders.vocabulary import load_vocabulary
>>> people = find_people("Ana Ruiz, the mayor of Lyon, left. Ruiz smiled.", load_vocabulary(), None)
>>> for person in people:
...     print(f"{person.text}: {person.leader_id}, {person.how}")
Ana Ruiz: ana-ruiz, the full name
the mayor: ana-ruiz, the one whom the document gives this office
Ruiz: ana-ruiz, the only one introduced so far who bears it

Somebody who is none: `names`, `single_words`, or a word that people.yaml lacks. Nobody where somebody is: the same. Two
taken for one, or the wrong one by a surname: `leaders._Reading._gather` (who there is) and `_bearers` (who is meant); by a full
name or an initial: `cast.Cast.fitting`; by an office: `holders`, or leaders.yaml. A wrong end of the words: `names`, `offices`.
"""
