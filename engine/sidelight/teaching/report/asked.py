"""One exercise as a class answered it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.story import Grade
from sidelight.teaching.events import Answered
from sidelight.teaching.marking import Part, mark

FREE_TEXT = (ExerciseKind.SHORT, ExerciseKind.WRITE)
"""What is typed in these is a pupil's own; it is told only where it is asked for."""
_NUMBER = re.compile(r"-?[0-9]{1,12}")


@dataclass(slots=True)
class Asked:
    """One exercise as it was answered. With `best`, hints are no matter."""

    best: bool = False
    learners: int = 0
    right: int = 0
    """Whose first answer was right, with no hint before it."""
    hinted: int = 0
    hinted_right: int = 0
    skipped: int = 0
    other_revision: int = 0
    """Those who met it in another revision; they are counted nowhere else."""
    seconds: Counter[int] = field(default_factory=Counter)
    confidence_when_wrong: Counter[int] = field(default_factory=Counter)
    given: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What was given, by the part of the exercise."""
    parts: int = 0
    too_much: int = 0
    """Parts in which more was trusted than stands, or picked than is right."""
    too_little: int = 0
    """Parts in which what stands was doubted, or what is right was not picked."""

    def add(
        self, exercise: Exercise, given: tuple[Answered, ...], counted: Answered, grades: Mapping[str, Grade]
    ) -> bool:
        """Count the answer of a learner that counts, among all she gave. Returns whether it is right."""
        right = counted.score == 1 and (self.best or not counted.hints)
        self.learners += 1
        self.right += right
        self.seconds[counted.seconds] += 1
        hinted = [answer for answer in given if answer.hints]
        self.hinted += bool(hinted)
        self.hinted_right += any(answer.score == 1 for answer in hinted)
        if counted.confidence and counted.score is not None and counted.score < 1:
            self.confidence_when_wrong[counted.confidence] += 1
        parts = mark(exercise, counted.response, grades).parts
        self.given.update(_given(exercise, counted, parts))
        if counted.score is not None:
            self.parts += len(parts)
            self.too_much += sum(part.lean > 0 for part in parts)
            self.too_little += sum(part.lean < 0 for part in parts)
        return right


def _given(exercise: Exercise, answer: Answered, parts: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.RATE:
            yield "", answer.response[0] if answer.response else ""
        case ExerciseKind.NUMBER:
            yield from (("", typed) for typed in answer.response[:1] if _NUMBER.fullmatch(typed))
        case ExerciseKind.PICK_MANY:
            yield from (("", picked) for picked in dict.fromkeys(answer.response))
        case ExerciseKind.MATCH:
            yield from ((part.id, part.given) for part in parts)
        case ExerciseKind.ORDER:
            yield "", " ".join(answer.response)
        case ExerciseKind.SHORT | ExerciseKind.WRITE:
            pass
