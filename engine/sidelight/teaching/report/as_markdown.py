"""A report as Markdown. A chart is a table: a bar has no length there that could be relied on."""

from collections.abc import Iterable

from sidelight.presenting.as_markdown import escape
from sidelight.teaching.report.sheet import Bars, Block, Heading, Quoted, Table, Words, in_words
from sidelight.text.characters import clean


def markdown(blocks: Iterable[Block]) -> str:
    """The whole document."""
    return "\n\n".join(map(_block, blocks)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'#' * level} {_words(words)}"
        case Words(words):
            return _paragraph(words)
        case Quoted(words):
            return f"> {_paragraph(words)}"
        case Bars(caption, _, bars, unit):
            noted = any(bar.note for bar in bars)
            rows = [(_words(bar.label), f"{bar.count:,}{unit}", _words(bar.note)) for bar in bars]
            return _table(caption, ("", "", "")[: 2 + noted], [row[: 2 + noted] for row in rows])
        case Table(caption, columns, rows):
            cells = [tuple(_words(in_words(cell)) for cell in row) for row in rows]
            return _table(caption, tuple(map(_words, columns)), cells)


def _table(caption: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [columns, ("---", *("---:" for _ in columns[1:])), *rows]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{_paragraph(caption)}:\n\n{table}"


def _paragraph(words: str) -> str:
    """Words that begin a line: nothing in front of them may begin a list or a heading."""
    escaped = _words(words)
    return f"\\{escaped}" if escaped[:1] in ("#", "+", "-", "=") else escaped


def _words(words: str) -> str:
    return escape(clean(" ".join(words.split())))
