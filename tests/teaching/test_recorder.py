"""What is recorded of a sitting: every event of it, and nothing else."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from builders import begin, story_of
from sidelight.model.exercises import Exercise, ExerciseKind, Phase
from sidelight.model.story import Story
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning
from sidelight.presenting.sitting import Sitting
from sidelight.saving.store import AUTOSAVE, Store, stamp
from sidelight.teaching.events import (
    Answered,
    Chose,
    Ended,
    Event,
    Opened,
    Session,
    Skipped,
    Voted,
    WentBack,
    from_line,
    to_line,
)
from sidelight.teaching.marking import Mark
from sidelight.teaching.pace import LONGEST_PAUSE
from sidelight.teaching.recorder import ClassRecorder, Edge
from sidelight.teaching.results import ResultsFile
from sidelight.text.spans import Span, StoryFile

STORY = """
chapters: {c: {title: C, begins: a}, d: {title: D, begins: e}}
scenes:
  a:
    chapter: c
    title: A
    text: "One [stringer](aside:n) and [another](aside:m)."
    choices: [{say: Go, id: go, to: b}, {say: Leave, id: leave, to: e}]
  b: {chapter: c, title: B, text: B., choices: [{say: On, id: on, to: end}]}
  end: {chapter: c, title: End, text: Over., ending: {title: The end}}
  e: {chapter: d, title: E, text: E., choices: [{say: Stay, id: stay, to: e}]}
sources: {S: {title: T, outlet: O, date: 2024-12-08}}
asides:
  n: {title: N, says: N., grade: reported, sources: [S]}
  m: {title: M, says: M., grade: reported, sources: [S]}
