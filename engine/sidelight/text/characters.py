"""Characters that may not reach a terminal, and how wide the others are."""

import re
import unicodedata

# C0 and C1 controls but tab and newline, DEL, and the marks that turn the direction of a line round.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
REPLACEMENT = "\ufffd"


def unsafe_characters(text: str) -> list[tuple[int, str]]:
    """Each forbidden character with its offset."""
    return [(found.start(), found.group()) for found in _UNSAFE.finditer(text)]


def clean(text: str) -> str:
    """The text with every forbidden character replaced, so that it can do nothing but be read."""
    return _UNSAFE.sub(REPLACEMENT, text)


def width(text: str) -> int:
    """How many terminal cells a line takes: none for combining marks, two for wide characters."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1
        for each in text
    )
