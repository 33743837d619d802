"""What is said to an answer once it is settled, with what that rests on to be opened."""

from functools import partial

from sidelight.model.exercises import ExerciseKind
from sidelight.teaching.asking import Asking
from sidelight.teaching.feedback import Evidence, Feedback
from sidelight.teaching.lesson import Lesson
from sidelight.tui.exercise_text import evidence_options, evidence_source_at, feedback_at
from sidelight.tui.note_text import note_at
from sidelight.tui.screens.booklet import Booklet


class Explaining(Booklet):
    """A screen that explains. The one that asks is one, and says what comes after."""

    def __init__(self, lesson: Lesson, measure: int) -> None:
        super().__init__(measure)
        self._lesson = lesson
        self._evidence: tuple[Evidence, ...] = ()
        """What can be opened now."""

    def go_on(self) -> None:
        """Go on from what has been explained."""
        raise NotImplementedError

    def action_open(self) -> None:
        """Open what an answer rests on, the first of it if none is chosen; or put it away."""
        current = self._column.choices.current
        if self._put_away is not None:
            self._put_away()
        elif self._evidence:
            self._open(current if current <= len(self._evidence) else 1)

    def explain(self, asking: Asking, said: Feedback) -> None:
        """Show all that is to be known of a question that is settled."""
        self._evidence = said.evidence
        written = asking.question.exercise.kind is ExerciseKind.WRITE and asking.tries
        setting = partial(
            feedback_at, said, asking.tries[-1].response[0] if written else "", (self._lesson.trouble,)
        )
        options = evidence_options(said.evidence)
        self.lay(setting, options, self._open, current=len(options), reveal=False)

    def _open(self, number: int) -> None:
        """Open what an answer rests on; past the last of it, go on."""
        if number > len(self._evidence):
            self.go_on()
            return
        found = self._evidence[number - 1]
        if found.note is not None:
            self._lesson.open(found.note.aside.id)
            self.lay(partial(note_at, found.note), put_away=self.begin)
        elif found.source is not None:
            self.lay(partial(evidence_source_at, found.number, found.source), put_away=self.begin)
