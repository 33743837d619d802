"""Whoever watches a sitting is told what is done in it, when it is done."""

import pytest

from builders import begin, story_of
from sidelight.errors import FileError
from sidelight.model.story import Choice
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.presenting.page import Page
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.watching import Watcher
from sidelight.saving.files import MemoryFile
from sidelight.saving.store import AUTOSAVE, Store

STORY = """
scenes:
  a: {title: A, text: "A [n](aside:n).", choices: [{say: On, to: b}]}
  b: {title: B, text: B., choices: [{say: On, to: c}]}
  c: {title: C, text: C., ending: {title: End}}
asides: {n: {title: N, says: N., grade: dramatised, no-source: It is made up.}}
"""


class Told(Watcher):
    def __init__(self) -> None:
        self.said: list[str] = []

    def began(self, playthrough: Playthrough) -> None:
        self.said.append(f"began at {playthrough.length}")

    def chose(self, page: Page, choice: Choice, length: int) -> None:
        self.said.append(f"chose {choice.step} on {page.scene} at {length}")

    def went_back(self, length: int) -> None:
        self.said.append(f"went back to {length}")

    def opened(self, aside: str, scene: str, length: int) -> None:
        self.said.append(f"opened {aside} on {scene} at {length}")

    def ended(self, page: Page, length: int) -> None:
        self.said.append(f"ended on {page.scene} at {length}")


def watched() -> tuple[Sitting, Told]:
    story, told = story_of(STORY), Told()
    return Sitting(begin(story), Notebook(), Store(story, None), AUTOSAVE, watcher=told), told


def go_on(sitting: Sitting) -> None:
    sitting.choose(sitting.page.open_offers[0].choice)


def test_a_watcher_is_told_each_thing_once_and_in_order() -> None:
    sitting, told = watched()
    sitting.open("n")
    sitting.open("n")
    go_on(sitting)
    sitting.undo()
    sitting.undo()
    go_on(sitting)
    go_on(sitting)
    sitting.rewind(1)

    assert [
        "began at 0",
        "opened n on a at 0",
        "opened n on a at 0",
        "chose a/on on a at 0",
        "went back to 0",
        "chose a/on on a at 0",
        "chose b/on on b at 1",
        "ended on c at 2",
        "went back to 1",
    ] == told.said


def test_steps_gone_over_are_told_as_steps() -> None:
    sitting, told = watched()
    go_on(sitting)
    go_on(sitting)
    sitting.begin_again()
    told.said.clear()
    sitting.skip()

    assert ["chose a/on on a at 0"] == told.said


def test_to_begin_again_and_to_load_is_to_begin() -> None:
    sitting, told = watched()
    go_on(sitting)
    sitting.save_as("here")
    sitting.begin_again()
    sitting.load("here")

    assert ["began at 0", "chose a/on on a at 0", "began at 0", "began at 1"] == told.said


def test_a_step_that_cannot_be_saved_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise FileError("the disk is full", "make room")

    sitting, told = watched()
    monkeypatch.setattr(MemoryFile, "append", fail)
    with pytest.raises(FileError):
        go_on(sitting)

    assert ["began at 0", "chose a/on on a at 0"] == told.said
