"""What is shown beside the page, wherever there is room for it."""

from collections.abc import Callable

from sidelight.presenting.page import Note
from sidelight.tui.widgets.choice_list import Option
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.margin import Margin
from sidelight.tui.widgets.prose_view import Setting
from sidelight.tui.widgets.sheet import Sheet

_OVER_MARGIN = "-over-margin"


class Beside:
    """The margin with the notes of the page; and the panel over it, or the sheet where there is no margin."""

    def __init__(self, margin: Margin, panel: Column, sheet: Sheet, changed: Callable[[], object]) -> None:
        self.margin = margin
        self.panel = panel
        self.sheet = sheet
        self._changed = changed
        self._in_panel: int | None = None
        self._on_sheet: int | None = None

    @property
    def opened(self) -> int | None:
        """The number of the note that is shown: on the sheet while one is drawn up, else in the panel."""
        return self._on_sheet if self.sheet.display else self._in_panel

    @property
    def shows_panel(self) -> bool:
        """Whether the panel lies over the margin."""
        return self.panel.screen.has_class(_OVER_MARGIN)

    def rest(self, notes: tuple[Note, ...]) -> None:
        """Have nothing open: the margin is what stands beside the page."""
        self._in_panel = None
        self.margin.show(notes)
        self.panel.screen.remove_class(_OVER_MARGIN)
        self._changed()

    def show(
        self,
        setting: Setting,
        options: tuple[Option, ...] = (),
        actions: tuple[str, ...] = (),
        *,
        note: int | None = None,
        wide: bool,
        go_there: bool,
    ) -> None:
        """Show a text. A sheet lies over the page, so there the reader goes in any case.

        `actions` are the ids of those a sheet has of its own; `note` is the number of the note, if it is one.
        """
        column = self.panel if wide else self.sheet
        column.show(setting, options)
        if not wide:
            self._on_sheet = note
            self.sheet.draw_up(*actions, note=note)
            return
        self._in_panel = note
        self.sheet.put_away()  # it may be left from when the window was narrow
        self.panel.screen.add_class(_OVER_MARGIN)
        self._changed()
        if go_there:
            column.take_focus()

    def put_sheet_away(self) -> None:
        """Have the page in sight again, with what is open beside it."""
        self.sheet.put_away()
        self._changed()
