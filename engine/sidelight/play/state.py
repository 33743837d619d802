"""Everything that can differ between two moments of play."""

from collections.abc import Iterator
from typing import NamedTuple

from sidelight.model.expressions import Chose, Expression, Visits, walk
from sidelight.model.story import Choice, Effect, Scene, Story
from sidelight.model.texts import Written, expressions
from sidelight.model.values import Value

OUTSIDE = -1
"""The scene of a playthrough that has left the chapter it was to stay in."""


class State(NamedTuple):
    """A moment of play: the scene by its place in the story, and what is remembered.

    `values` has a slot for each variable, `visits` one for each scene whose visits something reads, and
    `taken` a bit for each choice whose having been taken matters. A Layout says which is which.
    """

    scene: int
    values: tuple[Value, ...]
    visits: tuple[int, ...]
    taken: int


class Layout:
    """Which slot of a State holds what. Only what some expression reads has a slot for visits or choices."""

    def __init__(self, story: Story) -> None:
        self.scene_ids = tuple(story.scenes)
        self.scenes = {id_: place for place, id_ in enumerate(self.scene_ids)}
        self.variables = tuple(story.variables)
        self.slots = {name: slot for slot, name in enumerate(self.variables)}
        self.caps: dict[str, int] = {}
        steps: dict[str, int] = {}
        for scene in story.scenes.values():
            for choice in story.choices_at(scene):
                if choice.once:
                    steps.setdefault(choice.step, len(steps))
        # Loading reads an expression that is written twice only once, so there are few different ones.
        for expression in {id(each): each for each in all_expressions(story)}.values():
            for node in walk(expression):
                if isinstance(node, Visits):
                    self.caps[node.scene] = max(self.caps.get(node.scene, 0), node.cap)
                elif isinstance(node, Chose):
                    steps.setdefault(node.step, len(steps))
        self.visits = {scene: slot for slot, scene in enumerate(self.caps)}
        self.bits = {step: 1 << number for step, number in steps.items()}


def all_expressions(story: Story) -> Iterator[Expression]:
    """Every expression of a story."""
    for variable in story.variables.values():
        yield from _optional(variable.shown)
        yield from _written(variable.label)
    for passage in story.passages.values():
        yield from expressions(passage.text)
    for scene in story.scenes.values():
        yield from scene_expressions(scene)


def scene_expressions(scene: Scene) -> Iterator[Expression]:
    """Every expression of a scene, but for those of its passages."""
    yield from _written(scene.title)
    yield from _written(scene.place)
    yield from expressions(scene.text)
    yield from _effects(scene.effects)
    for choice in scene.own_choices:
        yield from choice_expressions(choice)
    if scene.offered is not None:
        yield from choice_expressions(scene.offered)


def choice_expressions(choice: Choice) -> Iterator[Expression]:
    """Every expression of a choice."""
    yield from _optional(choice.when)
    yield from _effects(choice.effects)
    for target in choice.targets:
        yield from _optional(target.condition)
    for text in (choice.say, choice.locked, choice.echo):
        yield from _written(text)


def _effects(effects: tuple[Effect, ...]) -> Iterator[Expression]:
    for effect in effects:
        yield effect.expression


def _optional(expression: Expression | None) -> Iterator[Expression]:
    if expression is not None:
        yield expression


def _written(text: Written | None) -> Iterator[Expression]:
    if text is not None:
        yield from text.inserts
