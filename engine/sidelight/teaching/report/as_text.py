"""A report in plain characters, for a terminal or a pipe. A number stands before every bar."""

from collections.abc import Iterable, Iterator

from sidelight.teaching.report.sheet import Bar, Bars, Block, Cell, Heading, Quoted, Table, Words, in_words
from sidelight.text.characters import clean, width

_NARROWEST = 40
_MARGIN = "  "
_GAP = "  "
_UNDER = {1: "=", 2: "-"}
_LEAST_LABEL = 12
_LEAST_BAR = 8
_SHORT = 9
"""Columns of a note that stands beside its bar; a longer one has a line of its own."""


def text(blocks: Iterable[Block], columns: int, mark: str) -> Iterator[str]:
    """The lines of a report, so many columns wide; bars are drawn with a mark."""
    columns = max(columns, _NARROWEST)
    for number, block in enumerate(blocks):
        if number:
            yield ""
            if isinstance(block, Heading) and block.level == 1:
                yield ""
        yield from (line.rstrip() for line in _block(block, columns, mark))


def _block(block: Block, columns: int, mark: str) -> Iterator[str]:
    match block:
        case Heading(level, words):
            lines = _wrapped(words, columns)
            yield from lines
            if level in _UNDER:
                yield _UNDER[level] * max(map(width, lines))
        case Words(words):
            yield from _wrapped(words, columns)
        case Quoted(words):
            yield from (_MARGIN * 2 + line for line in _wrapped(words, columns - 4))
        case Bars():
            yield from _bars(block, columns, mark)
        case Table():
            yield from _table(block, columns)


def _wrapped(words: str, columns: int) -> list[str]:
    """Lines of so many cells at most; a word that is longer is broken."""
    lines = [""]
    for word in clean(words).split():
        if lines[-1] and width(lines[-1]) + 1 + width(word) <= columns:
            lines[-1] += f" {word}"
            continue
        lines += _broken(word, columns) if width(word) > columns else [word]
    return lines[1:] if len(lines) > 1 else lines


def _broken(word: str, columns: int) -> Iterator[str]:
    part, cells = "", 0
    for character in word:
        taken = width(character)
        if part and cells + taken > columns:
            yield part
            part, cells = "", 0
        part += character
        cells += taken
    yield part


def _bars(chart: Bars, columns: int, mark: str) -> Iterator[str]:
    yield from _wrapped(f"{chart.caption}:", columns)
    counts = [f"{bar.count:,}{chart.unit}" for bar in chart.bars]
    number = max(map(len, counts), default=0)
    beside = max((width(_noted(bar)) for bar in chart.bars if _is_short(bar)), default=0)
    room = columns - len(_MARGIN) - number - 2 * len(_GAP) - beside
    longest = max((width(bar.label) for bar in chart.bars), default=0)
    label = min(longest, max(_LEAST_LABEL, room * 3 // 5))
    space = max(_LEAST_BAR, room - label)
    for bar, count in zip(chart.bars, counts, strict=True):
        length = round(space * min(bar.count, chart.whole) / chart.whole) if chart.whole else 0
        drawn = mark * max(length, bar.count > 0)
        first, *rest = _wrapped(bar.label, label)
        short = _noted(bar) if _is_short(bar) else ""
        yield f"{_MARGIN}{_padded(first, label)}{_GAP}{count:>{number}}{_GAP}{drawn}{short}"
        yield from (_MARGIN + line for line in rest)
        if not short:
            yield from (_MARGIN * 2 + line for line in _wrapped(_noted(bar).strip(), columns - 4) if line)


def _is_short(bar: Bar) -> bool:
    return width(bar.note) <= _SHORT


def _noted(bar: Bar) -> str:
    return f" ({_flat(bar.note)})" if bar.note else ""


def _table(table: Table, columns: int) -> Iterator[str]:
    rows = [tuple(_flat(in_words(cell)) for cell in row) for row in table.rows]
    number = len(table.columns)
    sizes = [max(width(row[place]) for row in (table.columns, *rows)) for place in range(number)]
    last = number - 1
    left = [place == 0 or _is_words(row[place] for row in table.rows) for place in range(number)]
    if left[last]:
        sizes[last] = max(_LEAST_LABEL, min(sizes[last], columns - sum(sizes[:last]) - len(_GAP) * last))
    yield from _wrapped(f"{table.caption}:", columns)
    if sum(sizes) + len(_GAP) * last > columns:
        yield from _rows_as_words(table.columns, rows, columns)
        return
    yield from _row(table.columns, sizes, left)
    yield _GAP.join("-" * size for size in sizes)
    for row in rows:
        yield from _row(row, sizes, left)


def _rows_as_words(names: tuple[str, ...], rows: list[tuple[str, ...]], columns: int) -> Iterator[str]:
    """The rows of a table that is too wide, each as a line of its own words."""
    for about, *cells in rows:
        told = "; ".join(f"{name} {cell}" for name, cell in zip(names[1:], cells, strict=True) if cell)
        first, *rest = _wrapped(f"{about}: {told}", columns - len(_MARGIN))
        yield first
        yield from (_MARGIN + line for line in rest)


def _is_words(cells: Iterable[Cell]) -> bool:
    return any(isinstance(cell, str) for cell in cells)


def _row(cells: tuple[str, ...], sizes: list[int], left: list[bool]) -> Iterator[str]:
    *before, last = cells
    first, *rest = _wrapped(last, sizes[-1])
    set_ = [
        _padded(cell, size) if to_left else " " * (size - width(cell)) + cell
        for cell, size, to_left in zip((*before, first), sizes, left, strict=True)
    ]
    yield _GAP.join(set_)
    indent = sum(sizes[:-1]) + len(_GAP) * len(before)
    yield from (" " * indent + line for line in rest)


def _flat(words: str) -> str:
    """Words on one line, whatever breaks they had."""
    return clean(" ".join(words.split()))


def _padded(words: str, size: int) -> str:
    return words + " " * (size - width(words))
