"""What a state of play remembers, as numbered slots of a few values each; and conditions as boxes over them.

A slot is a variable, a count of visits or the mark of a taken choice; a value is its place in the slot's domain.
Every question about expressions is put to play's own compiled ones, so that there is one truth.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from math import prod
from typing import Any, TypeAlias, TypeVar

from sidelight.model.expressions import All, AnyOf, Chose, Expression, Not, Read, Visits, walk
from sidelight.model.values import Value
from sidelight.play.rules import Rules
from sidelight.play.state import OUTSIDE, State

Box: TypeAlias = dict[int, int]
"""The values some slots may have, a bit for each; the slots it does not name may have any. Never empty."""
Vector: TypeAlias = tuple[int, ...]
"""The value of every slot."""
T = TypeVar("T", bound=Hashable)


class Slots:
    """The slots of a story: its variables, then the visits that matter, then the choices whose taking matters."""

    def __init__(self, rules: Rules) -> None:
        self._rules, layout = rules, rules.layout
        self._variables, self._visits = len(layout.variables), len(layout.visits)
        self.domains: tuple[tuple[Value, ...], ...] = (
            *(rules.story.variables[name].domain.values for name in layout.variables),
            *(tuple(range(layout.caps[scene] + 1)) for scene in layout.visits),
            *((False, True) for _ in layout.bits),
        )
        self.sizes = tuple(map(len, self.domains))
        self.places = [{value: place for place, value in enumerate(domain)} for domain in self.domains]
        self._boxes: dict[Expression, tuple[Box, ...]] = {}

    def variable(self, name: str) -> int:
        """The slot of a variable."""
        return self._rules.layout.slots[name]

    def visits(self, scene: str) -> int | None:
        """The slot that counts how often a scene is entered, if anything asks."""
        place = self._rules.layout.visits.get(scene)
        return None if place is None else self._variables + place

    def taken(self, step: str) -> int | None:
        """The slot that marks a choice as taken, if that matters."""
        bit = self._rules.layout.bits.get(step)
        return None if bit is None else self._variables + self._visits + bit.bit_length() - 1

    def reads(self, expression: Expression) -> list[int]:
        """The slots an expression reads, in order."""
        found: set[int | None] = set()
        for node in walk(expression):
            match node:
                case Read(variable):
                    found.add(self.variable(variable))
                case Visits(scene):
                    found.add(self.visits(scene))
                case Chose(step):
                    found.add(self.taken(step))
                case _:
                    pass
        return sorted(slot for slot in found if slot is not None)

    def vector(self, state: State) -> Vector:
        """A state of play as the places of its values."""
        bits = (state.taken >> number & 1 for number in range(len(self.sizes) - self._variables - self._visits))
        held = (*state.values, *state.visits, *bits)
        return tuple(places[value] for places, value in zip(self.places, held, strict=True))

    def reader(self, expression: Expression) -> Callable[[dict[int, int]], Any]:
        """A function that says what an expression gives where the slots it reads have some values."""
        compiled, marks = self._rules.compiled(expression), self._variables + self._visits
        start = [domain[0] for domain in self.domains[: self._variables]]

        def value(at: dict[int, int]) -> Any:
            values, visits, taken = start.copy(), [0] * self._visits, 0
            for slot, place in at.items():
                if slot < self._variables:
                    values[slot] = self.domains[slot][place]
                elif slot < marks:
                    visits[slot - self._variables] = place
                else:
                    taken |= place << slot - marks
            return compiled(State(OUTSIDE, tuple(values), tuple(visits), taken))

        return value

    def cases(self, over: Sequence[int], outcome: Callable[[dict[int, int]], T]) -> list[tuple[Box, T]]:
        """Every outcome over some slots, with a box for each way to it. The boxes do not overlap."""
        at: dict[int, int] = {}

        def split(depth: int) -> tuple[tuple[tuple[tuple[int, int], ...], T], ...]:
            if depth == len(over):
                return (((), outcome(at)),)
            slot, groups = over[depth], dict[tuple[tuple[tuple[tuple[int, int], ...], T], ...], int]()
            for at[slot] in range(self.sizes[slot]):  # noqa: B020 - it sets one place of `at`
                below = split(depth + 1)
                groups[below] = groups.get(below, 0) | 1 << at[slot]
            if len(groups) == 1:
                return next(iter(groups))
            return tuple((((slot, mask), *box), got) for below, mask in groups.items() for box, got in below)

        return [(dict(box), result) for box, result in split(0)]

    def boxes(self, condition: Expression) -> tuple[Box, ...]:
        """The boxes in which a condition holds. They may overlap."""
        if condition not in self._boxes:
            self._boxes[condition] = tuple(self._find_boxes(condition))
        return self._boxes[condition]

    def _find_boxes(self, condition: Expression) -> list[Box]:
        match condition:
            case Not(All(parts)):
                return self._find_boxes(AnyOf(tuple(Not(part) for part in parts)))
            case Not(AnyOf(parts)):
                return self._find_boxes(All(tuple(Not(part) for part in parts)))
            case AnyOf(parts):
                return distinct(box for part in parts for box in self.boxes(part))
            case All(parts) if prod(len(self.boxes(part)) for part in parts) <= prod(
                self.sizes[slot] for slot in self.reads(condition)
            ):
                found: list[Box] = [{}]
                for part in parts:
                    found = distinct(meet(box, other) for box in found for other in self.boxes(part))
                return found
            case _:
                return [box for box, holds in self.cases(self.reads(condition), self.reader(condition)) if holds]


def meet(one: Box, other: Box) -> Box | None:
    """What two boxes share; None if nothing."""
    both = {**one, **{slot: one.get(slot, -1) & mask for slot, mask in other.items()}}
    return both if all(both.values()) else None


def distinct(found: Iterable[Box | None]) -> list[Box]:
    """Boxes without the empty ones and without repetitions."""
    return list({tuple(sorted(box.items())): box for box in found if box is not None}.values())


def inside(vector: Vector, box: Box) -> bool:
    """Whether a state is in a box."""
    return all(mask >> vector[slot] & 1 for slot, mask in box.items())
