"""Reading a table key by key: what is missing or of the wrong type is reported, and reading goes on."""

import re
from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeVar

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.findings import Findings
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.broken_lines import CURE
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar, Sequence
from sidelight.text.spans import Span, StoryFile

_WHOLE = re.compile(r"[+-]?(0|[1-9][0-9]*)\Z")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\Z")
_ALMOST_TRUE = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_COMMENT = re.compile(r"[ \t]+#")

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class Named(NamedTuple):
    """A name somebody wrote, and where."""

    name: str
    span: Span


class Reading(NamedTuple):
    """The file being read and where its findings go."""

    file: StoryFile
    findings: Findings

    def span(self, node: Node) -> Span:
        """Where a node stands; of a table or list, its first line."""
        if isinstance(node, Scalar):
            return Span(self.file, node.begin, _end_of_scalar(self.file.text, node))
        return Span(self.file, node.begin, min(node.stop, _end_of_line(self.file.text, node.begin)))

    def wrong_type(self, node: Node, expected: str, what: str) -> None:
        """Report a value of another type than was wanted."""
        found = describe(node)
        help_ = ""
        if isinstance(node, Mapping | Sequence) and "text" in expected and self.file.text[node.begin] in "[{":
            help_ = f"a text that begins with `{self.file.text[node.begin]}` is a list or a table to YAML: {CURE}"
        self.findings.add(
            catalogue.WRONG_TYPE.at(
                self.span(node), f"{what} should be {expected}, and this is {found}", help=help_
            )
        )


