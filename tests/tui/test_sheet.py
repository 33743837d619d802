"""The sheet that is drawn up over the page: what of the page it leaves in view, and how it is put away."""

import pytest

from tui.driving import Reader, lit, reading

NEXT, LAST = "right_square_bracket", "left_square_bracket"


def page_column(reader: Reader) -> list[str]:
    return [line.rstrip() for line in reader.lines[1:-2]]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (40, 16)])
async def test_the_line_with_the_mark_stays_above_the_sheet_and_the_page_is_back_where_it_was_after_it(
    size: tuple[int, int],
) -> None:
    async with reading(size=size) as reader:
        for keys in ([NEXT], [NEXT], [NEXT], [NEXT, "down", "down", "b", LAST]):
            await reader.press(*keys)
            before, mark = page_column(reader), lit(reader).split()[-1]
            await reader.press("o")
            edge = next(row for row, line in enumerate(reader.lines) if "━" in line)
            assert size[1] // 3 - 1 <= edge
            assert mark in "\n".join(reader.lines[:edge]), reader.text
            await reader.press("o")

            assert before == page_column(reader)


async def test_a_mark_on_a_page_that_is_all_in_view_comes_above_the_sheet_too() -> None:
    async with reading(size=(80, 36)) as reader:
        before = page_column(reader)
        await reader.press("n", "3")
        edge = next(row for row, line in enumerate(reader.lines) if "━" in line)
        assert "[3] The White Helmets" in "\n".join(reader.lines[:edge])
        await reader.press("escape")

        assert before == page_column(reader)


async def test_going_on_to_another_note_on_the_sheet_takes_the_page_along() -> None:
    async with reading(size=(60, 20)) as reader:
        await reader.press(NEXT, "o", NEXT)
        edge = next(row for row, line in enumerate(reader.lines) if "━" in line)
        assert "Damascus[2]" in "\n".join(reader.lines[:edge])
        await reader.press("escape")
        assert "Damascus[2]" == lit(reader)
        await reader.press("1", "1")

        assert reader.scene == "room"
        assert 0 == reader.column.scroll_y


@pytest.mark.parametrize(
    ("key", "seen"), [("question_mark", "Show the keys"), ("K", "Your story as filed"), ("n", "Beside this page")]
)
async def test_the_key_that_opens_a_sheet_closes_it(key: str, seen: str) -> None:
    async with reading() as reader:
        before = reader.text
        await reader.press(key)
        assert seen in reader.text
        await reader.press(key)
        assert before == reader.text
        await reader.press(key, "escape", NEXT)
        await reader.point_at("clocks[1]", 1)
        await reader.press(key)

        assert seen in reader.text


@pytest.mark.parametrize("key", ["a", "t", "s"])
async def test_the_key_of_the_help_closes_it_on_other_screens_too(key: str) -> None:
    async with reading() as reader:
        await reader.press(key)
        before = reader.text
        await reader.press("question_mark")
        assert "Show the keys" in reader.text
        await reader.press("question_mark")
        assert before == reader.text
        await reader.press("question_mark", "escape", "question_mark")

        assert "Show the keys" in reader.text


@pytest.mark.parametrize(
    ("keys", "seen"),
    [((NEXT, "o"), "Syria stopped turning"), (("n",), "Beside this page"), (("n", "1"), "Syria stopped turning")],
)
async def test_what_a_sheet_shows_of_the_notes_goes_beside_the_page_as_the_window_is_widened(
    keys: tuple[str, ...], seen: str
) -> None:
    async with reading() as reader:
        await reader.press(*keys)
        marked = lit(reader)
        await reader.resize(120, 34)

        assert "━" not in reader.text
        assert seen in reader.text
        assert "Two of the three clocks[1] agree" in reader.text
        assert marked == "" or marked == lit(reader)
        await reader.press("escape")
        assert "Capital of Syria." in reader.text
        assert reader.column is reader.screen._page


async def test_the_help_stays_as_the_window_is_widened() -> None:
    async with reading() as reader:
        await reader.press("n", "escape", "question_mark")
        await reader.resize(120, 34)

        assert "Show the keys." in reader.text
        assert "━" in reader.text
