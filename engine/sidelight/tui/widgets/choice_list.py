"""What can be chosen, by number, by arrow or by pointing."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from sidelight.tui.prose import BLANK, Galley, Role, before, plain, wrap
from sidelight.tui.widgets.set_text import SetText

POINTER = "▸"
LOCKED = "(locked)"


@dataclass(frozen=True, slots=True)
class Option:
    """A line to choose. Without a number it is locked, and `reason` says why."""

    label: Content
    number: int | None
    reason: Content = BLANK
    sign: str = ""
    """What stands before it, if not its bare number."""
    heading: str = ""
    """What stands over it and those that follow, if they are a group."""


class ChoiceList(SetText, can_focus=True):
    """Options one below the other. The current one has a sign before it and is bold: colour says nothing."""

    @dataclass
    class Picked(Message):
        """The reader took an option."""

        number: int
        choices: "ChoiceList"
        among: tuple[Option, ...]

        @property
        def is_late(self) -> bool:
            """Whether others are shown by now: keys can be typed ahead of what they do."""
            return self.among is not self.choices.options

        @property
        def control(self) -> "ChoiceList":
            """The list it was taken from."""
            return self.choices

    def __init__(self) -> None:
        super().__init__()
        self.options: tuple[Option, ...] = ()
        self._current = 0
        """The number of the current option; 0 where none can be taken."""
        self._taken = False
        self._room = 0
        self._lines: tuple[int, list[list[Content]]] = (-1, [])
        """The options as they are set at a width while none is current; of hundreds, few ever change."""

    @property
    def count(self) -> int:
        """How many can be taken."""
        return sum(option.number is not None for option in self.options)

    @property
    def current(self) -> int:
        """The number of the current option; 0 where none can be taken."""
        return self._current

    @property
    def cursor_place(self) -> Offset:
        """On the sign before the current option."""
        top, bottom = self.rows()
        lines = self.galley(self.size.width).lines[top:bottom]
        return Offset(0, top + next((row for row, line in enumerate(lines) if POINTER in line.plain), 0))

    def galley(self, width: int) -> Galley:
        """The options at a width."""
        galley = Galley(width)
        for option, lines in zip(self.options, self._all(width), strict=True):
            galley.lines += self._set(option, width) if self._is_current(option) else lines
        return galley

    def show(self, options: tuple[Option, ...], current: int = 1) -> None:
        """Show other options, the first of them current if no other is to be."""
        self.options = options
        self._current = min(self.count, current)
        self._room = max((len(_sign(each)) for each in options), default=0)
        self._lines = (-1, [])
        self._taken = False
        self.refresh(layout=True)

    def step(self, step: int) -> bool:
        """Make the next or the last option current; False if there is none."""
        if not 1 <= self._current + step <= self.count:
            return False
        self._current += step
        self.refresh()
        return True

    def rows(self) -> tuple[int, int]:
        """The first row of the current option, and the row after its last."""
        return self.all_rows()[self._current - 1] if self._current else (0, 0)

    def all_rows(self) -> list[tuple[int, int]]:
        """Of each option that can be taken, in their order, the first row and the one after its last."""
        rows: list[tuple[int, int]] = []
        top = 0
        for option, lines in zip(self.options, self._all(self.size.width), strict=True):
            if option.number is not None:
                rows.append((top, top + len(lines)))
            top += len(lines)
        return rows

    def take(self, number: int | None = None) -> None:
        """Take an option, the current one if no number is given; nothing happens if there is no such number.

        One is taken and no more until others are shown: a key pressed twice does not answer a page not yet seen.
        """
        number = self._current if number is None else number
        if 1 <= number <= self.count and not self._taken:
            self._taken = True
            self.post_message(self.Picked(number, self, self.options))

    def watch_has_focus(self, focus: bool) -> None:  # noqa: FBT001 - Textual's own signature
        """Show or hide the sign."""
        super().watch_has_focus(focus)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Take the option that is pointed at."""
        row = event.y
        for option, lines in zip(self.options, self._all(self.size.width), strict=True):
            row -= len(lines)
            if row < 0:
                self.take(option.number or 0)
                return

    def _is_current(self, option: Option) -> bool:
        return option.number is not None and option.number == self._current and self.has_focus

    def _all(self, width: int) -> list[list[Content]]:
        """Every option as lines; the current one has as many as if it were not."""
        if self._lines[0] != width:
            self._lines = (width, [self._set(option, width, lit=False) for option in self.options])
        return self._lines[1]

    def _set(self, option: Option, width: int, *, lit: bool = True) -> list[Content]:
        over = wrap(plain(option.heading, Role.STRONG), width) if option.heading else []
        if over and option is not self.options[0]:
            over.insert(0, BLANK)
        hang = plain(" " * (2 + self._room + 2))
        width -= hang.cell_length
        if option.number is None:
            reason = plain(f"{LOCKED} ") + option.reason
            lines = wrap(option.label.stylize(Role.QUIET), width) + wrap(reason.stylize(Role.QUIET), width)
            return over + before(plain(f"  {_sign(option):>{self._room}}  ", Role.QUIET), lines, hang)
        current = lit and self._is_current(option)
        role = Role.ACCENT if current else Role.QUIET
        label = option.label.stylize(Role.STRONG) if current else option.label
        sign = plain(f"{POINTER if current else ' '} {_sign(option):>{self._room}}  ", role)
        return over + before(sign, wrap(label, width), hang)


def _sign(option: Option) -> str:
    return option.sign or str(option.number or "–")
