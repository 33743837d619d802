"""Sending statements in batches, so that it can be broken off at any time and gone on with."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from sidelight.errors import FileError
from sidelight.exporting.xapi import Statement

BATCH = 100
WAITS = (1, 5, 20)
"""Seconds before a store that is busy or not there is tried again."""
_TAKEN = (200, 204)
_THERE = 409
_NOT_LET_IN = (401, 403)
_ELSEWHERE = (301, 302, 303, 307, 308, 404, 405)
_LATER = (0, 408, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a store says: the status of HTTP, or 0 where it was not reached; and why, in its words."""

    status: int
    why: str = ""


Post: TypeAlias = Callable[[Sequence[Statement]], Reply]


class Note:
    """Which statements a store has taken, in a file of their ids, one a line."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self.taken = set(path.read_text("ascii", "replace").split())
        except FileNotFoundError:
            self.taken = set()
        except OSError as error:
            raise _unusable(path, error) from error

    def add(self, statements: Iterable[Statement]) -> None:
        """Note that they were taken."""
        ids = [statement["id"] for statement in statements]
        self.taken.update(ids)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="ascii") as file:
                file.write("".join(f"{id_}\n" for id_ in ids))
        except OSError as error:
            raise _unusable(self._path, error) from error


@dataclass
class Sent:
    """What has come of sending so far. `before` were taken another time; `there` are those with other words."""

    taken: int = 0
    before: int = 0
    there: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Ids of statements, and why the store would not have them."""
    stopped: str = ""
    """Why it was broken off; empty if it was not."""


def send(statements: Iterable[Statement], post: Post, note: Note, wait: Callable[[float], None]) -> Iterator[Sent]:
    """Send what the store has not taken yet. Says how far it is after each batch, and at the end."""
    sent = Sent()
    waiting = iter(statements)
    while batch := list(islice(waiting, BATCH)):
        fresh = [statement for statement in batch if statement["id"] not in note.taken]
        sent.before += len(batch) - len(fresh)
        if fresh:
            _give(fresh, sent, post, note, wait)
        yield sent
        if sent.stopped:
            return


def _give(statements: list[Statement], sent: Sent, post: Post, note: Note, wait: Callable[[float], None]) -> None:
    """Give a batch to the store; one that is refused is halved, until it is known which statement it is about."""
    reply = _patiently(statements, post, wait)
    if reply.status in _TAKEN:
        sent.taken += len(statements)
        note.add(statements)
    elif stopped := _why_stop(reply):
        sent.stopped = stopped
    elif len(statements) > 1:
        middle = len(statements) // 2
        for half in (statements[:middle], statements[middle:]):
            if not sent.stopped:
                _give(half, sent, post, note, wait)
    elif reply.status == _THERE:
        sent.there += 1
        note.add(statements)
    else:
        sent.refused.append((statements[0]["id"], f"{reply.status}: {reply.why}"))


def _patiently(statements: list[Statement], post: Post, wait: Callable[[float], None]) -> Reply:
    reply = post(statements)
    for seconds in WAITS:
        if reply.status not in _LATER:
            break
        wait(seconds)
        reply = post(statements)
    return reply


def _why_stop(reply: Reply) -> str:
    """Why nothing more can be sent now; empty if the reply is only about these statements."""
    if reply.status in _NOT_LET_IN:
        return f"the store does not let this name and password in ({reply.status})"
    if reply.status in _ELSEWHERE:
        return f"there is no learning record store at this address ({reply.status})"
    if reply.status == 0:
        return f"the store cannot be reached: {reply.why}"
    if reply.status in _LATER:
        return f"the store is out of order ({reply.status}): {reply.why}"
    return ""


def _unusable(path: Path, error: OSError) -> FileError:
    return FileError(
        f"cannot use {path}, where it is noted what a store has taken: {error.strerror or error}",
        "give yourself the right to write there, or set XDG_STATE_HOME to another folder",
    )
