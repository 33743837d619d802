"""What exploration is asked: can a state with some property be reached at a place? And ways that show it can."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, TypeAlias

from sidelight.checking.proving.slots import Box, Vector, inside
from sidelight.checking.proving.system import Move

Route: TypeAlias = tuple[Move, ...]
"""The moves from the start."""


class Link(NamedTuple):
    """A step of a walk and those before it: walks share what they have in common."""

    move: Move
    before: "Link | None"


class Spot(NamedTuple):
    """A state that is known to be reached, and the last step to it; None at the start."""

    place: int
    vector: Vector
    link: Link | None

    @property
    def route(self) -> Route:
        """The way to it."""
        found: list[Move] = []
        link = self.link
        while link is not None:
            found.append(link.move)
            link = link.before
        return tuple(reversed(found))


class Fate(Enum):
    """What is known of a goal."""

    OPEN = "open"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


@dataclass(slots=True, eq=False)
class Goal:
    """A state at a place, in one of some boxes and in none of others."""

    at: int
    within: tuple[Box, ...] = ({},)
    unless: tuple[Box, ...] = ()
    fine: bool = False
    """Whether it tells apart values that make no difference to play, as in asking what values there are."""
    fate: Fate = field(default=Fate.OPEN, init=False)
    route: Route | None = field(default=None, init=False)

    def holds(self, vector: Vector) -> bool:
        """Whether a state at its place is such a one."""
        return any(inside(vector, box) for box in self.within) and not any(
            inside(vector, box) for box in self.unless
        )


def fate_of(goals: Iterable[Goal]) -> Fate:
    """What is known of a question that any of some goals answers."""
    fates = [goal.fate for goal in goals]
    return Fate.POSSIBLE if Fate.POSSIBLE in fates else Fate.OPEN if Fate.OPEN in fates else Fate.IMPOSSIBLE
