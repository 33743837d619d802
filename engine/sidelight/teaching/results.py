"""What a class leaves on a machine: a file of results for each code name, and the play that is kept for it."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sidelight.errors import FileError
from sidelight.model.story import Story
from sidelight.saving.store import Lock, Store, state_folder
from sidelight.teaching.events import Event, NotAnEventError, Session, from_line

KEPT = timedelta(days=90)
"""How long results are kept after a session."""

SUFFIX = ".jsonl"
_PLAYS = "class"
_LOCK = "play.lock"


def results_folder() -> Path:
    """Where results are kept unless somebody says where, by the XDG rules; in it a folder for each story."""
    from platformdirs import user_data_path  # noqa: PLC0415 - 5 ms, and few ask

    return user_data_path("sidelight", appauthor=False) / "results"


def results_file(story: str, code: str, folder: Path | None = None) -> Path:
    """The file for a code name: in the folder that is given, or among those of its story on this machine."""
    return (results_folder() / story if folder is None else folder) / f"{code}{SUFFIX}"


def class_store(story: Story, code: str) -> Store:
    """Where the play of a code name is kept: apart from others, who would else meet it among their saves."""
    return Store(story, state_folder() / story.id / _PLAYS / code)


def claim(folder: Path | None) -> Lock:
    """Claim the play kept in a folder for this program, until it ends."""
    return Lock(None if folder is None else folder / _LOCK)


class ResultsFile:
    """A file of results, which is only ever added to."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._whole = False
        """Whether the file is known to end where a line ends."""

    def append(self, text: str) -> None:
        """Add lines to its end. A line that was torn there before is ended first: it is damaged, but not lost."""
        try:
            if not self._whole:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                text = f"{self._missing_end()}{text}"
            self._whole = False
            with self.path.open("ab") as file:
                file.write(text.encode("utf-8", "replace"))
        except OSError as error:
            raise FileError(
                f"cannot write {self.path}: {error.strerror or error}",
                "make room or give yourself the right to write there, or give another folder with --results",
            ) from error
        self._whole = True

    def _missing_end(self) -> str:
        with suppress(FileNotFoundError), self.path.open("rb") as file:
            if file.seek(0, 2):
                file.seek(-1, 2)
                return "" if file.read(1) == b"\n" else "\n"
        return ""

    def last_session(self) -> tuple[Session, tuple[Event, ...]] | None:
        """The session begun last, and what was recorded of it; None if there is none that can be read."""
        session: Session | None = None
        after: list[Event] = []
        for event in _events(self.path):
            if isinstance(event, Session):
                session, after = event, []
            else:
                after.append(event)
        return None if session is None else (session, tuple(after))


def _events(path: Path, word: str = "") -> Iterator[Event]:
    """The events of a file whose lines have a word in them; lines that are none are passed over."""
    try:
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    except OSError:  # not there, or not to be read: then nothing can be known of it
        return
    for line in lines:
        with suppress(NotAnEventError):
            if word in line:
                yield from_line(line)


def _sessions(path: Path) -> Iterator[Session]:
    """The sessions of a file. Every command of a class looks for them, so no other line is taken apart."""
    return (event for event in _events(path, f'"{Session.event}"') if isinstance(event, Session))


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that is kept of a code name: a file of results, or the folder of a play."""

    code: str
    story: str
    path: Path

    @property
    def is_play(self) -> bool:
        """Whether it is a play."""
        return self.path.suffix != SUFFIX


def traces(code: str = "*", story: str = "*", folder: Path | None = None) -> tuple[Trace, ...]:
    """What is kept of a code name, or of all, for one story or for all; results also in the folder given."""
    found = [Trace(path.stem, path.parent.name, path) for path in results_folder().glob(f"{story}/{code}{SUFFIX}")]
    if folder is not None:
        found += [Trace(path.stem, "", path) for path in folder.glob(f"{code}{SUFFIX}") if _is_of(path, story)]
    plays = state_folder().glob(f"{story}/{_PLAYS}/{code}")
    found += [Trace(path.name, path.parent.parent.name, path) for path in plays if path.is_dir()]
    once = {trace.path.resolve(): trace for trace in reversed(found)}
    return tuple(sorted(once.values(), key=lambda trace: (trace.code, trace.is_play, trace.path)))


def _is_of(path: Path, story: str) -> bool:
    """Whether a file that lies among others holds results, and of that story alone."""
    stories = {session.story for session in _sessions(path)}
    return stories == {story} or (story == "*" and bool(stories))


def expired(found: tuple[Trace, ...], today: date) -> tuple[Trace, ...]:
    """Those that are past their day: the last that a session in them names, or so long after they last changed."""
    return tuple(trace for trace in found if _last_day(trace) < today)


def _last_day(trace: Trace) -> date:
    if not trace.is_play:
        return max((_day(session.expires) for session in _sessions(trace.path)), default=date.max)
    try:
        changed = max(path.stat().st_mtime for path in (trace.path, *trace.path.iterdir()))
    except OSError:  # gone by now, or not hers to look into: then it is not hers to erase
        return date.max
    return datetime.fromtimestamp(changed, UTC).date() + KEPT


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return date.max


def erase(trace: Trace) -> None:
    """Take it away, for good; not under the feet of somebody who plays it."""
    lock = claim(trace.path if trace.is_play else None)
    if not lock.held:
        raise FileError(f"{trace.code} is being played in another window", "leave it there first")
    try:
        if trace.is_play:
            shutil.rmtree(trace.path)
        else:
            trace.path.unlink()
    except OSError as error:
        raise FileError(
            f"cannot erase {trace.path}: {error.strerror or error}", "give yourself the right to change it"
        ) from error
    finally:
        lock.release()
