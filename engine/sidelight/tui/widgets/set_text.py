"""A widget that shows a galley."""

from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from sidelight.tui.prose import Galley


class SetText(Widget):
    """Shows lines that were set by us at its width; subclasses say which. No string is ever read as markup."""

    FOCUS_ON_CLICK = False

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

    def render(self) -> Content:
        """The lines as they stand."""
        return Content("\n").join(self.galley(self.size.width).lines)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are painted. Painting is when the place of the terminal's cursor is known."""
        if self.has_focus:
            self.app.cursor_position = self.region.offset + self.cursor_place
        return super().render_lines(crop)
