"""Which exercises are met where a playthrough stands. None is ever met just after a quiet scene."""

from collections.abc import Iterator
from typing import NamedTuple

from sidelight.model.exercises import Exercise, Phase
from sidelight.model.placing import chapter_of
from sidelight.model.story import Scene
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough


class Due(NamedTuple):
    """The exercises met now, in their order: before the page is shown, and below it, where it is an ending."""

    before: tuple[Exercise, ...] = ()
    below: tuple[Exercise, ...] = ()


def due(playthrough: Playthrough, notebook: Notebook) -> Due:
    """The exercises of this scene's edge that have been neither answered nor passed over, or not to the end.

    After a scene come those placed after it, then those of the chapter that has been left, then what is to be
    predicted of the chapter that begins.
    """
    rules = playthrough.rules
    left = None if playthrough.last is None else rules.scene(playthrough.last.before)
    met = notebook.met - _half_answered(playthrough, notebook)
    exercises = [each for each in rules.story.exercises.values() if each.id not in met]
    return Due(
        tuple(_before(exercises, left, playthrough.scene)),
        tuple(_below(exercises, playthrough.scene)),
    )


def _half_answered(playthrough: Playthrough, notebook: Notebook) -> set[str]:
    """The exercise the reader was at as she left, if a try at it was left to her."""
    answers, exercises = notebook.last_answers, playthrough.rules.story.exercises
    if not answers or answers[-1].at != playthrough.length or answers[-1].exercise not in exercises:
        return set()
    from sidelight.teaching.tries import standing  # noqa: PLC0415 - the first page is shown without it

    tries = standing(exercises[answers[-1].exercise], notebook, playthrough.rules.story.grades)
    return {answers[-1].exercise} if tries else set()


def left(playthrough: Playthrough, notebook: Notebook) -> tuple[Exercise, ...]:
    """The exercises of the chapters come through that have been neither answered nor passed over.

    Those that are met below the page are not among them.
    """
    rules = playthrough.rules
    scenes = (rules.story.scenes[step.choice.scene] for step in playthrough.steps())
    chapters = {scene.chapter for scene in (*scenes, playthrough.scene) if scene is not None}
    elsewhere = notebook.met | {each.id for each in due(playthrough, notebook).below}
    exercises = rules.story.exercises.values()
    return tuple(
        each for each in exercises if each.id not in elsewhere and chapter_of(each, rules.story) in chapters
    )


def _before(exercises: list[Exercise], left: Scene | None, here: Scene | None) -> Iterator[Exercise]:
    if left is not None and left.quiet:
        return
    from_chapter, to_chapter = (None if scene is None else scene.chapter for scene in (left, here))
    if left is not None:
        yield from (each for each in exercises if each.after == left.id)
    if from_chapter != to_chapter:
        yield from _closing(exercises, from_chapter)
        yield from (each for each in exercises if each.phase is Phase.PREDICT and _of(each, to_chapter))


def _below(exercises: list[Exercise], here: Scene | None) -> Iterator[Exercise]:
    if here is not None and here.ending is not None and not here.quiet:
        yield from (each for each in exercises if each.after == here.id)
        yield from _closing(exercises, here.chapter)


def _closing(exercises: list[Exercise], chapter: str | None) -> Iterator[Exercise]:
    return (each for each in exercises if each.phase is not Phase.PREDICT and _of(each, chapter))


def _of(exercise: Exercise, chapter: str | None) -> bool:
    return chapter is not None and exercise.chapter == chapter
