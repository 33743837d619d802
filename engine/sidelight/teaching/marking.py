"""Marking: how far an answer is right, and in which of its parts."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.ladders import targets_of
from sidelight.model.story import Grade

Response: TypeAlias = tuple[str, ...]
"""An answer. A `pick` has one option's id, a `pick-many` those of all that were picked. A `match` has a target
for each item, in the order the items are written; an `order` the ids of its items, first to last. A `rate` has
the number of its step, from 1; a `number`, a `short` and a `write` have what was typed."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was decided in an answer.

    `lean` is above 0 where more was trusted than stands, below 0 where what stands was doubted, by so many rungs
    of a ladder; for an option, 1 if it was picked and is not right, -1 if it is right and was not picked.
    """

    id: str
    given: str
    right: bool
    lean: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer is worth: from 0 to 1, or None where nothing is right or wrong."""

    score: float | None
    parts: tuple[Part, ...] = ()

    @property
    def right(self) -> bool:
        """Whether all of it is right."""
        return self.score == 1


def mark(exercise: Exercise, response: Response, grades: Mapping[str, Grade]) -> Mark:
    """Mark an answer. An answer that is not one of this exercise's is worth nothing."""
    parts = _parts(exercise, response, grades)
    if not exercise.points:
        return Mark(None, parts)
    if all(part.right for part in parts):
        return Mark(1.0, parts)
    return Mark(_share(exercise, parts) if exercise.partial else 0.0, parts)


def fits(exercise: Exercise, response: Response, grades: Mapping[str, Grade]) -> bool:
    """Whether this can be answered: an answer kept from before may be to a question that was otherwise then.

    To a question where nothing is right or wrong any answer fits: none is tried again.
    """
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            several = exercise.kind is ExerciseKind.PICK_MANY
            return (several or len(response) == 1) and {*response} <= {option.id for option in exercise.options}
        case ExerciseKind.MATCH:
            return len(response) == len(exercise.items) and all(
                given in targets_of(exercise, item, grades)
                for item, given in zip(exercise.items, response, strict=True)
            )
        case ExerciseKind.ORDER:
            return sorted(response) == sorted(item.id for item in exercise.items)
        case ExerciseKind.NUMBER:
            return len(response) == 1 and _whole(response[0]) is not None
        case ExerciseKind.SHORT:
            return len(response) == 1
        case ExerciseKind.RATE | ExerciseKind.WRITE:
            return True


def _parts(exercise: Exercise, response: Response, grades: Mapping[str, Grade]) -> tuple[Part, ...]:
    first = response[0] if response else ""
    match exercise.kind:
        case ExerciseKind.PICK:
            right = next((option.id for option in exercise.options if option.right), "")
            return (Part(right, first, first == right),)
        case ExerciseKind.PICK_MANY:
            return _picked(exercise, response)
        case ExerciseKind.MATCH:
            return _matched(exercise, response, grades)
        case ExerciseKind.ORDER:
            followed = set(pairwise(response))
            return tuple(
                Part(one.id, "", (one.id, other.id) in followed) for one, other in pairwise(exercise.items)
            )
        case ExerciseKind.NUMBER | ExerciseKind.SHORT:
            typed_right = (
                _near(exercise, first) if exercise.kind is ExerciseKind.NUMBER else _spelt(exercise, first)
            )
            return (Part("", first, typed_right),)
        case ExerciseKind.RATE | ExerciseKind.WRITE:
            return ()


def _picked(exercise: Exercise, response: Response) -> tuple[Part, ...]:
    picked = [option.id in response for option in exercise.options]
    return tuple(
        Part(option.id, option.id if there else "", there == option.right, there - option.right)
        for option, there in zip(exercise.options, picked, strict=True)
    )


def _matched(exercise: Exercise, response: Response, grades: Mapping[str, Grade]) -> tuple[Part, ...]:
    given = dict(zip((item.id for item in exercise.items), response, strict=False))
    parts: list[Part] = []
    for item in exercise.items:
        answer = given.get(item.id, "")
        rungs = list(targets_of(exercise, item, grades))
        on_ladder = (item.ladder or exercise.ladder) is not None and answer in rungs
        right = answer in item.answers
        lean = rungs.index(item.answers[0]) - rungs.index(answer) if on_ladder and not right else 0
        parts.append(Part(item.id, answer, right, lean))
    return tuple(parts)


def _share(exercise: Exercise, parts: tuple[Part, ...]) -> float:
    if exercise.kind is ExerciseKind.PICK_MANY:
        right = sum(option.right for option in exercise.options)
        hits = sum(part.right and part.given != "" for part in parts)
        false_alarms = sum(part.lean > 0 for part in parts)
        return max(0.0, (hits - false_alarms) / right)
    return sum(part.right for part in parts) / len(parts)


def _near(exercise: Exercise, typed: str) -> bool:
    number, given = exercise.answer.number, _whole(typed)
    return number is not None and given is not None and abs(given - number) <= exercise.answer.tolerance


def _whole(typed: str) -> int | None:
    try:
        return int(typed)
    except ValueError:
        return None


def _spelt(exercise: Exercise, typed: str) -> bool:
    return fold(typed) in {fold(spelling) for spelling in exercise.answer.accept}


def fold(typed: str) -> str:
    """A short answer without case, accents, the Arabic article and what stands between words."""
    letters = unicodedata.normalize("NFKD", typed.casefold())
    kept = "".join(each if each.isalnum() else " " for each in letters if not unicodedata.combining(each))
    return "".join(word for word in kept.split() if word not in ("al", "el"))
