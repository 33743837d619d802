"""How long exploring takes, how much memory, and what it leaves undecided: generated stories and the bundled one.

Each story is checked in a process of its own. Seconds are CPU seconds of exploring, findings included, without
loading. "Covered" says in how many stories every state was looked at, as far as states differ in what can still be
seen; "counted" how many there are as play holds them, where that was exact. Run: python tests/benchmarks/check.py
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from branching_story import plot
from sidelight.checking.proving.prove import Proof
from sidelight.checking.proving.verdicts import Outcome
from sidelight.loading.load import load_files, load_story
from sidelight.play.rules import Rules
from sidelight.text.spans import StoryFile

SEEDS = range(1, 6)
FAMILIES = {(24, 1): (0.5, True), (20, 5): (3.0, True), (15, 10): (8.0, False), (60, 8): (8.0, False)}
"""True/false variables and numbers from 0 to 10: the CPU seconds a story may take, and whether all is decided."""
MEGABYTES = 300
BUNDLED = Path(__file__).resolve().parents[2] / "story"
BUNDLED_SECONDS = 2.0


class Checked(NamedTuple):
    """What checking one story took and gave."""

    seconds: float
    megabytes: float
    undecided: list[str]
    covered: bool
    states: int | None


def main() -> None:
    print(
        f"{'story':<26} {'CPU s, median (range)':<22} {'at most':>7} {'MB':>5} {'undecided':>9} "
        f"{'covered':>7}  counted"
    )
    for (truths, numbers), (seconds, all_decided) in FAMILIES.items():
        runs = [checked_apart(str(seed), str(truths), str(numbers)) for seed in SEEDS]
        told(f"{truths} true/false + {numbers} numbers", runs, seconds, all_decided=all_decided)
    told("the bundled story", [checked_apart() for _ in SEEDS], BUNDLED_SECONDS, all_decided=True)


def told(name: str, runs: list[Checked], limit: float, *, all_decided: bool) -> None:
    """Print a row, and the names of what was not decided."""
    seconds = sorted(run.seconds for run in runs)
    measured = f"{statistics.median(seconds):.2f} ({seconds[0]:.2f}-{seconds[-1]:.2f})"
    megabytes, undecided = max(run.megabytes for run in runs), [len(run.undecided) for run in runs]
    kept = statistics.median(seconds) <= limit and megabytes <= MEGABYTES and not (all_decided and any(undecided))
    counted = sorted({run.states for run in runs if run.states is not None})
    print(
        f"{name:<26} {measured:<22} {limit:>5.1f} s {megabytes:>5.0f} {' '.join(map(str, undecided)):>9} "
        f"{sum(run.covered for run in runs)} of {len(runs)}  {', '.join(f'{each:,}' for each in counted)}"
        f"{'' if kept else '  NOT KEPT'}"
    )
    for seed, run in zip(SEEDS, runs, strict=True):
        if run.undecided:
            print(f"    seed {seed}, not decided: {', '.join(run.undecided)}")


def checked_apart(*words: str) -> Checked:
    """Check one story in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "one", *words], check=True, capture_output=True, text=True)
    return Checked(*json.loads(done.stdout))


def checked(seed: int | None, truths: int = 0, numbers: int = 0) -> Checked:
    """Check the story of a seed, or the bundled one, here."""
    written = [] if seed is None else [StoryFile("x.yaml", plot(seed, truths, numbers).as_yaml())]
    loaded = load_files(written) if written else load_story(BUNDLED)
    assert loaded.story is not None
    begun = time.process_time()
    proof = Proof(Rules(loaded.story))
    for _ in proof.run():
        pass
    summary, _ = proof.summary, proof.diagnostics
    seconds = time.process_time() - begun
    undecided = [f"{each.kind.value} {each.name}" for each in proof.items if each.outcome is Outcome.UNDECIDED]
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Checked(seconds, megabytes, undecided, summary.every_state, summary.states)


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        seed, *sizes = (int(word) for word in sys.argv[2:]) if sys.argv[2:] else (None,)
        print(json.dumps(checked(seed, *sizes)))
    else:
        main()
