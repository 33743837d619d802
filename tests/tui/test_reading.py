"""Choosing, going back, leaving, and never losing one's place."""

import os
import signal

import pytest

from builders import sitting_of, story_of
from sidelight.errors import FileError
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning
from sidelight.presenting.skipping import NOT_READ
from sidelight.presenting.words import STUCK
from sidelight.saving.files import MemoryFile
from sidelight.tui.app import DECLARED
from sidelight.tui.keymap import read_keys
from sidelight.tui.widgets.choice_list import POINTER
from tui.driving import reading, small_sitting


async def test_a_page_opens_at_its_top_with_the_first_choice_current_though_out_of_view() -> None:
    async with reading(size=(40, 12)) as reader:
        assert reader.column.scroll_y == 0
        assert reader.column.choices.has_focus
        assert POINTER not in reader.text

        await reader.press("1", "1")

        assert reader.scene == "room"
        assert reader.column.scroll_y == 0
        assert reader.column.choices.has_focus
        assert "A man alone" in reader.lines[1]


@pytest.mark.parametrize(
    ("key", "scene"), [("1", "room"), ("2", "out"), ("3", "many"), ("4", "desk"), ("9", "desk")]
)
async def test_a_number_takes_the_choice_of_that_number(key: str, scene: str) -> None:
    async with reading() as reader:
        await reader.press("end", key)

        assert reader.scene == scene


async def test_arrows_and_letters_go_over_the_open_choices_and_enter_takes_one() -> None:
    async with reading(size=(80, 50)) as reader:
        for key, choice in (("down", "2  Go home"), ("j", "3  Count"), ("j", "3  Count"), ("k", "2  Go home")):
            await reader.press(key)
            assert f"{POINTER} {choice}" in reader.text
        await reader.press("up", "enter")

        assert reader.scene == "room"


async def test_more_than_nine_choices_can_be_reached() -> None:
    async with reading(small_sitting("many")) as reader:
        await reader.press(*["down"] * 10)
        assert f"{POINTER} 11  Way eleven" in reader.text
        await reader.press("enter")

        assert reader.scene == "wall"


async def test_pointing_at_a_choice_takes_it_and_at_a_locked_one_does_not() -> None:
    async with reading(size=(80, 50)) as reader:
        await reader.point_at("(locked)")
        assert reader.scene == "desk"
        await reader.point_at("Go home")

        assert reader.scene == "out"


async def test_a_key_pressed_twice_does_not_answer_a_page_not_yet_seen() -> None:
    async with reading() as reader:
        reader.column.choices.take(1)
        reader.column.choices.take(1)
        await reader.pilot.pause()

        assert reader.scene == "room"


async def test_keys_typed_ahead_never_take_a_choice_of_another_page() -> None:
    async with reading() as reader:
        await reader.press("end", "3")
        reader.column.choices.take(11)
        reader.screen.action_undo()
        await reader.pilot.pause()

        assert reader.scene == "desk"


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_reading_by_the_down_arrow_alone_skips_nothing(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        column = reader.column
        seen: set[int] = set()
        while f"{POINTER} 3" not in reader.text:
            top = round(column.scroll_y)
            seen |= set(range(top, top + column.scrollable_content_region.height))
            await reader.press("down")

        top = round(column.scroll_y)
        assert seen >= set(range(top))
        assert top == column.max_scroll_y


async def test_paging_keeps_one_line_and_never_chooses() -> None:
    async with reading(size=(40, 12)) as reader:
        last = reader.lines[-1]
        await reader.press("space")
        assert last == reader.lines[1].replace("│", "").rstrip() or last in reader.lines[1]
        await reader.press("b")
        assert reader.column.scroll_y == 0
        await reader.press(*["pagedown"] * 20)

        assert reader.scene == "desk"
        assert reader.column.scroll_y == reader.column.max_scroll_y


async def test_going_back_opens_the_page_at_the_choice_that_was_taken() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press("end", "2", "u")

        assert reader.scene == "desk"
        assert f"{POINTER} 2  Go home" in reader.text
        assert "below" not in reader.lines[0]
        await reader.press("1")
        assert reader.scene == "room"
        await reader.press("u", "u")
        assert reader.scene == "desk"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 34)])
async def test_going_back_says_at_the_choice_that_it_was_taken_back_and_how_to_take_it_again(
    size: tuple[int, int],
) -> None:
    async with reading(size=size) as reader:
        await reader.press("end", "2", "u")
        assert f"{POINTER} 2  Go home  taken back; 2 takes it" in reader.text
        await reader.press("up")
        assert "2  Go home  taken back; 2 takes it" in reader.text
        await reader.press("2")
        assert reader.scene == "out"
        await reader.press("t", "1", "2")
        assert f"{POINTER} 2  Go home  taken back; 2 takes it" in reader.text
        await reader.press("3", "1")

        assert reader.scene == "desk"
        assert "taken back" not in reader.text


