"""Prose as lines to be heard or read: nothing depends on colour, place or a sign."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import assert_never

from sidelight.model.story import Style
from sidelight.text.prose import (
    Block,
    Blocks,
    Break,
    Emphasis,
    Heading,
    Inlines,
    Insert,
    Items,
    Link,
    Mark,
    Paragraph,
    Quote,
    Rule,
    Set,
    Strong,
    Words,
)

A_BREAK = "(A break.)"
CLOSED = "Closed: "
_UNDER_NUMBER = re.compile(r"\d{1,2}\. |- ")
"""What a line of a list begins with: the rest of it stands to the right of that."""
_HANG = 3
"""Cells by which the rest of a closed choice stands to the right, as under the number of an open one."""


def lines(blocks: Blocks, styles: Mapping[str, Style]) -> list[str]:
    """Blocks as paragraphs, one string each; a paragraph may hold line ends of its own."""
    return [line for block in blocks for line in _block(block, styles)]


def words(content: Inlines) -> str:
    """Inlines as one string. A mark is said as "(note 1)", a link with its address.

    Emphasis stands between underscores, for it often says which words are spoken of, and quotation marks have a
    meaning of their own. Screen readers pass over them. Where all is emphasised nothing is set off, and nothing
    stands; nor for strong words, which are headings of a kind.
    """
    whole = content[0].content if len(content) == 1 and isinstance(content[0], Emphasis) else content
    return "".join(_inline(whole))


def wrap(text: str, width: int) -> str:
    """A paragraph broken into lines of so many cells at most; as it is, without a width."""
    return "\n".join(_wrapped(line, width) for line in text.split("\n")) if width else text


def _wrapped(line: str, width: int) -> str:
    number = _UNDER_NUMBER.match(line)
    hang = number.end() if number else _HANG * line.startswith(CLOSED)
    return textwrap.fill(line, width, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False)


def _all(content: Inlines) -> str:
    return "".join(_inline(content))


def _inline(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Words(text):
                yield text
            case Emphasis(inner):
                yield f"_{_all(inner)}_"
            case Strong(inner):
                yield _all(inner)
            case Mark(_, inner, number):
                yield f"{_all(inner)} (note {number})"
            case Link(address, inner):
                yield f"{_all(inner)} ({address})"
            case Break():
                yield "\n"
            case Insert():
                raise AssertionError("a page has its values filled in")
            case _:
                assert_never(inline)


def _block(block: Block, styles: Mapping[str, Style]) -> Iterator[str]:
    match block:
        case Paragraph(content):
            yield words(content)
        case Heading(_, content):
            yield sentence(words(content))
        case Quote(blocks):
            first, *rest = lines(blocks, styles) or [""]
            yield f"Quote: {first}"
            yield from rest
        case Items(items, start):
            for number, item in enumerate(items, start or 1):
                first, *rest = lines(item, styles) or [""]
                yield f"{number}. {first}" if start is not None else f"- {first}"
                yield from rest
        case Rule():
            yield A_BREAK
        case Set(style, blocks):
            yield from _set(styles[style], lines(blocks, styles))
        case _:
            assert_never(block)


def _set(style: Style, inner: list[str]) -> Iterator[str]:
    name = style.id.replace("-", " ")
    yield style.header or f"{name.capitalize()}:"
    yield from inner
    yield f"End of {name}."


def sentence(text: str) -> str:
    """A line that ends as a sentence does, be it inside a closing quotation mark."""
    text = text.strip()
    return text if not text or text.rstrip("_”’)")[-1:] in ".!?:…" else f"{text}."
