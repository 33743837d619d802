"""The help where a question is asked: what can be typed to this one, now."""

import pytest

from asked import GRADED, sitting_after
from builders import sitting_of, story_of
from plain.driving import answers
from sidelight.plain.prose import wrap
from sidelight.presenting.sitting import Sitting

ROWS, CELLS = 24, 79


def help_at(sitting: Sitting, *typed: str) -> str:
    """What is said to a question mark typed after some lines, and the prompt after it."""
    return answers(sitting, *typed, "?").rpartition("> ?\n")[2].removesuffix("Your place is kept.\n")


@pytest.mark.parametrize(
    ("typed", "how", "what_s_does"),
    [
        ((), "Type a number, or the first words of an option.", "s: pass it over."),
        (("everybody",), "Type a number, or the first words of an option.", "s: see the answer."),
        (("s", "1"), "Type numbers, such as 1 3, or the first words of each", "s: pass it over."),
        (("s", "1", "s"), "Type a number, or the first words, for each in turn", "s: pass it over."),
    ],
    ids=["pick", "tried", "many", "match"],
)
def test_it_tells_how_this_question_is_answered(typed: tuple[str, ...], how: str, what_s_does: str) -> None:
    told = help_at(sitting_after("wait"), *typed)

    assert told.startswith(how)
    assert what_s_does in told
    assert "Write" not in told


def test_where_it_is_asked_how_sure_one_is_it_tells_that() -> None:
    told = help_at(sitting_after("leave", "cross"), "s", "coin")

    assert told.startswith("Type a number, or the first words of a step: how sure you are of what you answered.")
    assert "s: not to say." in told
    assert "h: " not in told


def test_it_tells_what_waits_until_the_question_is_done_with() -> None:
    before, sure = help_at(sitting_after("wait")), help_at(sitting_after("leave", "cross"), "s", "coin")
    below = help_at(sitting_after("leave", "cross"), "s")

    assert "t 3, t questions 3, u, x, a, new and load wait until it is done with." in before
    assert "So do t, t map, t endings, k, n and w: they tell of the page that comes then." in before
    assert "k: what you keep" not in before
    assert "t 3, t questions 3, u, x, a, new and load wait until it is done with." in sure
    assert "t questions 3, u, x and a wait until it is done with." in below
    assert "load" not in below
    assert "So do" not in sure + below


def test_no_name_for_a_save_is_promised_where_it_would_be_taken_for_the_answer() -> None:
    assert "s NAME: save this moment." in help_at(sitting_after("wait"))
    assert "s NAME" not in help_at(sitting_after("leave", "cross"), "s")


@pytest.mark.parametrize("typed", [(), ("1", "1", "s")], ids=["asked", "answered"])
def test_the_steps_of_the_story_s_ladder_are_explained_in_its_own_words(typed: tuple[str, ...]) -> None:
    told = help_at(sitting_of(story_of(GRADED)), *typed)

    assert "\nReported: one outlet or unnamed sources or one named witness.\n" in told
    assert "\nWrong or imprecise: better evidence says otherwise.\n" in told


def test_no_grade_is_explained_at_a_question_that_has_none() -> None:
    assert "Reported" not in help_at(sitting_after("wait"))


@pytest.mark.parametrize(
    "sitting",
    [sitting_after("wait"), sitting_after("leave", "cross"), sitting_of(story_of(GRADED))],
    ids=["pick", "word", "grades"],
)
def test_all_of_it_stands_on_a_screen_with_the_prompt_below(sitting: Sitting) -> None:
    told = help_at(sitting)

    assert len("\n".join(wrap(line, CELLS) for line in told.rstrip().split("\n")).split("\n")) < ROWS
