"""One reader's sitting with a story: the playthrough she is in, kept as she goes. Every front end holds one."""

from pathlib import Path

from sidelight.model.story import Choice
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.presenting.keepsake import keepsake, keepsake_name
from sidelight.presenting.page import Kept, Page
from sidelight.presenting.present import kept, present
from sidelight.saving.new_file import write_new
from sidelight.saving.shelf import Shelf, ShelfFile
from sidelight.saving.slot import Slot


class Sitting:
    """The one thing that changes while a story is read; what it holds are values."""

    def __init__(self, playthrough: Playthrough, notebook: Notebook, slot: Slot, shelf: ShelfFile) -> None:
        self._slot = slot
        self._shelf = shelf
        self.notebook = notebook
        self._stand_at(playthrough)

    def _stand_at(self, playthrough: Playthrough) -> None:
        self.playthrough = playthrough
        self.page: Page = present(playthrough)
        self._slot.keep(playthrough, self.notebook)
        if playthrough.last is not None:
            self._shelf.take(playthrough.last.choice.step)
        if self.page.scene:
            self._shelf.see(self.page.scene, ending=self.page.ending is not None)

    @property
    def shelf(self) -> Shelf:
        """What this reader has ever seen of the story."""
        return self._shelf.shelf

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The texts the story lets her keep, as they read now."""
        return kept(self.playthrough)

    @property
    def keepsake(self) -> str:
        """What she can take away as a file of Markdown, as it stands now."""
        return keepsake(self.playthrough, self.notebook)

    def take_away(self, wanted: str = "") -> Path:
        """Write the keepsake to a new file, in the folder she is in unless she says where, and say which it is."""
        return write_new(wanted, keepsake_name(self.playthrough), self.keepsake)

    def choose(self, choice: Choice) -> None:
        """Take an open choice."""
        self._stand_at(self.playthrough.choose(choice))

    def rewind(self, length: int) -> None:
        """Go back to where so many steps had been taken."""
        self._stand_at(self.playthrough.rewind(length))

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        if self.playthrough.last is None:
            return False
        self._stand_at(self.playthrough.undo())
        return True

    def open(self, aside: str) -> None:
        """Note that an aside has been opened."""
        self.notebook = self.notebook.open(aside, self.playthrough.length, self.page.scene)
        self._slot.keep(self.playthrough, self.notebook)

    def leave(self) -> None:
        """Write the save whole and safe, as the program ends."""
        self._slot.compact(self.playthrough, self.notebook)
