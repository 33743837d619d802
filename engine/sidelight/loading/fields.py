"""Reading a table key by key: what is missing or of the wrong type is reported, and reading goes on."""

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from typing import TypeVar

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Note
from sidelight.diagnostics.nearest import did_you_mean, nearest
from sidelight.loading.scalars import Named, Reading, as_id, as_list, as_text, as_truth, as_whole
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar, is_broken
from sidelight.text.spans import Span

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")


class Fields:
    """A table, read key by key. Keys it should not have are reported when it is made."""

    def __init__(self, node: Mapping, reading: Reading, what: str, keys: Collection[str]) -> None:
        self.node = node
        self.reading = reading
        self.what = what
        self._values: dict[str, Node] = {}
        self._meant: set[str | None] = set()
        """The keys that unknown ones were probably meant as: they are not missing as well."""
        self.complete = True
        """False if something stands here under a key nobody reads."""
        seen: dict[str, Scalar] = {}
        for key, value in node.pairs:
            if key.value in seen:
                self.complete = False
                _report_repeated(reading, key, seen[key.value])
                continue
            seen[key.value] = key
            if key.value in keys:
                self._values[key.value] = value
            else:
                self.complete = False
                self._report_unknown(key, value, keys)

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
        if key not in self._meant and not self.reading.has_hole(self.node):
            self.reading.findings.add(
                catalogue.MISSING_KEY.at(self.span, f"{self.what} has no `{key}`", help=f"add `{key}:`")
            )

    def _report_unknown(self, key: Scalar, value: Node, keys: Collection[str]) -> None:
        if _is_refused(key, value):
            return
        if self.node.flow and isinstance(value, Scalar) and not value.value and not value.style:
            self._meant.add(nearest(key.value.partition(" ")[0], keys))
            finding = catalogue.COMMA_BECOMES_KEY.at(
                self.reading.span(key),
                "between braces, YAML takes the words after a comma for another key",
                help="put quotation marks round the whole text, or write it one key a line",
            )
        else:
            self._meant.add(nearest(key.value, keys))
            finding = catalogue.UNKNOWN_KEY.at(
                self.reading.span(key),
                f"{self.what} has no key `{key.value}`",
                help=did_you_mean(key.value, keys) or f"its keys are {', '.join(sorted(keys))}",
            )
        self.reading.findings.add(finding)

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

    def required_id(self, key: str) -> Named | None:
        """An id that must be there."""
        return None if self.require(key) is None else self.id(key)

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

    def required_word(self, key: str, words: type[E]) -> E | None:
        """One of some words that must be there."""
        return None if self.require(key) is None else self.word(key, words)

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
        if not _is_refused(key, value):
            yield key, value


def _is_refused(key: Scalar, value: Node) -> bool:
    """Whether a key is an alias, or YAML's way of merging one in: it has been reported."""
    return is_broken(key) or (key.value == "<<" and is_broken(value))


def open_fields(node: Node, reading: Reading, what: str, keys: Collection[str]) -> Fields | None:
    """The table a node is, or a report that it is none."""
    if not isinstance(node, Mapping):
        reading.wrong_type(node, "a table of keys", what)
        return None
    return Fields(node, reading, what, keys)


def _report_repeated(reading: Reading, key: Scalar, first: Scalar) -> None:
    reading.findings.add(
        catalogue.REPEATED_KEY.at(
            reading.span(key),
            f"`{key.value}` stands here for the second time",
            Note("the first is here, and is the one that is read", reading.span(first)),
            help="keep one of the two, or give them different names",
        )
    )
