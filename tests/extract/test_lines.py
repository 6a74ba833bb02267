"""Lines: what a sentence tells, as a published chronology would print it."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.dates import find_dates
from loaders.extract.document import extract
from loaders.extract.events import find_rows
from loaders.extract.events.lines.ending import LONGEST
from loaders.extract.events.lines.pieces import count_words, cut_pieces, set_line
from loaders.extract.events.lines.verbs import find_verb, tell_now, third_person
from loaders.extract.events.lines.wording import wording
from loaders.extract.events.page import Page
from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.layout.sentences import split_sentences
from loaders.records import Document
from loaders.vocabulary import FOLDER, load_vocabulary

VOCABULARY = load_vocabulary()
WORDS = wording("en", FOLDER)


def lines_of(text: str, title: str = "", language: str = "en") -> list[str]:
    document = Document("d", "d.txt", text, title=title, published=datetime(2023, 5, 5), language=language)
    dates = find_dates(text, document.published, language)
    people = find_people(text, VOCABULARY, document.published, language, dates)
    quotes = find_quotes(text, people, language)
    page = Page(document, split_sentences(text), dates, people, quotes, VOCABULARY)
    return [row.draft.line.text for row in find_rows(page)]


LINES = {
    "a date goes, with its preposition": [
        ("The council closed the harbour on Friday.", "The council closes the harbour"),
        ("On 3 May 2021, the council closed the harbour.", "The council closes the harbour"),
        ("In March 2019 the dockers of Kelna walked out.", "The dockers of Kelna walk out"),
    ],
    "what leads in, asides and brackets go": [
        ("However, the council closed the harbour on Friday.", "The council closes the harbour"),
        ("After a long night, the council closed the harbour on Friday.", "The council closes the harbour"),
        ("The port, which is old, lost 1,200 jobs in 2004.", "The port loses 1,200 jobs"),
        ("The port (the oldest of the coast) lost its bell in 2004.", "The port loses its bell"),
        ("KELNA, May 4 (Coast Wire) - The ferry Marina sank on Thursday.", "The ferry Marina sinks"),
        ("> **The council** closed the [harbour](https://example.org/h) on Friday.", "The council closes the harbour"),
    ],
    "the verb stands in the present tense of headlines": [
        ("The dockers had blocked the bridge on Monday.", "The dockers block the bridge"),
        ("The ferry was sold in 2004.", "The ferry is sold"),
        ("The ferries were sold in 2004.", "The ferries are sold"),
        ("Tessen abdicated in 2004.", "Tessen abdicates"),
        ("Talks will open in Kelna on 1 June 2023.", "Talks are to open in Kelna"),
        ("The premier of Dure will open the bridge on 1 June 2023.", "The premier of Dure is to open the bridge"),
        ("The court preferred charges in 2004 and freed the miller.", "The court prefers charges and frees the miller"),
    ],
    "how long stays, a state is none, and nothing hangs at the end": [
        (
            "On May 8, 2007, Harrow was sentenced to thirty years in prison.",
            "Harrow is sentenced to thirty years in prison",
        ),
        ("The government banned the march under a law adopted in 2013.", "A law is adopted"),
        ("Delegates from the coast gathered in Kelna in 1831.", "Delegates from the coast gather in Kelna"),
    ],
    "names stand where pronouns stood": [
        ("Ms. Marta Ruiz leads the union. She sold the farm in 2004.", "Marta Ruiz sells the farm"),
    ],
    "of two who came together their names say all": [
        (
            "President Xi Jinping made the remarks in a meeting with Miguel Diaz-Canel in Johannesburg on Wednesday.",
            "Xi Jinping meets Miguel Díaz-Canel in Johannesburg",
        ),
    ],
    "a participle or who tells of what stands before it": [
        ("Ana Zargo, a rower and clerk, who sold the mill in 1951, spoke of it.", "Ana Zargo sells the mill"),
        ("Ana Zargo, arrested on 10 April for rioting, was freed by the judge.", "Ana Zargo is arrested for rioting"),
    ],
    "a noun with a date of its own is told, and not the main clause around it": [
        (
            "Aid workers fled after the massacre of miners in Dure in July 1905.",
            "Massacre of miners in Dure",
        ),
        ("Unrest grew after the May 3 death of the poet Marta Ruiz in Kelna.", "Death of the poet Marta Ruiz in Kelna"),
        (
            "Talks between the sides followed the Orvanan government's 1829 abolition of tolls.",
            "Orvanan government's abolition of tolls",
        ),
    ],
    "so is a participle": [
        (
            "The mayors praised the Kelna Board on Rivers established by the senate in 2015.",
            "The Kelna Board on Rivers is established by the senate",
        ),
        ("The revolt that toppled Marta Ruiz in 2011 is taught in schools.", "The revolt topples Marta Ruiz"),
    ],
    "a line stops before what it does not name, or is none": [
        ("The senate closed the road to it on Friday.", "The senate closes the road"),
        ("The town filed this suit against Marland on Friday.", "The town files a suit against Marland"),
        ("The senate blocked the passage of those laws on Friday.", "The senate blocks the passage of laws"),
        ("Kelna said on Friday that it would close the port.", "Kelna says that it would close the port"),
        (
            "Raúl Castro led the union. The members elected him treasurer in 2004.",
            "The members elect Raúl Castro treasurer",
        ),
    ],
    "an office is told by the name of whoever is known to hold it": [
        (
            "Raúl Castro, president of Cuba, came to Kelna. On Friday the president opened the dock.",
            "Raúl Castro opens the dock",
        ),
    ],
    "a life in brackets tells birth and death": [
        ("Ida Roe (1931–1999) was mayor of Weir.", "Ida Roe is born"),
        ("Ida Roe (1931–1999) was mayor of Weir.", "Death of Ida Roe"),
    ],
    "what stands between dashes goes": [
        (
            "The offer of the owners - made on Monday in a letter - was refused by the union.",
            "The offer of the owners is refused by the union",
        ),
        (
            "Marta Ruiz married a miller in 1940 and had two daughters.",
            "Marta Ruiz marries a miller and has two daughters",
        ),
    ],
    "a long subject is told by its names only where they are it": [
        (
            "The long and loud chorus of well-known critics denouncing the mayor Marta Ruiz grew on Friday.",
            "Long and loud chorus of well-known critics denouncing mayor Marta Ruiz grows",
        ),
    ],
    "courtesies, and what describes a day, go": [
        ("Mr. Marta Ruiz sold the farm in 2004.", "Marta Ruiz sells the farm"),
        ("The dockers of Kelna walked out on a relatively mild Monday.", "The dockers of Kelna walk out"),
        ("Before the vote the mayor of Kelna resigned on Friday.", "The mayor of Kelna resigns"),
    ],
    "an item of a list names what happened": [
        ("- Blockade of Kelna (June 1948)", "Blockade of Kelna"),
        ("Convention on river tolls. Signed at Kelna, 3 May 1950.", "Convention on river tolls is signed at Kelna"),
    ],
    "an entry of a chronology keeps its own words": [
        ("May 1960 – The port opens", "The port opens"),
        ("12 June 1998: Treaty signed at Kelna", "Treaty signed at Kelna"),
    ],
    "who is named as the source at the end goes": [
        ("The ferry sank off Kelna on Friday, the coast guard said.", "The ferry sinks off Kelna"),
    ],
}


@pytest.mark.parametrize(
    ("text", "line"),
    [(text, line) for rows in LINES.values() for text, line in rows],
    ids=lambda value: value[:40],
)
def test_lines(text: str, line: str) -> None:
    assert line in lines_of(text)


NOTHING = [
    "These changes were reversed in 1974.",
    "We were advised of it on Friday.",
    "It came to an end on 15 March 2021.",
    "The owners sold it to the town in 2004.",
    "The owners went there in 2004.",
    "Marta Ruiz spent Monday campaigning in Kelna.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_no_line_can_tell_is_no_row(text: str) -> None:
    assert lines_of(text) == []


def test_a_headline_that_tells_the_news_is_its_line() -> None:
    text = "The council of Kelna voted on Friday to close the old harbour, in spite of long protests of its dockers."
    assert (
        lines_of(text, title="Kelna votes to close its old harbour | The Coast")[0]
        == "Kelna votes to close its old harbour"
    )
    assert lines_of(text, title="A long week")[0] != "A long week"


TAKEN_UP = [
    (
        "The Kelna Harbour Company opened a dock in 1901. The company closed the dock in 1951.",
        "The Kelna Harbour Company closes the dock",
    ),
    (
        "The Orm League built a bridge in 1901. The league's mayors sold the bridge in 1951.",
        "The Orm League's mayors sell the bridge",
    ),
    (
        "The Ministry of Works ordered a bridge in 1901. The ministry sold the bridge in 1951.",
        "The Ministry of Works sells the bridge",
    ),
    (
        "The law was old. The act, which Raúl Castro signed into law in 1961, closed the docks.",
        "Raúl Castro signs the act into law",
    ),
    ("Dockers closed the port on Thursday. They occupied the customs house.", "Dockers occupy the customs house"),
    ("The council met on Thursday. It condemned the owners.", "The council condemns the owners"),
    (
        "On Thursday Xi Jinping met Raúl Castro in Kelna. The two leaders signed a treaty on fishing.",
        "Xi Jinping and Raúl Castro sign a treaty on fishing",
    ),
]


@pytest.mark.parametrize(("text", "line"), TAKEN_UP)
def test_a_pronoun_becomes_what_the_sentence_before_is_about(text: str, line: str) -> None:
    assert lines_of(text)[-1] == line


CUT = [
    # half an apposition goes, and so does a clause that would end before its verb
    ("Bo Zhao, a trader from Orvana who sells boats, arrived in Kelna on Friday.", "Bo Zhao arrives in Kelna"),
    ("The clerk was freed on Friday and pleaded guilty to one count of theft on Monday.", "The clerk is freed"),
]


@pytest.mark.parametrize(("text", "line"), CUT)
def test_what_a_line_is_cut_to(text: str, line: str) -> None:
    assert line in lines_of(text)


def test_no_line_has_a_quotation_that_was_cut_out() -> None:
    assert not any("“”" in line for line in lines_of("“We shall see,” the mayor asked at the port on Friday, “”."))


def test_no_line_is_longer_than_a_published_one() -> None:
    text = "The council of Kelna closed on Friday " + ", ".join(f"the pier of {name}" for name in ["Ostra"] * 40) + "."
    assert all(count_words(line) <= LONGEST for line in lines_of(text))


VERBS = [("carry", "carries"), ("go", "goes"), ("pass", "passes"), ("play", "plays"), ("announce", "announces")]


@pytest.mark.parametrize(("lemma", "form"), VERBS)
def test_third_person(lemma: str, form: str) -> None:
    assert third_person(lemma) == form


TENSES = [
    ("The dockers marched on Kelna and shot the guard", "The dockers march on Kelna and shoot the guard"),
    ("The court has overturned the ban", "The court overturns the ban"),
    ("The court did not overturn the ban", "The court does not overturn the ban"),
    ("Police were called in", "Police are called in"),
    ("The United States left the pact", "The United States leaves the pact"),
]


@pytest.mark.parametrize(("told", "now"), TENSES)
def test_tell_now(told: str, now: str) -> None:
    pieces = cut_pieces(told, [(0, len(told))], ())
    assert set_line(tell_now(pieces, find_verb(pieces, WORDS), WORDS)) == now


@given(st.text(max_size=300))
def test_any_text_can_be_cut_and_set(text: str) -> None:
    pieces = cut_pieces(text, [(0, len(text))], ())
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    set_line(pieces)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # signs of links and of emphasis before a word leave the blank before them
        ("On Friday the envoys signed the old treaty of #Kelna on trade.", "The envoys sign the old treaty of Kelna on trade"),
        # what is called after somebody is not that person
        (
            "Bo Lund fled. Several lawmakers accused Kelna on Friday of blackmailing the Lund government.",
            "Several lawmakers accuse Kelna of blackmailing the Lund government",
        ),
    ],
)  # fmt: skip
def test_signs_and_surnames_in_a_line(text: str, line: str) -> None:
    document = Document("d", "d.txt", text, published=datetime(2022, 11, 25))
    found = extract(document, load_vocabulary()).mentions
    assert [(mention.line, mention.leaders) for mention in found if mention.line == line] == [(line, ())]


def test_a_headline_that_breaks_off_has_no_mark_at_its_end() -> None:
    text = "Ferry line opens in Kelna;\n25 November 2022\n\nThe new ferry line opened in Kelna on Friday."
    document = Document("d", "d.txt", text, title="Ferry line opens in Kelna;", published=datetime(2022, 11, 25))
    assert [mention.line for mention in extract(document, load_vocabulary()).mentions] == ["Ferry line opens in Kelna"]


def test_nothing_is_cut_out_of_what_somebody_said() -> None:
    text = (
        'On Friday President Ana Ruiz called Norvik, "which shares the values of freedom, human rights, and the rule of law," '
        "a partner."
    )
    document = Document("d", "d.txt", text, published=datetime(2022, 11, 25))
    for mention in extract(document, load_vocabulary()).mentions:
        said = [
            part
            for number, part in enumerate(mention.line.replace("“", '"').replace("”", '"').split('"'))
            if number % 2
        ]
        assert all(part.strip(" .,") in text for part in said)


def test_a_talk_whose_sentence_ends_in_a_wish_is_told_as_a_talk() -> None:
    text = "In official talks on Friday Xi Jinping and Raúl Castro found common ground, and both want to make the old ties of #Kelna firmer."
    document = Document("d", "d.txt", text, published=datetime(2022, 11, 26))
    [mention] = extract(document, load_vocabulary()).mentions
    assert "want" not in mention.line
    assert all(name in mention.line for name in ("Xi Jinping", "Raúl Castro"))


CUT_FROM_CONTENT = [
    # what was said of it goes beyond the longest line, and without it the line says nothing
    "On Friday Ana Ruiz repeated her contention that the old harbour of Kelna had been sold to strangers far below its worth.",
    "On Friday Ana Ruiz became the first mayor to open the gates of the lower harbour of Kelna to strangers from all over the coast.",
]


@pytest.mark.parametrize("text", CUT_FROM_CONTENT)
def test_no_line_stops_before_what_its_last_words_are_about(text: str) -> None:
    for line in lines_of(text):
        assert not line.endswith(("contention", "first mayor"))
