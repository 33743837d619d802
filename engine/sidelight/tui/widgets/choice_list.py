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

    @property
    def count(self) -> int:
        """How many can be taken."""
        return sum(option.number is not None for option in self.options)

    @property
    def cursor_place(self) -> Offset:
        """On the sign before the current option."""
        return Offset(0, self.rows()[0])

    def galley(self, width: int) -> Galley:
        """The options at a width."""
        galley = Galley(width)
        for option in self.options:
            galley.lines += self._set(option, width)
        return galley

    def show(self, options: tuple[Option, ...]) -> None:
        """Show other options, the first of them current."""
        self.options = options
        self._current = min(self.count, 1)
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
        top = 0
        for option in self.options:
            height = len(self._set(option, self.size.width))
            if option.number == self._current:
                return top, top + height
            top += height
        return 0, 0

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
        for option in self.options:
            row -= len(self._set(option, self.size.width))
            if row < 0:
                self.take(option.number or 0)
                return

    def _set(self, option: Option, width: int) -> list[Content]:
        room = max((len(_sign(each)) for each in self.options), default=0)
        hang = plain(" " * (2 + room + 2))
        width -= hang.cell_length
        if option.number is None:
            reason = plain(f"{LOCKED} ") + option.reason
            lines = wrap(option.label.stylize(Role.QUIET), width) + wrap(reason.stylize(Role.QUIET), width)
            return before(plain(f"  {_sign(option):>{room}}  ", Role.QUIET), lines, hang)
        current = option.number == self._current and self.has_focus
        role = Role.ACCENT if current else Role.QUIET
        label = option.label.stylize(Role.STRONG) if current else option.label
        sign = plain(f"{POINTER if current else ' '} {_sign(option):>{room}}  ", role)
        return before(sign, wrap(label, width), hang)


def _sign(option: Option) -> str:
    return option.sign or str(option.number or "–")
