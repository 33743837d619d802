"""A sentence with a place of its own on a screen."""

from sidelight.tui.prose import Galley, Role, plain
from sidelight.tui.widgets.set_text import SetText


class Sentence(SetText):
    """Takes no row while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def say(self, words: str) -> None:
        """Say something else, or nothing."""
        self._words = words
        self.refresh(layout=True)

    def galley(self, width: int) -> Galley:
        """The sentence at a width."""
        galley = Galley(width)
        if self._words:
            galley.line(plain(self._words, Role.ACCENT))
        return galley
