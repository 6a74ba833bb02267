"""What a cue governs: the clause or phrase that it attributes, and to whom.

Three ways of attributing are told apart: content after the cue ("Ruiz said that …"), content around it ("…, Ruiz
said, …"), and a source named with a phrase ("according to Ruiz, …").
"""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.speech.around import main_clause, opens_within, quotes_words, words_around, words_before
from loaders.extract.speech.clauses import clause_subject
from loaders.extract.speech.content import content_end, holds_words, last_word, noun_content_end
from loaders.extract.speech.cues import CLAUSAL, FINITE, GERUND, Cue, find_cues
from loaders.extract.speech.deeds import only_does, only_visits
from loaders.extract.speech.headlines import FEWEST, is_headline, named_before_colon
from loaders.extract.speech.opening import content_start, is_comma, with_negation
from loaders.extract.speech.phrases import Speaker, phrase_ending
from loaders.extract.speech.sources import read_account, read_agent, read_own_words, read_poll, read_source
from loaders.extract.speech.statement import Statement
from loaders.extract.speech.stretch import Reading, Stretch, is_break
from loaders.extract.speech.subjects import accompanying, subject_after, subject_before
from loaders.extract.speech.verbs import finite_verb, has_subject, in_relative_clause, is_verb

_COMMAS = frozenset(",，、")
_INVERTED = frozenset({"speak", "bare"})
"""Cues that may stand before their subject ("said Ruiz")."""
_OUTER = frozenset({"speak", "tell", "show"})
"""Cues that may tell what another tells."""


def find_statements(reading: Reading, stretch: Stretch) -> list[Statement]:
    """What the cues of one stretch attribute, in order."""
    positions = {item: at for at, item in enumerate(stretch.items)}
    titled = is_headline(reading, stretch)
    cues = find_cues(reading.tokens, [item for item in stretch.items if item >= 0], reading.words, titled)
    found: list[Statement] = []
    told = _read_headline(reading, stretch)
    if told:
        return [told]
    for cue in cues:
        if cue.first not in positions or cue.last not in positions:
            # A sentence of more than four hundred words is cut, and a cue of two words may straddle the cut.
            continue
        if not found and _opens_question(reading, stretch, cue, positions):
            found += _read_question(reading, stretch, cue, cues, positions)
            continue
        statement = _read_cue(reading, stretch, cue, positions[cue.first], positions[cue.last], found)
        if statement is None and not found and cue.form == GERUND and positions[cue.first] <= 1:
            statement = _read_opening(reading, stretch, cue, cues, positions)
        if statement:
            found.append(_second_hand(reading, stretch, statement))
            continue
        outer = _read_outer(reading, stretch, cue, positions[cue.first], positions[cue.last], found)
        if outer:
            found[-1] = _ending_before(reading, stretch, found[-1], outer.speaker)
            found.append(outer)
    readers = () if found else (read_own_words, read_account, read_poll)
    return next(([told] for read in readers if (told := read(reading, stretch))), found)


def _read_outer(
    reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int, earlier: list[Statement]
) -> Statement | None:
    """ "The port is said to be full, Ruiz said.": a cue after the words of another, which it tells in their turn."""
    if not earlier or cue.form == GERUND or not cue.groups & _OUTER:
        return None
    after, _ = content_start(reading, stretch, cue, last + 1)
    ends = is_comma(reading, stretch, after) or not holds_words(reading, stretch, after)
    speaker = subject_before(reading, stretch, first) if ends and is_verb(reading, stretch, cue, first) else None
    if speaker is None or speaker.at < 1 or not is_comma(reading, stretch, speaker.at - 1):
        return None
    contents = words_around(reading, stretch, speaker.at, after)
    return Statement(cue, speaker, contents, "after the words") if contents else None


def _second_hand(reading: Reading, stretch: Stretch, statement: Statement) -> Statement:
    """ "“We stay,” Ruiz quoted Paz as saying.": the words are those of whom the speaker quotes."""
    words, at = reading.words, stretch.items.index(statement.cue.last) + 1
    if reading.lower(statement.cue.last) not in words.quoting:
        return statement
    quoted = subject_after(reading, stretch, at)
    if quoted is None or quoted.person is None:
        return statement
    last = reading.tokens.first_from(quoted.span[1]) - 1
    rest = [reading.lower(item) for item in stretch.items[stretch.items.index(last) + 1 :][:2]]
    told = next((word for word in rest if word not in words.as_told), "")
    groups, form = words.single.get(told, (frozenset(), ""))
    if form != GERUND or not groups & CLAUSAL:
        return statement
    return replace(statement, speaker=quoted, how="whom the speaker quotes")


