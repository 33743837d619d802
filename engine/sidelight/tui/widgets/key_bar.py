"""The foot of the screen: what can be done, by key or by pointing."""

from textual.style import Style

from sidelight.tui.actions import Action
from sidelight.tui.prose import BLANK, Galley, Role, plain
from sidelight.tui.widgets.column import Column, follow_below
from sidelight.tui.widgets.set_text import SetText

_GAP = "   "


class KeyBar(SetText):
    """One line of actions, as many as there is room for beside what is left of a column below its last line."""

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
        self._actions = actions
        self.refresh()

    def galley(self, width: int) -> Galley:
        """The line at a width."""
        below = plain("" if self._column is None else self._column.below, Role.ACCENT)
        room = width - (len(_GAP) + below.cell_length if below else 0)
        line = BLANK
        for action in self._actions:
            entry = plain(action.shown_key) + plain(f" {action.label}", Role.QUIET)
            entry = entry.stylize(Style.from_meta({"@click": action.command}))
            longer = line + _GAP + entry if line else entry
            if longer.cell_length > room:
                break
            line = longer
        if below:
            line = line.pad_right(width - below.cell_length - line.cell_length) + below
        return Galley(width, lines=[line])
