"""What can go wrong that is neither the author's doing nor ours.

    SidelightError          a plain sentence and a next step; never shown as a traceback
    ├── UsageError          the command line asks for something that cannot be
    ├── StoryError          the story has errors and cannot be played
    └── FileError           a file or a save cannot be read or written

Mistakes in a story are not exceptions: they are Diagnostics, values in a list.
"""

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What the program says to the shell as it leaves."""

    FINE = 0
    STORY_HAS_ERRORS = 1
    USAGE = 2
    REFUTED = 3
    """Exploration found a dead end, a trap, or something that cannot be reached."""
    CUT_SHORT = 4
    """Exploration stopped at a limit, or was stopped."""
    FILES = 5
    HANG_UP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class SidelightError(Exception):
    """Something the person at the keyboard can mend; `help` says how."""

    exit_code: ClassVar[ExitCode]

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the field's own word
        super().__init__(message)
        self.message = message
        self.help = help

    def explaining(self, what: str) -> str:
        """What came of it, such as "That was not done", with why, and what to do next."""
        return f"{what}: {self.message}. To mend it, {self.help}."


class UsageError(SidelightError):
    """The command line asks for something that cannot be."""

    exit_code = ExitCode.USAGE


class StoryError(SidelightError):
    """The story has errors, so it is not played."""

    exit_code = ExitCode.STORY_HAS_ERRORS


class FileError(SidelightError):
    """A file or a save cannot be read or written."""

    exit_code = ExitCode.FILES
