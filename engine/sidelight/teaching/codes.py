"""Code names: an animal and a number, drawn by a teacher and written down on paper only."""

import re
from collections.abc import Callable

_WORDS = """
badger beaver bison camel crane curlew dolphin dormouse eagle falcon ferret finch fox gazelle gecko gull hare
hedgehog heron hoopoe ibex jackdaw kestrel lapwing lark lizard lynx magpie marten mole newt nuthatch oryx
osprey otter owl pelican plover puffin quail rabbit raven robin salmon seal shrew sparrow squirrel starling
stork swallow swan swift tern thrush tortoise trout turtle vole walrus wheatear wren
"""
ANIMALS = tuple(_WORDS.split())

_SHAPE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
_LONGEST = 24
_NUMBERS = range(10, 100)
MOST = len(ANIMALS) * len(_NUMBERS)


def draw(count: int, below: Callable[[int], int]) -> list[str]:
    """So many code names, all different; `below` draws a number. No animal comes twice before all have come."""
    order = list(ANIMALS)
    for place in range(len(order) - 1, 0, -1):
        other = below(place + 1)
        order[place], order[other] = order[other], order[place]
    first = {animal: below(len(_NUMBERS)) for animal in order}
    drawn: list[str] = []
    for number in range(count):
        again, place = divmod(number, len(order))
        drawn.append(f"{order[place]}-{_NUMBERS[(first[order[place]] + again) % len(_NUMBERS)]}")
    return drawn


def is_code(written: str) -> bool:
    """Whether this can be a code name: small letters, digits and hyphens, a letter first, 24 signs at most."""
    return len(written) <= _LONGEST and _SHAPE.fullmatch(written) is not None
