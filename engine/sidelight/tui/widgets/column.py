"""A column: a text, and below it what can be chosen. The page, the panel beside it and every sheet are one."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from sidelight.presenting.words import number_of
from sidelight.tui.widgets.choice_list import ChoiceList, Option
from sidelight.tui.widgets.prose_view import ProseView, Setting
from sidelight.tui.widgets.thin_bar import ThinBar

_AFTER = 3
"""Lines that are shown after one that is gone to."""
_LEAST_IN_VIEW = 2
"""Lines of which there is some use above a sheet."""


class _Left(NamedTuple):
    """Where a reader was before a sheet was drawn up."""

    line: int
    letters: int
    width: int


class Column(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls a text and its choices as one. It knows where the reader is in them, and keeps that place."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self.prose = ProseView()
        self.choices = ChoiceList()
        self._place = 0
        self._place_width = 0
        self._shown = 0
        """How many of the choices have been in view."""
        self._covered = 0
        """How many of the lowest rows lie under a sheet: it can be scrolled so much further."""
        self._left: _Left | None = None

    def compose(self) -> ComposeResult:
        """The text, then the choices."""
        self.vertical_scrollbar.renderer = ThinBar  # type: ignore[misc]  # as Textual's documentation has it
        yield self.prose
        yield self.choices

    def show(self, setting: Setting, options: tuple[Option, ...] = (), current: int = 1) -> None:
        """Show another text from its top, with its first choice current if no other is to be."""
        self.prose.show(setting)
        self.choices.show(options, current)
        self.choices.display = bool(options)
        self._place = 0
        self._covered, self._left = 0, None
        self._scroll_to_line(0)
        self._shown = 0

    def take_focus(self) -> None:
        """Put the reader at the choices, or at the text if there are none, without scrolling to either."""
        self.screen.set_focus(self.choices if self.choices.count else self.prose, scroll_visible=False)

    @property
    def has_reader(self) -> bool:
        """Whether the reader is in this column."""
        return self.prose.has_focus or self.choices.has_focus

    def move(self, step: int) -> None:
        """Down or up: to the next choice if nothing unread lies before it, else by a line."""
        came_back = bool(self.choices.count) and not self.choices.has_focus
        if came_back:
            self.take_focus()
        top, bottom = self._rows_of_choice()
        unread = bottom > self._bottom if step > 0 else top >= self._bottom
        if self.choices.count and not unread and (came_back or self.choices.step(step)):
            self._reveal(*self._rows_of_choice())
        else:
            self._scroll_to_line(self._top + step)

    def turn(self, step: int) -> None:
        """Page on or back by whole lines, keeping one in view."""
        self._scroll_to_line(self._top + step * max(1, self._height - 1))

    def go_to_end(self, *, top: bool) -> None:
        """To the top or to the end of the text."""
        self._scroll_to_line(0 if top else int(self.max_scroll_y))

    def step_mark(self, step: int) -> int | None:
        """Go to the next note mark or the last, and say which note it leads to."""
        above = self.prose.virtual_region.y
        if not self.prose.step_mark(step, self._top - above, self._bottom - above):
            return None
        self.screen.set_focus(self.prose, scroll_visible=False)
        mark = self.prose.current_region
        self._reveal(above + mark.y, above + mark.bottom)
        return self.prose.current_number

    @property
    def length(self) -> int:
        """How many lines there are from the first of the text to where the column ends."""
        return max(int(self.virtual_size.height), self._height)

    def move_by(self, lines: int) -> None:
        """Scroll by lines, as a wheel does."""
        self._scroll_to_line(self._top + lines)

    def reveal_with_mark(self, top: int, bottom: int) -> None:
        """Scroll as little as shows these lines too, and not so far that the current mark goes out of view."""
        mark = self.prose.virtual_region.y + self.prose.current_region.y
        if top < self._top:
            self._scroll_to_line(max(top, mark + 1 - self._height))
        elif bottom > self._bottom:
            self._scroll_to_line(min(bottom - self._height, top, mark))

    @property
    def max_scroll_y(self) -> int:
        """How far it can be scrolled."""
        return super().max_scroll_y + self._covered

    def cover(self, rows: int, note: int) -> None:
        """Have the lowest rows covered, and scroll as little as shows the mark of a note above them."""
        if self._left is None:
            self._left = _Left(self._top, self._place, self.prose.size.width)
        self._covered = rows if self.region.height - rows >= _LEAST_IN_VIEW else 0
        self._reveal_mark(note)

    def uncover(self) -> None:
        """Have nothing covered, and come back to where the reader was, or to the mark she has gone on to since."""
        left, self._left, self._covered = self._left, None, 0
        if left is None:
            return
        again = self.prose.size.width == left.width
        self._scroll_to_line(left.line if again else self._line_of(left.letters))
        self._place = left.letters
        if self.prose.current_number is not None:
            self._reveal_mark(self.prose.current_number)

    def _reveal_mark(self, note: int) -> None:
        above, mark = self.prose.virtual_region.y, self.prose.region_of(note)
        self._reveal(above + mark.y, above + mark.bottom)

    @property
    def below(self) -> str:
        """What there is below the last line in view, in words."""
        hidden = self._hidden
        if hidden:
            return f"{number_of(hidden, 'more choice' if hidden < self.choices.count else 'choice')} below"
        return "more below" if self._top < self.max_scroll_y else ""

    @property
    def below_in_brief(self) -> str:
        """The same where there is little room."""
        return f"{self._hidden} below" if self._hidden else self.below

    @property
    def _hidden(self) -> int:
        """How many choices are not in view to their end."""
        return sum(bottom > self._bottom for _, bottom in self._rows_of_choices())

    def has_shown(self, choice: int) -> bool:
        """Whether a choice has been in view, so that a reader who takes it has seen what she takes."""
        self._note_shown()
        return choice <= self._shown or choice > self.choices.count

    def reveal_choices(self, choice: int) -> None:
        """Scroll as little as shows all choices; where they are too many, a certain one."""
        self.take_focus()
        rows = self._rows_of_choices()
        top, bottom = rows[0][0], rows[-1][1]
        self._reveal(*((top, bottom) if bottom - top <= self._height else rows[choice - 1]))

    def _note_shown(self) -> None:
        self._shown = max(self._shown, sum(top < self._bottom for top, _ in self._rows_of_choices()))

    def _rows_of_choices(self) -> list[tuple[int, int]]:
        """The lines of each choice. Reckoned from the text, which may be another than what is laid out so far."""
        above = self.prose.virtual_region.y + len(self.prose.now.lines) + self.choices.styles.margin.top
        return [(above + top, above + bottom) for top, bottom in self.choices.all_rows()]

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place, unless it is a change of width that has moved it."""
        super().watch_scroll_y(old_value, new_value)
        self._note_shown()
        if self.prose.size.width == self._place_width:
            self._place = self.prose.letters_before(round(new_value) - self.prose.virtual_region.y)

    def on_resize(self) -> None:
        """Come back to the place, if it was the width that changed."""
        if self.prose.size.width != self._place_width:
            self._place_width = self.prose.size.width
            place = self._place
            self._scroll_to_line(self._line_of(place))
            self._place = place  # not where the line begins now, or it would creep up while a window is drawn out

    def _line_of(self, place: int) -> int:
        """The line on which so many letters have gone by."""
        return self.prose.virtual_region.y + self.prose.line_after(place) if place else 0

    @property
    def _height(self) -> int:
        return self.scrollable_content_region.height - self._covered

    @property
    def _top(self) -> int:
        return round(self.scroll_y)

    @property
    def _bottom(self) -> int:
        """The line after the last in view."""
        return self._top + self._height

    def _rows_of_choice(self) -> tuple[int, int]:
        """The first line of the current choice, and the one after its last."""
        above = self.choices.virtual_region.y
        top, bottom = self.choices.rows()
        return above + top, above + bottom

    def reveal_choice(self) -> None:
        """Scroll as little as shows the current choice."""
        self._reveal(*self._rows_of_choice())

    def reveal_line(self, line: int) -> None:
        """Scroll as little as shows a line of the text, and what follows on it."""
        above = self.prose.virtual_region.y
        self._reveal(above + line, above + line + 1 + _AFTER)

    def _reveal(self, top: int, bottom: int) -> None:
        """Scroll as little as shows these lines."""
        if top < self._top:
            self._scroll_to_line(top)
        elif bottom > self._bottom:
            self._scroll_to_line(min(top, bottom - self._height))

    def _scroll_to_line(self, line: int) -> None:
        # By force: a page that is all in view is scrolled too while a sheet lies over it.
        self.scroll_to(y=line, animate=False, immediate=True, force=True)


def follow_below(widget: Widget, column: Column) -> None:
    """Have a widget that tells what is below painted anew whenever that may have changed."""

    def repaint() -> None:
        widget.refresh()

    for what in ("scroll_y", "virtual_size"):
        widget.watch(column, what, repaint, init=False)
