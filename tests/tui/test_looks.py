"""Colours that can be read, no colour where none is wanted, and a screen that says the same without any."""

import re

import pytest
from rich.color import Color
from textual.theme import Theme

from sidelight.errors import FileError
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import THEMES as NAMES
from sidelight.saving.settings import Preferences
from sidelight.tui.themes import COLOURLESS, TERMINAL, THEMES, theme_called
from sidelight.tui.widgets.choice_list import POINTER
from tui.driving import Reader, reading, small_sitting

FRAMES = set("│┃─━┌┐└┘ ")
"""What only draws lines; none of them says anything that words do not."""

COLOURS = re.compile(r"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m")


def luminance(color: Color) -> float:
    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = color.get_truecolor()
    return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def painted(reader: Reader) -> list[tuple[str, Color, Color]]:
    """Every word on the screen with its colour and what is behind it."""
    return [
        (segment.text, segment.style.color, segment.style.bgcolor)
        for strip in reader.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and segment.style.color and segment.style.bgcolor and set(segment.text) - FRAMES
    ]


@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme.ansi], ids=lambda theme: theme.name)
@pytest.mark.parametrize("at", ["desk", "room", "out"])
async def test_every_word_can_be_read_in_each_theme(
    theme: Theme, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR")
    prose = Color.parse(theme.foreground or "")
    async with reading(small_sitting(at), (120, 50), message="A sentence.") as reader:
        await reader.press(*["T"] * THEMES.index(theme))
        assert reader.app.theme == theme.name
        for keys in ((), ("right_square_bracket",), ("o",), ("n",), ("question_mark",)):
            await reader.press(*keys)
            found = painted(reader)
            assert found
            for text, front, behind in found:
                least = 7 if front.get_truecolor() == prose.get_truecolor() else 4.5
                assert contrast(front, behind) >= least, text


async def test_the_terminals_own_colours_are_the_two_it_has_for_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    async with reading(size=(120, 50)) as reader:
        await reader.press(*["T"] * THEMES.index(TERMINAL))
        for keys in ((), ("right_square_bracket",), ("o",), ("n",), ("question_mark",)):
            await reader.press(*keys)
            for text, front, behind in painted(reader):
                assert front.is_default, text
                assert behind.is_default, text


async def test_without_colour_no_colour_is_sent() -> None:
    async with reading() as reader:
        assert reader.app.theme == COLOURLESS
        for keys in ((), ("right_square_bracket",), ("o",), ("T",)):
            await reader.press(*keys)
            sent = reader.app.screen._compositor.render_full_update().render_segments(reader.app.console)

            assert not COLOURS.findall(sent)


async def test_with_colour_there_is_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    async with reading() as reader:
        sent = reader.app.screen._compositor.render_full_update().render_segments(reader.app.console)

        assert COLOURS.findall(sent)


async def test_what_is_current_shows_without_colour() -> None:
    async with reading(size=(80, 50)) as reader:
        assert f"{POINTER} 1  Stand" in reader.text
        await reader.press("right_square_bracket")
        assert POINTER not in reader.text
        lit = [
            segment.text
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.reverse
        ]

        assert "".join(lit) == "three clocks[1]"


async def test_the_text_is_never_wider_than_its_measure() -> None:
    for width in (64, 80, 110, 160, 200):
        async with reading(size=(width, 50)) as reader:
            assert reader.column.prose.size.width <= 68
            if width >= 110:
                await reader.press("n")
                panel = reader.screen.query_one("#panel")
                assert 38 <= panel.region.width <= 59


async def test_where_it_is_low_there_is_no_footer() -> None:
    async with reading(size=(80, 15)) as reader:
        assert "? help" not in reader.text
        await reader.resize(80, 16)
        assert "? help" in reader.text


async def test_a_narrow_head_gives_up_the_story_before_what_is_shown() -> None:
    async with reading(size=(34, 16)) as reader:
        assert reader.lines[0].split("  ")[0].strip() == "A Night Off"
        assert "Hours left: 2" in reader.lines[0]
        await reader.resize(20, 16)
        assert "Hours left: 2" in reader.lines[0]


async def test_what_the_reader_sets_is_there_when_she_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    file = MemoryFile()
    async with reading(size=(120, 34), liked=Preferences(file)) as reader:
        await reader.press("T", "minus", "minus")
        assert reader.column.prose.size.width == 60
    async with reading(size=(120, 34), liked=Preferences(file)) as reader:
        assert reader.app.theme == "desk-paper"
        assert reader.column.prose.size.width == 60


async def test_a_setting_that_cannot_be_kept_holds_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise FileError("cannot write there: No space left on device", "make room")

    async with reading(size=(120, 34)) as reader:
        monkeypatch.setattr(MemoryFile, "replace", full)
        await reader.press("plus")

        assert reader.column.prose.size.width == 69


def test_each_theme_of_the_settings_is_one_of_ours() -> None:
    assert [theme_called(name) for name in NAMES] == list(THEMES)
