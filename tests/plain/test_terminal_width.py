"""Lines end between words: at the width the reader likes, and before the edge of her terminal."""

from builders import past_title, sitting_of, story_of
from plain.driving import typing
from sidelight.plain.lines import Lines
from sidelight.plain.reading import read_story
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences

STORY = f"""
scenes:
  a: {{title: A, text: "{" ".join(["water"] * 30)}", choices: [{{say: Go on, id: on, to: a}}]}}
"""


def said(columns: int | list[int], *typed: str, width: str = "off") -> list[str]:
    """What is written to a terminal so wide, line by line; of several widths each is for one look, 0 is a pipe."""
    liked = Preferences(MemoryFile())
    liked.only_now("width", width)
    looks = columns if isinstance(columns, list) else [columns]
    written: list[str] = []
    lines = Lines(
        typing(written, *typed),
        written.append,
        liked,
        columns=lambda: looks.pop(0) if len(looks) > 1 else looks[0],
    )
    read_story(*past_title(sitting_of(story_of(STORY))), lines)
    return "".join(written).split("\n")


def longest(lines: list[str]) -> int:
    return max(map(len, lines))


def test_no_line_reaches_the_edge_of_a_terminal_and_no_word_is_broken() -> None:
    for columns in (24, 40, 80):
        lines = said(columns)

        assert longest(lines) < columns
        assert {"water"} == set(" ".join(line for line in lines if "water" in line).split())


def test_the_line_that_asks_for_the_next_is_broken_too() -> None:
    assert any(line.startswith("Choose 1,") for line in said(24))
    assert longest(said(24, "delete autosave", "s x", "s x")) < 24


def test_the_smaller_of_the_terminal_and_what_the_reader_likes_holds() -> None:
    assert longest(said(80, width="30")) <= 30
    assert longest(said(40, width="60")) < 40


def test_into_a_pipe_lines_are_as_long_as_they_are() -> None:
    assert " ".join(["water"] * 30) in said(0)


def test_a_terminal_that_is_made_narrower_is_obeyed_from_the_next_paragraph_on() -> None:
    before, _, after = "\n".join(said([80, 80, 80, 80, 80, 80, 30], "r")).partition("> r")

    assert 60 < longest(before.split("\n"))
    assert longest(after.split("\n")) < 30
