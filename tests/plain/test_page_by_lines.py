"""What stands below the text of a page by lines."""

import pytest

from builders import sitting_of, story_of
from plain.driving import answers


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("asides: []", "1 note: n lists it."),
        ("asides: [hill]", "2 notes, 1 of them not in the text: n lists them."),
        ("asides: [lake, hill, view]", "3 notes, 2 of them not in the text: n lists them."),
    ],
)
def test_the_foot_says_how_many_notes_are_not_in_the_text(beside: str, told: str) -> None:
    assert f"\n{told}\n" in answers(sitting_of(story_of(NOTES % ("[A lake](aside:lake).", beside))))


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        ("asides: [lake]", "1 note, not in the text: n lists it."),
        ("asides: [lake, hill]", "2 notes, not in the text: n lists them."),
    ],
)
def test_where_no_note_is_in_the_text_the_foot_says_so(beside: str, told: str) -> None:
    assert f"\n{told}\n" in answers(sitting_of(story_of(NOTES % ("A lake.", beside))))


WAYS = """
scenes:
  a: {title: A, text: A., choices: [{say: To b, id: b, to: b}, {say: Round, id: a, to: a}]}
  b:
    title: B
    text: B.
    choices: [{say: On, id: on, to: a}, {say: Off, id: off, to: a, when: n == 1, locked: No.}]
variables: {n: {from: 0, to: 1, start: 0}}
"""


def test_a_choice_taken_before_says_so_after_its_words_unless_there_is_no_other() -> None:
    sitting = sitting_of(story_of(WAYS))
    first, taken, only, again = answers(sitting, "1", "1", "to b").split("\n> ")

    assert "1. To b\n2. Round\n" in first
    assert "1 choice, and 1 closed.\n\n1. On\nClosed: Off." in taken
    assert "1. To b (taken before)\n2. Round\n" in only
    assert "1. On\nClosed: Off." in again


def test_a_choice_that_is_closed_says_so_again_when_it_is_asked_for() -> None:
    asked, ended = answers(sitting_of(story_of(WAYS)), "1", "off", "of").split("\n> ")[2:]

    assert asked.startswith("off\nClosed: Off. Why: No.\n")
    assert ended.startswith("of\n“of” is not among the choices.")


NOTES = """
scenes:
  a: {title: A, text: "%s", %s, ending: {title: Over}}
  # the notes a page has none of are beside another
  z: {title: Z, text: "Z.", asides: [lake, hill, view], ending: {title: Z}}
asides:
  lake: {title: Lake, says: Deep., grade: dramatised, no-source: Made up.}
  hill: {title: Hill, says: High., grade: dramatised, no-source: Made up.}
  view: {title: View, says: Wide., grade: dramatised, no-source: Made up.}
"""
