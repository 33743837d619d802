"""A chapter made ready to be played on paper, in no medium: what every section says, asks and leads to.

Every lead is a condition in words. It follows *if*; an empty one always holds. Of several versions, cases or
turns the reader takes the first that fits.
"""

from dataclasses import dataclass
from typing import TypeAlias

from sidelight.model.story import Chapter, Style
from sidelight.presenting.page import Note
from sidelight.teaching.pack.paper.strip import Strip
from sidelight.text.prose import Blocks, Inlines


@dataclass(frozen=True, slots=True)
class Version:
    """A line as it reads in some cases."""

    lead: str
    content: Inlines


Line: TypeAlias = tuple[Version, ...]
"""A title, a place, or the words of a choice; nothing is read where no version fits."""


@dataclass(frozen=True, slots=True)
class Said:
    """Prose that is read whatever has happened."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class SetIn:
    """Pieces in one of the story's styles."""

    style: str
    pieces: "Pieces"


@dataclass(frozen=True, slots=True)
class Case:
    """Pieces that are read in one case."""

    lead: str
    pieces: "Pieces"


@dataclass(frozen=True, slots=True)
class Cases:
    """Pieces of which the first that fits is read, if one does."""

    cases: tuple[Case, ...]


Pieces: TypeAlias = tuple[Said | SetIn | Cases, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do with the pencil: the first that fits of (lead, words)."""

    cases: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Where to go on. `closes` is what is said where a style is left on the way."""

    lead: str
    number: int
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A choice. Where its lead does not hold, and the reason's does, it is closed, and the reason is read."""

    lead: str
    say: Line
    tasks: tuple[Task, ...]
    turns: tuple[Turn, ...]
    reason_lead: str = ""
    reason: Line = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the book: a scene, what follows a choice, or the chapter's close.

    The tasks come first, then what is read, then `questions` of the worksheet, then the ways on. What follows a
    choice has no title, and one way without words: its tasks come after what is read.
    """

    number: int
    key: str
    title: Line = ()
    place: Line = ()
    style: Style | None = None
    content_notes: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    pieces: Pieces = ()
    beside: tuple[int, ...] = ()
    questions: tuple[int, ...] = ()
    ways: tuple[Way, ...] = ()
    over: str = ""
    """What is said where the play ends here."""


@dataclass(frozen=True)
class Book:
    """The whole of it: sections by their numbers, notes by theirs, and the strip."""

    chapter: Chapter
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    strip: Strip
