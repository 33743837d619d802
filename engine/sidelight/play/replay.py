"""From the names of steps back to a playthrough, as far as they still fit the story."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sidelight.model.story import Story
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules


class Misfit(StrEnum):
    """Why a step no longer fits."""

    ANOTHER_SCENE = "another scene"
    NO_SUCH_CHOICE = "no such choice"
    NOT_OPEN = "not open"


@dataclass(frozen=True, slots=True)
class Replayed:
    """A playthrough, and the first step that no longer fits with the reason why, if there is one."""

    playthrough: Playthrough
    stopped_at: str | None = None
    why: Misfit | None = None
    lost: int = 0
    """How many steps could not be replayed."""


def earlier_ids(story: Story) -> dict[str, str]:
    """The present id of each scene by the ids it had before."""
    return {earlier: scene.id for scene in story.scenes.values() for earlier in scene.was}


def replay(rules: Rules, beginning: Beginning, steps: Iterable[str]) -> Replayed:
    """Take steps named `scene/choice`, or by a choice's id alone, as far as each still fits."""
    playthrough = Playthrough.begin(rules, beginning)
    waiting = list(steps)
    now = earlier_ids(rules.story)
    for number, step in enumerate(waiting):
        misfit, playthrough = _take(playthrough, step, now)
        if misfit is not None:
            return Replayed(playthrough, step, misfit, len(waiting) - number)
    return Replayed(playthrough)


def _take(playthrough: Playthrough, step: str, now: dict[str, str]) -> tuple[Misfit | None, Playthrough]:
    at, _, choice_id = step.rpartition("/")
    scene = playthrough.scene
    if scene is None or (at and now.get(at, at) != scene.id):
        return Misfit.ANOTHER_SCENE, playthrough
    choices = {choice.id: choice for choice in playthrough.rules.story.choices_at(scene)}
    if choice_id not in choices:
        return Misfit.NO_SUCH_CHOICE, playthrough
    choice = choices[choice_id]
    if choice not in playthrough.rules.open_choices(playthrough.state):
        return Misfit.NOT_OPEN, playthrough
    return None, playthrough.choose(choice)
