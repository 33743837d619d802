"""A screen of its own to read and choose in, away from the page: the journal is one."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, TextArea

from sidelight.errors import ExitCode
from sidelight.tui.acting import keys_of
from sidelight.tui.action import Action, Where
from sidelight.tui.actions import bindings_in, find
from sidelight.tui.help_text import help_at
from sidelight.tui.screens.measure import LOW_OR_TALL, widths
from sidelight.tui.screens.moving import Moving
from sidelight.tui.widgets.choice_list import ChoiceList, Option
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.header import Header
from sidelight.tui.widgets.key_bar import KeyBar
from sidelight.tui.widgets.prose_view import Setting


class Booklet(Moving, Screen[int | str | None]):
    """One column under a head. What is opened in it lies over what was there, and can be put away again."""

    AUTO_FOCUS = ""
    PLACE: ClassVar[Where] = Where.BOOKLET
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in(PLACE)]
    VERTICAL_BREAKPOINTS = LOW_OR_TALL

    def __init__(self, measure: int) -> None:
        super().__init__()
        self._measure = measure
        self._column = Column(id="page")
        self._head = Header(self._column)
        self._keys = KeyBar(self._column)
        self._pick: Callable[[int], None] | None = None
        self._put_away: Callable[[], object] | None = None
        self._shows_help = False

    def compose(self) -> ComposeResult:
        """The head, the column, the foot."""
        with Vertical(id="desk") as desk:
            desk.styles.max_width = widths(self._measure, 0).desk
            yield self._head
            yield from self.between()
            yield self._column
            yield from self.below()
            yield self._keys

    def below(self) -> ComposeResult:
        """What stands between column and foot; nothing, in most."""
        yield from ()

    def between(self) -> ComposeResult:
        """What stands between head and column; nothing, in most."""
        yield from ()

    def on_mount(self) -> None:
        """Show what it shows first."""
        self.begin()

    def show_keys(self) -> None:
        """Show in the foot what can be done now, and how to get out."""
        every = keys_of(self).actions
        self.name_in_foot(
            each for each in every if Where.BOOKLET in each.footer and self.check_action(each.id, ())
        )

    def name_in_foot(self, actions: Iterable[Action]) -> None:
        """Name some actions in the foot; while something is typed, only by the keys that still do them."""
        if isinstance(self.focused, Input | TextArea):
            actions = filter(None, (each.while_typing() for each in actions))
        self._keys.show(tuple(actions))

    def on_descendant_focus(self) -> None:
        """What is of use is not the same while the reader types."""
        self.show_keys()

    def on_descendant_blur(self) -> None:
        """Nor once she no longer does, wherever she is then."""
        self.show_keys()

    def begin(self) -> None:
        """Show what it shows first."""
        raise NotImplementedError

    @property
    def here(self) -> Column:
        """Its column."""
        return self._column

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether something can be done here."""
        found = find(action)
        return found is None or self._has(found)

    def _has(self, action: Action) -> bool:
        """Whether it is an action of this screen, at one time or another."""
        return self.PLACE in action.where and (action.of_app or hasattr(self, f"action_{action.id}"))

    def lay(
        self,
        setting: Setting,
        options: tuple[Option, ...] = (),
        pick: Callable[[int], None] | None = None,
        *,
        current: int = 1,
        put_away: Callable[[], object] | None = None,
        go_there: bool = True,
        reveal: bool = True,
    ) -> None:
        """Show a text with what can be chosen, what a choice does, and where Escape leads if not out.

        It is scrolled to the current choice if that is not the first, unless it is to be read from its top.
        """
        self._pick, self._put_away, self._shows_help = pick, put_away, False
        self._column.show(setting, options, current)
        self.show_keys()
        if go_there:
            self._column.take_focus()
        if reveal and current > 1:
            self.call_after_refresh(self._column.reveal_choice)

    def action_help(self) -> None:
        """Show the keys, first those there is a use for here; or put them away."""
        if self._shows_help and self._put_away is not None:
            self._put_away()
            return
        here = [action.id for action in keys_of(self).actions if self._has(action)]
        self.lay(partial(help_at, keys_of(self), here), put_away=self.begin)
        self._shows_help = True

    def action_leave(self) -> None:
        """Leave, from wherever the reader is: the place is kept."""
        self.app.exit(int(ExitCode.FINE))

    def action_take(self) -> None:
        """Take the choice the reader is on; where there is none, go back."""
        if self._column.choices.count:
            self._column.choices.take()
        else:
            self.action_close()

    def action_open(self) -> None:
        """The same, with the key that opens a note."""
        self.action_take()

    def action_pick(self, number: int) -> None:
        """Take the choice with a number."""
        self._column.choices.take(number)

    def action_close(self) -> None:
        """Put away what is open; if nothing is, go back to the page."""
        if self._put_away is not None:
            self._put_away()
        else:
            self.dismiss(None)

    def on_choice_list_picked(self, message: ChoiceList.Picked) -> None:
        """Do what the choice does."""
        if self._pick is not None and not message.is_late:
            self._pick(message.number)
