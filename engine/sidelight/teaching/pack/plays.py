"""Every way to play a chapter alone: its moments, and what leads from each to each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sidelight.errors import StoryError
from sidelight.model.story import Choice, Story
from sidelight.play.compile import Apply, compile_effects
from sidelight.play.rules import Beginning, Rules
from sidelight.play.state import OUTSIDE, State

MOST = 20_000
"""Moments that are looked at before a chapter is too wide to be followed in every way."""


@dataclass(frozen=True, slots=True)
class Move:
    """A choice taken: `chosen` is the moment after its effects and before the reader arrives at `scene`."""

    choice: Choice
    chosen: State
    scene: str
    after: State


@dataclass(frozen=True)
class Plays:
    """A chapter's moments by the scene they are in, those in which a scene is arrived at, and the moves on."""

    rules: Rules
    chapter: str
    blank: State
    """What holds before the first scene is arrived at."""
    first: State
    at: Mapping[str, tuple[State, ...]]
    arriving: Mapping[str, tuple[State, ...]]
    moves: Mapping[State, tuple[Move, ...]]

    def leaves(self, choice: Choice) -> bool:
        """Whether a choice leads out of the chapter, whatever has happened."""
        scenes = self.rules.story.scenes
        return all(scenes[target.scene].chapter != self.chapter for target in choice.targets)


def explore(rules: Rules, chapter: str) -> Plays:
    """Follow a chapter in every way it can be played."""
    first = rules.start(Beginning(chapter=chapter))
    begins = rules.story.chapters[chapter].begins
    blank = _blank(rules, chapter)._replace(scene=first.scene)
    at: dict[str, list[State]] = {}
    arriving: dict[str, dict[State, None]] = {begins: {blank: None}}
    moves: dict[State, tuple[Move, ...]] = {}
    changes: dict[str, Apply | None] = {}
    waiting = [first]
    found = {first}
    while waiting:
        state = waiting.pop()
        scene = rules.scene(state)
        if scene is None:
            continue
        if len(found) > MOST:
            title = rules.story.chapters[chapter].title
            raise StoryError(
                f"“{title}” can be played in more ways than fit on paper ({MOST:,} moments, and more)",
                "play it on a screen, or give it fewer things to remember at a time",
            )
        at.setdefault(scene.id, []).append(state)
        moves[state] = tuple(_moves(rules, chapter, state, changes))
        for move in moves[state]:
            arriving.setdefault(move.scene, {})[move.chosen] = None
            if move.after not in found:
                found.add(move.after)
                waiting.append(move.after)
    return Plays(
        rules,
        chapter,
        blank,
        first,
        {id_: tuple(at[id_]) for id_ in rules.story.scenes if id_ in at},
        {id_: tuple(states) for id_, states in arriving.items()},
        moves,
    )


def _blank(rules: Rules, chapter: str) -> State:
    story: Story = rules.story
    values = {name: each.start for name, each in story.variables.items()} | dict(story.chapters[chapter].settings)
    return State(OUTSIDE, tuple(values.values()), (0,) * len(rules.layout.visits), 0)


def _moves(rules: Rules, chapter: str, state: State, changes: dict[str, Apply | None]) -> Iterator[Move]:
    for choice in rules.open_choices(state):
        chosen = state._replace(taken=state.taken | rules.layout.bits.get(choice.step, 0))
        if choice.step not in changes:
            changes[choice.step] = compile_effects(choice.effects, rules.story, rules.layout)
        apply = changes[choice.step]
        chosen = chosen if apply is None else apply(chosen)
        target = next(
            each for each in choice.targets if each.condition is None or rules.holds(each.condition, chosen)
        )
        yield Move(choice, chosen, target.scene, rules.take(state, choice, within=chapter))
