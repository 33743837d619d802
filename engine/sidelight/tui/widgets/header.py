"""The running head: where this is, and the variables the reader is shown."""

from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.widgets.set_text import SetText

_GAP = 3


class Header(SetText):
    """One quiet line. Where it is narrow the story's name goes first, and nothing shown is lost for it."""

    def __init__(self) -> None:
        super().__init__()
        self._left = ("", "")
        self._right = ""

    def show(self, left: tuple[str, str], right: str) -> None:
        """Say where this is, at length and in short, and what is shown."""
        self._left = left
        self._right = right
        self.refresh()

    def galley(self, width: int) -> Galley:
        """The line at a width."""
        right = plain(self._right).truncate(width, ellipsis=True)
        room = width - right.cell_length - (_GAP if right else 0)
        long, short = (plain(words) for words in self._left)
        left = (long if long.cell_length <= room else short).truncate(max(0, room), ellipsis=True)
        line = left.stylize(Role.QUIET).pad_right(width - left.cell_length - right.cell_length)
        return Galley(width, lines=[line + right])
