"""The kind of a row is that of its line, and no word of another clause gives it one."""

from __future__ import annotations

import pytest

from tests.extract.test_kinds import tell

KINDS = [
    # a vote is only what they cheered
    ("Weavers gathered on Wednesday before the town hall of Orm to cheer the vote.", "other"),
    # the line itself tells it
    ("The council rejected the harbour plan on Wednesday after a strike.", "vote"),
    ("The court sentenced two pilots on Wednesday for the attack on the ferry.", "ruling"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_is_that_of_line(text: str, kind: str) -> None:
    assert [mention.event_type for mention in tell(text)] == [kind]
