"""The line on which a teacher types how many hands she counts."""

from textual import events
from textual.geometry import Offset

from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.widgets.set_text import SetText

_LETTERS = frozenset("0123456789 ,;=:")
_LONGEST = 40
_TAKE = "take "


class HandsLine(SetText, can_focus=True):
    """Takes numbers and what stands between them. Every other key is left to the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._prompt = ""
        self.typed = ""

    @property
    def cursor_place(self) -> Offset:
        """After what was typed."""
        return Offset(self.styles.padding.left + self.galley(self.size.width).lines[0].cell_length, 0)

    def ask(self, prompt: str) -> None:
        """Say what is to be typed, on an empty line."""
        self._prompt, self.typed = prompt, ""
        self.refresh()

    def galley(self, width: int) -> Galley:
        """The prompt, as much of it as there is room for, and what was typed, or the end of it."""
        typed = plain(self.typed[-max(1, width // 2) :], Role.STRONG)
        prompt = plain(f"{self._prompt}:").truncate(max(1, width - typed.cell_length - 2), ellipsis=True)
        return Galley(width, lines=[prompt.stylize(Role.ACCENT) + plain(" ") + typed])

    def on_key(self, event: events.Key) -> None:
        """Type, or take back what was typed."""
        letter = event.character or ""
        if event.key == "backspace" and self.typed:
            self.typed = "" if self.typed == _TAKE else self.typed[:-1]
        elif letter == _TAKE[0] and not self.typed:
            self.typed = _TAKE
        elif letter in _LETTERS and letter.strip() + self.typed and len(self.typed) < _LONGEST:
            self.typed += letter
        else:
            return
        event.stop()
        self.refresh()
