"""One way of playing a story, as moves: from a place to a place, with a small table for each slot it looks at.

A choice becomes one move or several. In each, what happens to a slot depends on that slot alone; where an effect
or a condition looks at several slots together, the choice is split until this is so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple, TypeAlias

from sidelight.checking.proving.slots import Box, Slots, Vector, distinct, meet
from sidelight.model.expressions import Not
from sidelight.model.story import Choice, Effect, Scene
from sidelight.model.values import Whole
from sidelight.play.rules import Beginning, Rules
from sidelight.play.state import OUTSIDE, State

Map: TypeAlias = tuple[int, ...]
"""What becomes of each value of a slot; -1 where the move is not open."""
Maps: TypeAlias = dict[int, Map]
"""The slots a move looks at or changes; it leaves the others as they are."""
Note: TypeAlias = int | tuple[int, int]
"""An effect, by its identity, that runs into the end of its domain; or a slot that is given a value, with it."""


MOST_MOVES = 5_000
"""The moves into which one choice may come apart."""


class TooLargeError(Exception):
    """Something would pass a limit: the moves of a choice, or the nodes of diagrams."""


class Move(NamedTuple):
    """A way from one place to another. A place is a scene's number, or the one beyond them: outside."""

    source: int
    target: int
    choice: Choice
    branch: int
    """Which target of the choice."""
    maps: Maps
    box: Box
    """Where it is open."""

    def after(self, vector: Vector) -> Vector | None:
        """The state after it; None where it is not open."""
        after = tuple(self.maps[slot][held] if slot in self.maps else held for slot, held in enumerate(vector))
        return None if -1 in after else after


