"""The title page at the screen: the first thing that is seen, and the ways in."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import story_of
from sidelight.play.rules import Rules
from sidelight.presenting.opening import Opening, OtherStory
from sidelight.presenting.title import title_of
from sidelight.saving.shelf import Shelf
from sidelight.saving.store import Store
from sidelight.tui.screens.reading import ReadingScreen
from sidelight.tui.screens.title import TitleScreen
from sidelight.tui.title_text import title_at
from tui.driving import at_title, reading
from tui.small_story import SMALL


async def test_the_title_page_comes_first_and_leads_into_the_story() -> None:
    async with at_title(message="Something is to be said.") as (reader, opening):
        assert "E X A M P L E" in reader.text
        assert "Something is to be said." in reader.text
        assert opening.sitting is None
        await reader.press("enter")

        assert isinstance(reader.app.screen, ReadingScreen)
        assert "desk" == reader.scene


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("Now", 40, ["N O W"]),
        ("Tomorrow, We Will See", 38, ["T O M O R R O W ,", "W E   W I L L   S E E"]),
        ("明日見る", 40, ["明日見る"]),
        ("Kapitänsmützen", 20, ["KAPITÄNSMÜTZEN"]),
        (" ", 40, []),
    ],
)
def test_a_name_is_set_in_spaced_capitals_where_they_fit(title: str, width: int, lines: list[str]) -> None:
    story = replace(story_of(SMALL, "desk"), title=title)
    galley = title_at(title_of(story, Shelf(), None), "", 60, width)
    name = [line.plain.strip() for line in galley.lines if line.plain.strip()]

    assert lines == name[: len(lines)]
    assert "*   *   *" == name[len(lines)]


ABOUT = "A harbour at night, and a ship that is not in any book."


def set_in(rows: int, *, played: bool = False, message: str = "") -> str:
    story = replace(story_of(SMALL, "desk"), about=f"{ABOUT}\n\nMore of it.", author="A. Writer")
    title = replace(title_of(story, Shelf(), None), played=played)
    galley = title_at(title, message, rows, 60)
    return "\n".join(line.plain for line in galley.lines)


def test_what_the_story_is_is_said_wherever_there_are_rows_for_it() -> None:
    assert [3, 4, 5, 6, 7] == [rows for rows in range(8) if ABOUT in set_in(rows)]
    assert [3, 4, 5, 6, 7] == [rows for rows in range(8) if ABOUT in set_in(rows, played=True)]
    assert "A. Writer" not in set_in(4)
    assert "A. Writer" in set_in(5)
    assert "*   *   *" not in set_in(6)
    assert "*   *   *" in set_in(7)
    assert "More of it." not in set_in(99)


def test_a_message_stands_first_and_takes_rows_of_its_own() -> None:
    assert set_in(5, message="Hear this.").startswith("Hear this.\n")
    assert ABOUT in set_in(5, message="Hear this.")
    assert ABOUT not in set_in(4, message="Hear this.")


async def test_the_title_page_is_set_anew_for_another_height() -> None:
    story = replace(story_of(SMALL, "desk"), about=ABOUT)
    async with at_title(Opening(Rules(story), Store(story, None)), size=(60, 7)) as (reader, _):
        assert ABOUT not in reader.text
        await reader.resize(60, 20)
        assert ABOUT in reader.text
        await reader.press("question_mark")
        await reader.resize(60, 7)
        assert "Show the keys." in reader.text
        await reader.press("escape")
        assert "Begin" in reader.text
        assert ABOUT not in reader.text


async def test_a_window_too_low_for_the_ways_in_says_how_many_there_are_below() -> None:
    async with at_title(size=(40, 5)) as (reader, _):
        assert "2 more choices below" in reader.lines[0]
        await reader.press("question_mark", "escape")
        assert "2 more choices below" in reader.lines[0]
        await reader.press("end")
        assert "below" not in reader.text
        assert "Other stories" in reader.text
        await reader.resize(40, 12)
        assert "E X A M P L E" in reader.text
        assert "below" not in reader.text


async def test_the_foot_says_how_many_ways_in_there_are_below() -> None:
    story = replace(story_of(SMALL, "desk"), content_notes=("smoke",) * 60)
    async with at_title(Opening(Rules(story), Store(story, None)), size=(40, 16)) as (reader, _):
        assert reader.lines[-1].endswith(" 4 choices below")
        await reader.press("end")

        assert "below" not in reader.text


async def test_the_reader_stays_at_her_way_on_as_the_height_changes() -> None:
    async with at_title() as (reader, _):
        await reader.press("down", "down")
        before = next(line for line in reader.lines if "▸" in line)
        await reader.resize(80, 25)

        assert before == next(line for line in reader.lines if "▸" in line)
        assert "Begin" not in before


async def test_nothing_lies_behind_the_first_title_page() -> None:
    async with at_title() as (reader, opening):
        await reader.press("escape", "a")

        assert isinstance(reader.app.screen, TitleScreen)
        assert "Esc" not in reader.text
        assert opening.sitting is None
        await reader.press("q")
    assert 0 == reader.app.return_code


async def test_the_title_page_is_come_back_to_and_left_again() -> None:
    async with reading() as reader:
        await reader.press("a")
        assert "E X A M P L E" in reader.text
        await reader.press("escape")

        assert isinstance(reader.app.screen, ReadingScreen)


async def test_about_says_what_the_grades_mean() -> None:
    async with at_title() as (reader, _):
        await reader.point_at("About this story")

        assert "Each says how far its claim stands" in " ".join(reader.text.split())
        assert "Reported:" in reader.text
        await reader.press("escape")
        assert "Begin" in reader.text


async def test_another_story_is_gone_over_to() -> None:
    story = story_of(SMALL, "desk")
    other = OtherStory(Path("well.yaml"), "The [red]Well", "A. Writer")
    async with at_title(Opening(Rules(story), Store(story, None), others=lambda: (other,))) as (reader, opening):
        await reader.point_at("Other stories")
        assert "The [red]Well" in reader.text
        await reader.press("1")

        assert other.path == opening.elsewhere
    assert 0 == reader.app.return_code
