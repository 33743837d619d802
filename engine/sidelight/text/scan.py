"""What a text holds besides words, found without reading its Markdown: `{expressions}` and links.

Loading a story asks for these in every text; reading Markdown waits until a scene is shown. The two must
agree on what a brace means, so the patterns live here and the Markdown reader uses them.
"""

import re
from typing import NamedTuple

BRACES = re.compile(r"\{[^{}]*\}")
"""An expression in a text. `\\{` is a brace."""

_FINDING = re.compile(r"\\.|(?P<insert>\{[^{}]*\})|(?P<stray>[{}])|\]\((?P<address>[^()\s]*)\)", re.DOTALL)


class Found(NamedTuple):
    """A piece of a text by its offsets, without its braces or brackets."""

    text: str
    begin: int
    stop: int


class Scan(NamedTuple):
    """What a text holds: expressions, addresses of links, and braces that have no partner."""

    inserts: tuple[Found, ...]
    addresses: tuple[Found, ...]
    strays: tuple[Found, ...]


EMPTY = Scan((), (), ())


def scan(text: str) -> Scan:
    """Find what a text holds."""
    if "{" not in text and "](" not in text and "}" not in text:
        return EMPTY
    inserts: list[Found] = []
    addresses: list[Found] = []
    strays: list[Found] = []
    for found in _FINDING.finditer(text):
        if found["insert"] is not None:
            inserts.append(Found(found["insert"][1:-1], found.start() + 1, found.end() - 1))
        elif found["address"] is not None:
            addresses.append(Found(found["address"], found.start("address"), found.end("address")))
        elif found["stray"] is not None:
            strays.append(Found(found["stray"], found.start(), found.end()))
    return Scan(tuple(inserts), tuple(addresses), tuple(strays))
