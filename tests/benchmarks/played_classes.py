"""Results such as classes leave: the bundled story played by dice, and its questions answered as pupils might."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.ladders import targets_of
from sidelight.model.story import Story
from sidelight.model.texts import marks
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules
from sidelight.saving.store import stamp
from sidelight.teaching.events import Answered, Chose, Ended, Event, Opened, Session, Skipped, WentBack, to_line
from sidelight.teaching.marking import Response, mark
from sidelight.teaching.report.wording import Wording

CLASS = 30
_DIFFERENT = 300
"""Plays that are made; in a larger class they come again, under other names."""


class Dice:
    """Numbers that look thrown and are the same each time."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 2_654_435_761 + 1

    def below(self, limit: int) -> int:
        self._state = (self._state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (self._state >> 33) % limit

    def happens(self, percent: int) -> bool:
        return self.below(100) < percent


def played(rules: Rules, seed: int, chapter: str | None = None) -> Iterator[Event]:
    """What one pupil does, from after the session's first line."""
    dice = Dice(seed)
    story = rules.story
    at = Playthrough.begin(rules, Beginning(chapter=chapter))
    seconds = 0
    while not at.ended:
        scene = at.scene
        choices = rules.open_choices(at.state)
        if scene is None or not choices:
            break
        opened = tuple(id_ for id_ in dict.fromkeys((*marks(scene.text), *scene.asides)) if dice.happens(10))
        yield from (Opened(id_, scene.id, at.length) for id_ in opened)
        choice = choices[min(dice.below(len(choices)), dice.below(len(choices)))]
        spent = 10 + dice.below(60)
        seconds += spent
        yield Chose(choice.step, at.length, spent, opened)
        before, at = at, at.choose(choice)
        if dice.happens(3):
            at = before
            yield WentBack(at.length)
        elif (left := scene.chapter) != (None if at.scene is None else at.scene.chapter):
            for event in _exercises(story, left, dice):
                seconds += event.seconds if isinstance(event, Answered) else 0
                yield event
    yield Ended("" if at.scene is None or at.scene.ending is None else at.scene.id, at.length, seconds)


def _exercises(story: Story, chapter: str | None, dice: Dice) -> Iterator[Answered | Skipped]:
    wording = Wording(story)
    for exercise in wording.exercises:
        if wording.chapter_of(exercise) != chapter:
            continue
        if dice.happens(8):
            yield Skipped(exercise.id, exercise.rev)
            continue
        for attempt in range(1, 1 + exercise.attempts):
            response = _response(story, exercise, dice)
            score = mark(exercise, response, story.grades).score
            hints = int(attempt > 1 and bool(exercise.hints))
            yield Answered(exercise.id, exercise.rev, attempt, response, score, hints, 0, 8 + dice.below(50))
            if score in (None, 1):
                break


def _response(story: Story, exercise: Exercise, dice: Dice) -> Response:
    match exercise.kind:
        case ExerciseKind.PICK:
            likely = [option.id for option in exercise.options for _ in range(1 + 2 * option.right)]
            return (likely[dice.below(len(likely))],)
        case ExerciseKind.PICK_MANY:
            return tuple(option.id for option in exercise.options if dice.happens(80 if option.right else 25))
        case ExerciseKind.MATCH:
            given = []
            for item in exercise.items:
                targets = [*targets_of(exercise, item, story.grades), *item.answers * 4]
                given.append(targets[dice.below(len(targets))])
            return tuple(given)
        case ExerciseKind.ORDER:
            order = [item.id for item in exercise.items]
            if dice.happens(50):
                place = dice.below(len(order) - 1)
                order[place], order[place + 1] = order[place + 1], order[place]
            return tuple(order)
        case ExerciseKind.NUMBER | ExerciseKind.RATE:
            return (str(1 + dice.below(4)),)
        case ExerciseKind.SHORT | ExerciseKind.WRITE:
            return ("I would ask who told them, and print the answer.",)


def write_classes(story: Story, sessions: int, folder: Path, chapter: str | None = None) -> None:
    """Write a file for each session, in a folder for each class."""
    rules = Rules(story)
    edition = stamp(story)
    plays = [
        "".join(map(to_line, played(rules, seed, chapter))) for seed in range(1, 1 + min(sessions, _DIFFERENT))
    ]
    for number, lines in zip(range(sessions), itertools.cycle(plays), strict=False):
        code = f"otter-{number % CLASS + 10}"
        where = folder / f"class-{number // CLASS:03}"
        where.mkdir(parents=True, exist_ok=True)
        session = Session(
            f"00000000-0000-4000-8000-{number:012}",
            *(code, edition.id, edition.version, edition.digest, chapter or ""),
            *("2026-11-22", "2027-02-20"),
        )
        (where / f"{code}.jsonl").write_text(to_line(session) + lines, "utf-8")
