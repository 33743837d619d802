"""Print how every two neighbours of a kept text read together: python tests/bundled/filed.py [PASSAGE] [FOLDER]

A slot is one paragraph of the passage, in each way it can be written. Conditions are not weighed, so that a pair
may be printed that no play comes to, and none is left out that one does.
"""

import sys
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from builders import story_in
from conftest import BUNDLED
from sidelight.model.texts import First, Include, Item, Joined, Styled, Text, When, Written


def slots(text: Text) -> Iterator[list[str]]:
    """The paragraphs of a text in order, each in all its ways; where one may be missing, a way is empty."""
    for item in text:
        match item:
            case When(_, then, ()) if len(then) > 1:
                yield from slots(then)
            case _:
                yield list(dict.fromkeys(ways(item)))


def ways(item: Item) -> Iterator[str]:
    match item:
        case Written(source):
            yield source.strip()
        case When(_, then, other):
            yield from _all(then, "\n\n")
            yield from _all(other, "\n\n")
        case First(branches):
            for branch in branches:
                yield from _all(branch.text, "\n\n")
        case Joined(parts):
            yield from _all(parts, " ")
        case Styled(_, inner):
            yield from _all(inner, "\n\n")
        case Include(passage):
            yield f"[{passage}]"


def _all(text: Text, between: str) -> Iterator[str]:
    for chosen in product(*(list(ways(item)) for item in text)):
        yield between.join(filter(None, chosen))


def pairs(text: Text) -> Iterator[tuple[str, str]]:
    """Every way of a slot with every way of the next."""
    for first, second in pairwise(slots(text)):
        yield from product(filter(None, first), filter(None, second))


def main(passage: str, folder: Path) -> None:
    for first, second in pairs(story_in(folder).passages[passage].text):
        print(first, second, "-" * 20, sep="\n\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "as-filed", Path(sys.argv[2]) if len(sys.argv) > 2 else BUNDLED)
