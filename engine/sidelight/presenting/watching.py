"""Watching a sitting: whoever keeps a record of what is read is told as it happens."""

from sidelight.model.story import Choice
from sidelight.play.playthrough import Playthrough
from sidelight.presenting.page import Page


class Watcher:
    """Is told what a reader does. This one does nothing about it; one that keeps a record overrides what it needs.

    `length` is always how many steps had been taken when she did it.
    """

    def began(self, playthrough: Playthrough) -> None:
        """A playthrough is read from here: a new one, or one that was left and is gone on with."""

    def chose(self, page: Page, choice: Choice, length: int) -> None:
        """A choice was taken on a page."""

    def went_back(self, length: int) -> None:
        """Steps were taken back, to where so many had been taken."""

    def opened(self, aside: str, scene: str, length: int) -> None:
        """A note was opened, be it for the first time or again."""

    def ended(self, page: Page, length: int) -> None:
        """An ending was reached, or a chapter played alone was left."""


UNWATCHED = Watcher()
"""Watches a sitting of which no record is kept."""
