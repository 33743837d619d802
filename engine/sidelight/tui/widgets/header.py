"""The running head: where this is, and the variables the reader is shown."""

from textual.content import Content

from sidelight.tui.keymap import BETWEEN
from sidelight.tui.prose import BLANK, Galley, Role, plain
from sidelight.tui.widgets.column import Column, follow_below
from sidelight.tui.widgets.set_text import SetText

_GAP = 3
_GOES_ON = "…"
_LEAST = 4
"""Letters of a chapter's title below which it is not told at all."""
FOOT_FROM = 16
"""Rows from which on a window has room for a foot."""


class Header(SetText):
    """One quiet line. Where it is narrow the story's name goes first, and nothing shown is lost for it.

    In a window too low for a foot it also tells what is left of a column below its last line.
    """

    def __init__(self, column: Column | None = None) -> None:
        super().__init__()
        self._column = column
        self._left = ("", "")
        self._right = ""

    def on_mount(self) -> None:
        """Follow the column."""
        if self._column is not None:
            follow_below(self, self._column)

    def show(self, left: tuple[str, str], right: str) -> None:
        """Say where this is, at length and in short, and what is shown."""
        self._left = left
        self._right = right
        self.refresh()

    def galley(self, width: int) -> Galley:
        """The line at a width."""
        below = self._column.below if self._column is not None and self.screen.size.height < FOOT_FROM else ""
        right = plain(BETWEEN.join(filter(None, (self._right, below)))).truncate(width, ellipsis=True)
        room = width - right.cell_length - (_GAP if right else 0)
        long, short = (plain(words) for words in self._left)
        left = long if long.cell_length <= room else _cut(short, room)
        line = left.stylize(Role.QUIET).pad_right(width - left.cell_length - right.cell_length)
        return Galley(width, lines=[line + right])


def _cut(words: Content, room: int) -> Content:
    """Words cut after one of them; nothing, where so little is left that it says nothing."""
    while words.cell_length > room:
        before, _, _ = words.plain.removesuffix(_GOES_ON).rpartition(" ")
        if len(before) < _LEAST:
            return BLANK
        words = words[: len(before)] + plain(_GOES_ON)
    return words
