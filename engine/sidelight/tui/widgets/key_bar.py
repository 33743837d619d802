"""The foot of the screen: what can be done, by key or by pointing."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from sidelight.tui.action import Action
from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.widgets.column import Column, follow_below
from sidelight.tui.widgets.set_text import SetText

_WIDE_GAP, _GAP = "   ", "  "
"""What stands between names: less, where with more not all of them have room."""
_MORE = "page_on"
_NEEDED = 6
"""The rank up to which names are cut rather than left out."""


class _Bar(NamedTuple):
    """Names in their order, what stands between them, and what is told of what is below."""

    entries: list[Content]
    gap: str
    below: Content

    @classmethod
    def of(cls, actions: Iterable[Action], gap: str, below: str, *, brief: bool = False) -> "_Bar":
        """Of some actions, by their shortest names or not."""
        return cls([_entry(each, brief=brief) for each in actions], gap, plain(below, Role.ACCENT))

    @property
    def length(self) -> int:
        """The cells it takes."""
        cells = [each.cell_length for each in (*self.entries, *([self.below] if self.below else []))]
        return sum(cells) + len(self.gap) * (len(cells) - 1)


class KeyBar(SetText):
    """One line of actions, as many as there is room for beside what is left of a column below its last line.

    That to read on is among them only while there is something left.
    """

    def __init__(self, column: Column | None = None) -> None:
        super().__init__()
        self._actions: tuple[Action, ...] = ()
        self._column = column
        self.auto_links = False

    def on_mount(self) -> None:
        """Follow the column."""
        if self._column is not None:
            follow_below(self, self._column)

    def show(self, actions: tuple[Action, ...]) -> None:
        """Show what can be done now."""
        if actions != self._actions:
            self._actions = actions
            self.refresh()

    def galley(self, width: int) -> Galley:
        """The line at a width."""
        bar = self._fitting(width)
        line = plain(bar.gap).join(bar.entries)
        if bar.below:
            line = line.pad_right(width - bar.below.cell_length - line.cell_length) + bar.below
        return Galley(width, lines=[line])

    def _fitting(self, width: int) -> _Bar:
        """All there is to name, if it fits; else at least what is needed, cut as little as may be."""
        long, short = ("", "") if self._column is None else (self._column.below, self._column.below_in_brief)
        named = [each for each in self._actions if long or each.id != _MORE]
        loose = _Bar.of(named, _WIDE_GAP, long)
        if loose.length <= width:
            return loose
        needed = [each for each in named if each.rank <= _NEEDED]
        ways: list[tuple[str, bool]] = [(long, False), (long, True), (short, True)]
        fits = (way for way in ways if _Bar.of(needed, _GAP, way[0], brief=way[1]).length <= width)
        below, brief = next(fits, ways[-1])
        kept: list[Action] = []
        for action in sorted(named, key=lambda each: each.rank):
            if _Bar.of([*kept, action], _GAP, below, brief=brief).length <= width:
                kept.append(action)
        return _Bar.of([each for each in named if each in kept], _GAP, below, brief=brief)


def _entry(action: Action, *, brief: bool) -> Content:
    name = action.in_brief if brief else action.in_short
    entry = plain(action.shown_key) + plain(f" {name}", Role.QUIET)
    return entry.stylize(Style.from_meta({"@click": action.command}))