async def test_a_choice_taken_before_a_step_back_or_in_an_earlier_play_says_so_at_its_end() -> None:
    async with reading(size=(80, 50)) as reader:
        assert "taken before" not in reader.text
        await reader.press("1", "1")
        assert "Damascus right taken before" in " ".join(reader.text.split())
        reader.sitting.begin_again()
        await reader.press("2", "u")

        assert 1 == reader.text.count("taken before")
        assert "2  Go home  taken back; 2 takes it again" in reader.text


async def test_the_only_way_on_does_not_say_that_it_was_taken_before() -> None:
    async with reading(size=(80, 50)) as reader:
        await reader.press("1", "1", "1")

        assert "1  Back to the desk" in reader.text
        assert "taken before" not in reader.text


async def test_a_choice_that_no_key_takes_is_said_to_be_taken_back_all_the_same() -> None:
    async with reading(small_sitting("many")) as reader:
        await reader.press(*["down"] * 10, "enter", "u")

        assert f"{POINTER} 11  Way eleven  taken back\n" in reader.text


async def test_where_the_choices_are_too_many_going_back_shows_the_one_that_was_taken() -> None:
    async with reading(small_sitting("many"), (40, 8)) as reader:
        await reader.press("9", "9", "u")

        assert reader.scene == "many"
        assert f"{POINTER}  9  Way nine" in reader.text


async def test_a_step_that_is_gone_back_to_in_the_journal_opens_at_the_choice_that_was_taken() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press("end", "1", "end", "1", "t", "1", "2")

        assert reader.sitting.page.step == 0
        assert f"{POINTER} 1  Stand" in reader.text


async def test_an_interrupt_says_how_to_leave_in_our_words_and_the_readers_key() -> None:
    for keys, words in (
        (DECLARED, "q leaves; every step is saved."),
        (read_keys("leave = f10", "keys"), "F10 leaves;"),
    ):
        async with reading(keys=keys) as reader:
            await reader.press("ctrl+c")

            assert words in reader.text
            assert "ctrl+q" not in reader.text


async def test_a_wider_or_narrower_window_keeps_the_place() -> None:
    async with reading(size=(80, 16)) as reader:
        await reader.press("pagedown")
        before = reader.lines[2:4]
        place = "".join(before).split()[0]
        for size in ((60, 16), (40, 12), (120, 16), *((width, 20) for width in range(45, 60)), (80, 16)):
            await reader.resize(*size)
            first = next(line for line in reader.lines[1:] if line.strip())
            assert place in first, (size, reader.text)

        assert "".join(reader.lines[2:4]).strip() == "".join(before).strip()


