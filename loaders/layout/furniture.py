"""What stands on a page and is not its text: front matter, the targets of links, categories, what a page asks of its reader."""

from __future__ import annotations

import re

from loaders.layout.words import LayoutWords, layout_words

LONGEST_APPEAL = 240
"""Characters of a paragraph in which a page speaks of itself; a longer one has something to tell."""

_FRONT_MATTER = re.compile(r"\A\s{0,8}---[ \t]*\n(?:[^\n]*\n){0,400}?---[ \t]*(?:\n|\Z)")
_KEY = re.compile(r"^[\w-]+[ \t]*:", re.MULTILINE)
_LINK = re.compile(
    r"(?P<opens>!?\[)(?P<words>[^\[\]\n]{0,300})"
    r"(?P<target>\]\([^()\s]{1,600}(?:\([^()\s]*\)[^()\s]{0,200})?(?:\s+[\"'][^\"'\n]*[\"'])?\))"
)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[[^\[\]\n]{1,80}\]:[ \t]+<?(?:[a-z]{3,8}://|/|www\.)[^\s]{1,600}[^\n]{0,200}$", re.MULTILINE
)
"""The target of a link that stands apart from it: "[1]: https://…"."""
_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"[\s*_#>•|-]*([^\W\d_][\w ]{1,24}?)[*_]*\s*[:：]")
_BLANK = re.compile(r"[^\n]")


def without_furniture(text: str) -> str:
    """The text with all this blank; of the same length and with the same lines. A text that is nothing else stays.

    >>> without_furniture("The [dam](/2017/04) broke.").split()
    ['The', 'dam', 'broke.']
    """
    if end := end_of_front_matter(text):
        text = _blank(text[:end]) + text[end:]
    if "](" in text:
        text = _LINK.sub(_words_of_link, text)
    if "]: " in text:
        text = _DEFINITION.sub(lambda line: _blank(line.group()), text)
    words = layout_words()
    folded = text.casefold()
    # A search for each list costs less than a look at every line; most texts have none of these words.
    if not any(appeal in folded for appeal in words.appeals) and not any(
        f"{label}:" in folded for label in words.filed
    ):
        return text
    read = _LINE.sub(lambda line: _blank(line.group()) if _is_furniture(line.group(), words) else line.group(), text)
    return text if read.isspace() else read


def end_of_front_matter(text: str) -> int:
    """Where the text begins behind a block of YAML at its head; 0 where there is none.

    >>> end_of_front_matter("---\\ntitle: The dam\\n---\\nThe dam broke.")
    23
    """
    front = _FRONT_MATTER.match(text)
    return front.end() if front and _KEY.search(front.group()) else 0


def _words_of_link(link: re.Match[str]) -> str:
    """A link's words alone; of a picture nothing."""
    words = link["words"] if link["opens"] == "[" else _blank(link["words"])
    return _blank(link["opens"]) + words + _blank(link["target"])


def _blank(words: str) -> str:
    return _BLANK.sub(" ", words)


def _is_furniture(line: str, words: LayoutWords) -> bool:
    label = _LABEL.match(line)
    if label and label[1].casefold() in words.filed:
        return True
    folded = " ".join(line.casefold().split())
    return len(folded) <= LONGEST_APPEAL and any(appeal in folded for appeal in words.appeals)
