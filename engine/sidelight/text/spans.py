"""Where in a file something was written."""

from functools import cached_property
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file, both counted from 1, columns in code points."""

    line: int
    column: int


class StoryFile:
    """A file's name, as a person would type it, and its whole text."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def __repr__(self) -> str:
        return f"StoryFile({self.name!r})"

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        while (end := find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset into the text."""
        from bisect import bisect_right  # noqa: PLC0415 - only wanted when something is wrong

        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end; empty beyond the last."""
        if number > len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]


class Span(NamedTuple):
    """A stretch of a file, by offsets into its text; lines and columns are worked out when asked for."""

    file: StoryFile
    begin: int
    stop: int

    @property
    def start(self) -> Position:
        """Where it begins."""
        return self.file.position(self.begin)

    @property
    def end(self) -> Position:
        """Where it ends; the column after its last character."""
        return self.file.position(max(self.begin, self.stop))

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.file.text[self.begin : self.stop]

    def __str__(self) -> str:
        line, column = self.start
        return f"{self.file.name}:{line}:{column}"
