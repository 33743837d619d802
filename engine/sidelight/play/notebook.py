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
    """An exercise was answered after so many steps. A first answer stays even when steps are undone.

    `attempt` counts from 1, those of another day among them; `hints` had been seen before it; `confidence` is from
    1 to 4, or 0 where it was not asked.
    """

    exercise: str
    response: tuple[str, ...]
    at: int
    attempt: int = 1
    hints: int = 0
    confidence: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """An exercise was passed over after so many steps; if it had been answered, the tries left were given up."""

    exercise: str
    at: int


Entry: TypeAlias = Opened | Answered | Skipped


@dataclass(frozen=True, slots=True)
class Notebook:
    """The entries in the order they were made."""

    entries: tuple[Entry, ...] = ()

    def open(self, aside: str, at: int, scene: str = "") -> "Notebook":
        """The notebook with an aside opened; itself if it has been opened before."""
        return self if aside in self.opened else Notebook((*self.entries, Opened(aside, at, scene)))

    def note(self, entry: Answered | Skipped) -> "Notebook":
        """The notebook with what was done about an exercise."""
        return Notebook((*self.entries, entry))

    @property
    def opened(self) -> tuple[str, ...]:
        """The asides opened, each once, in order."""
        return tuple(entry.aside for entry in self.entries if isinstance(entry, Opened))

    @property
    def met(self) -> frozenset[str]:
        """The exercises answered or passed over."""
        return frozenset(entry.exercise for entry in self.entries if isinstance(entry, Answered | Skipped))

    def answers(self, exercise: str) -> tuple[Answered, ...]:
        """The answers given to an exercise, in order; the first is the one that counts."""
        answers = (entry for entry in self.entries if isinstance(entry, Answered))
        return tuple(entry for entry in answers if entry.exercise == exercise)

    @property
    def last_answers(self) -> tuple[Answered, ...]:
        """The answers to one exercise with nothing about another after them; none, if it was passed over last."""
        last: list[Answered] = []
        for entry in reversed(self.entries):
            if isinstance(entry, Opened):
                continue
            if isinstance(entry, Skipped) or (last and entry.exercise != last[0].exercise):
                break
            last.append(entry)
        return tuple(reversed(last))
