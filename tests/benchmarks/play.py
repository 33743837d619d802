"""How many turns a second the rules play, and whether a turn, an undo or a kept step grows with the play.

A turn is a page made and a choice taken. Run: python tests/benchmarks/play.py
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from long_story import long_story
from sidelight.loading.load import load_files
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Rules
from sidelight.presenting.present import present
from sidelight.saving.files import MemoryFile
from sidelight.saving.slot import Slot
from sidelight.saving.store import stamp
from sidelight.text.spans import StoryFile

TURNS = 5_000
SIZES = (100, 1_000, 10_000)


def main() -> None:
    print(f"{'scenes':>7} {'rules':>12} {'with pages':>12} {'keeping step 10':>16} {'step 5,000':>12} {'undo':>9}")
    for scenes in SIZES:
        loaded = load_files([StoryFile("long.yaml", long_story(scenes))])
        assert loaded.story is not None
        rules = Rules(loaded.story)
        walk(Playthrough.begin(rules), TURNS, pages=False)
        bare = timed(partial(walk, Playthrough.begin(rules), TURNS, pages=False))
        paged = timed(partial(walk, Playthrough.begin(rules), TURNS, pages=True))
        early, late = keeping(rules, 10), keeping(rules, TURNS)
        played = walk(Playthrough.begin(rules), TURNS, pages=False)
        undo = timed(played.undo)
        print(
            f"{scenes:>7,} {TURNS / bare:>8,.0f} t/s {TURNS / paged:>8,.0f} t/s {early * 1e6:>13.1f} us "
            f"{late * 1e6:>9.1f} us {undo * 1e6:>6.1f} us"
        )


def walk(playthrough: Playthrough, turns: int, *, pages: bool) -> Playthrough:
    for number in range(turns):
        if pages:
            present(playthrough)
        choices = playthrough.rules.open_choices(playthrough.state)
        if not choices:
            playthrough = Playthrough.begin(playthrough.rules)
            choices = playthrough.rules.open_choices(playthrough.state)
        inside = [choice for choice in choices if choice.id != "leave"]
        playthrough = playthrough.choose(inside[number * 7919 % len(inside)])
    return playthrough


def keeping(rules: Rules, steps: int) -> float:
    played = walk(Playthrough.begin(rules), steps, pages=False)
    slot = Slot(MemoryFile(), stamp(rules.story))
    slot.keep(played, Notebook())
    following = [walk(played, 1, pages=False)]
    return timed(lambda: slot.keep(following[0], Notebook()))


def timed(measured: Callable[[], object]) -> float:
    begun = time.perf_counter()
    measured()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
