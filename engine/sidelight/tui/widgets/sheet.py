"""A sheet: a column drawn up over the page from below, and put away again."""

from sidelight.tui.widgets.column import Column


class Sheet(Column):
    """Out of sight until it is needed. Not a screen of its own, which would repaint all it does not cover."""

    def __init__(self, *, how_to_close: str) -> None:
        super().__init__()
        self.display = False
        self.border_title = f" {how_to_close} "

    def draw_up(self) -> None:
        """Come into sight."""
        self.display = True
        self.take_focus()

    def put_away(self) -> None:
        """Go out of sight."""
        self.display = False
