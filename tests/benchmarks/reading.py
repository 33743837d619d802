"""How the full-screen reader feels: its start, a scene change, a key, the journal, and the memory it takes.

The program is run as a reader runs it, on a terminal of 120x34 of its own; what is timed lasts from a key going in
to the last byte that it makes come out. The start, scenes and keys are the bundled story's; the journal and the
memory are measured after 300 steps, which the bundled story has not got, in a made one with a note in every scene.
Run: python tests/benchmarks/reading.py [ROUNDS]
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
from collections.abc import Sequence
from pathlib import Path

from long_story import long_story

SIZE = struct.pack("HHHH", 34, 120, 0, 0)
STEPS = 300
SCENES = 200
"""About as many as the bundled story has."""
PATIENCE = 20.0
QUIET = 0.5
"""Seconds without a byte after which a screen is done."""
HURRIED = 0.03
"""The same, where nothing is timed."""
END = "\x1b[F"
LONG = 1.0
"""Seconds after which a key that has changed nothing will change nothing."""
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "COLUMNS", "LINES")
TITLE = b"Begin"
FOOT = b" leave"


class Reader:
    """The program on a terminal of its own."""

    def __init__(self, *arguments: str, home: Path) -> None:
        environment = {
            **{name: value for name, value in os.environ.items() if name not in UNWANTED},
            "PYTHONPYCACHEPREFIX": str(home / "cache"),  # as in an installed program, nothing is compiled twice
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "COLORTERM": "truecolor",
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        command = [sys.executable, "-m", "sidelight", *arguments]
        self.begun = time.perf_counter()
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execve(command[0], command, environment)  # noqa: S606 - with arguments of our own
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, SIZE)

    def until(self, sign: bytes) -> float:
        """Seconds from the start of the program until a sign is painted."""
        painted = b""
        while sign not in painted:
            if not select.select([self.terminal], [], [], PATIENCE)[0]:
                sys.exit(f"{sign!r} was never painted")
            painted += os.read(self.terminal, 65536)
        taken = time.perf_counter() - self.begun
        self._settle()
        return taken

    def press(self, key: str, quiet: float = QUIET) -> float | None:
        """Milliseconds from a key to the last byte it makes come out; None if it changes nothing."""
        begun = time.perf_counter()
        os.write(self.terminal, key.encode())
        if not select.select([self.terminal], [], [], LONG)[0]:
            return None
        return (self._settle(quiet) - begun) * 1e3

    def _settle(self, quiet: float = QUIET) -> float:
        last = time.perf_counter()
        while select.select([self.terminal], [], [], quiet)[0]:
            os.read(self.terminal, 65536)
            last = time.perf_counter()
        return last

    @property
    def worked(self) -> float:
        """Milliseconds a processor has worked for it so far: what is left of a time where others want it too."""
        tasks = Path(f"/proc/{self.child}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6

    @property
    def megabytes(self) -> float:
        """What it keeps in memory, the interpreter and all it has loaded among it; 0 where that is not told."""
        status = Path(f"/proc/{self.child}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        kilobytes = next((line.split()[1] for line in lines if line.startswith("VmRSS")), "0")
        return int(kilobytes) / 1024

    def leave(self) -> None:
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self.terminal)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        starts = [_start(home) for _ in range(rounds + 1)][1:]  # the first fills the cache
        print(f"start, the whole process to the title page: {_told(starts)}")
        scenes, keys = _bundled(home, rounds * 2)
        print(f"scene change: {_told(scenes)} (at most 100 ms is wanted)")
        print(f"key to repaint: {_told(keys)} (at most 50 ms is wanted)")
        journal, worked, parts, memory = _long(home, rounds)
        print(f"journal after {STEPS} steps: {_told(journal)} (at most 150 ms is wanted)")
        print(f"of that, the work of a processor: {_told(worked)}")
        print(f"another part of it: {_told(parts)}")
        print(f"memory after {STEPS} steps and the journal: {memory:.0f} MB (at most 60 MB is wanted)")


def _told(found: Sequence[float | None]) -> str:
    times = [each for each in found if each is not None]
    return f"least {min(times):.0f} ms, median {statistics.median(times):.0f} ms, most {max(times):.0f} ms"


def _start(home: Path) -> float:
    reader = Reader(home=home)
    taken = reader.until(FOOT) * 1e3
    reader.leave()
    return taken


def _bundled(home: Path, rounds: int) -> tuple[list[float | None], list[float | None]]:
    """The times of choices taken, and of keys that light, scroll and move in a page."""
    reader = Reader("--slot", "timed", home=home)
    reader.until(FOOT)
    scenes: list[float | None] = []
    keys: list[float | None] = []
    for _ in range(rounds):
        keys += [reader.press(key) for key in ("]", " ", "b")]
        reader.press(END)  # a choice is taken only once it has been in view
        scenes.append(reader.press("1"))
        scenes.append(reader.press("u"))
        reader.press(END)
        reader.press("1", HURRIED)
    reader.leave()
    return scenes, keys


def _long(home: Path, rounds: int) -> tuple[list[float | None], list[float | None], list[float | None], float]:
    """The times of the journal opened and leafed through after many steps, and the memory there."""
    story = home / "long.yaml"
    story.write_text(long_story(SCENES), "utf-8")
    reader = Reader(str(story), "--slot", "timed", home=home)
    reader.until(FOOT)
    for _ in range(STEPS):
        reader.press("1", HURRIED)
    opened: list[float | None] = []
    worked: list[float | None] = []
    parts: list[float | None] = []
    for _ in range(rounds):
        before = reader.worked
        opened.append(reader.press("t"))
        worked.append(reader.worked - before)
        parts += [reader.press("l") for _ in range(5)]
        reader.press("t")
    memory = reader.megabytes
    reader.leave()
    return opened, worked, parts, memory


if __name__ == "__main__":
    main()
