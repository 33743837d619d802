"""Which of some things is meant by a number or by the first of its words."""

from collections.abc import Sequence
from typing import NamedTuple

_SHORT = 3
"""Letters from which on an answer is looked for at the beginning of words."""
_TOO_LONG = 9
"""Digits from which on a number can be none of ours."""
_TYPED = str.maketrans("‘’“”–—", "''\"\"--")
"""What a keyboard has for what a book is set with."""


class Meant(NamedTuple):
    """The number of what is meant; 0 and a sentence to type by, if that is nothing or more than one thing."""

    number: int = 0
    why_not: str = ""


def fold(text: str) -> str:
    """Words as they are compared: without regard to capitals, and to how quotation marks and dashes are set."""
    return text.translate(_TYPED).casefold()


def beginning_with(said: Sequence[str], typed: str) -> list[int]:
    """The places, from 0, of what is just so, or else of what begins so."""
    wanted = fold(typed)
    exact = [place for place, each in enumerate(said) if fold(each) == wanted]
    if exact or len(wanted) < _SHORT:
        return exact
    return [place for place, each in enumerate(said) if fold(each).startswith(wanted)]


def meant(said: Sequence[str], typed: str) -> Meant:
    """Which of some things shown under numbers from 1 on was typed."""
    if typed.isdecimal():
        number = number_in(typed, len(said))
        return Meant(number) if number else Meant(why_not=f"Type {range_of(len(said))}.")
    found = beginning_with(said, typed)
    if len(found) == 1:
        return Meant(found[0] + 1)
    return Meant(why_not=could_be(found) if found else f"Type {range_of(len(said))}, or the first words of one.")


def could_be(places: Sequence[int], type_first: str = "") -> str:
    """What is said where more than one thing begins so; with what is typed before a number, if anything is."""
    *others, last = [str(place + 1) for place in places]
    return f"That could be {', '.join(others)} or {last}. Type {type_first and f'{type_first} and '}the number."


def number_in(typed: str, most: int) -> int | None:
    """A number from 1 up to the most there are; None if it is not one."""
    number = int(typed) if typed.isdecimal() and len(typed) < _TOO_LONG else 0
    return number if 1 <= number <= most else None


def range_of(count: int) -> str:
    """The numbers there are, as in "1 to 4"."""
    return "1" if count == 1 else f"1 to {count}"
