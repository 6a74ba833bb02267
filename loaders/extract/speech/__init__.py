"""The parts of `loaders.extract.quotes`: quotation marks, cues, whom they belong to, and what they govern.

In the order in which the files work, with "“The port is full,” Ana Ruiz, the mayor, said on Monday.":

    cues                        quotes.yaml as words to look up, once a language; then "said" where it stands
    marks                       “The port is full,” is a quotation, whatever the style of its marks
    stretch                     the sentences outside quotations, each quotation being one item of them: [-1, "Ana", "Ruiz", …]
    headlines                   whether the stretch is one, in which every word has a capital
    statements                  for each cue: who, and which items it governs; it asks
      verbs                       is "said" a verb here, and does a subject belong to it?
      deeds                       does it something here, and say nothing ("attacked the village")?
      opening, content            where words after a cue begin ("told reporters that …") and end
      around                      or words before and around it: here the quotation
      subjects, phrases,          who: back from "said" over ", the mayor," to "Ana Ruiz"
        appositions, borders, joining, lists
      clauses                     the subject of the clause, where a participle has none of its own
      sources                     "according to Ruiz", "in the poll"
    statement                   what comes of it: the cue, the speaker, the items
    scare                       whether marked words were said at all: no title, no label
    beside, reach, readouts,    words without a cue of their own: a signature, a cue farther off, a report that goes on
      lists
    voices, pronouns            the person: "Ana Ruiz" is ana-ruiz; "he" is whom the text told of last
    told                        the span and its voice as a Quote, with how it was found and how sure that is
    own_words                   what needs no cue: messages (`tweets`), turns of a transcript, `interviews`

>>> from loaders.extract.leaders import find_people
>>> from loaders.extract.quotes import find_quotes
>>> from loaders.vocabulary import load_vocabulary
>>> text = "“The port is full,” Ana Ruiz, the mayor, said on Monday."
>>> [quote] = find_quotes(text, find_people(text, load_vocabulary(), None))
>>> quote.text, quote.speaker, quote.cue, quote.speaker_how
('The port is full,', 'ana-ruiz', 'said', 'named before the cue')

Words not seen: `marks`, or a cue that is missing in quotes.yaml. Seen with a wrong end: `content`, `around`. Given to nobody
or the wrong one by a noun: `subjects`, `phrases`; over ", the mayor,": `appositions`; by a pronoun: `pronouns`. Words that
nobody said: `scare`. In a transcript: a label that is not seen, or words joined to the turn before: `loaders/layout/turns` and
`labels`; whose "Q:" and "A:" are: `interviews`; whom "MS. RUIZ:" means: `own_words`.
"""
