"""The foot of the screen: what can be done, by key or by pointing."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.style import Style

from sidelight.tui.action import Action
from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.widgets.column import Column, follow_below
from sidelight.tui.widgets.set_text import SetText

_GAPS = "   ", "  "
"""What stands between names: less, where with more not all of them have room."""
_MORE = "page_on"


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
        below = plain("" if self._column is None else self._column.below, Role.ACCENT)
        named = [each for each in self._actions if below or each.id != _MORE]
        gap = next((gap for gap in _GAPS if _length(named, gap, below) <= width), _GAPS[-1])
        line = plain(gap).join(_entry(each) for each in _fitting(named, gap, below, width))
        if below:
            line = line.pad_right(width - below.cell_length - line.cell_length) + below
        return Galley(width, lines=[line])


def _length(named: Iterable[Action], gap: str, below: Content) -> int:
    """The cells that names take, with what is below beside them."""
    cells = [*(_entry(each).cell_length for each in named), *([below.cell_length] if below else [])]
    return sum(cells) + len(gap) * (len(cells) - 1)


def _fitting(named: Sequence[Action], gap: str, below: Content, width: int) -> list[Action]:
    """Those there is room for, in their order."""
    kept: list[Action] = []
    for action in sorted(named, key=lambda each: each.rank):
        if _length([*kept, action], gap, below) <= width:
            kept.append(action)
    return [each for each in named if each in kept]


def _entry(action: Action) -> Content:
    entry = plain(action.shown_key) + plain(f" {action.in_short}", Role.QUIET)
    return entry.stylize(Style.from_meta({"@click": action.command}))
