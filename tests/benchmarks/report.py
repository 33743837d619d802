"""How long a report takes, from the command to its end, and how much it holds, as classes grow to a district.

Run: python tests/benchmarks/report.py
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from played_classes import write_classes
from sidelight.commands.stories import playable

SIZES = (40, 1_000, 3_000, 10_000)
PEAK = "import resource, sys; from sidelight.cli import main; code = main(); "
PEAK += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(code)"


def main() -> None:
    story = playable(None)
    print(f"{'sessions':>8} {'size':>9} {'a page':>8} {'peak':>8} {'all spreadsheets':>17} {'peak':>8}")
    for sessions in SIZES:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "results"
            write_classes(story, sessions, folder)
            size = sum(path.stat().st_size for path in folder.rglob("*.jsonl"))
            page, page_peak = report(folder, "--html", f"{made}/page.html")
            sheets, sheets_peak = report(folder, "--csv", f"{made}/sheets")
        print(
            f"{sessions:>8,} {size / 1e6:>6.1f} MB {page:>6.2f} s {page_peak / 1e3:>5.0f} MB "
            f"{sheets:>15.2f} s {sheets_peak / 1e3:>5.0f} MB"
        )


def report(folder: Path, *options: str) -> tuple[float, int]:
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", PEAK, "class", "report", str(folder), *options],
        capture_output=True,
        check=True,
        text=True,
    )
    return time.perf_counter() - begun, int(done.stderr.split()[-1])


if __name__ == "__main__":
    main()
