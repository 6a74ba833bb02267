"""What a page tells as drafts, the drafts as rows with their lines and signs, and the rows that stay as mentions."""

from __future__ import annotations

from dataclasses import replace

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import Clause, clause_of
from loaders.extract.events.entries import without_stamp
from loaders.extract.events.governing import dependent_clause, governing_verb, tells_verb
from loaders.extract.events.happenings import Happening, Telling, is_placed
from loaders.extract.events.known_as import full_name
from loaders.extract.events.layout import NUMBER_OF_ITEM
from loaders.extract.events.lexicon import OTHER, WORD
from loaders.extract.events.line_kinds import kind_of_line
from loaders.extract.events.lines import Line, Told, find_subject, write_line
from loaders.extract.events.lines.wording import wording
from loaders.extract.events.news import is_news
from loaders.extract.events.no_happening import nothing_words
from loaders.extract.events.page import Page
from loaders.extract.events.participants import Cast
from loaders.extract.events.particulars import find_particulars
from loaders.extract.events.places import Scene, find_place, place_words
from loaders.extract.events.signs import Setting, find_signs
from loaders.extract.events.status import find_status, without_refusal
from loaders.extract.events.taking_part import with_those_in_line
from loaders.extract.events.telling import Draft, find_confidence, split_sides
from loaders.extract.events.tolls import find_tolls, toll_words
from loaders.extract.events.triggers import is_negated
from loaders.extract.events.worth import Row, find_weight
from loaders.records import Interval, Mention, Span

BEFORE = 3
"""So many sentences back stands what a sentence without a subject is about."""
FURTHER = 4
"""So many words before a talk stands "also"."""
OPENING = 60
"""Within so many letters a sentence comes to its subject."""
NAMED = 10
"""What is named, and told by no sentence, has so many words."""


def make_drafts(page: Page, happening: Happening) -> list[Draft]:
    """The happening with its people, place and status; two of it where two were had."""
    telling = page.telling(happening.sentence)
    cast = page.cast(happening)
    taken = [(date.start, date.end) for date in telling.dates]
    taken += [(person.start, person.end) for person in page.people_in(telling.span)]
    known = place_words(page.document.language, page.vocabulary)
    interval = page.interval(happening)
    clause = telling.clauses[happening.clause]
    told = clause.words(page.folded)
    draft = Draft(
        happening,
        interval,
        cast,
        find_place(Scene(happening, telling, page.document.text, page.folded, page.words, known, taken)),
        find_status(
            without_refusal(told, happening.trigger, page.folded, page.words),
            interval,
            page.document.published,
            _heads_entry(page, happening, telling),
            is_negated(happening.trigger, page.folded, page.words),
            page.words,
        ),
        _is_main(page, happening, interval, clause),
        (happening.sentence,),
        clause.quoted,
        *find_particulars(happening, telling, page.document.text, page.folded, page.words),
        is_another=_is_another(page, happening, cast),
    )
    return split_sides(draft, told, page.vocabulary, page.words)


def make_row(page: Page, draft: Draft, within: Span | None = None) -> Row:
    """The draft as a mention, with what speaks for and against it; its line from one clause, where one is given."""
    kind = draft.kind if draft.kind in page.vocabulary.kinds or not page.vocabulary.kinds else OTHER
    line = _without_number(_line(page, draft, kind, within))
    telling = page.telling(draft.happening.sentence)
    setting = Setting(
        page.document,
        page.lead,
        page.entries,
        len(page.sentences),
        _opens_paragraph(page, draft.happening.sentence),
        len(page.quotes_of.get(draft.happening.sentence, ())),
        nothing_words(page.document.language, page.vocabulary.folder),
        page.sentences[draft.happening.sentence - 1] if draft.happening.sentence else None,
    )
    cast = draft.cast
    wordings = wording(page.document.language, page.vocabulary.folder)
    if kind not in page.small.alone and line.source == "sentence":
        is_said = kind in page.words.said
        more = with_those_in_line(cast, line.text, page.names, wordings, page.words, page.small, is_said=is_said)
        cast = cast if more is cast else page.in_their_time(more, draft.happening)
    draft = replace(draft, line=line, cast=cast)
    return Row(draft, find_signs(draft, telling, setting, page.folded, page.words, wordings))


