"""What others' ways of testing find of four planted faults, beside ours, and the CPU time of each.

The faults stand in one generated story of 200 scenes: a soft-lock, a trap, a choice that is never open and an
ending nobody reaches. Beside our check stand 10,000 random plays by our own engine, as ChoiceScript's randomtest
plays: uniformly among what is open; and the same story written as ink, compiled and played by inkjs.

Run: python tests/benchmarks/peers.py [FOLDER in which `npm install inkjs` was run]
"""

import json
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from branching_story import Dice, Place, Plot, Way, plot
from sidelight.checking.proving.prove import Proof
from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Kind
from sidelight.loading.load import load_files
from sidelight.model.story import Story
from sidelight.play.rules import Rules
from sidelight.text.spans import StoryFile

SEED, TRUTHS, NUMBERS, PLAYS, STEPS = 1, 24, 1, 10_000, 1_000
STUCK, TRAPPED, CLOSED, LOST = "cell", ("maze1", "maze2"), ("s170", 0), "lost"
"""The scene of the soft-lock, those of the trap, the closed choice by its scene and place, the ending."""

INK = """
const { Compiler } = require('inkjs/full');
const { source, plays, steps } = JSON.parse(require('fs').readFileSync(0));
const said = [];
const begun = process.cpuUsage();
const story = new Compiler(source, { errorHandler: (message) => said.push(message) }).Compile();
const compiled = process.cpuUsage(begun);
let seed = 1;
const below = (most) => { seed = seed * 16807 % 2147483647; return Math.floor(seed / 7) % most; };
const taken = {};
const ends = { ended: 0, stuck: 0, long: 0 };
for (let play = 0; play < plays; play++) {
  story.ResetState();
  let text = '', step = 0;
  for (; step < steps; step++) {
    try { text = story.ContinueMaximally(); } catch (error) { text = ''; }
    const open = story.currentChoices;
    if (!open.length) break;
    const choice = open[below(open.length)];
    taken[choice.sourcePath] = 1;
    story.ChooseChoiceIndex(choice.index);
  }
  ends[step === steps ? 'long' : text.includes('The end.') ? 'ended' : 'stuck']++;
}
const used = process.cpuUsage(begun);
console.log(JSON.stringify({
  ends, taken: Object.keys(taken).length, said: said.length,
  compiling: (compiled.user + compiled.system) / 1e6, seconds: (used.user + used.system) / 1e6,
}));
"""


class Row(NamedTuple):
    """What a way of testing says of each fault, and what it took."""

    name: str
    seconds: float
    soft_lock: str
    trap: str
    closed: str
    lost: str


def main() -> None:
    planted = with_faults(plot(SEED, TRUTHS, NUMBERS))
    rows = [checked(planted), played(planted, PLAYS)]
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    told(rows + ([] if folder is None else by_inkjs(planted, folder, PLAYS)))
    if folder is None:
        print("inkjs is left out: run `npm install inkjs` in a folder, and name the folder after this script")


def told(rows: list[Row]) -> None:
    print(f"{'':<28} {'CPU s':>7}  {'soft-lock':<24} {'trap':<24} {'choice never open':<28} ending out of reach")
    for name, seconds, *said in rows:
        print(f"{name:<28} {seconds:>7.2f}  {said[0]:<24} {said[1]:<24} {said[2]:<28} {said[3]}")


def with_faults(story: Plot) -> Plot:
    """The story with the four faults. What is closed is so by what happened long before, not by its own words."""
    sides: tuple[tuple[str, str, str], ...] = (("left", "right", "s61"), ("right", "left", "s62"))
    story.truths += ["left", "right"]
    for side, other, to in sides:
        story.places["s60"].ways.insert(0, Way(to, "", [(side, True), (other, False)]))
    number = next(iter(story.numbers))
    story.places[STUCK] = Place([], [Way("s151", f"{number} >= 2")])
    story.places["s150"].ways.append(Way(STUCK, f"{number} < 3", [], [(number, -1)]))
    for here, there in (TRAPPED, TRAPPED[::-1]):
        story.places[here] = Place([], [Way(there)])
    story.places["s120"].ways.append(Way(TRAPPED[0], f"{number} < 2 and left"))
    scene, place = CLOSED
    story.places[scene].ways.insert(place, Way("s171", "left and right"))
    story.places[LOST] = Place()
    story.places["s193"].ways.append(Way(LOST, f"right and left and {number} >= 3"))
    return story


