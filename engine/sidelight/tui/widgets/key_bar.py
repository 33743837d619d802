"""The foot of the screen: what can be done, by key or by pointing."""

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from sidelight.tui.actions import Action
from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.widgets.column import Column, follow_below
from sidelight.tui.widgets.set_text import SetText

_GAP = "   "
_MORE = "page_on"


class KeyBar(SetText):
    """One line of actions, as many as there is room for beside what is left of a column below its last line.

    That to read on is among them only while there is something left.
    """

    def __init__(self, column: Column | None = None) -> None:
        super().__init__()
        self._actions: tuple[Action, ...] = ()
        self._column = column
        self.auto_links = False

    def on_mount(self) -> None:
        """Follow the column."""
        if self._column is not None:
            follow_below(self, self._column)

    def show(self, actions: tuple[Action, ...]) -> None:
        """Show what can be done now."""
        if actions != self._actions:
            self._actions = actions
            self.refresh()

    def galley(self, width: int) -> Galley:
        """The line at a width."""
        below = plain("" if self._column is None else self._column.below, Role.ACCENT)
        room = width - (len(_GAP) + below.cell_length if below else 0)
        line = plain(_GAP).join(self._fitting(room, with_more=bool(below)))
        if below:
            line = line.pad_right(width - below.cell_length - line.cell_length) + below
        return Galley(width, lines=[line])

    def _fitting(self, room: int, *, with_more: bool) -> Iterator[Content]:
        """The entries there is room for, in their order."""
        named = [each for each in self._actions if with_more or each.id != _MORE]
        entries = {each.id: _entry(each) for each in named}
        kept: set[str] = set()
        for action in sorted(named, key=lambda each: each.rank):
            needed = entries[action.id].cell_length + (len(_GAP) if kept else 0)
            if needed <= room:
                kept.add(action.id)
                room -= needed
        return (entry for id_, entry in entries.items() if id_ in kept)


def _entry(action: Action) -> Content:
    entry = plain(action.shown_key) + plain(f" {action.in_short}", Role.QUIET)
    return entry.stylize(Style.from_meta({"@click": action.command}))
