"""Going on from a save: as far as it still fits the story, and what to say where it does not."""

from dataclasses import dataclass

from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import Misfit, Replayed, replay
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.present import present
from sidelight.saving.save import Save
from sidelight.text.prose import plain_words


@dataclass(frozen=True, slots=True)
class Resumed:
    """A playthrough to go on with, its notebook, and a sentence for the reader if something was lost."""

    playthrough: Playthrough
    notebook: Notebook
    message: str = ""
    words: int = 0
    """How many words had been read in it."""
    play: int = 0
    """Which of the shelf's playthroughs it is; 0 if that is not known."""


def resume(rules: Rules, save: Save) -> Resumed | None:
    """The playthrough of a save; None if not even its beginning is in the story any more."""
    beginning = _still_there(rules, save.beginning)
    if beginning is None:
        return None
    replayed = replay(rules, beginning, save.steps)
    words = 0 if save.mark is None else save.mark.words
    return Resumed(replayed.playthrough, save.notebook, _what_was_lost(replayed), words, save.play)


def _still_there(rules: Rules, beginning: Beginning) -> Beginning | None:
    """A beginning of which everything is still in the story."""
    story = rules.story
    if beginning.scene is not None and beginning.scene not in story.scenes:
        return None
    if beginning.chapter is not None and beginning.chapter not in story.chapters:
        return None
    settings = tuple(
        (name, value)
        for name, value in beginning.settings
        if name in story.variables and value in story.variables[name].domain.values
    )
    return Beginning(beginning.scene, beginning.chapter, settings)


def _what_was_lost(replayed: Replayed) -> str:
    if replayed.why is None:
        return ""
    place = plain_words(present(replayed.playthrough).title)
    why = {
        Misfit.ANOTHER_SCENE: "no longer follows here",
        Misfit.NO_SUCH_CHOICE: "is no longer in the story",
        Misfit.NOT_OPEN: "is no longer open here",
    }[replayed.why]
    steps = "one step" if replayed.lost == 1 else f"{replayed.lost} steps"
    return (
        f"The story has changed since you were here: “{replayed.stopped_at}” {why}. "
        f"You are at “{place}”, {steps} before where you stopped."
    )
