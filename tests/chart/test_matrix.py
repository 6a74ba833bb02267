"""The numbers on the squares of a matrix can be read: WCAG AA asks for 4.5 to 1."""

import pytest

from pages.chart.matrix import COLORS, INK, MUCH, draw_matrix


def brightness(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize(("weight", "color"), COLORS)
def test_a_number_stands_out_from_its_square(weight, color):
    dark = brightness(color) < 0.2
    assert dark == (color in (COLORS[2][1], COLORS[3][1]))
    light, deep = sorted((brightness("#ffffff" if dark else INK), brightness(color)), reverse=True)
    assert (light + 0.05) / (deep + 0.05) >= 4.5


def test_squares_keep_their_colour_and_few_are_pale():
    counts = {("a", "x"): 1, ("b", "x"): 100}
    trace = draw_matrix(["a", "b"], ["x"], counts, {}, {}, "events").data[0]
    assert trace.marker.opacity == 1
    assert list(trace.textfont.color) == [INK, "#ffffff"]
    assert trace.marker.color[0] < MUCH < trace.marker.color[1]
