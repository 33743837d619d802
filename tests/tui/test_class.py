"""In class at the full screen: what is said first, and a class that votes by hands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from asked import asked_story
from builders import begin, past_title, story_of
from sidelight.model.story import Story
from sidelight.play.notebook import Notebook
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import AUTOSAVE, Store, stamp
from sidelight.teaching.classroom import Classroom
from sidelight.teaching.events import Answered, Chose, Event, Opened, Skipped, Voted, WentBack, from_line
from sidelight.teaching.notice import notice_to_class, notice_to_pupil
from sidelight.teaching.questions import question
from sidelight.teaching.recorder import ClassRecorder, Edge
from sidelight.teaching.results import ResultsFile
from sidelight.tui.app import ReaderApp
from sidelight.tui.vote_text import large

STORY = """
scenes:
  a:
    title: The wire
    text: "One [stringer](aside:n)."
    choices:
      - {say: Print it, id: print, to: b}
      - {say: Hold it, id: hold, to: b}
      - {say: Ask again, id: ask, to: a}
  b: {title: The street, text: B., choices: [{say: On, id: on, to: end}]}
  end: {title: End, text: Over., ending: {title: The end}}
sources: {S: {title: T, outlet: O, date: 2024-12-08}}
asides:
  n: {title: N, says: N says so., grade: reported, sources: [S]}
"""
SIZES = ((40, 12), (80, 24), (120, 34))


class Front:
    """The screen in front of the class."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int], sitting: Sitting, path: Path) -> None:
        self.app, self.pilot, self.sitting, self.path = app, pilot, sitting, path

    @property
    def lines(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def events(self) -> list[Event]:
        return [from_line(line) for line in self.path.read_text("utf-8").splitlines()][1:]

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, line: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in line), "enter")


@asynccontextmanager
async def in_class(
    folder: Path, size: tuple[int, int] = (80, 24), *, votes: bool = True, story: Story | None = None
) -> AsyncIterator[Front]:
    story = story or story_of(STORY)
    path = folder / "otter-17.jsonl"
    edge = Edge(lambda: "session", lambda: date(2026, 11, 22), lambda: 0.0)
    recorder = ClassRecorder(ResultsFile(path), "otter-17", stamp(story), edge)
    sitting = Sitting(begin(story), Notebook(), Store(story, None), AUTOSAVE, watcher=recorder)
    notice = (notice_to_class if votes else notice_to_pupil)("otter-17", path)
    classroom = Classroom(notice, recorder, votes)
    app = ReaderApp(*past_title(sitting), Preferences(MemoryFile()), classroom=classroom)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Front(app, pilot, sitting, path)


