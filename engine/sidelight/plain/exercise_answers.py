"""What is typed to a question in one line, read as an answer to it."""

import re
from typing import NamedTuple

from sidelight.model.exercises import ExerciseKind
from sidelight.plain.prose import sentence, words
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.marking import Response
from sidelight.teaching.questions import NOT_A_NUMBER, SURENESS, Line, Question, whole_number

_LONG = 9
"""Digits from which on a number can be none of ours."""


class Typed(NamedTuple):
    """An answer, if what was typed is one, and what is said of it first."""

    response: Response
    said: str


def typed_answer(asked: Question, typed: str) -> Typed:
    """What was typed, for those kinds that are answered in one line."""
    match asked.exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.RATE:
            return _picked(asked.options, typed)
        case ExerciseKind.PICK_MANY:
            return _several(asked.options, typed)
        case ExerciseKind.ORDER:
            return _in_order(asked.items, typed)
        case ExerciseKind.NUMBER:
            number = whole_number(typed)
            return Typed((number,), "") if number else Typed((), NOT_A_NUMBER)
        case _:
            return Typed((typed,), "") if typed else Typed((), "Nothing was typed. s passes the question over.")


def what_to_type(asking: Asking, given: int) -> str:
    """What can be typed as an answer; to the item after so many that have been matched."""
    asked = asking.question
    if asking.stage is Stage.SURE:
        return f"Type {range_of(len(SURENESS))}"
    count = len(asked.items or asked.options)
    number = range_of(len(asked.targets[given]) if asked.targets else count)
    return {
        ExerciseKind.PICK: f"Type {number}",
        ExerciseKind.PICK_MANY: f"Type numbers from 1 to {count}",
        ExerciseKind.MATCH: f"Type {number}",
        ExerciseKind.ORDER: f"Type the numbers 1 to {count} in order",
        ExerciseKind.SHORT: "Type your answer",
        ExerciseKind.NUMBER: "Type a whole number",
        ExerciseKind.RATE: f"Type {number}",
        ExerciseKind.WRITE: "Write; an empty line ends it",
    }[asked.exercise.kind]


def number_in(typed: str, most: int) -> int | None:
    """A number from 1 up to the most there are; None if it is not one."""
    number = int(typed) if typed.isdecimal() and len(typed) < _LONG else 0
    return number if 1 <= number <= most else None


def range_of(count: int) -> str:
    """The numbers there are, as in "1 to 4"."""
    return "1" if count == 1 else f"1 to {count}"


def _picked(shown: tuple[Line, ...], typed: str) -> Typed:
    number = number_in(typed, len(shown))
    if number is None:
        return Typed((), f"Type {range_of(len(shown))}.")
    return Typed((shown[number - 1].id,), f"You picked {number}. {sentence(words(shown[number - 1].text))}")


def _several(shown: tuple[Line, ...], typed: str) -> Typed:
    picked = _numbers(typed, len(shown))
    if not picked:
        return Typed((), f"Type one number or more, from 1 to {len(shown)}, such as 1 {len(shown)}.")
    return Typed(_ids(shown, picked), f"You picked: {_listed(shown, picked)}")


def _in_order(shown: tuple[Line, ...], typed: str) -> Typed:
    picked = _numbers(typed, len(shown))
    if len(picked) != len(shown):
        return Typed((), f"Type each number from 1 to {len(shown)} once, in the order that is right.")
    return Typed(_ids(shown, picked), f"You put them so: {_listed(shown, picked)}")


def _numbers(typed: str, most: int) -> list[int]:
    """Numbers in the order typed, each once; none if anything else was typed."""
    numbers = [number_in(each, most) for each in re.split(r"[,;\s]+", typed.strip(" ,;"))]
    return [] if None in numbers else list(dict.fromkeys(number for number in numbers if number is not None))


def _ids(shown: tuple[Line, ...], picked: list[int]) -> Response:
    return tuple(shown[number - 1].id for number in picked)


def _listed(shown: tuple[Line, ...], picked: list[int]) -> str:
    return sentence("; ".join(words(shown[number - 1].text) for number in picked))
