"""The decisions of a chapter: where a class will differ, and where it may find ways closed."""

from dataclasses import dataclass

from sidelight.model.story import Choice, Scene
from sidelight.model.texts import Written
from sidelight.play.state import State
from sidelight.presenting.evaluate import Evaluator
from sidelight.teaching.pack.plays import Plays
from sidelight.text.prose import plain_words


@dataclass(frozen=True, slots=True)
class Decision:
    """A scene and those of its own choices that can be taken."""

    scene: Scene
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Narrowest:
    """How few choices of a decision can be open, while others are seen to be closed.

    `open` are those choices; none where it is not always the same that stay.
    """

    count: int
    open: tuple[Choice, ...]


def decisions(plays: Plays) -> tuple[Decision, ...]:
    """The scenes whose own choices change what the story remembers, each in another way."""
    found = []
    for id_ in plays.at:
        scene = plays.rules.story.scenes[id_]
        taken = {move.choice.step for state in plays.at[id_] for move in plays.moves[state]}
        choices = tuple(choice for choice in scene.own_choices if choice.step in taken)
        changes = {tuple((effect.variable, effect.expression) for effect in choice.effects) for choice in choices}
        if len(changes) > 1:
            found.append(Decision(scene, choices))
    return tuple(found)


def narrowest(decision: Decision, plays: Plays) -> Narrowest | None:
    """The worst that a class can come to a decision with; None where nothing is ever seen closed."""
    found: dict[tuple[str, ...], tuple[Choice, ...]] = {}
    for state in plays.at[decision.scene.id]:
        steps = {move.choice.step for move in plays.moves[state]}
        left = tuple(choice for choice in decision.choices if choice.step in steps)
        if any(_seen_closed(choice, state, plays) for choice in decision.choices if choice not in left):
            found[tuple(choice.step for choice in left)] = left
    if not found:
        return None
    count = min(map(len, found))
    fewest = [left for left in found.values() if len(left) == count]
    return Narrowest(count, fewest[0] if len(fewest) == 1 else ())


def _seen_closed(choice: Choice, state: State, plays: Plays) -> bool:
    if choice.locked is None or choice.when is None:
        return False
    gone = choice.once and state.taken & plays.rules.layout.bits[choice.step]
    return not gone and not plays.rules.holds(choice.when, state)


def title(plays: Plays, scene: str) -> str:
    """The title of a scene as it reads in one of its moments."""
    return plain(plays, scene, plays.rules.story.scenes[scene].title)


def plain(plays: Plays, scene: str, written: Written | None) -> str:
    """A line of a scene as it reads in one of its moments."""
    return plain_words(Evaluator(plays.rules, plays.at[scene][0]).inlines(written))
