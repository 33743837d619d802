"""From what a search has found to routes that show it, and to the values that explain it."""

from collections.abc import Generator

from sidelight.checking.proving.backward import Found, look_back
from sidelight.checking.proving.goals import Goal, Route
from sidelight.checking.proving.search import Search


def route_to(search: Search, goal: Goal) -> tuple[Route, bool]:
    """A way to a goal that is possible, and whether it is the shortest."""
    _, spot = _drained(search.back_from(goal, {}, search.effort.backward))
    if spot is not None:
        return spot.route, not search.system.partial
    if goal.route is None:
        explored = search.counted if goal.fine else search.explored
        assert explored is not None  # noqa: S101 - nothing else leaves a possible goal without a route
        goal.route = explored.path(goal.at, explored.hits(goal))
    return goal.route, False


def route_into_trap(search: Search, place: int) -> tuple[Route, bool]:
    """A way into a trap at a place that has one, and whether it is the shortest."""
    explored, traps = search.explored, search.traps
    assert explored is not None  # noqa: S101 - a trap is only ever found in one
    assert traps is not None  # noqa: S101 - likewise
    states = traps.states[place]
    for known in ({}, search.known):
        _, spot = _drained(look_back(explored.frame, place, states, known, search.effort.backward))
        if spot is not None:
            return spot.route, not known
    return explored.path(place, explored.frame.diagrams.both(states, explored.reached[place])), False


def _drained(steps: Generator[str, None, Found]) -> Found:
    """What following something back gives in the end."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            found: Found = stop.value
            return found


def values_at(search: Search, slot: int, goal: Goal) -> int:
    """The values a slot may have where a goal is met, a bit for each; perhaps too many."""
    alone, explored = search.alone.values(goal.at, slot), search.explored
    if explored is None or not explored.complete:
        return alone
    nodes, level = explored.frame.diagrams.nodes, {explored.hits(goal)} - {0}
    for each, classes in explored.frame.levels[goal.at].items():
        if each == slot:
            found = {number for node in level for number, child in enumerate(nodes[node]) if child}
            return alone & sum(1 << value for value, number in enumerate(classes) if number in found)
        level = {child for node in level for child in nodes[node] if child}
    return alone if level else 0
