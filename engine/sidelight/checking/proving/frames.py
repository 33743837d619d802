"""Where diagrams of states stand: which slots have a level at each place, and how moves lead between them.

A slot has a level where it has more than one class; elsewhere it is one thing or makes no difference.
"""

from collections.abc import Iterable
from functools import cached_property

from sidelight.checking.proving.alone import Alone
from sidelight.checking.proving.classes import Classifier
from sidelight.checking.proving.diagrams import EMPTY, NO_LIMIT, UNIT, Diagrams, Plan, Step
from sidelight.checking.proving.goals import Goal
from sidelight.checking.proving.slots import Box, Vector
from sidelight.checking.proving.system import Map, Move, System


class Frame:
    """The levels of a system's places, with one stock of nodes for all."""

    def __init__(self, system: System, alone: Alone, classifier: Classifier) -> None:
        self.system, self._alone = system, alone
        self.diagrams = Diagrams()
        self.levels: list[dict[int, Map]] = [{} for _ in system.moves]
        """By place: the classes of the slots with a level, from the top."""
        classes = {slot: classifier.classes(slot) for slot in range(len(system.slots.sizes))}
        # The order of levels cannot make an answer wrong, only slow. Of those tried this did best: what matters in
        # few places comes first, and what matters all along comes last.
        self._order = sorted(classes, key=lambda slot: len(classes[slot]))
        for slot in self._order:
            for place, found in classes[slot].items():
                self.levels[place][slot] = found

    @cached_property
    def ways(self) -> list[list[Plan]]:
        """The moves from each place that may be open, each different one once."""
        found: list[list[Plan]] = []
        for place, moves in enumerate(self.system.moves):
            plans = [self._plan(move) for move in moves if self._alone.may_be_in(place, move.box)]
            found.append(list({(plan.move.target, plan.steps, plan.tail): plan for plan in plans}.values()))
        return found

    @cached_property
    def ways_to(self) -> list[list[Plan]]:
        """The moves to each place."""
        found: list[list[Plan]] = [[] for _ in self.levels]
        for plan in (plan for plans in self.ways for plan in plans):
            found[plan.move.target].append(plan)
        return found

    def _plan(self, move: Move) -> Plan:
        source, target = self.levels[move.source], self.levels[move.target]
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
        return Plan(move, tuple(steps), tuple(before))

    def state(self, place: int, vector: Vector) -> Map:
        """A state by its classes."""
        return tuple([classes[vector[slot]] for slot, classes in self.levels[place].items()])

    def has(self, states: int, state: Map) -> bool:
        """Whether a state is among some."""
        for number in state:
            states = states and self.diagrams.nodes[states][number]
        return bool(states)

    def everything(self, place: int, boxes: Iterable[Box] = ({},)) -> int:
        """All states there could be at a place in some boxes."""
        self.diagrams.limit, found = NO_LIMIT, EMPTY
        for box in boxes:
            if self._alone.may_be_in(place, box):
                node = UNIT
                for slot, classes in reversed(self.levels[place].items()):
                    children = [node] * (max(classes) + 1)
                    if slot in box:
                        inside = {number for value, number in enumerate(classes) if box[slot] >> value & 1}
                        children = [child * (number in inside) for number, child in enumerate(children)]
                    node = self.diagrams.node(tuple(children))
                found = self.diagrams.union(found, node)
        return found

    def wanted(self, goal: Goal) -> int:
        """All states such as a goal wants, if it was asked of when the classes were made."""
        wanted, unwanted = self.everything(goal.at, goal.within), self.everything(goal.at, goal.unless)
        return self.diagrams.minus(wanted, unwanted)


def _by_class(here: Map, there: Map | None, map_: Map | None) -> Map:
    """What a map of values does to classes."""
    found = [-1] * (max(here) + 1)
    for value, number in enumerate(here):
        if number >= 0 and found[number] < 0:
            after = value if map_ is None else map_[value]
            found[number] = -1 if after < 0 else 0 if there is None else there[after]
    return tuple(found)
