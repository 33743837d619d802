"""The saves of a story as a list to be read."""

from dataclasses import dataclass
from datetime import datetime

from sidelight.presenting.words import number_of
from sidelight.saving.save import Save
from sidelight.saving.slots import Listed

UNREADABLE = "damaged: nothing of it can be read"


@dataclass(frozen=True, slots=True)
class SaveLine:
    """A save in a list. What its file does not tell is empty."""

    name: str
    readable: bool
    here: bool
    """Whether it is the one being played, in which every step is kept."""
    place: str = ""
    chapter: str = ""
    steps: int = 0
    words: int = 0
    time: str = ""

    @property
    def told(self) -> str:
        """What is known of it, in one line."""
        parts = [
            f"“{self.place}”" if self.place else "",
            self.chapter,
            number_of(self.steps, "step"),
            f"{self.words:,} words read" if self.words else "",
            time_in_words(self.time),
            "being played" if self.here else "",
        ]
        return ", ".join(part for part in parts if part) if self.readable else UNREADABLE


def save_line(found: Listed, playing: str = "") -> SaveLine:
    """A save as a line; `playing` is the name of the one being played."""
    here = found.name == playing
    save = found.save
    if save is None:
        return SaveLine(found.name, readable=False, here=here)
    mark = save.mark
    if mark is None:
        return SaveLine(found.name, readable=True, here=here, steps=len(save.steps))
    return SaveLine(
        found.name,
        readable=True,
        here=here,
        place=mark.place,
        chapter=mark.chapter,
        steps=len(save.steps),
        words=mark.words,
        time=mark.time,
    )


def time_in_words(time: str) -> str:
    """A time in words, as in "22 November 2026, 14:05"; nothing if it is none."""
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return ""
    return f"{found.day} {found:%B %Y, %H:%M}"


def goes_on_from(other: Save, save: Save) -> bool:
    """Whether a save holds all the steps of another."""
    return (
        (other.stamp, other.beginning) == (save.stamp, save.beginning)
        and other.steps[: len(save.steps)] == save.steps
        and set(save.notebook.opened) <= set(other.notebook.opened)
        and save.notebook.met <= other.notebook.met
    )
