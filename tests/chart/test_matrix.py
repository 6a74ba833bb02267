"""The numbers on the squares of a matrix can be read: WCAG AA asks for 4.5 to 1."""

import re
from pathlib import Path

import pytest

from pages.chart.matrix import COLORS, INK, MUCH, draw_matrix

STYLE = (Path(__file__).parents[2] / "pages" / "shared" / "style.css").read_text(encoding="utf-8")


def brightness(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def read_style(name: str, scheme: int) -> str:
    """The value of a colour of style.css on a light page, 0, or a dark one, 1."""
    return re.search(rf"{name}: light-dark\(([^,]+), ([^)]+)\)", STYLE).group(scheme + 1)


def contrast(one: str, other: str) -> float:
    deep, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (deep + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("step", range(len(COLORS)))
def test_a_number_stands_out_from_its_square_on_a_light_page_and_on_a_dark_one(step, scheme):
    color, many = read_style(f"--dl-square-{step + 1}", scheme), COLORS[step][0] > MUCH
    assert scheme or color == COLORS[step][1]
    number = read_style("--dl-paper" if many else "--dl-ink", scheme)
    assert contrast(f"{number}{number[1:]}" if len(number) == 4 else number, color) >= 4.5


def test_style_names_each_colour_as_the_browser_writes_it():
    for step, (_, color) in enumerate(COLORS, start=1):
        written = ", ".join(str(int(color[at : at + 2], 16)) for at in (1, 3, 5))
        assert f'path[style*="fill: rgb({written})"] {{ fill: var(--dl-square-{step})' in STYLE


def test_squares_keep_their_colour_and_few_are_pale():
    counts = {("a", "x"): 1, ("b", "x"): 100}
    trace = draw_matrix(["a", "b"], ["x"], counts, {}, {}, "events").data[0]
    assert trace.marker.opacity == 1
    assert list(trace.textfont.color) == [INK, "#ffffff"]
    assert list(trace.marker.color) == [COLORS[0][1], COLORS[-1][1]]


def test_short_heads_lie_flat_and_long_ones_are_slanted():
    pairs = {("a", "x"): 1}
    flat = draw_matrix(["a"], ["x"], pairs, {}, {"x": "Nov 2022"}, "events")
    slanted = draw_matrix(["a"], ["x"], pairs, {}, {"x": "Maximilian Featherstone"}, "events")
    assert flat.layout.xaxis.tickangle == 0 and slanted.layout.xaxis.tickangle < 0
    assert flat.layout.height < slanted.layout.height
