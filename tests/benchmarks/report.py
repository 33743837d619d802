"""How long a report takes, from the command to its end, and how much it holds, as classes grow to a district.

Run: python tests/benchmarks/report.py
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from played_classes import write_classes
from sidelight.commands.stories import playable

SIZES = (40, 1_000, 3_000, 10_000)
PEAK = "import resource, sys; from sidelight.cli import main; code = main(); "
PEAK += "used = resource.getrusage(resource.RUSAGE_SELF); "
PEAK += "print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr); sys.exit(code)"


class Cost(NamedTuple):
    """Seconds on the wall and of a core, and megabytes."""

    wall: float
    core: float
    peak: float

    def __str__(self) -> str:
        return f"{self.wall:>6.2f} s {self.core:>6.2f} s {self.peak:>4.0f} MB"


def main() -> None:
    story = playable(None)
    print(f"{'':>8} {'':>9}    a page: wall, core, peak    spreadsheets: the same")
    print(f"{'sessions':>8} {'size':>9}")
    for sessions in SIZES:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "results"
            write_classes(story, sessions, folder)
            size = sum(path.stat().st_size for path in folder.rglob("*.jsonl"))
            page = report(folder, "--html", f"{made}/page.html")
            sheets = report(folder, "--csv", f"{made}/sheets")
        print(f"{sessions:>8,} {size / 1e6:>6.1f} MB    {page}    {sheets}", flush=True)


def report(folder: Path, *options: str) -> Cost:
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", PEAK, "class", "report", str(folder), *options],
        capture_output=True,
        check=True,
        text=True,
    )
    wall = time.perf_counter() - begun
    core, peak = done.stderr.split()[-2:]
    return Cost(wall, float(core), int(peak) / 1e3)


if __name__ == "__main__":
    main()
