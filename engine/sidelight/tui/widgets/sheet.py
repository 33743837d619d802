"""A sheet: a column drawn up over the page from below, and put away again."""

from sidelight.tui.acting import keys_of
from sidelight.tui.widgets.column import Column


class Sheet(Column):
    """Out of sight until it is needed. Not a screen of its own, which would repaint all it does not cover."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False

    def draw_up(self) -> None:
        """Come into sight, and say on the edge how to put it away."""
        self.border_title = f" {keys_of(self).hint('close')} "
        self.display = True
        self.take_focus()

    def put_away(self) -> None:
        """Go out of sight."""
        self.display = False
