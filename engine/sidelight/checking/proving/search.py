"""A portfolio of ways to decide goals, from the cheapest to the dearest, for one way of playing a story.

Each slot alone proves much of what is impossible. Diagrams of all that can be reached then decide everything, if
they stay small enough. If not, walks show most of what is possible, and what is left is followed back, goal by
goal, to states that were walked. What is open after that is undecided, and said to be.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sidelight.checking.proving.alone import Alone
from sidelight.checking.proving.backward import Found, Traps, look_back
from sidelight.checking.proving.classes import Classifier
from sidelight.checking.proving.forward import Forward
from sidelight.checking.proving.frames import Frame
from sidelight.checking.proving.goals import Fate, Goal, Route, Spot
from sidelight.checking.proving.slots import Box, Slots
from sidelight.checking.proving.system import System
from sidelight.checking.proving.walks import Walker
from sidelight.play.rules import Rules

_STRETCH, _PAYS = 10_000, 5
"""Turns walked before looking whether it pays, and the questions answered for which it does."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How large each part of the search may grow: counted, not timed, so that every machine decides alike."""

    forward: int = 150_000
    """Nodes of the diagrams of all that can be reached."""
    counting: int = 20_000
    """Nodes of those that count states as play holds them; twice those of the others, if that is more."""
    backward: int = 40_000
    """Nodes of the way back from one goal."""
    altogether: int = 1_000_000
    """Nodes of all ways back."""
    turns: int = 100_000
    """Turns walked at most."""


