"""Exploring stays fast: as a ratio to a fixed loop timed in the same run, because machines differ and drift."""

import time
from collections.abc import Callable
from math import inf

import pytest

from branching_story import plot
from conftest import CHECKOUT
from sidelight.checking.proving.prove import Proof
from sidelight.loading.load import load_files, load_story
from sidelight.model.story import Story
from sidelight.play.rules import Rules
from sidelight.text.spans import StoryFile

ROUNDS = 3


def fixed_loop() -> None:
    """What exploring is made of: tuples made, and looked up in a dictionary."""
    numbers: dict[tuple[int, ...], int] = {}
    for number in range(300_000):
        key = tuple([number >> shift & 7 for shift in (0, 3, 6, 9, 12, 15)])
        numbers.setdefault(key, len(numbers))


def explored(story: Story) -> Callable[[], None]:
    def explore() -> None:
        proof = Proof(Rules(story))
        for _ in proof.run():
            pass
        assert 0 == proof.summary.undecided
        assert proof.diagnostics is not None

    return explore


def seconds(measured: Callable[[], None]) -> float:
    begun = time.process_time()
    measured()
    return time.process_time() - begun


def generated() -> Story:
    story = load_files([StoryFile("x.yaml", plot(1, 24, 1).as_yaml())]).story
    assert story is not None
    return story


def bundled() -> Story:
    story = load_story(CHECKOUT / "story").story
    assert story is not None
    return story


@pytest.mark.parametrize(
    ("story", "most"), [(generated, 4), (bundled, 15)], ids=["200 scenes", "the bundled story"]
)
def test_exploring_takes_no_longer_than_so_many_times_a_fixed_loop(
    story: Callable[[], Story], most: float
) -> None:
    explore = explored(story())

    # One round within the limit shows that it can be done; only a slow one is given another chance.
    times: list[float] = []
    while len(times) < ROUNDS and min(times, default=inf) > most:
        times.append(seconds(explore) / seconds(fixed_loop))

    assert min(times) <= most, times
