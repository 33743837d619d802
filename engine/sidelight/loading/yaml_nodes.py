"""YAML's events made into nodes that know where they stand. No other module imports yaml.

YAML's own idea of values is not asked: a scalar stays the text it was written as. Aliases, tags, anchors
and second documents are findings. A line that YAML cannot read is reported, blanked out, and reading starts
again, so that one run finds every mistake of a file.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.findings import Findings
from sidelight.loading import limits
from sidelight.loading.broken_lines import blank_value, explain_broken_line, explain_refused
from sidelight.text.spans import Span, StoryFile

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Scalar:
    """A text. `style` is "" where it stands plain, else the sign it is written with."""

    value: str
    style: str
    begin: int
    stop: int


@dataclass(slots=True)
class Sequence:
    """Values in order."""

    items: "list[Node]"
    begin: int
    stop: int


@dataclass(slots=True)
class Mapping:
    """Keys and values in order; `flow` where they stand between braces."""

    pairs: "list[tuple[Scalar, Node]]"
    flow: bool
    begin: int
    stop: int


Node: TypeAlias = Scalar | Sequence | Mapping


def read_nodes(file: StoryFile, findings: Findings) -> Node | None:
    """The nodes of a file; None where it is empty or cannot be read even past its broken lines."""
    text = file.text
    for _ in range(limits.REPAIRS):
        try:
            return _build(file, text, findings)
        except yaml.reader.ReaderError as error:
            place = Span(file, 0, 0)
            findings.add(
                catalogue.BAD_YAML.at(place, f"YAML cannot read a character of this file: {error.reason}")
            )
            return None
        except (yaml.MarkedYAMLError, _ComplexKeyError) as error:
            offset = _offset(error, len(text))
            findings.add(explain_broken_line(file, text, offset, error.problem or "it cannot be read"))
            mended = blank_value(text, offset)
            if mended is None:
                return None
            text = mended
        except (_TooDeepError, RecursionError):  # only the loader written in Python recurses
            message = f"this file has something inside more than {limits.NESTING} others"
            findings.add(catalogue.LIMIT_EXCEEDED.at(Span(file, 0, 0), message))
            return None
    return None


class _TooDeepError(Exception):
    """More nesting than the limit."""


class _ComplexKeyError(Exception):
    """A key that is a list or a mapping, as in `{{hours}}`."""

    problem = "a key must be a word"

    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


def _offset(error: "yaml.MarkedYAMLError | _ComplexKeyError", size: int) -> int:
    if isinstance(error, _ComplexKeyError):
        return error.offset
    mark = error.problem_mark or error.context_mark
    return min(mark.index, size) if mark else 0


def _build(file: StoryFile, text: str, findings: Findings) -> Node | None:  # noqa: C901, PLR0912, PLR0915 - hot
    loader = _Loader(text)
    get_event = loader.get_event
    root: Node | None = None
    above: list[Mapping | Sequence] = []
    inside: Mapping | Sequence | None = None
    key: Scalar | None = None
    documents = 0
    node: Node
    try:
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                node = Scalar(event.value, event.style or "", event.start_mark.index, event.end_mark.index)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                above.pop().stop = event.end_mark.index
                inside = above[-1] if above else None
                continue
            elif kind is MappingStartEvent:
                node = Mapping([], bool(event.flow_style), event.start_mark.index, event.end_mark.index)
            elif kind is SequenceStartEvent:
                node = Sequence([], event.start_mark.index, event.end_mark.index)
            elif kind is AliasEvent:
                node = Scalar("", "", event.start_mark.index, event.end_mark.index)
            elif kind is StreamEndEvent:
                return root
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    findings.add(_second_document(file, event.start_mark.index))
                    return root
                continue

            if event.anchor or (kind is not AliasEvent and _is_tagged(event)):
                findings.add(explain_refused(file, event.start_mark.index))
            if inside is None:
                root = node
            elif type(inside) is Sequence:
                inside.items.append(node)
            elif key is None:
                if type(node) is not Scalar:
                    raise _ComplexKeyError(node.begin)
                key = node
                continue
            else:
                inside.pairs.append((key, node))  # type: ignore[union-attr] # no sequence, so a mapping
                key = None
            if type(node) is not Scalar:
                if len(above) >= limits.NESTING:
                    raise _TooDeepError
                inside = node  # type: ignore[assignment] # no scalar, so one of the other two
                above.append(inside)  # type: ignore[arg-type]
    finally:
        loader.dispose()


def _is_tagged(event: Any) -> bool:
    return bool(event.tag) and not (any(event.implicit) if type(event) is ScalarEvent else event.implicit)


def _second_document(file: StoryFile, offset: int) -> Any:
    return catalogue.ALIAS_OR_TAG.at(
        Span(file, offset, offset + 3),
        "a second YAML document begins here",
        help="take the `---` line out; one file is one document",
    )
