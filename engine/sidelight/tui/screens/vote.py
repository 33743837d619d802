"""The screen of a class that votes by hands: made to be projected, worked by a teacher who types numbers."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen

from sidelight.errors import ExitCode, FileError
from sidelight.presenting.doings import is_possible
from sidelight.presenting.opening import Opened, Opening
from sidelight.saving.settings import Preferences
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.lesson import Lesson, Next
from sidelight.teaching.votes import LARGER, Ballot, answer, what_to_type
from sidelight.tui.acting import keys_of
from sidelight.tui.action import Where
from sidelight.tui.actions import bindings_in, find
from sidelight.tui.note_text import note_at
from sidelight.tui.page_text import running_head, shown_line
from sidelight.tui.screens.measure import LOW_OR_TALL, rows_to_vote, widths
from sidelight.tui.screens.moving import Moving
from sidelight.tui.vote_text import notes_at, vote_at, vote_help_at
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.hands_line import HandsLine
from sidelight.tui.widgets.header import Header
from sidelight.tui.widgets.key_bar import KeyBar
from sidelight.tui.widgets.prose_view import Setting

MEASURE = 54
"""Cells to a line, at most: short lines are read from the back row."""

_MOVES = ("down", "up", "page_on", "page_back", "top", "bottom")
_ACTIONS = frozenset((*_MOVES, "take", "notes", "undo", "title", "help", "close", "leave"))
"""Those of the reader's actions there is a use for here."""

_GO_BACK = "Enter goes back to the page"
_NOT_NUMBERS = "Type the hands for each choice, such as 12 9 4."


