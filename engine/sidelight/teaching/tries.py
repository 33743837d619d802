"""The tries at an exercise, as a notebook has them: those that stand when a reader left in the middle of it."""

from collections.abc import Mapping

from sidelight.model.exercises import Exercise
from sidelight.model.story import Grade
from sidelight.play.notebook import Answered, Notebook, Opened, Skipped
from sidelight.teaching.marking import Mark, fits, mark


def settles(exercise: Exercise, found: Mark, tries: int) -> bool:
    """Whether an answer is the last: it is right, or not to be marked, or no other try is left."""
    return found.score is None or found.right or tries >= exercise.attempts


def standing(exercise: Exercise, notebook: Notebook, grades: Mapping[str, Grade]) -> tuple[Answered, ...]:
    """The answers since it was last settled or passed over; none, where it is not left half answered.

    An answer that the exercise can no longer be given, since the story was changed, is no try.
    """
    answers: list[Answered] = []
    for entry in notebook.entries:
        if isinstance(entry, Opened) or entry.exercise != exercise.id:
            continue
        if isinstance(entry, Skipped):
            answers = []
            continue
        answers.append(entry)
        if settles(exercise, mark(exercise, entry.response, grades), len(answers)):
            answers = []
    return tuple(each for each in answers if fits(exercise, each.response, grades))
