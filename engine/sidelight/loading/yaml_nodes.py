"""YAML's events made into nodes that know where they stand. No other module imports yaml.

YAML's own idea of values is not asked: a scalar stays the text it was written as. Aliases, tags, anchors
and second documents are findings. A line that YAML cannot read is reported, taken out, and reading starts
again, so that one run finds every mistake of a file.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

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
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.diagnostics.findings import Findings
from sidelight.loading import limits
from sidelight.loading.broken_lines import Trouble, explain_refused, quote_runs_on
from sidelight.loading.files import steering_character
from sidelight.loading.mending import Mending
from sidelight.text.characters import clean, unsafe_characters
from sidelight.text.spans import Span, StoryFile

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

BROKEN = "broken"
"""The style of a scalar that stands where something could not be read; it has been reported."""


@dataclass(slots=True)
class Scalar:
    """A text. `style` is "" where it stands plain, else the sign it is written with, or BROKEN."""

    value: str
    style: str
    begin: int
    stop: int


@dataclass(slots=True)
class Sequence:
    """Values in order; `flow` where they stand between brackets."""

    items: "list[Node]"
    flow: bool
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


class Nodes(NamedTuple):
    """What a file holds, if it holds anything; `holes` are where lines stood that had to be taken out."""

    root: Node | None
    whole: bool
    holes: tuple[int, ...] = ()


def is_broken(node: Node) -> bool:
    """Whether a node stands for something that could not be read, and of which enough has been said."""
    return type(node) is Scalar and node.style == BROKEN


def read_nodes(file: StoryFile, findings: Findings) -> Nodes:
    """The nodes of a file, read past its broken lines as far as that goes."""
    mending = Mending(file)
    while len(mending.lines) <= limits.BROKEN_LINES:
        try:
            return _build(file, mending, findings)
        except _Stopped as stopped:
            found = mending.mend(stopped.trouble)
            if found is not None:
                findings.add(found)
        except _TooDeep as deep:
            message = f"this is inside more than {limits.NESTING} others"
            findings.add(catalogue.LIMIT_EXCEEDED.at(Span(file, deep.offset, deep.offset + 1), message))
            return Nodes(None, whole=False)
        except (yaml.reader.ReaderError, ValueError, OverflowError) as error:
            reason = getattr(error, "reason", error)
            message = f"YAML cannot read a character of this file: {reason}"
            findings.add(catalogue.BAD_YAML.at(Span(file, 0, 0), message))
            return Nodes(None, whole=False)
    message = f"this file has more than {limits.BROKEN_LINES} broken lines, and is read no further"
    findings.add(catalogue.LIMIT_EXCEEDED.at(Span(file, 0, 0), message))
    return Nodes(None, whole=False)


class _Stopped(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.problem)
        self.trouble = trouble


class _TooDeep(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, offset: int) -> None:
        super().__init__()
        self.offset = offset


def _build(file: StoryFile, mending: Mending, findings: Findings) -> Nodes:  # noqa: C901, PLR0912, PLR0915 - hot
    text, broken = mending.text, mending.broken
    loader = _Loader(text)
    get_event = loader.get_event
    root: Node | None = None
    above: list[Mapping | Sequence] = []
    inside: Mapping | Sequence | None = None
    key: Scalar | None = None
    documents = 0
    lost = False
    node: Node | None = None
    try:
        while True:
            event = get_event()
            kind = type(event)
            if kind is ScalarEvent:
                style = event.style or ""
                node = Scalar(event.value, style, event.start_mark.index, event.end_mark.index)
                if style == '"' or style == "'":  # noqa: PLR1714 - hot
                    _check_quoted(file, text, node, findings)
                elif node.begin in broken:
                    node.style = BROKEN
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                above.pop().stop = event.end_mark.index
                inside = above[-1] if above else None
                continue
            elif kind is MappingStartEvent:
                node = Mapping([], bool(event.flow_style), event.start_mark.index, event.end_mark.index)
            elif kind is SequenceStartEvent:
                node = Sequence([], bool(event.flow_style), event.start_mark.index, event.end_mark.index)
            elif kind is AliasEvent:
                node = Scalar("", BROKEN, event.start_mark.index, event.end_mark.index)
                findings.add(explain_refused(file, node.begin, node.stop, scalar=True))
            elif kind is StreamEndEvent:
                return Nodes(root, not (lost or mending.holes), tuple(mending.holes))
            else:
                documents += kind is DocumentStartEvent
                if documents > 1:
                    findings.add(_second_document(file, event.start_mark.index))
                    return Nodes(root, whole=False, holes=tuple(mending.holes))
                continue

            if kind is not AliasEvent and (event.anchor or event.tag):
                findings.add(_refused(file, node, event.end_mark.index))
            if inside is None:
                root = node
            elif type(inside) is Sequence:
                inside.items.append(node)
            elif key is None:
                if type(node) is not Scalar:
                    raise _Stopped(Trouble(node.begin, "a key must be a word"))
                key = node
                lost |= node.style == BROKEN
                continue
            else:
                inside.pairs.append((key, node))  # type: ignore[union-attr] # no sequence, so a mapping
                key = None
            if type(node) is not Scalar:
                if len(above) >= limits.NESTING:
                    raise _TooDeep(node.begin)
                inside = node  # type: ignore[assignment] # no scalar, so one of the other two
                above.append(inside)  # type: ignore[arg-type]
    except yaml.MarkedYAMLError as error:
        raise _Stopped(_trouble(error, text, node, inside)) from None
    finally:
        loader.dispose()


def _check_quoted(file: StoryFile, text: str, node: Scalar, findings: Findings) -> None:
    """Look for what only a text between quotation marks can hide: other lines, and characters as codes."""
    if "\n" in text[node.begin : node.stop] and quote_runs_on(text, node.begin, node.stop):
        raise _Stopped(Trouble(node.begin, "its quotation mark has no partner", node.begin, "a quoted scalar"))
    if node.style == '"' and (unsafe := unsafe_characters(node.value)):
        node.value = clean(node.value)
        findings.add(steering_character(Span(file, node.begin, node.stop), unsafe[0][1]))


def _refused(file: StoryFile, node: Node, stop: int) -> Diagnostic:
    """The finding for an anchor or a tag; a text that has one is as good as broken."""
    if type(node) is not Scalar:
        return explain_refused(file, node.begin, stop, scalar=False)
    node.style = BROKEN
    return explain_refused(file, node.begin, node.stop, scalar=True)


def _trouble(error: yaml.MarkedYAMLError, text: str, last: Node | None, inside: Node | None) -> Trouble:
    problem = error.problem or "it cannot be read"
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    if type(last) is Scalar and last.style in ('"', "'"):
        between = text[last.stop : offset]
        if "\n" in text[last.begin : last.stop] and not between.strip() and "\n" not in between:
            return Trouble(offset, problem, last.begin, "a quoted scalar")
    began = error.context_mark.index if error.context_mark else None
    bracket = inside.begin if isinstance(inside, Mapping | Sequence) and inside.flow else None
    return Trouble(offset, problem, began, error.context or "", bracket)


def _second_document(file: StoryFile, offset: int) -> Diagnostic:
    return catalogue.ALIAS_OR_TAG.at(
        Span(file, offset, offset + 3),
        "a second YAML document begins here",
        help="take the `---` line out; one file is one document",
    )
