"""Sets of states as decision diagrams: one node for each different remainder, however many states go through it.

A node is a tuple with a child for each class of one slot; 0 is the empty set and 1 the set of the empty state.
Equal nodes are one node, so equal sets have equal numbers and every operation can remember its answers. Which slot
a level stands for depends on the place. A Plan says how a move leads from the levels of one place to another's.
"""

from typing import NamedTuple

from sidelight.checking.proving.system import Map, Move, TooLargeError

EMPTY, UNIT, NO_LIMIT = 0, 1, 1 << 62


class Step(NamedTuple):
    """What a plan does with a level: nothing (`map` is None), a map into `width` classes, or 0: it goes."""

    map: Map | None
    width: int
    before: tuple[tuple[int, int], ...] = ()
    """The levels that come before it at the target and not at the source: width, and the one class they have."""


class Plan:
    """A move from the levels of one place to those of another, with what it has been found to do."""

    def __init__(self, move: Move, steps: tuple[Step, ...], after: tuple[tuple[int, int], ...]) -> None:
        self.move, self.steps, self.tail = move, steps, after
        telling = [number for number, step in enumerate(steps) if step.map is not None or step.before]
        self.stop = len(steps) if after else max(telling, default=-1) + 1
        """From this level on nothing happens."""
        self.memo: dict[int, int] = {}


class Diagrams:
    """The nodes of many sets, and the operations on them."""

    def __init__(self) -> None:
        self.limit = NO_LIMIT
        """How many nodes there may be. A search sets it before each step; what only asks lifts it."""
        self.nodes: list[Map] = [(), ()]
        self._numbers: dict[Map, int] = {}
        self._unions: dict[tuple[int, int], int] = {}
        self._differences: dict[tuple[int, int], int] = {}
        self._shared: dict[tuple[int, int], bool] = {}
        self._counts = {EMPTY: 0, UNIT: 1}

    def node(self, children: Map) -> int:
        """The number of a node."""
        found = self._numbers.get(children)
        if found is None:
            if not any(children):
                return EMPTY
            found = len(self.nodes)
            if found > self.limit:
                raise TooLargeError
            self._numbers[children] = found
            self.nodes.append(children)
        return found

    def wrapped(self, node: int, levels: tuple[tuple[int, int], ...]) -> int:
        """A node with levels above it, of which each has a width and one class."""
        for width, place in reversed(levels):
            node = self.node((0,) * place + (node,) + (0,) * (width - place - 1))
        return node

    def union(self, one: int, other: int) -> int:
        """The states in either."""
        if one == other or not other:
            return one
        if not one:
            return other
        key = (one, other) if one < other else (other, one)
        found = self._unions.get(key)
        if found is None:
            pairs, union = zip(self.nodes[one], self.nodes[other], strict=True), self.union
            found = self._unions[key] = self.node(
                tuple([a if a == b or not b else union(a, b) if a else b for a, b in pairs])
            )
        return found

    def minus(self, one: int, other: int) -> int:
        """The states in the first and not in the second."""
        if one == other or not one:
            return EMPTY
        if not other:
            return one
        found = self._differences.get((one, other))
        if found is None:
            pairs, minus = zip(self.nodes[one], self.nodes[other], strict=True), self.minus
            found = self._differences[one, other] = self.node(
                tuple([0 if a == b or not a else minus(a, b) if b else a for a, b in pairs])
            )
        return found

    def both(self, one: int, other: int) -> int:
        """The states in both."""
        return self.minus(one, self.minus(one, other))

    def share(self, one: int, other: int) -> bool:
        """Whether there is a state in both."""
        if one == other or not one or not other:
            return bool(one and other)
        key = (one, other) if one < other else (other, one)
        found = self._shared.get(key)
        if found is None:
            pairs, share = zip(self.nodes[one], self.nodes[other], strict=True), self.share
            found = self._shared[key] = any(a and b and share(a, b) for a, b in pairs)
        return found

    def image(self, node: int, plan: Plan, level: int = 0) -> int:
        """Where a move leads from some states."""
        if level >= plan.stop or not node:
            return self.wrapped(node, plan.tail) if plan.tail and node else node
        found = plan.memo.get(node)
        if found is not None:
            return found
        image, children = self.image, self.nodes[node]
        map_, width, before = plan.steps[level]
        if map_ is None:
            found = self.node(tuple([child and image(child, plan, level + 1) for child in children]))
        else:
            after = [0] * (width or 1)
            for child, place in zip(children, map_, strict=True):
                if child and place >= 0:
                    after[place] = self.union(after[place], image(child, plan, level + 1))
            found = self.node(tuple(after)) if width else after[0]
        found = plan.memo[node] = self.wrapped(found, before) if before and found else found
        return found

    def preimage(self, node: int, plan: Plan) -> int:
        """Every state from which a move leads to some states."""
        return self._back(node, plan, 0, {})

    def _back(self, node: int, plan: Plan, level: int, memo: dict[tuple[int, int], int]) -> int:
        found = memo.get((level, node))
        if found is not None:
            return found
        inner, below = node, level + 1
        for _, place in plan.steps[level].before if level < plan.stop else plan.tail:
            inner = inner and self.nodes[inner][place]
        if inner and level < plan.stop:
            map_, width, _ = plan.steps[level]
            children, back = self.nodes[inner], self._back
            if map_ is None:
                children = tuple([child and back(child, plan, below, memo) for child in children])
            elif width:
                before = [children[place] if place >= 0 else EMPTY for place in map_]
                children = tuple([child and back(child, plan, below, memo) for child in before])
            else:
                child = back(inner, plan, below, memo)
                children = tuple([child if place >= 0 else EMPTY for place in map_])
            inner = self.node(children)
        memo[level, node] = inner
        return inner

    def count(self, node: int) -> int:
        """How many states there are."""
        if node not in self._counts:
            self._counts[node] = sum(map(self.count, self.nodes[node]))
        return self._counts[node]
