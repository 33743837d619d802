"""A pupil recorded as she reads and answers by lines: all of it is there, and it changes nothing of the play."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asked import asked_story
from builders import begin
from sidelight.plain.lines import Lines
from sidelight.plain.reading import read_story
from sidelight.play.notebook import Notebook
from sidelight.presenting.opening import Opened as Open
from sidelight.presenting.opening import Opening
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import AUTOSAVE, Store, stamp
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.events import (
    Answered,
    Chose,
    Ended,
    Event,
    Opened,
    Session,
    Skipped,
    WentBack,
    from_line,
)
from sidelight.teaching.notice import notice_to_pupil
from sidelight.teaching.questions import question
from sidelight.teaching.recorder import ClassRecorder, Edge
from sidelight.teaching.results import ResultsFile

RECORD = "1"
SECONDS = 10
"""Every line takes so long to type."""


class Pupil:
    """A pupil at a keyboard, recorded or not."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.story = asked_story()
        self.seconds = 0.0
        self.said: list[str] = []

    def reads(self, *typed: str) -> Sitting:
        """Read from the first page on, typing some lines; a line `=x` is the number of an option or item x."""
        recorder = None
        store = Store(self.story, None)
        opening = Opening(begin(self.story).rules, store)
        if self.path is not None:
            edge = Edge(lambda: "session", lambda: date(2026, 11, 22), lambda: self.seconds)
            recorder = ClassRecorder(ResultsFile(self.path), "otter-17", stamp(self.story), edge)
            sitting = Sitting(begin(self.story), Notebook(), store, AUTOSAVE, watcher=recorder)
        else:
            sitting = Sitting(begin(self.story), Notebook(), store, AUTOSAVE)
        opening.sitting = sitting
        lines = iter([*([] if recorder is None else [RECORD]), *typed])

        def read() -> str | None:
            self.seconds += SECONDS
            line = next(lines, None)
            return line if line is None or line[:1] != "=" else self.number(sitting, line[1:])

        classroom = None
        if recorder is not None and self.path is not None:
            classroom = Classroom(notice_to_pupil("otter-17", self.path), recorder)
        read_story(opening, Open(sitting), Lines(read, self.said.append, Preferences(MemoryFile())), classroom)
        return sitting

    def number(self, sitting: Sitting, named: str) -> str:
        exercise, _, option = named.partition(".")
        shown = question(self.story.exercises[exercise], self.story, sitting.seed)
        return str([line.id for line in shown.options or shown.items].index(option) + 1)

    @property
    def events(self) -> list[Event]:
        assert self.path is not None
        return [from_line(line) for line in self.path.read_text("utf-8").splitlines()]


def test_a_whole_session_with_its_questions_is_recorded_as_it_was_lived(tmp_path: Path) -> None:
    pupil = Pupil(tmp_path / "otter-17.jsonl")
    pupil.reads(
        "wait",
        *("=pick.all", "h", "=pick.some", ""),
        "1",
        *("s", "s", "2", ""),
        "u",
        "q",
    )

    assert isinstance(pupil.events[0], Session)
    assert [
        Chose("quay/wait", 0, 10),
        Answered("pick", 1, 1, ("all",), 0.0, 0, 0, 10),
        Answered("pick", 1, 2, ("some",), 1.0, 1, 0, 20),
        Chose("dusk/go", 1, 20),
        Skipped("many", 1),
        Skipped("sorted", 1),
        Answered("guess", 1, 1, ("2",), None, 0, 0, 10),
        WentBack(1),
    ] == pupil.events[1:]


def test_what_a_pupil_writes_is_kept_in_her_file_and_her_ending_with_its_seconds(tmp_path: Path) -> None:
    pupil = Pupil(tmp_path / "otter-17.jsonl")
    pupil.reads("leave", "s", "s", "s", "cross", "s", "s", "Because", "I was there.", "", "", "q")

    assert [
        Chose("boat/cross", 1, 10),
        Ended("shore", 2, 50),
        Skipped("row", 1),
        Skipped("word", 1),
        Answered("say", 1, 1, ("Because\nI was there.",), None, 0, 0, 30),
    ] == pupil.events[-5:]


def route_of(events: list[Event]) -> list[str]:
    route: list[str] = []
    for event in events:
        match event:
            case Session():
                route.clear()
            case Chose(step, at):
                assert at == len(route)
                route.append(step)
            case WentBack(at):
                del route[at:]
            case _:
                assert isinstance(event, Answered | Skipped | Opened | Ended)
    return route


lines = st.lists(
    st.sampled_from(
        ["1", "2", "3", "wait", "leave", "look", "go", "cross", "s", "h", "", "n 1", "u", "x", "new", "t 1", "y"]
    )
    | st.sampled_from(
        ["s moment", "load moment", "1 2", "t questions", "t questions 1", "coin", "o questions off"]
    )
    | st.text(max_size=6),
    max_size=25,
)


@settings(deadline=None, max_examples=80)
@given(lines)
def test_whatever_she_types_being_recorded_changes_nothing_and_the_record_tells_her_route(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    typed = [line for line in typed if line[:1] != "="]
    recorded = Pupil(tmp_path_factory.mktemp("class") / "otter-17.jsonl")
    alone = Pupil(None)
    one, other = recorded.reads(*typed), alone.reads(*typed)

    assert alone.said[1:] == recorded.said[-len(alone.said) + 1 :]
    assert other.notebook == one.notebook
    if not any(line.strip().startswith("load") for line in typed):
        assert [step.choice.step for step in one.playthrough.steps()] == route_of(recorded.events)