def _ending_before(reading: Reading, stretch: Stretch, statement: Statement, speaker: Speaker | None) -> Statement:
    """The statement without what stands from the speaker of the next one on."""
    at = speaker.at if speaker else len(stretch.items)
    kept = [(start, last_word(reading, stretch, start, min(end, at - 1))) for start, end in statement.contents]
    return replace(statement, contents=tuple((start, end) for start, end in kept if start <= end))


def _read_headline(reading: Reading, stretch: Stretch) -> Statement | None:
    """ "Ruiz: Bridge Must Be Built": what follows a name and a colon at the start of a paragraph."""
    named = named_before_colon(reading, stretch) if stretch.opens else None
    if named is None:
        return None
    speaker, colon = named
    end = last_word(reading, stretch, colon + 1)
    if end - colon < FEWEST or quotes_words(stretch, colon, end):
        return None
    cue = Cue(stretch.items[colon], stretch.items[colon], CLAUSAL, FINITE)
    return Statement(cue, speaker, ((colon + 1, end),), "before a colon")


def _opens_question(reading: Reading, stretch: Stretch, cue: Cue, positions: dict[int, int]) -> bool:
    """Whether the stretch opens with a question told without its asker ("Asked whether …, Ruiz said …")."""
    if reading.lower(cue.first) not in reading.words.asked or positions[cue.first] > 1:
        return False
    start, _ = content_start(reading, stretch, cue, positions[cue.last] + 1)
    return start < len(stretch.items) and reading.lower(stretch.items[start]) in reading.words.questions


def _read_question(
    reading: Reading, stretch: Stretch, cue: Cue, cues: list[Cue], positions: dict[int, int]
) -> list[Statement]:
    """The question, by nobody named, up to the comma before the one who answers."""
    answer = _read_opening(reading, stretch, cue, cues, positions)
    return [replace(answer, speaker=None, how="nobody is named")] if answer and answer.contents else []


def _read_opening(
    reading: Reading, stretch: Stretch, cue: Cue, cues: list[Cue], positions: dict[int, int]
) -> Statement | None:
    """ "Noting that …, Ruiz said …": a participle takes the subject of the next verb of saying."""
    for following in cues:
        if following.first <= cue.last or following.form == GERUND or "source" in following.groups:
            continue
        speaker = subject_before(reading, stretch, positions[following.first])
        comma = speaker.at - 1 if speaker else -1
        if (
            speaker
            and comma > 0
            and stretch.items[comma] >= 0
            and reading.tokens.words[stretch.items[comma]] in _COMMAS
        ):
            start, addressee = content_start(reading, stretch, cue, positions[cue.last] + 1)
            contents = ((start, comma - 1),) if holds_words(reading, stretch, start) and start < comma else ()
            return Statement(cue, speaker, contents, "the subject of the verb that follows", addressee)
    return None


def _read_cue(
    reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int, earlier: list[Statement]
) -> Statement | None:
    if "source" in cue.groups:
        inside = earlier and any(start <= first <= end for start, end in earlier[-1].contents)
        if (
            inside
            and last + 1 < len(stretch.items)
            and reading.lower(stretch.items[last + 1]) in reading.words.possessives
        ):
            return None  # "Ruiz said that according to her analysis …": Ruiz
        return read_source(reading, stretch, cue, first, last)
    if only_visits(reading, stretch, cue, last):
        return None
    if "noun" in cue.groups:
        noun = _read_noun(reading, stretch, cue, first, last, earlier)
        if noun or reading.lower(cue.first) not in reading.words.single:
            return noun
        # "She hopes that …", "…, warning that …"
        cue, last = Cue(cue.first, cue.first, *reading.words.single[reading.lower(cue.first)]), first
    agent = read_agent(reading, stretch, cue, last)
    if agent or not is_verb(reading, stretch, cue, first):
        return agent
    if earlier and any(start <= first <= end for start, end in earlier[-1].contents):
        return None
    relative = in_relative_clause(reading, stretch, first)
    start, addressee = content_start(reading, stretch, cue, last + 1)
    if relative and not cue.groups & CLAUSAL and not quotes_words(stretch, start, start + 1):
        return None
    verb = finite_verb(reading, stretch, first)
    speaker = subject_before(reading, stretch, verb) if has_subject(reading, stretch, cue, first) else None
    how = "before the cue"
    if speaker is None and cue.form == FINITE and _follows_words(reading, stretch, first) and cue.groups & _INVERTED:
        inverted = subject_after(reading, stretch, last + 1)
        if inverted:
            before = words_before(reading, stretch, first)
            if not cue.groups - {"bare"} and not quotes_words(stretch, 0, first):
                return None
            return Statement(cue, inverted, before, "after the cue") if before else None
    if speaker is None:
        beside = accompanying(reading, stretch, first) if cue.form == GERUND else None
        speaker, how = (
            (beside, "before the participle") if beside else _shared_subject(reading, stretch, first, earlier, cue)
        )
        if speaker is None and cue.form == GERUND and _quotation_at(stretch, start):
            speaker, how = phrase_ending(reading, stretch, first - 1), "before the participle"
        elif speaker is None:
            return None
    if ("object" not in cue.groups or cue.groups & CLAUSAL) and (cue.form != GERUND or how == "before the cue"):
        beside_words = speaker and _after_quotation(stretch, speaker) and not relative
        around = words_around(reading, stretch, speaker.at, start) if speaker and beside_words else ()
        if around:
            return Statement(cue, speaker, around, how, addressee)
    main = main_clause(reading, stretch, speaker, start)
    if main:
        return Statement(cue, speaker, (main,), how, addressee)
    if holds_words(reading, stretch, start) and _takes(reading, stretch, cue, start, speaker):
        start = with_negation(reading, stretch, start)
        within = relative or opens_within(reading, stretch, speaker)
        end = content_end(reading, stretch, start, cue, within)
        if end >= start and only_does(reading, stretch, cue, start, end):
            return None
        contents: tuple[tuple[int, int], ...] = ((start, end),) if end >= start else ()
        return Statement(cue, speaker, contents, how, addressee)
    if speaker is None or cue.form == GERUND:
        return Statement(cue, speaker, (), how, addressee)
    around = words_around(reading, stretch, speaker.at, start) if cue.groups & CLAUSAL and not relative else ()
    if not cue.groups - {"bare"} and not any(
        item < 0 for first, last in around for item in stretch.items[first : last + 1]
    ):
        around = ()
    return Statement(cue, speaker, around, how, addressee)


