"""Drives every reader and every finder with generated inputs and prints the faults by place: `python benchmarks/fuzz.py`.

python benchmarks/fuzz.py [--inputs 12000] [--seed 1] [--processes 2]

The inputs are seeded: sentences of our own, cut, joined, repeated and turned upside down; words that dates, speakers and kinds
hang on in any order; text in decomposed Unicode, control characters, lone surrogates, marks from right to left; front matter
and pages that are broken; publications on the first and the last day that a calendar holds. Ends with 1 where anything raises.
"""

from __future__ import annotations

import argparse
import random
import sys
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.dates import find_dates
from loaders.extract.document import extract
from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.extract.topics import find_topics
from loaders.layout import lay_out
from loaders.read import FORMATS, Source, describe
from loaders.read.content import UnreadableError
from loaders.read.formats import read_contents
from loaders.records import Document
from loaders.rows import make_rows
from loaders.vocabulary import load_vocabulary

SENTENCES = (
    "The council of Bogotá closed its old harbour on Friday, the mayor, Ana Núñez, said.",
    "“We shall build it,” said Núñez on 3 May 2021, “and it will stand.”",
    "In 44 BC Oran was murdered; 60 years ago, the twenties began.",
    "KELNA, March 3 (Coast Wire) -- Premier Karin Lund met President Teodor Oran in Lima on Tuesday.",
    "MS. RIVERA: Good morning. The strike is over.",
    "From: Karin Lund <k.lund@example.org>\nSent: Tuesday, May 26, 2015 10:03 AM\nSubject: RE: ferry\n",
    "| 12 June 1998 | Oran and Lund sign the treaty |",
    "习近平主席星期三在北京会见了古巴总理。",
    "Il a signé l’accord le 3 mars 2021 à São Tomé.",
    "According to the ministry, which had denied it, nothing was said in the summer of '69 or Q3 2012.",
)
CUES = (
    "said", "he said", "on Tuesday,", "according to", "Xi said “a” and", "who", "that", "the", "today", "not", "Mr.", "ago",
    "1914,", "BC00", "BC0044", "2021-13-45", "3/4/5", "24:61", "31 February", "29 February", "last", "next", "between", "and",
    "“", "”", '"', "'", "(", ")", "—", "…", "http://[2001:db8::1]/x", "www.example.org", "Q:", "A:", "**", "[a](b)", "#", "-",
    "millennium", "century", "weeks before", "half of the", "the day after", "Ramadan", "Easter", "noon",
    "99999999999999", "I.", "İ",
)  # fmt: skip
STRANGE = (
    "\x00",
    "\x1b[31m",
    "\ud83d",
    "\ude00",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\u0301",
    "\u0130",
    "\u2028",
    "\u3000",
    "🙂",
    "ß",
    "ﬁ",
)
FRONTS = (
    "---\ntitle: {0}\ndate: {1}\n---\n\n", "---\n{0}: [\n---\n", 'URL: {0}\nDate: {1}\n\n', "title: &a [*a, *a]\n---\n",
    '---\ntitle: "Talks \\ud83d\\ude00"\ndate: {1}\n---\n', "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n",
)  # fmt: skip
PAGES = (
    "<html><head><title>{0}</title><meta property='article:published_time' content='{1}'></head><body><p>{0}</p></body></html>",
    "<p>{0}<table><tr><td>{1}<td>{0}</table>", "<!doctype html><html lang={1}><body>{0}<script>{0}</script>", "<a href='http://[{0}'>{0}</a>{1}",
)  # fmt: skip
DAYS = (
    datetime.min, datetime(1, 1, 8), datetime(9999, 12, 31, 23, 59), datetime(9999, 12, 25), datetime(2020, 2, 29),
    datetime(2023, 8, 25), datetime(1791, 11, 12), None,
)  # fmt: skip
VOCABULARY = load_vocabulary()


def make_text(chance: random.Random) -> str:
    """One text: whole sentences, cues in any order, or something repeated; now and then in decomposed Unicode."""
    parts = [_part(chance) for _ in range(chance.randint(1, 9))]
    text = chance.choice((" ", "\n\n", "", "\n", ", ")).join(parts)
    if chance.random() < 0.25:
        text = unicodedata.normalize("NFD", text)
    if chance.random() < 0.2:
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(STRANGE) * chance.randint(1, 3) + text[at:]
    if chance.random() < 0.1:
        text = text[chance.randint(0, len(text)) :]
    return text.upper() if chance.random() < 0.05 else text


def _part(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.4:
        sentence = chance.choice(SENTENCES)
        return sentence if chance.random() < 0.6 else sentence[: chance.randint(1, len(sentence))]
    if kind < 0.8:
        return " ".join(chance.choice((*CUES, *chance.choice(SENTENCES).split())) for _ in range(chance.randint(1, 25)))
    return f"{chance.choice(CUES)} " * chance.choice((3, 50, 450))


def read_made(text: str, chance: random.Random) -> None:
    """The text through a reader, with front matter or as a page, and what came of it through all finders and into rows."""
    ending = chance.choice(sorted(FORMATS))
    form = chance.choice(PAGES if "htm" in ending else FRONTS) if chance.random() < 0.6 else "{0}"
    whole = form.replace("{0}", text).replace(
        "{1}", chance.choice(("2021-03-03", "0001-01-01", "9999-12-31", "x", text[:20]))
    )
    data = whole.encode("utf-8", errors=chance.choice(("surrogatepass", "replace")))
    try:
        contents = read_contents(data, ending)
    except UnreadableError:
        return
    for content in contents[:3]:
        findings = extract(describe(Source(f"a{ending}", f"a{ending}"), data, content), VOCABULARY)
        if findings.faults:
            raise RuntimeError("; ".join(findings.faults))
        make_rows(findings, VOCABULARY)


def find_all(text: str, chance: random.Random) -> None:
    """The text through each finder as it is, published on a day that may be the first or last of the calendar."""
    published, language = chance.choice(DAYS), chance.choice(("en", "en", "en", "es", "zh", "xx"))
    assert all(block.start < block.end for block in lay_out(text).blocks)
    dates = find_dates(text, published, language)
    people = find_people(text, VOCABULARY, published, language, dates)
    find_quotes(text, people, language), find_topics(text, VOCABULARY, language)
    findings = extract(Document("d", "d.txt", text, "T", published=published, language=language), VOCABULARY)
    if findings.faults:
        raise RuntimeError("; ".join(findings.faults))
    make_rows(findings, VOCABULARY)


def faults(seed: int, inputs: int) -> Iterator[tuple[str, str]]:
    """The place and a beginning of the text for each input that raised."""
    chance = random.Random(seed)
    for _ in range(inputs):
        text = make_text(chance)
        drive: Callable[[str, random.Random], None] = chance.choice((read_made, find_all))
        try:
            drive(text, chance)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = str(error) if isinstance(error, RuntimeError) else f"{Path(place.filename).name}:{place.lineno}"
            yield f"{type(error).__name__} {where}"[:200], repr(text[:80])


def _part_of(job: tuple[int, int]) -> list[tuple[str, str]]:
    return list(faults(*job))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=12_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    parts = 8 * given.processes
    jobs = [(given.seed * 1000 + number, -(-given.inputs // parts)) for number in range(parts)]
    with ProcessPoolExecutor(given.processes) as pool:
        found = [fault for part in pool.map(_part_of, jobs) for fault in part]
    for place, n in Counter(place for place, _ in found).most_common():
        print(f"{n:6d}  {place}\n        {next(text for where, text in found if where == place)}")
    print(f"{len(found)} exceptions in {sum(n for _, n in jobs)} inputs")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
