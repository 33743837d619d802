"""The journal: the route with a way back, the map, the casebook, the sources, the endings, and what is kept."""

import time

import pytest

from builders import sitting_of, story_of
from sidelight.tui.screens.journal import JournalScreen, Part
from tui.driving import reading, small_sitting

NEXT = "right_square_bracket"
MANY_STEPS = """
scenes:
  a: {title: Round, text: Again., choices: [{say: Round once more, id: on, to: a}, {say: Out, id: out, to: b}]}
  b: {title: Out, text: Done., ending: {title: Out}}
"""


async def test_the_journal_opens_on_the_route_and_closes_with_its_key() -> None:
    async with reading() as reader:
        await reader.press("end", "1", "u")
        before = reader.text
        await reader.press("t")
        assert isinstance(reader.app.screen, JournalScreen)
        assert "[Route]" in reader.lines[0]
        assert "you are here" in reader.text
        await reader.press("t")

        assert reader.text == before


async def test_going_back_to_a_step_says_first_what_is_lost() -> None:
    async with reading() as reader:
        await reader.press(*["end", "1"] * 3, "t", "2")
        words = " ".join(reader.text.split())
        assert "Going back to 2, “A man alone”, takes back 2 steps" in words
        await reader.press("1")
        assert "[Route]" in reader.text
        await reader.press("2", "escape", "escape")
        assert reader.sitting.page.step == 3
        await reader.press("t", "2", "2")

        assert reader.scene == "room"
        assert reader.sitting.page.step == 1
        assert "A man alone" in reader.text


async def test_the_step_she_is_at_is_the_current_one_and_leads_to_the_page() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press(*["end", "1"] * 30, "t")
        assert "▸ 31  The desk" in reader.text or "▸ 31  A man alone" in reader.text
        await reader.press("enter")

        assert reader.sitting.page.step == 30
        assert not isinstance(reader.app.screen, JournalScreen)


async def test_the_map_tells_of_what_is_not_seen_only_how_much_it_is() -> None:
    async with reading(size=(80, 40)) as reader:
        await reader.press("1", "t", "right")
        assert "├─● The desk" in reader.text
        assert "─● A man alone  2  you are here" in reader.text
        assert "ways not taken" in reader.text
        assert "scenes not seen" in reader.text
        assert "Many ways" not in reader.text


async def test_the_casebook_has_what_was_opened_in_three_orders_and_is_searched_as_one_types() -> None:
    async with reading(size=(80, 30)) as reader:
        await reader.press("t", "right", "right")
        assert "You have opened no notes yet" in reader.text
        await reader.press("escape", NEXT, "o", NEXT, NEXT, "t", "l", "l")
        assert "Two times in one country  † Wrong or imprecise" in reader.text
        assert "A Night Off" in reader.text
        await reader.press("g")
        assert "by grade" in reader.text
        await reader.press("g")
        assert "by source" in reader.text
        assert "No source" in reader.text
        await reader.press("slash", *"capital")
        assert "Two times" not in reader.text
        assert "Damascus" in reader.text
        await reader.press(*"xyz")
        assert "Nothing in the casebook" in reader.text
        await reader.press(*["backspace"] * 3, "enter", "enter")
        assert "Capital of Syria." in reader.text
        await reader.press("escape")
        assert "Damascus" in reader.text
        await reader.press("escape")
        assert "Two times" in reader.text
        await reader.press("escape")
        assert not isinstance(reader.app.screen, JournalScreen)


async def test_sources_stand_in_full_with_their_address() -> None:
    async with reading(size=(80, 30)) as reader:
        await reader.press(NEXT, "o", "t", *["right"] * 3)

        assert "A. Writer, “The Clocks of Beirut”, Littoral, 2019-05-01" in reader.text
        assert "https://example.org/archive/2019/the-clocks-of-beirut?page=12" in reader.text
        assert "For: Two times in one country" in reader.text


async def test_endings_are_told_out_of_how_many_and_only_those_seen() -> None:
    async with reading() as reader:
        await reader.press("t", "left", "left", "left")
        assert "The Record" not in reader.text
        await reader.press("escape", "end", "2", "t", "left", "left", "left")
        assert "You have seen 1 of" in reader.text
        assert "The Record" in reader.text
        await reader.press("left", "left", "left")
        assert "[Map]" in reader.text


async def test_what_is_kept_stands_in_the_journal() -> None:
    async with reading() as reader:
        await reader.press("t", "left", "left")

        assert "Your story as filed" in reader.text


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (200, 50)])
async def test_the_journal_can_be_read_at_any_size(size: tuple[int, int]) -> None:
    async with reading(small_sitting(), size) as reader:
        await reader.press(NEXT, "o", "escape", "1", "t")
        for _ in Part:
            await reader.press("space", "b", "right")
            assert all(len(line) <= size[0] for line in reader.lines)
            await reader.resize(*size)

        assert "[Route]" in reader.lines[0]


async def test_after_hundreds_of_steps_the_journal_opens_as_fast() -> None:
    sitting = sitting_of(story_of(MANY_STEPS))
    choice = sitting.page.open_offers[0].choice
    for _ in range(300):
        sitting.choose(choice)
    async with reading(sitting, (120, 34)) as reader:
        await reader.press("t", "t")
        begun = time.perf_counter()
        await reader.press("t")
        taken = time.perf_counter() - begun

        assert "▸ 301  Round" in reader.text
        assert taken < 1.5, taken  # 150 ms are wanted; what is slow by its nature takes seconds


async def test_the_key_that_leaves_leaves_from_the_journal_too() -> None:
    async with reading() as reader:
        await reader.press("1", "t", "q")
    assert 0 == reader.app.return_code
