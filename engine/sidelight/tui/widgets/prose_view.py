"""A text with note marks in it, one of which may be the current one."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message

from sidelight.tui.prose import MARK, Galley, Role, mark_of
from sidelight.tui.widgets.set_text import SetText

Setting: TypeAlias = Callable[[int], Galley]
"""How a text is set at a width."""


class ProseView(SetText, can_focus=True):
    """Shows a text. It is set anew only when it or its width changes."""

    @dataclass
    class MarkClicked(Message):
        """The reader pointed at a mark."""

        number: int

    def __init__(self) -> None:
        super().__init__()
        self._setting: Setting = Galley
        self._galley: Galley | None = None
        self._current: int | None = None
        self._followers: list[Callable[[], object]] = []

    def follow(self, follower: Callable[[], object]) -> None:
        """Have somebody told whenever another mark is lit, or none."""
        self._followers.append(follower)

    @property
    def cursor_place(self) -> Offset:
        """On the current mark."""
        return Offset(0, 0) if self._current is None else self.now.places[self._current][0].offset

    @property
    def current_number(self) -> int | None:
        """The note the current mark leads to."""
        return None if self._current is None else self.now.marks[self._current]

    @property
    def lit_number(self) -> int | None:
        """The note the current mark leads to, while the reader is among the marks."""
        return self.current_number if self.has_focus else None

    @property
    def current_region(self) -> Region:
        """The lines the current mark is on."""
        return Region() if self._current is None else Region.from_union(self.now.places[self._current])

    def region_of(self, number: int) -> Region:
        """The lines of the mark that leads to a note: the current one, if it does, else the first."""
        if number == self.current_number or number not in self.now.marks:
            return self.current_region
        return Region.from_union(self.now.places[self.now.marks.index(number)])

    @property
    def now(self) -> Galley:
        """The text at the width it has now."""
        return self.galley(self.size.width)

    def galley(self, width: int) -> Galley:
        """The text at a width."""
        if self._galley is None or self._galley.width != width:
            self._galley = self._setting(width)
        return self._galley

    def show(self, setting: Setting) -> None:
        """Show another text, with no mark current."""
        self._setting = setting
        self._galley = None
        self._current = None
        self.refresh(layout=True)

    def lit(self, line: Content) -> Content:
        """A line with the current mark lit up while the reader is among the marks."""
        if self._current is None or not self.has_focus:
            return line
        lit = [span for span in line.spans if mark_of(span.style) == self._current]
        return line.add_spans([span._replace(style=role) for span in lit for role in (Role.ACCENT, Role.CURRENT)])

    def step_mark(self, step: int, top: int, bottom: int) -> bool:
        """Go on to the next mark or back to the last; to the first one in view if none is current."""
        count = len(self.now.marks)
        if not count:
            return False
        if self._current is None:
            self._current = self._first_in_view(step, top, bottom)
        else:
            self._current = min(max(self._current + step, 0), count - 1)
        self._light()
        return True

    def light(self, number: int) -> None:
        """Light the first mark that leads to a note."""
        if number in self.now.marks:
            self._current = self.now.marks.index(number)
            self._light()

    def letters_before(self, line: int) -> int:
        """How many letters stand before a line: a measure of place that no width changes."""
        return sum(_letters(content) for content in self.now.lines[: max(line, 0)])

    def line_after(self, letters: int) -> int:
        """The line on which so many letters have gone by."""
        sums = accumulate(_letters(content) for content in self.now.lines)
        return next((line for line, total in enumerate(sums) if total > letters), 0)

    def watch_has_focus(self, focus: bool) -> None:  # noqa: FBT001 - Textual's own signature
        """Light the mark up, or let it go dark."""
        super().watch_has_focus(focus)
        self._light()

    def on_click(self, event: events.Click) -> None:
        """Light up the mark that is pointed at, and say so."""
        mark = event.style.meta.get(MARK)
        if mark is not None:
            self._current = int(mark)
            self.post_message(self.MarkClicked(self.now.marks[self._current]))

    def _light(self) -> None:
        self.refresh()
        for follower in self._followers:
            follower()

    def _first_in_view(self, step: int, top: int, bottom: int) -> int:
        """The mark to begin with: the first from the top of the window on, or the last before its bottom."""
        order = range(len(self.now.marks))
        lines = [place[0].y for place in self.now.places]
        if step > 0:
            return next((mark for mark in order if lines[mark] >= top), order[-1])
        return next((mark for mark in reversed(order) if lines[mark] < bottom), 0)


def _letters(line: Content) -> int:
    return sum(map(str.isalnum, line.plain))
