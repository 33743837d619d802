"""Being asked at the screen."""

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.theme import Theme

from asked import ASKED, WRITTEN_SURELY, asked_story, sitting_after
from builders import sitting_of, story_of, unasked
from plain.driving import answers
from sidelight.play.notebook import Answered, Opened, Skipped
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import THEMES as NAMES
from sidelight.saving.settings import Preferences
from sidelight.teaching.questions import question
from sidelight.tui.screens.exercise import ExerciseScreen
from sidelight.tui.screens.reading import ReadingScreen
from sidelight.tui.themes import THEMES
from tui.driving import Reader, reading
from tui.small_story import SOUP
from tui.test_looks import contrast, painted
from tui.test_snapshots import screen_file

__all__ = ["screen_file"]


def number_of(sitting: Sitting, exercise: str, option: str) -> str:
    story = sitting.playthrough.rules.story
    shown = question(story.exercises[exercise], story, sitting.seed)
    return str([line.id for line in shown.options or shown.items].index(option) + 1)


def is_asked(reader: Reader) -> bool:
    return isinstance(reader.app.screen, ExerciseScreen)


def is_reading(reader: Reader) -> bool:
    return isinstance(reader.app.screen, ReadingScreen)


async def test_a_question_comes_between_the_choice_and_the_next_page() -> None:
    async with reading(sitting_after()) as reader:
        await reader.press("1")
        assert is_asked(reader)
        assert "What do the graves show?" in reader.text
        assert "It is dark." not in reader.text
        await reader.press(number_of(reader.sitting, "pick", "some"))
        assert "Right." in reader.text
        await reader.press("enter")

        assert is_reading(reader)
        assert "It is dark." in reader.text
        assert (Answered("pick", ("some",), 1),) == reader.sitting.notebook.entries


async def test_one_key_passes_a_question_over_and_the_next_follows() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press("escape", "1", "escape", "escape")
        assert "How many coins?" in reader.text
        await reader.press("escape")

        assert "A boat." in reader.text
        assert [Skipped("pick", 1), *(Skipped(id_, 2) for id_ in ("many", "sorted", "guess"))] == [
            *reader.sitting.notebook.entries
        ]


async def test_the_first_question_ever_says_how_to_be_rid_of_them() -> None:
    async with reading(sitting_after()) as reader:
        await reader.press("1")
        assert "You need not answer." in reader.text
        await reader.press("escape", "1")
        assert is_asked(reader)
        assert "You need not answer." not in reader.text


async def test_after_a_wrong_answer_escape_shows_the_answer_first() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press(number_of(reader.sitting, "pick", "all"))
        assert "Not quite. You may try once more." in reader.text
        assert "Most had none." in reader.text
        await reader.press("escape")
        assert "This is the answer." in reader.text
        await reader.press("escape")
        assert is_reading(reader)


async def test_an_answer_that_was_not_right_is_marked_and_not_given_again() -> None:
    async with reading(sitting_after("wait")) as reader:
        wrong = number_of(reader.sitting, "pick", "all")
        await reader.press(wrong)
        assert 1 == reader.text.count("Everybody had a coin  (tried)")
        assert f"▸ {wrong}  Everybody" in reader.text
        for key in ("enter", wrong):
            await reader.press(key)
            assert "You have tried that one. Choose another; Esc shows the answer." in reader.text
            assert "Not quite. You may try once more." in reader.text
        await reader.press(number_of(reader.sitting, "pick", "some"))

        assert "Right." in reader.text
        assert ["all", "some"] == [each.response[0] for each in reader.sitting.notebook.answers("pick")]


async def test_a_question_left_half_answered_is_asked_on_return_with_the_try_that_is_spent() -> None:
    sitting = sitting_after("wait")
    wrong, right = number_of(sitting, "pick", "all"), number_of(sitting, "pick", "some")
    async with reading(sitting) as reader:
        await reader.press(wrong)
        assert "spent" not in reader.text
        await reader.press("q")
    async with reading(sitting) as reader:
        assert is_asked(reader)
        assert "One try is spent. You answered “Everybody had a coin”." in reader.text
        assert "Not quite. You may try once more." in reader.text
        await reader.press(wrong)
        assert "You have tried that one." in reader.text
        await reader.press(right)

        assert "Right." in reader.text
        assert [1, 2] == [each.attempt for each in sitting.notebook.answers("pick")]


