"""The reading screen: the page, and what is beside it, above it and below."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from sidelight.errors import ExitCode
from sidelight.model.story import Choice
from sidelight.presenting.doings import is_possible
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.page import Page
from sidelight.saving.settings import Preferences
from sidelight.tui.acting import keys_of
from sidelight.tui.action import Where
from sidelight.tui.actions import ACTIONS, bindings_in, find
from sidelight.tui.help_text import help_at
from sidelight.tui.liking import like
from sidelight.tui.note_text import kept_at
from sidelight.tui.options import offers
from sidelight.tui.page_text import page_at, running_head, shown_line
from sidelight.tui.prose import Role, plain
from sidelight.tui.screens.measure import LOW_OR_TALL, WIDE, stepped, widths
from sidelight.tui.screens.playing import Playing
from sidelight.tui.widgets.choice_list import ChoiceList, Option
from sidelight.tui.widgets.column import Column
from sidelight.tui.widgets.header import Header
from sidelight.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from sidelight.teaching.classroom import Classroom

_WIDTHS = [(0, "-narrow"), (64, "-normal"), (WIDE, "-wide"), (160, "-huge")]
_HERE = frozenset(action.id for action in ACTIONS if Where.READING & action.where)


class ReadingScreen(Playing):
    """Shows where a sitting stands, and takes what the reader chooses."""

    AUTO_FOCUS = ""  # None would mean the app's own, which scrolls to what it puts the focus on
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_in(Where.READING)]
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = LOW_OR_TALL

    def __init__(
        self, opening: Opening, opened: Opened, liked: Preferences, classroom: "Classroom | None" = None
    ) -> None:
        super().__init__(opening, opened.sitting, liked, classroom)
        self._message = opened.message
        self._desk = Vertical(id="desk")
        self._head = Header(self._page)
        self._keys = KeyBar(self._page)

    def compose(self) -> ComposeResult:
        """The head, the page with the panel beside it, the foot; and the sheet over them."""
        with self._desk:
            yield self._head
            with Horizontal():
                yield self._page
                yield self._margin
                yield self._panel
            yield self._keys
        yield self._sheet

    def on_mount(self) -> None:
        """Show the page the sitting stands on."""
        self._page.prose.follow(self.show_keys)
        self._fit()
        self._arrive(self._message)

    def on_resize(self) -> None:
        """Leave the reader neither on a sheet nor in a panel that is gone, but at the mark of what was open."""
        self._fit()
        self._move_beside()
        if not self._wide and self._panel.has_reader:
            if self._beside.opened is not None:
                self._page.prose.light(self._beside.opened)
            self._go_back()
        self.show_keys()

    def on_click(self, event: events.Click) -> None:
        """Put the sheet away when something beside it is pointed at."""
        if self._sheet.display and event.widget and self._sheet not in event.widget.ancestors_with_self:
            self.action_close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Whether something can be done now. What cannot is in neither the footer nor the palette."""
        found = find(action)
        if found is None:
            return True
        if not Where.READING & found.where:
            return False
        return is_possible(action, self._sitting.page) and not (found.notes and not self._notes)

    def action_take(self) -> None:
        """Open the lit note, or take the choice the reader is on; where there is neither, put the sheet away."""
        here = self.here
        number = here.prose.current_number if here.prose.has_focus else None
        if number is not None:
            self._open(number)
        elif here.choices.count:
            self._take(here, here.choices.current)
        elif here is self._sheet:
            self.action_close()

    def action_pick(self, number: int) -> None:
        """Take the choice with a number. A note in the panel has none, so there it is the page's."""
        here = self._page if self.here is self._panel and not self._panel.choices.count else self.here
        self._take(here, number)

    def _take(self, here: Column, number: int) -> None:
        """Take a choice of a column; of the page only one that has been in view: she is to see what she takes."""
        if here is self._page and not here.has_shown(number):
            here.reveal_choices(number)
        else:
            here.choices.take(number)

    def action_kept(self) -> None:
        """Show the texts the reader keeps so far."""
        self._show_over(partial(kept_at, self._sitting.kept, self._sitting.page.styles))

    def action_help(self) -> None:
        """Show the keys."""
        self._show_over(partial(help_at, keys_of(self), _HERE))

    def action_narrower(self) -> None:
        """Set the text in shorter lines."""
        self._set_measure(stepped(self._liked.now.measure, -1))

    def action_wider(self) -> None:
        """Set the text in longer lines."""
        self._set_measure(stepped(self._liked.now.measure, 1))

    def action_leave(self) -> None:
        """Leave. Nothing is asked: the place is kept."""
        self.app.exit(int(ExitCode.FINE))

    @on(ChoiceList.Picked)
    def _take_picked(self, message: ChoiceList.Picked) -> None:
        if message.is_late:
            return
        offers = self._sitting.page.open_offers
        if message.choices is self._page.choices and message.number <= len(offers):
            self._do(partial(self._sitting.choose, offers[message.number - 1].choice), self._arrive)
        elif message.choices is self._page.choices:
            _, do = self._what_next()[message.number - len(offers) - 1]
            do()
        else:
            self._open(message.number)

    def _set_measure(self, measure: int) -> None:
        like(self._liked, "measure", str(measure))
        self._fit()

    def _fit(self) -> None:
        """Give the text its measure, and the margin what is left."""
        page, desk = widths(self._liked.now.measure, self.app.size.width)
        self._page.styles.max_width = page
        self._desk.styles.max_width = desk
        self._sheet.styles.max_width = desk
        self._sheet.prose.styles.max_width = self._liked.now.measure

    def show_page(self, message: str = "", taken: Choice | None = None) -> None:
        """Show the page from its top, under what there is to say; or at a choice that was taken from it before."""
        self._sitting.page_told = True
        page, keys = self._sitting.page, keys_of(self)
        at = next((offer.number for offer in page.open_offers if offer.choice == taken), None)
        with self.app.batch_update():
            self._head.show(running_head(page), shown_line(page))
            if self._classroom is not None:
                message = f"{message} {self._classroom.recorder.take_trouble()}".strip()
            if self._sitting.read_before:
                message = f"{message} You have read this page before: {keys.hint('skip')}.".strip()
            self._page.show(partial(page_at, page, message, self._what_now(page)), self._offers(page, at), at or 1)
            self._beside.rest(self._notes)
            self._sheet.put_away()
            self.show_keys()
            self._page.take_focus()
            # Where the terminal's cursor stays while the choices are out of view.
            self.app.cursor_position = self._page.region.offset
        if at is not None:
            # Twice: the first may come before this page is laid out, if another screen lay over it until now.
            self.call_after_refresh(self.call_after_refresh, self._page.reveal_choices, at)

    def show_keys(self) -> None:
        """Name in the foot what can be done: to open a note where one is lit, or in a margin that may cut it."""
        over_margin = self._wide and self._beside.shows_panel
        is_open = over_margin and self._beside.opened is not None
        can_open = bool(self._notes) and not is_open and (self._wide or self._page.prose.lit_number is not None)
        now = {"open": can_open, "close": over_margin}
        named = (each for each in keys_of(self).actions if now.get(each.id, Where.PAGE in each.footer))
        self._keys.show(tuple(each for each in named if self.check_action(each.id, ())))

    def _offers(self, page: Page, taken_back: int | None) -> tuple[Option, ...]:
        """What can be chosen; at an end, also what there is to do next."""
        asks = (plain(label, Role.ACCENT) for label, _ in self._what_next())
        return (*offers(page, taken_back), *(Option(label, number) for number, label in enumerate(asks, 1)))

    def _what_now(self, page: Page) -> str:
        """What can be done where nothing can be chosen."""
        back = ["undo"] if page.step else []
        kept = ["kept"] if page.over and self._sitting.kept else []
        return keys_of(self).hint(*back, *kept, *(["take_away"] if page.over else []), "leave")
