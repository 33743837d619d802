"""A lesson: a sitting with the exercises beside it. Both readers ask through one; what they tell it is kept."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sidelight.errors import FileError
from sidelight.model.exercises import Exercise
from sidelight.model.story import Story
from sidelight.play.notebook import Answered, Skipped
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.watching import Watcher
from sidelight.saving.settings import Preferences
from sidelight.teaching.due import Due, due, left

if TYPE_CHECKING:  # the first page of a story is shown without them
    from sidelight.teaching.asking import Asking
    from sidelight.teaching.feedback import Feedback
    from sidelight.teaching.marking import Mark, Response


class Recorder(Watcher):
    """Watches a sitting and is told of its exercises too. This one keeps no record; one for a class does."""

    def shown(self, exercise: Exercise) -> None:
        """An exercise is shown to be answered."""

    def answered(
        self, exercise: Exercise, attempt: int, response: "Response", mark: "Mark", hints: int, confidence: int
    ) -> None:
        """An exercise was answered. `attempt` counts from 1, also over several days; `confidence` is 0 to 4."""

    def skipped(self, exercise: Exercise) -> None:
        """An exercise was passed over."""


UNRECORDED = Recorder()
"""For a lesson of which no record is kept."""


Next = Callable[[], tuple[Exercise, ...]]
"""The questions still to be asked, looked for anew each time."""


def once(exercise: Exercise) -> Next:
    """One question, whether it has been met or not."""
    left = [exercise]
    return lambda: (left.pop(),) if left else ()


class Lesson:
    """What the asking of exercises needs of a sitting, and leaves in it."""

    def __init__(self, sitting: Sitting, liked: Preferences, recorder: Recorder = UNRECORDED) -> None:
        self.sitting = sitting
        self._liked = liked
        self._recorder = recorder
        self.trouble = ""
        """Why what was done last is not saved; empty if it is."""

    @property
    def story(self) -> Story:
        """The story the exercises are of."""
        return self.sitting.playthrough.rules.story

    @property
    def wanted(self) -> bool:
        """Whether the reader wants to be asked at the edge of scenes."""
        return self._liked.now.questions

    @property
    def due(self) -> Due:
        """The exercises met where the sitting stands; none where the reader wants none."""
        return due(self.sitting.playthrough, self.sitting.notebook) if self.wanted else Due()

    @property
    def left(self) -> tuple[Exercise, ...]:
        """At an end, the exercises still to be had from the journal; none where the reader wants none."""
        if not (self.sitting.page.over and self.wanted):
            return ()
        return left(self.sitting.playthrough, self.sitting.notebook)

    @property
    def has_met_none(self) -> bool:
        """Whether no question was ever met, so that it is to be said what one is."""
        return not self.sitting.shelf.asked

    def ask(self, exercise: Exercise) -> "Asking":
        """Begin to ask an exercise, or go on where it was left half answered."""
        from sidelight.teaching.asking import Asking  # noqa: PLC0415 - see above
        from sidelight.teaching.questions import question  # noqa: PLC0415 - likewise
        from sidelight.teaching.tries import standing  # noqa: PLC0415 - likewise

        self._recorder.shown(exercise)
        self._keep(self.sitting.meet_a_question)
        anew = Asking(question(exercise, self.story, self.sitting.seed), self.story.grades)
        return anew.taken_up(standing(exercise, self.sitting.notebook, self.story.grades))

    def answer(self, asking: "Asking", response: "Response") -> "Asking":
        """Answer it, and keep the answer unless it is to be said first how sure the reader is."""
        return self._keep_try(asking, asking.answer(response))

    def sure(self, asking: "Asking", confidence: int) -> "Asking":
        """Say how sure the reader is of her answer, and keep both."""
        return self._keep_try(asking, asking.sure(confidence))

    def leave(self, asking: "Asking", written: "Response" = ()) -> "Asking":
        """Keep what is written so far, and an answer she has not said how sure she is of: the reader leaves."""
        return self.sure(self.answer(asking, written) if written else asking, 0)

    def skip(self, asking: "Asking") -> "Asking | None":
        """Pass it over. After an answer that was not right, what is right is said first."""
        exercise = asking.question.exercise
        skipped = Skipped(exercise.id, self.sitting.playthrough.length)
        if asking.tries and not asking.is_settled:
            self._keep(partial(self.sitting.note, skipped))
            return asking.give_up()
        if not asking.tries and exercise.id not in self.sitting.notebook.met:
            self._recorder.skipped(exercise)
            self._keep(partial(self.sitting.note, skipped))
        return None

    def open(self, aside: str) -> None:
        """Open a note an answer rests on."""
        self._keep(partial(self.sitting.open, aside))

    def feedback(self, asking: "Asking") -> "Feedback | None":
        """What is said to the reader now."""
        from sidelight.teaching.feedback import feedback  # noqa: PLC0415 - likewise

        return feedback(asking, self.story)

    def _keep_try(self, before: "Asking", after: "Asking") -> "Asking":
        if len(after.tries) > len(before.tries):
            tried, exercise = after.tries[-1], after.question.exercise
            attempt = len(self.sitting.notebook.answers(exercise.id)) + 1
            self._recorder.answered(exercise, attempt, tried.response, tried.mark, tried.hints, tried.confidence)
            length = self.sitting.playthrough.length
            entry = Answered(exercise.id, tried.response, length, attempt, tried.hints, tried.confidence)
            self._keep(partial(self.sitting.note, entry))
        return after

    def _keep(self, keep: Callable[[], None]) -> None:
        """Keep something; where it cannot be written, go on, and have it said."""
        self.trouble = ""
        try:
            keep()
        except FileError as error:
            self.trouble = error.explaining("This is not saved")
