"""Which chapter an exercise belongs to, wherever it is met."""

from collections.abc import Iterator

from sidelight.model.exercises import Exercise
from sidelight.model.story import Story


def chapter_of(exercise: Exercise, story: Story) -> str | None:
    """The chapter it ends, or that of the scene it follows, or else that of the file it is written in."""
    if exercise.chapter is not None:
        return exercise.chapter
    scene = None if exercise.after is None else story.scenes.get(exercise.after)
    return exercise.file_chapter if scene is None else scene.chapter


def exercises_of(chapter: str, story: Story) -> Iterator[Exercise]:
    """A chapter's exercises, as written: those met in it, at its end, and in review only."""
    return (each for each in story.exercises.values() if chapter == chapter_of(each, story))
