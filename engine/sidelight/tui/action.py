"""What an action is: something a reader can do, with the keys, the names and the places it has."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Flag, auto
from typing import Self

from textual.binding import Binding

from sidelight.tui.key_names import key_name

_LAST = 9
_NOT_TYPED = frozenset(("escape", "tab", *(f"f{number}" for number in range(1, 13))))
"""The keys that do the same while something is typed; others write, or move in what is written."""


class Where(Flag):
    """Where an action can be taken."""

    PAGE = auto()
    SHEET = auto()
    BOOKLET = auto()
    DESK = auto()
    """Where a question is asked."""
    READING = PAGE | SHEET
    """On the page, with a sheet over it or without."""
    TURNED = PAGE | SHEET | BOOKLET
    """Where Space turns the page, and Escape puts away what is open."""
    EVERYWHERE = TURNED | DESK


_NOWHERE = Where(0)


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do. Its id is that of the method that does it, and of its bindings for a keymap."""

    id: str
    keys: tuple[str, ...]
    label: str
    """What the footer and the palette call it."""
    help: str
    """What the help screen says it does."""
    where: Where = Where.PAGE
    footer: Where = _NOWHERE
    """Where the foot names it, when it can be done; at a question that is for the question to say."""
    rank: int = _LAST
    """Which names stay where the foot has not room for all: those of the lowest rank, and then the first."""
    short: str = ""
    """What it is called beside something else, where that can be said in less."""
    brief: str = ""
    """What the foot calls it where there is no room even for that."""
    also: str = ""
    """Other words somebody may look for it by in the palette."""
    numbered: bool = False
    """Whether the method is told which of the keys was pressed, counted from 1."""
    notes: bool = False
    """Whether there is no use for it on a page without notes."""
    of_app: bool = False
    """Whether the app does it, rather than the screen."""

    @property
    def command(self) -> str:
        """How Textual calls it."""
        return f"{'app' if self.of_app else 'screen'}.{self.id}"

    @property
    def shown_keys(self) -> str:
        """Its keys as a reader knows them."""
        if self.numbered:
            return f"{self.keys[0]}–{self.keys[-1]}"
        return " ".join(map(key_name, self.keys))

    @property
    def in_short(self) -> str:
        """What it is called where there is little room."""
        return self.short or self.label

    @property
    def in_brief(self) -> str:
        """What it is called where there is least."""
        return self.brief or self.in_short

    @property
    def shown_key(self) -> str:
        """The first of its keys, where there is little room."""
        return key_name(self.keys[0])

    def while_typing(self) -> Self | None:
        """It with the keys it has while something is typed, if there are any."""
        keys = tuple(key for key in self.keys if key in _NOT_TYPED)
        return replace(self, keys=keys) if keys else None

    def bindings(self) -> Iterator[Binding]:
        """What ties its keys to it."""
        if not self.numbered:
            yield Binding(",".join(self.keys), self.command, self.label, show=False, id=self.id)
            return
        for number, key in enumerate(self.keys, 1):
            yield Binding(key, f"{self.command}({number})", self.label, show=False, id=f"{self.id}-{key}")
