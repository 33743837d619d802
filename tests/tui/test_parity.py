"""The transcripts again, with keys in the full-screen reader: the same moves give the same pages."""

from pathlib import Path

import pytest

from builders import past_title, sitting_of, story_in
from conftest import BUNDLED, CHECKOUT
from sidelight.model.story import Choice
from sidelight.presenting.present import present
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.tui.app import ReaderApp
from transcripts import beginning_of, play, read_transcript

FEATURES = CHECKOUT / "tests" / "stories"
LONG = ("her-name", "the-long-column")
TRANSCRIPTS = [(path.parent, path) for path in sorted(FEATURES.glob("*/*.txt"))]
TRANSCRIPTS += [(BUNDLED, BUNDLED / "transcripts" / f"{name}.txt") for name in LONG]


@pytest.mark.parametrize(("story", "path"), TRANSCRIPTS, ids=[f"{s.name}/{p.stem}" for s, p in TRANSCRIPTS])
async def test_a_transcript_typed_at_the_screen_gives_its_pages(story: Path, path: Path) -> None:
    loaded = story_in(story)
    transcript = read_transcript(path)
    sitting = sitting_of(loaded, beginning_of(transcript, loaded))
    app = ReaderApp(*past_title(sitting), Preferences(MemoryFile()))
    async with app.run_test(size=(80, 24)) as pilot:
        for moment, playthrough in play(transcript, loaded):
            assert present(playthrough) == sitting.page
            if moment.choice is not None:
                await pilot.press(str(_number(playthrough.rules.open_choices(playthrough.state), moment.choice)))
                await pilot.pause()


def _number(choices: tuple[Choice, ...], id_: str) -> int:
    return [choice.id for choice in choices].index(id_) + 1
