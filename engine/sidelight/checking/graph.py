"""Scenes and the choices between them, whatever their conditions: what has no way in, and what no way on."""

from collections.abc import Iterator

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic, Note
from sidelight.model.story import Choice, Scene, Story


def check_graph(story: Story) -> Iterator[Diagnostic]:
    """Scenes without a way on, and scenes without a way in."""
    yield from _no_way_on(story)
    yield from _unreachable(story)


def _no_way_on(story: Story) -> Iterator[Diagnostic]:
    for scene in story.scenes.values():
        if scene.ending is None and not story.choices_at(scene):
            yield catalogue.NO_WAY_ON.at(
                scene.span,
                f'"{scene.id}" has nothing to choose, and is not an ending',
                help="give it `choices:`, or `ending: {title: ...}` if the story ends here",
            )


def _unreachable(story: Story) -> Iterator[Diagnostic]:
    ways_in = _ways_in(story)
    reached = led_to(story)
    for scene in story.scenes.values():
        if scene.id in reached:
            continue
        message = f'no choice leads to "{scene.id}"'
        notes: tuple[Note, ...] = ()
        if choice := ways_in.get(scene.id):
            message = f'"{scene.id}" is only reached from scenes that nothing leads to'
            notes = (Note(f'for example from "{choice.scene}"', choice.span),)
        yield catalogue.UNREACHABLE_SCENE.at(
            scene.span, message, *notes, help="lead to it with a choice's `to`, offer it somewhere, or take it out"
        )


def led_to(story: Story) -> set[str]:
    """The scenes that choices lead to, whatever their conditions, from the start or a chapter's beginning."""
    reached: set[str] = set()
    waiting = [story.start, *(chapter.begins for chapter in story.chapters.values())]
    while waiting:
        scene = story.scenes.get(waiting.pop())
        if scene is not None and scene.id not in reached:
            reached.add(scene.id)
            waiting.extend(_targets(story, scene))
    return reached


def _targets(story: Story, scene: Scene) -> Iterator[str]:
    for choice in story.choices_at(scene):
        for target in choice.targets:
            yield target.scene


def _ways_in(story: Story) -> dict[str, Choice]:
    """For each scene a choice of another scene that leads to it."""
    return {
        target.scene: choice
        for scene in story.scenes.values()
        for choice in story.choices_at(scene)
        for target in choice.targets
        if target.scene != scene.id
    }
