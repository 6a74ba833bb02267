"""Subtitles (.srt, .vtt): what is said as prose, a paragraph for each speaker or pause, without times and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.read.content import Content, UnreadableError

TIMES = re.compile(
    r"^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,80})>")
MARKS = re.compile(r"</?[a-zA-Z][^>]{0,80}>|<[\d:.]{5,14}>|\{\\[^}]{0,40}\}")
"""Italics, classes, times within a line (WebVTT) and positions (SubStation Alpha)."""
PAUSE = 3.0
"""Seconds without a subtitle after which something else begins."""
DASH = re.compile(r"^\s*[-–—]\s*(?=\S)")
"""A dash before the words of the next speaker."""


def read_subtitles(text: str) -> Content:
    """The words of all subtitles. Raises UnreadableError where the file has none."""
    paragraphs: list[str] = []
    last_end, last_line = -PAUSE, ""
    for start, end, lines in _cues(text.lstrip("\ufeff")):
        for number, line in enumerate(lines):
            voice = VOICE.search(line)
            plain = " ".join(MARKS.sub("", VOICE.sub("", line)).split())
            if not plain or plain == last_line:
                continue  # rolling subtitles show each line twice
            begins = voice is not None or DASH.match(plain) or (number == 0 and start - last_end >= PAUSE)
            said = f"{voice.group(1).strip()}: {plain}" if voice else DASH.sub("", plain)
            if begins or not paragraphs:
                paragraphs.append(said)
            else:
                paragraphs[-1] += f" {said}"
            last_line = plain
        last_end = end
    if not paragraphs:
        raise UnreadableError("The file holds no subtitles.")
    return Content("\n\n".join(paragraphs) + "\n")


def _cues(text: str) -> Iterator[tuple[float, float, list[str]]]:
    """Start and end in seconds, and the lines of each subtitle."""
    lines = text.splitlines()
    times = [(number, match) for number, line in enumerate(lines) if (match := TIMES.match(line))]
    borders = [*(number for number, _ in times[1:]), len(lines)]
    for (number, match), border in zip(times, borders, strict=False):
        said = lines[number + 1 : border]
        if "" in said:
            said = said[: said.index("")]
        elif border < len(lines) and said:
            said = said[:-1]  # the number of the next one
        yield _seconds(match.groups()[:4]), _seconds(match.groups()[4:]), said


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")
