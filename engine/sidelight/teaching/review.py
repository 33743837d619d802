"""The exercises to look back on: those of the chapters a reader has reached, with what she answered at first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sidelight.model.exercises import Exercise
from sidelight.model.placing import chapter_of
from sidelight.model.story import Choice, Story
from sidelight.play.notebook import Answered
from sidelight.play.replay import earlier_ids
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.words import number_of
from sidelight.teaching.marking import mark
from sidelight.teaching.questions import Question, question
from sidelight.text.prose import Paragraph, plain_words, shortened

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
    """The exercises of a chapter; `later` are those that wait for their scene or for its end."""

    title: str
    lines: tuple[ReviewLine, ...]
    later: int = 0


def review(sitting: Sitting) -> tuple[ReviewChapter, ...]:
    """The exercises of every chapter reached in any play, in the story's order.

    A first answer can be given once, so none is told before the reader could have met it.
    """
    story = sitting.playthrough.rules.story
    now = earlier_ids(story)
    seen = {now.get(scene, scene) for scene in sitting.shelf.scenes}
    seen |= {step.choice.scene for step in sitting.playthrough.steps()} | {sitting.page.scene}
    reached = {scene.chapter for scene in story.scenes.values() if scene.id in seen}
    left = seen - {sitting.page.scene}
    over = _chapters_over(sitting, now)
    here = None if sitting.playthrough.scene is None or sitting.page.over else sitting.playthrough.scene
    chapters: list[ReviewChapter] = []
    number = 0
    for id_, title in _chapters(story):
        every = [each for each in story.exercises.values() if chapter_of(each, story) == id_]
        reading = here is not None and here.chapter == id_
        told = [
            each
            for each in every
            if each.id in sitting.notebook.met
            or each.after in left
            or (id_ in over and not (reading and _is_met_on_the_way(each)))
        ]
        if every and id_ in reached:
            lines = tuple(_line(at, each, sitting) for at, each in enumerate(told, number + 1))
            chapters.append(ReviewChapter(title, lines, len(every) - len(told)))
            number += len(lines)
    return tuple(chapters)


def chosen(sitting: Sitting, typed: str) -> Exercise | None:
    """The exercise of a number, if there is such a number among those to look back on."""
    lines = (line for chapter in review(sitting) for line in chapter.lines)
    return next((line.exercise for line in lines if typed == str(line.number)), None)


def later_line(chapter: ReviewChapter) -> str:
    """What is said of the exercises a chapter still has in store."""
    if not chapter.later:
        return ""
    waiting = f"{chapter.later} more" if chapter.lines else number_of(chapter.later, "question")
    return f"{waiting.capitalize()} {'waits' if chapter.later == 1 else 'wait'} in this chapter."


def _chapters(story: Story) -> Iterator[tuple[str | None, str]]:
    yield from ((chapter.id, chapter.title) for chapter in story.chapters.values())
    yield None, story.title


def _chapters_over(sitting: Sitting, now: Mapping[str, str]) -> set[str | None]:
    """The chapters that were read to an end, or left for another, in any play."""
    rules = sitting.playthrough.rules
    story = rules.story
    steps: set[str] = set()
    for step in sitting.shelf.taken:
        scene, _, choice = step.rpartition("/")
        steps.add(f"{now.get(scene, scene)}/{choice}")
    endings = {now.get(scene, scene) for scene in sitting.shelf.endings} | {sitting.page.scene}
    ways = (tuple(map(rules.scene, (step.before, step.after))) for step in sitting.playthrough.steps())
    really_left = {
        before.chapter
        for before, after in ways
        if before is not None and (after is None or after.chapter != before.chapter)
    }
    return really_left | {
        scene.chapter
        for scene in story.scenes.values()
        if (scene.ending is not None and scene.id in endings)
        or any(choice.step in steps and _leads_out(choice, story) for choice in story.choices_at(scene))
    }


def _is_met_on_the_way(exercise: Exercise) -> bool:
    return exercise.after is not None or exercise.chapter is not None


def _leads_out(choice: Choice, story: Story) -> bool:
    """Whether a choice leaves its chapter wherever it leads: of another play it is not known where it led."""
    chapter = story.scenes[choice.scene].chapter
    return all(story.scenes[target.scene].chapter != chapter for target in choice.targets)


def _line(number: int, exercise: Exercise, sitting: Sitting) -> ReviewLine:
    story = sitting.playthrough.rules.story
    asked = question(exercise, story, sitting.seed)
    answers = sitting.notebook.answers(exercise.id)
    if answers:
        stands = _how_it_stands(asked, answers[0], story)
        first = shortened(asked.in_words(answers[0].response), _LONGEST)
        return ReviewLine(number, exercise, _beginning(asked), stands, first)
    stands = "Passed over." if exercise.id in sitting.notebook.met else "Not answered in this play."
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
    return shortened(words, _LONGEST)
