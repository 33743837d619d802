"""The record strip: letters to circle and counts to keep, in place of a computer's memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, product
from typing import TypeAlias

from sidelight.model.values import Value, Whole
from sidelight.play.state import State
from sidelight.presenting.evaluate import Evaluator
from sidelight.teaching.pack.paper.formulas import Mark, value_of
from sidelight.teaching.pack.plays import Plays
from sidelight.text.prose import plain_words

_ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Without the letters that are read as numbers, or as each other."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A mark with a letter for each value but the one it starts with. At most one of them is circled."""

    start: Value
    letters: Mapping[Value, str]


@dataclass(frozen=True, slots=True)
class Boxes:
    """A count that only goes down: as many open boxes as are left, crossed out one by one."""

    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Track:
    """A count that may go both ways: a pencil mark on one of its numbers."""

    name: str
    start: int
    numbers: tuple[int, ...]


Row: TypeAlias = Letters | Boxes | Track
Strip: TypeAlias = Mapping[Mark, Row]


def strip_for(plays: Plays, marks: Iterable[Mark]) -> Strip:
    """Rows for some marks of a chapter, named in their order."""
    names = _names()
    return {mark: _row(plays, mark, names) for mark in marks}


def _names() -> Iterator[str]:
    for length in count(1):
        for letters in product(_ALPHABET, repeat=length):
            yield "".join(letters)


def _row(plays: Plays, mark: Mark, names: Iterator[str]) -> Row:
    start = value_of(mark, plays.blank, plays.rules)
    values = _values(plays, mark)
    if isinstance(start, bool | str) or (values <= {0, 1} and not _label(plays, mark)):
        return Letters(start, {value: next(names) for value in sorted(values - {start}, key=str)})
    return _count(plays, mark, start, values, names)


def _count(plays: Plays, mark: Mark, start: int, values: set[Value], names: Iterator[str]) -> Row:
    name = _label(plays, mark) or f"Count {next(names)}"
    numbers = tuple(sorted(int(value) for value in values))
    if numbers[0] == 0 and numbers[-1] == start and _only_falls(plays, mark):
        return Boxes(name, start)
    return Track(name, start, tuple(range(numbers[0], numbers[-1] + 1)))


def _values(plays: Plays, mark: Mark) -> set[Value]:
    return {value_of(mark, state, plays.rules) for state in (plays.blank, *plays.moves, *_chosen(plays))}


def _only_falls(plays: Plays, mark: Mark) -> bool:
    def number(state: State) -> int:
        return int(value_of(mark, state, plays.rules))

    return number(plays.first) <= number(plays.blank) and all(
        number(before) >= number(move.chosen) and (move.over or number(move.chosen) >= number(move.after))
        for before, moves in plays.moves.items()
        for move in moves
        if not plays.leaves(move.choice)
    )


def _chosen(plays: Plays) -> Iterator[State]:
    """The moments just after a choice, where the chapter may yet go on."""
    for moves in plays.moves.values():
        yield from (move.chosen for move in moves if not plays.leaves(move.choice))


def _label(plays: Plays, mark: Mark) -> str:
    """What the story itself calls it, where it shows it to the reader."""
    variable = plays.rules.story.variables.get(mark.name) if mark.kind == "variable" else None
    if variable is None or not isinstance(variable.domain, Whole):
        return ""
    return plain_words(Evaluator(plays.rules, plays.first).inlines(variable.label))