def _without_number(line: Line) -> Line:
    """The line without the number of the item that it was read from ("2/ The council closes the harbour")."""
    number = NUMBER_OF_ITEM.match(line.text)
    return replace(line, text=line.text[number.end() :]) if number else line


def make_dated_row(page: Page, draft: Draft) -> Row | None:
    """The draft as a row that tells what its date words date; None where no such line can be written.

    Where the line tells the main clause and the date stands in another, that other is told, if it names anything ("A law is
    adopted" does not).
    """
    row = make_row(page, draft)
    words, happening = wording(page.document.language, page.vocabulary.folder), draft.happening
    telling = page.telling(happening.sentence)
    verb = governing_verb(happening, telling, page.folded, words, page.words)
    for tried in (row,) if verb is None else (row, _told_by(page, draft, telling, verb)):
        trigger = tried.draft.happening.trigger
        span = (trigger.start, trigger.end) if trigger else None
        line = tried.draft.line.text
        named = tried is row or tried.draft.kind != OTHER or any(word[:1].isupper() for word in line.split()[1:])
        if line and named and (verb is None or tells_verb(line, verb, span, page.folded, words, page.words)):
            return tried
    return None


def _told_by(page: Page, draft: Draft, telling: Telling, verb: Span) -> Row:
    """The row with the verb as what tells it."""
    trigger = next((one for one in telling.triggers if one.start <= verb[0] < one.end), Trigger(*verb, OTHER))
    happening = replace(draft.happening, clause=clause_of(telling.clauses, verb), trigger=trigger)
    drafts = make_drafts(page, happening)
    told = replace(drafts[0], sentences=draft.sentences, main=False)
    return make_row(page, told, dependent_clause(verb, telling.span, page.folded, page.words))


def make_mention(page: Page, draft: Draft) -> Mention:
    told = page.telling(draft.happening.sentence).clauses[draft.happening.clause].words(page.folded)
    date = without_stamp(draft.happening.date, told, page.document.text, page.words.tells_past)
    start, end = draft.interval if date is draft.happening.date else page.interval(replace(draft.happening, date=date))
    wordings = wording(page.document.language, page.vocabulary.folder)
    label = kind_of_line(draft, page.telling(draft.happening.sentence), page.folded, page.words, wordings)
    kind = label if label in page.vocabulary.kinds or not page.vocabulary.kinds else OTHER
    confidence, why = find_confidence(draft)
    sentences = tuple(page.sentences[number] for number in draft.sentences)
    # What the news cost stands in the lead, in a sentence of its own as often as not.
    counted = (*sentences, *(page.sentences[number] for number in page.lead if draft.main))
    known = toll_words(page.document.language, page.vocabulary.folder)
    weight, weight_why = find_weight(draft)
    return Mention(
        date=date,
        start=start,
        end=end,
        precision=str(date.precision) if date else "day",
        edtf=str(date.edtf) if date else start.date().isoformat(),
        how=date.how if date else ("no date words: the day on which the document was published",),
        anchor=date.anchor if date else page.document.published,
        sentences=sentences,
        event_type=kind,
        leaders=draft.cast.leaders,
        named=draft.cast.named,
        actors=draft.cast.actors,
        sources=draft.cast.sources,
        targets=draft.cast.targets,
        tolls=find_tolls(page.document.text, counted, page.dates_in, date, known),
        place=draft.place,
        status=draft.status,
        main=draft.main,
        weight=weight,
        weight_why=weight_why,
        confidence=confidence,
        why=why,
        line=draft.line.text,
    )


def _line(page: Page, draft: Draft, kind: str, within: Span | None) -> Line:
    telling = page.telling(draft.happening.sentence)
    trigger = draft.happening.trigger
    before, several = _subject_before(page, telling)
    told = Told(
        text=page.document.text,
        sentence=within or telling.span,
        clauses=[Clause((within,))] if within else telling.clauses,
        clause=0 if within else draft.happening.clause,
        trigger=(trigger.start, trigger.end) if trigger else None,
        # How long something lasted is told, when it was is not: "sentenced to thirty years".
        dates=[(max(telling.span[0], date.start), date.end) for date in telling.dates if is_placed(date)],
        dated=_own_date(draft, telling),
        people=page.people_in(telling.span),
        quotations=[(q.start, q.end) for q in page.quotes_of.get(telling.number, ()) if q.kind != "indirect"],
        kind=kind,
        status=draft.status,
        place=draft.place,
        headline=page.document.title if draft.main else "",
        about=page.names.get(page.subjects[telling.number], ""),
        before_one="" if several else before,
        before_several=before if several else "",
        who=[page.names[leader_id] for leader_id in draft.cast.leaders if leader_id in page.names],
        through_pronoun=draft.cast.pronoun,
        said=kind in page.words.said,
        in_list=telling.is_entry,
        known=full_name(page, telling),
        hero=_named_before(page, telling.number) or (page.hero if telling.number in page.entries else ""),
    )
    return write_line(told, page.document.language, page.vocabulary.folder, page.words)


