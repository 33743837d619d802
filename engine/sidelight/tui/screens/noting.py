"""The notes of a page: going from mark to mark, opening, and what is beside the page for it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from textual import on
from textual.screen import Screen

from sidelight.errors import FileError
from sidelight.presenting.page import Note
from sidelight.presenting.sitting import Sitting
from sidelight.tui.acting import Covered
from sidelight.tui.action import Action, Where
from sidelight.tui.note_text import note_at, notes_heading
from sidelight.tui.options import titles
from sidelight.tui.screens.beside import Beside
from sidelight.tui.screens.measure import WIDE
from sidelight.tui.screens.moving import Moving
from sidelight.tui.widgets.choice_list import Option
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.margin import Margin
from sidelight.tui.widgets.prose_view import ProseView, Setting
from sidelight.tui.widgets.sheet import Sheet


class Noting(Moving, Covered, Screen[None]):
    """A page with its notes. The reading screen is one, and adds what happens to the playthrough."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._page = Column(id="page")
        self._margin = Margin(self._page, id="margin")
        self._panel = Column(id="panel")
        self._sheet = Sheet(self._page)
        self._show_again: Callable[..., None] | None = None
        """Shows again what was shown beside the page, in the panel or on the sheet."""
        self._drawn_by = ""
        """The id of the action that drew up the sheet, unless it shows a note."""
        self._beside = Beside(self._margin, self._panel, self._sheet, self.show_keys)

    def show_keys(self) -> None:
        """Name in the foot what can be done now."""
        raise NotImplementedError

    @property
    def here(self) -> Column:
        """The column the reader is in."""
        if self._sheet.display:
            return self._sheet
        return self._panel if self._panel.has_reader else self._page

    @property
    def _wide(self) -> bool:
        return self.size.width >= WIDE

    @property
    def _notes(self) -> tuple[Note, ...]:
        return self._sitting.page.notes

    def make_way(self, action: Action) -> bool:
        """Put the sheet away for an action that can be done and is none of its own, or has drawn it up."""
        drew, is_up = self._drawn_by == action.id, self._sheet.display
        if is_up and self._is_of_sheet(action):
            return True
        if is_up and self.check_action(action.id, ()):
            self.action_close()
        self._drawn_by = "" if is_up and drew else action.id
        return not (is_up and drew)

    def _is_of_sheet(self, action: Action) -> bool:
        match action.id:
            case "pick":
                return self._sheet.choices.count > 0
            case "next_mark" | "previous_mark":
                return self._beside.opened is not None
            case _:
                return Where.SHEET in action.where

    def action_next_mark(self) -> None:
        """Light the next note mark."""
        self._step_mark(1)

    def action_previous_mark(self) -> None:
        """Light the note mark before."""
        self._step_mark(-1)

    def action_open(self) -> None:
        """Open the lit note, lighting the first in view if none is; or close the one that is open."""
        here = self.here
        if here is not self._page and here.choices.count:
            here.choices.take()
        elif here is self._sheet:
            self.action_close()
        else:
            number = self._page.prose.current_number or self._step_mark(1)
            if number == self._beside.opened and self._wide:
                self._beside.rest(self._notes)
                self._go_back()
            elif number is not None:
                self._open(number)

    def action_notes(self) -> None:
        """List the notes beside this page, and go there."""
        self._show_beside(partial(notes_heading, self._notes), titles(self._notes))

    def action_cross(self) -> None:
        """Go over to the panel, to read on in it, or back to the page."""
        if self.here is self._page and self._wide:
            if self._beside.shows_panel:
                self._panel.take_focus()
            else:
                self.action_notes()
        elif self.here is self._panel:
            self._go_back()

    def action_close(self) -> None:
        """Put away what is open, and go back to where the reader was on the page."""
        if self._sheet.display:
            self._beside.put_sheet_away()
            self._go_back()
        else:
            self._beside.rest(self._notes)
            self._page.take_focus()

    @on(ProseView.MarkClicked)
    def _open_clicked(self, message: ProseView.MarkClicked) -> None:
        self._open(message.number)

    @on(Margin.Clicked)
    def _open_in_margin(self, message: Margin.Clicked) -> None:
        self._page.prose.light(message.number)
        self._open(message.number)

    def _open(self, number: int) -> None:
        """Open a note, and have it noted that it was."""
        note = next((note for note in self._notes if note.number == number), None)
        if note is None:  # it was pointed at as the page changed
            return
        self._note_down(note)
        self._drawn_by = ""
        others = ("next_mark",) if len(self._notes) > 1 else ()
        self._show_beside(partial(note_at, note), (), others, note=number, go_there=self.here is self._panel)

    def _note_down(self, note: Note) -> None:
        with suppress(FileError):  # it is in the notebook all the same, and the next step says what is not saved
            self._sitting.open(note.aside.id)

    def _step_mark(self, step: int) -> int | None:
        """Light another mark, and bring it and the note beside it into view: there it is read, so it is opened.

        A note the margin has no room for is opened over it, until there is one again that stands in it. Where a
        sheet shows a note, it shows the other.
        """
        on_sheet = self._beside.opened if self._sheet.display else None
        if on_sheet is not None:
            self._page.prose.light(on_sheet)
        number = self._page.step_mark(step)
        if number is not None and on_sheet is not None:
            self._open(number)
            return number
        if number is None or not self._wide:
            return number
        rows, opened = self._margin.rows_of(number), self._beside.opened
        if rows is None or not self._margin.has_room_for(number):
            self._open(number)
            return number
        if opened is not None and not self._margin.has_room_for(opened):
            self._beside.rest(self._notes)
        self._page.reveal_with_mark(rows.top, rows.bottom)
        self._note_down(next(note for note in self._notes if note.number == number))
        return number

    def _go_back(self) -> None:
        """Go back to where the reader was on the page: at a mark, or at the choices."""
        if self._page.prose.current_number is None:
            self._page.take_focus()
        else:
            self.set_focus(self._page.prose, scroll_visible=False)

    def _show_over(self, setting: Setting) -> None:
        """Show a text on the sheet, where it has the full measure however wide the window is."""
        self._show_again = None
        self._beside.show(setting, wide=False, go_there=True)

    def _show_beside(
        self,
        setting: Setting,
        options: tuple[Option, ...] = (),
        actions: tuple[str, ...] = (),
        *,
        note: int | None = None,
        go_there: bool = True,
    ) -> None:
        self._show_again = partial(self._beside.show, setting, options, actions, note=note)
        self._show_again(wide=self._wide, go_there=go_there)

    def _move_beside(self) -> None:
        """Show in the panel what the sheet shows, if there is room for that by now; the reader stays at a mark."""
        if self._wide and self._sheet.display and self._show_again is not None:
            at_mark = self._beside.opened is not None and self._page.prose.current_number is not None
            self._show_again(wide=True, go_there=not at_mark)
            if at_mark:
                self._go_back()
