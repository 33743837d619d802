"""From a place inside a scalar's value to the same place in the file."""

from collections.abc import Callable

from sidelight.loading.scalars import Reading
from sidelight.loading.yaml_nodes import Scalar
from sidelight.text.spans import Span, StoryFile


def inner_span(file: StoryFile, node: Scalar, begin: int, stop: int) -> Span:
    """Where a stretch of a scalar's value stands.

    Exact for literal blocks (`|`), for texts on one line, and for words that stand once in a text; otherwise the
    whole is named, because YAML has folded its lines.
    """
    raw = file.text[node.begin : node.stop]
    if node.style == "|":
        shifted = _in_literal(file, node, begin), _in_literal(file, node, stop)
        if shifted[0] is not None and shifted[1] is not None:
            return Span(file, shifted[0], shifted[1])
    elif raw == node.value:
        return Span(file, node.begin + begin, node.begin + stop)
    elif raw[1:-1] == node.value:
        return Span(file, node.begin + 1 + begin, node.begin + 1 + stop)
    words = node.value[begin:stop]
    if words and raw.count(words) == 1:
        found = node.begin + raw.index(words)
        return Span(file, found, found + len(words))
    return Span(file, node.begin, node.stop)


def place_in(reading: Reading, node: Scalar) -> Callable[[int, int], Span]:
    """From offsets inside a scalar's value to spans."""
    return lambda begin, stop: inner_span(reading.file, node, begin, stop)


def _in_literal(file: StoryFile, node: Scalar, offset: int) -> int | None:
    lines = file.text[node.begin : node.stop].split("\n")
    header = lines[0]
    body = lines[1:]
    if any(each.isdigit() for each in header):
        return None
    indent = next((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), 0)
    before = node.value[:offset]
    number = before.count("\n")
    column = offset - (before.rfind("\n") + 1)
    at_line = node.begin + len(header) + 1 + sum(len(line) + 1 for line in body[:number])
    return at_line + indent + column
