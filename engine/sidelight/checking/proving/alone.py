"""Each slot looked at alone: the values it can have at each place, if the slots knew nothing of each other.

This says too much is possible and never too little, so what it calls impossible is. A place's values are kept
in one number, a few bits for each slot, so that one move is a handful of operations.
"""

from heapq import heappop, heappush
from typing import TypeAlias

from sidelight.checking.proving.slots import Box
from sidelight.checking.proving.system import Map, Move, System, changed

_Packed: TypeAlias = tuple[int, tuple[int, ...], int, tuple[tuple[int, int, Map], ...]]
"""A move for packed values: its target, where each slot it looks at is open, what it keeps, what it changes."""


class Alone:
    """The values of each slot alone, at each place of a system."""

    def __init__(self, system: System) -> None:
        self._system, sizes = system, system.slots.sizes
        self._offsets = [1 + sum(sizes[:slot]) for slot in range(len(sizes))]  # the first bit: reached at all
        self._moves = [[self._pack(move) for move in moves] for moves in system.moves]
        self._at = [0] * len(system.moves)
        self._spread()

    def values(self, place: int, slot: int) -> int:
        """The values a slot may have at a place, a bit for each."""
        return self._at[place] >> self._offsets[slot] & ((1 << self._system.slots.sizes[slot]) - 1)

    def may_be_in(self, place: int, box: Box) -> bool:
        """Whether a state at a place may be in a box."""
        return bool(self._at[place]) and all(self.values(place, slot) & mask for slot, mask in box.items())

    def must_be_in(self, place: int, box: Box) -> bool:
        """Whether every state at a place is in a box."""
        return not any(self.values(place, slot) & ~mask for slot, mask in box.items())

    def unsafe_places(self) -> set[int]:
        """Places that may be reached and from which it is not plain that an ending or a dead end can be.

        It is plain of an ending, of a place with a move to a safe one that is always open, or with no others.
        """
        order = sorted(range(len(self._at)), key=lambda place: -self._system.rank[place])
        unsafe, before = {place for place in order if self._at[place]}, -1
        while len(unsafe) != before:
            before = len(unsafe)
            for place in [each for each in order if each in unsafe]:
                moves = [move for move in self._system.moves[place] if self.may_be_in(place, move.box)]
                leads = [move for move in moves if move.target not in unsafe]
                if len(leads) == len(moves) or any(self.must_be_in(place, move.box) for move in leads):
                    unsafe.discard(place)
        return unsafe

    def _spread(self) -> None:
        rank, first = self._system.rank, self._system.first
        start = zip(self._system.start, self._offsets, strict=True)
        self._at[first] = 1 | sum(1 << value + offset for value, offset in start)
        waiting = [(rank[first], first)]
        while waiting:
            source = heappop(waiting)[1]
            held = self._at[source]
            for target, opens, keep, writes in self._moves[source]:
                if all(held & each for each in opens):
                    after = held & keep
                    for offset, field, map_ in writes:
                        after |= _image(map_, held >> offset & field) << offset
                    if after & ~self._at[target]:
                        self._at[target] |= after
                        heappush(waiting, (rank[target], target))

    def _pack(self, move: Move) -> _Packed:
        offsets, fields, keep = self._offsets, {slot: (1 << len(map_)) - 1 for slot, map_ in move.maps.items()}, -1
        writes = tuple((offsets[slot], fields[slot], move.maps[slot]) for slot in changed(move.maps))
        for slot, mask in move.box.items():
            keep &= ~((fields[slot] & ~mask) << offsets[slot])
        for offset, field, _ in writes:
            keep &= ~(field << offset)
        return move.target, tuple(mask << offsets[slot] for slot, mask in move.box.items()), keep, writes


def _image(map_: Map, values: int) -> int:
    """What becomes of some values, a bit for each."""
    return sum(1 << after for after in {after for place, after in enumerate(map_) if values >> place & 1} - {-1})
