"""A sheet as one file of HTML: no scripts, nothing fetched, fit for A4 and Letter, and for a screen reader."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import assert_never

from sidelight.model.story import Style
from sidelight.presenting.as_html import html, inline_html
from sidelight.teaching.pack.look import CSS
from sidelight.teaching.pack.sheet import Blank, Group, Line, NewPage, Node, Points, Prose, Sheet, Table, Title
from sidelight.text.prose import Inlines

_BELOW = 3
_LABELS = {"box": '<span class="tick">☐</span> ', "blank": '<span class="blank">____</span> '}


def html_of(sheet: Sheet) -> str:
    """The text of the file."""
    body = "\n".join(_nodes(sheet.nodes, sheet.styles))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>\n{CSS}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        "</body>\n</html>\n"
    )


def _nodes(nodes: Iterable[Node], styles: Mapping[str, Style]) -> Iterator[str]:
    for node in nodes:
        yield from _node(node, styles)


def _node(node: Node, styles: Mapping[str, Style]) -> Iterator[str]:
    match node:
        case Title(level, content, beside):
            small = f' <span class="beside">· {escape(beside)}</span>' if beside else ""
            yield f"<h{level}>{inline_html(content)}{small}</h{level}>"
        case Prose(blocks):
            yield html(blocks, styles, below=_BELOW)
        case Line(content, role):
            yield f"<p{_class(role)}>{inline_html(content)}</p>"
        case Points(items, label):
            before = _LABELS.get(label, "")
            yield f"<ul{_class(label)}>"
            yield from (f"<li>{before}{inline_html(item)}</li>" for item in items)
            yield "</ul>"
        case Table():
            yield from _table(node)
        case Blank(lines):
            yield from ['<div class="write"></div>'] * lines
        case Group(role, nodes):
            yield f"<div{_class(role)}>"
            yield from _nodes(nodes, styles)
            yield "</div>"
        case NewPage():
            yield '<div class="new-page"></div>'
        case _:
            assert_never(node)


def _class(role: str) -> str:
    return f' class="{escape(role)}"' if role else ""


def _table(table: Table) -> Iterator[str]:
    yield f"<table{_class(table.role)}>"
    if table.caption:
        yield f"<caption>{escape(table.caption)}</caption>"
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    yield f"<thead><tr>{head}</tr></thead>"
    yield "<tbody>"
    yield from (f"<tr>{_row(row)}</tr>" for row in table.rows)
    yield "</tbody>\n</table>"


def _row(row: Iterable[Inlines]) -> str:
    first, *rest = row
    cells = "".join(f"<td>{inline_html(cell)}</td>" for cell in rest)
    return f'<th scope="row">{inline_html(first)}</th>{cells}'
