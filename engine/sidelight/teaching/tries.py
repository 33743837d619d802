"""The tries at an exercise, as a notebook has them: those that stand when a reader left in the middle of it."""

from collections.abc import Mapping

from sidelight.model.exercises import Exercise
from sidelight.model.story import Grade
from sidelight.play.notebook import Answered, Notebook
from sidelight.teaching.marking import Mark, fits, mark


def settles(exercise: Exercise, found: Mark, tries: int) -> bool:
    """Whether an answer is the last: it is right, or not to be marked, or no other try is left."""
    return found.score is None or found.right or tries >= exercise.attempts


def standing(exercise: Exercise, notebook: Notebook, grades: Mapping[str, Grade]) -> tuple[Answered, ...]:
    """The answers since it was last settled, passed over or left for another; none, if it is not half answered.

    An answer that the exercise can no longer be given, since the story was changed, is no try.
    """
    # A save of before has no entry for giving up. What comes after an answer tells of it; after the last one of
    # all nothing does, and it counts as left half answered.
    answers: list[Answered] = []
    for entry in notebook.last_answers:
        if entry.exercise == exercise.id and fits(exercise, entry.response, grades):
            answers.append(entry)
            if settles(exercise, mark(exercise, entry.response, grades), len(answers)):
                answers = []
    return tuple(answers)
