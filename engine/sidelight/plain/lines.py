"""The two ends of a line: what a reader is told, and what she types."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sidelight.plain.prose import wrap
from sidelight.saving.settings import Preferences

Read = Callable[[], str | None]
"""The next line, or None at the end of input."""
Write = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Lines:
    """Prints and reads.

    `asks` says whether somebody is there to be asked how to begin; `columns` tells the cells to a line of the
    terminal that is written to, as it is now, and 0 where it is none.
    """

    read: Read
    write: Write
    liked: Preferences
    asks: bool = False
    columns: Callable[[], int] = int

    def say(self, paragraphs: Iterable[str]) -> None:
        """Tell paragraphs, each followed by a line that is empty."""
        for paragraph in paragraphs:
            self.write(f"{wrap(paragraph, self._width)}\n\n")

    def ask(self, prompt: str) -> str | None:
        """Have a line typed, after a line that says what can be; None at the end of input."""
        self.write(f"{wrap(prompt, self._width)}\n")
        line = self.read()
        return None if line is None else line.strip()

    @property
    def _width(self) -> int:
        """Cells to a line; 0 where lines may be of any length."""
        # Some terminals go on to the next line as soon as the last cell is filled, and end that one as well.
        limits = self.liked.now.width, self.columns() - 1
        return min((limit for limit in limits if limit > 0), default=0)
