"""A sheet: a column drawn up over the page from below, and put away again."""

from sidelight.tui.acting import keys_of
from sidelight.tui.prose import plain
from sidelight.tui.widgets.column import Column


class Sheet(Column):
    """Out of sight until it is needed. Not a screen of its own, which would repaint all it does not cover."""

    def __init__(self, page: Column) -> None:
        super().__init__()
        self.display = False
        self._page = page
        self._actions: tuple[str, ...] = ()
        self._note: int | None = None

    def on_mount(self) -> None:
        """Follow what is left of it below its last line."""
        for what in ("scroll_y", "virtual_size"):
            self.watch(self, what, self._name_on_edge, init=False)

    def on_resize(self) -> None:
        """As much of it may be in view now as was not before, and as much of the page not."""
        self._settle()

    def draw_up(self, *actions: str, note: int | None = None) -> None:
        """Come into sight. On the edge stand what can be done here, how to read on, and how to put it away.

        `note` is the number of the note it shows, if it does: the line with its mark is kept in view above.
        """
        self._actions = actions
        self._note = note
        self.set_class(note is not None, "-note")
        self.display = True
        self.call_after_refresh(self._settle)
        self.take_focus()

    def _settle(self) -> None:
        self._name_on_edge()
        if self.display and self._note is not None:
            self._page.cover(self._page.region.bottom - self.region.y, self._note)

    def _name_on_edge(self) -> None:
        more = ["page_on"] if self.below else []
        self.border_title = plain(f" {keys_of(self).hint(*self._actions, *more, 'close')} ")

    def put_away(self) -> None:
        """Go out of sight, with the page as it was."""
        self.display = False
        self._page.uncover()
