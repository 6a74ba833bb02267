"""Whether a reader may change what is shown: not where others can reach the server, unless whoever runs it allows that."""

from __future__ import annotations

import os

from pages.server.guard import VARIABLE as HOSTS

VARIABLE = "DATELINE_CHANGES"
"""`allow` lets everybody who reaches the server correct, add and take out; anything else only readers on this machine."""
ALLOW = "allow"
REFUSED = (
    f"Others can reach this server, so that nothing can be changed on its pages. Whoever runs it can allow it "
    f"with {VARIABLE}={ALLOW}."
)


def may_change() -> bool:
    """Whether readers may correct what was read, and bring or take out documents."""
    return not os.environ.get(HOSTS, "").strip(" ,") or os.environ.get(VARIABLE, "").strip().lower() == ALLOW