def _own_date(draft: Draft, telling: Telling) -> Span | None:
    """The date words of the happening in its own sentence; None where the date stands elsewhere."""
    date = draft.happening.date
    return (max(telling.span[0], date.start), date.end) if date is not None and date in telling.dates else None


def _opening(page: Page, telling: Telling) -> str:
    """The first word of a sentence that stands in no date, and before none ("In 1830, it …")."""
    dates = [(date.start, date.end) for date in telling.dates]
    for match in WORD.finditer(page.folded, telling.span[0], min(telling.span[1], telling.span[0] + OPENING)):
        leads = match.group() in page.words.within and any(0 <= start - match.end() <= 2 for start, _ in dates)
        if not leads and not any(start < match.end() and match.start() < end for start, end in dates):
            return match.group()
    return ""


def _subject_before(page: Page, telling: Telling) -> tuple[str, bool]:
    """What the sentence before is about, where this one takes it up with a pronoun; of one person nothing."""
    if telling.number == 0 or _opening(page, telling) not in page.words.taken_up:
        return "", False
    span = page.sentences[telling.number - 1]
    dates = [(max(span[0], date.start), date.end) for date in page.dates_in(span)]
    subject, several = find_subject(page.document.text, span, dates, page.document.language, page.vocabulary.folder)
    is_person = any(person.name in subject or person.text in subject for person in page.people_in(span))
    return ("", False) if is_person and not several else (subject, several)


def _named_before(page: Page, number: int) -> str:
    """What stands without a verb before a sentence on its line: "Convention on tolls. Signed at Kelna, 3 May 1950."."""
    text = page.document.text
    for before in range(number - 1, max(-1, number - 1 - BEFORE), -1):
        start, end = page.sentences[before]
        if "\n" in text[end : page.sentences[before + 1][0]]:
            return ""
        told = page.folded[start:end]
        if not page.words.tells_past(told):
            named = " ".join(text[start:end].split()).strip(" .,;:*_-–—•|#")
            return named if 1 < len(named.split()) <= NAMED and named[:1].isupper() else ""
    return ""


def _is_another(page: Page, happening: Happening, cast: Cast) -> bool:
    """Whether one person is told to have had a further talk, with others without a name ("also met with bankers")."""
    trigger, words = happening.trigger, page.words
    if trigger is None or happening.kind not in words.conversations or happening.kind in words.said:
        return False
    start, end = page.sentences[happening.sentence]
    after = [match.group() for match in WORD.finditer(page.folded, trigger.end, min(end, trigger.end + 20))][:1]
    before = [match.group() for match in WORD.finditer(page.folded, start, trigger.start)][-FURTHER:]
    told = page.folded[trigger.start : trigger.end].split()
    with_somebody = any(words.with_words.find(word) for word in (*after, told[-1]))
    return len(cast.leaders) == 1 and with_somebody and any(word in words.another for word in before)


def _is_main(page: Page, happening: Happening, interval: Interval, clause: Clause) -> bool:
    if clause.quoted or happening.sentence in page.posts:
        return False
    if happening.sentence in page.lead[:2] and happening.kind not in page.words.said:
        return True
    opened = next(page.words.breaks.scan(page.folded, clause.start, clause.end), None)
    if opened is not None and opened[0] == clause.start and opened[2] == "aside":
        return False
    is_told = happening.kind not in (OTHER, *page.words.said) and interval[0] <= (
        page.document.published or interval[0]
    )
    return happening.date is None or (is_told and is_news(interval, page.document.published))


def _heads_entry(page: Page, happening: Happening, telling: Telling) -> bool:
    return happening.date is not None and telling.heads_entry(happening.date, page.folded)


def _opens_paragraph(page: Page, number: int) -> bool:
    return number == 0 or "\n" in page.document.text[page.sentences[number - 1][1] : page.sentences[number][0]]
