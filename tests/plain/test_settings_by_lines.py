"""How a reader likes to read, seen and changed by lines."""

import re

import pytest

from builders import sitting_of, story_of
from plain.driving import answers
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import SETTINGS, Preferences

STORY = "scenes: {a: {title: A, text: Water., choices: [{say: Go on, id: on, to: a}]}}"


def said(*typed: str, liked: Preferences | None = None) -> str:
    return answers(sitting_of(story_of(STORY)), *typed, liked=liked)


@pytest.mark.parametrize("typed", ["o", "options", "settings"])
def test_every_setting_is_told_with_its_value_and_how_to_change_one(typed: str) -> None:
    told = said(typed)

    for setting in SETTINGS:
        assert f"{setting.name} is " in told
    assert "measure is 66: in the full screen, how many cells a line has; a whole number from 45 to 80." in told
    assert "width is off" in told


def test_the_example_of_how_to_change_one_works() -> None:
    example = re.search(r"such as (o \w+ \w+)\.", said("o"))
    assert example is not None

    assert "width is now 60. It is kept in" in said(example.group(1))


def test_a_setting_named_without_a_value_is_told_with_what_it_may_be() -> None:
    liked = Preferences(MemoryFile())
    told = said("o width", "o colour", liked=liked)

    assert "width is off: in plain mode, how many cells a line has, if not as the terminal; a whole number" in told
    assert 'There is no setting called "colour". The settings are plain, width,' in told
    assert 0 == liked.now.width


def test_a_value_that_cannot_be_one_is_refused_with_what_may_be() -> None:
    assert 'A width is a whole number from 20 to 400, or off, not "wide". The old one stays.' in said(
        "o width wide"
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("o plain off", "plain is off from the next start. It is kept in"),
        ("o mouse off", "mouse is off from the next start."),
        ("o measure 60", "measure is 60 from the next start."),
        ("o theme paper", "theme is paper from the next start."),
        ("o width 60", "width is now 60."),
        ("o questions off", "questions is now off."),
    ],
)
def test_what_lines_do_not_show_is_said_to_hold_from_the_next_start(typed: str, told: str) -> None:
    assert told in said(typed)


@pytest.mark.parametrize(("typed", "told"), [("saves", "autosave: “A”"), ("undo", "there is no step to go back")])
def test_the_words_for_a_thing_are_those_one_would_try(typed: str, told: str) -> None:
    assert told in said(typed)
