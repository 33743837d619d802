"""Answers and what they are worth."""

import pytest

from builders import story_of
from sidelight.model.exercises import Exercise
from sidelight.model.story import Story
from sidelight.teaching.marking import fold, mark

SCENE = "scenes: {a: {title: A, text: A., ending: {title: A, tone: calm}}}\n"
THREE = "items: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]"
OPTIONS = "options: [{id: a, text: A, right: true}, {id: b, text: B, right: true}, {id: c, text: C}]"
STANDING = (
    "ladder: standing, items: [{id: a, text: A, answer: reported}, {id: b, text: B, answer: [claimed, reported]}]"
)


def exercise(fields: str) -> tuple[Story, Exercise]:
    story = story_of(f"{SCENE}exercises: {{x: {{phase: check, prompt: P, {fields}}}}}\n")
    return story, story.exercises["x"]


@pytest.mark.parametrize(
    ("fields", "response", "score"),
    [
        ("kind: pick, options: [{id: a, text: A, right: true}, {id: b, text: B}]", ("a",), 1.0),
        ("kind: pick, options: [{id: a, text: A, right: true}, {id: b, text: B}]", ("b",), 0.0),
        (f"kind: pick-many, {OPTIONS}", ("a", "b"), 1.0),
        (f"kind: pick-many, {OPTIONS}", ("a",), 0.5),
        (f"kind: pick-many, {OPTIONS}", ("a", "b", "c"), 0.5),
        (f"kind: pick-many, {OPTIONS}", ("c",), 0.0),
        (f"kind: pick-many, credit: all, {OPTIONS}", ("a",), 0.0),
        (f"kind: match, {STANDING}", ("reported", "claimed"), 1.0),
        (f"kind: match, {STANDING}", ("reported", "reported"), 1.0),
        (f"kind: match, {STANDING}", ("established", "claimed"), 0.5),
        (f"kind: order, {THREE}", ("a", "b", "c"), 1.0),
        (f"kind: order, {THREE}", ("c", "a", "b"), 0.5),
        (f"kind: order, {THREE}", ("c", "b", "a"), 0.0),
        ("kind: number, answer: 8, tolerance: 1", ("9",), 1.0),
        ("kind: number, answer: 8, tolerance: 1", ("10",), 0.0),
        ("kind: number, answer: 8", ("eight",), 0.0),
        ("kind: short, accept: [al-Assad]", ("  ASSAD ",), 1.0),
        ("kind: rate, scale: [low, high]", ("2",), None),
        ("kind: write", ("Anything.",), None),
        ("kind: pick, options: [{id: a, text: A, right: true}, {id: b, text: B}]", (), 0.0),
    ],
)
def test_an_answer_is_worth(fields: str, response: tuple[str, ...], score: float | None) -> None:
    story, asked = exercise(fields)

    assert score == mark(asked, response, story.grades).score


def test_trusting_too_much_and_doubting_too_much_are_told_apart() -> None:
    story, asked = exercise(f"kind: match, {STANDING}")

    parts = mark(asked, ("established", "cannot-run"), story.grades).parts

    assert [1, -1] == [part.lean for part in parts]


def test_a_choice_of_many_that_misses_one_and_takes_a_wrong_one_says_both() -> None:
    story, asked = exercise(f"kind: pick-many, {OPTIONS}")

    parts = mark(asked, ("a", "c"), story.grades).parts

    assert [0, -1, 1] == [part.lean for part in parts]


def test_a_short_answer_is_read_as_a_person_would_read_it() -> None:
    assert fold("Al-Āsad") == fold("asad")
    assert fold("Deir ez-Zor") == fold("deir ez zor")
