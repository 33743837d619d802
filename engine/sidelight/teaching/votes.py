"""A vote by hands: what the teacher types is counted, told, and decides."""

import re
from dataclasses import dataclass, replace

MOST = 9_999
"""Hands that can be counted for one choice."""

_NUMBERS = re.compile(r"\d+(?:[\s,;]+\d+)*")
_CORRECTED = re.compile(r"(\d+)\s*[=:]\s*(\d+)")
_TAKEN = re.compile(r"take\s*(\d+)")
_CLEARED = ("c", "clear")
_TOO_LONG = 9
"""Digits from which on a number can be none of ours."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """The hands for each choice of a page, in their order; None where they have not been counted yet."""

    hands: tuple[int | None, ...]

    @classmethod
    def of(cls, choices: int) -> "Ballot":
        """A ballot with nothing counted."""
        return cls((None,) * choices)

    @property
    def next(self) -> int | None:
        """The number of the choice that is to be counted next, from 1; None if all are counted."""
        return self.hands.index(None) + 1 if None in self.hands else None

    @property
    def begun(self) -> bool:
        """Whether anything is counted."""
        return any(hands is not None for hands in self.hands)

    @property
    def counted(self) -> tuple[int, ...]:
        """The hands for each choice, once all are counted; nothing before."""
        counted = tuple(hands for hands in self.hands if hands is not None)
        return counted if len(counted) == len(self.hands) else ()

    @property
    def leading(self) -> tuple[int, ...]:
        """The numbers of the choices that have the most hands, once all are counted: several where it is a tie."""
        most = max(self.counted, default=0)
        return tuple(number for number, hands in enumerate(self.counted, 1) if hands == most)

    def count(self, number: int, hands: int) -> "Ballot":
        """The ballot with the hands for one choice."""
        return Ballot((*self.hands[: number - 1], hands, *self.hands[number:]))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a typed line comes to: the ballot as it is then, what is to be said, and the choice taken, if any."""

    ballot: Ballot
    said: str = ""
    taken: int = 0
    """Its number, from 1; 0 if none is taken."""


def answer(ballot: Ballot, typed: str) -> Outcome | None:
    """What a line comes to that the teacher typed; None if it has nothing to do with the vote."""
    typed = typed.strip().lower()
    if not typed:
        return _entered(ballot)
    if typed in _CLEARED:
        return Outcome(Ballot.of(len(ballot.hands)), "The count is cleared.")
    if found := _TAKEN.fullmatch(typed):
        return _take(ballot, _number(found[1]))
    if found := _CORRECTED.fullmatch(typed):
        return _correct(ballot, _number(found[1]), _number(found[2]))
    if _NUMBERS.fullmatch(typed):
        return _numbers(ballot, [_number(each) for each in re.findall(r"\d+", typed)])
    return None


def _number(written: str) -> int:
    """A number as it was typed; one larger than any of ours if it is very long."""
    return int(written) if len(written) < _TOO_LONG else 10**_TOO_LONG


def _entered(ballot: Ballot) -> Outcome:
    match ballot.leading:
        case (only,):
            return Outcome(ballot, taken=only)
        case () if len(ballot.hands) == 1:
            return Outcome(ballot, taken=1)
        case ():
            return Outcome(ballot, f"Not counted yet: {_listed(ballot)}. Type the hands for {ballot.next}.")
        case _:
            return Outcome(ballot, STILL_TIED)


def _listed(ballot: Ballot) -> str:
    return ", ".join(str(number) for number, hands in enumerate(ballot.hands, 1) if hands is None)


def _numbers(ballot: Ballot, numbers: list[int]) -> Outcome:
    choices = len(ballot.hands)
    if len(numbers) == 1 and ballot.next is None:
        return _take(ballot, numbers[0])
    if choices == 1:
        return Outcome(ballot, ONE_WAY) if len(numbers) > 1 else _take(ballot, numbers[0])
    if max(numbers) > MOST:
        return Outcome(ballot, f"That is more than {MOST:,} hands. Count again.")
    if len(numbers) == 1 and ballot.next is not None:
        return Outcome(ballot.count(ballot.next, numbers[0]))
    if len(numbers) != choices:
        return Outcome(ballot, f"There are {choices} choices here. Type {choices} numbers, or one at a time.")
    return Outcome(replace(ballot, hands=tuple(numbers)))


def _correct(ballot: Ballot, number: int, hands: int) -> Outcome:
    if not 1 <= number <= len(ballot.hands):
        return _no_such(ballot)
    if hands > MOST:
        return Outcome(ballot, f"That is more than {MOST:,} hands. Count again.")
    return Outcome(ballot.count(number, hands))


def _take(ballot: Ballot, number: int) -> Outcome:
    return Outcome(ballot, taken=number) if 1 <= number <= len(ballot.hands) else _no_such(ballot)


def _no_such(ballot: Ballot) -> Outcome:
    choices = len(ballot.hands)
    return Outcome(
        ballot, f"There is no such choice. They are numbered {'1' if choices == 1 else f'1 to {choices}'}."
    )


LARGER = "For the back row, make the terminal’s letters larger: Ctrl and +, or in its settings."
DECIDE = "Type the number of the choice to take, or count again."
STILL_TIED = "Enter takes nothing in a tie. Type one of these numbers."
ONE_WAY = "There is one way on here, and nothing to count. Enter takes it."


def tie(ballot: Ballot) -> str:
    """Between which choices it is a tie; nothing if it is none."""
    *others, last = map(str, ballot.leading or (0,))
    return f"A tie between {', '.join(others)} and {last}." if others else ""


def verdict(ballot: Ballot) -> str:
    """What the count comes to, in words; nothing until all are counted."""
    if not ballot.counted or len(ballot.hands) == 1:
        return ""
    if tie(ballot):
        return f"{tie(ballot)} {DECIDE}"
    return f"Most hands for {ballot.leading[0]}."


def hands_in_words(hands: int | None) -> str:
    """How many hands, in words."""
    if hands is None:
        return "not counted"
    return f"{hands:,} hand" if hands == 1 else f"{hands:,} hands"


def what_to_type(ballot: Ballot) -> str:
    """What the teacher can type now."""
    choices = len(ballot.hands)
    if not choices:
        return ""
    if choices == 1:
        return "One way on: Enter takes it"
    if tie(ballot):
        return "Number of the choice to take"
    if ballot.next is None:
        return f"Enter takes {ballot.leading[0]}, or type another number"
    if ballot.begun:
        return f"Hands for {ballot.next}"
    return f"Hands for 1, or for all {choices} in order"
