"""Prose as lines of a terminal: the one place where a story's words become Textual's Content.

Nothing here reads markup. What an author wrote arrives as plain strings and stays plain strings; how a kind of
text looks is said by a role.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias, assert_never

from textual.content import Content
from textual.geometry import Region
from textual.style import Style as Look

from sidelight.model.story import Style, StyleMark
from sidelight.text.characters import clean
from sidelight.text.prose import (
    Block,
    Blocks,
    Break,
    Emphasis,
    Heading,
    Inline,
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

Lines: TypeAlias = list[Content]

BLANK = Content("")
ORNAMENT = "*   *   *"
MARK = "mark"
"""The key under which Textual's styles carry which mark a stretch of text belongs to."""

_BULLET = "•"
_NARROWEST = 8
"""Cells a text keeps however deep it is nested; beyond that it is cut rather than lost."""


class Role(StrEnum):
    """What a stretch of text is, and by that what it looks like, in Textual's words and a theme's colours.

    Not component classes of the stylesheet: Textual drops the reverse of those.
    """

    QUIET = "$text-muted"
    ACCENT = "$accent"
    FRAME = "$border"
    MARKED = "underline"
    STRONG = "bold"
    EMPHASIS = "italic"
    CURRENT = "bold reverse"


def plain(text: str, role: Role | None = None) -> Content:
    """Words as they are. Cleaned once more, because this is the last door before the terminal."""
    return Content.styled(clean(text), role or "")


def note_number(number: int) -> Content:
    """How a note is called wherever it is named."""
    return plain(f"[{number}]", Role.ACCENT)


def mark_of(look: Look | str) -> int | None:
    """Which of a galley's marks a stretch of text belongs to."""
    return None if isinstance(look, str) else look.meta.get(MARK)


