"""Exploring forwards: the states that can be reached at each place, as one diagram for each place.

Places are looked at in the order of the story, each with all that has newly arrived there.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import TypeAlias

from sidelight.checking.proving.diagrams import EMPTY, NO_LIMIT, Plan
from sidelight.checking.proving.frames import Frame
from sidelight.checking.proving.goals import Goal, Route
from sidelight.checking.proving.system import Move, TooLargeError

_Arrival: TypeAlias = tuple[int, int, Plan | None]
"""States that came to a place for the first time, from which states, and by which way; None at the start."""


class Forward:
    """The states of a frame that can be reached."""

    def __init__(self, frame: Frame, limit: int) -> None:
        self.frame, self._limit = frame, limit
        self.complete = False
        self.reached = [EMPTY] * len(frame.system.moves)
        self._arrivals: list[list[_Arrival]] = [[] for _ in self.reached]

    def steps(self, doing: str) -> Iterator[str]:
        """Explore, a place at a time, and say what is being done."""
        system, diagrams = self.frame.system, self.frame.diagrams
        start = self.frame.everything(system.first, [{slot: 1 << held for slot, held in enumerate(system.start)}])
        self.reached[system.first] = start
        self._arrivals[system.first].append((start, EMPTY, None))
        fresh, waiting = {system.first: start}, [(0, system.first)]
        while waiting:
            yield doing
            source = heappop(waiting)[1]
            states, diagrams.limit = fresh.pop(source), self._limit
            try:
                for way in self.frame.ways[source]:
                    place = way.move.target
                    new = diagrams.minus(diagrams.image(states, way), self.reached[place])
                    if new:
                        self.reached[place] = diagrams.union(self.reached[place], new)
                        self._arrivals[place].append((new, states, way))
                        if place not in fresh:
                            heappush(waiting, (system.rank[place], place))
                        fresh[place] = diagrams.union(fresh.get(place, EMPTY), new)
            except TooLargeError:
                return
        self.complete = True

    def meets(self, goal: Goal) -> bool:
        """Whether a state such as is wanted is reached."""
        reached = self.reached[goal.at]
        return bool(reached) and self.frame.diagrams.share(reached, self.frame.wanted(goal))

    def hits(self, goal: Goal) -> int:
        """The reached states such as are wanted."""
        return self.frame.diagrams.both(self.reached[goal.at], self.frame.wanted(goal))

    def path(self, place: int, states: int) -> Route:
        """A way from the start to one of some reached states, though perhaps not the shortest."""
        diagrams = self.frame.diagrams
        diagrams.limit = NO_LIMIT
        found: list[Move] = []
        while True:
            arrivals = ((diagrams.both(each[0], states), *each[1:]) for each in self._arrivals[place])
            hit, source, way = next(each for each in arrivals if each[0])
            if way is None:
                return tuple(reversed(found))
            states, place = diagrams.both(source, diagrams.preimage(hit, way)), way.move.source
            found.append(way.move)

    def count(self) -> int:
        """How many states have been reached, a reader standing in a scene in each."""
        return sum(map(self.frame.diagrams.count, self.reached[:-1]))
