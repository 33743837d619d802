"""What is known of each thing in the end: proved, witnessed, or undecided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from sidelight.checking.proving.goals import Fate, Goal
from sidelight.checking.proving.items import ItemKind, Matter, Question
from sidelight.checking.proving.routes import route_into_trap, route_to, values_at
from sidelight.checking.proving.search import Search
from sidelight.checking.proving.slots import Slots
from sidelight.checking.proving.traces import Witness
from sidelight.play.rules import Rules
from sidelight.text.spans import Span


class Outcome(StrEnum):
    """What was found. Never anything else."""

    NEVER = "never"
    """Proved: it cannot be, in any play."""
    ALWAYS = "always"
    """Proved: a condition that holds whenever it is looked at."""
    WITNESSED = "witnessed"
    """There is a play that shows it."""
    UNDECIDED = "undecided"
    """A limit was reached before it was found out."""


class Bound(NamedTuple):
    """Why something was left undecided, and what helps."""

    why: str
    cure: str


@dataclass(frozen=True)
class Item:
    """Something of a story, and what is known of it."""

    kind: ItemKind
    name: str
    span: Span
    outcome: Outcome
    bound: str
    """The limit that was reached, if it is undecided."""
    find: Callable[[], Witness | None]

    @cached_property
    def witness(self) -> Witness | None:
        """A play that shows it, if one can. It is looked for when it is asked for."""
        return self.find()


@dataclass(frozen=True)
class Verdicts:
    """Reads what the searches have found."""

    rules: Rules
    slots: Slots
    searches: Sequence[Search]
    matters: Sequence[Matter]

    def harvest(self) -> None:
        """Take in what explorations that were broken off have shown."""
        for search in self.searches:
            search.harvest()

    def fate(self, matter: Matter) -> Fate:
        """Whether something can be."""
        if matter.kind is not ItemKind.TRAP:
            return self.known(matter.can)
        place = self.place(matter.name)
        fates = [
            Fate.OPEN if search.system.partial else search.trapped.get(place, Fate.IMPOSSIBLE)
            for search in self.searches
        ]
        return next((fate for fate in (Fate.POSSIBLE, Fate.OPEN) if fate in fates), Fate.IMPOSSIBLE)

    def known(self, question: Question, start: int | None = None) -> Fate:
        """What is known of a question, from one start or any. Where moves are left out, nothing is impossible."""
        fate, partial = question.fate(start), any(search.system.partial for search in self.searches)
        return Fate.OPEN if partial and fate is Fate.IMPOSSIBLE else fate

    def outcome(self, matter: Matter) -> Outcome:
        """What is known of something."""
        match self.fate(matter), None if matter.fails is None else self.known(matter.fails):
            case Fate.IMPOSSIBLE, _:
                return Outcome.NEVER
            case Fate.POSSIBLE, Fate.IMPOSSIBLE:
                return Outcome.ALWAYS
            case Fate.POSSIBLE, None | Fate.POSSIBLE:
                return Outcome.WITNESSED
            case _:
                return Outcome.UNDECIDED

    def witness(self, matter: Matter) -> Witness | None:
        """A play that shows that something can be."""
        if matter.kind is ItemKind.TRAP:
            return self.trap_witness({self.place(matter.name)})
        found = matter.can.witness()
        return None if found is None else self.goal_witness(*found)

    def goal_witness(self, start: int, goal: Goal) -> Witness:
        """A play that reaches a goal."""
        search = self.searches[start]
        route, shortest = route_to(search, goal)
        choices = [move.choice for move in route]
        return Witness.of(self.rules, search.system.beginning, choices, shortest=shortest)

    def trap_witness(self, places: set[int]) -> Witness | None:
        """A play that goes into a trap at one of some places."""
        found: Witness | None = None
        for search in self.searches:
            for place in sorted(places):
                if search.trapped.get(place) is Fate.POSSIBLE:
                    route, shortest = route_into_trap(search, place)
                    if found is None or len(route) < len(found.steps):
                        choices = [move.choice for move in route]
                        found = Witness.of(self.rules, search.system.beginning, choices, shortest=shortest)
            if found is not None:
                return found
        return None

    def place(self, scene: str) -> int:
        """The place of a scene."""
        return self.rules.layout.scenes[scene]

    def values(self, question: Question, slot: int) -> int:
        """The values a slot can have where any goal of a question is met, a bit for each; perhaps too many."""
        found = 0
        for search, goals in zip(self.searches, question.goals, strict=True):
            for goal in goals:
                if goal.fate is not Fate.IMPOSSIBLE:
                    found |= values_at(search, slot, goal)
        return found
