"""Playing: what the reader does to her playthrough, and the screens she goes to from its page."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sidelight.errors import FileError, SidelightError
from sidelight.model.exercises import Exercise
from sidelight.model.story import Chapter, Choice
from sidelight.play.rules import Beginning
from sidelight.presenting.journal import next_chapter
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.words import number_of
from sidelight.saving.settings import Preferences
from sidelight.teaching.lesson import UNRECORDED, Lesson
from sidelight.tui.journal_text import said_over
from sidelight.tui.screens.keepsake import take_away
from sidelight.tui.screens.noting import Noting

if TYPE_CHECKING:
    from sidelight.teaching.classroom import Classroom


class Playing(Noting):
    """Goes on, back and elsewhere. The reading screen is one, and shows where that leads."""

    def __init__(
        self, opening: Opening, sitting: Sitting, liked: Preferences, classroom: "Classroom | None" = None
    ) -> None:
        super().__init__(sitting)
        self._classroom = classroom
        self._opening = opening
        self._liked = liked

    def show_page(self, message: str = "", taken: Choice | None = None) -> None:
        """Show the page from its top, under what there is to say; or at a choice that was taken from it before."""
        raise NotImplementedError

    @property
    def _lesson(self) -> Lesson:
        recorder = UNRECORDED if self._classroom is None else self._classroom.recorder
        return Lesson(self._sitting, self._liked, recorder)

    def _arrive(self, message: str = "") -> None:
        """Show the page the sitting stands on, once the questions met before it have been asked."""
        if self._lesson.due.before:
            self._sitting.page_told = False
            self._ask(lambda: self._lesson.due.before, partial(self.show_page, message))
        else:
            self.show_page(message)

    def _ask(self, next_: Callable[[], tuple[Exercise, ...]], then: Callable[[], None]) -> None:
        from sidelight.tui.screens.exercise import ExerciseScreen  # noqa: PLC0415 - nothing before the first page

        self.app.push_screen(ExerciseScreen(self._lesson, self._liked.now.measure, next_), lambda _: then())

    def _do(self, step: Callable[[], object], then: Callable[[str], None] | None = None) -> None:
        """Go a step, and show where it led. If it cannot be saved, reading goes on and the page says so."""
        message = ""
        try:
            step()
        except FileError as error:
            message = error.explaining("This step is not saved")
        (then or self.show_page)(message)

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
            self.show_page(" ".join((went, *stopped)))

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
        last = self._sitting.playthrough.last
        if last is not None:
            self._do(self._sitting.undo, partial(self.show_page, taken=last.choice))

    def _step_back(self, length: int) -> None:
        """Go back to where so many steps had been taken: at the choice that was taken from there."""
        taken = self._sitting.playthrough.steps()[length].choice
        self._do(partial(self._sitting.rewind, length), partial(self.show_page, taken=taken))

    def _what_next(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """At an end, the questions met below it and those left in the journal; and where else there is to go."""
        if not self._sitting.page.over:
            return ()
        lesson = self._lesson
        below, left = len(lesson.due.below), len(lesson.left)
        found: list[tuple[str, Callable[[], None]]] = []
        if below:
            ask = partial(self._ask, lambda: self._lesson.due.below, self.show_page)
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
            opened = self._opening.go_on(self._opening.chapter_slot(chapter.id), Beginning(chapter=chapter.id))
        except SidelightError as error:
            self.show_page(error.explaining("That was not done"))
        else:
            self._sitting = opened.sitting
            self._arrive(opened.message)

    def _see_questions(self) -> None:
        """Open the journal at its questions; afterwards fewer may be left."""
        from sidelight.tui.screens.journal import JournalScreen, Part  # noqa: PLC0415 - as above

        journal = JournalScreen(self._lesson, self._liked.now.measure, Part.QUESTIONS)
        self.app.push_screen(
            journal, lambda closed: self.show_page() if closed is None else self._come_back(closed)
        )
