"""The facts of data/vocabulary: what holds for every entry, who held which office when, what a broken file says."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from loaders.vocabulary import FOLDER, PLOVER, VocabularyError, load_vocabulary

VOCABULARY = load_vocabulary()
LEADERS = VOCABULARY.leaders
NO_ACCENT = str.maketrans("øØłŁđĐı", "oOlLdDi")


def slug(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.translate(NO_ACCENT))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")


def full_names(leader):
    return {leader.name, *(name for names in leader.names.values() for name in names)}


# Invariants


def test_the_files_hold_what_a_reader_expects():
    assert len(LEADERS) >= 150
    assert len(VOCABULARY.countries) >= 190
    assert len(VOCABULARY.bodies) >= 200
    assert 12 <= len(VOCABULARY.topics) <= 24
    assert 20 <= len(VOCABULARY.kinds) <= 36
    assert "other" in VOCABULARY.kinds


def test_a_leader_id_is_the_slug_of_the_name():
    assert {leader.leader_id: slug(leader.name) for leader in LEADERS.values()} == {key: key for key in LEADERS}


@pytest.mark.parametrize("file", ["leaders", "offices", "countries", "bodies", "lives", "topics", "kinds"])
def test_ids_are_slugs_and_stand_once_in_their_file(file):
    ids = re.findall(r"^([^\s#][^:\n]*):", (FOLDER / f"{file}.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert ids == [slug(key) for key in ids]
    assert len(ids) == len(set(ids))


def test_no_two_leaders_share_a_full_name():
    bearers = defaultdict(set)
    for leader in LEADERS.values():
        for name in full_names(leader):
            bearers[slug(name) or name].add(leader.leader_id)
    assert {name: sorted(ids) for name, ids in bearers.items() if len(ids) > 1} == {}


def test_names_are_written_with_and_without_accents():
    for leader in LEADERS.values():
        latin = {name for name in full_names(leader) | set(leader.short) if slug(name)}
        without = {"".join(c for c in unicodedata.normalize("NFKD", n) if not unicodedata.combining(c)) for n in latin}
        assert {name.translate(NO_ACCENT) for name in without} <= {name.translate(NO_ACCENT) for name in latin}


def test_short_names_are_parts_of_a_person_not_whole_lists():
    for leader in LEADERS.values():
        assert leader.short
        assert len(set(leader.short)) == len(leader.short)
        assert all(len(short) > 1 for short in leader.short)


def test_nobody_holds_an_office_at_the_same_time_as_another_person():
    terms = defaultdict(list)
    for leader in LEADERS.values():
        for term in leader.terms:
            assert term.start is not None
            terms[term.office_id].append((term.start, term.end or date.max, leader.leader_id))
    for office_id, held in terms.items():
        overlaps = [(a, b) for a, b in pairwise(sorted(held)) if b[0] < a[1]]
        assert VOCABULARY.offices[office_id].shared or overlaps == []


def test_every_office_and_country_has_a_name_in_each_language():
    for office in VOCABULARY.offices.values():
        assert set(office.titles) == {"en", "es", "zh"}
        assert all(title == title.strip() for titles in office.titles.values() for title in titles)
    for country in VOCABULARY.countries.values():
        assert set(country.names) == {"en", "es", "zh"}


def test_nobody_dies_before_birth_or_holds_an_office_outside_life():
    for leader_id, (born, died) in VOCABULARY.lives.items():
        years = [day.year for term in LEADERS[leader_id].terms for day in (term.start, term.end) if day]
        assert all(born + 18 <= year for year in years)
        assert died is None or (born < died and all(year <= died for year in years)), leader_id


def test_no_two_countries_or_bodies_share_a_name():
    for language in ("en", "es", "zh"):
        bodies = [name for body in VOCABULARY.bodies.values() for name in body.names.get(language, ())]
        names = [name for country in VOCABULARY.countries.values() for name in country.names[language]] + bodies
        assert sorted(names) == sorted(set(names))


def test_topic_terms_are_lower_case_and_belong_to_one_topic():
    for language in ("en", "es", "zh"):
        terms = [term for topic in VOCABULARY.topics.values() for term in topic.terms[language]]
        assert [term for term in terms if term != term.lower()] == []
        assert sorted(terms) == sorted(set(terms))
        assert all("*" not in term[:-1] for term in terms)


def topics_of(words: str) -> set[str]:
    """Topics with an English term in the words, a term being whole words and a trailing * any ending."""
    return {
        topic.topic_id
        for topic in VOCABULARY.topics.values()
        for term in topic.terms["en"]
        if re.search(rf"\b{re.escape(term.rstrip('*'))}{'' if term.endswith('*') else chr(92) + 'b'}", words.lower())
    }


@pytest.mark.parametrize(
    "words",
    [
        "both sides agreed that cooperation between the two countries was important",
        "police began to investigate the man who sat on the river bank",
        "Secretary Rice met the novel's author in May",
        "he was credited with the idea",
        "the relations of the two neighbours are good",
        "the president will visit the region next week and hold talks",
        "his speech fueled tensions",
    ],
)
def test_words_that_show_no_topic(words):
    assert topics_of(words) == set()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tariffs on imports and foreign investment", {"trade-and-investment"}),
        ("no outside power may interfere in its internal affairs", {"sovereignty-and-non-interference"}),
        ("an end to the economic blockade", {"embargo-and-sanctions"}),
        ("doses of the vaccine against the coronavirus", {"health"}),
        ("the one-China principle and Taiwan", {"core-interests"}),
        ("the Belt and Road Initiative", {"belt-and-road"}),
        ("solar parks to end the blackouts", {"energy-and-climate"}),
        ("the wheat harvest", {"agriculture-and-food"}),
        ("an undersea cable and 5G", {"technology-and-telecommunications"}),
        ("a new railway to the port of Mariel", {"infrastructure-and-transport"}),
        ("an eavesdropping station", {"intelligence-and-security"}),
        ("warships and missiles", {"military-and-defence"}),
        ("Marxism and the party congress", {"party-and-ideology"}),
        ("the release of political prisoners", {"human-rights"}),
        ("scholarships at the Confucius Institute", {"culture-and-education"}),
        ("a line of credit to restructure the debt", {"debt-and-finance"}),
        ("the General Assembly and the BRICS", {"multilateral-bodies"}),
        ("the new ambassador presented his credentials", {"diplomatic-relations"}),
        ("asylum for migrants", {"migration"}),
        ("the hurricane and the earthquake", {"disasters-and-relief"}),
        ("hotels in Varadero", {"tourism"}),
    ],
)
def test_words_that_show_a_topic(words, expected):
    assert topics_of(words) == expected


def test_kinds_follow_plover():
    used = {kind.plover for kind in VOCABULARY.kinds.values()}
    assert used == set(PLOVER)


# Who held which office on a day: at the edges of terms, where off-by-one errors live

HELD = [
    ("president-of-cuba", "1959-06-01", "manuel-urrutia"),
    ("president-of-cuba", "1960-09-28", "osvaldo-dorticos"),
    ("president-of-cuba", "1976-12-02", "fidel-castro"),
    ("president-of-cuba", "2008-02-23", "fidel-castro"),
    ("acting-president-of-cuba", "2007-01-01", "raul-castro"),
    ("president-of-cuba", "2008-02-24", "raul-castro"),
    ("president-of-cuba", "2018-04-18", "raul-castro"),
    ("president-of-cuba", "2018-04-19", "miguel-diaz-canel"),
    ("president-of-cuba", "2020-09-28", "miguel-diaz-canel"),
    ("prime-minister-of-cuba", "1960-09-28", "fidel-castro"),
    ("prime-minister-of-cuba", "1990-01-01", None),
    ("prime-minister-of-cuba", "2020-09-28", "manuel-marrero-cruz"),
    ("first-secretary-of-the-communist-party-of-cuba", "2020-09-28", "raul-castro"),
    ("first-secretary-of-the-communist-party-of-cuba", "2021-08-30", "miguel-diaz-canel"),
    ("foreign-minister-of-cuba", "2023-08-23", "bruno-rodriguez"),
    ("president-of-the-national-assembly-of-cuba", "2022-11-25", "esteban-lazo"),
    ("president-of-china", "1960-09-28", "liu-shaoqi"),
    ("president-of-china", "2004-11-22", "hu-jintao"),
    ("president-of-china", "2013-03-13", "hu-jintao"),
    ("president-of-china", "2013-03-14", "xi-jinping"),
    ("vice-president-of-china", "2011-06-05", "xi-jinping"),
    ("premier-of-china", "1960-09-28", "zhou-enlai"),
    ("premier-of-china", "2022-11-25", "li-keqiang"),
    ("premier-of-china", "2023-03-10", "li-keqiang"),
    ("premier-of-china", "2023-03-11", "li-qiang"),
    ("chairman-of-the-national-peoples-congress-of-china", "2022-11-25", "li-zhanshu"),
    ("chairman-of-the-national-peoples-congress-of-china", "2023-08-23", "zhao-leji"),
    ("foreign-minister-of-china", "2022-11-25", "wang-yi"),
    ("foreign-minister-of-china", "2023-06-01", "qin-gang"),
    ("foreign-minister-of-china", "2023-08-23", "wang-yi"),
    ("general-secretary-of-the-communist-party-of-china", "1995-11-30", "jiang-zemin"),
    ("president-of-ecuador", "2021-08-30", "guillermo-lasso"),
    ("president-of-south-africa", "2023-08-23", "cyril-ramaphosa"),
    ("president-of-algeria", "2022-11-16", "abdelmadjid-tebboune"),
    ("president-of-turkey", "2022-11-23", "recep-tayyip-erdogan"),
    ("president-of-russia", "2010-01-01", "dmitry-medvedev"),
    ("president-of-russia", "2022-11-22", "vladimir-putin"),
    ("president-of-the-united-states", "1960-09-28", "dwight-eisenhower"),
    ("president-of-the-united-states", "2014-12-17", "barack-obama"),
    ("president-of-the-united-states", "2025-01-20", "donald-trump"),
    ("secretary-of-state-of-the-united-states", "2015-08-14", "john-kerry"),
    ("secretary-general-of-the-united-nations", "1992-11-24", "boutros-boutros-ghali"),
    ("pope", "1998-01-21", "pope-john-paul-ii"),
    ("pope", "2005-04-10", None),
    ("pope", "2015-09-20", "pope-francis"),
    ("president-of-brazil", "2010-01-01", "luiz-inacio-lula-da-silva"),
    ("president-of-brazil", "2022-12-31", "jair-bolsonaro"),
    ("president-of-venezuela", "2004-12-14", "hugo-chavez"),
    ("president-of-mexico", "2019-01-01", "andres-manuel-lopez-obrador"),
    ("president-of-bolivia", "2021-08-30", "luis-arce"),
    ("general-secretary-of-the-communist-party-of-vietnam", "2018-03-29", "nguyen-phu-trong"),
]


@pytest.mark.parametrize(("office_id", "day", "expected"), HELD)
def test_who_held_the_office(office_id, day, expected):
    holders = [key for key, leader in LEADERS.items() if office_id in leader.offices_on(date.fromisoformat(day))]
    assert holders == ([expected] if expected else [])


NAMED = [
    ("Miguel Diaz-Canel", "miguel-diaz-canel"),
    ("Miguel Díaz-Canel Bermúdez", "miguel-diaz-canel"),
    ("迪亚斯-卡内尔", "miguel-diaz-canel"),
    ("Raul Castro Ruz", "raul-castro"),
    ("劳尔·卡斯特罗", "raul-castro"),
    ("Manuel Marrero", "manuel-marrero-cruz"),
    ("习近平", "xi-jinping"),
    ("栗战书", "li-zhanshu"),
    ("Mao Tse-tung", "mao-zedong"),
    ("Ernesto Guevara", "che-guevara"),
    ("Vladímir Putin", "vladimir-putin"),
    ("Tayyip Erdogan", "recep-tayyip-erdogan"),
    ("Papa Francisco", "pope-francis"),
    ("Guillermo Lasso Mendoza", "guillermo-lasso"),
]


@pytest.mark.parametrize(("name", "expected"), NAMED)
def test_whose_name_it_is(name, expected):
    assert [key for key, leader in LEADERS.items() if name in full_names(leader)] == [expected]


# A broken file says which file, which entry, and what is allowed

SOUND = {
    "countries": {"atlantis": {"names": {"en": ["Atlantis"]}}},
    "offices": {"president-of-atlantis": {"country": "atlantis", "titles": {"en": ["president"]}}},
    "leaders": {
        "ann-example": {
            "name": "Ann Example",
            "short": ["Example"],
            "gender": "f",
            "country": "atlantis",
            "offices": [{"office": "president-of-atlantis", "from": date(2001, 1, 1), "to": date(2005, 1, 1)}],
        }
    },
    "topics": {"trade": {"label": "Trade", "terms": {"en": ["trade"]}}},
    "kinds": {"visit": {"label": "Visit", "plover": "CONSULT"}},
    "lives": {"ann-example": {"born": 1950, "died": 2020}},
    "bodies": {"navy": {"names": {"en": ["Atlantean Navy"]}, "country": "atlantis"}},
}


def write_vocabulary(folder: Path, file: str = "", entry: object = None) -> Path:
    for name, entries in SOUND.items():
        content = {**entries, **entry} if name == file else entries
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return folder


def leader(**changes):
    return {"ann-example": {**SOUND["leaders"]["ann-example"], **changes}}


BROKEN = [
    ("leaders", leader(gender="x"), ["leaders.yaml, ann-example", "'x'", "m and f"]),
    ("leaders", leader(country="mu"), ["leaders.yaml, ann-example", "'mu'", "countries.yaml"]),
    ("leaders", leader(offices=[{"office": "queen"}]), ["leaders.yaml, ann-example", "'queen'", "offices.yaml"]),
    ("leaders", leader(offices=["queen"]), ["leaders.yaml, ann-example", "'queen'", "office:"]),
    ("leaders", leader(short=[True]), ["leaders.yaml, ann-example", "short", "True", "quotation marks"]),
    ("leaders", leader(names=["Ann"]), ["leaders.yaml, ann-example", "names", "by language"]),
    ("leaders", leader(nmaes={}), ["leaders.yaml, ann-example", "'nmaes'", "allowed are name"]),
    ("leaders", {"bob": {"gender": "m"}}, ["leaders.yaml, bob", "'name' is missing"]),
    ("leaders", {"bob": None}, ["leaders.yaml, bob", "None", "expected the fields"]),
    (
        "leaders",
        leader(offices=[{"office": "president-of-atlantis", "from": "May 2001"}]),
        ["leaders.yaml, ann-example", "'May 2001'", "2013-03-14"],
    ),
    (
        "leaders",
        leader(offices=[{"office": "president-of-atlantis", "from": date(2005, 1, 1), "to": date(2001, 1, 1)}]),
        ["leaders.yaml, ann-example", "2001-01-01", "2005-01-01"],
    ),
    ("offices", {"king": {"country": "mu", "titles": {"en": ["king"]}}}, ["offices.yaml, king", "'mu'"]),
    ("offices", {"king": {"country": "atlantis"}}, ["offices.yaml, king", "'titles' is missing"]),
    ("countries", {"mu": {"names": {"en": [1]}}}, ["countries.yaml, mu", "names", "1 is not text"]),
    ("countries", {"mu": {"names": {"en": ["Mu"]}, "kind": "sea"}}, ["countries.yaml, mu", "'sea'", "organisation"]),
    ("bodies", {"fleet": {"names": {"en": ["Fleet"]}, "country": "mu"}}, ["bodies.yaml, fleet", "'mu'"]),
    ("bodies", {"atlantis": {"names": {"en": ["Atlantis"]}}}, ["bodies.yaml, atlantis", "country or leader"]),
    ("lives", {"bob": {"born": 1950}}, ["lives.yaml, bob", "leaders.yaml"]),
    ("topics", {"war": {"label": "War"}}, ["topics.yaml, war", "'terms' is missing"]),
    ("kinds", {"war": {"label": "War", "plover": "FIGHT"}}, ["kinds.yaml, war", "'FIGHT'", "CONSULT"]),
]


def test_a_sound_vocabulary_loads(tmp_path):
    vocabulary = load_vocabulary(write_vocabulary(tmp_path))
    assert vocabulary.leaders["ann-example"].offices_on(date(2004, 12, 31)) == ("president-of-atlantis",)
    assert vocabulary.leaders["ann-example"].offices_on(date(2005, 1, 1)) == ()


@pytest.mark.parametrize(("file", "entry", "said"), BROKEN)
def test_a_broken_entry_is_named(tmp_path, file, entry, said):
    with pytest.raises(VocabularyError) as error:
        load_vocabulary(write_vocabulary(tmp_path, file, entry))
    assert [words for words in said if words not in str(error.value)] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: [", "not valid YAML"),
        ("- a\n- b", "expected a mapping"),
        ("", "expected a mapping"),
        (None, "no such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, content, said):
    path = write_vocabulary(tmp_path) / "topics.yaml"
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=f"topics.yaml: .*{said}"):
        load_vocabulary(tmp_path)
