"""Results gathered: which files hold sessions of a story, which of them count, and what is wrong with the rest.

The files are gone through twice. First only the lines that begin a session are read, so that a session that is
in two files is counted once, and the sessions of one code name come together; then one learner after another.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sidelight.errors import FileError
from sidelight.teaching.codes import is_code
from sidelight.teaching.events import FORMAT, Event, NotAnEventError, Session, from_line
from sidelight.teaching.results import SUFFIX

_LONGEST = 1_000_000
"""Bytes. A longer line is damaged."""
_LARGEST = 16_000_000
"""Bytes. A longer session is none that a person has played."""
_MARK = b'"session"'
_BEGINNING = '{"event":"session"'


class Problem(NamedTuple):
    """What is wrong with a file, in words that go on after its name."""

    path: Path
    what: str


class Place(NamedTuple):
    """Where the lines after a session's first stand: a file, the number of the first of them, and its bytes."""

    path: Path
    line: int
    begins: int
    ends: int

    @property
    def size(self) -> int:
        """How many bytes."""
        return self.ends - self.begins


@dataclass(frozen=True, slots=True)
class Recorded:
    """A session, and what was recorded of it."""

    session: Session
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Learner:
    """Everything of one code name in one folder, in the order in which it was done."""

    code: str
    sessions: tuple[Recorded, ...]


def files_in(where: Iterable[Path]) -> list[Path]:
    """The files that are named, and those of results in the folders that are; each once."""
    found: dict[Path, None] = {}
    for path in where:
        if path.is_dir():
            found |= dict.fromkeys(sorted(path.rglob(f"*{SUFFIX}")))
        elif path.exists():
            found[path] = None
        else:
            raise FileError(
                f"there is no file or folder {path}", "name the files of results, or the folder they are in"
            )
    return list(found)


class Gathering:
    """The sessions of a story in some files. What is found wrong is added to `problems` as it is found."""

    def __init__(self, files: Iterable[Path], story: str, today: str) -> None:
        self.problems: list[Problem] = []
        self._story = story
        self._today = today
        self._sessions: dict[str, tuple[Session, Place]] = {}
        for path in files:
            self._look_through(path)

    def __len__(self) -> int:
        """How many sessions there are."""
        return len(self._sessions)

    def learners(self) -> Iterator[Learner]:
        """One learner after another."""
        by_learner: dict[tuple[Path, str], list[tuple[Session, Place]]] = {}
        for session, place in self._sessions.values():
            by_learner.setdefault((place.path.parent, session.code), []).append((session, place))
        for (_, code), places in by_learner.items():
            places.sort(key=lambda found: (found[0].day, found[1]))
            yield Learner(code, tuple(Recorded(session, self._events(place)) for session, place in places))

    def _look_through(self, path: Path) -> None:
        last_day = ""
        trouble = len(self.problems)
        begun = False
        for session, place in self._places(path):
            begun = True
            if self._add(session, place):
                last_day = max(last_day, session.expires)
        if not begun and len(self.problems) == trouble:
            self._say(path, "is no file of results, for no session begins in it; it is passed over")
        if "" < last_day < self._today:
            self._say(path, f"was to be kept until {last_day}: erase it when you have read this")

    def _add(self, session: Session, place: Place) -> bool:
        """Whether a session counts; if not, why is said."""
        if session.story != self._story:
            self._say(place.path, f"has a session of another story, {session.story}; it is passed over")
            return False
        if not is_code(session.code):
            self._say(place.path, "has a session under what is no code name; it is passed over")
            return False
        if place.size > _LARGEST:
            self._say(place.path, "has a session longer than anybody plays; it is passed over")
            return False
        before = self._sessions.get(session.id)
        if before is not None:
            kept, other = (before, place) if place.size <= before[1].size else ((session, place), before[1])
            self._say(other.path, f"has a session that is also in {kept[1].path}; it is counted once, from there")
            session, place = kept
        self._sessions[session.id] = (session, place)
        return True

    def _places(self, path: Path) -> Iterator[tuple[Session, Place]]:
        """The sessions of a file. After a beginning that cannot be read, nothing counts up to the next."""
        try:
            if not path.is_file():
                self._say(path, "is not a file; it is passed over")
                return
            with path.open("rb") as file:
                yield from self._places_in(path, file)
        except OSError as error:
            self._say(path, f"cannot be read: {error.strerror or error}")

    def _places_in(self, path: Path, file: BinaryIO) -> Iterator[tuple[Session, Place]]:
        session: Session | None = None
        begins = (0, 0)
        at = 0
        for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), start=1):
            found = self._beginning(path, number, line) if _MARK in line else None
            if found is not None:
                if session is not None:
                    yield session, Place(path, *begins, at)
                session = found if isinstance(found, Session) else None
                begins = (number + 1, at + len(line))
            at += len(line)
        if session is not None:
            yield session, Place(path, *begins, at)

    def _beginning(self, path: Path, number: int, line: bytes) -> Session | bool | None:
        """The session that begins with a line, False if it cannot be read, None if none begins there."""
        try:
            event = from_line(line.decode("utf-8", "replace"))
        except NotAnEventError:
            if not line.replace(b" ", b"").startswith(_BEGINNING.encode()):
                return None
            what = "a newer Sidelight wrote" if _is_newer(line) else "that is damaged"
            self._say(path, f"begins a session in line {number} {what}; that session is passed over")
            return False
        return event if isinstance(event, Session) else None

    def _events(self, place: Place) -> tuple[Event, ...]:
        """The events after the beginning of a session."""
        events: list[Event] = []
        damaged: list[int] = []
        try:
            with place.path.open("rb") as file:
                file.seek(place.begins)
                lines = file.read(place.size).decode("utf-8", "replace").split("\n")
        except OSError as error:
            self._say(place.path, f"can no longer be read: {error.strerror or error}")
            return ()
        for number, line in enumerate(lines, start=place.line):
            if not line.strip():
                continue
            try:
                events.append(from_line(line))
            except NotAnEventError:
                damaged.append(number)
                if _BEGINNING.startswith(line.strip()):  # another session may have begun here
                    break
        if damaged:
            where = (
                f"line {damaged[0]}" if len(damaged) == 1 else f"{len(damaged)} lines from line {damaged[0]} on"
            )
            self._say(place.path, f"is damaged in {where}; the rest is counted")
        return tuple(events)

    def _say(self, path: Path, what: str) -> None:
        self.problems.append(Problem(path, what))


def _is_newer(line: bytes) -> bool:
    try:
        return bool(json.loads(line)["format"] > FORMAT)
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
