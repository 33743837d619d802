"""Texts as written: what may vary with the state of play, and what stands as it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from sidelight.model.expressions import Condition, Expression
from sidelight.text.spans import Span


@dataclass(frozen=True, slots=True)
class Written:
    """A string an author wrote: its Markdown source, and the expressions of its `{braces}` in order."""

    source: str
    inserts: tuple[Expression, ...] = ()
    marks: tuple[str, ...] = ()
    """The asides its links name, in order."""
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class When:
    """A text that appears if a condition holds; `other` if it does not."""

    condition: Condition
    then: "Text"
    other: "Text"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Branch:
    """One of the texts of a First; without a condition it always holds."""

    condition: Condition | None
    text: "Text"
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class First:
    """The first of several texts whose condition holds."""

    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Include:
    """The place of a passage."""

    passage: str
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Styled:
    """A text set in one of the story's styles."""

    style: str
    text: "Text"


@dataclass(frozen=True, slots=True)
class Joined:
    """One paragraph made of several parts, joined by a space."""

    parts: "Text"


Item: TypeAlias = Written | When | First | Include | Styled | Joined
Text: TypeAlias = tuple[Item, ...]


def walk_text(text: Text) -> Iterator[Item]:
    """Every item of a text, and those inside them, in the order written."""
    for item in text:
        yield item
        match item:
            case When(_, then, other):
                yield from walk_text(then)
                yield from walk_text(other)
            case First(branches):
                for branch in branches:
                    yield from walk_text(branch.text)
            case Styled(_, inner) | Joined(inner):
                yield from walk_text(inner)
            case Written() | Include():
                pass


def conditions(text: Text) -> Iterator[tuple[Condition, Span | None]]:
    """Every condition of a text with where it stands."""
    for item in walk_text(text):
        match item:
            case When(condition, _, _, span):
                yield condition, span
            case First(branches):
                for branch in branches:
                    if branch.condition is not None:
                        yield branch.condition, branch.span
            case _:
                pass


def expressions(text: Text) -> Iterator[Expression]:
    """Every expression of a text: its conditions and its inserts."""
    for condition, _ in conditions(text):
        yield condition
    for item in walk_text(text):
        if isinstance(item, Written):
            yield from item.inserts


def marks(text: Text) -> Iterator[str]:
    """The asides a text marks, in the order written; its passages are not looked into."""
    for item in walk_text(text):
        if isinstance(item, Written):
            yield from item.marks


def passages(text: Text) -> Iterator[str]:
    """The passages a text includes."""
    for item in walk_text(text):
        if isinstance(item, Include):
            yield item.passage
