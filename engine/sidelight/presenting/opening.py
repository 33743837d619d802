"""The ways into a story: each gives a sitting, and leaves the one before."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.resume import Resumed, resume
from sidelight.presenting.saves import SaveLine, save_line
from sidelight.presenting.sitting import Clock, Sitting
from sidelight.presenting.title import Title, title_of
from sidelight.presenting.watching import UNWATCHED, Watcher
from sidelight.presenting.words import number_of
from sidelight.saving import slots
from sidelight.saving.slot import read_slot
from sidelight.saving.store import AUTOSAVE, Lock, Store


@dataclass(frozen=True, slots=True)
class OtherStory:
    """A story that was found on this computer."""

    path: Path
    title: str
    author: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A sitting to read in, and a sentence for the reader if there is something to say first."""

    sitting: Sitting
    message: str = ""


class Opening:
    """Holds the one sitting of a reader with a story, and the claim on the slot it is kept in."""

    def __init__(
        self,
        rules: Rules,
        store: Store,
        *,
        clock: Clock = str,
        others: Callable[[], tuple[OtherStory, ...]] = tuple,
        watcher: Watcher = UNWATCHED,
    ) -> None:
        self.rules = rules
        self.sitting: Sitting | None = None
        self.elsewhere: Path | None = None
        """The other story the reader wants to go over to, once she has left this one."""
        self._store = store
        self._clock = clock
        self._find_others = others
        self._watcher = watcher
        self._wanted = self._name = ""
        self._lock: Lock | None = None

    def prepare(self) -> None:
        """Claim where the story is kept, and look at it: what is wrong there is said before anything is shown."""
        self._claim(AUTOSAVE)
        self._store.shelf()

    @property
    def title(self) -> Title:
        """The title page as it stands now."""
        if self.sitting is None:
            self._claim(AUTOSAVE)
        name = self._name if self._wanted == AUTOSAVE else AUTOSAVE
        return title_of(self.rules.story, self._store.shelf().shelf, self._line(name))

    @property
    def others(self) -> tuple[OtherStory, ...]:
        """The other stories that are found, looked for now."""
        return self._find_others()

    def line_of_chapter(self, chapter: str) -> SaveLine | None:
        """Where a chapter played alone was left, if it was begun."""
        return self._line(self.chapter_slot(chapter))

    def chapter_slot(self, chapter: str) -> str:
        """The name of the slot in which a chapter played alone is kept: its number, as a reader counts."""
        once = f"chapter-{chapter}"  # those begun under the id are gone on there
        for found in slots.listed(self._store) if once in self._store.slots() else ():
            if found.name == once and found.save is not None and found.save.beginning.chapter == chapter:
                return once
        return f"chapter-{list(self.rules.story.chapters).index(chapter) + 1}"

    def go_on(self, slot: str = AUTOSAVE, beginning: Beginning | None = None) -> Opened:
        """Go on where a slot was left; from a beginning, if there is nothing in it that fits."""
        if self.sitting is not None and slot == self._wanted:
            return Opened(self.sitting)
        self._claim(slot)
        resumed = self._resumed(beginning or Beginning())
        return self._sit(resumed)

    def begin(self, slot: str = AUTOSAVE, beginning: Beginning | None = None) -> Opened:
        """Begin anew in a slot; what was played in it is kept under another name."""
        opened = self.go_on(slot, beginning)
        if not opened.sitting.playthrough.length:
            return opened
        earlier = opened.sitting.begin_again()
        kept = f"What you were playing is kept as “{earlier}”." if earlier else ""
        return Opened(opened.sitting, f"You begin again. {kept}".strip())

    def try_out(self, slot: str, playthrough: Playthrough) -> Opened:
        """Read on from a playthrough that is given; whatever the slot held gives way."""
        self._claim(slot)
        return self._sit(Resumed(playthrough, Notebook()))

    def leave(self) -> None:
        """Leave the sitting, and give up the claim on its slot."""
        if self.sitting is not None:
            self.sitting.leave()
            self.sitting = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self._wanted = ""

    def _sit(self, resumed: Resumed) -> Opened:
        message = resumed.message
        if self._name != self._wanted:
            elsewhere = f"Another window is reading this story, so this play is kept as {self._name}."
            message = f"{message} {elsewhere}".strip()
        self.sitting = Sitting(
            resumed.playthrough,
            resumed.notebook,
            self._store,
            self._name,
            words=resumed.words,
            play=resumed.play,
            clock=self._clock,
            watcher=self._watcher,
        )
        return Opened(self.sitting, message)

    def _claim(self, wanted: str) -> None:
        """Claim a slot no other window holds: the one wanted, or the next of its name."""
        if wanted == self._wanted and self.sitting is None:
            return
        self.leave()
        self._store.file(wanted)  # refuses a name that cannot be one
        if wanted not in (AUTOSAVE, *self._store.slots()):
            slots.must_be_free(self._store, wanted)
        name, number = wanted, 1
        while not (lock := self._store.lock(name)).held:
            number += 1
            name = f"{wanted}-{number}"
        self._wanted, self._name, self._lock = wanted, name, lock

    def _resumed(self, beginning: Beginning) -> Resumed:
        """What the claimed slot holds, if it fits the beginning that is wanted; else anew."""
        anew = Resumed(Playthrough.begin(self.rules, beginning), Notebook())
        file = self._store.file(self._name)
        found = read_slot(file)
        if found.save is None:
            return replace(anew, message=_put_aside(found.set_aside, "nothing of it could be read"))
        resumed = resume(self.rules, found.save)
        if resumed is None or beginning.chapter not in (None, found.save.beginning.chapter):
            aside = found.set_aside or file.set_aside("earlier")
            return replace(anew, message=_put_aside(aside, "it began where this play does not"))
        if found.set_aside:
            return replace(resumed, message=_put_aside(found.set_aside, "what could be read of it is used"))
        steps = number_of(resumed.playthrough.length, "step")
        went_on = f"You go on after {steps}." if resumed.playthrough.length else ""
        return replace(resumed, message=resumed.message or went_on)

    def _line(self, slot: str) -> SaveLine | None:
        playing = "" if self.sitting is None else self.sitting.name
        found = next((each for each in slots.listed(self._store) if each.name == slot), None)
        line = None if found is None else save_line(found, playing)
        return line if line is not None and line.steps else None


def _put_aside(where: str | None, why: str) -> str:
    return f"Your save did not fit: {why}. It has been put aside as {where}." if where else ""