async def test_several_that_were_not_right_are_not_answered_with_again_unchanged() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press("escape", "1", number_of(reader.sitting, "many", "sand"), "enter", "enter")
        assert "That is what you answered before. Change it; Esc shows the answer." in reader.text
        assert 1 == len(reader.sitting.notebook.answers("many"))
        await reader.press(number_of(reader.sitting, "many", "sea"), "enter")

        assert 2 == len(reader.sitting.notebook.answers("many"))


async def test_hints_are_shown_and_the_reader_stays_where_she_is() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press("j", "h", "h")

        assert "Hint: Read the note again." in reader.text
        assert "Hint: Count them." in reader.text
        assert "▸ 2" in reader.text


async def test_what_an_answer_rests_on_is_opened_by_its_number() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press(number_of(reader.sitting, "pick", "some"), "2")
        assert "[2] A coin" in reader.text
        assert Opened("coin", 1, "dusk") in reader.sitting.notebook.entries
        await reader.press("escape", "o")
        assert "https://example.org/graves" in reader.text
        await reader.press("enter", "enter")
        assert is_reading(reader)


async def test_several_are_marked_with_space_and_answered_with_enter() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press("escape", "1", "enter")
        assert "Space marks a line" in reader.text
        for id_ in ("sea", "rain", "sand"):
            await reader.press(number_of(reader.sitting, "many", id_))
        assert 3 == reader.text.count("[x]")
        while f"▸ [x] {number_of(reader.sitting, 'many', 'sand')}" not in reader.text:
            await reader.press("k")
        await reader.press("space")
        assert 2 == reader.text.count("[x]")
        await reader.press("enter")

        assert {"sea", "rain"} == {*reader.sitting.notebook.answers("many")[0].response}
        assert "Right." in reader.text


async def test_a_match_is_made_item_by_item_in_any_order() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press("escape", "1", "escape")
        await reader.press("2", "3")
        assert "They paid for the passage → claimed" in reader.text
        assert "Answer with this" not in reader.text
        await reader.press("enter", "escape")
        assert "Coins were found →" not in reader.text
        await reader.press("1", "1")
        assert "▸ 3  Answer with this" in reader.text
        await reader.press("enter")

        assert (Answered("sorted", ("established", "claimed"), 2),) == reader.sitting.notebook.answers("sorted")


async def test_lines_are_put_in_order_with_j_and_k_or_a_number() -> None:
    async with reading(sitting_after("leave")) as reader:
        await reader.press("escape", "escape", "escape", "2")
        shown = question(asked_story().exercises["row"], asked_story(), reader.sitting.seed)
        first, second, third = (line.plain for line in shown.items)
        await reader.press("J")
        assert reader.text.index(second) < reader.text.index(first) < reader.text.index(third)
        assert f"▸ 2  {first}" in reader.text
        await reader.press("3", "K", "1")
        assert f"▸ 1  {first}" in reader.text
        await reader.press("enter")

        assert tuple(line.id for line in shown.items) == reader.sitting.notebook.answers("row")[0].response


async def test_a_number_is_typed_and_anything_else_is_not_taken() -> None:
    async with reading(sitting_after("leave")) as reader:
        await reader.press("escape", "escape", *"many", "enter")
        assert "That is not a whole number." in reader.text
        assert () == reader.sitting.notebook.answers("guess")
        await reader.press(*["backspace"] * 4, *"2", "enter")

        assert (Answered("guess", ("2",), 1),) == reader.sitting.notebook.answers("guess")


