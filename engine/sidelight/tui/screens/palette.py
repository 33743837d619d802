"""The palette: every action by its name. What it offers is the app's to say."""

from textual.command import CommandPalette
from textual.widgets import Input


class Palette(CommandPalette):
    """Textual's own, with a cursor that keeps still."""

    def __init__(self) -> None:
        super().__init__(placeholder="Find an action…")

    def on_mount(self) -> None:
        """Still the cursor."""
        self.query_one(Input).cursor_blink = False
