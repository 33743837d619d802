"""The record strip as it is printed, and a page of them to cut."""

from collections.abc import Iterator

from sidelight.teaching.pack.paper.strip import Boxes, Letters, Row, Strip, Track
from sidelight.teaching.pack.sheet import Group, Line, NewPage, Node, Table, Title, words
from sidelight.text.prose import Inlines

_ROWS = 24
"""Rows of strips to a page of them."""
_WIDE = "\u2003"


def strip_group(strip: Strip) -> Group:
    """One strip: the counts first, then the letters that stand alone, then those of which one is circled."""
    counts = [_row(row) for row in strip.values() if not isinstance(row, Letters)]
    letters = [row for row in strip.values() if isinstance(row, Letters)]
    single = [name for row in letters if len(row.letters) == 1 for name in row.letters.values()]
    rows = [*counts, *([(words("Circle"), words(_WIDE.join(single)))] if single else [])]
    rows += [_row(row) for row in letters if len(row.letters) > 1]
    return Group("strip", (Table("", ("", ""), tuple(rows)),))


def strips_to_cut(strip: Strip) -> Iterator[Node]:
    """A page of strips."""
    yield NewPage()
    yield Title(1, words("Record strips"))
    yield Line(words("To copy and cut: one for each play."), "small")
    one = strip_group(strip)
    rows = sum(len(node.rows) for node in one.nodes if isinstance(node, Table))
    yield from [one] * max(2, _ROWS // (1 + rows))


def _row(row: Row) -> tuple[Inlines, Inlines]:
    match row:
        case Letters(_, letters):
            return words("Circle one"), words(f"[{_WIDE}{_WIDE.join(sorted(letters.values()))}{_WIDE}]")
        case Boxes(name, start):
            return words(name), words(_WIDE.join("☐" * start))
        case Track(name, start, numbers):
            return words(f"{name}, from {start}"), words(_WIDE.join(str(number) for number in numbers))
