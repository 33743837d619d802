"""What the checker says of exercises that could be better. Each finding's own page shows it failing and mended."""

import pytest

from builders import story_of
from sidelight.checking.questions import check_questions

STORY = """
chapters: {one: {title: One, begins: a}, two: {title: Two, begins: b}}
sources: {S: {title: T}}
scenes:
  a: {title: A, text: A., chapter: one, choices: [{say: Go, to: b}]}
  b: {title: B, text: B., chapter: two, ending: {title: End, tone: calm}}
exercises:
  stands: {kind: match, phase: check, chapter: two, prompt: P, ladder: grades, evidence: [S],
    items: [{id: one, text: One, answer: reported, why: W}]}
"""


def found_in(*exercises: str, chapter: str = "two") -> list[str]:
    written = "".join(
        f"  x{number}: {{prompt: P, phase: check, evidence: [S], {each}}}\n"
        for number, each in enumerate(exercises)
    )
    story = story_of(f"chapter: {chapter}\n{STORY}{written}")
    return [found.kind.name for found in check_questions(story)]


def pick(*texts: str, kind: str = "pick") -> str:
    options = [f"{{id: o{number}, text: {text}, why: W, claim: C}}" for number, text in enumerate(texts[1:])]
    return f"kind: {kind}, options: [{{id: right, text: {texts[0]}, right: true, why: W}}, {', '.join(options)}]"


TRUE_OR_FALSE = (
    "kind: pick, options: [{id: 'true', text: T, right: true, why: W}, {id: 'false', text: F, claim: C, why: W}]"
)
LONG = "one that has very many words in it"


@pytest.mark.parametrize(
    ("exercise", "found"),
    [
        (pick("A", "B"), ["option-count"]),
        (pick("A", "B", "C"), []),
        (pick("A", "B", "C", "D", "E"), ["option-count"]),
        (pick("A", "B", "C", "D", "E", kind="pick-many"), []),
        (TRUE_OR_FALSE, []),
        (pick("seven or eight of them", "six", "two"), []),
        (pick(LONG, "not so long an option", "not so long an option"), ["option-stands-out"]),
        (pick(LONG, LONG, "six"), ["option-stands-out"]),
        (pick(LONG, LONG, LONG, "not so long an option"), []),
        (pick("A", "B", "None of the above"), ["option-about-options"]),
        (pick("A", "B", "All of them!"), ["option-about-options"]),
        (pick("Some of them were there", "Nobody was there", "All of them were there"), []),
        ("kind: match, targets: [run, hold], items: [{id: a, text: A, answer: run}]", ["no-feedback"]),
        ("kind: order, items: [{id: a, text: A}, {id: b, text: B}]", ["no-feedback"]),
        ("kind: order, items: [{id: a, text: A, why: W}, {id: b, text: B}]", ["no-feedback"]),
        ("kind: order, items: [{id: a, text: A, why: W}, {id: b, text: B, why: W}]", []),
        ("kind: short, accept: [A], feedback: {right: R}", ["no-feedback"]),
        ("kind: number, answer: 1, feedback: {wrong: R}", []),
        ("kind: rate, scale: [low, high]", []),
        ("kind: write", []),
    ],
)
def test_a_question_is_found_wanting(exercise: str, found: list[str]) -> None:
    assert found == found_in(exercise)


def test_what_is_not_marked_needs_no_evidence() -> None:
    story = story_of(
        f"{STORY}  x: {{phase: predict, prompt: P, {pick('A', 'B', 'C').replace(', claim: C', '')}}}\n"
    )

    assert [] == list(check_questions(story))


def test_at_most_five_checks_are_met_in_a_chapter_and_two_after_a_scene() -> None:
    asked = pick("A", "B", "C")
    after = f"after: b, {asked}"
    last = f"chapter: two, {asked}"

    assert [] == found_in(after, after, last, last, asked, asked)
    assert ["too-many-checks"] == found_in(after, after, after)
    assert ["too-many-checks"] == found_in(after, last, last, last, after, last)


def test_each_chapter_has_something_that_stands() -> None:
    doubt = "kind: match, targets: [run, hold], items: [{id: a, text: A, answer: hold, why: W}]"

    assert ["nothing-stands"] == found_in(doubt, doubt, chapter="one")
    assert [] == found_in(doubt, doubt.replace("answer: hold", "answer: run"), chapter="one")