async def test_what_is_met_below_an_ending_is_offered_there() -> None:
    async with reading(sitting_after("leave", "cross")) as reader:
        await reader.press("escape")
        assert "The end: Across." in reader.text
        await reader.press("end")
        assert "1  Answer 2 questions about this" in reader.text
        await reader.press("1", *"coin", "enter")
        assert "How sure are you?" in reader.text
        await reader.press("4", "escape")
        assert "Write his answer." in reader.text
        await reader.press(*"So.", "tab", "1")
        assert "Another quay." in reader.text
        await reader.press("escape")

        assert is_reading(reader)
        assert "Answer 2 questions" not in reader.text
        assert (Answered("word", ("coin",), 2, confidence=4),) == reader.sitting.notebook.answers("word")
        assert (Answered("say", ("So.",), 2),) == reader.sitting.notebook.answers("say")


async def test_at_an_end_what_is_left_of_the_questions_is_a_choice_away() -> None:
    async with reading(sitting_after("leave", "cross")) as reader:
        await reader.press("escape", "end")
        assert "2  See 4 more questions" in reader.text
        await reader.press("2")
        assert "[Questions]" in reader.text
        await reader.press("1", "escape", "escape", "end")

        assert "1  Answer 2 questions about this" in reader.text
        assert "2  See 3 more questions" in reader.text


async def test_at_an_end_nothing_is_said_of_questions_to_a_reader_who_wants_none() -> None:
    async with reading(sitting_after("leave", "cross"), liked=unasked()) as reader:
        await reader.press("end")
        assert "The end: Across." in reader.text
        assert "question" not in reader.text


async def test_what_is_written_survives_the_help_a_resize_and_leaving() -> None:
    async with reading(sitting_after("leave", "cross")) as reader:
        await reader.press("escape", "end", "1", "escape", *"He says")
        await reader.resize(40, 12)
        await reader.resize(120, 34)
        await reader.press("escape", "escape", "escape", "question_mark", "escape")
        assert "He says" in reader.text
        await reader.press(*" so", "escape", "q")
        sitting = reader.sitting

    assert (Answered("say", ("He says so",), 2),) == sitting.notebook.answers("say")


@pytest.mark.parametrize(
    ("then", "kept"), [("question_mark", ["He says"]), ("2", [])], ids=["help", "passed over"]
)
async def test_what_is_written_is_kept_by_who_leaves_from_the_help_and_not_by_who_passes_it_over(
    then: str, kept: list[str]
) -> None:
    async with reading(sitting_after("leave", "cross")) as reader:
        await reader.press("escape", "end", "1", "escape", *"He says", "escape", then, "q")
        sitting = reader.sitting

    assert kept == [each.response[0] for each in sitting.notebook.answers("say")]


@pytest.mark.parametrize("keys", [(), ("1",)], ids=["writing", "asked how sure"])
async def test_what_is_written_is_kept_by_who_leaves_before_saying_how_sure_she_is(keys: tuple[str, ...]) -> None:
    sitting = sitting_of(story_of(WRITTEN_SURELY, "quay"))
    async with reading(sitting) as reader:
        await reader.press("1", *"Wet", "escape", *keys)
        assert bool(keys) == ("How sure" in reader.text)
        await reader.press("q")

    assert (Answered("say", ("Wet",), 1),) == sitting.notebook.entries


@pytest.mark.parametrize("typed", ["", "H"])
async def test_who_types_is_told_how_to_leave_from_there(typed: str) -> None:
    sitting = sitting_after("leave", "cross")
    async with reading(sitting) as reader:
        await reader.press("escape", "end", "1", *typed, "ctrl+c")
        assert "Tab, then q leaves;" in reader.text
        before = sitting.notebook.entries
        await reader.press("tab", "q")

        assert not reader.app.is_running
        assert before == sitting.notebook.entries


async def test_nothing_half_answered_is_lost_when_the_window_changes() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press("escape", "1", "1", "2")
        for size in ((40, 12), (120, 34), (30, 8), (80, 24)):
            await reader.resize(*size)

        assert 2 == reader.text.count("[x]")


async def test_the_cursor_is_on_the_sign_of_the_line_the_reader_is_on() -> None:
    async with reading(sitting_after("wait")) as reader:
        for key in ("j", "j", "k"):
            await reader.press(key)
            x, y = reader.app.cursor_position
            assert "▸" == reader.lines[y][x]


async def test_a_question_that_was_left_is_asked_again() -> None:
    sitting = sitting_after("wait")
    async with reading(sitting) as reader:
        await reader.press("q")
    async with reading(sitting) as reader:
        assert is_asked(reader)


