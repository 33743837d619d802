"""The journal by lines: nothing in it depends on where it stands, and nothing unseen is named."""

import re

import pytest

from builders import sitting_of, story_of
from plain.driving import answers
from sidelight.presenting.sitting import Sitting
from unit.test_journal import STORY


@pytest.fixture
def sitting() -> Sitting:
    return sitting_of(story_of(STORY))


def test_the_route_is_told_by_chapter_with_what_was_chosen(sitting: Sitting) -> None:
    said = answers(sitting, "1", "2", "1", "t")

    assert "1. 3 coins. You chose: Throw one of 3.\n\n2. 2 coins. You chose: Look." in said
    assert "Chapter: Afterwards.\n\n4. The road. You are here." in said
    assert "3 steps, 9 words read. Type t and a number to go back there." in said


def test_going_back_says_first_what_is_lost(sitting: Sitting) -> None:
    said = answers(sitting, "1", "2", "t 2", "n", "t 2", "y", "t 3", "t 99999999999999999999", "t")

    asked, refused, _ = said.split("Going back to 2, “2 coins”, takes back 1 step: “Look”.")
    assert "y for yes, n for no" in refused
    assert "Nothing was changed." in refused
    assert "You are back at 2." in said
    assert said.count("There is no such place behind you.") == 2
    assert sitting.page.step == 1
    assert "Going back" not in asked


def test_going_back_a_step_says_what_was_taken_back_as_it_read_then(sitting: Sitting) -> None:
    said = answers(sitting, "1", "1", "u", "u", "u")

    first, second, none = said.split("\n> u\n")[1:]
    assert first.startswith("You went back one step. Taken back: “Throw one of 2”.\n")
    assert second.startswith("You went back one step. Taken back: “Throw one of 3”.\n")
    assert none.startswith("This is the beginning; there is no step to go back.\n")


def test_the_map_counts_what_it_does_not_name(sitting: Sitting) -> None:
    said = answers(sitting, "1", "2", "u", "t map")

    assert "Chapter 1: The well. 2 scenes seen, and that is all of them." in said
    assert "- 2 coins. You are here. Every way taken." in said
    assert "- The bottom. Read before. 1 way not taken." in said
    assert "Chapter 2, not reached yet: 3 scenes." in said
    assert "Afterwards" not in said


def test_the_notes_opened_are_listed_read_searched_and_ordered(sitting: Sitting) -> None:
    said = answers(sitting, "t notes", "n 1", "n 2", "2", "1", "n 1", "t notes", "t notes 2", "t notes romans")
    by = answers(sitting, "t notes by grade", "t casebook by source", "t notes nobody at all", "t n by chapter")

    assert "You have not opened any notes yet." in said
    assert "The well:\n1. The date. Reported.\n2. How deep. Dramatised.\n\nAfterwards:\n3. The road. Wrong" in said
    assert "Note 2 of the journal: How deep." in said.partition("> t notes 2")[2]
    assert "Note 1: The road." in said
    assert "These numbers are the journal’s; a page has its own, read with n." in said
    assert said.partition("> t notes romans")[2].strip().startswith("3. The road. Wrong or imprecise.")
    assert "Reported:\n1. The date." in by
    assert "“The parish book”, 1911:\n1. The date. Reported.\n3. The road. Wrong or imprecise." in by
    assert "No source:\n2. How deep." in by
    assert "No note you opened says “nobody at all”." in by
    assert "The well:\n1. The date." in by


def test_a_note_that_is_not_there_is_said_not_to_be_before_those_that_are(sitting: Sitting) -> None:
    for typed in ("n 9", "n zebra"):
        said = answers(sitting, typed)

        assert f"There is no note “{typed[2:]}” here. There are these:\n" in said
    assert "There is no note" not in answers(sitting, "n")


def test_the_notes_are_listed_as_they_are_asked_for_and_back_is_told_what_goes_back(sitting: Sitting) -> None:
    assert "\nn 1: The date" in answers(sitting, "n")
    for typed in ("b", "back", "Go back"):
        assert f"> {typed}\nu goes back a step.\n" in answers(sitting_of(story_of(STORY)), "1", typed)


def test_a_note_of_the_page_is_read_by_the_first_of_its_words(sitting: Sitting) -> None:
    assert "Note 1: The date." in answers(sitting, "n the d")
    assert "Type n and a number to read one." in answers(sitting, "n the road")


def test_sources_are_given_in_full_with_their_addresses(sitting: Sitting) -> None:
    said = answers(sitting, "t sources", "2", "1", "n 1", "t sources")

    assert "No note you opened cites a source yet." in said
    assert "2. A. Surveyor, “A map”.\nhttps://example.org/map\nCited in: The road." in said


def test_endings_are_counted_over_all_plays(sitting: Sitting) -> None:
    said = answers(sitting, "t endings", "2", "1", "1", "new", "t endings")

    assert "You have seen none of 2 endings yet." in said
    assert "You have seen 1 of 2 endings: At home." in said


def test_what_is_no_part_of_the_journal_is_said(sitting: Sitting) -> None:
    said = answers(sitting, "t tea")

    assert "The parts of the journal are route, map, notes, sources, endings and questions." in said


def test_no_line_holds_a_control_character_or_a_box(sitting: Sitting) -> None:
    typed = ["n 1", "1", "2", "1", "n 1", "t", "t map", "t notes", "t sources", "t endings", "s x", "s", "?", "k"]
    said = answers(sitting, *typed)

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f\ue000-\uf8ff]", said)


TWO_NOTES = """
scenes:
  a:
    title: A
    text: "[x](aside:date) [y](aside:road)"
    choices: [{say: Back to the quay, id: back, to: b}, {say: Backwards, id: on, to: b}]
  b: {title: B, text: B., choices: [{say: Go on, to: a}]}
asides:
  date: {title: The date of it, says: A day., grade: dramatised, no-source: made up}
  road: {title: The road to it, says: A road., grade: dramatised, no-source: made up}
"""


def test_words_with_which_two_notes_begin_open_neither_and_it_is_said_which_two() -> None:
    sitting = sitting_of(story_of(TWO_NOTES))
    said = answers(sitting, "n the", "n the road")

    assert "> n the\nThat could be 1 or 2. Type n and the number.\n\nChoose" in said
    assert ("road",) == sitting.notebook.opened


def test_no_more_of_what_names_no_note_is_said_again_than_can_be_taken_in() -> None:
    assert f"There is no note “{'z' * 40}” here." in answers(sitting_of(story_of(TWO_NOTES)), "n " + "z" * 200)


@pytest.mark.parametrize("typed", ["n", "n 9", "n the"])
def test_on_a_page_without_notes_that_is_all_there_is_to_say_of_one(typed: str) -> None:
    said = answers(sitting_of(story_of(TWO_NOTES)), "2", typed)

    assert f"> {typed}\nThere are no notes here.\n\nChoose 1" in said


def test_at_the_beginning_nobody_is_told_what_goes_back_a_step(sitting: Sitting) -> None:
    assert "> b\nThis is the beginning; there is no step to go back.\n" in answers(sitting, "b")


def test_a_choice_called_so_is_taken_and_nothing_said_of_going_back() -> None:
    sitting = sitting_of(story_of(TWO_NOTES))

    assert "You chose 1. Back to the quay." in answers(sitting, "back")
