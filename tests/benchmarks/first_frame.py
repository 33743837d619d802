"""How long until the reader's title page is painted, beside a bare Textual app with one Static and a Footer.

Both are run as programs of their own on a terminal of 120x34, in turn, and timed from where they have all they are
to show but have not yet loaded Textual; how long the bundled story takes to load is `load.py`'s to say.
Run: python tests/benchmarks/first_frame.py [ROUNDS]
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

BARE = """
import time
print("BEGUN", time.perf_counter(), flush=True)
from textual.app import App, ComposeResult
from textual.widgets import Footer, Static

class Bare(App):
    BINDINGS = [("q", "quit", "Leave")]
    def compose(self) -> ComposeResult:
        yield Static("Read " * 60, markup=False)
        yield Footer()

Bare().run()
"""
OURS = """
import time
from sidelight.commands.stories import playable
from sidelight.play.rules import Rules
from sidelight.presenting.opening import Opening
from sidelight.saving.settings import preferences
from sidelight.saving.store import Store
liked = preferences()
story = playable(None)
opening = Opening(Rules(story), Store(story, None))
print("BEGUN", time.perf_counter(), flush=True)
from sidelight.tui.app import run
run(opening, None, liked)
"""
PROGRAMS = {"bare": (BARE, b"Leave"), "reader": (OURS, b" leave")}
"""Each, and what is in its foot: all that stands above has been painted with it."""
SIZE = struct.pack("HHHH", 34, 120, 0, 0)
PATIENCE = 20.0
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLUMNS", "LINES")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    taken: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    with tempfile.TemporaryDirectory() as state:
        environment = {
            **{name: value for name, value in os.environ.items() if name not in UNWANTED},
            "PYTHONPYCACHEPREFIX": state,  # as in an installed program, nothing is compiled twice
            "XDG_STATE_HOME": state,
            "XDG_CONFIG_HOME": state,
            "COLORTERM": "truecolor",
            "TERM": "xterm-256color",
        }
        for turn in range(rounds + 1):
            for name, (program, sign) in PROGRAMS.items():
                seconds = first_frame([sys.executable, "-c", program], sign, environment)
                if turn:  # the first of each warms the disk
                    taken[name].append(seconds)
    for name, times in taken.items():
        print(f"{name}: least {min(times) * 1e3:.0f} ms, median {statistics.median(times) * 1e3:.0f} ms")
    pairs = [ours / bare for ours, bare in zip(taken["reader"], taken["bare"], strict=True)]
    print(f"reader to bare, pair by pair: median {statistics.median(pairs):.2f} (at most 1.25 is wanted)")


def first_frame(command: list[str], sign: bytes, environment: dict[str, str]) -> float:
    """Seconds from when a program says it begins until its foot has been painted."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(command[0], command, environment)  # noqa: S606 - with arguments of our own
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, SIZE)
    painted = b""
    try:
        while sign not in painted:
            if not select.select([terminal], [], [], PATIENCE)[0]:
                sys.exit(f"nothing was painted: {command}")
            painted += os.read(terminal, 65536)
        begun = float(painted.split(b"BEGUN ", 1)[1].split()[0])
        return time.perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


if __name__ == "__main__":
    main()
