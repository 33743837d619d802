"""Whatever a story remembers and however it asks, its chapters are the same on paper, or are refused.

SIDELIGHT_EXAMPLES=5000 makes it look at so many stories instead of the few that fit in the suite.
"""

import os
from contextlib import suppress

import pytest

import strategies
from sidelight.errors import StoryError
from sidelight.teaching.pack import plays
from teaching.pack.test_paper_play import check

EXAMPLES = int(os.environ.get("SIDELIGHT_EXAMPLES", "100"))
MOST = 300
"""Moments of a chapter, beyond which it is let go: it would be as true, and take too long."""


def text_of(number: int) -> str:
    """The text of a story of one chapter. Its number decides it: small draws would make most stories trivial."""
    forced = [1, 1]  # a chapter, and no more
    seed = number

    def draw(numbers: object) -> int:
        nonlocal seed
        if forced:
            return forced.pop()
        seed = (seed * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (seed >> 33) % (strategies._UPTO.index(numbers) + 1)  # type: ignore[arg-type]

    return "\n".join(strategies._Author(draw).lines()) + "\n"


def test_a_chapter_on_paper_is_the_chapter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plays, "MOST", MOST)
    checked = 0
    for number in range(EXAMPLES):
        story = strategies.read(text_of(number))
        with suppress(StoryError):
            checked += len(check(story, "c0")) if story is not None else 0

    assert checked >= EXAMPLES