def _takes(reading: Reading, stretch: Stretch, cue: Cue, start: int, speaker: Speaker | None) -> bool:
    """Whether the cue can govern what begins at the position: no verb, and after some only "that" or a quotation."""
    if reading.lower(stretch.items[start]) in reading.words.auxiliaries:
        # "What they agreed should be done": the words before the cue; but "a note that he said was lost".
        before = stretch.items[speaker.at - 1] if speaker and speaker.at > 0 else -1
        return bool(cue.groups - {"bare"}) and reading.lower(before) in reading.words.relatives
    if cue.groups - {"bare"} or stretch.items[start] < 0:
        return True
    return reading.lower(stretch.items[start]) in reading.words.that


def _read_noun(
    reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int, earlier: list[Statement]
) -> Statement | None:
    """ "His claim that …": the speaker is whose claim it is, else the subject of the clause."""
    if earlier and any(start <= first <= end for start, end in earlier[-1].contents):
        return None
    speaker = _owner(reading, stretch, first)
    if speaker is None:
        return None
    end = noun_content_end(reading, stretch, last, cue)
    return Statement(cue, speaker, ((last, end),), "whose words the noun names") if end > last else None


def _owner(reading: Reading, stretch: Stretch, first: int) -> Speaker | None:
    """The possessor a few words before a noun ("Ruiz's frequent claim", "her claim")."""
    for at in range(first - 1, max(-1, first - 4), -1):
        item = stretch.items[at]
        if item < 0 or is_break(reading, item):
            return None
        if reading.lower(item) in reading.words.owners:
            return Speaker((reading.start_of(item), reading.end_of(item)), pronoun=reading.lower(item), at=at)
        if reading.tokens.possessive[item] and reading.person_at[item] >= 0:
            mention = reading.people[reading.person_at[item]]
            return Speaker((mention.start, mention.end), mention, at=at)
    return None


def _follows_words(reading: Reading, stretch: Stretch, first: int) -> bool:
    """Whether the cue stands right after a quotation or a comma."""
    if first == 0:
        return False
    item = stretch.items[first - 1]
    return item < 0 or reading.tokens.words[item] in _COMMAS


def _shared_subject(
    reading: Reading, stretch: Stretch, first: int, earlier: list[Statement], cue: Cue
) -> tuple[Speaker | None, str]:
    """The subject that a participle, an infinitive or a second verb shares with its clause."""
    if cue.form == GERUND and first <= 1:
        return None, ""
    for statement in reversed(earlier):
        if statement.speaker and not (statement.speaker.at > first):
            return statement.speaker, "the subject of the verb before"
    return clause_subject(reading, stretch, first), "the subject of the clause"


def _quotation_at(stretch: Stretch, at: int) -> bool:
    return at < len(stretch.items) and stretch.items[at] < 0


def _after_quotation(stretch: Stretch, speaker: Speaker) -> bool:
    return speaker.at > 0 and stretch.items[speaker.at - 1] < 0
