"""What a cue governs: the clause or phrase that it attributes, and to whom.

Three ways of attributing are told apart: content after the cue ("Ruiz said that …"), content around it ("…, Ruiz
said, …"), and a source named with a phrase ("according to Ruiz, …").
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extract.speech.cues import BASE, FINITE, GERUND, Cue, CueWords, find_cues
from loaders.extract.speech.stretch import Reading, Stretch
from loaders.extract.speech.subjects import Speaker, clause_subject, is_break, subject_after, subject_before

_COLONS = frozenset(":：")
_COMMAS = frozenset(",，、")
_STOPS = frozenset(".。")
_DASHES = frozenset("—–-")
_SPEECH = frozenset({"speak", "tell", "request", "object"})
_CLAUSAL = frozenset({"speak", "tell", "think", "show", "bare", "noun"})
"""Verbs that take a clause, and so can stand beside one."""
_REACH = 12
"""How far "on Friday in a statement" may go on before the words said."""


_ANY_CLAUSE = Cue(-1, -1, _CLAUSAL, FINITE)


@dataclass(frozen=True, slots=True)
class Statement:
    """What one cue attributes; positions are those of the stretch's items, both ends included."""

    cue: Cue
    speaker: Speaker | None
    contents: tuple[tuple[int, int], ...]
    how: str
    addressee: tuple[int, int] | None = None


def find_statements(reading: Reading, stretch: Stretch) -> list[Statement]:
    """What the cues of one stretch attribute, in order."""
    positions = {item: at for at, item in enumerate(stretch.items)}
    cues = find_cues(reading.tokens, [item for item in stretch.items if item >= 0], reading.words)
    found: list[Statement] = []
    for cue in cues:
        statement = _read_cue(reading, stretch, cue, positions[cue.first], positions[cue.last], found)
        if statement is None and not found and cue.form == GERUND and positions[cue.first] <= 1:
            statement = _read_opening(reading, stretch, cue, cues, positions)
        if statement:
            found.append(statement)
    return found


def _read_opening(
    reading: Reading, stretch: Stretch, cue: Cue, cues: list[Cue], positions: dict[int, int]
) -> Statement | None:
    """"Noting that …, Ruiz said …": a participle takes the subject of the next verb of saying."""
    for following in cues:
        if following.first <= cue.last or following.form == GERUND or "source" in following.groups:
            continue
        speaker = subject_before(reading, stretch, positions[following.first])
        comma = speaker.at - 1 if speaker else -1
        if speaker and comma > 0 and stretch.items[comma] >= 0 and reading.tokens.words[stretch.items[comma]] in _COMMAS:
            start, addressee = _content_start(reading, stretch, cue, positions[cue.last] + 1)
            contents = ((start, comma - 1),) if _holds_words(reading, stretch, start) and start < comma else ()
            return Statement(cue, speaker, contents, "the subject of the verb that follows", addressee)
    return None


def _read_cue(
    reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int, earlier: list[Statement]
) -> Statement | None:
    if "source" in cue.groups:
        return _read_source(reading, stretch, cue, first, last)
    if "noun" in cue.groups:
        return _read_noun(reading, stretch, cue, first, last, earlier)
    if not _is_verb(reading, stretch, cue, first):
        return None
    if earlier and any(start <= first <= end for start, end in earlier[-1].contents):
        return None
    if _in_relative_clause(reading, stretch, first) and not cue.groups & _CLAUSAL:
        return None
    start, addressee = _content_start(reading, stretch, cue, last + 1)
    speaker = None if cue.form == GERUND else subject_before(reading, stretch, first)
    how = "before the cue"
    if speaker is None and cue.form == FINITE and _follows_words(reading, stretch, first) and "speak" in cue.groups:
        inverted = subject_after(reading, stretch, last + 1)
        if inverted:
            before = _before(reading, stretch, first)
            return Statement(cue, inverted, before, "after the cue") if before else None
    if speaker is None:
        speaker, how = _shared_subject(reading, stretch, first, earlier, cue)
        if speaker is None and not _stands_alone(reading, stretch, cue, first, start):
            return None
    if "object" not in cue.groups or cue.groups & _CLAUSAL:
        around = _around(reading, stretch, speaker.at, start) if speaker and _after_quotation(stretch, speaker) else ()
        if around:
            return Statement(cue, speaker, around, how, addressee)
    if _holds_words(reading, stretch, start) and _takes(reading, stretch, cue, start):
        start = _with_negation(reading, stretch, start)
        end = _content_end(reading, stretch, start, cue)
        contents: tuple[tuple[int, int], ...] = ((start, end),) if end >= start else ()
        return Statement(cue, speaker, contents, how, addressee)
    if speaker is None or cue.form == GERUND:
        return Statement(cue, speaker, (), how, addressee)
    around = _around(reading, stretch, speaker.at, start) if cue.groups & _CLAUSAL else ()
    return Statement(cue, speaker, around, how, addressee)


