"""A widget that shows a galley."""

from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from sidelight.tui.prose import Galley, Lines


class SetText(Widget):
    """Shows lines that were set by us at its width; subclasses say which. No string is ever read as markup."""

    FOCUS_ON_CLICK = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._painting: Lines = []

    @property
    def cursor_place(self) -> Offset:
        """Where in the widget the terminal's cursor belongs while this has the focus."""
        return Offset(0, 0)

    def galley(self, width: int) -> Galley:
        """What is shown at a width."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many rows as there are lines."""
        return len(self.galley(width).lines)

    def lit(self, line: Content) -> Content:
        """A line as it is painted now, if it is not painted as it was set."""
        return line

    def render(self) -> Content:
        """The lines as they stand."""
        return Content("\n").join([self.lit(line) for line in self.galley(self.size.width).lines])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are painted. Painting is when the place of the terminal's cursor is known."""
        if self.has_focus:
            self.app.cursor_position = self.region.offset + self.cursor_place
        self._painting = self.galley(self.size.width).lines
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A line by itself, for only those in view are wanted; all of them while some of the text is selected."""
        if self.text_selection is not None or y >= len(self._painting):
            return super().render_line(y)
        return Visual.to_strips(self, self.lit(self._painting[y]), self.size.width, 1, self.visual_style)[0]