"""


class Clock:
    """A clock that is told how much time passes."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def story() -> Story:
    return story_of(STORY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "results" / "otter-17.jsonl"


@pytest.fixture
def clock() -> Clock:
    return Clock()


def asking_recorder(story: Story, path: Path, clock: Clock, ids: Iterator[str] | None = None) -> ClassRecorder:
    names = ids or (f"session-{number}" for number in count(1))
    edge = Edge(lambda: next(names), lambda: date(2026, 11, 22), clock)
    return ClassRecorder(ResultsFile(path), "otter-17", stamp(story), edge)


def recorder_of(story: Story, path: Path, clock: Clock, ids: Iterator[str] | None = None) -> ClassRecorder:
    recorder = asking_recorder(story, path, clock, ids)
    recorder.agree()
    return recorder


def sitting_of(story: Story, recorder: ClassRecorder, playthrough: Playthrough | None = None) -> Sitting:
    store = Store(story, None)
    return Sitting(playthrough or begin(story), Notebook(), store, AUTOSAVE, watcher=recorder)


def choose(sitting: Sitting, id_: str) -> None:
    sitting.choose(next(line.choice for line in sitting.page.open_offers if line.choice.id == id_))


def lines_of(path: Path) -> list[Event]:
    return [from_line(line) for line in path.read_text("utf-8").splitlines()]


def exercise(id_: str = "x1") -> Exercise:
    return Exercise(
        id_, ExerciseKind.PICK, Phase.CHECK, "Which?", Span(StoryFile("", ""), 0, 0), rev=3, attempts=2
    )


def session(story: Story, id_: str = "session-1", chapter: str = "") -> Session:
    kept = stamp(story)
    return Session(id_, "otter-17", "example", kept.version, kept.digest, chapter, "2026-11-22", "2027-02-20")


def test_a_whole_session_is_written_down_as_it_happens(story: Story, path: Path, clock: Clock) -> None:
    recorder = recorder_of(story, path, clock)
    sitting = sitting_of(story, recorder)

    clock.wait(4.4)
    sitting.open("n")
    clock.wait(5)
    choose(sitting, "go")
    clock.wait(3)
    recorder.shown(exercise())
    clock.wait(7)
    recorder.answered(exercise(), 1, ("b",), Mark(0.0), 0, 2)
    clock.wait(2)
    sitting.open("m")
    clock.wait(6)
    recorder.answered(exercise(), 2, ("a",), Mark(1.0), 1, 0)
    recorder.shown(exercise("x2"))
    clock.wait(1)
    recorder.skipped(exercise("x2"))
    clock.wait(2)
    sitting.undo()
    clock.wait(1)
    recorder.voted([("a/go", 12), ("a/leave", 3)], "a/go", 0)
    choose(sitting, "go")
    clock.wait(2)
    choose(sitting, "on")

    assert [
        session(story),
        Opened("n", "a", 0),
        Chose("a/go", 0, 9, ("n",)),
        Answered("x1", 3, 1, ("b",), 0.0, 0, 2, 7),
        Opened("m", "b", 1),
        Answered("x1", 3, 2, ("a",), 1.0, 1, 0, 8, ("m",)),
        Skipped("x2", 3),
        WentBack(0),
        Voted((("a/go", 12), ("a/leave", 3)), "a/go", 0),
        Chose("a/go", 0, 1),
        Chose("b/on", 1, 2),
        Ended("end", 2, 33),
    ] == lines_of(path)
    assert recorder.complete


def test_every_line_is_in_the_file_as_soon_as_it_is_done(story: Story, path: Path, clock: Clock) -> None:
    sitting = sitting_of(story, recorder_of(story, path, clock))
    choose(sitting, "go")

    assert [session(story), Chose("a/go", 0, 0)] == lines_of(path)


def test_nothing_is_written_before_the_reader_agrees(story: Story, path: Path, clock: Clock) -> None:
    recorder = asking_recorder(story, path, clock)
    sitting = sitting_of(story, recorder)
    clock.wait(60)
    assert not path.exists()

    recorder.agree()
    clock.wait(2)
    choose(sitting, "go")
    assert [session(story), Chose("a/go", 0, 2)] == lines_of(path)


def test_nothing_is_ever_written_if_she_does_not(story: Story, path: Path, clock: Clock) -> None:
    recorder = asking_recorder(story, path, clock)
    sitting = sitting_of(story, recorder)
    recorder.refuse()
    choose(sitting, "go")
    recorder.leave()

    assert not path.exists()


def test_after_the_last_answer_the_time_is_the_page_s_again(story: Story, path: Path, clock: Clock) -> None:
    recorder = recorder_of(story, path, clock)
    sitting = sitting_of(story, recorder)
    recorder.shown(exercise())
    for attempt in (1, 2):
        clock.wait(3)
        recorder.answered(exercise(), attempt, ("b",), Mark(0.0), 0, 0)
    clock.wait(5)
    sitting.open("n")
    clock.wait(5)
    choose(sitting, "go")

    assert Chose("a/go", 0, 10, ("n",)) == lines_of(path)[-1]


def test_of_a_long_pause_ten_minutes_count(story: Story, path: Path, clock: Clock) -> None:
    sitting = sitting_of(story, recorder_of(story, path, clock))
    clock.wait(20)
    sitting.open("n")
    clock.wait(86_400)
    choose(sitting, "go")

    assert Chose("a/go", 0, 20 + LONGEST_PAUSE, ("n",)) == lines_of(path)[-1]


def test_of_the_notes_those_beside_the_page_were_opened_before_deciding(
    story: Story, path: Path, clock: Clock
) -> None:
    sitting = sitting_of(story, recorder_of(story, path, clock))
    choose(sitting, "go")
    sitting.open("n")  # from the journal: it stands beside another page
    choose(sitting, "on")

    assert [Opened("n", "b", 1), Chose("b/on", 1, 0)] == lines_of(path)[2:4]


def test_a_note_opened_again_on_its_page_is_written_once(story: Story, path: Path, clock: Clock) -> None:
    sitting = sitting_of(story, recorder_of(story, path, clock))
    sitting.open("n")
    sitting.open("n")
    choose(sitting, "go")
    sitting.undo()
    sitting.open("n")

    assert [Opened("n", "a", 0)] * 2 == [each for each in lines_of(path) if isinstance(each, Opened)]


def test_a_playthrough_that_was_left_goes_on_in_its_session(story: Story, path: Path, clock: Clock) -> None:
    first = sitting_of(story, recorder_of(story, path, clock))
    clock.wait(30)
    choose(first, "go")

    later = sitting_of(story, recorder_of(story, path, clock), first.playthrough)
    clock.wait(5)
    choose(later, "on")

    assert [session(story), Chose("a/go", 0, 30), Chose("b/on", 1, 5), Ended("end", 2, 35)] == lines_of(path)


def test_a_step_taken_back_before_leaving_is_no_new_playthrough(story: Story, path: Path, clock: Clock) -> None:
    first = sitting_of(story, recorder_of(story, path, clock))
    choose(first, "go")
    choose(first, "on")
    first.undo()
    sitting_of(story, recorder_of(story, path, clock), first.playthrough)

    assert 1 == sum(isinstance(event, Session) for event in lines_of(path))


def test_another_playthrough_is_another_session(story: Story, path: Path, clock: Clock) -> None:
    sitting = sitting_of(story, recorder_of(story, path, clock))
    choose(sitting, "go")
    sitting.begin_again()

    assert [session(story), Chose("a/go", 0, 0), session(story, "session-2")] == lines_of(path)


def test_a_playthrough_that_went_on_unrecorded_is_another_session(story: Story, path: Path, clock: Clock) -> None:
    ids = (f"session-{number}" for number in count(1))
    first = sitting_of(story, recorder_of(story, path, clock, ids))
    unrecorded = Sitting(first.playthrough, Notebook(), Store(story, None), AUTOSAVE)
    choose(unrecorded, "go")
    sitting_of(story, recorder_of(story, path, clock, ids), unrecorded.playthrough)

    assert [session(story), session(story, "session-2")] == lines_of(path)


def test_a_chapter_alone_says_so_and_closes_without_an_ending(story: Story, path: Path, clock: Clock) -> None:
    alone = begin(story, Beginning(chapter="c"))
    sitting = sitting_of(story, recorder_of(story, path, clock), alone)
    choose(sitting, "leave")

    assert [session(story, chapter="c"), Chose("a/leave", 0, 0), Ended("", 1, 0)] == lines_of(path)


def test_a_torn_last_line_is_ended_and_not_lost(story: Story, path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    torn = to_line(session(story)) + '{"event":"chose","st'
    path.write_text(torn, "utf-8")
    sitting_of(story, recorder_of(story, path, clock))
    sitting = sitting_of(story, recorder_of(story, path, clock))
    choose(sitting, "go")

    assert f"{torn}\n{to_line(Chose('a/go', 0, 0))}" == path.read_text("utf-8")


def test_where_nothing_can_be_written_the_play_goes_on_and_it_is_said_once(
    story: Story, path: Path, clock: Clock
) -> None:
    path.parent.write_text("a file where the folder should be")
    recorder = recorder_of(story, path, clock)
    sitting = sitting_of(story, recorder)
    choose(sitting, "go")

    assert "b" == sitting.page.scene
    assert f"What you do is not recorded now: cannot write {path}" in recorder.take_trouble()
    choose(sitting, "on")
    assert "" == recorder.take_trouble()
    assert not recorder.complete


def test_what_could_not_be_written_is_written_when_it_can_be(story: Story, path: Path, clock: Clock) -> None:
    path.parent.write_text("a file where the folder should be")
    recorder = recorder_of(story, path, clock)
    sitting = sitting_of(story, recorder)
    choose(sitting, "go")
    path.parent.unlink()
    choose(sitting, "on")

    assert [session(story), Chose("a/go", 0, 0), Chose("b/on", 1, 0), Ended("end", 2, 0)] == lines_of(path)
    assert recorder.complete


def test_letters_a_terminal_could_not_read_are_written_as_question_marks(
    story: Story, path: Path, clock: Clock
) -> None:
    recorder = recorder_of(story, path, clock)
    sitting_of(story, recorder)
    recorder.answered(exercise(), 1, ("caf\udce9",), Mark(None), 0, 0)

    assert Answered("x1", 3, 1, ("caf?",), None, 0, 0, 0) == lines_of(path)[-1]
