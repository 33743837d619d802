"""One save being written: each step costs a line, whatever the length of the play."""

from dataclasses import dataclass

from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough, Step
from sidelight.saving.files import RecordFile
from sidelight.saving.records import Record, decode, encode
from sidelight.saving.save import Mark, Save, StoryStamp, entry_record, mark_record, read_save, records


@dataclass(frozen=True, slots=True)
class Found:
    """What a slot held: a save, or none; and where a damaged file has been put, if it was one."""

    save: Save | None
    set_aside: str | None = None


def read_slot(file: RecordFile) -> Found:
    """Read a slot. A damaged file is set aside, and what stood before the damage is used."""
    text = file.read()
    if text is None:
        return Found(None)
    found = decode(text)
    save = read_save(found.records)
    if found.damaged or save is None:
        return Found(save, file.set_aside("damaged"))
    return Found(save)


def write_save(file: RecordFile, save: Save) -> None:
    """Write a whole save into a file, in place of what it held."""
    file.replace("".join(encode(record) for record in records(save)))


class Slot:
    """Keeps a playthrough in a file: told where it stands now, it writes what has changed since."""

    def __init__(self, file: RecordFile, stamp: StoryStamp) -> None:
        self._file = file
        self._stamp = stamp
        self.play = 0
        """Which of the shelf's playthroughs is kept here."""
        self._begun = False
        self._last: Step | None = None
        self._entries = 0

    @property
    def name(self) -> str:
        """The path of its file."""
        return self._file.name

    def keep(self, playthrough: Playthrough, notebook: Notebook, mark: Mark | None = None) -> None:
        """Write what has changed since the last time; everything, the first time."""
        change = self._change(playthrough, notebook) if self._begun else None
        if change is None:
            self.compact(playthrough, notebook, mark)
        elif change:
            change += [] if mark is None else [mark_record(mark)]
            self._file.append("".join(encode(record) for record in change))
        self._begun = True
        self._last = playthrough.last
        self._entries = len(notebook.entries)

    def compact(self, playthrough: Playthrough, notebook: Notebook, mark: Mark | None = None) -> None:
        """Write the whole save anew, without what was undone, and force it to disk."""
        write_save(self._file, self.save(playthrough, notebook, mark))

    def save(self, playthrough: Playthrough, notebook: Notebook, mark: Mark | None = None) -> Save:
        """A playthrough as a save."""
        steps = tuple(step.choice.step for step in playthrough.steps())
        return Save(self._stamp, playthrough.beginning, steps, notebook, mark, self.play)

    def _change(self, playthrough: Playthrough, notebook: Notebook) -> list[Record] | None:
        """The records that lead from what is written to what is now; None if they would not be few."""
        changed: list[Record] = []
        now = playthrough.last
        if now is self._last:
            pass
        elif now is not None and now.earlier is self._last:
            changed.append({"step": now.choice.step})
        elif _is_before(now, self._last):
            changed.append({"back": 0 if now is None else now.number})
        else:
            return None
        return changed + [entry_record(entry) for entry in notebook.entries[self._entries :]]


def _is_before(step: Step | None, later: Step | None) -> bool:
    """Whether a step lies on the way to a later one; None is the beginning of every route."""
    while later is not None and later is not step:
        later = later.earlier
    return later is step
