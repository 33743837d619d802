"""Walks through a system, to see cheaply what is easily seen.

They prove that something can be reached, never that it cannot. Nothing is left to chance: the same story is
always walked in the same way. Most walks begin where few have begun yet, from a state kept there (as Ecoffet and
others do in "Go-Explore", 2019), so that what lies behind a narrow door is not walked once in a thousand walks.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sidelight.checking.proving.goals import Fate, Goal, Link, Spot
from sidelight.checking.proving.system import Map, Move, System, changed

_STEPS = 100
"""The length at which a walk is given up."""
_KEPT = 16
"""The states kept at each place."""


_Ready: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, Map], ...], Move]
"""A move, made ready to be taken often: where it is open, what it changes, and the move itself."""


class Walker:
    """Walks again and again, and reports goals as it comes by."""

    def __init__(self, system: System, goals: Sequence[Goal]) -> None:
        self._seed = 1
        self._open: dict[int, list[Goal]] = {}
        for goal in goals:
            self._open.setdefault(goal.at, []).append(goal)
        self._moves = [[_ready(move) for move in moves] for moves in system.moves]
        self.kept: dict[int, list[Spot]] = {}
        """Some of the states that were come by, at each place."""
        self._places: list[int] = []
        self._start = Spot(system.first, system.start, None)
        self._see(self._start)

    def steps(self, turns: int, doing: str) -> Iterator[str]:
        """Walk so many turns, a walk at a time, and say what is being done."""
        while turns > 0:
            place, vector, link = self._beginning()
            for _ in range(min(turns, _STEPS)):
                turns -= 1
                opens = [
                    each for each in self._moves[place] if all(mask >> vector[slot] & 1 for slot, mask in each[0])
                ]
                if not opens:
                    break
                _, writes, move = opens[self._random(len(opens))]
                if writes:
                    after = list(vector)
                    for slot, map_ in writes:
                        after[slot] = map_[after[slot]]
                    vector = tuple(after)
                place, link = move.target, Link(move, link)
                self._see(Spot(place, vector, link))
            yield doing

    def _beginning(self) -> Spot:
        """Where to begin: at the start, or where walks have begun least."""
        if self._random(4) == 0:
            return self._start
        self._places = self._places or list(self.kept)
        kept = self.kept[self._places.pop()]
        return kept[self._random(len(kept))]

    def _see(self, spot: Spot) -> None:
        """Note the goals met in a state, and perhaps keep it."""
        kept = self.kept.setdefault(spot.place, [])
        if len(kept) < _KEPT:
            kept.append(spot)
        elif self._random(_KEPT) == 0:
            kept[self._random(_KEPT)] = spot
        seen = [goal for goal in self._open.get(spot.place, ()) if goal.holds(spot.vector)]
        for goal in seen:
            goal.fate, goal.route = Fate.POSSIBLE, spot.route
            self._open[spot.place].remove(goal)

    def _random(self, below: int) -> int:
        """A number from 0 up to another (a linear congruential generator, Numerical Recipes' constants)."""
        self._seed = (self._seed * 1_664_525 + 1_013_904_223) & 0xFFFF_FFFF
        return (self._seed >> 8) % below


def _ready(move: Move) -> _Ready:
    return tuple(move.box.items()), tuple((slot, move.maps[slot]) for slot in changed(move.maps)), move
