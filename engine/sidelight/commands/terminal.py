"""What the terminal can do, and what happens when it goes away."""

import os
import shutil
import signal
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from sidelight.errors import ExitCode
from sidelight.text.characters import clean

_SIGNALS = {"SIGTERM": ExitCode.TERMINATED, "SIGHUP": ExitCode.HANG_UP}
_PLAIN = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "--", "…": "...", "·": "-", "\u202f": " "}


class Leave(BaseException):
    """The program has been asked to end; what is open is saved on the way out."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__()
        self.code = code


def can_fill_the_screen() -> bool:
    """Whether the full-screen reader would work here: it draws on stderr and reads stdin."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr) and not _lacks()


def why_by_lines() -> str:
    """Why somebody at a terminal reads by lines without having asked for it; empty for a pipe."""
    lacks = _lacks() if _is_terminal(sys.stdin) and _is_terminal(sys.stderr) else ""
    return f"The story is read by lines because this terminal {lacks}." if lacks else ""


def _lacks() -> str:
    """What a terminal lacks for the full screen; empty if nothing."""
    term = os.environ.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        return f"draws no full screen: TERM is {term or 'not set'}"
    encoding = getattr(sys.stderr, "encoding", "") or ""
    return "" if encoding.lower().replace("-", "") == "utf8" else "is not set to UTF-8"


def columns() -> int:
    """The cells to a line of the terminal that is written to, as it is now; 0 if it is none."""
    return shutil.get_terminal_size((0, 0)).columns if _is_terminal(sys.stdout) else 0


def draws_on_stderr() -> bool:
    """Whether a line on stderr may be drawn over."""
    return _is_terminal(sys.stderr) and os.environ.get("TERM", "") not in ("", "dumb")


def is_interactive() -> bool:
    """Whether somebody sits at the other end of stdin."""
    return _is_terminal(sys.stdin)


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    try:
        return bool(isatty and isatty())
    except ValueError:  # it has been closed
        return False


def use_colour() -> bool:
    """Whether output may be coloured."""
    dumb = os.environ.get("TERM", "") in ("", "dumb")
    return _is_terminal(sys.stdout) and not dumb and not os.environ.get("NO_COLOR")


def write(text: str) -> None:
    """Print for a reader: nothing that steers the terminal, and nothing its locale cannot show."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    text = clean(text)
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = "".join(_nearest(character, encoding) for character in text)
    sys.stdout.write(text)
    sys.stdout.flush()


def _nearest(character: str, encoding: str) -> str:
    """What an encoding has for a character: itself, its plain form, its letter without marks, or `?`."""
    for form in (character, _PLAIN.get(character), unicodedata.normalize("NFKD", character)[0]):
        if form is not None and form.encode(encoding, "ignore"):
            return form
    return "?"


def read() -> str | None:
    """The next line that is typed; None at the end of input."""
    if sys.stdin is None:
        return None
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return ""
    return line or None


@contextmanager
def leaving_on_signals() -> Iterator[None]:
    """Turn the signals that end a program into Leave, so that it ends in its own order."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise Leave(_SIGNALS[signal.Signals(number).name])

    before = {}
    for name in _SIGNALS:
        if hasattr(signal, name):
            number = getattr(signal, name)
            before[number] = signal.signal(number, leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
