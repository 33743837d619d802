"""Notes: going from mark to mark, opening, closing, and having it noted."""

from pathlib import Path

import pytest

from sidelight.presenting.skipping import NOT_READ
from tui.driving import lit, reading, small_sitting

NEXT, LAST = "right_square_bracket", "left_square_bracket"


async def test_marks_are_lit_in_the_order_of_reading_and_unmarked_notes_after_them() -> None:
    async with reading(size=(80, 50)) as reader:
        found = []
        for key in (NEXT, NEXT, NEXT, NEXT, LAST):
            await reader.press(key)
            found.append(lit(reader))

        assert found == [
            "three clocks[1]",
            "Damascus[2]",
            "[3] The White Helmets",
            "[3] The White Helmets",
            "Damascus[2]",
        ]


async def test_a_mark_broken_over_two_lines_is_lit_whole() -> None:
    async with reading(size=(28, 30)) as reader:
        await reader.press(NEXT, NEXT, NEXT)

        assert lit(reader).replace("\n", "") == "[3] The White Helmets"


async def test_a_mark_is_brought_into_view_by_the_least_scrolling() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press(NEXT)
        assert reader.column.scroll_y == 0
        await reader.press(NEXT)

        assert "Damascus[2]" in reader.lines[-1] or "Damascus[2]" in reader.lines[-2]


async def test_the_first_mark_lit_is_the_first_in_view() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press("end", LAST)
        assert lit(reader) == "[3] The White Helmets"
    async with reading(size=(40, 12)) as reader:
        await reader.press("pagedown", "pagedown", NEXT)
        assert lit(reader) == "Damascus[2]"


