"""The exercises to look back on: those of the chapters a reader has reached, with what she answered at first."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

from sidelight.model.exercises import Exercise
from sidelight.model.placing import chapter_of
from sidelight.model.story import Story
from sidelight.play.notebook import Answered, Notebook
from sidelight.play.replay import earlier_ids
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.words import number_of
from sidelight.teaching.marking import mark
from sidelight.teaching.questions import Question, question
from sidelight.text.prose import Paragraph, plain_words

_LONGEST = 90
"""Letters by which a question or an answer is known again."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """An exercise by its number in the list: how it begins, how it stands, and how the first answer begins."""

    number: int
    exercise: Exercise
    asks: str
    stands: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class ReviewChapter:
    """The exercises of a chapter; `later` are those still to be met in it, of which nothing is told yet."""

    title: str
    lines: tuple[ReviewLine, ...]
    later: int = 0


def review(sitting: Sitting) -> tuple[ReviewChapter, ...]:
    """The exercises of every chapter reached in any play, in the story's order."""
    story = sitting.playthrough.rules.story
    now = earlier_ids(story)
    seen = {now.get(scene, scene) for scene in sitting.shelf.scenes}
    seen |= {step.choice.scene for step in sitting.playthrough.steps()} | {sitting.page.scene}
    reached = {scene.chapter for scene in story.scenes.values() if scene.id in seen}
    left = seen - {sitting.page.scene}
    here = None if sitting.page.over or sitting.page.chapter is None else sitting.page.chapter.id
    chapters: list[ReviewChapter] = []
    number = 0
    for id_, title in _chapters(story):
        every = [each for each in story.exercises.values() if chapter_of(each, story) == id_]
        kept_back = [each for each in every if id_ == here and _is_to_come(each, sitting.notebook, left)]
        told = [each for each in every if each not in kept_back]
        if every and id_ in reached:
            lines = tuple(_line(at, each, sitting) for at, each in enumerate(told, number + 1))
            chapters.append(ReviewChapter(title, lines, len(kept_back)))
            number += len(lines)
    return tuple(chapters)


def chosen(sitting: Sitting, typed: str) -> Exercise | None:
    """The exercise of a number, if there is such a number among those to look back on."""
    lines = (line for chapter in review(sitting) for line in chapter.lines)
    return next((line.exercise for line in lines if typed == str(line.number)), None)


def later_line(chapter: ReviewChapter) -> str:
    """What is said of the exercises a chapter still has in store."""
    return f"{number_of(chapter.later, 'question').capitalize()} still to be met here." if chapter.later else ""


def _chapters(story: Story) -> Iterator[tuple[str | None, str]]:
    yield from ((chapter.id, chapter.title) for chapter in story.chapters.values())
    yield None, story.title


def _is_to_come(exercise: Exercise, notebook: Notebook, left: set[str]) -> bool:
    """Whether the reader may still meet it on her way through the chapter she is in."""
    if exercise.id in notebook.met:
        return False
    return exercise.chapter is not None or (exercise.after is not None and exercise.after not in left)


def _line(number: int, exercise: Exercise, sitting: Sitting) -> ReviewLine:
    story = sitting.playthrough.rules.story
    asked = question(exercise, story, sitting.seed)
    answers = sitting.notebook.answers(exercise.id)
    if answers:
        stands = _how_it_stands(asked, answers[0], story)
        first = shorten(asked.in_words(answers[0].response), _LONGEST, placeholder="…")
        return ReviewLine(number, exercise, _beginning(asked), stands, first)
    stands = "Passed over." if exercise.id in sitting.notebook.met else "Not answered yet."
    return ReviewLine(number, exercise, _beginning(asked), stands)


def _how_it_stands(asked: Question, first: Answered, story: Story) -> str:
    found = mark(asked.exercise, first.response, story.grades)
    if found.score is None:
        return "Answered."
    if found.right:
        return "Right at first."
    return "Partly right at first." if found.score else "Not right at first."


def _beginning(asked: Question) -> str:
    """How the question begins: as much of it as makes it known again."""
    words = " ".join(plain_words(block.content) for block in asked.prompt if isinstance(block, Paragraph))
    return shorten(words, _LONGEST, placeholder="…")
