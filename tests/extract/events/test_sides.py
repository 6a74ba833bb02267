"""Who took part besides people, who did it and to whom: rows of a text and "sources → targets"."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.records import Document, Mention
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
PUBLISHED = datetime(2024, 5, 10)


def told(text: str) -> Mention:
    """The first mention of a text published on Friday 10 May 2024."""
    document = Document("d", "d.txt", "The weather was mild.\n\n" + text, published=PUBLISHED)
    return extract(document, VOCABULARY).mentions[0]


SIDES = [
    # the verb stands between those who did it and those to whom it was done
    ("Peru accused Chile on Thursday of spying.", "peru → chile"),
    ("On Thursday the Dutch government warned Ann Lee.", "netherlands → ann-lee"),
    ("The Orvana Dockers' Union sued Peru on Thursday.", "orvana-dockers-union → peru"),
    ("Premier Ann Lee and Mayor Paul Lund criticised Chile on Thursday.", "ann-lee paul-lund → chile"),
    # a passive turns them round, whatever stands in it
    ("Chile was accused by Peru on Thursday of spying.", "peru → chile"),
    ("Chile was publicly urged by Premier Ann Lee on Thursday to stop.", "ann-lee → chile"),
    ("Ann Lee was arrested by Peruvian troops on Thursday.", "peru → ann-lee"),
    ("Ann Lee was arrested in Peru on Thursday.", " → ann-lee"),
    ("Ann Lee was arrested on Thursday at the request of Peru.", "peru → ann-lee"),
    ("Chile arrested Ann Lee on Thursday at the request of Peru.", "chile → ann-lee"),
    # the small word before a name overrules the verb
    ("Peru imposed sanctions on Chile and Brazil on Thursday.", "peru → chile brazil"),
    ("Peru sent aid to Haiti on Thursday.", "peru → haiti"),
    ("An attack by Hezbollah on Israel failed on Thursday.", "hezbollah → israel"),
    ("Talks between Peru and Chile began in Havana on Thursday.", "peru → chile"),
    ("Peru held talks with the European Commission on Thursday.", "peru → european-commission"),
    # whose the deed is
    ("Chile's attack on Peru failed on Thursday.", "chile → peru"),
    ("The arrest of Ann Lee by Chile on Thursday failed.", "chile → ann-lee"),
    # done together: the first has it with the others
    ("Ann Lee met Paul Lund on Thursday.", "ann-lee → paul-lund"),
    ("Peru and Chile signed a treaty on Thursday.", "peru → chile"),
    # a place is no side, and neither is what is only spoken of or the source at the end
    ("Ann Lee met Paul Lund in Peru on Thursday.", "ann-lee → paul-lund"),
    ("Ann Lee met Paul Lund near Beijing on Thursday.", "ann-lee → paul-lund"),
    ("Ann Lee visited Beijing on Thursday.", "ann-lee → "),
    ("Ann Lee visited Peru on Thursday.", "ann-lee → peru"),
    ("Ann Lee spoke with Paul Lund by telephone about Chile on Thursday.", "ann-lee → paul-lund"),
    ("After the vote in Chile, Peru accused Brazil on Thursday.", "peru → brazil"),
    ("Ann Lee met Paul Lund on Thursday, the Peruvian foreign ministry said.", "ann-lee → paul-lund"),
    # ties, borders and offices belong to what is named with them, and bring nobody along
    ("Ann Lee met Paul Lund, chairman of the Orvana Party, on Thursday.", "ann-lee → paul-lund"),
    ("Ann Lee met Paul Lund on Thursday on ties between Peru and Chile.", "ann-lee → paul-lund"),
    # what goes on about the subject before
    ("Peru called a vote and on Thursday attacked Chile.", "peru → chile"),
    # whom only a pronoun names does it, or suffers it; of two who come together the first has it with the other
    ("Ann Lee wrote a book. On Thursday she opened a port.", "ann-lee → "),
    ("Ann Lee wrote a book. On Thursday she was arrested.", " → ann-lee"),
    ("Ann Lee and Paul Lund wrote. On Thursday the two leaders met.", "ann-lee → paul-lund"),
    # nobody is a side to a birth
    ("Ann Lee was born in Peru in 1951.", "ann-lee → "),
]


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_who_did_it_to_whom(text: str, sides: str) -> None:
    mention = told(text)
    assert f"{' '.join(mention.sources)} → {' '.join(mention.targets)}" == sides


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_whoever_stands_on_a_side_took_part(text: str, sides: str) -> None:
    mention = told(text)
    assert {*mention.sources, *mention.targets} == {*mention.leaders, *mention.actors}
    assert not {*mention.leaders, *mention.actors} & {*mention.named}


PEOPLE = [
    # whom the line names behind a verb takes part, an owner does not
    ("Ann Lee said on Thursday that she would nominate Paul Lund as envoy.", "ann-lee paul-lund", ""),
    ("Ann Lee led Paul Lund's overthrow on Thursday.", "ann-lee paul-lund", ""),
    ("Ann Lee married Paul Lund's sister on Thursday.", "ann-lee", "paul-lund"),
    ("Ann Lee on Thursday named Chief of Staff Paul Lund to the board.", "ann-lee paul-lund", ""),
    ("On Thursday Ann Lee and Paul Lund's heirs painted the bridge.", "ann-lee", "paul-lund"),
    ("Ann Lee criticised Paul Lund's book on Thursday.", "ann-lee", "paul-lund"),
    # warned, accused: they take part as well
    ("Ann Lee issued a warning to Paul Lund on Thursday.", "ann-lee paul-lund", ""),
    ("Ann Lee criticised Paul Lund's plan on Thursday.", "ann-lee", "paul-lund"),
    # a left-out subject, with a date of its own before the verb
    ("Ann Lee studied law, and in 1951 was arrested.", "ann-lee", ""),
    # whose thing does it, where nobody does it himself
    ("On Thursday Ann Lee's plan was rejected.", "ann-lee", ""),
    # a pronoun after somebody without a name is nobody named before
    ("Paul Lund slept. A spokesman said on Thursday that he would sign the plan.", "", ""),
    # what somebody did within a happening is his part in it
    ("Paul Lund repeated his views during an interview with a station on Thursday.", "paul-lund", ""),
    # company takes part
    ("On Thursday Premier Ann Lee visited Peru, accompanied by Mayor Paul Lund.", "ann-lee paul-lund", ""),
    # a region is nobody
    ("Texas said on Thursday that it had sued. Texas said no more.", "", ""),
]


@pytest.mark.parametrize(("text", "leaders", "named"), PEOPLE)
def test_people_who_took_part(text: str, leaders: str, named: str) -> None:
    mention = told(text)
    assert (" ".join(mention.leaders), " ".join(mention.named)) == (leaders, named)


TIMES = [
    # nobody acts before birth or after death
    ("Fidel Castro and Raúl Castro opened a school on Thursday.", "raul-castro", "fidel-castro"),
    ("Fidel Castro met Mao Zedong in 1890.", "", "fidel-castro mao-zedong"),
    ("Fidel Castro died in 2016.", "fidel-castro", ""),
    # who is named by office alone acts within the terms of it; by name at any time
    ("Xi Jinping slept. The Chinese president opened a school in 1999.", "", "xi-jinping"),
    ("Xi Jinping slept. The Chinese president opened a school in 2019.", "xi-jinping", ""),
    ("Xi Jinping opened a school in 1999.", "xi-jinping", ""),
]


@pytest.mark.parametrize(("text", "leaders", "named"), TIMES)
def test_everybody_acts_in_his_time(text: str, leaders: str, named: str) -> None:
    mention = told(text)
    assert (set(mention.leaders), set(mention.named)) == (set(leaders.split()), set(named.split()))


def test_an_id_does_not_hang_on_the_actors() -> None:
    from dataclasses import replace

    from loaders.rows import make_rows

    findings = extract(Document("d", "d.txt", "Peru accused Chile on Thursday.", published=PUBLISHED), VOCABULARY)
    bare = replace(findings, mentions=[replace(one, actors=(), sources=(), targets=()) for one in findings.mentions])
    ids = [[row["mention_id"] for row in make_rows(some, VOCABULARY)["mentions"]] for some in (findings, bare)]
    assert ids[0] == ids[1] != []
