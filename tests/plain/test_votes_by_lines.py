"""A class that votes by hands, by lines."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asked import asked_story
from builders import begin, story_of
from sidelight.model.story import Story
from sidelight.plain.lines import Lines
from sidelight.plain.reading import read_story
from sidelight.play.notebook import Notebook
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import AUTOSAVE, Store, stamp
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.events import Chose, Event, Voted, WentBack, from_line
from sidelight.teaching.events import Opened as OpenedNote
from sidelight.teaching.notice import notice_to_class
from sidelight.teaching.recorder import ClassRecorder, Edge
from sidelight.teaching.results import ResultsFile

STORY = """
scenes:
  a:
    title: A
    text: "One [stringer](aside:n)."
    choices:
      - {say: Print it, id: print, to: b}
      - {say: Hold it, id: hold, to: b}
      - {say: Ask again, id: ask, to: a}
  b: {title: B, text: B., choices: [{say: On, id: on, to: end}]}
  end: {title: End, text: Over., ending: {title: The end}}
sources: {S: {title: T, outlet: O, date: 2024-12-08}}
asides:
  n: {title: N, says: N says so., grade: reported, sources: [S]}
"""


class Class:
    """A class in front of a story, and the file its votes are kept in."""

    def __init__(self, folder: Path, story: Story | None = None) -> None:
        self.story = story or story_of(STORY)
        self.path = folder / "class-vote.jsonl"
        edge = Edge(lambda: "session", lambda: date(2026, 11, 22), lambda: 0.0)
        self.recorder = ClassRecorder(ResultsFile(self.path), "class-vote", stamp(self.story), edge)
        store = Store(self.story, None)
        self.sitting = Sitting(begin(self.story), Notebook(), store, AUTOSAVE, watcher=self.recorder)
        self.opening = Opening(self.sitting.playthrough.rules, store)
        self.opening.sitting = self.sitting

    def told(self, *typed: str) -> str:
        """What is said from the first page on to a teacher who types some lines."""
        said: list[str] = []
        lines = iter(["1", *typed])
        classroom = Classroom(notice_to_class("class-vote", self.path), self.recorder, votes=True)
        liked = Preferences(MemoryFile())
        wire = Lines(lambda: next(lines, None), said.append, liked)
        read_story(self.opening, Opened(self.sitting), wire, classroom)
        return "".join(said)

    @property
    def events(self) -> list[Event]:
        return [from_line(line) for line in self.path.read_text("utf-8").splitlines()][1:]


@pytest.fixture
def class_(tmp_path: Path) -> Class:
    return Class(tmp_path)


def test_the_hands_are_counted_told_and_kept_and_enter_takes_the_most(class_: Class) -> None:
    told = class_.told("12 9 4", "", "", "q")

    assert (
        "1. Print it. 12 hands.\n2. Hold it. 9 hands.\n3. Ask again. 4 hands.\n\n"
        "Most hands for 1.\n\n"
        "Enter takes 1, or type another number; n notes, "
    ) in told
    assert [
        Voted((("a/print", 12), ("a/hold", 9), ("a/ask", 4)), "a/print", 0),
        Chose("a/print", 0, 0),
        Chose("b/on", 1, 0),
    ] == class_.events[:3]


def test_the_teacher_can_take_another_and_that_is_kept_with_the_counts(class_: Class) -> None:
    class_.told("12", "9", "4", "2", "q")

    assert Voted((("a/print", 12), ("a/hold", 9), ("a/ask", 4)), "a/hold", 0) == class_.events[0]


def test_a_tie_is_said_and_nothing_is_taken_by_itself(class_: Class) -> None:
    told = class_.told("5 5 1", "", "q")

    assert 1 == told.count("A tie between 1 and 2. Type the number of the choice to take, or count again.")
    assert "Enter takes nothing in a tie. Type one of these numbers." in told
    assert "a" == class_.sitting.page.scene


def test_the_count_begins_anew_on_another_page_and_after_going_back(class_: Class) -> None:
    class_.told("5 4 1", "u", "5 4 1", "", "u", "", "1 2 3", "3", "q")

    assert [
        Voted((("a/print", 5), ("a/hold", 4), ("a/ask", 1)), "a/print", 0),
        Chose("a/print", 0, 0),
        WentBack(0),
        Voted((("a/print", 1), ("a/hold", 2), ("a/ask", 3)), "a/ask", 0),
        Chose("a/ask", 0, 0),
    ] == class_.events


def test_what_the_class_answers_together_is_not_recorded(tmp_path: Path) -> None:
    class_ = Class(tmp_path, asked_story())
    told = class_.told("3 1 0", "", "s", "q")

    assert told.index("What do the graves show?") < told.index("It is dark.")
    assert [Voted, Chose] == [type(event) for event in class_.events]


def test_notes_are_opened_by_number_for_all_to_read(class_: Class) -> None:
    assert "N says so." in class_.told("n 1", "q")
    assert [OpenedNote("n", "a", 0)] == class_.events


def test_what_is_taken_without_a_vote_is_kept_as_a_choice_alone(class_: Class) -> None:
    class_.told("12", "take 2", "q")

    assert [Chose("a/hold", 0, 0)] == class_.events


def test_larger_letters_are_asked_for_once(class_: Class) -> None:
    assert 1 == class_.told("1 2 3", "", "u", "q").count("Ctrl and +")


def test_help_says_what_can_be_typed_in_a_vote_and_asked_twice_what_else(class_: Class) -> None:
    counting, rest = class_.told("?", "help", "q"), class_.told("??", "q")

    assert 2 == counting.count("Count the hands for each choice, and type them: 12 9 4")
    assert 2 == counting.count("??: everything else that can be typed.")
    assert "load NAME" not in counting
    assert "load NAME" in rest
    assert "Count the hands" not in rest


def test_where_there_is_nothing_to_vote_on_the_help_is_the_one_there_always_is(tmp_path: Path) -> None:
    (tmp_path / "asked").mkdir()
    over, question = Class(tmp_path), Class(tmp_path / "asked", asked_story())

    for told in (over.told("take 1", "take 1", "?", "q"), question.told("take 2", "?", "q")):
        assert "Count the hands" not in told
        assert "next time." in told


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(
        st.text(max_size=8)
        | st.from_regex(r"[0-9]{1,2}( [0-9]{1,2}){0,3}", fullmatch=True)
        | st.sampled_from(
            ["", "u", "c", "n 1", "take 2", "2=7", "x", "new", "y", "t 1", "s moment", "load moment"]
        ),
        max_size=12,
    )
)
def test_whatever_is_typed_the_counts_that_are_kept_are_those_that_were_told(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str]
) -> None:
    class_ = Class(tmp_path_factory.mktemp("votes"))
    told = class_.told(*typed)
    for event in class_.events:
        if isinstance(event, Voted):
            words = {"a/print": "Print it", "a/hold": "Hold it", "a/ask": "Ask again", "b/on": "On"}
            for number, (step, hands) in enumerate(event.counts, 1):
                assert f"{number}. {words[step]}. {hands} hand" in told