@pytest.mark.parametrize("size", SIZES)
async def test_the_notice_stands_before_the_first_page_and_can_be_agreed_to(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with in_class(tmp_path, size, votes=False) as front:
        assert "You play as otter-17" in front.text
        assert "The wire" not in front.text
        assert not front.path.exists()

        await front.press("1")
        assert "The wire" in front.text
        await front.press("2")
        assert [Chose("a/hold", 0, 0)] == front.events


async def test_questions_answered_at_the_screen_are_recorded_too(tmp_path: Path) -> None:
    story = asked_story()
    async with in_class(tmp_path, votes=False, story=story) as front:
        shown = [line.id for line in question(story.exercises["pick"], story, front.sitting.seed).options]
        wrong, right = (str(shown.index(option) + 1) for option in ("all", "some"))
        await front.press("1", "1", wrong, "h", right, "enter", "1", "escape", "escape", "q")

    assert [
        Chose("quay/wait", 0, 0),
        Answered("pick", 1, 1, ("all",), 0.0, 0, 0, 0),
        Answered("pick", 1, 2, ("some",), 1.0, 1, 0, 0),
        Chose("dusk/go", 1, 0),
        Skipped("many", 1),
        Skipped("sorted", 1),
    ] == front.events


async def test_play_without_recording_is_a_key_away(tmp_path: Path) -> None:
    async with in_class(tmp_path, votes=False) as front:
        await front.press("2")
        assert "This play is not recorded." in front.text

        await front.press("1")
        assert "The street" in front.text
        assert not front.path.exists()


async def test_the_question_stays_until_it_is_answered_or_she_leaves(tmp_path: Path) -> None:
    async with in_class(tmp_path, votes=False) as front:
        await front.press("escape", "?", "escape", "a", "t", "u")
        assert "Who sees it:" in front.text
        assert "Esc" not in front.text

        await front.press("q")
        assert 0 == front.app.return_code
    assert not front.path.exists()


async def test_what_can_no_longer_be_recorded_is_said_on_the_page_once(tmp_path: Path) -> None:
    (tmp_path / "otter-17.jsonl").mkdir()
    async with in_class(tmp_path, (120, 34), votes=False) as front:
        await front.press("1")
        assert "What you do is not recorded now" in front.text
        await front.press("1")
        assert "The street" in front.text
        assert "not recorded" not in front.text


@pytest.mark.parametrize("size", SIZES)
async def test_hands_are_typed_told_beside_their_bars_and_enter_takes_the_most(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with in_class(tmp_path, size) as front:
        await front.press("1", "end")
        await front.type("12 9 4")
        seen = []
        for _ in range(8):
            seen += front.lines
            await front.press("up")
        said = "\n".join(seen)
        for words in ("12 hands, the most", "9 hands", "4 hands", "Print it"):
            assert words in said
        bars = {row.strip(" ▀█│") + str(row.count("█")) for row in seen if "███" in row}
        assert len(bars) >= 3

        await front.press("enter")
        assert "b" == front.sitting.page.scene
        assert Voted((("a/print", 12), ("a/hold", 9), ("a/ask", 4)), "a/print", 0) == front.events[0]


async def test_the_teacher_can_overrule_and_take_back(tmp_path: Path) -> None:
    async with in_class(tmp_path) as front:
        await front.press("1")
        await front.type("12")
        await front.type("9")
        await front.type("4")
        await front.type("2")
        assert "The street" in front.text
        await front.press("u")
        assert "The wire" in front.text
        assert "hands" not in front.text, "it is counted anew"

        assert Voted((("a/print", 12), ("a/hold", 9), ("a/ask", 4)), "a/hold", 0) == front.events[0]


async def test_a_tie_is_said_and_not_broken_by_enter(tmp_path: Path) -> None:
    async with in_class(tmp_path) as front:
        await front.press("1")
        await front.type("9 9 4")
        await front.press("enter")

        assert "A tie between 1 and 2." in front.text
        assert 2 == front.text.count("9 hands, a tie")
        assert "a" == front.sitting.page.scene


async def test_counts_can_be_corrected_and_cleared_and_a_choice_taken_without_any(tmp_path: Path) -> None:
    async with in_class(tmp_path) as front:
        await front.press("1")
        await front.type("1 2 3")
        await front.type("3=0")
        assert "0 hands" in front.text
        await front.press("c")
        assert "hands" not in front.text.replace("Hands", "")
        await front.press("t", "backspace", "t", "3", "enter")

        assert [Chose("a/ask", 0, 0)] == front.events


async def test_a_note_is_opened_by_number_for_all_to_read(tmp_path: Path) -> None:
    async with in_class(tmp_path) as front:
        await front.press("1", "n")
        await front.type("1")
        assert "N says so." in front.text
        await front.press("enter")
        assert "The wire" in front.text
        assert [Opened("n", "a", 0)] == front.events

        await front.press("n", "escape")
        await front.press("n")
        await front.type("7")
        assert "The wire" in front.text


async def test_enter_reads_on_before_anything_is_taken(tmp_path: Path) -> None:
    long = story_of(STORY.replace("text: B.", f'text: "{"word " * 400}"'))
    async with in_class(tmp_path, story=long) as front:
        await front.press("1")
        await front.type("3 0 0")
        await front.press("enter", "enter", "enter")
        assert "b" == front.sitting.page.scene
        for _ in range(40):
            await front.press("enter")

        assert "end" == front.sitting.page.scene
        assert "The end" in front.text


async def test_the_class_is_asked_what_is_met_on_the_way_and_its_answers_are_not_recorded(tmp_path: Path) -> None:
    story = asked_story()
    async with in_class(tmp_path, story=story) as front:
        shown = [line.id for line in question(story.exercises["pick"], story, front.sitting.seed).options]
        await front.press("1")
        await front.type("12 9 4")
        await front.press("enter")
        assert "What do the graves show?" in front.text
        assert "It is dark." not in front.text
        await front.press(str(shown.index("some") + 1))
        assert "Right." in front.text
        await front.press("escape")
        assert "It is dark." in front.text
        await front.press("u")
        assert "A quay." in front.text

    assert [Voted, Chose, WentBack] == [type(event) for event in front.events]


async def test_below_an_ending_enter_asks_the_class_what_is_met_there(tmp_path: Path) -> None:
    async with in_class(tmp_path, story=asked_story()) as front:
        await front.press("1", "t", "2", "enter", "escape", "escape", "escape")
        await front.press("t", "1", "enter", "escape")
        assert "The end; Enter asks its questions" in front.text
        await front.press("end", "enter")
        assert "What do you pay with?" in front.text
        await front.press("escape", "escape")
        assert "A shore." in front.text
        assert "Enter asks" not in front.text


async def test_where_a_save_stands_is_told_by_the_last_page_the_class_saw(tmp_path: Path) -> None:
    async with in_class(tmp_path, story=asked_story()) as front:
        await front.press("1", "t", "1", "enter")
        assert "What do the graves show?" in front.text
        assert "The quay" == front.sitting.mark.place
        await front.press("escape")

        assert "Dusk" == front.sitting.mark.place


@pytest.mark.parametrize(("size", "choices"), [((60, 18), 5), ((80, 24), 3), ((80, 24), 7), ((120, 34), 7)])
async def test_a_whole_vote_is_seen_at_once(tmp_path: Path, size: tuple[int, int], choices: int) -> None:
    more = "".join(f", {{say: Way {number}, id: w{number}, to: end}}" for number in range(2, choices + 1))
    many = story_of(STORY.replace("{say: On, id: on, to: end}", f"{{say: Way 1, id: on, to: end}}{more}"))
    async with in_class(tmp_path, size, story=many) as front:
        await front.press("1", "t", "1", "enter")
        await front.type(" ".join(str(10 + number) for number in range(choices)))
        for number in range(choices):
            assert f"Way {number + 1}" in front.text
            assert f"{10 + number} hands" in front.text
        assert f"{9 + choices} hands, the most" in front.text
        assert f"Most hands for {choices}." in front.text


async def test_a_window_drawn_out_keeps_the_count_and_what_was_typed(tmp_path: Path) -> None:
    async with in_class(tmp_path, (80, 24)) as front:
        await front.press("1")
        await front.type("12 9 4")
        await front.press("2", "=", "1")
        await front.pilot.resize_terminal(60, 18)
        await front.pilot.pause()

        assert "12 hands, the most" in front.text
        assert ": 2=1" in front.text
        await front.press("0", "enter")
        assert "10 hands" in front.text


async def test_larger_letters_are_asked_for_once_and_help_says_what_can_be_typed(tmp_path: Path) -> None:
    async with in_class(tmp_path, (120, 40)) as front:
        await front.press("1")
        assert "Ctrl and +" in front.text
        await front.press("?")
        assert "Corrects the count for choice 2." in front.text
        await front.press("enter")
        assert "The wire" in front.text
        assert "Ctrl and +" not in front.text


async def test_the_terminal_s_cursor_is_where_the_hands_are_typed(tmp_path: Path) -> None:
    async with in_class(tmp_path) as front:
        await front.press("1", "1", "2")
        x, y = front.app.cursor_position

        assert front.lines[y][:x].endswith(": 12")


async def test_what_is_typed_into_it_never_ends_the_program(tmp_path: Path) -> None:
    async with in_class(tmp_path) as front:
        await front.press("1", *"=:,;  =1 2:", "enter", *"9" * 70, "enter", "x", "k", "s", "J", "w", "o", "]", "l")

        assert "Type the hands for each choice, such as 12 9 4." in front.text or "more than" in front.text
        assert "a" == front.sitting.page.scene


async def test_at_the_end_there_is_nothing_to_count_and_a_long_line_leaves_room_for_the_prompt(
    tmp_path: Path,
) -> None:
    async with in_class(tmp_path, (40, 12)) as front:
        await front.press("1", "t", "1", "enter", "end", "enter", *"9" * 45)
        assert "The end: 99999" in front.text
        await front.press("enter")
        assert "The end:\n" in front.text + "\n"
        assert "end" == front.sitting.page.scene


def test_every_number_is_three_rows_high_and_as_wide_as_another() -> None:
    assert {(3, 3)} == {(len(large(number)), len(large(number)[0])) for number in range(10)}
    assert ("▀█  █▀█", " █  █ █", "▀▀▀ ▀▀▀") == large(10)
    assert 10 == len({large(number) for number in range(10)})
