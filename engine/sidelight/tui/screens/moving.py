"""Moving about in a column: the same wherever the reader is."""

from sidelight.tui.widgets.column import Column


class Moving:
    """The actions that go from line to line, and from choice to choice. For a screen to be mixed with."""

    @property
    def here(self) -> Column:
        """The column the reader is in."""
        raise NotImplementedError

    def action_down(self) -> None:
        """A line down, or the next choice."""
        self.here.move(1)

    def action_up(self) -> None:
        """The choice before, or a line up."""
        self.here.move(-1)

    def action_page_on(self) -> None:
        """The next screenful."""
        self.here.turn(1)

    def action_page_back(self) -> None:
        """The screenful before."""
        self.here.turn(-1)

    def action_top(self) -> None:
        """The top of the text."""
        self.here.go_to_end(top=True)

    def action_bottom(self) -> None:
        """The end of the text."""
        self.here.go_to_end(top=False)
