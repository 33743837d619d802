"""Prose as Markdown that reads back as the same prose, for what a reader takes away."""

import re
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

_DEEPEST = 6
_SIGNS = re.compile(r"([\\`*_\[\]<>&~|])")
_AT_LINE_START = re.compile(r"^([#+=-]|\d+(?=[.)]))", re.MULTILINE)


def escape(text: str) -> str:
    """Words in which nothing is a sign of Markdown's."""
    return _SIGNS.sub(r"\\\1", text)


def markdown(blocks: Blocks, styles: Mapping[str, Style], *, below: int = 0) -> str:
    """Blocks as Markdown, without an end of line. Headings go so many levels deeper."""
    written: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(before, Items) and isinstance(block, Items) and _alike(before, block):
            written.append("<!-- -->")  # or the two would read back as one list
        written.append(_block(block, styles, below))
        before = block
    return "\n\n".join(written)


def _alike(one: Items, other: Items) -> bool:
    return (one.start is None) == (other.start is None)


def _block(block: Block, styles: Mapping[str, Style], below: int) -> str:
    match block:
        case Paragraph(content):
            return _AT_LINE_START.sub(_escape_start, inline_markdown(content))
        case Heading(level, content):
            return f"{'#' * min(level + below, _DEEPEST)} {inline_markdown(content)}"
        case Quote(blocks):
            return _quoted(markdown(blocks, styles, below=below))
        case Items(items, start):
            return "\n".join(_items(items, start, styles, below))
        case Rule():
            return "* * *"
        case Set(style, blocks):
            header = styles[style].header
            inner = markdown(blocks, styles, below=below)
            return _quoted(f"**{escape(header)}**\n\n{inner}" if header else inner)
        case _:
            assert_never(block)


def _escape_start(found: re.Match[str]) -> str:
    """A sign at the start of a line made harmless: before it, or after a number, where the point stands."""
    sign = found.group()
    return f"{sign}\\" if sign.isdecimal() else f"\\{sign}"


def _items(items: tuple[Blocks, ...], start: int | None, styles: Mapping[str, Style], below: int) -> Iterator[str]:
    for number, item in enumerate(items, start or 0):
        label = "- " if start is None else f"{number}. "
        yield label + markdown(item, styles, below=below).replace("\n", "\n" + " " * len(label))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def inline_markdown(content: Inlines) -> str:
    """Inlines as Markdown. A note's mark is left out: the note is not there to be read."""
    return "".join(_inline(content))


def _inline(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Words(text):
                yield escape(text)
            case Emphasis(inner):
                yield f"*{inline_markdown(inner)}*"
            case Strong(inner):
                yield f"**{inline_markdown(inner)}**"
            case Mark(_, inner):
                yield inline_markdown(inner)
            case Link(address, inner):
                yield f"[{inline_markdown(inner)}](<{address}>)"
            case Break():
                yield "\\\n"
            case Insert():
                raise AssertionError("a page has its values filled in")
            case _:
                assert_never(inline)
