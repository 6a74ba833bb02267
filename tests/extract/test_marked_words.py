"""Words in marks within a sentence: whose they are, and which are nobody's."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def marked(text: str) -> list[tuple[str, str]]:
    """The words in marks, each with the words that name its speaker."""
    found = find_quotes(text, find_people(text, VOCABULARY, None))
    return [(quote.text, quote.speaker_text) for quote in found if quote.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The subject of the sentence, whatever its verb
        ("The union met on Friday, accusing the port of “a quiet theft.”", [("a quiet theft.", "The union")]),
        ("The union took the step of accusing the port of “theft.”", [("theft.", "The union")]),
        ("Dockers rallied in Lugo, accusing the port of “theft.”", [("theft.", "Dockers")]),
        ("Ana Ruiz's campaign took the step of accusing the port of “theft.”", [("theft.", "Ana Ruiz's campaign")]),
        ("Parents (most of them nurses, some bakers) are tired of telling boys to “behave.”", [("behave.", "Parents")]),
        ("It is late; all the town can do is sit and repeat, ten times a day, “Not yet.”", [("Not yet.", "all the town")]),
        ("The fair opened. Ruiz “would never leave” the port. Ana Ruiz was born there.", [("would never leave", "Ruiz")]),
        # A surname that is a verb elsewhere
        ("Theresa May left. May described the plan as “a gift.”", [("a gift.", "May")]),
        ("Ed Will left. To his talk of a “new dawn,” Will said no.", [("new dawn,", "Will")]),
        # A verb that is a noun elsewhere, with its object
        ("Rivals call this the “waiting game.”", [("waiting game.", "Rivals")]),
        ("It rests on what her team calls her “village roads” plan.", [("village roads", "her team")]),
        ("Prices rose, adding to what some bakers call “the long squeeze.”", [("the long squeeze.", "some bakers")]),
        ("The council, which calls itself “the poor man's friend,” met.", [("the poor man's friend,", "The council")]),
        # Two speakers in one sentence
        (
            "Residents say the road is “a trap,” but the council calls it “safe enough.”",
            [("a trap,", "Residents"), ("safe enough.", "the council")],
        ),
        # Verbs that carry another
        ("Rivals keep calling it a “mess.”", [("mess.", "Rivals")]),
        ("“We should start again,” he went on.", [("We should start again,", "he")]),
        ("Ana Ruiz rails against the “wall of paper” at the port.", [("wall of paper", "Ana Ruiz")]),
        # In somebody's words, by somebody's account, in somebody's view
        ("The bay is safe since, in the dockers’ words, “it is deep.”", [("it is deep.", "the dockers")]),
        ("The vote was by her own admission a “mistake.”", [("mistake.", "her")]),
        ("By Ana Ruiz's account, the vote was a “mistake.”", [("mistake.", "Ana Ruiz")]),
        ("To Ana Ruiz, Juan Paz is the “quiet and stubborn” man of the port.", [("quiet and stubborn", "Ana Ruiz")]),
        ("For Ana Ruiz the bridge was “a giant.”", [("a giant.", "Ana Ruiz")]),
        ("The rest, according to the poll, include towns (she leads in the “very old” ones).", [("very old", "the poll")]),
        # A likeness is no title
        ("Juan Paz told us that the hall would be a kind of “Noah's Ark” for plants.", [("Noah's Ark", "Juan Paz")]),
        # At a paragraph's start nothing stands before a mark that it could close
        ("” … we are tired of it,” Ana Ruiz said.", [("… we are tired of it,", "Ana Ruiz")]),
        # Too many for a name, and nobody to give them to
        ("Now that nobody rows, “leave the boats where they are” for a year or two.", [("leave the boats where they are", "")]),
        ("“One day the river will be gone,” is heard at every door.", [("One day the river will be gone,", "")]),
        # Called so, and nobody tells by whom
        ("Ana Ruiz won with what was described as a “paper army” at the port.", [("paper army", "")]),
    ],
)  # fmt: skip
def test_words_that_somebody_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Idioms with a verb of saying
        "But “moving the bridge” is easier said than done in Lugo.",
        # A noun that is a verb elsewhere
        "Many promises he made were part of a “Deal of Nine.”",
        # Whoever reads
        "Feel free to “stay at home” or whatever else you call it.",
        "Plan the day so that you finish “faster than most.”",
        # A work
        "The song “we shall all meet at the river one day” was sung at noon.",
        # A word that goes on with a hyphen
        "A look at “tired”-sounding headlines shows that pay is low.",
        # A clause within the sentence, about something else
        "It was a big day for the “Nine Towns” walk, which began with a song.",
        # An owner, an article
        "The Ruiz “plan.”",
        # Headlines
        "OLD BRIDGE OPENS “Three hundred people walked over it on Sunday, at last.”",
    ],
)
def test_words_that_nobody_said(text: str) -> None:
    assert marked(text) == []


def test_words_taken_up_again_are_quoted_once() -> None:
    text = "Ana Ruiz said it was “a slow flood.” The town now waits for “a slow flood” of letters."
    assert marked(text) == [("a slow flood.", "Ana Ruiz")]


@pytest.mark.parametrize(
    "text",
    [
        "Kelna Ferries (the “Company”) said on Tuesday that it sold its pier.",
        "It sold the pier to both ports (collectively, the “Buyers”), Ana Ruiz said.",
    ],
    ids=str,
)
def test_a_term_that_is_defined_is_nobodys_words(text: str) -> None:
    found = extract(Document("d", "d.txt", text, published=datetime(2022, 11, 25)), load_vocabulary()).quotes
    assert not {quote.text.strip("“”") for quote in found} & {"Company", "Buyers"}
