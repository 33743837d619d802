"""What the foot names, what it gives up where there is little room, and what the edge of a sheet names instead."""

import pytest

from sidelight.tui.keymap import read_keys
from tui.driving import Reader, reading, small_sitting

NEXT = "right_square_bracket"


def foot(reader: Reader) -> str:
    return reader.lines[-1]


def edge(reader: Reader) -> str:
    return next(line for line in reader.lines if "━" in line)


async def test_the_foot_names_the_journal_and_how_to_leave() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("end")

        assert foot(reader).strip() == "? help   ] next note   n notes   t journal   q leave"


@pytest.mark.parametrize("width", [36, 40, 60, 80])
async def test_however_narrow_it_is_the_foot_names_the_help_that_names_the_rest(width: int) -> None:
    async with reading(size=(width, 20)) as reader:
        for key in ("home", "end"):
            await reader.press(key)
            assert "? help" in foot(reader)


async def test_names_stand_closer_where_there_is_much_below_and_the_journal_and_the_way_back_stay() -> None:
    async with reading(small_sitting("desk")) as reader:
        await reader.press("end", "1", "end", "1", "home")
        assert reader.sitting.page.step == 2
        assert "? help  Space more  t journal  u go back  q leave" in foot(reader)
        assert foot(reader).endswith("  3 choices below")


async def test_what_a_reader_needs_least_goes_first_where_it_is_narrow() -> None:
    async with reading(size=(60, 20)) as reader:
        await reader.press("end", "1", "end", "1", "home")
        assert "? help  Space more  t journal  u back  q leave" in foot(reader)
        assert foot(reader).endswith("  3 below")
        await reader.press("end")

        assert foot(reader).strip() == "? help  ] next note  t journal  u go back  q leave"


async def test_with_a_lit_note_the_foot_of_a_narrow_window_still_names_how_to_read_on() -> None:
    async with reading(size=(60, 20)) as reader:
        await reader.press(NEXT)

        assert "? help  Space more  o open" in foot(reader)


@pytest.mark.parametrize(
    ("size", "named"),
    [
        ((80, 24), "? help Space more o open t journal u back q leave 3 below"),
        ((60, 20), "? help Space more o open t journal u back 3 below"),
    ],
)
async def test_with_a_lit_note_on_a_long_page_the_foot_names_what_is_needed_most(
    size: tuple[int, int], named: str
) -> None:
    async with reading(size=size) as reader:
        await reader.press("end", "1", "end", "1", "home", NEXT)

        assert named == " ".join(foot(reader).split())


async def test_the_key_that_reads_on_is_named_while_there_is_more_below() -> None:
    async with reading() as reader:
        assert "Space more" in foot(reader)
        await reader.point_at("Space more", 2)
        await reader.press("end")

        assert "Space more" not in foot(reader)


async def test_with_a_lit_note_the_foot_of_a_narrow_window_names_how_to_open_it() -> None:
    async with reading(size=(60, 20)) as reader:
        assert "o open" not in foot(reader)
        await reader.press(NEXT)
        assert "o open" in foot(reader)
        await reader.press("down", "end")

        assert "o open" not in foot(reader)


@pytest.mark.parametrize("keys", [(NEXT,), (NEXT, "o"), (NEXT, "o", "tab"), ("n", "1")])
async def test_a_note_of_the_margin_can_still_be_opened_when_the_window_is_made_narrow(
    keys: tuple[str, ...],
) -> None:
    async with reading(size=(120, 34)) as reader:
        await reader.press(*keys)
        await reader.resize(60, 20)
        assert "o open" in foot(reader)
        await reader.press("o")

        assert "Syria stopped turning its clocks" in reader.text


async def test_the_foot_beside_an_open_note_names_how_to_close_it_and_not_how_to_open_it() -> None:
    async with reading(size=(120, 34)) as reader:
        assert "Esc close" not in foot(reader)
        for keys in ((NEXT, "o"), ("tab",), ("n", "2")):
            await reader.press(*keys)
            assert "Esc close" in foot(reader)
            assert "o open note" not in foot(reader)
        await reader.press("escape")
        assert "Esc close" not in foot(reader)
        assert "o open note" in foot(reader)
        await reader.press("n")

        assert "o open note" in foot(reader)
        assert "Esc close" in foot(reader)


async def test_the_edge_of_a_sheet_names_what_is_of_use_on_it() -> None:
    async with reading(size=(60, 14)) as reader:
        await reader.press(NEXT, "o")
        assert "] next note · Space more · Esc close" in edge(reader)
        await reader.press("end")
        assert "] next note · Esc close" in edge(reader)
        await reader.press("K")

        assert " Esc close" in edge(reader)
        assert "next note" not in edge(reader)


async def test_the_edge_of_a_sheet_fits_the_smallest_window() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press(NEXT, "o")

        assert "] next note · Space more · Esc close" in edge(reader)


async def test_where_there_is_one_note_the_edge_names_no_other() -> None:
    async with reading(small_sitting("room")) as reader:
        await reader.press(NEXT, "o")

        assert "next note" not in edge(reader)


async def test_the_foot_names_the_keys_a_reader_has_chosen() -> None:
    async with reading(keys=read_keys("leave = f10\njournal = c", "keys")) as reader:
        await reader.press("end")
        assert "c journal" in foot(reader)
        assert "F10 leave" in foot(reader)


async def test_a_chapter_is_cut_after_a_word_or_left_out_of_the_head() -> None:
    async with reading(size=(40, 12)) as reader:
        assert reader.lines[0].strip() == "Hours left: 2 · 3 choices below"
        await reader.resize(47, 12)
        assert reader.lines[0].strip().startswith("A Night…  ")
        await reader.press("end")

        assert "A Night Off  " in reader.lines[0]


@pytest.mark.parametrize("keys", [("s", "1"), ("t", "right", "right", "slash")], ids=["name of a save", "search"])
async def test_where_letters_are_typed_the_foot_names_none_of_them(keys: tuple[str, ...]) -> None:
    async with reading() as reader:
        await reader.press(*keys)
        assert "F1 help   Esc close" == foot(reader).strip()
        await reader.press("a")
        assert "F1 help   Esc close" == foot(reader).strip()
        await reader.press("escape")

        assert "? help" in foot(reader)
        assert "q leave" in foot(reader)


async def test_once_what_was_searched_for_is_gone_to_the_foot_names_letters_again() -> None:
    async with reading() as reader:
        await reader.press("t", "right", "right", "slash", "enter")

        assert "q leave" in foot(reader)


async def test_where_letters_are_typed_the_foot_names_no_help_that_has_no_other_key_than_a_letter() -> None:
    async with reading(keys=read_keys("help = v", "keys")) as reader:
        await reader.press("s", "1")

        assert "Esc close" == foot(reader).strip()
