"""A sheet as Markdown, for whoever wants to change it before she prints it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from sidelight.model.story import Style
from sidelight.presenting.as_markdown import escape, inline_markdown, markdown
from sidelight.teaching.pack.sheet import (
    Blank,
    Group,
    Line,
    NewPage,
    Node,
    Nodes,
    Points,
    Prose,
    Sheet,
    Table,
    Title,
)
from sidelight.text.prose import (
    Block,
    Blocks,
    Emphasis,
    Heading,
    Inline,
    Inlines,
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

_LABELS = {"box": "☐ ", "blank": "\\_\\_\\_\\_ "}
_WRITE = "." * 80
_QUOTED = ("case", "set", "notice", "strip", "slip")
"""The roles of what is set in from the rest."""


def markdown_of(sheet: Sheet) -> str:
    """The text of the file."""
    return _nodes(sheet.nodes, sheet.styles) + "\n"


def _nodes(nodes: Nodes, styles: Mapping[str, Style]) -> str:
    return "\n\n".join(text for node in nodes for text in _node(node, styles) if text)


def _node(node: Node, styles: Mapping[str, Style]) -> Iterator[str]:
    match node:
        case Title(level, content, beside):
            small = f" · {escape(beside)}" if beside else ""
            yield f"{'#' * level} {_line(content)}{small}"
        case Prose(blocks):
            yield markdown(_numbered(blocks), styles, below=3)
        case Line(content):
            yield _line(content)
        case Points(items, label):
            before = _LABELS.get(label, "")
            yield "\n".join(f"- {before}{_line(item)}" for item in items)
        case Table():
            yield "\n".join(_table(node))
        case Blank(lines):
            yield from [_WRITE] * lines
        case Group(role, nodes):
            yield _grouped(role, _nodes(nodes, styles))
        case NewPage():
            yield "* * *"
        case _:
            assert_never(node)


def _grouped(role: str, inner: str) -> str:
    if role.split(maxsplit=1)[0] not in _QUOTED:
        return inner
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"{escape(table.caption)}\n"
    yield f"| {' | '.join(escape(cell) or ' ' for cell in table.head)} |"
    yield f"|{' --- |' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join(_line(cell).replace(chr(10), ' ') or ' ' for cell in row)} |"


def _line(content: Inlines) -> str:
    return inline_markdown(_marked(content))


def _numbered(blocks: Blocks) -> Blocks:
    """Blocks in which the number of a note is words."""
    return tuple(_numbered_block(block) for block in blocks)


def _numbered_block(block: Block) -> Block:
    match block:
        case Heading(_, content) | Paragraph(content):
            return replace(block, content=_marked(content))
        case Quote(inner) | Set(_, inner):
            return replace(block, blocks=_numbered(inner))
        case Items(items):
            return replace(block, items=tuple(_numbered(item) for item in items))
        case Rule():
            return block


def _marked(content: Inlines) -> Inlines:
    found: list[Inline] = []
    for inline in content:
        match inline:
            case Mark(_, inner, number):
                found += [*_marked(inner), *([Words(f"[{number}]")] if number else [])]
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                found.append(replace(inline, content=_marked(inner)))
            case _:
                found.append(inline)
    return tuple(found)