def loaded(planted: Plot) -> Story:
    story = load_files([StoryFile("x.yaml", planted.as_yaml())]).story
    assert story is not None
    return story


def checked(planted: Plot) -> Row:
    """Our check."""
    story = loaded(planted)
    begun = time.process_time()
    proof = Proof(Rules(story))
    for _ in proof.run():
        pass
    found, summary = proof.diagnostics, proof.summary
    seconds = time.process_time() - begun

    def said(kind: Kind, where: str) -> str:
        return "proved" if any(each.kind is kind and where in each.message for each in found) else "MISSED"

    routes = {each.kind: len(each.trace.steps) for each in found if each.trace is not None}
    scene, place = CLOSED
    return Row(
        f"sidelight check ({summary.undecided} open)",
        seconds,
        f"{said(catalogue.DEAD_END, STUCK)}, {routes.get(catalogue.DEAD_END, 0)} steps",
        f"{said(catalogue.TRAP, TRAPPED[0])}, {routes.get(catalogue.TRAP, 0)} steps",
        said(catalogue.CHOICE_NEVER_OPEN, story.scenes[scene].own_choices[place].step),
        said(catalogue.ENDING_OUT_OF_REACH, LOST),
    )


def played(planted: Plot, plays: int) -> Row:
    """Random plays by our engine."""
    rules, dice, ends, taken, scenes = Rules(loaded(planted)), Dice(1), Counter[str](), set(), set()
    begun = time.process_time()
    for _ in range(plays):
        state = rules.start()
        for _ in range(STEPS):
            scenes.add(state.scene)
            choices = rules.open_choices(state)
            if not choices:
                scene = rules.scene(state)
                assert scene is not None
                ends["stuck" if scene.ending is None else "ended"] += 1
                break
            choice = dice.pick(choices)
            taken.add(choice.step)
            state = rules.take(state, choice)
        else:
            ends["long"] += 1
    seconds = time.process_time() - begun
    story = rules.story
    choices_in_all = sum(len(story.choices_at(scene)) for scene in story.scenes.values())
    unseen = [
        scene.id for place, scene in enumerate(story.scenes.values()) if scene.ending and place not in scenes
    ]
    return Row(
        f"{plays:,} random plays",
        seconds,
        f"met in {ends['stuck']} plays",
        f"{ends['long']} plays over {STEPS:,} steps",
        f"among {choices_in_all - len(taken)} not taken",
        f"among {len(unseen)} not reached" if LOST in unseen else "MISSED",
    )


def by_inkjs(planted: Plot, folder: Path, plays: int) -> list[Row]:
    """What inkjs says when it compiles, and random plays by it."""
    node = shutil.which("node")
    if node is None:
        print("inkjs is left out: there is no node here")
        return []
    given = json.dumps({"source": planted.as_ink(), "plays": plays, "steps": STEPS})
    done = subprocess.run([node, "-e", INK], cwd=folder, input=given, capture_output=True, check=True, text=True)
    found = json.loads(done.stdout)
    silent = "nothing said" if not found["said"] else f"{found['said']} messages"
    choices = sum(len(place.ways) for place in planted.places.values())
    return [
        Row("inkjs, compiling", found["compiling"], silent, silent, silent, silent),
        Row(
            f"inkjs, {plays:,} random plays",
            found["seconds"] - found["compiling"],
            f"met in {found['ends']['stuck']} plays",
            f"{found['ends']['long']} plays over {STEPS:,} steps",
            f"among {choices - found['taken']} not taken",
            "cannot be asked",
        ),
    ]


if __name__ == "__main__":
    main()
