"""A lesson: a sitting with the exercises beside it. Both readers ask through one; what they tell it is kept."""

from typing import Protocol

from sidelight.errors import FileError
from sidelight.model.exercises import Exercise
from sidelight.play.notebook import Answered, Skipped
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.watching import Watcher
from sidelight.saving.settings import Preferences
from sidelight.teaching.due import Due, due
from sidelight.teaching.marking import Mark, Response, mark


class Recorder(Watcher, Protocol):
    """Keeps a record for a class: a sitting's watcher, who is told of the exercises too."""

    def shown(self, exercise: Exercise) -> None:
        """An exercise is shown to be answered."""

    def answered(
        self, exercise: Exercise, attempt: int, response: Response, mark: Mark, hints: int, confidence: int
    ) -> None:
        """An exercise was answered. `attempt` counts from 1, also over several days; `confidence` is 0 to 4."""

    def skipped(self, exercise: Exercise) -> None:
        """An exercise was passed over."""


class Lesson:
    """What the asking of exercises needs of a sitting, and leaves in it."""

    def __init__(self, sitting: Sitting, liked: Preferences, recorder: Recorder | None = None) -> None:
        self.sitting = sitting
        self._liked = liked
        self._recorder = recorder
        self.trouble = ""
        """Why what was done last is not saved; empty if it is."""

    @property
    def due(self) -> Due:
        """The exercises met where the sitting stands; none where the reader wants none."""
        if not self._liked.now.questions:
            return Due()
        return due(self.sitting.playthrough, self.sitting.notebook)

    def show(self, exercise: Exercise) -> bool:
        """Have it known that an exercise is shown, and say whether it is the first that ever was."""
        if self._recorder is not None:
            self._recorder.shown(exercise)
        try:
            return self.sitting.meet_a_question()
        except FileError as error:
            self.trouble = f"That you were asked is not saved: {error.message}. To mend it, {error.help}."
            return True

    def answer(self, exercise: Exercise, response: Response, hints: int = 0, confidence: int = 0) -> Mark:
        """Keep an answer, and mark it."""
        length = self.sitting.playthrough.length
        attempt = len(self.sitting.notebook.answers(exercise.id)) + 1
        found = mark(exercise, response, self.sitting.playthrough.rules.story.grades)
        if self._recorder is not None:
            self._recorder.answered(exercise, attempt, response, found, hints, confidence)
        self._note(Answered(exercise.id, response, length, attempt, hints, confidence))
        return found

    def skip(self, exercise: Exercise) -> None:
        """Keep that an exercise was passed over."""
        if self._recorder is not None:
            self._recorder.skipped(exercise)
        self._note(Skipped(exercise.id, self.sitting.playthrough.length))

    def _note(self, entry: Answered | Skipped) -> None:
        self.trouble = ""
        try:
            self.sitting.note(entry)
        except FileError as error:
            self.trouble = f"This answer is not saved: {error.message}. To mend it, {error.help}."