async def test_where_a_save_stands_is_told_by_the_last_page_that_was() -> None:
    sitting = sitting_after()
    async with reading(sitting) as reader:
        await reader.press("1")
        assert is_asked(reader)
        assert "The quay" == sitting.mark.place
        await reader.press("escape")

        assert "Dusk" == sitting.mark.place


async def test_the_journal_lists_the_questions_and_asks_one_again() -> None:
    async with reading(sitting_after("wait")) as reader:
        await reader.press(number_of(reader.sitting, "pick", "all"), "escape", "escape", "t", "left")
        told = "What do the graves show? Not right at first. Your first answer: Everybody had a coin"
        assert told in " ".join(reader.text.split())
        assert "2 more wait in this chapter." in reader.text
        await reader.press("1", number_of(reader.sitting, "pick", "some"), "escape")

        assert "Not right at first." in reader.text
        assert ["all", "some"] == [each.response[0] for each in reader.sitting.notebook.answers("pick")]


async def test_without_questions_none_is_asked() -> None:
    async with reading(sitting_after(), liked=unasked()) as reader:
        await reader.press("1")
        assert is_reading(reader)


async def test_the_same_answers_in_both_readers_make_the_same_notebook() -> None:
    at_screen, by_lines = sitting_after(), sitting_after()
    some, sea, rain = (
        number_of(by_lines, *which) for which in (("pick", "some"), ("many", "sea"), ("many", "rain"))
    )
    wrong = number_of(by_lines, "pick", "all")
    answers(by_lines, "1", "h", wrong, some, "2", "", "1", f"{sea} {rain}", "", "1", "3", "", "s")
    async with reading(at_screen) as reader:
        await reader.press("1", "h", wrong, some, "2", "escape", "enter", "1", sea, rain, "enter", "escape")
        await reader.press("1", "1", "2", "3", "enter", "escape", "escape")

    assert 6 == len(by_lines.notebook.entries)
    assert by_lines.notebook == at_screen.notebook
    assert by_lines.playthrough.state == at_screen.playthrough.state


async def test_brackets_in_a_question_stay_brackets() -> None:
    hostile = ASKED.replace("text: Some had a coin,", f'text: "{SOUP}",')
    for words in ("What do the graves show?", "Read the note again.", "Well read.", "A museum"):
        hostile = hostile.replace(words, f'"{SOUP}"')
    async with reading(sitting_of(story_of(hostile, "quay")), (80, 60)) as reader:
        await reader.press("1", "h")
        assert 3 == " ".join(reader.text.split()).count("[@click=app.quit]go[/]")
        await reader.press(number_of(reader.sitting, "pick", "some"), "1", "escape")
        assert reader.app.is_running


@pytest.mark.parametrize("theme", [theme for theme in THEMES if not theme.ansi], ids=lambda theme: theme.name)
async def test_every_word_of_a_question_can_be_read_in_each_theme(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR")
    liked = Preferences(MemoryFile())
    liked.only_now("theme", list(NAMES)[THEMES.index(theme)])
    async with reading(sitting_after("leave"), (120, 50), liked=liked) as reader:
        assert reader.app.theme == theme.name
        for keys in ((), ("2", "3"), ("enter",), ("escape",), ("escape",), ("7",), ("question_mark",)):
            await reader.press(*keys)
            for text, front, behind in painted(reader):
                assert contrast(front, behind) >= 4.5, text


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("choices", "keys"),
    [
        pytest.param(("wait",), ("h",), id="pick"),
        pytest.param(("wait",), ("2",), id="feedback"),
        pytest.param(("wait", "go"), ("escape", "2"), id="match"),
        pytest.param(("leave", "cross"), ("escape", "end", "1", "escape", "S", "o", "full_stop"), id="write"),
    ],
)
async def test_the_desk_check_looks_as_it_did(
    choices: tuple[str, ...], keys: tuple[str, ...], size: tuple[int, int], screen_file: SnapshotAssertion
) -> None:
    async with reading(sitting_after(*choices), size) as reader:
        await reader.press(*keys)

        assert reader.text == screen_file
