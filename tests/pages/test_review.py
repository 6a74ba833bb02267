"""The page Review: what is asked, what each key does, and that it is undone and not asked again."""

from __future__ import annotations

import pytest

from loaders.decisions.log import read_log
from loaders.tables.store import read_tables
from tests.pages.test_corrections import open_page, said

TEXTS = {
    "bus.txt": "A bus falls\n4 March 2023\n\nAt least 12 people were killed when a bus fell from the pier in Norvik on "
    "2 March. Bo Lund was arrested on 5 October. “Nobody asked us,” read a banner.\n",
    "toll.txt": "The toll\n5 March 2023\n\nAt least 15 people were killed when a bus fell from the pier in Norvik on "
    "2 March. “We were told,” he said.\n",
    "undated.txt": "A reading\n\nAna Ruiz opened the library of Norvik on Monday.\n",
}


def answer(app, key: str):
    """What the key does; the label of its button."""
    button = app.button(key={"s": "save-skip", "u": "save-undo"}.get(key, f"save-answer-{key}"))
    label = button.label
    button.click().run()
    assert not app.exception, app.exception
    return label


QUESTIONS = [
    # the kind, the question, the key and what it does, the field that is decided
    ("undated", "When was this published?", "y", "It has no date", "right"),
    ("differ", "Do the documents contradict each other?", "1", "12 is right", "differ"),
    ("differ", "Do the documents contradict each other?", "n", "No conflict", "differ"),
    ("date", "Is this the right date?", "y", "Date is right", "right"),
    ("date", "Is this the right date?", "h", "Hide", "hidden"),
    ("speaker", "Who said this?", "y", "Nobody is named", "right"),
    ("person", "Is “Bo Lund” a person?", "y", "Yes", "right"),
    ("person", "Is “Bo Lund” a person?", "h", "No, take out", "hidden"),
    ("words", "“Monday” was not placed in time. Rightly?", "y", "Rightly left open", "right"),
]


@pytest.mark.parametrize(("kind", "question", "key", "does", "field"), QUESTIONS)
def test_a_key_answers_and_another_takes_it_back(folder, kind, question, key, does, field):
    app = open_page("review", doubt=kind)
    for _ in range(4):
        if question in said(app):
            break
        answer(app, "s")
    asked = said(app)
    assert question in asked and "Why it is asked:" in asked
    assert answer(app, key) == does
    decisions = read_log(folder).decisions
    assert {one.field for one in decisions} == {field}
    assert question not in said(app) or kind in ("speaker", "person", "date")
    waiting = int(app.button(key="check").label.split()[1])
    answer(app, "u")
    assert int(app.button(key="check").label.split()[1]) == waiting + 1
    assert question in said(app)


def test_what_is_skipped_comes_back_when_asked_for(folder):
    app = open_page("review", doubt="undated")
    answer(app, "s")
    assert "You have gone through these" in said(app)
    answer(app, "u")
    assert "When was this published?" in said(app)
    answer(app, "s")
    [again] = [button for button in app.button if button.key == "again"]
    again.click().run()
    assert "When was this published?" in said(app)
    assert not read_log(folder).entries


def test_e_unfolds_the_form(folder):
    app = open_page("review", doubt="undated")
    assert answer(app, "e") == "Give its date"
    assert "Published" in [field.label for field in app.text_input]


def test_the_programs_own_suggestion_is_kept_beside_the_answer(folder):
    app = open_page("review", doubt="date")
    answer(app, "y")
    [one] = read_log(folder).decisions
    assert one.new is True and "Bo Lund is arrested, 5 October 2022 (no year is written" in one.old
    assert "Found right: Bo Lund is arrested, 5 October 2022" in said(open_page("history"))


def test_of_sources_that_differ_the_one_that_is_right_is_said_and_the_filter_knows(folder):
    answer(open_page("review", doubt="differ"), "2")
    assert not any(read_tables(folder)["events"]["disputed"].map(len))
    [one] = read_log(folder).decisions
    assert one.new == {"about": "figures", "state": "checked", "version": "15"}
    assert "Sources differ: 12 / 15 → **checked, right is 15**" in said(open_page("history"))


def test_others_are_asked_nothing(folder, monkeypatch):
    monkeypatch.setenv("DATELINE_HOSTS", "news.example")
    assert "Others can reach this server" in said(open_page("review"))
    assert "save-skip" not in [button.key for button in open_page("review").button]


def test_a_random_check_is_judged_and_can_be_quoted(folder):
    app = open_page("review", doubt="check")
    app.button(key="save-draw").click().run()
    n = len(read_tables(folder)["events"])
    assert f"of {n:,} events" not in said(app)
    for key in ["n", "u", *"ny"][: n + 2]:
        app.button(key=f"save-check-{key}").click().run()
        assert not app.exception
    text = said(app)
    assert "What is missing of “" in text
    for _ in range(3):
        [missing] = [field for field in app.number_input if field.label == "Happenings that are missing"]
        missing.set_value(1)
        app.button(key="save-count").click().run()
    [quote] = app.code
    assert f"Of {n} events drawn at random from {n}" in quote.value
    assert "precision 50 % (95 % confidence interval 9–91 %, Wilson)" in quote.value
    assert (
        "In 3 documents of 3, drawn at random and read whole, 3 of 6 events had been found: recall 50 %" in quote.value
    )
    assert not read_log(folder).entries
