"""What is shown beside the page, wherever there is room for it."""

from functools import partial

from sidelight.presenting.page import Note
from sidelight.tui.note_text import notes_heading
from sidelight.tui.options import titles
from sidelight.tui.widgets.choice_list import Option
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.prose_view import Setting
from sidelight.tui.widgets.sheet import Sheet


class Beside:
    """The panel and the sheet: in a wide window the one is used, in others the other."""

    def __init__(self, panel: Column, sheet: Sheet) -> None:
        self.panel = panel
        self.sheet = sheet
        self.opened: int | None = None
        """The number of the note that is shown."""

    def rest(self, notes: tuple[Note, ...]) -> None:
        """Show in the panel what it shows when nothing is open: the notes of the page, by title."""
        self.opened = None
        self.panel.show(partial(notes_heading, notes), titles(notes))

    def show(self, setting: Setting, options: tuple[Option, ...] = (), *, wide: bool, go_there: bool) -> None:
        """Show a text. A sheet lies over the page, so there the reader goes in any case."""
        self.opened = None
        column = self.panel if wide else self.sheet
        column.show(setting, options)
        if not wide:
            self.sheet.draw_up()
        elif go_there:
            column.take_focus()
