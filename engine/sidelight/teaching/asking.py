"""The conversation about one exercise, as a value: what was tried, which hints were seen, and what comes next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from sidelight.model.exercises import ExerciseKind
from sidelight.model.story import Grade
from sidelight.play.notebook import Answered
from sidelight.teaching.marking import Mark, Response, fold, mark
from sidelight.teaching.questions import Question
from sidelight.teaching.tries import settles

_TWO = 2


class Stage(Enum):
    """What is waited for: an answer, how sure the reader is of it, or that she has read what is said to it."""

    OPEN = auto()
    SURE = auto()
    SETTLED = auto()


@dataclass(frozen=True, slots=True)
class Try:
    """An answer as it was given: after how many hints, and how sure; 0 where that was not asked."""

    response: Response
    mark: Mark
    hints: int
    confidence: int = 0


@dataclass(frozen=True, slots=True)
class Asking:
    """A question being asked. Everything done gives another; nothing of it can fail."""

    question: Question
    grades: Mapping[str, Grade]
    hints: int = 0
    """How many hints have been seen."""
    tries: tuple[Try, ...] = ()
    waiting: Response | None = None
    """An answer of which the reader has still to say how sure she is."""
    given_up: bool = False

    @property
    def stage(self) -> Stage:
        """What is waited for."""
        if self.waiting is not None:
            return Stage.SURE
        return Stage.SETTLED if self.given_up or self._is_over() else Stage.OPEN

    @property
    def is_settled(self) -> bool:
        """Whether all that is to be known has been said."""
        return self.stage is Stage.SETTLED

    @property
    def tries_left(self) -> int:
        """How often it may still be answered."""
        return self.question.exercise.attempts - len(self.tries)

    @property
    def seen_hints(self) -> tuple[str, ...]:
        """The hints seen so far."""
        return self.question.exercise.hints[: self.hints]

    @property
    def has_hint(self) -> bool:
        """Whether there is a hint to be had that was not seen."""
        return self.stage is Stage.OPEN and self.hints < len(self.question.exercise.hints)

    @property
    def says_why(self) -> str:
        """What is said to a wrong option before another may be tried; nothing if that would tell the right one."""
        exercise = self.question.exercise
        if exercise.kind is not ExerciseKind.PICK or not self.tries or len(exercise.options) <= _TWO:
            return ""
        picked = self.tries[-1].response
        why = next((option.why for option in exercise.options if option.id in picked), "")
        told = fold(why)
        return "" if any(option.right and fold(option.text) in told for option in exercise.options) else why

    def hint(self) -> "Asking":
        """With the next hint, if there is one."""
        return replace(self, hints=self.hints + 1) if self.has_hint else self

    def answer(self, response: Response) -> "Asking":
        """Answered; the first time it may be asked how sure the reader is."""
        if self.stage is not Stage.OPEN:
            return self
        response = self._in_order(response)
        if self.question.exercise.confidence and not self.tries:
            return replace(self, waiting=response)
        return self._tried(response)

    def has_tried(self, response: Response) -> bool:
        """Whether this very answer was given before."""
        return self._in_order(response) in [tried.response for tried in self.tries]

    def sure(self, confidence: int) -> "Asking":
        """With how sure the reader is of what she answered, from 1 to 4; 0 if she does not say."""
        return self if self.waiting is None else self._tried(self.waiting, confidence)

    def taken_up(self, answers: Iterable[Answered]) -> "Asking":
        """With tries that were made before the reader left in the middle of it."""
        now = self
        for each in answers:
            now = replace(now, hints=each.hints, waiting=each.response).sure(each.confidence)
        return now

    def give_up(self) -> "Asking":
        """Without a further try: what is right is said."""
        return replace(self, given_up=True, waiting=None)

    def _in_order(self, response: Response) -> Response:
        """An answer as it is kept: what was picked of several, in the order in which it is written."""
        if self.question.exercise.kind is not ExerciseKind.PICK_MANY:
            return response
        return tuple(each.id for each in self.question.exercise.options if each.id in response)

    def _tried(self, response: Response, confidence: int = 0) -> "Asking":
        found = mark(self.question.exercise, response, self.grades)
        tries = (*self.tries, Try(response, found, self.hints, confidence))
        tried = replace(self, tries=tries, waiting=None)
        # To a wrong answer something is said that helps: why it is not that, or else the next hint.
        return tried if tried.stage is Stage.SETTLED or tried.says_why else tried.hint()

    def _is_over(self) -> bool:
        if not self.tries:
            return False
        return settles(self.question.exercise, self.tries[-1].mark, len(self.tries))