def _takes(reading: Reading, stretch: Stretch, cue: Cue, start: int) -> bool:
    """Whether the cue can govern what begins at the position: some verbs take only "that" or a quotation."""
    if cue.groups - {"bare"} or stretch.items[start] < 0:
        return True
    return reading.lower(stretch.items[start]) in reading.words.that


def _with_negation(reading: Reading, stretch: Stretch, start: int) -> int:
    """Where an infinitive begins with its "not" ("vowed not to yield")."""
    words = reading.words
    negated = start > 0 and reading.lower(stretch.items[start - 1]) in words.negation
    return start - 1 if negated and reading.lower(stretch.items[start]) in words.infinitive else start


def _read_noun(
    reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int, earlier: list[Statement]
) -> Statement | None:
    """"His claim that …": the speaker is whose claim it is, else the subject of the clause."""
    if earlier and any(start <= first <= end for start, end in earlier[-1].contents):
        return None
    speaker = _owner(reading, stretch, first)
    if speaker is None:
        return None
    end = _content_end(reading, stretch, last, cue)
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


def _in_relative_clause(reading: Reading, stretch: Stretch, first: int) -> bool:
    """Whether the cue's subject is a relative pronoun."""
    before = first - 1
    while before > 0 and reading.lower(stretch.items[before]) in reading.words.adverbs | reading.words.auxiliaries:
        before -= 1
    return before >= 0 and reading.lower(stretch.items[before]) in reading.words.relatives


def _is_verb(reading: Reading, stretch: Stretch, cue: Cue, first: int) -> bool:
    """Whether the word is a verb here and not a noun ("the report"), and active and not passive ("was called")."""
    words = reading.words
    before = first - 1
    while before > 0 and stretch.items[before] >= 0 and _passed_over(reading, stretch.items[before]):
        before -= 1
    if before < 0 or stretch.items[before] < 0:
        return cue.form != BASE
    item = stretch.items[before]
    word = reading.lower(item)
    if reading.tokens.possessive[item] and word not in words.pronouns:
        return False
    if word in words.passive and cue.form == FINITE:
        return False
    if cue.form == GERUND:
        return word not in words.determiners
    if word in words.determiners and word not in words.relatives and word not in words.indefinite:
        return False
    if word in words.prepositions and word not in words.modals and word not in words.clauses:
        return False
    if reading.lower(cue.first) in words.also_nouns:
        return reading.person_at[item] >= 0 or word in words.pronouns or word in words.relatives or word in words.modals
    if cue.form == BASE:
        subject = word in words.modals or word in words.auxiliaries or word in words.pronouns or word in words.relatives
        return subject or (bool(cue.groups & _CLAUSAL) and reading.person_at[item] < 0 and word[0].isalpha())
    return True


def _passed_over(reading: Reading, item: int) -> bool:
    """Adverbs and their commas stand between a subject and its verb."""
    return reading.lower(item) in reading.words.adverbs or reading.tokens.words[item] in _COMMAS


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


