"""What is typed to a question, read as an answer to it."""

import re
from typing import NamedTuple

from sidelight.model.exercises import ExerciseKind
from sidelight.plain.exercise_text import item_lines
from sidelight.plain.prose import sentence, words
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.marking import Response
from sidelight.teaching.questions import NOT_A_NUMBER, SURENESS, Line, Question, whole_number

_LONG = 9
"""Digits from which on a number can be none of ours."""


class Typed(NamedTuple):
    """An answer, if what was typed is one or the last of one, and what is said of it first."""

    response: Response = ()
    said: tuple[str, ...] = ()


class Entry:
    """An answer as it comes in: in one line, item by item, or in as many lines as it takes."""

    def __init__(self) -> None:
        self._matched: list[str] = []
        """What a match has been answered with so far, item by item."""
        self._written: list[str] = []

    @property
    def is_writing(self) -> bool:
        """Whether every line is a part of what is being written, whatever it says."""
        return bool(self._written)

    @property
    def place(self) -> int:
        """How many items of a match have been answered."""
        return len(self._matched)

    def clear(self) -> None:
        """Forget what has come in."""
        self._matched.clear()
        self._written.clear()

    def written(self) -> Response:
        """What has been written, as an answer."""
        text = "\n".join(self._written)
        self._written.clear()
        return (text,) if text else ()

    def take(self, asked: Question, typed: str) -> Typed:
        """Take a line."""
        match asked.exercise.kind:
            case ExerciseKind.MATCH:
                return self._match(asked, typed)
            case ExerciseKind.WRITE:
                return self._write(typed)
            case _:
                return _in_one_line(asked, typed)

    def _match(self, asked: Question, typed: str) -> Typed:
        place = self.place
        targets = asked.targets[place]
        if place and typed.lower() in ("u", "undo"):
            self._matched.pop()
            return Typed(said=tuple(item_lines(asked, place - 1, whole=True)))
        number = number_in(typed, len(targets))
        if number is None:
            back = ", or u to take the last back" if place else ""
            return Typed(said=(f"Type {range_of(len(targets))}{back}.",))
        target = sentence(words(targets[number - 1].text))
        said = f"{sentence(words(asked.items[place].text))} You said {number}: {target}"
        self._matched.append(targets[number - 1].id)
        if self.place < len(asked.items):
            return Typed(said=(said, *item_lines(asked, self.place, whole=False)))
        response = asked.matched(self._matched)
        self._matched.clear()
        return Typed(response, (said,))

    def _write(self, typed: str) -> Typed:
        if typed:
            self._written.append(typed)
            return Typed()
        if not self._written:
            return Typed(said=("Nothing was written. s passes the question over.",))
        return Typed(self.written())


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


def _in_one_line(asked: Question, typed: str) -> Typed:
    match asked.exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.RATE:
            return _picked(asked.options, typed)
        case ExerciseKind.PICK_MANY:
            return _several(asked.options, typed)
        case ExerciseKind.ORDER:
            return _in_order(asked.items, typed)
        case ExerciseKind.NUMBER:
            number = whole_number(typed)
            return Typed((number,)) if number else Typed(said=(NOT_A_NUMBER,))
        case _:
            return Typed((typed,)) if typed else Typed(said=("Nothing was typed. s passes the question over.",))


def _picked(shown: tuple[Line, ...], typed: str) -> Typed:
    number = number_in(typed, len(shown))
    if number is None:
        return Typed(said=(f"Type {range_of(len(shown))}.",))
    said = f"You picked {number}. {sentence(words(shown[number - 1].text))}"
    return Typed((shown[number - 1].id,), (said,))


def _several(shown: tuple[Line, ...], typed: str) -> Typed:
    picked = _numbers(typed, len(shown))
    if not picked:
        return Typed(said=(f"Type one number or more, from 1 to {len(shown)}, such as 1 {len(shown)}.",))
    return Typed(_ids(shown, picked), (f"You picked: {_listed(shown, picked)}",))


def _in_order(shown: tuple[Line, ...], typed: str) -> Typed:
    picked = _numbers(typed, len(shown))
    if len(picked) != len(shown):
        return Typed(said=(f"Type each number from 1 to {len(shown)} once, in the order that is right.",))
    return Typed(_ids(shown, picked), (f"You put them so: {_listed(shown, picked)}",))


def _numbers(typed: str, most: int) -> list[int]:
    """Numbers in the order typed, each once; none if anything else was typed."""
    numbers = [number_in(each, most) for each in re.split(r"[,;\s]+", typed.strip(" ,;"))]
    return [] if None in numbers else list(dict.fromkeys(number for number in numbers if number is not None))


def _ids(shown: tuple[Line, ...], picked: list[int]) -> Response:
    return tuple(shown[number - 1].id for number in picked)


def _listed(shown: tuple[Line, ...], picked: list[int]) -> str:
    return sentence("; ".join(words(shown[number - 1].text) for number in picked))
