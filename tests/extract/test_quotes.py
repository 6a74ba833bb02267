"""Who said what: rows of text, and for each quote its kind, words, speaker and (where it matters) cue or addressee."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.records import Quote
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def quotes(text: str) -> list[Quote]:
    return find_quotes(text, find_people(text, VOCABULARY, datetime(2021, 9, 1)))


def rows(text: str) -> list[tuple[str, str, str | None]]:
    return [(quote.kind, quote.text, quote.speaker) for quote in quotes(text)]


RUIZ = "ana-ruiz"


@pytest.mark.parametrize(
    "text",
    [
        # The speaker before, after, and around the words
        "Ana Ruiz said, “We will build it.”",
        "Ana Ruiz said: “We will build it.”",
        "Ana Ruiz, the mayor of Lyon, told the Daily Bugle on Friday: “We will build it.”",
        "“We will build it.” said Ana Ruiz.",
        "“We will build it.” Ana Ruiz said.",
        "“We will build it.” harbour minister Ana Ruiz told reporters at the gate.",
        "“We will build it.” added Ana Ruiz, who is an engineer.",
        "“We will build it.” said the mayor, Ana Ruiz.",
        # In the sentence before
        "Ana Ruiz had an answer:\n\n“We will build it.”",
        # Every style of marks
        "Ana Ruiz said, \"We will build it.\"",
        "Ana Ruiz said, ''We will build it.''",
        "Ana Ruiz said, «We will build it.»",
        "Ana Ruiz said: „We will build it.“",
        "Ana Ruiz said, ‘We will build it.’",
        "Ana Ruiz said, **“We will build it.”**",
        # Closed by another mark, or not at all
        "Ana Ruiz said, “We will build it.\"",
        "Ana Ruiz said, “We will build it.’",
        "Ana Ruiz said, “We will build it.\n\nNobody clapped.",
    ],
)  # fmt: skip
def test_direct_quotes_and_their_speaker(text: str) -> None:
    assert rows(text) == [("direct", "We will build it.", RUIZ)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # One sentence in two parts, and a quotation that goes on
        (
            "“We will build it,” Ana Ruiz said. “It will stand.”",
            [("direct", "We will build it,", RUIZ), ("direct", "It will stand.", RUIZ)],
        ),
        (
            "“We will,” Ana Ruiz said, “build it.”",
            [("direct", "We will,", RUIZ), ("direct", "build it.", RUIZ)],
        ),
        (
            "“We will build it,” Ana Ruiz said.\n\n“It will stand.”",
            [("direct", "We will build it,", RUIZ), ("direct", "It will stand.", RUIZ)],
        ),
        # What is quoted inside a quotation is not listed
        ("Ana Ruiz said, “He told me ‘no’ twice.”", [("direct", "He told me ‘no’ twice.", RUIZ)]),
        # Marked words within a statement
        ("Ana Ruiz said the plan was “a disaster.”", [("mixed", "a disaster.", RUIZ)]),
        ("Ana Ruiz labeled the talks a “breakthrough.”", [("mixed", "breakthrough.", RUIZ)]),
        # One broken mark costs a paragraph at most
        (
            "Ana Ruiz said, “We will build it.\n\nJuan Paz said, “We will not.”",
            [("direct", "We will build it.", RUIZ), ("direct", "We will not.", "juan-paz")],
        ),
        # Titles, labels, attributes of markup and slogans are nobody's words
        ("She sang on Ana Ruiz's “Morning Glory” for years.", []),
        ("The so-called “open door” was shut.", []),
        ("The “open door” policy was shut.", []),
        ('See <img alt="We will build it"> there.', []),
        ('See <post day="May 3">the port</post> and "', []),
        ("Ana Ruiz told “Port Talk” that she would stay.", [("indirect", "that she would stay", RUIZ)]),
        ("“It is old,” Ana Ruiz said Sunday on Harbour TV's “Port Talk.”", [("direct", "It is old,", RUIZ)]),
        ("The city's “iron fist” man is gone.", []),
        ("Ana Ruiz did best in the early “warm-up” race.", []),
        ("Ana Ruiz met with bankers and “barefoot” captains.", []),
        ("Ana Ruiz asked for letters containing words such as “gold,” “salt” and “iron ore.”", []),
        # A mark that closes after a comma ends what it is called
        ("By “low tide,” Ana Ruiz means “never.”", [("mixed", "low tide,", RUIZ), ("mixed", "never.", RUIZ)]),
        # Nor is what an article tells its writer's word
        ("“Port Opens,” by the Bugle's Ana Ruiz: “The port opened on Monday after two weeks.”", []),
        # But what a crowd shouts is, and what stands after a colon
        ("She left to cries of “Save Our Port” at noon.", [("mixed", "Save Our Port", None)]),
        ("The march ended with dockers chanting “Save Our Port.”", [("direct", "Save Our Port.", "dockers")]),
        ("Ana Ruiz had one message: “Save Our Port.”", [("direct", "Save Our Port.", RUIZ)]),
        # Who is named beside the words, without a word of saying
        ("“Let me talk!” Ana Ruiz shot back.", [("direct", "Let me talk!", RUIZ)]),
        ("“Let me talk!” reacted Ana Ruiz.", [("direct", "Let me talk!", RUIZ)]),
        ("“We stay,” the old clerk riffed on it.", [("direct", "We stay,", "the old clerk")]),
        ("The mood is bad - Ana Ruiz: “We stay.”", [("direct", "We stay.", RUIZ)]),
        ("“We stay.”\n\n— Ana Ruiz, after the talks", [("direct", "We stay.", RUIZ)]),
        ("“We stay,” the note read.", [("direct", "We stay,", "the note")]),
        (
            "“We will build it,” said Ana Ruiz. “It is late, but not too late” for her.",
            [("direct", "We will build it,", RUIZ), ("direct", "It is late, but not too late", RUIZ)],
        ),
        (
            "“It is old,” which Ana Ruiz thinks will cost jobs.",
            [("mixed", "It is old,", RUIZ), ("indirect", "will cost jobs", RUIZ)],
        ),
        # Who answers, and who is only met
        (
            "“We will build it,” Ana Ruiz said. Her friend Juan Paz agreed. “It is late.”",
            [("direct", "We will build it,", RUIZ), ("direct", "It is late.", "juan-paz")],
        ),
        (
            "“It was dark,” Ana Ruiz said. Then, “I heard a bang.”",
            [("direct", "It was dark,", RUIZ), ("direct", "I heard a bang.", RUIZ)],
        ),
        # Who is heard, in whose words it is, and what stands apart from the words of its sentence
        ("“Stop!” a guard could be heard shouting.", [("direct", "Stop!", "a guard")]),
        ("In Ana Ruiz's words, “the door is open.”", [("direct", "the door is open.", RUIZ)]),
        ("Ana Ruiz left since, in her own words, “nobody listened.”", [("direct", "nobody listened.", RUIZ)]),
        ("In the old mayor's words, “it is late.”", [("direct", "it is late.", "the old mayor")]),
        (
            "Ana Ruiz blamed the storm: “It came too fast.”",
            [("indirect", "the storm", RUIZ), ("direct", "It came too fast.", RUIZ)],
        ),
        (
            "Ana Ruiz praised her team: “They never slept,” she said.",
            [("indirect", "her team", RUIZ), ("direct", "They never slept,", RUIZ)],
        ),
        ("The minister snapped: “You can count.”", [("direct", "You can count.", "The minister")]),
        ("“Why now?” wondered Ana Ruiz.", [("direct", "Why now?", RUIZ)]),
        (
            "Ana Ruiz said she was “tired,” and that whoever thought otherwise was “dreaming.”",
            [("mixed", "tired,", RUIZ), ("mixed", "dreaming.", RUIZ)],
        ),
        ("A man in the back yelled, “Then listen!”", [("direct", "Then listen!", "A man in the back")]),
        (
            "The clerk, who asked not to speak, said: “No.”",
            [("indirect", "not to speak", "The clerk"), ("direct", "No.", "The clerk")],
        ),
        (
            "“We will build it,” Ana Ruiz said. “It will stand.” The crowd roared.",
            [("direct", "We will build it,", RUIZ), ("direct", "It will stand.", RUIZ)],
        ),
        # Whose view it is
        ("For Ana Ruiz, the flood was “a warning.”", [("mixed", "a warning.", RUIZ)]),
        ("For Monday, Ana Ruiz has “a plan.”", [("mixed", "a plan.", RUIZ)]),
        # A French closing mark stands apart, and ends its sentence
        (
            "Ana Ruiz said: « On y va. » Juan Paz left.",
            [("direct", "On y va.", RUIZ)],
        ),
        # In a list all are said, or none
        (
            "She left to cries of “Save Our Port” and “Stay on, Ana” at noon.",
            [("mixed", "Save Our Port", None), ("mixed", "Stay on, Ana", None)],
        ),
        ("The files held terms such as “Quay,” “port” and “far away boats.”", []),
        ("When you take the bus you can do “better than that.”", []),
        # A quotation goes on after "but" too
        (
            "“We will build it,” Ana Ruiz said. But “it will not stand.”",
            [("direct", "We will build it,", RUIZ), ("direct", "it will not stand.", RUIZ)],
        ),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said that the bridge will stand.", [("that the bridge will stand", RUIZ)]),
        ("Ana Ruiz said on Friday that the bridge will stand.", [("that the bridge will stand", RUIZ)]),
        ("Ana Ruiz told reporters the bridge will stand.", [("the bridge will stand", RUIZ)]),
        ("The bridge will stand, Ana Ruiz said.", [("The bridge will stand", RUIZ)]),
        ("The bridge, Ana Ruiz said, will stand.", [("The bridge", RUIZ), ("will stand", RUIZ)]),
        ("The bridge will stand, according to Ana Ruiz.", [("The bridge will stand", RUIZ)]),
        ("According to Ana Ruiz, the bridge will stand.", [("the bridge will stand", RUIZ)]),
        (
            "Ana Ruiz said the bridge will stand, adding that it is safe.",
            [("the bridge will stand", RUIZ), ("that it is safe", RUIZ)],
        ),
        (
            "Noting that the bridge is old, Ana Ruiz said it is safe.",
            [("that the bridge is old", RUIZ), ("it is safe", RUIZ)],
        ),
        (
            "Ana Ruiz said the bridge will stand and praised its builders.",
            [("the bridge will stand", RUIZ), ("its builders", RUIZ)],
        ),
        ("Ana Ruiz on Friday said the bridge will stand.", [("the bridge will stand", RUIZ)]),
        (
            "Asked whether the bridge is safe, Ana Ruiz said it will stand.",
            [("whether the bridge is safe", None), ("it will stand", RUIZ)],
        ),
        ("Ana Ruiz expressed her gratitude to the builders.", [("her gratitude to the builders", RUIZ)]),
        ("Ana Ruiz pledged to repair the bridge.", [("to repair the bridge", RUIZ)]),
        ("Ana Ruiz's claim that the bridge is safe was tested.", [("that the bridge is safe", RUIZ)]),
        (
            "A spokesman for the port said the bridge will stand.",
            [("the bridge will stand", "A spokesman for the port")],
        ),
        ("A man was overheard saying that it is safe.", [("that it is safe", "A man")]),
        (
            "Ana Ruiz praised the builders of the bridge and voiced concern over its age.",
            [("the builders of the bridge", RUIZ)],
        ),
        ("Oil rose after the minister said it is safe.", [("it is safe", "the minister")]),
        ("The bridge is safe, Ana Ruiz said Friday after meeting her guest.", [("The bridge is safe", RUIZ)]),
        ("Ana Ruiz said after meeting Paz that it is safe.", [("that it is safe", RUIZ)]),
        ("Ana Ruiz would neither confirm nor deny the flood.", [("nor deny the flood", RUIZ)]),
        ("Ana Ruiz thanked him and invited him to visit Lima.", [("him to visit Lima", RUIZ)]),
        # A word that only stands for what was told before
        ("Ana Ruiz denies it.", []),
        # Polls, papers and groups as speakers
        ("Both said it is safe.", [("it is safe", "Both")]),
        ("Ana Ruiz met Juan Paz, and all said it is safe.", [("it is safe", "all")]),
        ("They both said it is safe.", [("it is safe", None)]),
        ("Nearly half said they prefer a bridge.", [("they prefer a bridge", "Nearly half")]),
        ("About 4 in 10 say they prefer a bridge.", [("they prefer a bridge", "4 in 10")]),
        ("Polls show that most like the bridge.", [("that most like the bridge", "Polls")]),
        ("The Daily Bugle claims the bridge is shut.", [("the bridge is shut", "The Daily Bugle")]),
        ("The port has been warning that it is full.", [("that it is full", "The port")]),
        ("Ana Ruiz (Lyon), head of the port, said it is safe.", [("it is safe", RUIZ)]),
        # Adverbs and times of the cue, and those of what was said
        ("Ana Ruiz told Port News he'd come.", [("he'd come", RUIZ)]),
        ("Ana Ruiz said Tuesday night that it is safe.", [("that it is safe", RUIZ)]),
        ("Ana Ruiz argued insistently that it is safe.", [("that it is safe", RUIZ)]),
        ("Ana Ruiz said nearly all had left.", [("nearly all had left", RUIZ)]),
        ("Ana Ruiz said Friday's talks had failed.", [("Friday's talks had failed", RUIZ)]),
        # The clause before the main one
        ("While Ana Ruiz said that it is safe, the port shut it.", [("that it is safe", RUIZ)]),
        ("Ana Ruiz's pledge to repair it was kept.", [("to repair it", RUIZ)]),
        ("Ana Ruiz said it will stand, but few cross it.", [("it will stand", RUIZ)]),
        ("Ana Ruiz told Juan Paz of the flood.", [("of the flood", RUIZ)]),
        (
            "The bridge will not change, and its colour will not change, said Ana Ruiz.",
            [("The bridge will not change, and its colour will not change", RUIZ)],
        ),
        ("The mayor, who said he is sorry, left.", [("he is sorry", "The mayor")]),
        ("As Ana Ruiz said, the bridge is old.", [("the bridge is old", RUIZ)]),
        ("Ana Ruiz believes, for example, that it is safe.", [("that it is safe", RUIZ)]),
        # Asides in the subject, and clauses that are none
        ("Ana Ruiz, author of “Morning Glory,” said it is safe.", [("it is safe", RUIZ)]),
        ("A study made in May, and seen by us, found that it is safe.", [("that it is safe", "A study made in May")]),
        ("The town released a note saying it is safe.", [("it is safe", "The town")]),
        (
            "The loud delegate and activist warned that it is old.",
            [("that it is old", "The loud delegate and activist")],
        ),
        (
            "Ana Ruiz, who met Juan Paz, was gone for an hour, telling a friend that it is safe.",
            [("that it is safe", RUIZ)],
        ),
        # What belongs to the words said: numbers, dashes, lists; and what does not
        ("Ana Ruiz said 2,400 boats had come.", [("2,400 boats had come", RUIZ)]),
        ("Ana Ruiz said it is safe — a claim of weight.", [("it is safe — a claim of weight", RUIZ)]),
        ("Ana Ruiz said it is safe — but few cross it.", [("it is safe", RUIZ)]),
        ("Ana Ruiz thanked her aunts, her uncle and the port.", [("her aunts, her uncle and the port", RUIZ)]),
        ("Ana Ruiz thanked her uncle, a baker.", [("her uncle", RUIZ)]),
        ("Ana Ruiz said it was built by Paz, who died young.", [("it was built by Paz", RUIZ)]),
        ("Ana Ruiz vowed to repair it and opened the gate.", [("to repair it", RUIZ)]),
        (
            "Two in three said it is safe, and nearly half say it is old.",
            [("it is safe", "Two in three"), ("it is old", "nearly half")],
        ),
        ("LYON (AP) — The bridge is old, Ana Ruiz said.", [("The bridge is old", RUIZ)]),
        ("Ana Ruiz signed a note that she said was lost.", [("was lost", RUIZ)]),
        # Sources within a sentence, and polls
        ("The risk, according to Ana Ruiz, is the rust.", [("The risk", RUIZ), ("is the rust", RUIZ)]),
        ("But the next day, according to Ana Ruiz, it fell.", [("it fell", RUIZ)]),
        ("In a new poll, most like the bridge.", [("most like the bridge", "a new poll")]),
        # Infinitives and what one finds are nobody's words
        ("Ana Ruiz hurried to say that it is safe.", []),
        ("You can find jobs at the port.", []),
        ("What she wants to stress is that it is safe.", []),
        # Pairs, appositions with an age, times before the subject, habits, and who "by" names
        ("Ana Ruiz and Juan Paz said it is safe.", [("it is safe", "Ana Ruiz and Juan Paz")]),
        ("One clerk, 84-year-old Ana Ruiz, said it is safe.", [("it is safe", RUIZ)]),
        ("Last week the old clerk said it is safe.", [("it is safe", "the old clerk")]),
        ("Ana Ruiz likes to say that it is safe.", [("that it is safe", RUIZ)]),
        ("It was described by Ana Ruiz as a fine bridge.", [("a fine bridge", RUIZ)]),
        ("One of them, Karim Haddad, said it is safe.", [("it is safe", "Karim Haddad")]),
        # "it" before a colon only points to what follows
        ("The port was quick to deny it: the boat was old.", [("the boat was old", "The port")]),
        # What another told
        (
            "The mayor thinks it is safe, Ana Ruiz said this week.",
            [("The mayor thinks it is safe", RUIZ), ("it is safe", "The mayor")],
        ),
        # Headlines
        ("Ruiz: The Bridge Will Stand\n\nAna Ruiz spoke.", [("The Bridge Will Stand", RUIZ)]),
        ("Ana Ruiz Says Bridge Will Stand\n\nShe spoke.", [("Bridge Will Stand", RUIZ)]),
        # Nouns, passives and names are no cues
        ("Ana Ruiz read the report on the bridge.", []),
        ("Ana Ruiz was called to the bridge.", []),
        ("The Morning Post opened.", []),
    ],
)
def test_indirect_statements(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(quote.text, quote.speaker) for quote in quotes(text) if quote.kind == "indirect"] == expected


@pytest.mark.parametrize(
    ("text", "speaker", "text_of_speaker"),
    [
        ("Ana Ruiz opened the bridge. She said it is safe.", RUIZ, "She"),
        ("Ana Ruiz met Juan Paz. She said it is safe.", RUIZ, "She"),
        ("Ana Ruiz met Juan Paz. According to him, it is safe.", "juan-paz", "him"),
        ("Xi Jinping called. The Chinese leader said it is safe.", "xi-jinping", "The Chinese leader"),
        ("The bridge was closed. She said it is safe.", None, "She"),
    ],
)
def test_pronouns_and_offices(text: str, speaker: str | None, text_of_speaker: str) -> None:
    (quote,) = quotes(text)
    assert (quote.speaker, quote.speaker_text) == (speaker, text_of_speaker)


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        # Who opens a sentence of the paragraph since the other one spoke is meant, but nobody else named there
        ("Karl Roth was not convinced.", "karl-roth"),
        ("Karl Roth, who runs the port, was not convinced.", "karl-roth"),
        ("The crowd clapped for Karl Roth.", "juan-paz"),
        ("Karl Roth's port is near.", "juan-paz"),
        ("Ana Ruiz was not convinced.", "juan-paz"),
        ("Karl Roth was not convinced.\n\nIt grew late.", "juan-paz"),
    ],
)
def test_who_opens_the_paragraph_is_meant_before_the_last_speaker(told: str, speaker: str) -> None:
    text = (
        f"Karl Roth, Ana Ruiz and Juan Paz met. Juan Paz said it is safe.\n\n{told} In a letter he called it “a toy”."
    )
    assert quotes(text)[-1].speaker == speaker


def test_a_readout_goes_on_with_less_confidence() -> None:
    text = "Xi Jinping pointed out that trade is growing. China will buy more sugar. The two sides should meet often."
    first, second, third = quotes(text)
    assert {first.speaker, second.speaker, third.speaker} == {"xi-jinping"}
    assert first.confidence > second.confidence == third.confidence
    assert second.text == "China will buy more sugar."


def test_a_readout_goes_on_over_the_past_until_another_speaks() -> None:
    text = "Xi Jinping stressed that the port had grown. It never had it easy. China supports it. But Ruiz said it is full."
    assert [quote.speaker for quote in quotes(text)] == ["xi-jinping", "xi-jinping", "Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "Xi Jinping pointed out that trade is growing. The talks were held in Havana.",
        "Xi Jinping said, “Trade is growing.” The port is always full.",
        "Xi Jinping pointed out that trade is growing. But the port is full.",
        "Xi Jinping pointed out that trade is growing. The plan of Xi is old.",
        "Xi Jinping is seeking more trade. China will buy sugar.",
    ],
)
def test_a_report_does_not_go_on(text: str) -> None:
    """After the past, a quotation, a turn to the writer's own words, the speaker's own name, or no speech at all."""
    assert len(quotes(text)) <= 1


def test_a_tweet_is_its_accounts_own_words_and_keeps_its_date() -> None:
    tweet = "Great day at the port! #boats — Harbour Friends (@harbourfriends) May 3, 2021"
    text = f"The minister said that he was pleased.\n\n{tweet}"
    (quote,) = [one for one in quotes(text) if one.kind == "direct"]
    assert quote.text == "Great day at the port! #boats"
    assert quote.speaker == "Harbour Friends"
    assert "@harbourfriends, May 3, 2021" in quote.speaker_how


TRANSCRIPT = """MS. RUIZ: Thank you all. “Now or never,” they say.

