"""The title page at the screen: the first thing that is seen, and the ways in."""

from pathlib import Path

from builders import story_of
from sidelight.play.rules import Rules
from sidelight.presenting.opening import Opening, OtherStory
from sidelight.saving.store import Store
from sidelight.tui.screens.reading import ReadingScreen
from sidelight.tui.screens.title import TitleScreen
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
