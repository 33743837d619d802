"""The running head: where this is, and the variables the reader is shown."""

from sidelight.tui.keymap import BETWEEN
from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.widgets.column import Column, follow_below
from sidelight.tui.widgets.set_text import SetText

_GAP = 3
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
        left = (long if long.cell_length <= room else short).truncate(max(0, room), ellipsis=True)
        line = left.stylize(Role.QUIET).pad_right(width - left.cell_length - right.cell_length)
        return Galley(width, lines=[line + right])
