"""Mail: one message (.eml) or a box of them (.mbox), each a document with date, subject and sender from its header."""

from __future__ import annotations

import email
import email.message
import email.policy
import re
from collections.abc import Iterator
from email.utils import parseaddr

from loaders.read.content import Content, UnreadableError
from loaders.read.decode import composed
from loaders.read.markup import text_of_markup

FROM_LINE = re.compile(rb"(?:\A|\r?\n\r?\n)From [^\r\n]*\r?\n")
"""What parts the messages of a box (RFC 4155)."""
QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")
MOST_MESSAGES = 100_000
HOW = "the message's header"


def read_eml(data: bytes) -> list[Content]:
    """The one message."""
    return [_read_message(data, "")]


def read_mbox(data: bytes) -> list[Content]:
    """The messages of a box; one without a text is left out. Raises UnreadableError where none has one."""
    starts = [match.end() for match in FROM_LINE.finditer(data)]
    borders = [*[match.start() for match in FROM_LINE.finditer(data)][1:], len(data)]
    if not starts:
        raise UnreadableError("The file is no mailbox: no line in it begins a message.")
    found = list(_messages(data, list(zip(starts, borders, strict=True))[:MOST_MESSAGES]))
    if not found:
        raise UnreadableError("No message in the mailbox holds a text.")
    return found


def _messages(data: bytes, spans: list[tuple[int, int]]) -> Iterator[Content]:
    for number, (start, end) in enumerate(spans, start=1):
        try:
            yield _read_message(QUOTED_FROM.sub(rb"\1", data[start:end]), f"message {number}")
        except UnreadableError:
            continue


def _read_message(data: bytes, part: str) -> Content:
    message = email.message_from_bytes(data, policy=email.policy.default)
    text = composed(_body(message)).replace("\r\n", "\n").strip()
    if not text:
        raise UnreadableError("The message holds no text.")
    subject, sender, date = (_header(message, name) for name in ("Subject", "From", "Date"))
    if subject and not text.startswith(subject):
        text = f"{subject}\n\n{text}"
    metadata = {"title": subject, "publisher": parseaddr(sender)[0] or parseaddr(sender)[1], "published": date}
    declared = {key: value for key, value in metadata.items() if value}
    return Content(text + "\n", declared, how=HOW, part=part)


def _header(message: email.message.EmailMessage, name: str) -> str:
    try:
        return composed(" ".join(str(message.get(name, "")).split()))
    except (
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
        TypeError,
    ):  # what broken headers make the parser raise
        return ""


def _body(message: email.message.EmailMessage) -> str:
    """The plain text of a message, or that of its HTML; attached files are not read."""
    try:
        part = message.get_body(("plain", "html"))
        text = str(part.get_content()) if part is not None else ""
    except (ValueError, LookupError, AttributeError, TypeError, KeyError):
        payload = message.get_payload(decode=True)
        return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return text_of_markup(text) if part is not None and part.get_content_subtype() == "html" else text