@pytest.mark.parametrize("key", ["o", "enter"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 34)])
async def test_opening_a_note_shows_it_and_has_it_noted(key: str, size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        assert reader.has_opened()
        await reader.press(NEXT, key)

        assert "[1] Two times in one country" in reader.text
        assert reader.has_opened("clocks")
        assert reader.scene == "desk"


async def test_a_note_says_all_there_is_to_know_about_it() -> None:
    async with reading(size=(80, 50)) as reader:
        await reader.press(NEXT, "o")
        for words in (
            "how we know",
            "Syria stopped turning its clocks in 2022. Beirut did not.",
            "Claim: The two cities have always shared a time",
            "Wrong or imprecise: better evidence says otherwise",
            "So for half of every year they are an hour apart.",
            "As of 26 April 2026",
            "A. Writer, “The Clocks of Beirut”, Littoral, 2019-05-01",
            "Read in a copy.",
            "https://example.org/archive/2019/the-clocks-of-beirut?page=12",
            "“A handbook”, Reuters",
        ):
            assert words in reader.text
        await reader.press(NEXT)
        assert "No source: the draft’s own" in reader.text
        assert "place" in reader.text
        await reader.press(NEXT)
        assert "As of spring 2026" in reader.text


@pytest.mark.parametrize("key", ["o", "escape", "enter"])
async def test_a_sheet_is_put_away_and_the_reader_is_back_at_the_mark(key: str) -> None:
    async with reading() as reader:
        await reader.press(NEXT, "o", key)

        assert "Two times in one country" not in reader.text
        assert lit(reader) == "three clocks[1]"
        await reader.press("down")
        assert reader.column.choices.has_focus


@pytest.mark.parametrize(
    ("under", "key", "seen"),
    [
        ("K", "t", "[Route]"),
        ("n", "s", "Keep this moment"),
        ("question_mark", "a", "About this story"),
        ("K", "u", "yesterday’s denial"),
        ("question_mark", "x", NOT_READ),
        ("K", "w", "Your story and the way you went are in"),
        ("question_mark", "K", "Your story as filed"),
        ("question_mark", "n", "Beside this page"),
        ("n", "question_mark", "Show the keys."),
        ("n", "tab", "Dear Sirs"),
    ],
)
async def test_a_key_that_is_not_the_sheets_puts_it_away_and_acts(
    under: str, key: str, seen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where what is taken away is written
    async with reading() as reader:
        await reader.press("end", "1", under, key)
        assert seen in " ".join(reader.text.split())
        await reader.press("escape", "escape")

        assert reader.column.id == "page"


async def test_leaving_a_sheet_leaves() -> None:
    async with reading() as reader:
        await reader.press(NEXT, "o", "q")

        assert not reader.app.is_running


@pytest.mark.parametrize("under", [(NEXT, "o"), ("question_mark",), ("K",)])
async def test_a_number_on_a_sheet_with_nothing_to_choose_is_the_pages(under: tuple[str, ...]) -> None:
    async with reading() as reader:
        await reader.press(*under, "2")
        assert reader.column.id == "page"
        assert "2  Go home" in reader.text
        assert reader.scene == "desk"
        await reader.press(*under, "2")

        assert reader.scene == "out"


async def test_what_cannot_be_done_leaves_the_sheet_where_it_is() -> None:
    async with reading() as reader:
        await reader.press("K", "u", "9")
        assert reader.column.id == "page"
        await reader.press("K", "u")

        assert reader.column.id != "page"
        assert reader.scene == "desk"


@pytest.mark.parametrize("key", ["T", "minus", "plus"])
async def test_how_it_looks_is_changed_with_the_sheet_in_place(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    async with reading(size=(100, 30)) as reader:
        await reader.press(NEXT, "o")
        before = reader.column.prose.size.width, reader.app.theme
        await reader.press(key)

        assert "[1] Two times in one country" in reader.text
        assert before != (reader.column.prose.size.width, reader.app.theme)


async def test_the_next_note_is_shown_on_the_sheet_and_back_again() -> None:
    async with reading(size=(60, 20)) as reader:
        await reader.press("n", "1", NEXT)
        assert "Capital of Syria." in reader.text
        await reader.press(NEXT)
        assert "Volunteer rescuers." in reader.text
        await reader.press(LAST, LAST)
        assert "Syria stopped turning its clocks" in reader.text
        assert reader.has_opened("clocks", "damascus", "helmets")
        await reader.press("escape")

        assert lit(reader) == "three clocks[1]"


async def test_from_a_sheet_without_a_note_the_next_mark_is_that_of_the_page() -> None:
    async with reading() as reader:
        await reader.press("K", NEXT)

        assert lit(reader) == "three clocks[1]"
        assert reader.has_opened()


async def test_a_note_that_was_put_away_is_opened_again_at_once() -> None:
    async with reading() as reader:
        await reader.press(NEXT, "o", "escape", "o")

        assert "[1] Two times in one country" in reader.text


async def test_coming_back_from_the_journal_finds_the_page_and_not_the_sheet() -> None:
    async with reading() as reader:
        await reader.press(NEXT, "o", "t", "escape")

        assert "Esc close" not in reader.text
        assert lit(reader) == "three clocks[1]"


async def test_pointing_beside_a_sheet_puts_it_away() -> None:
    async with reading() as reader:
        await reader.press("n")
        await reader.point_at("BEIRUT says")

        assert "Esc close" not in reader.text


async def test_a_note_in_the_panel_is_closed_by_the_key_that_opened_it() -> None:
    async with reading(size=(120, 34)) as reader:
        await reader.press(NEXT, "o")
        assert "how we know" in reader.text
        await reader.press("o")

        assert "how we know" not in reader.text
        assert lit(reader) == "three clocks[1]"


async def test_the_notes_of_a_page_can_be_gone_through_without_leaving_the_marks() -> None:
    async with reading(size=(120, 34)) as reader:
        await reader.press(NEXT, "o", NEXT, "o", NEXT, "o")

        assert reader.has_opened("clocks", "damascus", "helmets")
        assert "Volunteer rescuers." in reader.text


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 34)])
@pytest.mark.parametrize("keys", [("2",), ("down", "enter"), ("j", "o")])
async def test_a_note_is_opened_from_the_list(size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with reading(size=size) as reader:
        await reader.press("n", *keys)

        assert reader.has_opened("damascus")
        assert "Capital of Syria." in reader.text
        await reader.press("escape")
        assert reader.column.choices.has_focus
        assert reader.column.id == "page"


async def test_listing_the_notes_opens_none_of_them() -> None:
    async with reading(size=(120, 34)) as reader:
        await reader.press("n", "escape")

        assert reader.has_opened()


@pytest.mark.parametrize("size", [(80, 24), (120, 34)])
async def test_pointing_at_a_mark_opens_its_note(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.point_at("three clocks[1]", 3)

        assert reader.has_opened("clocks")
        assert "how we know" in reader.text


async def test_pointing_at_a_note_in_the_margin_opens_it() -> None:
    async with reading(size=(120, 34)) as reader:
        await reader.point_at("[2] Damascus", 5)

        assert reader.has_opened("damascus")


async def test_a_long_note_in_the_panel_can_be_read_to_its_end() -> None:
    async with reading(size=(120, 16)) as reader:
        await reader.press("n", "1")
        assert "handbook" not in reader.text
        await reader.press("space", "space")

        assert "handbook" in reader.text
        assert reader.column.id == "panel"


async def test_the_reader_can_go_over_to_the_panel_and_still_choose() -> None:
    async with reading(size=(120, 16)) as reader:
        await reader.press(NEXT, "o", "tab")
        assert reader.column.id == "panel"
        await reader.press("space", "space")
        assert "handbook" in reader.text
        await reader.press("tab")
        assert lit(reader) == "three clocks[1]"
        await reader.press("tab", "2", "2")

        assert reader.scene == "out"


async def test_a_page_without_notes_has_no_use_for_their_keys() -> None:
    async with reading(small_sitting("many")) as reader:
        await reader.press(NEXT, LAST, "o", "n")

        assert "notes" not in reader.text
        assert reader.column.choices.has_focus


async def test_the_reader_is_not_left_in_a_panel_that_is_gone() -> None:
    async with reading(size=(120, 34)) as reader:
        await reader.press("n")
        await reader.resize(80, 24)

        assert reader.column.id == "page"
        await reader.press("1", "1")
        assert reader.scene == "room"


async def test_what_the_reader_keeps_can_be_looked_at() -> None:
    async with reading() as reader:
        await reader.press("K")

        assert "Your story as filed" in reader.text
        assert "13 December. Nothing is established." in reader.text


async def test_what_the_reader_keeps_has_the_measure_of_the_page_in_a_wide_window() -> None:
    async with reading(size=(120, 34)) as reader:
        measure = reader.column.prose.size.width
        await reader.press("K")

        assert measure == reader.column.prose.size.width


@pytest.mark.parametrize("keys", [((NEXT, "o"), (NEXT,)), (("n",), ("2",))])
async def test_a_note_asked_for_on_a_sheet_is_seen_after_the_window_is_widened(
    keys: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    under, then = keys
    async with reading() as reader:
        await reader.press(*under)
        await reader.resize(160, 34)
        await reader.press(*then)

        assert "Capital of Syria." in reader.text
        assert "Esc close " not in "".join(line for line in reader.lines if "━" in line)


async def test_after_the_help_the_note_in_the_panel_is_closed_by_the_key_that_opened_it() -> None:
    async with reading(size=(140, 34)) as reader:
        await reader.press(NEXT, "o", "question_mark", "escape")
        assert "how we know" in reader.text
        await reader.press("o")

        assert "how we know" not in reader.text


async def test_a_note_put_away_with_the_sheet_is_opened_again_once_the_window_is_wide() -> None:
    async with reading() as reader:
        await reader.press(NEXT, "o", "escape")
        await reader.resize(140, 34)
        assert "how we know" not in reader.text
        await reader.press("o")

        assert "how we know" in reader.text


async def test_the_foot_names_what_is_of_use_with_the_note_in_the_panel_after_the_help_and_a_resize() -> None:
    async with reading(size=(140, 34)) as reader:
        await reader.press("n", "1")
        foot = reader.lines[-1]
        assert "open note" not in foot
        await reader.press("question_mark")
        await reader.resize(140, 30)
        await reader.press("escape")

        assert foot == reader.lines[-1]
