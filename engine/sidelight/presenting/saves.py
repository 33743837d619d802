"""The saves of a story: as a list to be read, and what can be done with them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sidelight.errors import FileError
from sidelight.presenting.words import number_of
from sidelight.saving import slots
from sidelight.saving.save import Save
from sidelight.saving.slots import Listed
from sidelight.saving.store import Store

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


def save_lines(store: Store, playing: str = "") -> tuple[SaveLine, ...]:
    """Every save as in a list: the one being played, then from the newest; last, by name, those of no time."""
    newest = sorted(
        (save_line(found, playing) for found in slots.listed(store)), key=lambda line: line.time, reverse=True
    )
    return tuple(sorted(newest, key=lambda line: not line.here))


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


class Saves:
    """The saves of a story, for somebody who plays one of them: to that one nothing is done here."""

    def __init__(self, store: Store, playing: str) -> None:
        self._store = store
        self._playing = playing

    @property
    def lines(self) -> tuple[SaveLine, ...]:
        """Every save, the one being played before the others."""
        return save_lines(self._store, self._playing)

    def has(self, name: str) -> bool:
        """Whether there is a save of that name."""
        return name in self._store.slots()

    def hold(self, save: Save) -> bool:
        """Whether all of a save stands in one that is not being played."""
        others = (found.save for found in slots.listed(self._store) if found.name != self._playing)
        return any(other is not None and goes_on_from(other, save) for other in others)

    def put(self, name: str, save: Save, *, over: bool) -> None:
        """Keep a save under a name. One that is there already stays, unless this is to go over it."""
        self._must_not_be_playing(name)
        slots.put(self._store, name, save, over=over)

    def fetch(self, name: str) -> Save:
        """The save of a name."""
        self._must_not_be_playing(name)
        return slots.fetch(self._store, name)

    def rename(self, name: str, to: str) -> None:
        """Give a save another name."""
        self._must_not_be_playing(name)
        slots.rename(self._store, name, to)

    def delete(self, name: str) -> None:
        """Take a save away, for good."""
        self._must_not_be_playing(name)
        slots.delete(self._store, name)

    def export(self, name: str, wanted: str = "") -> Path:
        """Write a save to a new file, in the folder she is in unless she says where, and say which it is."""
        return slots.export(self._store, name, wanted)

    def bring_in(self, wanted: str, name: str = "") -> str:
        """Keep the save of a file among the others, and say under which name."""
        return slots.bring_in(self._store, wanted, name)

    def _must_not_be_playing(self, name: str) -> None:
        if name == self._playing:
            raise FileError(f'"{name}" is what you are playing: every step is kept in it', "take another name")