class System:
    """The moves of a story played from its start, or of a chapter played alone."""

    def __init__(self, rules: Rules, slots: Slots, chapter: str | None = None) -> None:
        self.rules, self.slots, self.chapter = rules, slots, chapter
        self.beginning = Beginning(chapter=chapter)
        self.scenes: tuple[Scene | None, ...] = (*rules.story.scenes.values(), None)
        """The scene at each place; None outside."""
        self.outside = len(rules.story.scenes)
        self.partial: list[str] = []
        """The choices that are left out, as they come apart into too many moves: what is impossible may not be."""
        self.notes: dict[Note, dict[int, list[Box]]] = defaultdict(lambda: defaultdict(list))
        """Where there is something to note of a choice: boxes by place."""
        self._tables: dict[int, list[tuple[Box, tuple[Map, int]]]] = {}
        state = rules.start(self.beginning)
        self.first, self.start = state.scene, slots.vector(state)
        self.noted_at_start = self._beginning()
        self.moves = [tuple(self._moves(place, scene)) for place, scene in enumerate(self.scenes)]

    @cached_property
    def rank(self) -> list[int]:
        """The order in which to look at places: those that are nearer to the start first."""
        order, waiting = {self.first: 0}, [self.first]
        for place in waiting:
            for move in self.moves[place]:
                if move.target not in order:
                    order[move.target] = len(waiting)
                    waiting.append(move.target)
        return [order.get(place, len(self.moves)) for place in range(len(self.moves))]

    def _moves(self, source: int, scene: Scene | None) -> Iterator[Move]:
        if scene is None or scene.ending is not None or self.chapter not in (None, scene.chapter):
            return
        for choice in self.rules.story.choices_at(scene):
            try:
                for branch, target, before in self._leaving(choice, source):
                    place, arrived = self._arriving(before, source, scene.chapter, target)
                    for maps in {tuple(sorted(maps.items())): maps for maps in arrived}.values():
                        yield Move(source, place, choice, branch, maps, box_of(maps))
            except TooLargeError:
                self.partial.append(choice.step)

    def _leaving(self, choice: Choice, source: int) -> Iterator[tuple[int, str, list[Maps]]]:
        """A choice up to its move: the condition, its mark as taken, its effects, the target decided."""
        found = self._restricted([{}], open_boxes(self.slots, choice))
        if (mark := self.slots.taken(choice.step)) is not None:
            found = [self._mapped(maps, mark, (1, 1)) for maps in found]
        found = self._affected(found, choice.effects, source)
        for branch, target in enumerate(choice.targets):
            if target.condition is None:
                yield branch, target.scene, found
                return
            yield branch, target.scene, self._restricted(found, self.slots.boxes(target.condition))
            found = self._restricted(found, self.slots.boxes(Not(target.condition)))

    def _arriving(
        self, found: list[Maps], source: int, chapter: str | None, target: str
    ) -> tuple[int, list[Maps]]:
        """A choice from its move on: chapter borders, the visit counted, the scene's own effects."""
        scene = self.rules.story.scenes[target]
        if self.chapter not in (None, scene.chapter):
            return self.outside, found
        for variable in self.rules.story.variables.values() if chapter != scene.chapter else ():
            if variable.chapter is not None and variable.chapter in (chapter, scene.chapter):
                slot = self.slots.variable(variable.name)
                start = (self.slots.places[slot][variable.start],) * self.slots.sizes[slot]
                found = [self._mapped(maps, slot, start) for maps in found]
        if (count := self.slots.visits(target)) is not None:
            counted = (*range(1, self.slots.sizes[count]), self.slots.sizes[count] - 1)
            found = [self._mapped(maps, count, counted) for maps in found]
        return self.rules.layout.scenes[target], self._affected(found, scene.effects, source)

    def _restricted(self, found: list[Maps], boxes: Iterable[Box]) -> list[Maps]:
        """The maps, each where what it leads to is in one of some boxes."""
        within = (self._within(each, box) for each in found for box in boxes)
        return _bounded(maps for maps in within if maps is not None)

    def _within(self, maps: Maps, box: Box) -> Maps | None:
        held = dict(maps)
        for slot, mask in box.items():
            before = maps.get(slot) or range(self.slots.sizes[slot])
            held[slot] = tuple(after if after >= 0 and mask >> after & 1 else -1 for after in before)
            if max(held[slot]) < 0:
                return None
        return held

    def _mapped(self, maps: Maps, slot: int, further: Map) -> Maps:
        """The maps with one more thing that happens to a slot."""
        before = maps.get(slot) or range(self.slots.sizes[slot])
        return {**maps, slot: tuple(further[after] if after >= 0 else -1 for after in before)}

    def _affected(self, found: list[Maps], effects: tuple[Effect, ...], source: int) -> list[Maps]:
        """The maps with effects in order."""
        for effect in effects:
            found = _bounded(self._after(effect, found, source))
        return found

    def _after(self, effect: Effect, found: list[Maps], source: int) -> Iterator[Maps]:
        """The maps with an effect. Notes which values it gives, and where it runs into the end of its domain."""
        slot = self.slots.variable(effect.variable)
        for maps in found:
            for box, (further, ends) in self._table(effect, slot):
                if (held := self._within(maps, box)) is not None:
                    yield (given := self._mapped(held, slot, further))
                    if ends and (ending := self._within(held, {slot: ends})) is not None:
                        self.notes[id(effect)][source].append(box_of(ending))
                    for value in {*given[slot]} - {-1}:
                        if (giving := self._within(given, {slot: 1 << value})) is not None:
                            self.notes[slot, value][source].append(box_of(giving))

    def _table(self, effect: Effect, slot: int) -> list[tuple[Box, tuple[Map, int]]]:
        """What an effect makes of each value of its slot, by boxes of the other slots it reads.

        With it goes a bit for each value at which the sum would have gone on beyond an end of the domain.
        """
        if id(effect) not in self._tables:
            others = [other for other in self.slots.reads(effect.expression) if other != slot]
            domain, read = self.rules.story.variables[effect.variable].domain, self.slots.reader(effect.expression)

            def outcome(at: dict[int, int]) -> tuple[Map, int]:
                given = [read({**at, slot: place}) for place in range(self.slots.sizes[slot])]
                held = (
                    [min(domain.high, max(domain.low, each)) for each in given]
                    if isinstance(domain, Whole)
                    else given
                )
                ends = sum(1 << place for place, value in enumerate(given) if value != held[place])
                return tuple(self.slots.places[slot][value] for value in held), ends

            self._tables[id(effect)] = self.slots.cases(others, outcome)
        return self._tables[id(effect)]

    def _beginning(self) -> set[Note]:
        """What there is to note until the first scene is entered, and of the values there are before."""
        story, layout = self.rules.story, self.rules.layout
        settings = {} if self.chapter is None else story.chapters[self.chapter].settings
        values = tuple(settings.get(name, each.start) for name, each in story.variables.items())
        vector = self.slots.vector(State(OUTSIDE, values, (0,) * len(layout.visits), 0))
        scene = story.scenes[layout.scene_ids[self.first]]
        start = self._restricted([{}], [{slot: 1 << held for slot, held in enumerate(vector)}])
        self._arriving(start, self.outside, scene.chapter, scene.id)
        found = set(self.notes)
        self.notes.clear()
        return found.union(enumerate(vector))


def _bounded(found: Iterator[Maps]) -> list[Maps]:
    """As many maps as a choice may have."""
    maps = list(islice(found, MOST_MOVES + 1))
    if len(maps) > MOST_MOVES:
        raise TooLargeError
    return maps


def box_of(maps: Maps) -> Box:
    """Where every map leads somewhere."""
    masks = {
        slot: sum(1 << place for place, after in enumerate(map_) if after >= 0) for slot, map_ in maps.items()
    }
    return {slot: mask for slot, mask in masks.items() if mask + 1 != 1 << len(maps[slot])}


def changed(maps: Maps) -> list[int]:
    """The slots that maps may change."""
    return [
        slot for slot, map_ in maps.items() if any(after not in (-1, before) for before, after in enumerate(map_))
    ]


def open_boxes(slots: Slots, choice: Choice) -> list[Box]:
    """Where a choice is open."""
    boxes = slots.boxes(choice.when) if choice.when is not None else ({},)
    mark = slots.taken(choice.step)
    return distinct(meet(box, {mark: 1}) if choice.once and mark is not None else box for box in boxes)
