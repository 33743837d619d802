"""Whoever leaves by lines is told what is kept, and what is not."""

import pytest

from asked import WRITTEN_SURELY, sitting_after
from builders import past_title, sitting_of, story_of
from plain.driving import answers
from sidelight.plain.lines import Lines
from sidelight.plain.reading import read_story
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences


def test_what_is_half_matched_is_gone_and_it_is_said() -> None:
    said = answers(sitting_after("wait"), "s", "1", "s", "1", "q")

    assert said.endswith("> q\nWhat you had set, 1 of 2, is gone. Your place is kept.\n")


def test_what_is_half_written_is_kept_and_it_is_said() -> None:
    said = answers(sitting_of(story_of(WRITTEN_SURELY, "quay")), "1", "Wet.")

    assert said.endswith("\nYour place is kept, and your answer as far as it goes.\n")


def test_who_breaks_off_is_told_that_her_place_is_kept() -> None:
    def read() -> str:
        raise KeyboardInterrupt

    said: list[str] = []
    lines = Lines(read, said.append, Preferences(MemoryFile()))
    with pytest.raises(KeyboardInterrupt):
        read_story(*past_title(sitting_after("wait")), lines)

    assert said[-1] == "\nYour place is kept.\n"
