"""Where the saves of a story are kept: a folder for each story, a file for each slot."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path

from sidelight.errors import FileError, UsageError
from sidelight.model.story import Story
from sidelight.play.digest import digest
from sidelight.saving.files import DiskFile, MemoryFile, RecordFile
from sidelight.saving.names import composed, is_name, why_none
from sidelight.saving.save import StoryStamp
from sidelight.saving.shelf import ShelfFile
from sidelight.saving.slot import Slot

AUTOSAVE = "autosave"
_SUFFIX = ".save"


def state_folder() -> Path:
    """The folder for what Sidelight keeps, by the XDG rules."""
    from platformdirs import user_state_path  # noqa: PLC0415 - 5 ms, and only play needs it

    return user_state_path("sidelight", appauthor=False)


def stamp(story: Story) -> StoryStamp:
    """Which edition of a story this is."""
    return StoryStamp(story.id, story.version, digest(story))


@dataclass(frozen=True)
class Store:
    """The saves of one story. Without a folder, everything is kept in memory and gone with the program."""

    story: Story
    folder: Path | None
    _memory: dict[str, MemoryFile] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, story: Story) -> "Store":
        """The store in the reader's own state folder."""
        return cls(story, state_folder() / story.id)

    def file(self, slot: str) -> RecordFile:
        """The file of a slot."""
        if not is_name(slot):
            raise UsageError(why_none(slot), "take another name")
        if self.folder is None:
            return self._memory.setdefault(slot, MemoryFile())
        return DiskFile(self._path(slot))

    def slot(self, file: RecordFile) -> Slot:
        """A slot that keeps a playthrough in a file."""
        return Slot(file, stamp(self.story))

    def shelf(self) -> ShelfFile:
        """The shelf of the story."""
        return ShelfFile.open(MemoryFile() if self.folder is None else DiskFile(self.folder / "shelf"))

    def slots(self) -> Iterator[str]:
        """The names of the slots that hold something."""
        if self.folder is None:
            yield from sorted(name for name, file in self._memory.items() if file.text is not None)
        elif self.folder.is_dir():
            yield from sorted({name for path in self._files() if is_name(name := composed(path.stem))})

    def rename(self, slot: str, to: str) -> None:
        """Give a slot another name, which must be free."""
        self.file(to)
        if self.folder is None:
            self._memory[to] = self._memory.pop(slot)
            return
        self._change(slot, lambda path: path.rename(path.with_name(f"{to}{_SUFFIX}")))

    def delete(self, slot: str) -> None:
        """Take a slot away, for good."""
        if self.folder is None:
            self._memory.pop(slot)
            return
        self._change(slot, Path.unlink)

    def _change(self, slot: str, change: Callable[[Path], object]) -> None:
        path = self._path(slot)
        try:
            change(path)
        except OSError as error:
            raise FileError(
                f"cannot change {path}: {error.strerror or error}",
                "give yourself the right to write there, or set XDG_STATE_HOME to another folder",
            ) from error

    def _files(self) -> Iterator[Path]:
        return (self.folder or Path()).glob(f"*{_SUFFIX}")

    def _path(self, slot: str) -> Path:
        """The file of a slot, which may have come from a system that writes accents apart from their letters."""
        path = (self.folder or Path()) / f"{slot}{_SUFFIX}"
        if slot.isascii() or path.exists():
            return path
        return next((other for other in self._files() if composed(other.stem) == slot), path)

    def lock(self, slot: str) -> "Lock":
        """Claim a slot for this program, so that two windows do not write one save."""
        return Lock(None if self.folder is None else self.folder / f"{slot}.lock")


class Lock:
    """A claim on a slot, held until the program ends. Where the system has no such claims, it is always had."""

    def __init__(self, path: Path | None) -> None:
        self._file: TextIOWrapper | None = None
        self.held = path is None or self._claim(path)

    def _claim(self, path: Path) -> bool:
        try:
            import fcntl  # noqa: PLC0415 - not on Windows
        except ImportError:
            return True
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("w")
        except OSError as error:
            raise FileError(
                f"cannot write in {path.parent}: {error.strerror or error}",
                "give yourself the right to write there, or set XDG_STATE_HOME to another folder",
            ) from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Give the claim up."""
        if self._file is not None:
            self._file.close()
            self._file = None
