"""One reader's sitting with a story: the playthrough she is in, kept as she goes. Every front end holds one."""

from collections.abc import Callable
from pathlib import Path

from sidelight.errors import FileError
from sidelight.model.story import Choice
from sidelight.play.notebook import Answered, Notebook, Skipped
from sidelight.play.playthrough import Playthrough
from sidelight.play.state import State
from sidelight.presenting import skipping
from sidelight.presenting.keepsake import keepsake, keepsake_name
from sidelight.presenting.length import words_on
from sidelight.presenting.page import Kept, Page
from sidelight.presenting.present import kept, present
from sidelight.presenting.resume import resume
from sidelight.presenting.saves import Saves
from sidelight.presenting.skipping import decision_key, text_key
from sidelight.presenting.watching import UNWATCHED, Watcher
from sidelight.saving import slots
from sidelight.saving.new_file import write_new
from sidelight.saving.save import Mark, Save
from sidelight.saving.shelf import Shelf
from sidelight.saving.store import Store
from sidelight.text.prose import plain_words

Clock = Callable[[], str]
"""Tells the reader's own time, as in "2026-11-22T14:05:00"."""


class Sitting:
    """The one thing that changes while a story is read; what it holds are values.

    Every step is kept in the slot of its `name`. The other saves are pictures of a moment, taken when she asks.
    """

    def __init__(
        self,
        playthrough: Playthrough,
        notebook: Notebook,
        store: Store,
        name: str,
        *,
        words: int = 0,
        play: int = 0,
        clock: Clock = str,
        watcher: Watcher = UNWATCHED,
    ) -> None:
        self._store = store
        self._slot = store.slot(store.file(name))
        self._shelf = store.shelf()
        self._clock = clock
        self._watcher = watcher
        self.name = name
        self.saves = Saves(store, name)
        self.notebook = notebook
        self.page_told = True
        """Whether the page has been told; somebody who asks questions first says so, until it has."""
        self.words = words
        """How many words of this playthrough she has read, those of steps she took back among them."""
        self._number(play)
        self._begin_at(playthrough, read=not words)

    def _number(self, play: int) -> None:
        """Go on with a playthrough of this number, or begin the next."""
        self._slot.play = play if 0 < play <= self.shelf.plays else self._shelf.begin()

    def _begin_at(self, playthrough: Playthrough, *, read: bool) -> None:
        self._stand_at(playthrough, read=read)
        self._watcher.began(playthrough)

    def _step_to(self, playthrough: Playthrough, choice: Choice, *, read: bool = False) -> None:
        """Stand a step further, and have it told."""
        page = self.page
        try:
            self._stand_at(playthrough, read=read)
        finally:  # the step is taken even where it cannot be saved
            self._watcher.chose(page, choice, page.step)
            if self.page.over:
                self._watcher.ended(self.page, self.page.step)

    def _go_back_to(self, playthrough: Playthrough) -> None:
        try:
            self._stand_at(playthrough)
        finally:
            self._watcher.went_back(playthrough.length)

    def _stand_at(self, playthrough: Playthrough, *, read: bool = False) -> None:
        self.playthrough, self.page_told = playthrough, True
        last = () if playthrough.last is None else (playthrough.last.choice.step,)
        self.page: Page = present(playthrough, self.shelf.taken.union(last))
        if read:
            self.words += words_on(self.page)
        self._slot.keep(playthrough, self.notebook, self.mark)
        if playthrough.last is not None:
            self._shelf.take(playthrough.last.choice.step)
        if self.page.scene:
            self._shelf.see(self.page.scene, ending=self.page.ending is not None)
        text = text_key(self.page)
        self.read_before = self.shelf.texts.get(text, self._slot.play) != self._slot.play
        """Whether she has read the very text of this page in an earlier playthrough."""
        self._shelf.read(text, self._slot.play)

    @property
    def seed(self) -> str:
        """What is the same as long as this playthrough is read, here and in whichever reader."""
        return f"{self.name} {self._slot.play}"

    @property
    def mark(self) -> Mark:
        """What a list of saves would say of this moment: where the last page was that has been told."""
        page = self.page if self.page_told else present(self.playthrough.undo())
        chapter = page.chapter.title if page.chapter is not None else ""
        return Mark(plain_words(page.title), chapter, self.words, self._clock())

    @property
    def shelf(self) -> Shelf:
        """What this reader has ever seen of the story."""
        return self._shelf.shelf

    @property
    def kept_in(self) -> str:
        """Where every step is kept: the path of a file."""
        return self._slot.name

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
        decision = decision_key(self.page)
        self._step_to(self.playthrough.choose(choice), choice, read=True)
        self._shelf.decide(decision, choice.step)  # last: she goes on even where nothing can be written

    def skip(self) -> str:
        """Go on as she did before, over what she has read in earlier playthroughs, and say why it stops here.

        It stops at the first page or decision that is new, and before an end.
        """
        been: set[State] = set()
        found: Playthrough | str = self.playthrough if self.read_before else skipping.NOT_READ
        while not isinstance(found, str):
            been.add(found.state)
            found = skipping.further(found, self.page, self.shelf, been)
            if not isinstance(found, str) and found.last is not None:
                self._step_to(found, found.last.choice)
                found = found if self.read_before else skipping.NEW_PAGE
        return found

    def rewind(self, length: int) -> None:
        """Go back to where so many steps had been taken."""
        self._go_back_to(self.playthrough.rewind(length))

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        if self.playthrough.last is None:
            return False
        self._go_back_to(self.playthrough.undo())
        return True

    def open(self, aside: str) -> None:
        """Note that an aside has been opened."""
        length, scene = self.playthrough.length, self.page.scene
        self._watcher.opened(aside, scene, length)
        self.notebook = self.notebook.open(aside, length, scene)
        self._slot.keep(self.playthrough, self.notebook)

    def note(self, entry: Answered | Skipped) -> None:
        """Note what was done about an exercise."""
        self.notebook = self.notebook.note(entry)
        self._slot.keep(self.playthrough, self.notebook)

    def meet_a_question(self) -> None:
        """Note that a question has been met."""
        self._shelf.ask()

    def begin_again(self) -> str:
        """Begin a new playthrough where this one began, and say under which name this one is kept."""
        earlier = self._keep_earlier()
        self.notebook, self.words = Notebook(), 0
        self._number(0)
        self._begin_at(self.playthrough.rewind(0), read=True)
        return earlier

    def save_as(self, name: str, *, replace: bool = False) -> None:
        """Keep this moment under a name. One that is there already stays, unless it is to be replaced."""
        self.saves.put(name, self._save, over=replace)

    def load(self, name: str) -> tuple[str, str]:
        """Go on from a save. Say under which name the present playthrough is kept, and what no longer fits."""
        found = resume(self.playthrough.rules, self.saves.fetch(name))
        if found is None:
            raise FileError(f'where the save "{name}" began is no longer in the story', "load another")
        earlier = self._keep_earlier()
        self.notebook, self.words = found.notebook, found.words
        self._number(found.play)
        self._begin_at(found.playthrough, read=not found.words)
        return earlier, found.message

    def leave(self) -> None:
        """Write the save whole and safe, as the program ends."""
        self._slot.compact(self.playthrough, self.notebook, self.mark)

    @property
    def _save(self) -> Save:
        return self._slot.save(self.playthrough, self.notebook, self.mark)

    def _keep_earlier(self) -> str:
        """Keep what is played now under another name, if some of it stands in no other save; say which."""
        save = self._save
        if not save.steps or self.saves.hold(save):
            return ""
        self.leave()
        earlier = slots.set_by(self._store, self.name)
        self._slot = self._store.slot(self._store.file(self.name))
        return earlier
