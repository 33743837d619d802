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
    """Prints and reads. `asks` says whether somebody is there to be asked how to begin."""

    read: Read
    write: Write
    liked: Preferences
    asks: bool = False

    def say(self, paragraphs: Iterable[str]) -> None:
        """Tell paragraphs, each followed by a line that is empty."""
        for paragraph in paragraphs:
            self.write(wrap(paragraph, self.liked.now.width) + "\n\n")

    def ask(self, prompt: str) -> str | None:
        """Have a line typed, after a line that says what can be; None at the end of input."""
        self.write(prompt + "\n")
        line = self.read()
        return None if line is None else line.strip()
