"""What a text holds besides words, found without reading its Markdown: `{expressions}` and links.

Loading a story asks for these in every text; reading Markdown waits until a scene is shown. The two must
agree on what a brace and a link are, so the patterns live here and the Markdown reader uses them.
"""

import re
from typing import NamedTuple

BRACES = re.compile(r"\{[^{}\n]*\}")
"""An expression in a text. `\\{` is a brace."""

_ADDRESS = r"<[^<>{}\[\]\n]*>|(?:[^()<> \t\n\\{}\[\]]|\\[^ \t\n{}]|\([^() \t\n\\{}\[\]]*\))*"
_TITLE = r"""(?:[ \t]+(?:"(?:[^"\\{}\[\]\n]|\\[^{}\n])*"|'(?:[^'\\{}\[\]\n]|\\[^{}\n])*'))?"""
_LINK_TAIL = rf"\([ \t]*(?P<address>{_ADDRESS}){_TITLE}[ \t]*\)"
LINK_END = re.compile(rf"\]{_LINK_TAIL}")
"""What makes a link of the words before it: all in one line, and without a brace or a bracket of its own."""

# The first sign stands apart from what may follow: a pattern that begins with a set of signs is ten times faster.
_FINDING = re.compile(
    r"[\\{}\]](?:"
    r"(?<=\\)."
    r"|(?<=\{)(?P<insert>[^{}\n]*)\}"
    rf"|(?<=\]){_LINK_TAIL}"
    r"|(?<=\])(?P<loose>\()(?=\s*<?(?:https?:|aside:))"
    r"|(?<=[{}])(?P<stray>)"
    r")",
    re.DOTALL,
)


class Found(NamedTuple):
    """A piece of a text by its offsets, without its braces or brackets."""

    text: str
    begin: int
    stop: int


class Scan(NamedTuple):
    """What a text holds: expressions, addresses of links, braces without a partner, beginnings of links."""

    inserts: tuple[Found, ...]
    addresses: tuple[Found, ...]
    strays: tuple[Found, ...]
    loose: tuple[Found, ...]


EMPTY = Scan((), (), (), ())


def scan(text: str) -> Scan:
    """Find what a text holds."""
    if "{" not in text and "](" not in text and "}" not in text:
        return EMPTY
    inserts: list[Found] = []
    addresses: list[Found] = []
    strays: list[Found] = []
    loose: list[Found] = []
    for found in _FINDING.finditer(text):
        match found.lastgroup:
            case "insert":
                inserts.append(Found(found["insert"], *found.span("insert")))
            case "address":
                addresses.append(Found(found["address"].strip("<>"), *found.span("address")))
            case "loose":
                loose.append(Found(found.group(), *found.span()))
            case "stray":
                strays.append(Found(found.group(), *found.span()))
            case _:  # an escape
                pass
    return Scan(tuple(inserts), tuple(addresses), tuple(strays), tuple(loose))
