"""Small stories and sittings for tests."""

from pathlib import Path

from sidelight.diagnostics.render.concise import render_concise
from sidelight.loading.load import load_files, load_story
from sidelight.model.story import Story
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import AUTOSAVE, Store
from sidelight.text.spans import StoryFile

HEADER = "story: {format: 1, id: example, title: Example, start: %s}\n"


def story_of(text: str, start: str = "a") -> Story:
    """A story from YAML without its header; it must have no findings."""
    loaded = load_files([StoryFile("story.yaml", HEADER % start + text)])
    assert loaded.story is not None
    assert not loaded.diagnostics, render_concise(loaded.diagnostics)
    return loaded.story


def story_in(folder: Path) -> Story:
    """A story from a folder; it must have no errors."""
    loaded = load_story(folder)
    assert loaded.story is not None, render_concise(loaded.diagnostics)
    return loaded.story


def begin(story: Story, beginning: Beginning | None = None) -> Playthrough:
    """A playthrough at its first page."""
    return Playthrough.begin(Rules(story), beginning or Beginning())


def take(playthrough: Playthrough, *choices: str) -> Playthrough:
    """The playthrough after some choices, by their ids."""
    for id_ in choices:
        by_id = {choice.id: choice for choice in playthrough.rules.open_choices(playthrough.state)}
        playthrough = playthrough.choose(by_id[id_])
    return playthrough


def sitting_of(story: Story, beginning: Beginning | None = None) -> Sitting:
    """A sitting that keeps nothing."""
    store = Store(story, None)
    return Sitting(begin(story, beginning), Notebook(), store, AUTOSAVE)


def past_title(sitting: Sitting) -> tuple[Opening, Opened]:
    """The opening of a story whose reader is in a sitting already."""
    rules = sitting.playthrough.rules
    opening = Opening(rules, Store(rules.story, None))
    opening.sitting = sitting
    return opening, Opened(sitting)


def unasked() -> Preferences:
    """How somebody likes to read who does not want to be asked anything."""
    liked = Preferences(MemoryFile())
    liked.only_now("questions", "off")
    return liked
