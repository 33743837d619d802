"""Every action is declared once, and can be done; the palette offers ours and no others."""

import inspect

import pytest
from textual.command import CommandPalette, Hit
from textual.widgets import OptionList

from sidelight.tui.action import Where
from sidelight.tui.actions import ACTIONS, bindings_in
from sidelight.tui.app import ReaderApp
from sidelight.tui.help_text import help_at
from sidelight.tui.keymap import Keys
from sidelight.tui.screens.exercise import ExerciseScreen
from sidelight.tui.screens.journal import JournalScreen
from sidelight.tui.screens.palette import ActionsProvider
from sidelight.tui.screens.reading import ReadingScreen
from sidelight.tui.screens.saves import SavesScreen
from sidelight.tui.screens.title import TitleScreen
from sidelight.tui.themes import THEMES
from tui.driving import reading

BOOKLETS: dict[str, type] = {"saves": SavesScreen, "title": TitleScreen}
"""The screens away from the page that do what the journal does not."""


def test_every_action_has_a_method_that_does_it() -> None:
    for action in ACTIONS:
        owners: set[type] = {ReaderApp} if action.of_app else set()
        if not owners and action.where & (Where.PAGE | Where.SHEET):
            owners.add(ReadingScreen)
        if not action.of_app and Where.BOOKLET in action.where:
            owners.add(BOOKLETS.get(action.id, JournalScreen))
        if not action.of_app and Where.DESK in action.where:
            owners.add(ExerciseScreen)
        for owner in owners:
            assert callable(getattr(owner, f"action_{action.id}")), action.id


def test_no_key_does_two_things_in_a_place() -> None:
    for where in Where:
        keys = [key for action in ACTIONS if action.where & where for key in action.keys]
        assert len(keys) == len(set(keys))
        bindings = [*bindings_in(where)]
        assert len({binding.id for binding in bindings}) == len(bindings)


def test_every_action_says_what_it_does_in_a_sentence() -> None:
    for action in ACTIONS:
        assert action.help.endswith("."), action.id
        assert not action.label.endswith("."), action.id


def test_the_footer_is_short_and_begins_with_help() -> None:
    shown = [action.id for action in ACTIONS if Where.PAGE in action.footer]

    assert shown[0] == "help"
    assert len(shown) <= 8
    assert all(action.footer in action.where for action in ACTIONS)


async def test_the_help_names_every_action() -> None:
    async with reading(size=(80, 60)) as reader:
        await reader.press("question_mark")

        for action in ACTIONS:
            assert action.shown_keys in reader.text
            assert action.help in reader.text


HEADINGS = {Where.READING: "On the page", Where.BOOKLET: "In the journal", Where.DESK: "At a question"}


def under_headings(lines: list[str]) -> dict[str, list[str]]:
    """What stands in a help under each of its headings; at first, before any, under none."""
    found: dict[str, list[str]] = {"": []}
    for line in filter(None, lines):
        if line in HEADINGS.values():
            found[line] = []
        else:
            found[list(found)[-1]].append(line)
    return found


@pytest.mark.parametrize("here", HEADINGS)
def test_the_help_begins_with_what_can_be_done_here_and_names_nothing_twice(here: Where) -> None:
    ids = [action.id for action in ACTIONS if here & action.where]
    found = under_headings([line.plain for line in help_at(Keys(), ids, 100).lines])

    assert len(ids) == len(found[""])
    assert [heading for place, heading in HEADINGS.items() if place != here] == list(found)[1:]
    told = [line for lines in found.values() for line in lines]
    assert len(ACTIONS) == len(told) == len(set(told))
    for lines in found.values():
        keys = [key for line in lines for key in line.split("   ")[0].split()]
        assert len(keys) == len(set(keys))


async def test_the_help_of_the_journal_begins_with_the_journals_keys() -> None:
    async with reading(size=(80, 60)) as reader:
        await reader.press("t", "question_mark")
        found = under_headings([line.strip() for line in reader.lines[1:-1]])

        assert any("The next part." in line for line in found[""])
        assert "In the journal" not in found
        assert any("Light the next note mark" in line for line in found["On the page"])
        assert any("The next hint." in line for line in found["At a question"])


async def test_the_help_can_be_read_to_its_end_in_the_smallest_window() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press("question_mark")
        seen = list(reader.lines)
        for _ in range(20):
            await reader.press("space")
            seen += reader.lines

        for words in ("In the journal", "At a question", "Show the keys."):
            assert any(words in line for line in seen), words
        assert all(len(line) <= 40 for line in seen)


async def test_the_palette_offers_our_actions_and_nothing_that_writes_a_file() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.pilot.pause(0.3)
        options = reader.app.screen.query_one(OptionList)
        offered = [str(option.prompt).splitlines()[0] for option in options.options]

        assert "Help" in offered
        assert "Go back" not in offered
        assert "Find an action" not in offered
        assert sorted(offered) == offered
        assert {title.lower() for title in offered} <= {action.label for action in ACTIONS}


EVERYDAY_WORDS = {
    "save": "Saves",
    "load": "Saves",
    "sources": "Journal",
    "import": "Saves",
    "map": "Journal",
    "font": "Narrower",
    "theme": "Colours",
    "quit": "Leave",
    "export": "Take it with you",
    "restart": "Title page",
    "begin again": "Title page",
    "undo": "Go back",
    "high contrast": "Colours",
    "keep": "What you keep",
    "xyzzy": None,
}
"""What somebody may type, and what must then be found first; None if nothing can be."""


async def test_the_palette_finds_an_action_by_an_everyday_word() -> None:
    async with reading() as reader:
        await reader.press("end", "1")
        palette = ActionsProvider(reader.screen)
        for typed, first in EVERYDAY_WORDS.items():
            hits = [hit async for hit in palette.search(typed) if isinstance(hit, Hit)]
            best = {hit.text for hit in hits if hit.score == max(each.score for each in hits)}

            assert first in (best or {None}), typed


async def test_an_action_found_in_the_palette_is_done() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        assert isinstance(reader.app.screen, CommandPalette)
        await reader.press(*"keep")
        await reader.pilot.pause(0.3)
        await reader.press("enter")
        await reader.pilot.pause(0.3)

        assert "Your story as filed" in reader.text


async def test_an_action_found_in_the_palette_puts_the_sheet_away() -> None:
    async with reading() as reader:
        await reader.press("]", "o", "ctrl+p", *"saves")
        await reader.pilot.pause(0.3)
        await reader.press("enter")
        await reader.pilot.pause(0.3)
        assert "Keep this moment" in reader.text
        await reader.press("escape")

        assert reader.column.id == "page"


async def test_the_theme_is_changed_by_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    async with reading() as reader:
        seen = []
        for _ in THEMES:
            seen.append(reader.app.theme)
            await reader.press("T")

        assert seen == [theme.name for theme in THEMES]
        assert reader.app.theme == seen[0]


async def test_pointing_at_the_footer_does_what_it_says() -> None:
    async with reading() as reader:
        await reader.point_at("? help", 2)

        assert "Over to the notes" in reader.text


def test_the_app_holds_no_story_logic() -> None:
    assert len(inspect.getsource(inspect.getmodule(ReaderApp) or ReaderApp).splitlines()) < 200
