"""What happens when a reader saves: the decision goes into the log, the tables follow, and the page shows them.

Names that are typed become people here; the clock is read here, and nowhere else: a decision says when it was made.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import streamlit as st

from loaders.decisions.log import LogError, decide, turn
from loaders.decisions.records import LONGEST_WORDS, Wish
from loaders.decisions.targets import LineError
from loaders.noted import NAME as NOTE
from loaders.noted import read_note
from loaders.query.selection import fold
from loaders.tables.store import Store
from pages.shared import navigation, others, state, tables
from pages.shared.permission import REFUSED, may_change
from pages.shared.phrases import plain, shorten

if TYPE_CHECKING:
    from loaders.dates_as_written import WrittenDate

ROOT = Path(__file__).resolve().parents[2]
_NOT_IN_IDS = re.compile(r"[^\w]+|_+")


SAVED = "Saved. It can be undone on the page History."


def steps_here() -> list[str]:
    """The steps that this reader made since he opened the page, the last one last; what was undone is not among them."""
    return cast(list[str], st.session_state.setdefault("steps_here", []))


def save(wishes: Sequence[Wish], done: str = SAVED) -> bool:
    """Write decisions as one step and have the tables hold them; what went wrong is kept for the page to say."""
    if not may_change():
        return tell(REFUSED)
    try:
        made = decide(tables.built_folder(), wishes, now())
    except (LogError, LineError) as error:
        return tell(f"Nothing was saved: {error}.")
    if made:
        steps_here().append(made[0].step)
        others.note_made(made[0].step)
    return _show(done)


def change(does: str, step: str) -> bool:
    """Undo or redo a step, and have the tables follow."""
    if not may_change():
        return tell(REFUSED)
    try:
        others.note_made(turn(tables.built_folder(), does, step, now()).turn_id)
    except LogError as error:
        return tell(f"Nothing was changed: {error}")
    if does == "undo" and step in steps_here():
        steps_here().remove(step)
    return _show("Undone." if does == "undo" else "Put back.")


def _show(done: str) -> bool:
    # These take a second to import, and a page that is only read does without.
    from loaders.brought import CollectionError
    from loaders.collection import rebuild
    from loaders.patch import is_small, patch
    from loaders.replay import replay

    folder = tables.built_folder()
    try:
        small = is_small(folder)
        if not (replay if small else patch)(folder):
            rebuild(folder)
        elif not small:
            settle_apart(folder)
    except (CollectionError, LogError, OSError) as error:
        return tell(f"{done} The tables show it after the next build: {error}")
    st.session_state.deciding_done = done
    if navigation.is_fragment_alone():
        st.session_state.whole_page = True
    return True


def follow(folder: Path) -> None:
    """Have the tables hold the documents that the collection is made of now. Raises CollectionError where they cannot."""
    from loaders.arrivals import arrive, make_whole
    from loaders.collection import rebuild
    from loaders.patch import is_small

    try:
        if not arrive(folder):
            rebuild(folder)
        elif is_small(folder):
            make_whole(folder)
        else:
            settle_apart(folder)
    except (LogError, OSError, ValueError) as error:
        from loaders.brought import CollectionError

        raise CollectionError(f"The tables show it after the next build: {error}") from error


def settle_apart(folder: Path) -> None:
    """Have all accounts compared again in a process of its own, for which nobody waits."""
    command = [sys.executable, "-m", "loaders", "settle", str(folder)]
    nothing = subprocess.DEVNULL
    subprocess.Popen(command, cwd=ROOT, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)


def now() -> str:
    """The time of a decision, to the second, as clocks show it here."""
    return datetime.now().isoformat(timespec="seconds")


def tell(problem: str) -> bool:
    """Keep what went wrong for the page to say."""
    st.session_state.deciding_problem = problem
    return False


def show_done() -> None:
    """Say what was saved, here and by others, once; not from a callback, which draws nothing where a fragment ran it."""
    others.tell_others()
    if done := st.session_state.pop("deciding_done", ""):
        st.toast(done)


def show_problem() -> None:
    """Say what went wrong, once."""
    if problem := st.session_state.pop("deciding_problem", ""):
        st.error(plain(problem))


def read_date(typed: str, is_day: bool = False) -> WrittenDate:
    """The date that a reader typed. Raises ValueError where it is none, with what can be typed."""
    # The finder of dates takes 0.2 s to import.
    from loaders.decisions.typed import read_typed_date

    found = read_typed_date(typed)
    if found is None:
        raise ValueError(f"“{shorten(typed, 40)}” cannot be read as a date. Try 30 August 2021, August 2021 or 1990s.")
    if is_day and found.precision not in ("day", "hour", "minute"):
        raise ValueError(f"“{shorten(typed, 40)}” is no day. Try 30 August 2021 or 2021-08-30.")
    return found


def say_typed(typed: str, is_day: bool = False) -> dict[str, str]:
    """A date that a reader typed, as a decision says it. Raises ValueError where it is none."""
    found = read_date(typed, is_day)
    return {
        "date": found.edtf,
        "start": found.start.isoformat(),
        "end": found.end.isoformat(),
        "precision": found.precision,
        "typed": typed,
    }


def keep_event(mention_ids: Sequence[str]) -> None:
    """Have the page show the event that an account is told by now; the list where it was hidden."""
    found = tables.find_events(tables.current_store(), tuple(mention_ids))
    state.show(event=found[0] if found else "")


def keep_accounts(event_id: str, mention_ids: Sequence[str]) -> None:
    """Remember by which accounts an event is told, for `find_moved`."""
    st.session_state.told_by = (event_id, tuple(mention_ids))


def find_moved(store: Store, event_id: str) -> str:
    """The event that tells what one told that is not there any more, as decisions join and part events; empty without."""
    known, mention_ids = st.session_state.get("told_by", ("", ()))
    found = tables.find_events(store, mention_ids) if known == event_id and mention_ids else []
    return found[0] if found else ""


def marks_of(mention_ids: Sequence[str]) -> dict[str, Any]:
    """What readers laid beside an event, by any of its accounts: star, note, and differ, what became of a disagreement."""
    found: dict[str, Any] = {}
    for marks in (all_marks().get(mention_id, {}) for mention_id in mention_ids):
        found |= marks | {"differ": found.get("differ", {}) | marks.get("differ", {})}
    return found


def all_marks() -> dict[str, dict[str, Any]]:
    """mention_id -> what readers laid beside it."""
    path = tables.built_folder() / NOTE
    try:
        return _read_marks(str(path), path.stat().st_mtime_ns)
    except OSError:
        return {}


@st.cache_data(max_entries=4, show_spinner=False)
def _read_marks(path: str, changed: int) -> dict[str, dict[str, Any]]:
    note = read_note(Path(path).parent)
    parts = note.outcome.parts.values() if note else ()
    return {mention_id: dict(marks) for part in parts for mention_id, marks in part.marks.items()}


def find_person(name: str, names: Mapping[str, str]) -> str:
    """The id of somebody who is known by a name, in the collection or the vocabulary; else one of the name itself."""
    from loaders.vocabulary import load_vocabulary

    wanted = fold(" ".join(name.split()))
    for person_id, known in names.items():
        if fold(known) == wanted:
            return person_id
    vocabulary = load_vocabulary()
    for leader in vocabulary.leaders.values():
        if wanted in map(fold, (leader.name, *(one for some in leader.names.values() for one in some))):
            return leader.leader_id
    for country in vocabulary.countries.values():
        if wanted in map(fold, (one for some in country.names.values() for one in some)):
            return country.country_id
    return (_NOT_IN_IDS.sub("-", wanted).strip("-") or "unnamed")[:LONGEST_WORDS]


def say_who(
    before: Sequence[str], after: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> dict[str, Any] | None:
    """Who is added and taken out, as a decision says it; None where nobody is. `after`: by kind, ids or names that are new."""
    now: dict[str, dict[str, str]] = {}
    for kind, chosen in after.items():
        for one in chosen:
            person_id = one if one in names else find_person(one, names)
            name = names.get(person_id) or " ".join(one.split())
            now[person_id] = {"id": person_id, "name": name, "kind": kind}
    added = [person for person_id, person in now.items() if person_id not in before]
    removed = [one for one in before if one not in now]
    return {"add": added, "remove": removed} if added or removed else None
