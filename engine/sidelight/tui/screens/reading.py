"""The reading screen: the page, what is beside it, and the one place that touches the Sitting."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from sidelight.errors import ExitCode, FileError, SidelightError
from sidelight.model.exercises import Exercise
from sidelight.model.story import Chapter, Choice
from sidelight.play.rules import Beginning
from sidelight.presenting.doings import is_possible
from sidelight.presenting.journal import next_chapter
from sidelight.presenting.opening import Opened, Opening, chapter_slot
from sidelight.presenting.page import Page
from sidelight.presenting.words import number_of
from sidelight.saving.settings import Preferences
from sidelight.teaching.lesson import UNRECORDED, Lesson
from sidelight.tui.acting import keys_of
from sidelight.tui.actions import ACTIONS, Where, bindings_in, find
from sidelight.tui.help_text import help_at
from sidelight.tui.journal_text import said_over
from sidelight.tui.liking import like
from sidelight.tui.note_text import kept_at
from sidelight.tui.options import offers
from sidelight.tui.page_text import page_at, running_head, shown_line
from sidelight.tui.prose import Role, plain
from sidelight.tui.screens.keepsake import take_away
from sidelight.tui.screens.measure import LOW_OR_TALL, WIDE, stepped, widths
from sidelight.tui.screens.noting import Noting
from sidelight.tui.widgets.choice_list import ChoiceList, Option
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.header import Header
from sidelight.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from sidelight.teaching.classroom import Classroom

_WIDTHS = [(0, "-narrow"), (64, "-normal"), (WIDE, "-wide"), (160, "-huge")]

_HERE = frozenset(action.id for action in ACTIONS if Where.READING & action.where)


class ReadingScreen(Noting):
    """Shows where a sitting stands, and does to it what the reader asks for."""

    AUTO_FOCUS = ""  # None would mean the app's own, which scrolls to what it puts the focus on
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in(Where.READING)]
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = LOW_OR_TALL

    def __init__(
        self, opening: Opening, opened: Opened, liked: Preferences, classroom: "Classroom | None" = None
    ) -> None:
        super().__init__(opened.sitting)
        self._classroom = classroom
        self._opening = opening
        self._message = opened.message
        self._liked = liked
        self._desk = Vertical(id="desk")
        self._head = Header(self._page)
        self._keys = KeyBar(self._page)

    def compose(self) -> ComposeResult:
        """The head, the page with the panel beside it, the foot; and the sheet over them."""
        with self._desk:
            yield self._head
            with Horizontal():
                yield self._page
                yield self._margin
                yield self._panel
            yield self._keys
        yield self._sheet

    def on_mount(self) -> None:
        """Show the page the sitting stands on."""
        self._page.prose.follow(self._show_keys)
        self._fit()
        self._arrive(self._message)

    def on_resize(self) -> None:
        """Do not leave the reader in a panel that is gone; but at the mark of the note that was open in it."""
        self._fit()
        if not self._wide and self._panel.has_reader:
            if self._beside.opened is not None:
                self._page.prose.light(self._beside.opened)
            self._go_back()
        self._show_keys()

    def on_click(self, event: events.Click) -> None:
        """Put the sheet away when something beside it is pointed at."""
        if self._sheet.display and event.widget and self._sheet not in event.widget.ancestors_with_self:
            self.action_close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether something can be done now. What cannot is in neither the footer nor the palette."""
        found = find(action)
        if found is None:
            return True
        if not Where.READING & found.where:
            return False
        return is_possible(action, self._sitting.page) and not (found.notes and not self._notes)

    def action_take(self) -> None:
        """Open the lit note, or take the choice the reader is on; where there is neither, put the sheet away."""
        here = self.here
        number = here.prose.current_number if here.prose.has_focus else None
        if number is not None:
            self._open(number)
        elif here.choices.count:
            self._take(here, here.choices.current)
        elif here is self._sheet:
            self.action_close()

    def action_pick(self, number: int) -> None:
        """Take the choice with a number. A note in the panel has none, so there it is the page's."""
        here = self._page if self.here is self._panel and not self._panel.choices.count else self.here
        self._take(here, number)

    def _take(self, here: Column, number: int) -> None:
        """Take a choice of a column; of the page only one that has been in view: she is to see what she takes."""
        if here is self._page and not here.has_shown(number):
            here.reveal_choices(number)
        else:
            here.choices.take(number)

    def action_kept(self) -> None:
        """Show the texts the reader keeps so far."""
        self._show_over(partial(kept_at, self._sitting.kept, self._sitting.page.styles))

    def action_help(self) -> None:
        """Show the keys."""
        self._show_over(partial(help_at, keys_of(self), _HERE))

    def action_narrower(self) -> None:
        """Set the text in shorter lines."""
        self._set_measure(stepped(self._liked.now.measure, -1))

    def action_wider(self) -> None:
        """Set the text in longer lines."""
        self._set_measure(stepped(self._liked.now.measure, 1))

    def action_journal(self) -> None:
        """Open the journal, and go back to a step if one is chosen in it."""
        from sidelight.tui.screens.journal import JournalScreen  # noqa: PLC0415 - nothing before the first page

        self.app.push_screen(JournalScreen(self._lesson, self._liked.now.measure), self._come_back)

    def action_title(self) -> None:
        """Open the title page, and read on in what is opened there."""
        from sidelight.tui.screens.title import TitleScreen  # noqa: PLC0415 - nothing before the first page

        self.app.push_screen(TitleScreen(self._opening, self._liked.now.measure, self._come_from_title))

    def _come_from_title(self, opened: Opened | None) -> None:
        self.app.pop_screen()
        if opened is None or opened == Opened(self._sitting):  # where she was on the page
            self._go_back()
        else:
            self._sitting = opened.sitting
            self._arrive(opened.message)

    def action_skip(self) -> None:
        """Go on as in an earlier play over what was read, and say why it stops where it does."""
        begun = self._sitting.page.step
        stopped: list[str] = []
        self._do(lambda: stopped.append(self._sitting.skip()), partial(self._show_skipped, begun, stopped))

    def _show_skipped(self, begun: int, stopped: list[str], message: str) -> None:
        """Show where skipping led; if nowhere, say why, with the reader where she is on the page."""
        passed = self._sitting.page.step - begun
        if stopped and not passed:
            self._show_beside(partial(said_over, stopped[0]))
        else:
            went = f"You went on {number_of(passed, 'step')}, choosing as you did before." if stopped else message
            self._show_page(" ".join((went, *stopped)))

    def action_saves(self) -> None:
        """Open the saves, and show where the playthrough stands if it is another by then."""
        from sidelight.tui.screens.saves import SavesScreen  # noqa: PLC0415 - nothing before the first page

        self.app.push_screen(SavesScreen(self._sitting, self._liked.now.measure), self._come_back)

    def action_take_away(self) -> None:
        """Keep the story and the way through it, as a file."""
        self._show_beside(partial(said_over, take_away(self._sitting)))

    def _come_back(self, closed: int | str | None) -> None:
        """Come back from a screen that says which step to go back to, or what to say, if anything has changed."""
        match closed:
            case None:
                self._go_back()
            case int(length):
                self._step_back(length)
            case str(message):
                self._arrive(message)

    def action_undo(self) -> None:
        """Take the last choice back."""
        self._step_back(self._sitting.playthrough.length - 1)

    def _step_back(self, length: int) -> None:
        """Go back to where so many steps had been taken: at the choice that was taken from there."""
        taken = self._sitting.playthrough.steps()[length].choice
        self._do(partial(self._sitting.rewind, length), partial(self._show_page, taken=taken))

    def action_leave(self) -> None:
        """Leave. Nothing is asked: the place is kept."""
        self.app.exit(int(ExitCode.FINE))

    @on(ChoiceList.Picked)
    def _take_picked(self, message: ChoiceList.Picked) -> None:
        if message.is_late:
            return
        offers = self._sitting.page.open_offers
        if message.choices is self._page.choices and message.number <= len(offers):
            self._do(partial(self._sitting.choose, offers[message.number - 1].choice), self._arrive)
        elif message.choices is self._page.choices:
            _, do = self._what_next()[message.number - len(offers) - 1]
            do()
        else:
            self._open(message.number)

    def _set_measure(self, measure: int) -> None:
        like(self._liked, "measure", str(measure))
        self._fit()

    def _fit(self) -> None:
        """Give the text its measure, and the margin what is left."""
        page, desk = widths(self._liked.now.measure, self.app.size.width)
        self._page.styles.max_width = page
        self._desk.styles.max_width = desk
        self._sheet.styles.max_width = desk
        self._sheet.prose.styles.max_width = self._liked.now.measure

    @property
    def _lesson(self) -> Lesson:
        recorder = UNRECORDED if self._classroom is None else self._classroom.recorder
        return Lesson(self._sitting, self._liked, recorder)

    def _arrive(self, message: str = "") -> None:
        """Show the page the sitting stands on, once the questions met before it have been asked."""
        if self._lesson.due.before:
            self._ask(lambda: self._lesson.due.before, partial(self._show_page, message))
        else:
            self._show_page(message)

    def _ask(self, next_: Callable[[], tuple[Exercise, ...]], then: Callable[[], None]) -> None:
        from sidelight.tui.screens.exercise import ExerciseScreen  # noqa: PLC0415 - nothing before the first page

        self.app.push_screen(ExerciseScreen(self._lesson, self._liked.now.measure, next_), lambda _: then())

    def _do(self, step: Callable[[], object], then: Callable[[str], None] | None = None) -> None:
        """Go a step, and show where it led. If it cannot be saved, reading goes on and the page says so."""
        message = ""
        try:
            step()
        except FileError as error:
            message = f"This step is not saved: {error.message}. To mend it, {error.help}."
        (then or self._show_page)(message)

    def _show_page(self, message: str = "", taken: Choice | None = None) -> None:
        """Show the page from its top; where a choice was taken from it before, at that."""
        page, keys = self._sitting.page, keys_of(self)
        at = next((offer.number for offer in page.open_offers if offer.choice == taken), None)
        with self.app.batch_update():
            self._head.show(running_head(page), shown_line(page))
            if self._classroom is not None:
                message = f"{message} {self._classroom.recorder.take_trouble()}".strip()
            if self._sitting.read_before:
                message = f"{message} You have read this page before: {keys.hint('skip')}.".strip()
            self._page.show(partial(page_at, page, message, self._what_now(page)), self._offers(page), at or 1)
            self._beside.rest(self._notes)
            self._sheet.put_away()
            self._show_keys()
            self._page.take_focus()
            # Where the terminal's cursor stays while the choices are out of view.
            self.app.cursor_position = self._page.region.offset
        if at is not None:
            self.call_after_refresh(self._page.reveal_choices, at)

    def _show_keys(self) -> None:
        """Name in the foot what can be done: how to open a note where one is lit, or in a margin, maybe cut."""
        named = (each for each in keys_of(self).actions if Where.PAGE in each.footer)
        can_open = bool(self._notes) and (self._wide or self._page.prose.lit_number is not None)
        possible = (each for each in named if can_open or each.id != "open")
        self._keys.show(tuple(each for each in possible if self.check_action(each.id, ())))

    def _offers(self, page: Page) -> tuple[Option, ...]:
        """What can be chosen; at an end, also what there is to do next."""
        asks = (plain(label, Role.ACCENT) for label, _ in self._what_next())
        return (*offers(page), *(Option(label, number) for number, label in enumerate(asks, 1)))

    def _what_next(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """At an end, the questions met below it and those left in the journal; and where else there is to go."""
        if not self._sitting.page.over:
            return ()
        lesson = self._lesson
        below, left = len(lesson.due.below), len(lesson.left)
        found: list[tuple[str, Callable[[], None]]] = []
        if below:
            ask = partial(self._ask, lambda: self._lesson.due.below, self._show_page)
            found.append((f"Answer {number_of(below, 'question')} about this", ask))
        if left:
            found.append((f"See {number_of(left, 'more question')}", self._see_questions))
        following = next_chapter(self._sitting.playthrough)
        if following is not None:
            found.append((f"Read the next chapter: {following.title}", partial(self._read_chapter, following)))
        chapters = "chapters, " if len(lesson.story.chapters) > 1 else ""
        found.append((f"To the title page: begin again, {chapters}endings seen", self.action_title))
        return tuple(found)

    def _read_chapter(self, chapter: Chapter) -> None:
        """Read a chapter alone, from where it was left if it was begun."""
        try:
            opened = self._opening.go_on(chapter_slot(chapter.id), Beginning(chapter=chapter.id))
        except SidelightError as error:
            self._show_page(f"That was not done: {error.message}. To mend it, {error.help}.")
        else:
            self._sitting = opened.sitting
            self._arrive(opened.message)

    def _see_questions(self) -> None:
        """Open the journal at its questions; afterwards fewer may be left."""
        from sidelight.tui.screens.journal import JournalScreen, Part  # noqa: PLC0415 - as above

        journal = JournalScreen(self._lesson, self._liked.now.measure, Part.QUESTIONS)
        self.app.push_screen(
            journal, lambda closed: self._show_page() if closed is None else self._come_back(closed)
        )

    def _what_now(self, page: Page) -> str:
        """What can be done where nothing can be chosen."""
        back = ["undo"] if page.step else []
        kept = ["kept"] if page.over and self._sitting.kept else []
        return keys_of(self).hint(*back, *kept, *(["take_away"] if page.over else []), "leave")
