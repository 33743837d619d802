"""What a reader did beside the choices: asides opened and answers given. Never part of the State."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Opened:
    """An aside was opened after so many steps, beside a scene."""

    aside: str
    at: int
    scene: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An exercise was answered after so many steps. A first answer stays even when steps are undone."""

    exercise: str
    response: str
    at: int


Entry: TypeAlias = Opened | Answered


@dataclass(frozen=True, slots=True)
class Notebook:
    """The entries in the order they were made."""

    entries: tuple[Entry, ...] = ()

    def open(self, aside: str, at: int, scene: str = "") -> "Notebook":
        """The notebook with an aside opened; itself if it has been opened before."""
        return self if aside in self.opened else Notebook((*self.entries, Opened(aside, at, scene)))

    @property
    def opened(self) -> tuple[str, ...]:
        """The asides opened, each once, in order."""
        return tuple(entry.aside for entry in self.entries if isinstance(entry, Opened))
