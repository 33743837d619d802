"""The title page by lines: asked at a terminal, passed by in a pipe, come back to with a word."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from builders import sitting_of, story_of
from plain.driving import answers, typing
from sidelight.plain.lines import Lines
from sidelight.plain.reading import read_story
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.opening import Opening, OtherStory
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import Store

STORY = """
chapters: {one: {title: One, begins: a, close: Over.}, two: {title: Two, begins: b, about: A bridge.}}
scenes:
  a: {chapter: one, title: The quay, text: Hello., choices: [{say: On, id: on, to: b}]}
  b: {chapter: two, title: The bridge, text: Wind., ending: {title: Home}}
"""


@pytest.fixture
def opening() -> Opening:
    story = story_of(STORY)
    other = OtherStory(Path("well.yaml"), "The Well", "A. Writer")
    return Opening(Rules(story), Store(story, None), others=lambda: (other,))


def told(opening: Opening, *typed: str, asks: bool = True) -> str:
    said: list[str] = []
    read_story(opening, None, Lines(typing(said, *typed), said.append, Preferences(MemoryFile()), asks=asks))
    return "".join(said)


def test_at_a_terminal_the_title_page_is_asked(opening: Opening) -> None:
    said = told(opening, "1", "q")

    assert said.index("Example.") < said.index("1. Begin.") < said.index("> 1") < said.index("The quay.")
    assert "Choose 1 to 5, Enter for 1, ? help, q quit: " in said


def test_in_a_pipe_it_is_said_and_the_story_begins(opening: Opening) -> None:
    said = told(opening, "1", asks=False)

    assert said.startswith("Plain mode. Type ? for help.\n\nExample.\n\nChapter: One.\n\nThe quay.")
    assert "You chose 1. On." in said


@pytest.mark.parametrize("typed", ["q", "quit"])
def test_who_leaves_at_the_title_page_has_begun_nothing(opening: Opening, typed: str) -> None:
    assert "Hello." not in told(opening, typed)
    assert opening.sitting is None


def test_the_end_of_input_leaves_the_title_page(opening: Opening) -> None:
    assert told(opening).endswith("q quit: \n")


def test_a_chapter_is_played_alone(opening: Opening) -> None:
    said = told(opening, "chapters", "2", "1", "q")

    assert "1. One.\n2. Two." in said
    assert "A bridge.\n\n1. Play this chapter alone." in said
    assert "Wind." in said


def test_what_is_not_a_choice_is_answered_and_b_leads_back(opening: Opening) -> None:
    said = told(opening, "b", "7", "chapters", "b", "endings", "q")

    assert "> b\nThis is the title page, and nothing lies before it." in said
    assert "> 7\nType 1 to 5." in said
    assert "None seen yet." in said
    assert 3 == said.count("1. Begin.")


def test_its_help_is_of_what_can_be_typed_there(opening: Opening) -> None:
    said = told(opening, "?", "q").partition("> ?\n")[2]

    assert said.startswith("Type the number of a line, or its first words.")
    assert "? tells what else can be typed" in said
    assert "undo" not in said
    assert "load" not in said


def test_who_goes_past_the_title_page_hears_what_the_story_is_if_she_has_read_none_of_it() -> None:
    sitting = sitting_of(replace(story_of(STORY), about="A quay at night.\n\nAnd more."))

    first, second = answers(sitting, "1"), answers(sitting)

    assert first.startswith(
        "Plain mode. Type ? for help.\n\nExample.\n\nA quay at night.\n\nChapter: One.\n\nThe quay."
    )
    assert "And more." not in first
    assert "A quay at night." not in second


def test_another_story_is_gone_over_to(opening: Opening) -> None:
    assert "1. The Well. By A. Writer." in told(opening, "other", "1")
    assert Path("well.yaml") == opening.elsewhere


def test_a_reader_comes_back_to_the_title_page_and_to_her_page() -> None:
    said = answers(sitting_of(story_of(STORY)), "a", "b", "q")

    assert "b back to the page" in said
    assert 2 == said.count("Hello.")
    assert said.endswith("Your place is kept.\n")


def test_nothing_on_it_is_drawn_or_steers_the_terminal(opening: Opening) -> None:
    said = told(opening, "about", "chapters", "2", "b", "endings", "other", "b", "?", "q")

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2190-\u21ff\u2500-\u25ff\ue000-\uf8ff]", said)


def test_at_the_end_of_a_chapter_read_alone_the_next_is_named_and_the_way_there() -> None:
    story = story_of(
        """
chapters: {c: {title: First, begins: a}, d: {title: Second, begins: b}}
scenes:
  a: {chapter: c, title: A, text: Here., choices: [{say: Go, id: go, to: b}]}
  b: {chapter: d, title: B, text: There., ending: {title: Over}}
"""
    )
    said = answers(sitting_of(story, Beginning(chapter="c")), "1", "1")

    assert "The next chapter is “Second”: type a for the title page, then Chapters." in said
    assert "a for the title page with every other way in, new to begin again" in said.split("> 1")[1]
    assert "Type new to begin again, a for the title page with every other way in" in said.split("> 1")[2]


def test_at_an_end_whatever_is_typed_that_is_no_command_is_told_the_ways_there_are(opening: Opening) -> None:
    said = told(opening, "1", "1", "b", "across the bridge", "7", "q").split("\n> ")[3:6]

    for answer in said:
        assert "\nThere is nothing to choose here. Type new to begin again, a for the title page" in answer