def _content_start(
    reading: Reading, stretch: Stretch, cue: Cue, at: int
) -> tuple[int, tuple[int, int] | None]:
    """Where the words that were said begin, after a listener and an occasion; and who listened."""
    items, words = stretch.items, reading.words
    addressee = None
    if _may_name_listener(reading, stretch, cue, at):
        end = _listener_end(reading, stretch, at)
        asked = end < len(items) and items[end] >= 0 and reading.lower(items[end]) in words.infinitive
        if "request" in cue.groups and asked:
            return at, (at, end - 1)
        addressee, at = (at, end - 1), end
    while at < len(items) and items[at] >= 0:
        word = reading.lower(items[at])
        if word in words.that or word in words.questions:
            break
        if word in words.infinitive and _opens_infinitive(reading, stretch, at):
            break
        if _is_time(reading, stretch, at):
            at += 2
        elif word in words.adverbs:
            at += 1
        elif word in words.prepositions:
            after = _occasion_end(reading, stretch, at)
            if after is None:
                break
            at = after
        else:
            break
    if at + 1 < len(items) and items[at] >= 0:
        mark = reading.tokens.words[items[at]]
        if mark in _COLONS or (mark in _COMMAS and items[at + 1] < 0):
            return at + 1, addressee
    return at, addressee


def _may_name_listener(reading: Reading, stretch: Stretch, cue: Cue, at: int) -> bool:
    """Whether the words after a cue can be whom it was said to ("told reporters", "asked the minister whether")."""
    items, words = stretch.items, reading.words
    if "tell" not in cue.groups or at >= len(items) or is_break(reading, items[at]):
        return False
    word = reading.lower(items[at])
    if word in words.that or word in words.questions or word in words.prepositions:
        return False
    return "speak" not in cue.groups or "request" in cue.groups or not _opens_clause(reading, items[at])


