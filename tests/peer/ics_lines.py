"""The lines of an iCalendar file (RFC 5545, 3.1): octets to content lines, nothing forgiven.

Used by ics_check.py. Knows bytes, folding and the grammar of a content line; knows no property.
"""

import re
import unicodedata
from typing import NamedTuple

NAME = re.compile(r"[A-Za-z0-9-]+")
# A parameter value: quoted without quotes inside, or plain without quote, semicolon, colon, comma.
PARAM_VALUE = re.compile(r'"[^"]*"|[^";:,]*')
MAX_OCTETS = 75


class Line(NamedTuple):
    """One unfolded content line. `number` is that of its first physical line."""

    number: int
    name: str  # upper case
    params: dict  # upper-case name -> list of values, quotes removed
    value: str


def physical_lines(raw, problems):
    """(number, octets) of every line; each must end in CRLF, be short and whole UTF-8."""
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.append((1, "the file begins with a byte-order mark"))
        raw = raw[3:]
    if not raw.endswith(b"\r\n"):
        problems.append((raw.count(b"\n") + 1, "the last line does not end in CRLF"))
    parts = raw.split(b"\r\n")
    if parts and parts[-1] == b"":
        parts.pop()
    for number, octets in enumerate(parts, 1):
        if b"\r" in octets or b"\n" in octets:
            problems.append((number, "a line break that is not CRLF"))
        if len(octets) > MAX_OCTETS:
            problems.append((number, f"{len(octets)} octets in a line, at most {MAX_OCTETS}"))
        if not octets.strip(b" \t"):
            problems.append((number, "an empty line"))
        yield number, octets


def unfolded(raw, problems):
    """(number, text) of every content line. Each physical line must be UTF-8 by itself: a fold in
    the middle of a character is refused."""
    lines = []
    for number, octets in physical_lines(raw, problems):
        try:
            text = octets.decode("utf-8")
        except UnicodeDecodeError:
            problems.append((number, "not UTF-8, or a fold splits a character"))
            text = octets.decode("utf-8", "replace")
        for character in text:
            if character != "\t" and unicodedata.category(character) == "Cc":
                problems.append((number, f"the control character U+{ord(character):04X}"))
        if text[:1] in (" ", "\t"):
            if lines:
                lines[-1] = (lines[-1][0], lines[-1][1] + text[1:])
            else:
                problems.append((number, "the first line is a continuation"))
        elif text:
            lines.append((number, text))
    return lines


def content_line(number, text):
    """Splits NAME;PARAM=value:value. Raises ValueError with what is wrong."""
    name = NAME.match(text)
    if not name:
        raise ValueError("no property name")
    at = name.end()
    params = {}
    while text[at:at + 1] == ";":
        param = NAME.match(text, at + 1)
        if not param or text[param.end():param.end() + 1] != "=":
            raise ValueError("a parameter without name or value")
        key = param.group().upper()
        if key in params:
            raise ValueError(f"the parameter {key} stands twice")
        at = param.end()
        params[key] = []
        while text[at:at + 1] in ("=", ","):
            found = PARAM_VALUE.match(text, at + 1)
            params[key].append(found.group().strip('"'))
            at = found.end()
            if text[at:at + 1] == '"':
                raise ValueError(f"a quote inside the parameter {key}")
            if text[at:at + 1] != ",":
                break
    if text[at:at + 1] != ":":
        raise ValueError("no colon after the property name and its parameters")
    return Line(number, name.group().upper(), params, text[at + 1:])


def read_lines(raw, problems):
    """Every content line of a file; what cannot be read is a problem and left out."""
    lines = []
    for number, text in unfolded(raw, problems):
        try:
            lines.append(content_line(number, text))
        except ValueError as wrong:
            problems.append((number, str(wrong)))
    return lines
