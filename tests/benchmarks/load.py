"""How long a story takes from its file to ready to play, beside PyYAML's own loader on the same text.

Both with the collector off; pairs are timed in turn, because machines drift. Run: python tests/benchmarks/load.py
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from long_story import long_story
from sidelight.loading.load import load_files
from sidelight.play.rules import Rules
from sidelight.text.spans import StoryFile

PAIRS = 5
SIZES = (100, 1_000, 10_000)


def main() -> None:
    print(f"{'scenes':>7} {'size':>8} {'sidelight':>10} {'yaml.load':>10} {'ratio':>6}")
    for scenes in SIZES:
        text = long_story(scenes)
        ours, theirs = paired(partial(ready, text), partial(plain, text))
        ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
        print(
            f"{scenes:>7,} {len(text) / 1e6:>5.2f} MB {statistics.median(ours) * 1e3:>7.1f} ms "
            f"{statistics.median(theirs) * 1e3:>7.1f} ms {ratio:>6.2f}"
        )


def ready(text: str) -> None:
    loaded = load_files([StoryFile("long.yaml", text)])
    assert loaded.story is not None
    Rules(loaded.story).start()


def plain(text: str) -> None:
    yaml.load(text, yaml.CSafeLoader)  # noqa: TID251 - what is measured against


def paired(one: Callable[[], None], other: Callable[[], None]) -> tuple[list[float], list[float]]:
    gc.disable()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(PAIRS):
        for measured, found in zip((one, other), times, strict=True):
            gc.collect()
            begun = time.process_time()
            measured()
            found.append(time.process_time() - begun)
    gc.enable()
    return times


if __name__ == "__main__":
    main()
