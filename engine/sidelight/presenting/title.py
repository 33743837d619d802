"""The title page of a story: what it is, how far it has been read, and the ways into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from sidelight.model.story import Grade, Story
from sidelight.presenting.journal import Endings, endings
from sidelight.presenting.saves import SaveLine
from sidelight.presenting.words import number_of
from sidelight.saving.shelf import Shelf
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Blocks


class Way(Enum):
    """What can be chosen on a title page."""

    GO_ON = auto()
    BEGIN = auto()
    CHAPTERS = auto()
    ENDINGS = auto()
    ABOUT = auto()
    OTHERS = auto()


@dataclass(frozen=True, slots=True)
class WayLine:
    """A way as it is shown: what it is called, and what is to be said of it."""

    way: Way
    label: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """A title page. `left` is where the story was left, if it was begun."""

    story: Story
    endings: Endings
    played: bool
    """Whether anything of it was ever read."""
    left: SaveLine | None = None

    @property
    def ways(self) -> tuple[WayLine, ...]:
        """What can be chosen, in its order."""
        return tuple(_ways(self))

    @property
    def about(self) -> Blocks:
        """What the author says of the story."""
        return read_blocks(self.story.about)

    @property
    def blurb(self) -> Blocks:
        """The beginning of that."""
        return self.about[:1]

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades its notes have, from the ladder they are on."""
        used = {aside.grade for aside in self.story.asides.values()}
        return tuple(grade for grade in self.story.grades.values() if grade.id in used)

    @property
    def edition(self) -> str:
        """Which version this is, and on what terms it may be passed on."""
        version = f"Version {self.story.version}." if self.story.version != "0" else ""
        licence = f"Licence: {self.story.licence}." if self.story.licence else ""
        return f"{version} {licence}".strip()

    @property
    def notes(self) -> str:
        """How many notes stand beside the story, and what they go back to."""
        found = len(self.story.asides)
        if not found:
            return ""
        cited = number_of(len(self.story.sources), "source")
        verb = "stands" if found == 1 else "stand"
        return (
            f"{number_of(found, 'note').capitalize()} {verb} beside the story, from {cited}. "
            "Each says how far its claim stands:"
        )


def title_of(story: Story, shelf: Shelf, left: SaveLine | None) -> Title:
    """The title page of a story for a reader."""
    return Title(story, endings(story, shelf), bool(shelf.scenes), left)


def _ways(title: Title) -> Iterator[WayLine]:
    story, found = title.story, title.endings
    if title.left is not None:
        yield WayLine(Way.GO_ON, "Go on", title.left.told)
        yield WayLine(Way.BEGIN, "Begin again", "what you have read is kept")
    else:
        yield WayLine(Way.BEGIN, "Begin")
    if len(story.chapters) > 1:
        yield WayLine(Way.CHAPTERS, "Chapters", f"{len(story.chapters)} of them, each can be played alone")
    if found.number:
        yield WayLine(Way.ENDINGS, "Endings", f"{len(found.seen)} of {found.number} seen")
    notes = number_of(len(story.asides), "note") if story.asides else ""
    yield WayLine(Way.ABOUT, "About this story", notes)
    yield WayLine(Way.OTHERS, "Other stories")
