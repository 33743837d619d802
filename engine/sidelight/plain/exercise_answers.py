"""What is typed to a question, read as an answer to it."""

import re
from typing import NamedTuple

from sidelight.model.exercises import ExerciseKind
from sidelight.plain.command import is_bare
from sidelight.plain.exercise_text import item_lines
from sidelight.plain.matching import beginning_with, could_be, meant, number_in
from sidelight.plain.prose import sentence, words
from sidelight.presenting.words import number_of
from sidelight.teaching.marking import Response, fold
from sidelight.teaching.questions import NOT_A_NUMBER, Line, Question, whole_number

_THROW_AWAY = "."
_EVERY_LINE = (
    "Every line is now part of your answer, commands too. An empty line ends it; a full stop alone throws it away."
)


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
        self.is_agreeing = False
        """Whether the reader has been asked if what she has written is to be thrown away."""

    @property
    def is_writing(self) -> bool:
        """Whether every line is a part of what is being written, whatever it says."""
        return bool(self._written)

    @property
    def place(self) -> int:
        """How many items of a match have been answered."""
        return len(self._matched)

    def is_own(self, asked: Question, typed: str) -> bool:
        """Whether a line that might be a command is a part of the answer."""
        match asked.exercise.kind:
            case ExerciseKind.SHORT | ExerciseKind.WRITE:
                return self.is_writing or not is_bare(typed) or _is_accepted(asked, typed)
            case ExerciseKind.MATCH if self.place and typed.lower() in ("u", "undo"):
                return True
            case _:
                return self.begins_one(asked, typed)

    def begins_one(self, asked: Question, typed: str) -> bool:
        """Whether a word or more begins something that can be answered with; a letter alone is a command."""
        shown = asked.targets[self.place] if asked.targets else asked.options or asked.items
        return len(typed) > 1 and bool(beginning_with(_said(shown), typed))

    def clear(self) -> None:
        """Forget what has come in."""
        self._matched.clear()
        self._written.clear()
        self.is_agreeing = False

    def written(self) -> Response:
        """What has been written, as an answer."""
        text = "\n".join(self._written)
        self.clear()
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
        number, why_not = meant(_said(targets), typed)
        if not number:
            return Typed(said=(f"{why_not} u takes the last back." if place else why_not,))
        target = sentence(words(targets[number - 1].text))
        said = f"{sentence(words(asked.items[place].text))} You said {number}: {target}"
        self._matched.append(targets[number - 1].id)
        if self.place < len(asked.items):
            return Typed(said=(said, *item_lines(asked, self.place, whole=False)))
        response = asked.matched(self._matched)
        self._matched.clear()
        return Typed(response, (said,))

    def _write(self, typed: str) -> Typed:
        if self.is_agreeing:
            return Typed(said=(self._agree(typed.lower()),))
        if typed == _THROW_AWAY and self._written:
            self.is_agreeing = True
            return Typed(said=(self._asks_to_throw_away(),))
        if typed:
            self._written.append(typed)
            return Typed() if self._written[1:] else Typed(said=(_EVERY_LINE,))
        if not self._written:
            return Typed(said=("Nothing was written. s passes the question over.",))
        return Typed(self.written())

    def _agree(self, typed: str) -> str:
        """Throw away what is written, or leave it: in mail, a full stop alone ends what it throws away here."""
        if typed in ("y", "yes"):
            self.clear()
            return "What you wrote is thrown away. Write anew, or type s to pass the question over."
        if typed in ("", "n", "no"):
            self.is_agreeing = False
            return "Nothing is thrown away."
        return self._asks_to_throw_away()

    def _asks_to_throw_away(self) -> str:
        count = len(self._written)
        lines = "line" if count == 1 else number_of(count, "line")
        return f"Throw away the {lines} you have written? Type yes or no."


def _is_accepted(asked: Question, typed: str) -> bool:
    return fold(typed) in map(fold, asked.exercise.answer.accept)


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
    number, why_not = meant(_said(shown), typed)
    if not number:
        return Typed(said=(why_not,))
    said = f"You picked {number}. {sentence(words(shown[number - 1].text))}"
    return Typed((shown[number - 1].id,), (said,))


def _several(shown: tuple[Line, ...], typed: str) -> Typed:
    picked, why_not = _numbers(shown, typed)
    if not picked:
        example = f"Type one number or more on one line, from 1 to {len(shown)}, such as 1 {len(shown)}."
        return Typed(said=(why_not or example,))
    return Typed(_ids(shown, picked), (f"You picked: {_listed(shown, picked)}",))


def _in_order(shown: tuple[Line, ...], typed: str) -> Typed:
    picked, why_not = _numbers(shown, typed)
    if len(picked) != len(shown):
        example = f"Type each number from 1 to {len(shown)} once, on one line, in the order that is right."
        return Typed(said=(why_not or example,))
    return Typed(_ids(shown, picked), (f"You put them so: {_listed(shown, picked)}",))


class _Picked(NamedTuple):
    numbers: list[int]
    why_not: str = ""


def _numbers(shown: tuple[Line, ...], typed: str) -> _Picked:
    """What is meant by numbers, or by words with commas between, in the order typed and each once.

    None, if anything else was typed; and why not, where some words begin more than one thing.
    """
    said, numbers = _said(shown), list[int]()
    whole = bool(beginning_with(said, typed))  # for the words of one may hold a comma
    for piece in [typed] if whole else filter(None, re.split(r"\s*[,;]\s*", typed)):
        typed_numbers = [number_in(each, len(said)) for each in piece.split()]
        found = beginning_with(said, piece)
        if None not in typed_numbers:
            numbers += [number for number in typed_numbers if number is not None]
        elif len(found) == 1:
            numbers.append(found[0] + 1)
        else:
            return _Picked([], could_be(found) if found else "")
    return _Picked(list(dict.fromkeys(numbers)))


def _said(shown: tuple[Line, ...]) -> list[str]:
    return [line.plain for line in shown]


def _ids(shown: tuple[Line, ...], picked: list[int]) -> Response:
    return tuple(shown[number - 1].id for number in picked)


def _listed(shown: tuple[Line, ...], picked: list[int]) -> str:
    return sentence("; ".join(words(shown[number - 1].text) for number in picked))
