"""The conformance suite: every transcript of every story, in the rules and through the plain reader."""

from pathlib import Path

import pytest

from builders import past_title, sitting_of, story_in, unasked
from conftest import BUNDLED
from sidelight.model.story import Story
from sidelight.plain.lines import Lines
from sidelight.plain.reading import read_story
from transcripts import Transcript, beginning_of, check, check_order, play, read_transcript

FEATURES = Path(__file__).parent / "stories"
STORIES = [path for path in sorted(FEATURES.iterdir()) if path.is_dir()]
TRANSCRIPTS = [(story, path) for story in STORIES for path in sorted(story.glob("*.txt"))]
TRANSCRIPTS += [(BUNDLED, path) for path in sorted((BUNDLED / "transcripts").glob("*.txt"))]
BY_NAME = pytest.mark.parametrize(
    ("story", "path"), TRANSCRIPTS, ids=[f"{story.name}/{path.stem}" for story, path in TRANSCRIPTS]
)


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_every_feature_story_has_a_transcript(folder: Path) -> None:
    assert list(folder.glob("*.txt"))


@BY_NAME
def test_a_transcript_comes_out_as_written(story: Path, path: Path) -> None:
    check(read_transcript(path), story_in(story))


@BY_NAME
def test_a_transcript_comes_out_through_the_plain_reader(story: Path, path: Path) -> None:
    loaded = story_in(story)
    transcript = read_transcript(path)
    typed, expected = _typed(transcript, loaded)

    written: list[str] = []
    sitting = sitting_of(loaded, beginning_of(transcript, loaded))
    lines = Lines(lambda: typed.pop(0) if typed else None, written.append, unasked())
    read_story(*past_title(sitting), lines)

    check_order(expected, "".join(written).split("\n"), path.name)
    assert not typed


def _typed(transcript: Transcript, story: Story) -> tuple[list[str], list[str]]:
    """The numbers a reader would type, and the lines she would then read."""
    typed: list[str] = []
    expected: list[str] = []
    for moment, playthrough in play(transcript, story):
        expected += moment.lines
        if moment.choice is not None:
            open_ids = [choice.id for choice in playthrough.rules.open_choices(playthrough.state)]
            typed.append(str(open_ids.index(moment.choice) + 1))
    return typed, expected
