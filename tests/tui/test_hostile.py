"""A story whose every string is markup, if anybody reads it as such."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import sidelight.tui
from builders import sitting_of, story_of
from tui.driving import reading
from tui.small_story import HOSTILE, SOUP

TUI = Path(sidelight.tui.__file__).parent


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 60)])
async def test_what_an_author_puts_in_brackets_stays_in_brackets(size: tuple[int, int]) -> None:
    sitting = sitting_of(story_of(HOSTILE), None)
    async with reading(sitting, size, message=SOUP) as reader:
        for keys in (
            ("right_square_bracket", "o", "escape"),
            ("n", "escape"),
            ("K", "escape"),
            ("t", "right", "right", "enter", "escape", "right", "right", "right", "escape"),
            ("s", "4", "escape", "escape"),
            ("right_square_bracket", "right_square_bracket", "o", "escape"),
            ("ctrl+p", "escape"),
            ("end", "1", "end"),
        ):
            await reader.press(*keys)
            assert "[@click=app.quit]" in " ".join(reader.text.split()) or "[@CLICK" in reader.text

        assert reader.app.is_running
        assert reader.scene == "b"


async def test_pointing_at_any_part_of_it_does_nothing() -> None:
    async with reading(sitting_of(story_of(HOSTILE)), (80, 60)) as reader:
        for y, line in enumerate(reader.lines):
            if "go" in line and "1  [" not in line and "(locked)" not in line:
                await reader.pilot.click(offset=(line.index("go"), y))
                await reader.press("escape")

        assert reader.app.is_running
        assert reader.scene == "a"


async def test_no_words_of_a_story_are_in_a_title_which_textual_reads_as_markup() -> None:
    async with reading(sitting_of(story_of(HOSTILE)), (120, 60)) as reader:
        await reader.press("question_mark")
        titles = {widget.border_title for widget in reader.screen.query("*")}

        assert titles == {None, " Esc close "}
        assert reader.app.title == "Sidelight"


@pytest.mark.parametrize("word", ["from_markup", "Static(", "Label(", "Markdown"])
def test_no_module_uses_what_reads_markup(word: str) -> None:
    for path in TUI.rglob("*.py"):
        assert word not in path.read_text("utf-8"), path


def test_what_is_notified_is_never_read_as_markup() -> None:
    told = [call for path in TUI.rglob("*.py") for call in notifications(path)]

    assert told
    for call in told:
        assert "markup=False" in map(ast.unparse, call.keywords), ast.unparse(call)


def notifications(path: Path) -> Iterator[ast.Call]:
    """Every call in a module that has something notified."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "notify":
            yield node
