"""What a report is made of, in no medium: headings, words, bars and tables."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

FEWEST = 3
"""Of fewer than these no share is told, for it could point at one of them."""


class Share(NamedTuple):
    """So many of so many."""

    part: int
    of: int

    @property
    def is_told(self) -> bool:
        """Whether there are enough of them for a share to point at nobody."""
        return self.of >= FEWEST

    @property
    def percent(self) -> int:
        """In whole hundredths; 0 and 100 only where it is none and all. There must be some."""
        if self.part in (0, self.of):
            return 100 * self.part // self.of
        return min(99, max(1, round(100 * self.part / self.of)))

    def __str__(self) -> str:
        return f"{self.percent}%" if self.is_told else "–"


Cell: TypeAlias = str | int | float | Share | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the report's own, and begins a new sheet of paper where it is not the first."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A paragraph in the words of the story."""

    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: what it is, how many, and what else is to be said of it."""

    label: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of counts, of which `caption` tells what they count; a bar as long as can be is `whole`."""

    caption: str
    whole: int
    bars: tuple[Bar, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The first column says what each row is about."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Heading | Words | Quoted | Bars | Table


def in_words(cell: Cell) -> str:
    """A cell as it is read; a dash where there is nothing."""
    match cell:
        case None:
            return "–"
        case float():
            return f"{cell:.1f}"
        case int():
            return f"{cell:,}"
        case Share() | str():
            return str(cell)
