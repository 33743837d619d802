"""Single values: what a plain scalar means is ours to say, not YAML 1.1's.

Only `true`, `false` and plain whole numbers are values; `no`, `on`, `12:30`, `010` and dates are text.
"""

import re
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.findings import Findings
from sidelight.loading import limits
from sidelight.loading.broken_lines import CURE, begins_with_sign
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar, Sequence, is_broken
from sidelight.text.spans import Span, StoryFile

_WHOLE = re.compile(r"[+-]?(0|[1-9][0-9]*)\Z")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\Z")
_ALMOST_TRUE = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_COMMENT = re.compile(r"[ \t]+#(?P<words>[^\n]*)")


class Named(NamedTuple):
    """A name somebody wrote, and where."""

    name: str
    span: Span


class Reading(NamedTuple):
    """The file being read and where its findings go; `holes` are where lines stood that YAML could not place."""

    file: StoryFile
    findings: Findings
    holes: tuple[int, ...] = ()

    def span(self, node: Node) -> Span:
        """Where a node stands; of a table or list, its first line."""
        if type(node) is Scalar and node.style != "|" and node.style != ">":  # noqa: PLR1714 - hot
            return Span(self.file, node.begin, node.stop)
        return Span(self.file, node.begin, min(node.stop, self.end_of_line(node.begin)))

    def end_of_line(self, offset: int) -> int:
        """Where the line of an offset ends."""
        end = self.file.text.find("\n", offset)
        return len(self.file.text) if end < 0 else end

    def has_hole(self, node: Node) -> bool:
        """Whether a line has been taken out of a node, or out of where it would go on."""
        stop = node.stop if isinstance(node, Mapping) else self.end_of_line(node.stop) + 1
        return any(node.begin <= hole <= stop for hole in self.holes)

    def wrong_type(self, node: Node, expected: str, what: str) -> None:
        """Report a value of another type than was wanted."""
        is_nothing = describe(node) == "nothing"
        if is_broken(node) or (is_nothing and self.has_hole(node)):
            return
        help_ = ""
        if is_nothing and _COMMENT.match(self.file.text, node.stop):
            help_ = f"YAML reads a comment from the `#` on; if it is a text, {CURE}"
        self.findings.add(
            catalogue.WRONG_TYPE.at(
                self.span(node), f"{what} should be {expected}, and this is {describe(node)}", help=help_
            )
        )


def describe(node: Node) -> str:
    """What a node is, in words."""
    match node:
        case Scalar(value="", style=""):
            return "nothing"
        case Scalar(value=value, style="") if _WHOLE.match(value):
            return "a number"
        case Scalar(value="true" | "false", style=""):
            return "true or false"
        case Scalar():
            return "a text"
        case Sequence():
            return "a list"
        case Mapping():
            return "a table of keys"


def as_text(node: Node, reading: Reading, what: str) -> str | None:
    """A text; reports where YAML has taken it for something else, or has cut it at a ` #`."""
    if isinstance(node, Scalar) and node.style:
        return None if is_broken(node) else node.value
    if isinstance(node, Scalar) and node.value:
        if reading.file.text.startswith((" ", "\t"), node.stop):
            _check_comment(node, reading)
        return node.value
    if not isinstance(node, Scalar) and node.flow:
        reading.findings.add(begins_with_sign(reading.span(node)))
    else:
        reading.wrong_type(node, "a text", what)
    return None


def _check_comment(node: Scalar, reading: Reading) -> None:
    """Report a ` #` after words, or one that no space follows, as in `Room #4`."""
    found = _COMMENT.match(reading.file.text, node.stop)
    if found and (" " in node.value or found["words"][:1].strip()):
        reading.findings.add(
            catalogue.COMMENT_CUTS_TEXT.at(
                Span(reading.file, found.start("words") - 1, found.end()),
                "YAML reads a comment from here on, and the text ends before it",
                help=f"{CURE}; or put a comment on a line of its own",
            )
        )


def as_truth(node: Node, reading: Reading, what: str) -> bool | None:
    """True or false, and nothing that only looks like it."""
    if isinstance(node, Scalar) and not node.style:
        if node.value in ("true", "false"):
            return node.value == "true"
        if meant := _ALMOST_TRUE.get(node.value.lower()):
            reading.findings.add(
                catalogue.NOT_A_TRUTH.at(
                    reading.span(node), f"{what} should be true or false", help=f"write `{meant}`"
                )
            )
            return None
    reading.wrong_type(node, "true or false", what)
    return None


def as_whole(node: Node, reading: Reading, what: str) -> int | None:
    """A whole number, written plainly: `010` is a text."""
    if not isinstance(node, Scalar) or node.style or not _WHOLE.match(node.value):
        reading.wrong_type(node, "a whole number", what)
        return None
    if len(node.value.lstrip("+-")) > limits.DIGITS:
        message = f"a number has at most {limits.DIGITS} digits"
        reading.findings.add(catalogue.LIMIT_EXCEEDED.at(reading.span(node), message))
        return None
    return int(node.value)


def as_list(node: Node, reading: Reading, what: str) -> list[Node]:
    """The items of a list; one value may stand for a list of one."""
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Scalar) and (node.value or node.style):
        return [node]
    reading.wrong_type(node, "a list", what)
    return []


def as_id(node: Node, reading: Reading, what: str) -> Named | None:
    """An id: letters, digits and hyphens."""
    if not isinstance(node, Scalar) or not (node.value or node.style) or is_broken(node):
        reading.wrong_type(node, "an id", what)
        return None
    if not _ID.match(node.value):
        reading.findings.add(
            catalogue.BAD_ID.at(
                reading.span(node),
                f'"{node.value}" cannot be an id',
                help="letters A to Z, digits and hyphens, beginning with a letter or a digit",
            )
        )
        return None
    return Named(node.value, reading.span(node))
