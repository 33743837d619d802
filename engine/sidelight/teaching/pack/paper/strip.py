"""The record strip: letters to circle and counts to keep, in place of a computer's memory."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, product
from typing import TypeAlias

from sidelight.model.values import Value, Whole
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
Pairs: TypeAlias = set[tuple[Value, Value]]
Changes: TypeAlias = dict[Mark, Pairs]
"""What each mark is ever changed from and to, also on the way from one effect to the next."""


def strip_for(plays: Plays, marks: Iterable[Mark], changes: Changes) -> Strip:
    """Rows for some marks of a chapter, named in their order; `changes` are all that are ever made to them."""
    names = _names()
    labels: set[str] = set()
    strip: dict[Mark, Row] = {}
    for mark in marks:
        label = _label(plays, mark)
        if label and label in labels:
            label = f"{label} {next(names)}"
        labels.add(label)
        strip[mark] = _row(value_of(mark, plays.blank, plays.rules), changes.get(mark, set()), label, names)
    return strip


def _names() -> Iterator[str]:
    for length in count(1):
        for letters in product(_ALPHABET, repeat=length):
            yield "".join(letters)


def _row(start: Value, pairs: Pairs, label: str, names: Iterator[str]) -> Row:
    values = {start, *(value for pair in pairs for value in pair)}
    if isinstance(start, bool | str) or (values <= {0, 1} and not label):
        return Letters(start, {value: next(names) for value in sorted(values - {start}, key=str)})
    return _count(label or f"Count {next(names)}", start, values, pairs)


def _count(name: str, start: int, values: set[Value], pairs: Pairs) -> Row:
    numbers = sorted(int(value) for value in values)
    falls = all(int(new) <= int(old) for old, new in pairs)
    if falls and numbers[0] == 0 and numbers[-1] == start:
        return Boxes(name, start)
    return Track(name, start, tuple(range(numbers[0], numbers[-1] + 1)))


def _label(plays: Plays, mark: Mark) -> str:
    """What the story itself calls it, where it shows it to the reader."""
    variable = plays.rules.story.variables.get(mark.name) if mark.kind == "variable" else None
    if variable is None or not isinstance(variable.domain, Whole):
        return ""
    return plain_words(Evaluator(plays.rules, plays.first).inlines(variable.label))