class VoteScreen(Moving, Screen[None]):
    """Shows where a sitting stands, counts the hands, and takes what the class or its teacher decides."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_in(Where.PAGE),
        Binding("c", "clear", "clear the count", show=False),
    ]
    VERTICAL_BREAKPOINTS = LOW_OR_TALL

    def __init__(self, opening: Opening, opened: Opened, liked: Preferences, classroom: Classroom) -> None:
        super().__init__()
        self._opening = opening
        self._sitting = opened.sitting
        self._message = f"{opened.message} {LARGER}".strip()
        self._measure = min(MEASURE, liked.now.measure)
        self._liked = liked
        self._recorder = classroom.recorder
        self._ballot = Ballot.of(0)
        self._beside: Callable[[str], object] | None = None
        """What is done with a line that is typed while something is shown in place of the page."""
        self._said = "", ""
        """What the program says above the page, and below it."""
        self._head = Header()
        self._page = Column(id="page")
        self._line = HandsLine()
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """The head, the page, the line for the hands, the foot."""
        with Vertical(id="desk") as desk:
            desk.styles.max_width = widths(self._measure, 0).desk
            yield self._head
            yield self._page
            yield self._line
            yield self._keys

    def on_mount(self) -> None:
        """Show the page the sitting stands on."""
        self._go_on(self._message)

    def on_resize(self) -> None:
        """Set the numbers as large as there is room for."""
        if self._beside is None and self.is_mounted:
            typed = self._line.typed
            self._show(self._said[1], above=self._said[0])
            self._line.typed = typed

    @property
    def here(self) -> Column:
        """The column the class reads."""
        return self._page

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether something can be done now."""
        found = find(action)
        if found is None or found.of_app:
            return True
        if action in ("notes", "undo") and self._beside is not None:
            return False
        return action in _ACTIONS and is_possible(action, self._sitting.page)

    def action_take(self) -> None:
        """Read on to the end; there, do what was typed, or take the leading choice."""
        typed = self._line.typed.strip()
        if self._beside is not None:
            self._beside(typed)
        elif not typed and not self._ballot.begun and self._page.scroll_y < self._page.max_scroll_y:
            self.action_page_on()
        elif self._ballot.hands:
            self._count(typed)
        else:
            self._ask_class(lambda: self._lesson.due.below, self._ask)

    def action_clear(self) -> None:
        """Clear the count."""
        if self._beside is None and self._ballot.begun:
            self._count("clear")

    def action_notes(self) -> None:
        """List the notes, to open one for all to read."""
        self._show_beside(partial(notes_at, self._sitting.page), "Number of a note", self._open)

    def action_help(self) -> None:
        """Show what can be typed."""
        self._show_beside(vote_help_at, _GO_BACK, self._close)

    def action_close(self) -> None:
        """Put away what is shown in place of the page; or what was typed."""
        if self._beside is not None:
            self._close()
        else:
            self._ask()

    def action_undo(self) -> None:
        """Take the last choice back."""
        self._do(self._sitting.undo, self._arrive)

    def action_title(self) -> None:
        """Open the title page, and read on in what is opened there."""
        from sidelight.tui.screens.title import TitleScreen  # noqa: PLC0415 - nothing before the first page

        self.app.push_screen(TitleScreen(self._opening, self._measure, self._come_from_title))

    def action_leave(self) -> None:
        """Leave. Nothing is asked: the place is kept."""
        self.app.exit(int(ExitCode.FINE))

    def _come_from_title(self, opened: Opened | None) -> None:
        self.app.pop_screen()
        if opened is not None:
            self._sitting = opened.sitting
            self._go_on(opened.message)

    @property
    def _lesson(self) -> Lesson:
        return Lesson(self._sitting, self._liked)  # what a class answers together is nobody’s, and not recorded

    def _go_on(self, message: str) -> None:
        """Show the page the sitting stands on, once the questions met before it have been asked."""
        self._sitting.page_told = not self._lesson.due.before
        self._ask_class(lambda: self._lesson.due.before, partial(self._arrive, message))

    def _ask_class(self, next_: Next, then: Callable[[], None]) -> None:
        if not next_():
            then()
            return
        from sidelight.tui.screens.exercise import ExerciseScreen  # noqa: PLC0415 - nothing before the first page

        self.app.push_screen(ExerciseScreen(self._lesson, self._measure, next_), lambda _: then())

    def _count(self, typed: str) -> None:
        outcome = answer(self._ballot, typed)
        if outcome is None:
            self._show(_NOT_NUMBERS)
        elif outcome.taken:
            self._decide(outcome.taken)
        else:
            self._ballot = outcome.ballot
            self._show(outcome.said)

    def _decide(self, number: int) -> None:
        page = self._sitting.page
        taken = page.open_offers[number - 1].choice
        if self._ballot.counted:
            steps = (offer.choice.step for offer in page.open_offers)
            self._recorder.voted(zip(steps, self._ballot.counted, strict=True), taken.step, page.step)
        self._do(partial(self._sitting.choose, taken), self._go_on)

    def _do(self, step: Callable[[], object], then: Callable[[str], None]) -> None:
        """Go a step, and show where it led. If it cannot be saved, reading goes on and the page says so."""
        message = ""
        try:
            step()
        except FileError as error:
            message = error.explaining("This step is not saved")
        then(message)

    def _arrive(self, message: str) -> None:
        """Show the page the sitting stands on from its top, with nothing counted."""
        self._sitting.page_told = True
        page = self._sitting.page
        self._ballot = Ballot.of(len(page.open_offers))
        self._head.show(running_head(page), shown_line(page))
        self._show(above=f"{message} {self._recorder.take_trouble()}".strip())

    def _show(self, below: str = "", *, above: str = "") -> None:
        """Show the page; from its end, once something is counted or said of it."""
        page = self._sitting.page
        self._beside = None
        hint = keys_of(self).hint(*(["undo"] if page.step else []), "title", "leave")
        self._said = above, below
        rows = rows_to_vote(self.app.size.height)
        self._page.show(partial(vote_at, page, self._ballot, self._said, hint, rows))
        self._ask()
        if below or self._ballot.begun:
            self.call_after_refresh(self.action_bottom)

    def _show_beside(self, setting: Setting, prompt: str, then: Callable[[str], object]) -> None:
        """Show something in place of the page, and do something with what is typed."""
        self._page.show(setting)
        self._beside = then
        self._ask(prompt)

    def _ask(self, prompt: str = "") -> None:
        end = "The end; Enter asks its questions" if self._lesson.due.below else "The end"
        self._line.ask(prompt or what_to_type(self._ballot) or end)
        self._keys.show(
            tuple(
                each
                for each in keys_of(self).actions
                if Where.PAGE in each.footer and self.check_action(each.id, ())
            )
        )
        self.set_focus(self._line, scroll_visible=False)

    def _open(self, typed: str) -> None:
        note = next((note for note in self._sitting.page.notes if typed == str(note.number)), None)
        if note is None:
            self._close()
            return
        self._sitting.open(note.aside.id)
        self._show_beside(partial(note_at, note), _GO_BACK, self._close)

    def _close(self, _typed: str = "") -> None:
        self._show()