def _end_of_line(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _end_of_scalar(text: str, node: Scalar) -> int:
    return _end_of_line(text, node.begin) if node.style in ("|", ">") else node.stop


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
    """A text; reports where YAML has cut it at a ` #`."""
    if not isinstance(node, Scalar) or (not node.value and not node.style):
        reading.wrong_type(node, "a text", what)
        return None
    if not node.style:
        _check_comment(node, reading)
    return node.value


def _check_comment(node: Scalar, reading: Reading) -> None:
    text = reading.file.text
    rest = text[node.stop : _end_of_line(text, node.stop)]
    if rest and (found := _COMMENT.match(rest)) and " " in node.value:
        begin = node.stop + found.end() - 1
        reading.findings.add(
            catalogue.COMMENT_CUTS_TEXT.at(
                Span(reading.file, begin, node.stop + len(rest)),
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
    if isinstance(node, Scalar) and not node.style and _WHOLE.match(node.value) and len(node.value) < 10:  # noqa: PLR2004
        return int(node.value)
    reading.wrong_type(node, "a whole number", what)
    return None


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
    if not isinstance(node, Scalar):
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


class Fields:
    """A table, read key by key. Keys it should not have are reported when it is made."""

    def __init__(self, node: Mapping, reading: Reading, what: str, keys: Collection[str]) -> None:
        self.node = node
        self.reading = reading
        self.what = what
        self._values: dict[str, Node] = {}
        seen: dict[str, Scalar] = {}
        for key, value in node.pairs:
            if key.value in seen:
                _report_repeated(reading, key, seen[key.value])
                continue
            seen[key.value] = key
            if key.value in keys:
                self._values[key.value] = value
            else:
                _report_unknown(self, key, value, keys)

    @property
    def span(self) -> Span:
        """Where the table begins."""
        return self.reading.span(self.node)

    def has(self, key: str) -> bool:
        """Whether a key stands here."""
        return key in self._values

    def get(self, key: str) -> Node | None:
        """The value of a key, if it stands here."""
        return self._values.get(key)

    def require(self, key: str) -> Node | None:
        """The value of a key that must stand here."""
        found = self._values.get(key)
        if found is None:
            self.missing(key)
        return found

    def missing(self, key: str) -> None:
        """Report that a key should stand here."""
        self.reading.findings.add(
            catalogue.MISSING_KEY.at(self.span, f"{self.what} has no `{key}`", help=f"add `{key}:`")
        )

    def _read(self, key: str, read: Callable[[Node, Reading, str], T | None]) -> T | None:
        node = self._values.get(key)
        return None if node is None else read(node, self.reading, f"`{key}`")

    def text(self, key: str) -> str | None:
        """A text, if it is there."""
        return self._read(key, as_text)

    def required_text(self, key: str) -> str | None:
        """A text that must be there."""
        return None if self.require(key) is None else self.text(key)

    def truth(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        found = self._read(key, as_truth)
        return default if found is None else found

    def whole(self, key: str) -> int | None:
        """A whole number, if it is there."""
        return self._read(key, as_whole)

    def id(self, key: str) -> Named | None:
        """An id, if it is there."""
        return self._read(key, as_id)

    def word(self, key: str, words: type[E]) -> E | None:
        """One of some words, if it is there."""
        node = self._values.get(key)
        if node is None or (found := as_text(node, self.reading, f"`{key}`")) is None:
            return None
        options = [each.value for each in words]
        if found not in options:
            self.reading.findings.add(
                catalogue.WRONG_TYPE.at(
                    self.reading.span(node),
                    f'`{key}` is one of {", ".join(options)}, and not "{found}"',
                    help=did_you_mean(found, options),
                )
            )
            return None
        return words(found)

    def list(self, key: str) -> list[Node]:
        """The items of a list, none if it is not there."""
        return self._read(key, as_list) or []

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts in a list, none if it is not there."""
        found = [as_text(node, self.reading, f"each of `{key}`") for node in self.list(key)]
        return tuple(each for each in found if each is not None)

    def ids(self, key: str) -> tuple[Named, ...]:
        """Ids in a list, none if it is not there."""
        found = [as_id(node, self.reading, f"each of `{key}`") for node in self.list(key)]
        return tuple(each for each in found if each is not None)

    def entries(self, key: str) -> Iterator[tuple[Scalar, Node]]:
        """The keys and values of a table inside this one, each key once."""
        node = self._values.get(key)
        if node is not None:
            yield from entries(node, self.reading, f"`{key}`")


def entries(node: Node, reading: Reading, what: str) -> Iterator[tuple[Scalar, Node]]:
    """The keys and values of a table whose keys are the author's own, each key once."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, "a table of keys", what)
        return
    seen: dict[str, Scalar] = {}
    for key, value in node.pairs:
        if key.value in seen:
            _report_repeated(reading, key, seen[key.value])
            continue
        seen[key.value] = key
        yield key, value


def open_fields(node: Node, reading: Reading, what: str, keys: Collection[str]) -> Fields | None:
    """The table a node is, or a report that it is none."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, "a table of keys", what)
        return None
    return Fields(node, reading, what, keys)


def _report_repeated(reading: Reading, key: Scalar, first: Scalar) -> None:
    from sidelight.diagnostics.diagnostic import Note  # noqa: PLC0415 - only wanted when something is wrong

    reading.findings.add(
        catalogue.REPEATED_KEY.at(
            reading.span(key),
            f"`{key.value}` stands here for the second time",
            Note("the first is here, and is the one that is read", reading.span(first)),
            help="keep one of the two, or give them different names",
        )
    )


def _report_unknown(fields: Fields, key: Scalar, value: Node, keys: Collection[str]) -> None:
    reading = fields.reading
    if fields.node.flow and isinstance(value, Scalar) and not value.value and not value.style:
        reading.findings.add(
            catalogue.COMMA_BECOMES_KEY.at(
                reading.span(key),
                "between braces, YAML takes the words after a comma for another key",
                help="put quotation marks round the whole text, or write it one key a line",
            )
        )
        return
    known = ", ".join(sorted(keys))
    reading.findings.add(
        catalogue.UNKNOWN_KEY.at(
            reading.span(key),
            f"{fields.what} has no key `{key.value}`",
            help=did_you_mean(key.value, keys) or f"its keys are {known}",
        )
    )
