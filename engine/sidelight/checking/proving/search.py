"""A portfolio of ways to decide goals, from the cheapest to the dearest, for one way of playing a story.

Each slot alone proves much of what is impossible. Diagrams of all that can be reached then decide everything, if
they stay small enough. If not, walks show most of what is possible, and what is left is followed back, goal by
goal, to states that were walked. What is open after that is undecided, and said to be.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sidelight.checking.proving.alone import Alone
from sidelight.checking.proving.backward import Found, Known, Traps, look_back
from sidelight.checking.proving.classes import Classifier
from sidelight.checking.proving.diagrams import Diagrams
from sidelight.checking.proving.forward import Forward
from sidelight.checking.proving.frames import Frame
from sidelight.checking.proving.goals import Fate, Goal, fate_of
from sidelight.checking.proving.slots import Box, Slots
from sidelight.checking.proving.system import System
from sidelight.checking.proving.walks import Walker
from sidelight.play.rules import Rules

_STRETCH, _PAYS = 2_000, 3
"""Turns walked before looking whether it pays, and the questions answered for which it does."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How large each part of the search may grow: counted, not timed, so that every machine decides alike."""

    forward: int = 150_000
    """Nodes of the diagrams of all that can be reached."""
    counting: int = 40_000
    """Nodes of those that count states as play holds them; twice those of the others, if that is more."""
    backward: int = 30_000
    """Nodes of the way back from one goal."""
    stubborn: int = 300_000
    """And of the way back from one that this left open, or from a trap."""
    altogether: int = 1_500_000
    """Nodes of all ways back."""
    turns: int = 100_000
    """Turns walked at most."""


class Search:
    """Decides what can be reached from one start."""

    def __init__(self, rules: Rules, slots: Slots, chapter: str | None, effort: Effort) -> None:
        self.system = System(rules, slots, chapter)
        self.alone = Alone(self.system)
        self.explored: Forward | None = None
        self.counted: Forward | None = None
        self.traps: Traps | None = None
        self.known: Known = {}
        """States that were walked, by place."""
        self.effort = effort
        self.trapped = dict.fromkeys(self.alone.unsafe_places(), Fate.OPEN)
        """Whether there is a trap at a place, of those where there may be."""
        self._questions: Sequence[Sequence[Goal]] = ()
        self._asked: list[Goal] = []

    def settle(self, questions: Sequence[Sequence[Goal]]) -> Iterator[str]:
        """Decide goals as far as it goes, and say now and then what is being done."""
        self._questions = questions
        for goal in self._open_goals():
            possible = any(self.alone.may_be_in(goal.at, box) for box in goal.within)
            if not possible or any(self.alone.must_be_in(goal.at, box) for box in goal.unless):
                goal.fate = Fate.IMPOSSIBLE
        self._asked = self._open_goals()
        self.explored = Forward(self._frame([goal for goal in self._asked if not goal.fine]), self.effort.forward)
        yield from self.explored.steps("following every state")
        if self.explored.complete:
            limit = max(self.effort.counting, 2 * len(self.explored.frame.diagrams.nodes))
            self.counted = Forward(self._frame(None), min(limit, max(self.effort.forward, self.effort.counting)))
            yield from self.counted.steps("counting the states")
        self.harvest()
        yield from self._walk()
        yield from self._look_back()
        yield from self._find_traps(self.explored)

    def harvest(self) -> None:
        """Note what the explorations show, whole or broken off: what is reached is reached in any case."""
        counted = self.counted if self.counted is not None and self.counted.complete else None
        for goal in self._open_goals():
            explored = counted if goal.fine else self.explored
            if explored is not None and ((met := explored.meets(goal)) or explored.complete):
                goal.fate = Fate.POSSIBLE if met else Fate.IMPOSSIBLE

    def back_from(self, goal: Goal, known: Known, nodes: int) -> Generator[str, None, Found]:
        """Follow a goal back to what is known."""
        self._fine.diagrams = Diagrams()  # what one goal has told apart is of no use to another
        return look_back(self._fine, goal.at, self._fine.wanted(goal), known, nodes)

    def _open_questions(self) -> list[Sequence[Goal]]:
        """What must still be decided. A question is answered by one goal that is possible."""
        return [goals for goals in self._questions if fate_of(goals) is Fate.OPEN]

    def _open_goals(self) -> list[Goal]:
        return [goal for goals in self._open_questions() for goal in goals if goal.fate is Fate.OPEN]

    def _walk(self) -> Iterator[str]:
        """Walk for as long as it pays."""
        walker = Walker(self.system, self._open_goals())
        turns, open_, before = 0, len(self._open_questions()), _PAYS + len(self._questions)
        while open_ and before - open_ >= _PAYS and turns < self.effort.turns:
            stretch = min(_STRETCH, self.effort.turns - turns)
            turns, before = turns + stretch, open_
            yield from walker.steps(stretch, "walking")
            open_ = len(self._open_questions())
        self.known = walker.kept

    def _look_back(self) -> Iterator[str]:
        """Decide what is left, goal by goal: what is stubborn last, so that it takes nothing from the others."""
        left = self.effort.altogether
        for nodes in (self.effort.backward, self.effort.stubborn):
            for goals in self._open_questions():
                for goal in goals:
                    if goal.fate is Fate.OPEN and left > 0:
                        goal.fate, spot = yield from self.back_from(goal, self.known, nodes)
                        goal.route = None if spot is None else spot.route
                        left -= len(self._fine.diagrams.nodes)
                    if goal.fate is Fate.POSSIBLE:
                        break

    def _find_traps(self, explored: Forward) -> Iterator[str]:
        frame, reached = explored.frame, explored.reached
        self.traps = traps = Traps(frame, self.trapped, self.effort.stubborn)
        yield from traps.steps("looking for traps")
        for place, states in traps.states.items():
            if explored.complete:
                fate = Fate.POSSIBLE if frame.diagrams.both(states, reached[place]) else Fate.IMPOSSIBLE
            else:
                fate, _ = yield from look_back(frame, place, states, self.known, self.effort.stubborn)
            self.trapped[place] = fate if fate is Fate.IMPOSSIBLE or traps.complete else Fate.OPEN

    @cached_property
    def _fine(self) -> Frame:
        """A frame that tells apart all that is asked for, the finest questions too."""
        return self._frame(self._asked)

    def _frame(self, goals: Sequence[Goal] | None) -> Frame:
        """A frame that tells apart what some goals ask for; or everything, if there are none."""
        asked: dict[int, list[Box]] = {}
        for goal in goals or ():
            asked.setdefault(goal.at, []).extend((*goal.within, *goal.unless))
        classifier = Classifier(self.system, self.alone, None if goals is None else asked)
        return Frame(self.system, self.alone, classifier)
