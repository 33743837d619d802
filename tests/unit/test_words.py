"""The sentences every front end says alike."""

import pytest

from sidelight.model.story import Source
from sidelight.presenting.words import cite
from sidelight.text.spans import Span, StoryFile

NOWHERE = Span(StoryFile("story.yaml", ""), 0, 0)


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("Coins in graves", "“Coins in graves”, A museum"),
        ("[Note on a photograph]", "Note on a photograph, A museum"),
        ("[Sic] transit", "“[Sic] transit”, A museum"),
    ],
)
def test_a_work_without_a_title_is_cited_by_what_it_is(title: str, cited: str) -> None:
    assert cited == cite(Source("S", title, NOWHERE, outlet="A museum"))
