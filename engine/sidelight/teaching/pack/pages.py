"""How much paper a sheet takes, before it is printed."""

from math import ceil

from sidelight.teaching.pack.as_markdown import markdown_of
from sidelight.teaching.pack.sheet import Sheet

_WORDS = 335
"""Words of a book on a printed page; the eight books of the bundled story have 312 to 352."""


def pages_of(sheet: Sheet) -> int:
    """About how many pages of A4 or Letter a book fills."""
    return ceil(len(markdown_of(sheet).split()) / _WORDS)


def paper(pages: int) -> str:
    """That number in words, and what it comes to where two pages stand on one."""
    if pages == 1:
        return "about 1 page"
    return f"about {pages} pages, or {ceil(pages / 2)} with two to a page"