QUESTION: Will the bridge stand?

MS. RUIZ: It will. I made clear that it is safe.

It always was.

QUESTION: Thank you."""


def test_the_turns_of_a_transcript_are_their_speakers_own_words() -> None:
    assert rows(f"Ana Ruiz met the press.\n\n{TRANSCRIPT}\n\nThe talks ended there.") == [
        ("direct", "Thank you all. “Now or never,” they say.", RUIZ),
        ("direct", "Will the bridge stand?", None),
        ("direct", "It will. I made clear that it is safe.", RUIZ),
        ("direct", "It always was.", RUIZ),
        ("direct", "Thank you.", None),
    ]


INTERVIEW = """Q: Is the bridge Juan Paz’s?

A: Nobody asked him. Karl Roth told me, “It is all mine.”

Q: Will it stand?

A: It “will”."""


@pytest.mark.parametrize(
    ("above", "asks", "answers"),
    [
        ("Interview by Jane Holt\n\nAna Ruiz, who built what Juan Paz drew, spoke to us.", "jane-holt", RUIZ),
        ("Ana Ruiz spoke to us.", None, RUIZ),
        ("Ana Ruiz and Mary Holt spoke to us.", None, None),
        ("An engineer spoke to us.", None, None),
    ],
)
def test_an_interview_is_between_who_signs_it_and_who_is_introduced(
    above: str, asks: str | None, answers: str | None
) -> None:
    said = [quote for quote in quotes(f"{above}\n\n{INTERVIEW}") if quote.kind == "direct"]
    assert [(quote.text.split()[0], quote.speaker) for quote in said] == [
        ("Is", asks),
        ("Nobody", answers),
        ("It", "karl-roth"),
        ("Will", asks),
        ("It", answers),
    ]


def test_who_is_named_above_a_hearing_answers_in_none_of_its_turns() -> None:
    text = "Trial of Ana Ruiz\n\nTHE COURT: Go on.\n\nQ. Where?\n\nA. There.\n\nTHE COURT: And when?\n\nA. Then."
    assert [quote.speaker for quote in quotes(text) if quote.text in ("There.", "Then.")] == [None, None]


def test_a_noun_within_a_name_is_no_verb() -> None:
    assert quotes("Council, for Tenth Time, Adopts Text Calling for End to United States Ban on Wine") == []


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: It is shut.\n\nWATCH: A boat.\n\nUPDATE: It is open.\n\nREAD: More.",
        "LYON: One.\n\nPARIS: Two.\n\nNICE: Three.\n\nLILLE: Four.",
        "RUIZ: One.\n\nPAZ: Two.\n\nRUIZ: Three.",
    ],
)
def test_lines_that_begin_in_capitals_make_no_transcript(text: str) -> None:
    assert all(quote.kind != "direct" for quote in quotes(text))


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Ana Ruiz told Juan Paz that it is safe.", "juan-paz"),
        ("Ana Ruiz told reporters that it is safe.", "reporters"),
        ("In her message to Juan Paz, Ana Ruiz said it is safe.", "juan-paz"),
        ("Ana Ruiz said it is safe.", None),
    ],
)
def test_addressees(text: str, addressee: str | None) -> None:
    assert quotes(text)[0].addressee == addressee


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said, “We will build it.”", [("direct", "We will build it.", "We will build it.")]),
        ("Ana Ruiz said it will stand.", [("indirect", "it will stand", "it will stand")]),
        ("Ana Ruiz said the plan is “a disaster.”", [("mixed", "a disaster.", "the plan is “a disaster.”")]),
        ("Ana Ruiz said the “bad” plan will fail.", [("mixed", "bad", "the “bad” plan will fail")]),
        (
            "Ana Ruiz said it was “bad” but “far from lost” on Monday.",
            [
                ("mixed", "bad", "it was “bad” but “far from lost” on Monday"),
                ("mixed", "far from lost", "it was “bad” but “far from lost” on Monday"),
            ],
        ),
        (
            "The bridge, Ana Ruiz said, will stand.",
            [
                ("indirect", "The bridge", "The bridge, Ana Ruiz said, will stand"),
                ("indirect", "will stand", "The bridge, Ana Ruiz said, will stand"),
            ],
        ),
        # A title is part of what was said, and no words of its own
        ("Ana Ruiz praised the film “Morning Glory” at length.", [("indirect",) + 2 * ("the film “Morning Glory” at length",)]),
        # No cue reaches these words: nothing is known of a statement around them
        ("For Ana Ruiz the old bridge had been “a giant to climb on.”", [("mixed",) + 2 * ("a giant to climb on.",)]),
    ],
)  # fmt: skip
def test_marked_words_know_the_statement_that_they_stand_in(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(quote.kind, quote.text, text[slice(*quote.statement)]) for quote in quotes(text)] == expected


@given(st.text(alphabet="ab Xi said, that.“”\"'«»:\n—(@)Li he", max_size=200))
def test_quotes_lie_in_the_text_and_nothing_raises(text: str) -> None:
    for quote in quotes(text):
        assert text[quote.start : quote.end] == quote.text
        assert quote.speaker_span is None or text[slice(*quote.speaker_span)] == quote.speaker_text
        assert quote.cue_span is None or text[slice(*quote.cue_span)] == quote.cue
        assert 0 <= quote.confidence <= 1


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    quotes(text)


@pytest.mark.parametrize(
    "unit", ['"', "“", "“a” ", '"a" ', '""a', "‘a ", "'a ", "“a” he said, ", "Xi said “a”, ", "RUIZ: a\n\nPAZ: b\n\n"]
)
def test_runs_of_marks_are_read_in_linear_time(unit: str) -> None:
    quotes(unit * 4000)


def test_a_language_without_words_is_read_all_the_same() -> None:
    text = "Xi Jinping dijo: «Lo haremos.»"
    assert [one.leader_id for one in find_people(text, VOCABULARY, None, "xx")] == ["xi-jinping"]
    find_quotes(text, [], "xx")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Second hand: the words are those of whom the speaker quotes, with a participle after the name
        ("Ana Ruiz met Tom Paz. “We will not pay for it,” Ruiz quoted Paz as saying.", "Paz"),
        ("Ana Ruiz met Tom Paz. “We will not pay for it,” Ruiz recalled.", "Ruiz"),
        # An example is named, not the words before it; those who are many speak where one is named among them
        ("Some stayed away, such as Sen. Ana Ruiz of Leon, who warned that the bill was dead.", "Ana Ruiz"),
        ("Critics, including Rep. Tom Paz, say that the law goes too far.", "Critics"),
        ("The harbour minister, Tom Paz, says that the law goes too far.", "Tom Paz"),
        # Two who speak together
        ("Ana Ruiz came on Monday. She and Tom Paz said that the port would stay open.", "She and Tom Paz"),
    ],
)
def test_whose_words(text: str, speaker: str) -> None:
    assert [quote.speaker_text.removeprefix("Sen. ") for quote in quotes(text)] == [speaker]
