"""A sheet to print, in no medium: what the writers of HTML and of Markdown are given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from sidelight.model.story import Story, Style
from sidelight.text.markdown import read_inlines
from sidelight.text.prose import Blocks, Inlines, Strong, Words


@dataclass(frozen=True, slots=True)
class Title:
    """A heading; level 1 is the sheet's own. `beside` stands small after it: what a thing is called elsewhere."""

    level: int
    content: Inlines
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Blocks as the story has them."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of our own. `role` says what it is, for the look of it."""

    content: Inlines
    role: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list. `label` is what stands before each: a `box` to tick, a `blank` for a number, or a `dot`."""

    items: tuple[Inlines, ...]
    label: str = "dot"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first cell of a row names it. An empty cell is there to be written in."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """Lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes that belong together. `role` says what they are."""

    role: str
    nodes: "Nodes"


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Node: TypeAlias = Title | Prose | Line | Points | Table | Blank | Group | NewPage
Nodes: TypeAlias = tuple[Node, ...]


@dataclass(frozen=True)
class Sheet:
    """A whole document."""

    title: str
    nodes: Nodes
    language: str = "en"
    styles: Mapping[str, Style] = field(default_factory=dict)

    @classmethod
    def under(cls, heading: str, nodes: Iterable[Node], story: Story) -> "Sheet":
        """A sheet of a story that begins with its title as a heading."""
        return cls(heading, (Title(1, words(heading)), *nodes), story.language, story.styles)


def words(text: str) -> Inlines:
    """Words as they stand."""
    return (Words(text),)


def strong(text: str) -> Inlines:
    """Words stressed strongly."""
    return (Strong(words(text)),)


def label(text: str) -> Inlines:
    """What stands before the words it names."""
    return (Strong(words(f"{text}:")), Words(" "))


def inline(source: str) -> Inlines:
    """One line of the story's own Markdown."""
    return read_inlines(source.strip())
