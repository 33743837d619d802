"""Ladders: the targets of a match that need not be written out, from what stands best to what stands least."""

from collections.abc import Mapping

from sidelight.model.exercises import Exercise, Matched
from sidelight.model.story import Grade

GRADES = "grades"
"""The ladder of the story's own grades."""

LADDERS: Mapping[str, Mapping[str, str]] = {
    "standing": {
        "established": "established",
        "reported": "reported",
        "claimed": "claimed",
        "cannot-run": "cannot run",
    },
    "source": {
        "A": "A, completely reliable",
        "B": "B, usually reliable",
        "C": "C, fairly reliable",
        "D": "D, not usually reliable",
        "E": "E, unreliable",
        "F": "F, cannot be judged",
    },
    "information": {
        "1": "1, confirmed by others",
        "2": "2, probably true",
        "3": "3, possible",
        "4": "4, doubtful",
        "5": "5, improbable",
        "6": "6, cannot be judged",
    },
}
"""A desk's four words, and the two scales by which spies mark a report: who brings it, and what it says."""

LADDER_NAMES = (GRADES, *LADDERS)


def targets_of(exercise: Exercise, item: Matched, grades: Mapping[str, Grade]) -> Mapping[str, str]:
    """What an item can be matched with: target ids and what they are called, in order."""
    ladder = item.ladder or exercise.ladder
    if ladder is None:
        return exercise.targets
    if ladder == GRADES:
        return {grade.id: grade.label for grade in grades.values()}
    return LADDERS[ladder]