@pytest.mark.parametrize(("width", "widest"), [(80, 77), (200, 80), (110, 70)])
async def test_the_measure_is_the_readers_and_keeps_the_place(width: int, widest: int) -> None:
    async with reading(size=(width, 16)) as reader:
        await reader.press("pagedown")
        place = reader.prose_lines[1].split()[0]
        assert reader.column.prose.size.width == 66
        for keys, measure in ((["minus"] * 9, 45), (["plus"] * 14, widest), (["minus"] * 3, None)):
            await reader.press(*keys)
            assert measure in (None, reader.column.prose.size.width)
            assert place in reader.prose_lines[0] or place in reader.prose_lines[1], (keys, reader.text)


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (200, 50), (110, 16), (64, 15)])
async def test_every_page_can_be_read_at_any_size(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for key in ("1", "1", "3", "down", "u", "2"):
            await reader.press("right_square_bracket", "o", "escape", "end", key)
        await reader.press("K", "question_mark")

        assert reader.scene == "out"


async def test_an_ending_says_so_and_what_can_be_done() -> None:
    async with reading() as reader:
        await reader.press("end", "2")

        assert "The end: The Record." in reader.text
        assert "u go back · K what you keep · w take it with you · q leave" in reader.text


async def test_where_nothing_is_left_to_choose_the_page_says_so_and_offers_to_go_back() -> None:
    async with reading(small_sitting("many")) as reader:
        await reader.press(*["down"] * 10, "enter")

        assert STUCK.split(",", maxsplit=1)[0] in reader.text
        assert "u go back · q leave" in reader.text
        await reader.press("u")
        assert reader.scene == "many"


async def test_the_message_is_shown_once() -> None:
    async with reading(message="You are where you left off.") as reader:
        assert "You are where you left off." in reader.text
        await reader.press("end", "1", "u")

        assert "You are where you left off." not in reader.text


async def test_a_page_that_cannot_be_saved_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise FileError("cannot write there: No space left on device", "make room")

    async with reading(size=(80, 50)) as reader:
        monkeypatch.setattr(MemoryFile, "append", full)
        await reader.press("1")

        assert reader.scene == "room"
        words = " ".join(reader.text.split())
        assert "This step is not saved: cannot write there: No space left on device." in words
        assert "make room" in words


async def test_where_there_is_nothing_to_go_on_over_the_reader_is_told_and_keeps_her_place() -> None:
    async with reading(size=(60, 20)) as reader:
        await reader.press("end")
        before = reader.text
        await reader.press("x")
        assert NOT_READ in " ".join(reader.text.split())
        await reader.press("escape")

        assert before == reader.text


async def test_leaving_asks_nothing() -> None:
    async with reading() as reader:
        await reader.press("q")

        assert not reader.app.is_running
        assert reader.app.return_code == 0


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
async def test_a_signal_ends_the_reader_as_leaving_does(name: str, code: int) -> None:
    async with reading() as reader:
        os.kill(os.getpid(), getattr(signal, name))
        await reader.pilot.pause(0.1)

        assert not reader.app.is_running
        assert reader.app.return_code == code


async def test_the_terminal_cursor_is_on_what_has_the_focus() -> None:
    async with reading(size=(80, 50)) as reader:
        for key in ("down", "right_square_bracket"):
            await reader.press(key)
            x, y = reader.app.cursor_position
            found = reader.lines[y][x:]
            assert found.startswith((f"{POINTER} 2", "three clocks[1]"))


async def test_a_chapter_read_alone_closes_with_its_own_words() -> None:
    story = story_of(
        """
chapters:
  c: {title: First, begins: a, close: That was all of it.}
  d: {title: Second, begins: b}
scenes:
  a: {chapter: c, title: A, text: Here., choices: [{say: On, id: go, to: b}]}
  b: {chapter: d, title: B, text: There., ending: {title: Over}}
"""
    )
    async with reading(sitting_of(story, Beginning(chapter="c"))) as reader:
        await reader.press("1")

        assert "That was all of it." in reader.text
        assert "This chapter ends here." in reader.text
        await reader.press("end")
        assert "1  Read the next chapter: Second" in reader.text
        assert "2  To the title page: begin again, chapters, endings seen" in reader.text
        await reader.press("1")
        assert "There." in reader.text
        assert "next chapter" not in reader.text
        await reader.press("end", "1")
        assert "About this story" in reader.text


async def test_what_is_below_is_told_in_words_at_every_height() -> None:
    async with reading() as reader:
        assert reader.lines[-1].endswith("3 choices below")
        while f"{POINTER} 1" not in reader.text:
            await reader.press("down")
        await reader.press("down")
        assert reader.lines[-1].endswith("2 more choices below")
        await reader.press("end")
        assert "below" not in reader.lines[-1]
        await reader.resize(40, 12)
        await reader.press("home")
        assert "Hours left: 2 · 3 choices below" in reader.lines[0]
        await reader.press("end")
        assert "below" not in reader.lines[0]


async def test_of_a_text_without_choices_it_is_told_that_there_is_more_of_it() -> None:
    story = story_of(
        """
scenes:
  a: {title: A, text: [One., Two., Three., Four., Five.], choices: [{say: No, when: visited('b'), to: b}]}
  b: {title: B, text: B., ending: {title: Over}}
"""
    )
    async with reading(sitting_of(story), (32, 8)) as reader:
        assert "more below" in reader.lines[0]
        await reader.press("end")
        assert "below" not in reader.lines[0]


@pytest.mark.parametrize("key", ["2", "enter"])
async def test_a_choice_is_taken_only_once_it_has_been_in_view(key: str) -> None:
    async with reading() as reader:
        await reader.press(key)
        assert reader.scene == "desk"
        assert all(f"{number}  " in reader.text for number in (1, 2, 3))
        assert reader.column.choices.has_focus
        await reader.press(key)

        assert reader.scene != "desk"


async def test_a_choice_that_was_seen_is_taken_wherever_the_reader_has_gone_back_to() -> None:
    async with reading() as reader:
        await reader.press("end", "home", "2")

        assert reader.scene == "out"


async def test_where_the_choices_are_too_many_the_one_that_is_wanted_is_shown() -> None:
    async with reading(small_sitting("many"), (40, 8)) as reader:
        await reader.press("9")
        assert reader.scene == "many"
        assert "9  Way nine" in reader.text
        await reader.press("9")

        assert reader.scene == "desk"


async def test_to_go_back_takes_no_longer_after_many_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(_: Playthrough) -> None:
        raise AssertionError("every step was built")

    async with reading() as reader:
        await reader.press("end", "1")
        monkeypatch.setattr(Playthrough, "steps", build)
        await reader.press("u")
        reader.screen.action_undo()

        assert "desk" == reader.scene
