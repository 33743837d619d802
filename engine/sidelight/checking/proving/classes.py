"""Value classes: for each slot and place, which values make no difference to anything that can still be seen.

Two values of a slot are in one class at a place if everything asked there is answered alike for both, the same
moves are open, and each move leads both to one class at its target: partition refinement, each slot alone. As a
move does to each slot what depends on that slot only, states whose slots are in the same classes can be told
apart by nothing (they are bisimilar), and one may stand for all.
"""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import TypeAlias

from sidelight.checking.proving.alone import Alone
from sidelight.checking.proving.slots import Box
from sidelight.checking.proving.system import Map, System

Classes: TypeAlias = dict[int, Map]
"""By place: the class of each value of a slot, -1 where it never has it. Without the place, there is one."""
Asked: TypeAlias = Mapping[int, Iterable[Box]]
"""The boxes that states at a place are asked about."""


class Classifier:
    """Finds the classes of slots. If nothing is asked (None), every value is a class, as play holds them."""

    def __init__(self, system: System, alone: Alone, asked: Asked | None) -> None:
        self._system, self._alone = system, alone
        self._apart = asked is None
        self._masks: dict[int, dict[int, set[int]]] = {}
        for place, boxes in (asked or {}).items():
            for box in boxes:
                for slot, mask in box.items():
                    self._masks.setdefault(slot, {}).setdefault(place, set()).add(mask)
        may = alone.may_be_in
        self._moves = [[move for move in moves if may(move.source, move.box)] for moves in system.moves]
        self._before: list[set[int]] = [set() for _ in system.moves]
        self._readers: dict[int, set[int]] = {}
        for move in (move for moves in self._moves for move in moves):
            self._before[move.target].add(move.source)
            for slot in move.box:
                self._readers.setdefault(slot, set()).add(move.source)

    def classes(self, slot: int) -> Classes:
        """The classes of a slot."""
        masks, rank = self._masks.get(slot, {}), self._system.rank
        classes: Classes = {}
        queued = {*masks, *self._readers.get(slot, ())} if not self._apart else set(range(len(rank)))
        waiting = [(-rank[place], place) for place in queued]
        heapify(waiting)
        while waiting:
            _, place = heappop(waiting)
            queued.discard(place)
            found = self._refined(slot, place, masks.get(place, ()), classes)
            if found is not None and found != classes.get(place):
                classes[place] = found
                for before in set() if self._apart else self._before[place] - queued:
                    queued.add(before)
                    heappush(waiting, (-rank[before], before))
        return classes

    def _refined(self, slot: int, place: int, masks: Iterable[int], classes: Classes) -> Map | None:
        """The classes of a slot at a place, given those where the moves lead; None if there is but one."""
        values = self._alone.values(place, slot)
        ways = {(move.maps.get(slot), move.target) for move in self._moves[place]}
        telling = [(map_, classes.get(target)) for map_, target in ways if map_ is not None or target in classes]
        numbers: dict[tuple[int, ...], int] = {}
        found: list[int] = []
        for value in range(self._system.slots.sizes[slot]):
            seen = [value] if self._apart else [mask >> value & 1 for mask in masks]
            for map_, there in telling:
                after = value if map_ is None else map_[value]
                seen.append(-1 if after < 0 else there[after] if there is not None else 0)
            found.append(numbers.setdefault(tuple(seen), len(numbers)) if values >> value & 1 else -1)
        return tuple(found) if len(numbers) > 1 else None
