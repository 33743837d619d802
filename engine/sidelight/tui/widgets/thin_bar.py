"""A scroll bar that is one thin line, and needs no colour to be seen."""

from rich.color import Color
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBarRender

_THUMB = "│"


class ThinBar(ScrollBarRender):
    """Draws where in a text the window is; nothing, where all of it can be seen."""

    @classmethod
    def render_bar(
        cls,
        size: int = 25,
        virtual_size: float = 50,
        window_size: float = 20,
        position: float = 0,
        thickness: int = 1,  # noqa: ARG003 - it is always one cell
        vertical: bool = True,  # noqa: ARG003, FBT001, FBT002 - no text of ours scrolls sideways
        back_color: Color = Color.parse("#555555"),  # noqa: B008 - Textual's own signature
        bar_color: Color = Color.parse("bright_magenta"),  # noqa: B008 - likewise
    ) -> Segments:
        """The bar as segments; a press on it grabs it, beside it turns the page."""
        above = Segment(" ", Style(bgcolor=back_color, meta={"@mouse.down": "scroll_up"}))
        below = Segment(" ", Style(bgcolor=back_color, meta={"@mouse.down": "scroll_down"}))
        if not window_size or virtual_size <= window_size:
            return Segments([above] * size, new_lines=True)
        length = max(1, round(size * window_size / virtual_size))
        start = round((size - length) * position / (virtual_size - window_size))
        look = Style(color=bar_color, bgcolor=back_color, meta={"@mouse.down": "grab"})
        thumb = Segment(_THUMB, look)
        return Segments([above] * start + [thumb] * length + [below] * (size - start - length), new_lines=True)