@dataclass
class Galley:
    """A text set at one width: its lines, and the note each of its marks leads to, in reading order."""

    width: int
    styles: Mapping[str, Style] = field(default_factory=dict)
    lines: Lines = field(default_factory=list)
    marks: list[int] = field(default_factory=list)

    def line(self, content: Content) -> None:
        """Add a paragraph, broken where it must be."""
        self.lines += wrap(content, self.width)

    def gap(self) -> None:
        """Leave a line free, unless the text has not begun or one is free already."""
        if self.lines and self.lines[-1]:
            self.lines.append(BLANK)

    def blocks(self, blocks: Blocks) -> None:
        """Add blocks."""
        self.lines += self._blocks(blocks, self.width)

    def styled(self, blocks: Blocks, style: Style | None) -> None:
        """Add blocks as the text of a scene in a style."""
        mark = StyleMark.NONE if style is None else style.mark
        self.lines += self._marked(blocks, mark, self.width, Role.ACCENT)

    def inlines(self, content: Inlines) -> Content:
        """Inlines as one stretch of text, not yet broken into lines."""
        return BLANK.join(self._inline(inline) for inline in content)

    def mark(self, number: int, content: Content) -> Content:
        """Words that are a way to a note: the reader can go from mark to mark, and point at one."""
        self.marks.append(number)
        return content.stylize(Look.from_meta({MARK: len(self.marks) - 1}))

    @cached_property
    def places(self) -> Sequence[Sequence[Region]]:
        """Where each mark stands: a region for each line it is on. For when all is set."""
        found: list[list[Region]] = [[] for _ in self.marks]
        for y, line in enumerate(self.lines):
            for start, end, look in line.spans:
                mark = mark_of(look)
                if mark is not None:
                    x, width = plain(line.plain[:start]).cell_length, plain(line.plain[start:end]).cell_length
                    found[mark].append(Region(x, y, width, 1))
        return found

    def _inline(self, inline: Inline) -> Content:
        match inline:
            case Words(text):
                return plain(text)
            case Emphasis(content):
                return self.inlines(content).stylize(Role.EMPHASIS)
            case Strong(content):
                return self.inlines(content).stylize(Role.STRONG)
            case Mark(_, content, number):
                return self.mark(number, self.inlines(content).stylize(Role.MARKED) + note_number(number))
            case Link(address, content):
                return self.inlines(content) + plain(f" ({address})", Role.QUIET)
            case Break():
                return Content("\n")
            case Insert():
                raise AssertionError("a page has its values filled in")
            case _:
                assert_never(inline)

    def _blocks(self, blocks: Blocks, width: int) -> Lines:
        lines: Lines = []
        for block in blocks:
            if lines:
                lines.append(BLANK)
            lines += self._block(block, max(width, _NARROWEST))
        return lines

    def _block(self, block: Block, width: int) -> Lines:
        match block:
            case Paragraph(content):
                return wrap(self.inlines(content), width)
            case Heading(_, content):
                return wrap(self.inlines(content).stylize(Role.STRONG), width)
            case Quote(blocks):
                return before(plain("    "), self._blocks(blocks, width - 6))
            case Items(items, start):
                return self._items(items, start, width)
            case Rule():
                return [centred(plain(ORNAMENT, Role.QUIET), width)]
            case Set(style, blocks):
                return self._set(self.styles[style], blocks, width)
            case _:
                assert_never(block)

    def _items(self, items: Sequence[Blocks], start: int | None, width: int) -> Lines:
        signs = [_BULLET if start is None else f"{start + place}." for place in range(len(items))]
        hang = max(len(sign) for sign in signs) + 1
        lines: Lines = []
        for sign, item in zip(signs, items, strict=True):
            lines += before(plain(f"{sign:>{hang - 1}} "), self._blocks(item, width - hang), plain(" " * hang))
        return lines

    def _set(self, style: Style, blocks: Blocks, width: int) -> Lines:
        header = wrap(plain(style.header, Role.QUIET), width) if style.header else []
        return header + self._marked(blocks, style.mark, width, Role.FRAME)

    def _marked(self, blocks: Blocks, mark: StyleMark, width: int, role: Role) -> Lines:
        match mark:
            case StyleMark.RULE:
                return before(plain("│ ", role), self._blocks(blocks, width - 2))
            case StyleMark.BOX:
                return _box(self._blocks(blocks, width - 4), width, role)
            case StyleMark.INDENT:
                return before(plain("    "), self._blocks(blocks, width - 4))
            case StyleMark.NONE:
                return self._blocks(blocks, width)
            case _:
                assert_never(mark)


def wrap(content: Content, width: int) -> Lines:
    """A paragraph as lines no wider than the width, with nothing hanging over at their ends."""
    if content and "\n" not in content.plain and content.cell_length <= width:
        return [content.rstrip()]  # as most lines of a long list do; breaking is slow
    return [line.rstrip() for line in content.wrap(max(width, 1))]


def filled(parts: Sequence[str], gap: str, width: int) -> list[str]:
    """Parts in lines, each as full as it can be without breaking one."""
    lines = list(parts[:1])
    for part in parts[1:]:
        longer = f"{lines[-1]}{gap}{part}"
        if plain(longer).cell_length > width:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def before(sign: Content, lines: Lines, then: Content | None = None) -> Lines:
    """Lines with a sign before the first of them and `then` before the others; the sign before all, without it."""
    return [(sign if then is None or place == 0 else then) + line for place, line in enumerate(lines)]


def centred(content: Content, width: int) -> Content:
    """A line in the middle of the measure."""
    return content.pad_left(max(0, (width - content.cell_length) // 2))


def _box(lines: Lines, width: int, role: Role) -> Lines:
    edge = "─" * (width - 2)
    left, right = plain("│ ", role), plain(" │", role)
    inside = [left + line.pad_right(width - 4 - line.cell_length) + right for line in lines]
    return [plain(f"┌{edge}┐", role), *inside, plain(f"└{edge}┘", role)]