class Search:
    """Decides what can be reached from one start."""

    def __init__(self, rules: Rules, slots: Slots, chapter: str | None, effort: Effort) -> None:
        self.system = System(rules, slots, chapter)
        self.alone = Alone(self.system)
        self.safe = self.alone.safe_places()
        self.explored: Forward | None = None
        self.counted: Forward | None = None
        self._traps: Traps | None = None
        self._trapped: dict[int, Fate] = {}
        self._effort = effort
        self._questions: Sequence[Sequence[Goal]] = ()
        self._asked: list[Goal] = []
        self._known: Mapping[int, Sequence[Spot]] = {}

    @property
    def exact(self) -> bool:
        """Whether every state was covered."""
        return self.explored is not None and self.explored.complete

    def settle(self, questions: Sequence[Sequence[Goal]]) -> Iterator[str]:
        """Decide goals as far as it goes, and say now and then what is being done."""
        self._questions = questions
        for goal in self._open_goals():
            possible = any(self.alone.may_be_in(goal.at, box) for box in goal.within)
            if not possible or any(self.alone.must_be_in(goal.at, box) for box in goal.unless):
                goal.fate = Fate.IMPOSSIBLE
        self._asked = self._open_goals()
        self.explored = Forward(self._frame([goal for goal in self._asked if not goal.fine]), self._effort.forward)
        for _ in self.explored.steps():
            yield "following every state"
        if self.exact:
            limit = max(self._effort.counting, 2 * len(self.explored.frame.diagrams.nodes))
            self.counted = Forward(self._frame(None), min(limit, max(self._effort.forward, self._effort.counting)))
            for _ in self.counted.steps():
                yield "counting the states"
        self.harvest()
        yield from self._walk()
        yield from self._look_back()
        yield from self._find_traps()

    def harvest(self) -> None:
        """Note what the explorations show, whole or broken off: what is reached is reached in any case."""
        counted = self.counted is not None and self.counted.complete
        for goal in self._open_goals():
            explored = self.counted if counted else self.explored if not goal.fine else None
            if explored is not None and explored.hits(goal):
                goal.fate = Fate.POSSIBLE
            elif explored is not None and explored.complete:
                goal.fate = Fate.IMPOSSIBLE

    def trap(self, place: int) -> Fate:
        """Whether there is a trap at a place."""
        unlooked = Fate.IMPOSSIBLE if place in self.safe or not self.alone.may_be_in(place, {}) else Fate.OPEN
        return self._trapped.get(place, unlooked)

    def route(self, goal: Goal) -> tuple[Route, bool]:
        """A way to a goal that is possible, and whether it is the shortest."""
        _, spot = drained(self._back(self._fine, goal.at, self._fine.wanted(goal), {}))
        if spot is not None:
            return spot.route, True
        if goal.route is None:
            explored = self.counted if goal.fine else self.explored
            assert explored is not None  # noqa: S101 - nothing else leaves a possible goal without a route
            goal.route = explored.path(goal.at, explored.hits(goal))
        return goal.route, False

    def trap_route(self, place: int) -> tuple[Route, bool]:
        """A way into a trap at a place that has one, and whether it is the shortest."""
        explored, traps = self.explored, self._traps
        assert explored is not None  # noqa: S101 - a trap is only ever found in one
        assert traps is not None  # noqa: S101 - likewise
        for known in ({}, self._known):
            _, spot = drained(self._back(explored.frame, place, traps.states[place], known))
            if spot is not None:
                return spot.route, not known
        return explored.path(
            place, explored.frame.diagrams.both(traps.states[place], explored.reached[place])
        ), False

    @property
    def size(self) -> tuple[int, int]:
        """The nodes of the diagrams of all that can be reached, and the places waiting to be looked at."""
        explored = self.explored
        return (0, 0) if explored is None else (len(explored.frame.diagrams.nodes), explored.waiting)

    def values(self, slot: int, goal: Goal) -> int:
        """The values a slot may have where a goal is met, a bit for each; perhaps too many."""
        alone, explored = self.alone.values(goal.at, slot), self.explored
        if explored is None or not self.exact:
            return alone
        hits = explored.hits(goal)
        return alone & explored.frame.values(goal.at, hits, slot) if hits else 0

    def _open_questions(self) -> list[Sequence[Goal]]:
        """What must still be decided: a question is answered by one goal that is possible."""
        fates = ((goals, {goal.fate for goal in goals}) for goals in self._questions)
        return [goals for goals, fates in fates if Fate.OPEN in fates and Fate.POSSIBLE not in fates]

    def _open_goals(self) -> list[Goal]:
        return [goal for goals in self._open_questions() for goal in goals if goal.fate is Fate.OPEN]

    def _walk(self) -> Iterator[str]:
        """Walk for as long as it pays."""
        walker = Walker(self.system, self._open_goals())
        turns, open_, before = 0, len(self._open_questions()), _PAYS + len(self._questions)
        while open_ and before - open_ >= _PAYS and turns < self._effort.turns:
            turns, before = turns + _STRETCH, open_
            for _ in walker.steps(_STRETCH):
                yield "walking"
            open_ = len(self._open_questions())
        self._known = walker.kept

    def _look_back(self) -> Iterator[str]:
        """Decide what is left, goal by goal."""
        last = len(self._fine.diagrams.nodes) + self._effort.altogether
        for goal in self._open_goals():
            if goal.fate is Fate.OPEN and goal in self._open_goals() and len(self._fine.diagrams.nodes) < last:
                goal.fate, spot = yield from self._back(self._fine, goal.at, self._fine.wanted(goal), self._known)
                goal.route = spot and spot.route

    def _back(
        self, frame: Frame, place: int, wanted: int, known: Mapping[int, Sequence[Spot]]
    ) -> Generator[str, None, Found]:
        steps = look_back(frame, place, wanted, known, len(frame.diagrams.nodes) + self._effort.backward)
        while True:
            try:
                next(steps)
            except StopIteration as stop:
                found: Found = stop.value
                return found
            yield "looking back"

    def _find_traps(self) -> Iterator[str]:
        assert self.explored is not None  # noqa: S101 - it has been made before
        frame, reached = self.explored.frame, self.explored.reached
        self._traps = Traps(frame, self.safe, len(frame.diagrams.nodes) + self._effort.backward)
        for _ in self._traps.steps():
            yield "looking for traps"
        for place, states in self._traps.states.items():
            if self.exact:
                fate = Fate.POSSIBLE if frame.diagrams.both(states, reached[place]) else Fate.IMPOSSIBLE
            else:
                fate, _ = yield from self._back(frame, place, states, self._known)
            self._trapped[place] = fate if fate is Fate.IMPOSSIBLE or self._traps.complete else Fate.OPEN

    @cached_property
    def _fine(self) -> Frame:
        return self._frame(self._asked)

    def _frame(self, goals: Sequence[Goal] | None) -> Frame:
        """A frame that tells apart what some goals ask for; or everything, if there are none."""
        asked: dict[int, list[Box]] = {}
        for goal in goals or ():
            asked.setdefault(goal.at, []).extend(goal.boxes)
        return Frame(
            self.system, self.alone, Classifier(self.system, self.alone, None if goals is None else asked)
        )


def drained(steps: Generator[str, None, Found]) -> Found:
    """What a search gives in the end."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            found: Found = stop.value
            return found
