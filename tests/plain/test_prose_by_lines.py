"""Prose by lines: what italics say is not lost, and nothing is marked that they do not say."""

import pytest

from sidelight.plain.prose import sentence, words, wrap
from sidelight.text.markdown import read_inlines


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("From *Among them* as far as *himself*.", "From _Among them_ as far as _himself_."),
        ("*It moves a section at a time.*", "It moves a section at a time."),
        ("**13 December.** Nothing.", "13 December. Nothing."),
        ("*Two* *apart*", "_Two_ _apart_"),
        ("Not *a **strong** word*.", "Not _a strong word_."),
    ],
)
def test_words_that_are_spoken_of_stand_between_underscores(written: str, told: str) -> None:
    assert told == words(read_inlines(written))


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Was it _hers?_", "Was it _hers?_"),
        ("It was _hers_", "It was _hers_."),
        ("“Was it?”", "“Was it?”"),
        ("Call it “a scene”", "Call it “a scene”."),
        ("(A break.)", "(A break.)"),
    ],
)
def test_a_sentence_ends_once(text: str, ended: str) -> None:
    assert ended == sentence(text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1. Go on over the bridge", "1. Go on over\n   the bridge"),
        ("12. Go on over the bridge", "12. Go on over\n    the bridge"),
        ("Closed: Go on over it.", "Closed: Go on\n   over it."),
        ("- The bridge over it", "- The bridge\n  over it"),
        ("Go on over the old bridge", "Go on over the\nold bridge"),
        ("1944. The old bridge", "1944. The old\nbridge"),
        ("n 1: The old bridge", "n 1: The old\nbridge"),
    ],
)
def test_what_stands_under_a_number_goes_on_under_its_own_words(line: str, told: str) -> None:
    assert told == wrap(line, 14)
    assert f"A.\n{told}" == wrap(f"A.\n{line}", 14)
    assert line == wrap(line, 0)
