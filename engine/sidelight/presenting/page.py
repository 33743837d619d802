"""What one reader is shown after one step."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sidelight.model.story import Aside, Chapter, Choice, Ending, Grade, Source, Style
from sidelight.text.prose import Blocks, Inlines


@dataclass(frozen=True, slots=True)
class Note:
    """An aside as it stands on this page, under its number."""

    number: int
    aside: Aside
    says: Blocks
    more: Blocks
    grade: Grade
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class OfferLine:
    """A choice to be shown. Open ones are numbered from 1; a locked one has a reason instead."""

    choice: Choice
    say: Inlines
    number: int | None = None
    reason: Inlines = ()
    taken: bool = False
    """Whether the reader took it before, in whichever play, where there is another she might take instead."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A variable the reader is shown."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A text of the story that the reader may keep."""

    title: str
    blocks: Blocks


@dataclass(frozen=True)
class Page:
    """A page. `scene` is empty where a chapter played alone has been left and its close is shown.

    At its head stand, where there are any: the closing line of the style that has been left, the echo of the
    choice, and the card of the chapter that begins here.
    """

    story: str
    scene: str
    title: Inlines
    blocks: Blocks
    step: int
    closes: str = ""
    echo: Inlines = ()
    opens: Chapter | None = None
    chapter: Chapter | None = None
    place: Inlines = ()
    style: Style | None = None
    content_notes: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    marked: int = 0
    """How many of the notes have a mark in the text; the first ones."""
    offers: tuple[OfferLine, ...] = ()
    shown: tuple[Shown, ...] = ()
    ending: Ending | None = None
    styles: Mapping[str, Style] = field(default_factory=dict)
    """Every style of the story, for the texts set in one."""

    @property
    def open_offers(self) -> tuple[OfferLine, ...]:
        """What can be chosen, in the order of its numbers."""
        return tuple(line for line in self.offers if line.number is not None)

    @property
    def over(self) -> bool:
        """Whether the playthrough ends here, at an ending or at the border of its chapter."""
        return self.ending is not None or not self.scene

    @property
    def stuck(self) -> bool:
        """Whether there is nothing to choose though the playthrough does not end here: a mistake of the story."""
        return not self.over and not self.open_offers
