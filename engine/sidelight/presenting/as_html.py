"""Prose as HTML: elements and nothing else, for a page of ours or for another program's field."""

from collections.abc import Iterator, Mapping
from html import escape
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


def html(blocks: Blocks, styles: Mapping[str, Style], *, below: int = 0) -> str:
    """Blocks as HTML, one to a line. Headings go so many levels deeper; a style has its mark for a class."""
    return "\n".join(_block(block, styles, below) for block in blocks)


def _block(block: Block, styles: Mapping[str, Style], below: int) -> str:
    match block:
        case Paragraph(content):
            return f"<p>{inline_html(content)}</p>"
        case Heading(level, content):
            name = f"h{min(level + below, _DEEPEST)}"
            return f"<{name}>{inline_html(content)}</{name}>"
        case Quote(blocks):
            return f"<blockquote>{html(blocks, styles, below=below)}</blockquote>"
        case Items(items, start):
            inner = "".join(f"<li>{html(item, styles, below=below)}</li>" for item in items)
            return f"<ul>{inner}</ul>" if start is None else f'<ol start="{start}">{inner}</ol>'
        case Rule():
            return "<hr>"
        case Set(style, blocks):
            header = styles[style].header
            label = f"<p><strong>{escape(header)}</strong></p>" if header else ""
            return f'<div class="set {styles[style].mark}">{label}{html(blocks, styles, below=below)}</div>'
        case _:
            assert_never(block)


def inline_html(content: Inlines) -> str:
    """Inlines as HTML. A note's mark is its number, where the page has numbered it."""
    return "".join(_inline(content))


def _inline(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Words(text):
                yield escape(text, quote=False)
            case Emphasis(inner):
                yield f"<em>{inline_html(inner)}</em>"
            case Strong(inner):
                yield f"<strong>{inline_html(inner)}</strong>"
            case Mark(_, inner, number):
                yield inline_html(inner) + (f"<sup>{number}</sup>" if number else "")
            case Link(address, inner):
                yield f'<a href="{escape(address)}">{inline_html(inner)}</a>'
            case Break():
                yield "<br>"
            case Insert():
                raise AssertionError("a page has its values filled in")
            case _:
                assert_never(inline)
