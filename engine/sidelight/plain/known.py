"""The page a reader is at, by lines, and where what she has read in an earlier play begins and ends."""

from collections.abc import Iterator

from sidelight.plain.page import page_lines
from sidelight.presenting.sitting import Sitting

READ_BEFORE = "You have read this page before. You are told when a new one comes; x goes on to it."
NEW_AGAIN = "From here on it is new to you."


class KnownPages:
    """Says once that a page has been read before, and once that it has not: not with every page between."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._in = ""
        """The playthrough in which the last page told had been read in an earlier one; nothing if it was new."""

    def note(self) -> bool:
        """Take it as told whether the page was read before; whether that is another answer than for the last."""
        was, self._in = self._in, self._sitting.seed if self._sitting.read_before else ""
        return self._in != was and (bool(self._in) or was == self._sitting.seed)

    def page(self) -> Iterator[str]:
        """The page, after what is to be said of whether it is new."""
        if self.note():
            yield READ_BEFORE if self._in else NEW_AGAIN
        yield from page_lines(self._sitting.page)
