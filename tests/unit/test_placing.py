"""Which chapter an exercise belongs to."""

from builders import story_of
from sidelight.model.placing import chapter_of, exercises_of

STORY = """
chapter: one
chapters: {one: {title: One, begins: a}, two: {title: Two, begins: b}}
scenes:
  a: {title: A, text: A., choices: [{say: Go, to: b}]}
  b: {title: B, text: B., chapter: two, ending: {title: End, tone: calm}}
exercises:
  beside: {kind: rate, phase: reflect, prompt: P, scale: [low, high]}
  after: {kind: rate, phase: reflect, prompt: P, scale: [low, high], after: b}
  last: {kind: rate, phase: reflect, prompt: P, scale: [low, high], chapter: two}
"""


def test_an_exercise_belongs_where_it_is_met_or_else_to_the_chapter_of_its_file() -> None:
    story = story_of(STORY)

    assert {"beside": "one", "after": "two", "last": "two"} == {
        id_: chapter_of(each, story) for id_, each in story.exercises.items()
    }
    assert ["after", "last"] == [each.id for each in exercises_of("two", story)]


def test_without_chapters_it_belongs_to_none() -> None:
    story = story_of(
        "scenes: {a: {title: A, text: A., ending: {title: A, tone: calm}}}\n"
        "exercises: {x: {kind: rate, phase: reflect, prompt: P, scale: [low, high], after: a}}\n"
    )

    assert chapter_of(story.exercises["x"], story) is None
