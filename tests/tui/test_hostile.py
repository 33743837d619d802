"""A story whose every string is markup, if anybody reads it as such."""

import pytest

from builders import sitting_of, story_of
from tui.driving import reading
from tui.small_story import HOSTILE, SOUP


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 60)])
async def test_what_an_author_puts_in_brackets_stays_in_brackets(size: tuple[int, int]) -> None:
    sitting = sitting_of(story_of(HOSTILE), None)
    async with reading(sitting, size, message=SOUP) as reader:
        for keys in (
            ("right_square_bracket", "o", "escape"),
            ("n", "escape"),
            ("K", "escape"),
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


async def test_no_widget_reads_markup_or_takes_a_string() -> None:
    async with reading(sitting_of(story_of(HOSTILE)), (120, 60)) as reader:
        assert reader.app.screen.border_title is None
        titles = {widget.border_title for widget in reader.app.screen.query("*")}

        assert titles == {None, " Esc close "}
