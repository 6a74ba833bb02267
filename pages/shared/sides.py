"""Who did it to whom, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pages.shared.phrases import join_names


def say_sides(sources: Sequence[str], targets: Sequence[str], names: Mapping[str, str]) -> str:
    """Those that did it and, behind an arrow, those to whom it was done; empty where one side is not known.

    >>> say_sides(["un"], ["ann-lee", "bo-zhao"], {"un": "United Nations", "ann-lee": "Ann Lee", "bo-zhao": "Bo Zhao"})
    'United Nations → Ann Lee and Bo Zhao'
    """
    sides = [[names.get(one, one) for one in side] for side in (sources, targets)]
    return " → ".join(map(join_names, sides)) if all(sides) else ""
