"""Playing in class: what `--class`, `--results` and `--vote` set up, and what is said afterwards."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

from sidelight.commands import terminal
from sidelight.commands.play import ClassRequest
from sidelight.errors import FileError, UsageError
from sidelight.model.story import Story
from sidelight.saving.store import Store, stamp
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.codes import is_code
from sidelight.teaching.notice import CODE_OF_VOTES, notice_to_class, notice_to_pupil
from sidelight.teaching.recorder import ClassRecorder, Edge
from sidelight.teaching.results import (
    KEPT,
    ResultsFile,
    Trace,
    claim,
    class_store,
    erase,
    expired,
    results_file,
    traces,
)


def code_name(written: str) -> str:
    """A code name as it was typed."""
    code = written.strip().lower()
    if not is_code(code):
        raise UsageError(
            f'"{written}" cannot be a code name',
            "one looks like otter-17; sidelight class codes 30 draws thirty",
        )
    return code


@contextmanager
def in_class(request: ClassRequest, story: Story) -> Iterator[tuple[Store, Classroom]]:
    """Where a play in class is kept, and what the readers need to know of it. A code name is one pupil's."""
    erase_expired()
    code = code_name(CODE_OF_VOTES if request.code is None else request.code)
    path = results_file(story.id, code, None if request.results is None else Path(request.results).expanduser())
    store = class_store(story, code)
    lock = claim(store.folder)
    if not lock.held:
        raise UsageError(
            f"{code} is being played in another window on this computer",
            "leave it there first, or take a slip with a code name of your own",
        )
    edge = Edge(lambda: str(uuid4()), today, time.monotonic)
    recorder = ClassRecorder(ResultsFile(path.absolute()), code, stamp(story), edge)
    notice = (notice_to_class if request.votes else notice_to_pupil)(code, path.absolute())
    try:
        yield store, Classroom(notice, recorder, request.votes)
    finally:
        recorder.leave()
        lock.release()


def say_afterwards(classroom: Classroom) -> None:
    """Say where the results are, or that there are none."""
    recorder = classroom.recorder
    if recorder.begun and recorder.complete:
        terminal.write(f"{classroom.notice.afterwards}\n")
    elif recorder.begun:
        terminal.write(f"Not all of this play could be recorded in {classroom.notice.path}: tell your teacher.\n")
    elif recorder.agreed is False:
        terminal.write("Nothing of this play was recorded.\n")


def erase_expired(folder: Path | None = None) -> tuple[Trace, ...]:
    """Erase what is past its day on this machine, and in a folder that is given; say so, and which it was."""
    erased = tuple(trace for trace in expired(traces(folder=folder), today()) if _erased(trace))
    if erased:
        codes = ", ".join(dict.fromkeys(trace.code for trace in erased))
        days = f"{KEPT.days} days have passed since the last session"
        print(f"What was kept of {codes} is erased: {days}.", file=sys.stderr)
    return erased


def _erased(trace: Trace) -> bool:
    """Erase something, or say why it cannot be: nobody is kept from what she came for."""
    try:
        erase(trace)
    except FileError as error:
        print(f"{trace.path} has passed its day, but {error.message}: {error.help}.", file=sys.stderr)
        return False
    return True


def today() -> date:
    """The day, by the clock of this machine."""
    return datetime.now().date()  # noqa: DTZ005 - the day it is in this room
