"""Taking a broken line out of a file so that the rest can be read, with every other place where it was."""

import re

from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.loading.broken_lines import (
    Line,
    Trouble,
    broken_line,
    explain_broken_line,
    indented_with_tab,
    is_indented_with_tab,
    is_misplaced,
    line_at,
    misplaced,
)
from sidelight.text.spans import StoryFile

_INDENT = re.compile(r"^[ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?", re.MULTILINE)


class Mending:
    """A file's text with its broken lines taken out, one after another.

    A broken value is filled with letters. Where that does not help, it is the line that stands wrong; it goes, and
    with it what hangs from it.
    """

    def __init__(self, file: StoryFile) -> None:
        self._file = file
        self.text = file.text
        self.broken: set[int] = set()
        """Where a value stands that has been put in place of a broken one."""
        self.holes: list[int] = []
        """Where lines stood that have been taken out, and that may have declared something."""
        self.lines: set[int] = set()
        """Where the lines begin that could not be read."""

    def mend(self, trouble: Trouble) -> Diagnostic | None:
        """Take a broken line out. Gives what there is to say of it, if it has not been said."""
        line = broken_line(self.text, trouble)
        if is_indented_with_tab(line, trouble.problem) and line.start not in self.lines:
            self.lines.add(line.start)
            self.holes.append(line.start)
            self.text = _INDENT.sub(lambda found: found.group().replace("\t", " "), self.text)
            return indented_with_tab(self._file, line)
        said = line.start in self.lines or self._is_beside_a_hole(line)
        again = line.start in self.lines
        self.lines.add(line.start)
        if is_misplaced(self.text, line, trouble):
            found = misplaced(self._file, line, trouble.problem)
            self._take_out(line)
        else:
            found = explain_broken_line(self._file, line, trouble)
            if again or (line.is_bare and (not line.lead or self.text[line.stop - 1] == ":")):
                self._take_out(line)
            else:
                self._fill(line)
        return None if said else found

    def _fill(self, line: Line) -> None:
        """Put letters in place of a value. Where it begins a block its sign stays, and the lines below a text."""
        self.broken.add(line.begin)
        begin, sign = (line.begin + 1, " ") if self.text[line.begin] in "|>" else (line.begin, "x")
        self.text = self.text[:begin] + sign * (line.stop - begin) + self.text[line.stop :]

    def _take_out(self, line: Line) -> None:
        stop = self._end_of_line(line.start)
        while stop < len(self.text):
            below = line_at(self.text, stop + 1)
            if below.begin < below.stop and len(below.lead) <= len(line.lead):
                break
            stop = self._end_of_line(stop + 1)
        blank = re.sub(r"[^\n]", " ", self.text[line.start : stop])
        self.text = self.text[: line.start] + blank + self.text[stop:]
        self.holes.append(line.start)

    def _end_of_line(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end

    def _is_beside_a_hole(self, line: Line) -> bool:
        """Whether a line beside this one has been taken out: then what is wrong with both is the same."""
        start = line.start
        while start > 0:
            above = line_at(self.text, start - 1)
            start = above.start
            if start in self.holes and line_at(self._file.text, start).lead == line.lead:
                return True
            if above.begin < above.stop and len(above.lead) < len(line.lead):
                return False
        return False