def _opens_infinitive(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "to" opens what was promised and not the listener's name ("to push on", "to the press")."""
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    return (
        following >= 0
        and not reading.tokens.capital[following]
        and reading.lower(following) not in reading.words.determiners | reading.words.occasions
        and reading.person_at[following] < 0
    )


def _is_time(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "this week" or "last Friday" stands at the position."""
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    words = reading.words
    return following >= 0 and reading.lower(stretch.items[at]) in words.near and reading.lower(following) in words.occasions


def _opens_clause(reading: Reading, item: int) -> bool:
    word = reading.lower(item)
    return word in reading.words.pronouns or word in reading.words.determiners


def _listener_end(reading: Reading, stretch: Stretch, at: int) -> int:
    """Position after the listener's words ("reporters", "the Daily Herald", "him")."""
    items, words = stretch.items, reading.words
    start = at
    if reading.lower(items[at]) in words.determiners:
        at += 1
    while at < len(items) and items[at] >= 0 and at - start < _REACH:
        item = items[at]
        word = reading.lower(item)
        if is_break(reading, item) or word in words.that or word in words.questions or word in words.prepositions or word in words.pronouns:
            break
        if at > start and word in words.determiners or (at > start and word in words.adverbs):
            break
        if at > start and reading.tokens.capital[item] and not reading.tokens.capital[items[at - 1]] and reading.person_at[item] >= 0:
            break
        at += 1
    return max(at, start + 1)


def _occasion_end(reading: Reading, stretch: Stretch, at: int) -> int | None:
    """Position after "in a statement" or "on Friday"; None where the preposition opens what was said."""
    items, words = stretch.items, reading.words
    seen = False
    position = at + 1
    while position < len(items) and position - at < _REACH:
        item = items[position]
        if is_break(reading, item) or reading.tokens.words[item] in _STOPS:
            return position
        word = reading.lower(item)
        if word in words.that:
            return position
        if word in words.occasions or word.isdigit():
            seen = True
        elif seen:
            return position
        elif word in words.pronouns and position > at + 1:
            return None
        position += 1
    return position if position >= len(items) else None


def _stands_alone(reading: Reading, stretch: Stretch, cue: Cue, first: int, start: int) -> bool:
    """Whether a cue without a subject attributes all the same: "Adding, “…”" and "Asked whether …, Ruiz said"."""
    if cue.form == GERUND and first <= 1:
        return _quotation_at(stretch, start)
    asked = reading.lower(cue.first) in reading.words.asked and first <= 1
    return asked and start < len(stretch.items) and reading.lower(stretch.items[start]) in reading.words.questions


def _quotation_at(stretch: Stretch, at: int) -> bool:
    return at < len(stretch.items) and stretch.items[at] < 0


def _holds_words(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether words or a quotation stand at the position."""
    if at >= len(stretch.items):
        return False
    item = stretch.items[at]
    return item < 0 or (not is_break(reading, item) and reading.tokens.words[item] not in _STOPS)


def _content_end(reading: Reading, stretch: Stretch, start: int, cue: Cue) -> int:
    """Position of the last item that was said, from `start` on."""
    items = stretch.items
    narrow = not cue.groups & _CLAUSAL
    end, depth = len(items) - 1, 0
    for at in range(start + 1, len(items)):
        if items[at] < 0:
            continue
        mark = reading.tokens.words[items[at]]
        depth += (mark == "(") - (mark == ")")
        if depth < 0 or _ends_content(reading, stretch, at, narrow):
            end = at - 1
            break
    return _last_word(reading, stretch, start, end)


def _ends_content(reading: Reading, stretch: Stretch, at: int, narrow: bool) -> bool:
    """Whether what was said ends before the position, where the sentence goes on in its writer's words."""
    items, words = stretch.items, reading.words
    mark, word = reading.tokens.words[items[at]], reading.lower(items[at])
    following = items[at + 1] if at + 1 < len(items) else -1
    if mark in _DASHES and reading.text[reading.start_of(items[at]) - 1].isspace():
        return not any(item >= 0 and reading.tokens.words[item] in _DASHES for item in items[at + 1 :])
    if mark in _COMMAS:
        turns = following >= 0 and reading.lower(following) in words.turns
        return narrow or turns or _cue_follows(reading, stretch, at + 1)
    if word in words.joining:
        return _cue_follows(reading, stretch, at + 1, finite=True) or _says_another(reading, stretch, at + 1)
    if narrow and word in words.clauses and word not in words.that | words.questions:
        return True
    if narrow and word in words.prepositions:
        return _is_occasion(reading, stretch, at)
    return narrow and (_is_time(reading, stretch, at) or (word in words.occasions and word in words.adverbs))


def _says_another(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether a subject of its own and a cue stand at the position ("and others say")."""
    items = stretch.items[at : at + 6]
    cues = find_cues(reading.tokens, [item for item in items if item >= 0], reading.words)
    for cue in cues:
        if cue.form == FINITE and cue.groups & _CLAUSAL:
            subject = subject_before(reading, stretch, at + items.index(cue.first))
            return subject is not None and subject.at == at
    return False


def _is_occasion(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "on Friday", "in a speech" or "during the visit" stands at the position."""
    words = reading.words
    for item in stretch.items[at + 1 : at + 4]:
        if item < 0 or is_break(reading, item):
            return False
        word = reading.lower(item)
        if word in words.occasions:
            return True
        if word not in words.determiners and word not in words.near:
            return False
    return False


def _cue_follows(reading: Reading, stretch: Stretch, at: int, finite: bool = False) -> bool:
    """Whether a cue of speech that shares the subject stands at the position, over adverbs."""
    items, words = stretch.items, reading.words
    while at < len(items) and items[at] >= 0 and reading.lower(items[at]) in words.adverbs:
        at += 1
    if at >= len(items) or items[at] < 0:
        return False
    cues = find_cues(reading.tokens, range(items[at], items[at] + 1), words)
    if not cues:
        return False
    if "source" in cues[0].groups:
        return not finite
    return bool(cues[0].groups & _SPEECH) and cues[0].form == (FINITE if finite else GERUND)


def _before(reading: Reading, stretch: Stretch, at: int) -> tuple[tuple[int, int], ...]:
    """The words of the stretch before the position, without a conjunction before them and the comma after."""
    items, words = stretch.items, reading.words
    end = at - 1
    while end >= 0 and items[end] >= 0 and is_break(reading, items[end]):
        end -= 1
    start = 0
    while start < end and items[start] >= 0:
        word = reading.lower(items[start])
        comma = items[start + 1] >= 0 and reading.tokens.words[items[start + 1]] in _COMMAS
        if word in words.joining or (word in words.adverbs and comma):
            start += 1 + comma
        elif is_break(reading, items[start]):
            start += 1
        else:
            break
    return ((start, end),) if end >= start else ()


def _after_quotation(stretch: Stretch, speaker: Speaker) -> bool:
    return speaker.at > 0 and stretch.items[speaker.at - 1] < 0


def _around(reading: Reading, stretch: Stretch, subject: int, after: int) -> tuple[tuple[int, int], ...]:
    """What was said where subject and cue stand in its middle or after it."""
    items = stretch.items
    if subject > 0 and not is_break(reading, items[subject - 1]):
        return ()
    contents = _before(reading, stretch, subject)
    if not contents:
        return ()
    if after < len(items) and items[after] < 0:
        return (*contents, (after, _last_word(reading, stretch, after)))
    quoted = all(item < 0 or is_break(reading, item) for item in items[contents[0][0] : contents[0][1] + 1])
    rest = _rest_after(reading, stretch, after, quoted)
    if rest is None and _is_aside(reading, stretch, contents[0]):
        return ()
    return contents if rest is None else (*contents, rest)


def _rest_after(reading: Reading, stretch: Stretch, after: int, quoted: bool) -> tuple[int, int] | None:
    """What goes on after "…, Ruiz said, …"; after a quotation only another quotation does."""
    items = stretch.items
    if after >= len(items) or items[after] < 0 or reading.tokens.words[items[after]] not in _COMMAS:
        return None
    start = after + 1
    if quoted or not _holds_words(reading, stretch, start) or _cue_follows(reading, stretch, start):
        return None
    if reading.lower(items[start]) in reading.words.relatives | reading.words.joining:
        return None
    return start, _content_end(reading, stretch, start, _ANY_CLAUSE)


def _is_aside(reading: Reading, stretch: Stretch, content: tuple[int, int]) -> bool:
    """Whether the words are an adverbial ("In a letter, …") and no clause."""
    first = stretch.items[content[0]]
    return content[1] - content[0] < _REACH and reading.lower(first) in reading.words.prepositions


def _last_word(reading: Reading, stretch: Stretch, start: int, end: int | None = None) -> int:
    """Position of the last item, stops and marks left off, up to `end`."""
    end = len(stretch.items) - 1 if end is None else end
    while end >= start and stretch.items[end] >= 0:
        mark = reading.tokens.words[stretch.items[end]]
        if mark not in _STOPS and not is_break(reading, stretch.items[end]):
            break
        end -= 1
    return end


def _read_source(reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int) -> Statement | None:
    """"According to Ruiz, …" or "…, according to Ruiz"."""
    items = stretch.items
    speaker = subject_after(reading, stretch, last + 1)
    if speaker is None:
        return None
    how = "named as the source"
    if first == 0 or all(is_break(reading, item) or reading.lower(item) in reading.words.joining for item in items[:first] if item >= 0) and all(item >= 0 for item in items[:first]):
        comma = next(
            (at for at in range(last + 1, len(items)) if items[at] >= 0 and reading.tokens.words[items[at]] in _COMMAS), None
        )
        if comma is None:
            return Statement(cue, speaker, (), how)
        end = _last_word(reading, stretch, comma + 1)
        return Statement(cue, speaker, ((comma + 1, end),) if end > comma else (), how)
    return Statement(cue, speaker, _before(reading, stretch, first), how)


