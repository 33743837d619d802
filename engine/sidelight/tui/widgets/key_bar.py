"""The foot of the screen: what can be done, by key or by pointing."""

from textual.style import Style

from sidelight.tui.actions import Action
from sidelight.tui.prose import BLANK, Galley, Role, plain
from sidelight.tui.widgets.set_text import SetText

_GAP = "   "


class KeyBar(SetText):
    """One line of actions, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._actions: tuple[Action, ...] = ()
        self.auto_links = False

    def show(self, actions: tuple[Action, ...]) -> None:
        """Show what can be done now."""
        self._actions = actions
        self.refresh()

    def galley(self, width: int) -> Galley:
        """The line at a width."""
        line = BLANK
        for action in self._actions:
            entry = plain(action.shown_key) + plain(f" {action.label}", Role.QUIET)
            entry = entry.stylize(Style.from_meta({"@click": action.command}))
            longer = line + _GAP + entry if line else entry
            if longer.cell_length > width:
                break
            line = longer
        return Galley(width, lines=[line])
