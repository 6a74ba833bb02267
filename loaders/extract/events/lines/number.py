"""Whether the subject of a line is one or several."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.events.lines.pieces import Piece
from loaders.extract.events.lines.wording import Wording


def is_plural(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether the subject is several ("Ann Lee and Bo Zhao", "police", "25 officers")."""
    names = [at for at, piece in enumerate(subject) if piece.is_name]
    if _is_one_with_offices(subject, words):
        return False
    if len(names) > 1 and any(piece.folded == words.single["and"] for piece in subject[names[0] : names[-1]]):
        return True
    if len(subject) == 1 and f" {words.single['and']} " in subject[0].folded:
        return True
    joints = [at for at, piece in enumerate(subject[:-1]) if piece.folded == words.single.get("and")]
    if any(subject[at + 1].folded in words.definite for at in joints) and not any(
        piece.folded in words.of_two for piece in subject
    ):
        return True
    commas = any(piece.text == "," for piece in subject)
    if commas and joints and subject[-1].text[:1].isupper():
        return True
    head = _head_of(subject, words)
    if len(head) == 1 and _is_counted(subject, words) and head[0].folded.endswith("s"):
        return True
    text = " ".join(piece.folded for piece in head)
    if any(text.endswith(single) for single in words.singular_words):
        return False
    if any(piece.folded == words.single.get("and") for piece in head):
        return True
    if not head:
        return False
    last = head[-1].folded
    if len(head) > 1 and head[0].folded in words.definite and last.endswith(words.nationals):
        return True
    if last in words.plural_words or (last.isdecimal() and len(head) > 1 and head[-2].folded in words.articles):
        return True
    if head[-1].is_name or (head[-1].text[:1].isupper() and len(head) > 1):
        return (
            last.endswith("s") and not last.endswith(("ss", "us", "is")) and words.lemma(last) != last and len(head) > 1
        )
    return last.endswith("s") and not last.endswith(("ss", "us")) and words.lemma(last) != last


def _is_one_with_offices(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether one name ends the subject, and what stands before it is what he is ("Columnist and host George Lund")."""
    first = len(subject)
    while first and subject[first - 1].text[:1].isupper():
        first -= 1
    joints = [at for at, piece in enumerate(subject) if piece.folded == words.single.get("and")]
    if first == len(subject) or len(joints) != 1 or not 0 < joints[0] < first - 1:
        return False
    before, after = subject[joints[0] - 1], subject[joints[0] + 1 : first]
    opens = after[0].folded in words.articles or any(piece.text == "," for piece in subject)
    several = before.folded.endswith("s") or after[-1].folded.endswith("s")
    small = joints[0] == 1 or before.text.islower()
    return not (opens or several) and small and not before.is_name and after[-1].text.islower()


def _is_counted(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether a noun that counts those after it opens the subject ("a number of towns")."""
    return len(subject) > 3 and subject[0].folded in words.indefinite and subject[1].folded in words.numbers


def _head_of(subject: Sequence[Piece], words: Wording) -> list[Piece]:
    """The noun of a subject with what stands before it: up to a preposition, a participle behind it or "who"."""
    subject = subject[3:] if _is_counted(subject, words) else subject
    head: list[Piece] = []
    for at, piece in enumerate(subject):
        following = subject[at + 1].folded if at + 1 < len(subject) else ""
        behind = piece.folded.endswith(words.gerund) and following in words.articles | words.owners | words.prepositions
        behind = behind or (words.is_participle(piece.folded) and following in words.agents)
        if head and (piece.folded in words.prepositions | words.relatives | words.that_words or behind):
            break
        head.append(piece)
    return head
