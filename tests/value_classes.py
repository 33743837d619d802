"""What the checker tells apart in a story, scene by scene: value classes, and how many states that leaves.

Run: python tests/value_classes.py STORY
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from sidelight.checking.proving.prove import Proof
from sidelight.checking.proving.search import Search
from sidelight.checking.proving.slots import Slots
from sidelight.loading.load import load_story
from sidelight.model.story import Story
from sidelight.model.values import write_value
from sidelight.play.rules import Rules


def main(path: Path) -> None:
    loaded = load_story(path)
    if loaded.story is None:
        sys.exit(f"there is no story without errors in {path}")
    print("\n".join(rows(loaded.story)))


def rows(story: Story) -> Iterator[str]:
    """A line for each scene that is reached from the start."""
    proof = Proof(Rules(story))
    for _ in proof.run():
        pass
    search = proof._searches[0]
    explored, counted = search.explored, search.counted
    assert explored is not None
    assert counted is not None
    yield f"{'scene':<10} {'states':>7} {'as played':>10}  told apart"
    for place, scene in enumerate(story.scenes):
        if explored.reached[place]:
            by_class, played = (
                each.frame.diagrams.count(each.reached[place]) if each.complete else "?"
                for each in (explored, counted)
            )
            told = "; ".join(classes(search, place, slot) for slot in explored.frame.levels[place])
            yield f"{scene:<10} {by_class:>7} {played:>10}  {told or 'nothing'}"


def classes(search: Search, place: int, slot: int) -> str:
    """The classes of a slot's values at a place: `calls 0 | 1 | 2..9`."""
    assert search.explored is not None
    slots, numbers = search.system.slots, search.explored.frame.levels[place][slot]
    groups: dict[int, list[str]] = {}
    for value, number in enumerate(numbers):
        if number >= 0:
            groups.setdefault(number, []).append(write_value(slots.domains[slot][value]))
    return f"{name_of(slots, slot)} {' | '.join(map(written, groups.values()))}"


def name_of(slots: Slots, slot: int) -> str:
    layout = slots._rules.layout
    names = [
        *layout.variables,
        *(f"visits of {scene}" for scene in layout.visits),
        *(f"chose {s}" for s in layout.bits),
    ]
    return names[slot]


def written(values: Sequence[str]) -> str:
    return (
        values[0]
        if len(values) == 1
        else f"{values[0]}..{values[-1]}"
        if values[0].isdigit()
        else " ".join(values)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
