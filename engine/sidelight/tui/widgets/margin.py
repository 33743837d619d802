"""The margin: the notes of the page beside the lines that carry their marks."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from sidelight.presenting.page import Note
from sidelight.tui.margin_text import MarginSet, Rows, set_margin
from sidelight.tui.prose import Galley
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.set_text import SetText


class Margin(SetText):
    """Stands still beside a column and shows what belongs to the lines in view. It scrolls because they do."""

    @dataclass
    class Clicked(Message):
        """The reader pointed at a note."""

        number: int

    def __init__(self, column: Column, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._column = column
        self._notes: tuple[Note, ...] = ()
        self._width = 0
        """How wide it is, or was before something was laid over it."""
        self._set: MarginSet | None = None
        self._set_for: tuple[object, int, int] | None = None

    def on_mount(self) -> None:
        """Follow the column: where it is scrolled to, and which mark is lit."""
        self.watch(self._column, "scroll_y", self._repaint, init=False)
        self._column.prose.follow(self._repaint)

    def show(self, notes: tuple[Note, ...]) -> None:
        """Show the notes of another page."""
        self._notes = notes
        self._set = None
        self.refresh()

    def _repaint(self) -> None:
        self.refresh()

    @property
    def now(self) -> MarginSet:
        """The margin as it is set for the text beside it."""
        prose = self._column.prose.now
        self._width = self.size.width or self._width
        wanted = (prose, self._width, self._column.length)
        if self._set is None or self._set_for != wanted:
            anchors: dict[int, int] = {}
            for number, places in zip(prose.marks, prose.places, strict=True):
                anchors.setdefault(number, places[0].y if places else 0)
            self._set = set_margin(self._notes, anchors, self._width, self._column.length)
            self._set_for = wanted
        return self._set

    def rows_of(self, number: int) -> Rows | None:
        """Where a note stands, counted as the column's lines are."""
        return self.now.rows.get(number)

    def has_room_for(self, number: int) -> bool:
        """Whether a note stands beside the page. Where there are too many for its length, the last do not."""
        rows = self.rows_of(number)
        return rows is not None and rows.bottom <= self._column.length

    def galley(self, width: int) -> Galley:
        """The lines beside those in view."""
        lit = self._column.prose.lit_number
        return Galley(width, lines=self.now.lines(lit, round(self._column.scroll_y), self.size.height))

    def on_click(self, event: events.Click) -> None:
        """Say which note is pointed at."""
        number = self.now.note_at(event.y + round(self._column.scroll_y))
        if number is not None:
            self.post_message(self.Clicked(number))

    def on_mouse_scroll_down(self) -> None:
        """Scroll the page, which is what the margin belongs to."""
        self._column.move_by(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll the page back."""
        self._column.move_by(-3)
