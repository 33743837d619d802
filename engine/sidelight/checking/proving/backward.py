"""Exploring backwards: from what is wanted to what is known to be reached, and from the endings to find traps.

Going back, only what matters to the goal is ever told apart, so that diagrams stay small where those of all that
can be reached do not.
"""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from sidelight.checking.proving.diagrams import EMPTY, Plan
from sidelight.checking.proving.frames import Frame
from sidelight.checking.proving.goals import Fate, Link, Spot
from sidelight.checking.proving.system import TooLargeError

Known: TypeAlias = Mapping[int, Sequence[Spot]]
"""States that are known to be reached, by place."""
Found: TypeAlias = tuple[Fate, Spot | None]
"""Whether wanted states can be reached, and one of them that is, if so."""


def look_back(frame: Frame, place: int, wanted: int, known: Known, nodes: int) -> Generator[str, None, Found]:
    """Decide whether some states at a place can be reached, by going back to states known to be, or to the start.

    If none but the start is known, the way found is the shortest.
    """
    diagrams, limit = frame.diagrams, len(frame.diagrams.nodes) + nodes
    start = Spot(frame.system.first, frame.system.start, None)
    reached, fresh = {place: wanted}, {place: wanted}
    levels: list[dict[int, list[tuple[int, Plan]]]] = []
    try:
        while fresh:
            for at, states in fresh.items():
                spots = (*known.get(at, ()), start) if at == start.place else known.get(at, ())
                for spot in spots:
                    if frame.has(states, frame.state(at, spot.vector)):
                        return Fate.POSSIBLE, _walk(frame, spot, levels)
            ways: dict[int, list[tuple[int, Plan]]] = {}
            before: dict[int, int] = {}
            for target, states in fresh.items():
                yield "looking back"
                diagrams.limit = limit
                for way in frame.ways_to[target]:
                    at = way.move.source
                    new = diagrams.minus(diagrams.preimage(states, way), reached.get(at, EMPTY))
                    if new:
                        ways.setdefault(at, []).append((new, way))
                        before[at] = diagrams.union(before.get(at, EMPTY), new)
            for at, states in before.items():
                reached[at] = diagrams.union(reached.get(at, EMPTY), states)
            levels.append(ways)
            fresh = before
    except TooLargeError:
        return Fate.OPEN, None
    return Fate.IMPOSSIBLE, None


def _walk(frame: Frame, spot: Spot, levels: list[dict[int, list[tuple[int, Plan]]]]) -> Spot:
    """Walk from a known state to the wanted ones, level by level."""
    for ways in reversed(levels):
        state = frame.state(spot.place, spot.vector)
        move = next(way.move for states, way in ways[spot.place] if frame.has(states, state))
        vector = move.after(spot.vector)
        assert vector is not None  # noqa: S101 - or the diagrams would be wrong
        spot = Spot(move.target, vector, Link(move, spot.link))
    return spot


class Traps:
    """The states from which neither an ending nor a dead end can be reached, whether or not they are reached."""

    def __init__(self, frame: Frame, places: Iterable[int], nodes: int) -> None:
        self._frame, self._limit = frame, len(frame.diagrams.nodes) + nodes
        self.complete = False
        self._all = [frame.everything(place) for place in range(len(frame.system.moves))]
        self.states = {place: self._all[place] for place in places}
        """By place, the states that have not been let go."""

    def steps(self, doing: str) -> Iterator[str]:
        """Let go what is no trap, a place at a time, and say what is being done."""
        rank, waiting = self._frame.system.rank, set(self.states)
        while waiting:
            yield doing
            place = max(waiting, key=lambda place: rank[place])
            waiting.discard(place)
            try:
                kept = self._kept(place)
            except TooLargeError:
                return
            if kept != self.states[place]:
                self.states[place] = kept
                waiting |= {way.move.source for way in self._frame.ways_to[place]} & set(self.states)
        self.complete = True

    def _kept(self, place: int) -> int:
        """Of the states not let go at a place, those with a way on, and none to a state that has been let go."""
        diagrams, kept, on = self._frame.diagrams, self.states[place], EMPTY
        diagrams.limit = self._limit
        for way in self._frame.ways[place]:
            held = self.states.get(way.move.target, EMPTY)
            free = diagrams.minus(self._all[way.move.target], held)
            kept = diagrams.minus(kept, diagrams.preimage(free, way))
            on = diagrams.union(on, diagrams.preimage(held, way))
        return diagrams.both(kept, on)
