"""Where diagrams of states stand: which slots have a level at each place, and how moves lead between them.

A slot has a level where it has more than one class; elsewhere it is one thing or makes no difference.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from sidelight.checking.proving.alone import Alone
from sidelight.checking.proving.classes import Classifier
from sidelight.checking.proving.diagrams import EMPTY, NO_LIMIT, UNIT, Diagrams, Plan, Step
from sidelight.checking.proving.goals import Goal
from sidelight.checking.proving.slots import Box, Vector
from sidelight.checking.proving.system import Map, Move, System


class Way(NamedTuple):
    """A move with its plan."""

    move: Move
    plan: Plan


class Frame:
    """The levels of a system's places, with one stock of nodes for all."""

    def __init__(self, system: System, alone: Alone, classifier: Classifier) -> None:
        self.system, self._alone = system, alone
        self.diagrams = Diagrams()
        self._levels: list[dict[int, Map]] = [{} for _ in system.moves]
        """By place: the classes of the slots with a level, from the top."""
        classes = {slot: classifier.classes(slot) for slot in range(len(system.slots.sizes))}
        # The order of levels cannot make an answer wrong, only slow. Of those tried this did best: what matters in
        # few places comes first, and what matters all along comes last.
        self._order = sorted(classes, key=lambda slot: len(classes[slot]))
        for slot in self._order:
            for place, found in classes[slot].items():
                self._levels[place][slot] = found
        self._ways: dict[int, tuple[Way, ...]] = {}

    def ways(self, place: int) -> tuple[Way, ...]:
        """The moves from a place that may be open, each different one once."""
        if place not in self._ways:
            moves = (move for move in self.system.moves[place] if self._alone.may_be_in(place, move.box))
            ways = (Way(move, self._plan(move)) for move in moves)
            unique = {(way.move.target, tuple(way.plan.steps), way.plan.tail): way for way in ways}
            self._ways[place] = tuple(unique.values())
        return self._ways[place]

    @cached_property
    def ways_to(self) -> dict[int, list[Way]]:
        """The moves to each place."""
        found: dict[int, list[Way]] = {place: [] for place in range(len(self._levels))}
        for place in found:
            for way in self.ways(place):
                found[way.move.target].append(way)
        return found

    def _plan(self, move: Move) -> Plan:
        source, target = self._levels[move.source], self._levels[move.target]
        steps: list[Step] = []
        before: list[tuple[int, int]] = []
        for slot in self._order:
            here, there = source.get(slot), target.get(slot)
            width = 0 if there is None else max(there) + 1
            if here is None and there is None:
                continue
            if here is None:
                values = self._alone.values(move.source, slot)
                here = tuple(0 if values >> value & 1 else -1 for value in range(self.system.slots.sizes[slot]))
            step = _by_class(here, there, move.maps.get(slot))
            if slot in source:
                same = width == len(step) and step == tuple(range(width))
                steps.append(Step(None if same else step, width, tuple(before)))
                before = []
            else:
                before.append((width, step[0]))
        return Plan(steps, tuple(before))

    def single(self, place: int, state: Map) -> int:
        """The set of one state, given by its classes."""
        widths = (max(classes) + 1 for classes in self._levels[place].values())
        return self.diagrams.wrapped(UNIT, tuple(zip(widths, state, strict=True)))

    def state(self, place: int, vector: Vector) -> Map:
        """A state by its classes."""
        return tuple([classes[vector[slot]] for slot, classes in self._levels[place].items()])

    def has(self, states: int, state: Map) -> bool:
        """Whether a state is among some."""
        for number in state:
            states = states and self.diagrams.nodes[states][number]
        return bool(states)

    def pick(self, states: int) -> Map:
        """One of some states."""
        found: list[int] = []
        while states != UNIT:
            children = self.diagrams.nodes[states]
            found.append(next(number for number, child in enumerate(children) if child))
            states = children[found[-1]]
        return tuple(found)

    def everything(self, place: int, boxes: Iterable[Box] = ({},)) -> int:
        """All states there could be at a place in some boxes."""
        limit, self.diagrams.limit = self.diagrams.limit, NO_LIMIT
        found = EMPTY
        for box in boxes:
            if self._alone.may_be_in(place, box):
                node = UNIT
                for slot, classes in reversed(self._levels[place].items()):
                    mask = box.get(slot, -1)
                    inside = {number for value, number in enumerate(classes) if mask >> value & 1}
                    node = self.diagrams.node(tuple([node * (n in inside) for n in range(max(classes) + 1)]))
                found = self.diagrams.union(found, node)
        self.diagrams.limit = limit
        return found

    def wanted(self, goal: Goal) -> int:
        """All states such as a goal wants, if it was asked of when the classes were made."""
        wanted, unwanted = self.everything(goal.at, goal.within), self.everything(goal.at, goal.unless)
        self.diagrams.limit = NO_LIMIT
        return self.diagrams.minus(wanted, unwanted)

    def values(self, place: int, states: int, slot: int) -> int:
        """The values of a slot that are in the classes some states have, a bit for each."""
        level = {states}
        for each, classes in self._levels[place].items():
            if each == slot:
                found = {n for node in level for n, child in enumerate(self.diagrams.nodes[node]) if child}
                return sum(1 << value for value, number in enumerate(classes) if number in found)
            level = {child for node in level for child in self.diagrams.nodes[node] if child}
        return self._alone.values(place, slot)


def _by_class(here: Map, there: Map | None, map_: Map | None) -> Map:
    """What a map of values does to classes."""
    found = [-1] * (max(here) + 1)
    for value, number in enumerate(here):
        if number >= 0 and found[number] < 0:
            after = value if map_ is None else map_[value]
            found[number] = -1 if after < 0 else 0 if there is None else there[after]
    return tuple(found)
