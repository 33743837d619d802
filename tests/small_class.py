"""A small story and a class of four who played it, written by hand."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from builders import story_of
from sidelight.model.story import Story
from sidelight.teaching.events import Answered, Chose, Ended, Event, Opened, Session, Skipped, WentBack, to_line

STORY = """
chapters:
  one: {title: The Bridge, begins: a}
scenes:
  a:
    chapter: one
    title: At the bridge
    text: The bridge is down, they say.
    asides: [A1]
    choices:
      - {say: "Print it, with {n} names", id: print, to: b}
      - {say: Hold it, id: hold, to: b}
  b:
    chapter: one
    title: The caller
    text: He calls again.
    choices:
      - {say: Ask his name, id: ask, to: good}
      - {say: Ring off, id: ring, to: bad}
  good: {chapter: one, title: Good, text: Good., ending: {title: Answerable, tone: calm}}
  bad: {chapter: one, title: Bad, text: Bad., ending: {title: "=Cornered", tone: bitter}}
variables: {n: {from: 0, to: 3, start: 0}}
asides:
  A1: {title: A note, says: A note., grade: dramatised, no-source: it is made up}
exercises:
  x-before:
    kind: pick
    phase: predict
    chapter: one
    prompt: Is the bridge down?
    options: [{id: down, text: "It is", why: W., right: true}, {id: up, text: "It is not", why: W.}]
  x-stands:
    kind: match
    phase: check
    chapter: one
    ladder: standing
    prompt: How far does each line stand?
    items:
      - {id: caller, text: "The *bridge* is down", answer: claimed, why: One voice on the line.}
      - {id: map, text: There is a bridge, answer: established, why: It is on every map.}
  x-next:
    kind: pick
    phase: check
    chapter: one
    prompt: What is done next?
    options:
      - {id: ring, text: Ring somebody there, right: true, why: Yes.}
      - {id: wait, text: Wait, why: Waiting asks nobody.}
  x-after:
    kind: pick
    phase: reflect
    chapter: one
    prompt: And now, is it down?
    options: [{id: down, text: "It is", why: W., right: true}, {id: up, text: "It is not", why: W.}]
  x-why: {kind: write, phase: reflect, chapter: one, prompt: Say why., model: M.}
"""


def small_story() -> Story:
    return story_of(STORY)


def session(code: str, number: int = 1, day: str = "2026-11-22", story: str = "example") -> Session:
    return Session(f"{number:08}-0000-4000-8000-{code:>12}", code, story, "0", "d" * 16, "one", day, "2027-02-20")


def answered(exercise: str, *response: str, score: float | None, attempt: int = 1, hints: int = 0) -> Answered:
    return Answered(exercise, 1, attempt, response, score, hints, 0, 20)


CLASS: Mapping[str, tuple[Event, ...]] = {
    "otter-17": (
        answered("x-before", "down", score=None),
        Opened("A1", "a", 0),
        Chose("a/print", 0, 60, ("A1",)),
        Chose("b/ask", 1, 120),
        answered("x-stands", "established", "established", score=0.5),
        answered("x-stands", "claimed", "established", score=1.0, attempt=2, hints=1),
        answered("x-next", "wait", score=0.0),
        answered("x-after", "up", score=0.0),
        answered("x-why", "=HYPERLINK(secret)", score=None),
        Ended("good", 2, 240),
    ),
    "heron-42": (
        answered("x-before", "up", score=None),
        Chose("a/hold", 0, 30),
        Chose("b/ring", 1, 30),
        WentBack(1),
        Chose("b/ask", 1, 30),
        answered("x-stands", "claimed", "established", score=1.0),
        answered("x-next", "wait", score=0.0),
        answered("x-after", "up", score=0.0),
        Ended("good", 2, 150),
    ),
    "wren-80": (
        answered("x-before", "down", score=None),
        Chose("a/print", 0, 30),
        Chose("b/ask", 1, 30),
        answered("x-stands", "reported", "claimed", score=0.0),
        answered("x-next", "wait", score=0.0),
        answered("x-after", "up", score=0.0),
        Ended("good", 2, 120),
    ),
    "vole-11": (
        Opened("A1", "a", 0),
        Chose("a/hold", 0, 30, ("A1",)),
        Chose("b/ring", 1, 30),
        answered("x-stands", "established", "reported", score=0.0),
        Skipped("x-next", 1),
        Ended("bad", 2, 60),
    ),
}


def write_class(folder: Path, played: Mapping[str, Iterable[Event]] = CLASS) -> list[Path]:
    """A file for each of a class."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for code, events in played.items():
        path = folder / f"{code}.jsonl"
        path.write_text("".join(map(to_line, (session(code), *events))), "utf-8")
        paths.append(path)
    return paths


def write_story(folder: Path) -> Path:
    """The story as a file."""
    path = folder / "small.yaml"
    path.write_text("story: {format: 1, id: example, title: Example, start: a}\n" + STORY, "utf-8")
    return path
