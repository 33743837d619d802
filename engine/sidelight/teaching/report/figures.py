"""The figures of a report: what has been counted, as rows that a page is set from and a spreadsheet holds."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.teaching.report.asked import Asked
from sidelight.teaching.report.learning import scene_of
from sidelight.teaching.report.sheet import FEWEST, Share
from sidelight.teaching.report.tally import Reached, Tally
from sidelight.teaching.report.wording import Wording, prose

_TEACH_AGAIN, _TOO_EASY = 40, 95
"""Hundredths of the class with a right first answer, below and above which a question is flagged."""
_KEY_DECISIONS = 5
_HALF = 2


class QuestionRow(NamedTuple):
    """One question. `right` is the share whose answer was right, at first unless the best counts."""

    question: str
    chapter: str
    kind: str
    phase: str
    learners: int
    right: Share | None
    after_a_hint: Share
    skipped: int
    other_revision: int
    median_seconds: int | None
    confidence_when_wrong: float | None
    """From 1 to 4, in the mean."""
    trusted_or_picked_too_much: int
    doubted_or_missed: int
    flag: str


class AnswerRow(NamedTuple):
    """One answer to a question, or to one part of it."""

    question: str
    part: str
    answer: str
    right: bool | None
    learners: int
    of: int
    why: str


class ChoiceRow(NamedTuple):
    """One choice of a scene, as the first that learners took there."""

    step: str
    scene: str
    choice: str
    taken: int
    of: int
    opened_a_note: Share


class EndingRow(NamedTuple):
    """One ending. `path` are the decisions that set those who came here most apart, with how many took them."""

    ending: str
    sessions: int
    of: int
    median_steps: int
    median_minutes: int
    path: tuple[tuple[str, str, Share], ...]


def questions(tally: Tally) -> Iterator[QuestionRow]:
    """The questions that were met, in the story's order."""
    for exercise in tally.wording.exercises:
        asked = tally.asked.get(exercise.id)
        if asked is None:
            continue
        right = Share(asked.right, asked.learners) if exercise.points else None
        sure = asked.confidence_when_wrong
        yield QuestionRow(
            question=exercise.id,
            chapter=tally.wording.chapter_of(exercise) or "",
            kind=exercise.kind,
            phase=exercise.phase,
            learners=asked.learners,
            right=right,
            after_a_hint=Share(asked.hinted_right, asked.hinted),
            skipped=asked.skipped,
            other_revision=asked.other_revision,
            median_seconds=median(asked.seconds),
            confidence_when_wrong=sum(sure.elements()) / sure.total() if sure.total() >= FEWEST else None,
            trusted_or_picked_too_much=asked.too_much,
            doubted_or_missed=asked.too_little,
            flag=_flag(right),
        )


def _flag(right: Share | None) -> str:
    if right is None or not right.is_told:
        return ""
    return "teach again" if right.percent < _TEACH_AGAIN else "too easy" if right.percent > _TOO_EASY else ""


def answers(tally: Tally) -> Iterator[AnswerRow]:
    """What was answered to each question, in its own order, the answers nobody gave among them."""
    for exercise in tally.wording.exercises:
        if (asked := tally.asked.get(exercise.id)) is not None:
            yield from answers_to(exercise, asked, tally.wording)


def answers_to(exercise: Exercise, asked: Asked, wording: Wording) -> Iterator[AnswerRow]:
    """What was answered to one question."""
    known = list(_answers(exercise, wording))
    others = sorted(asked.given.keys() - known, key=lambda given: (-asked.given[given], given))
    for part, given in (*known, *others):
        item = next((each for each in exercise.items if each.id == part), None)
        option = next((each for each in exercise.options if each.id == given), None)
        about = item if item is not None else option
        yield AnswerRow(
            exercise.id,
            "" if item is None else prose(item.text),
            wording.given(exercise, part, given),
            _is_right(exercise, part, given),
            asked.given[part, given],
            asked.learners,
            "" if about is None else prose(about.why),
        )


def _answers(exercise: Exercise, wording: Wording) -> Iterator[tuple[str, str]]:
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            yield from (("", option.id) for option in exercise.options)
        case ExerciseKind.MATCH:
            for item in exercise.items:
                yield from ((item.id, target) for target in wording.targets(exercise, item))
        case ExerciseKind.RATE:
            yield from (("", str(step)) for step in range(1, len(exercise.scale) + 1))
        case ExerciseKind.ORDER:
            yield "", " ".join(item.id for item in exercise.items)
        case ExerciseKind.NUMBER | ExerciseKind.SHORT | ExerciseKind.WRITE:
            pass


def _is_right(exercise: Exercise, part: str, given: str) -> bool | None:
    """Whether an answer is right; None where nothing is."""
    if not exercise.points:
        return None
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
            return any(option.id == given and option.right for option in exercise.options)
        case ExerciseKind.MATCH:
            return any(item.id == part and given in item.answers for item in exercise.items)
        case ExerciseKind.ORDER:
            return given == " ".join(item.id for item in exercise.items)
        case ExerciseKind.NUMBER:
            right = exercise.answer.number
            return right is not None and abs(int(given) - right) <= exercise.answer.tolerance
        case ExerciseKind.RATE | ExerciseKind.SHORT | ExerciseKind.WRITE:
            return None


def choices(tally: Tally) -> Iterator[ChoiceRow]:
    """The choices of every scene in which something was decided, in the story's order.

    One that depends on something and that nobody took is left out: it may not have been open to anybody.
    """
    wording = tally.wording
    known = [id_ for id_ in wording.scenes if id_ in tally.decided]
    for scene in (*known, *sorted(tally.decided.keys() - known)):
        sides = tally.decided[scene]
        total = sum(side.taken for side in sides.values())
        steps = dict.fromkeys((*wording.sides(scene), *sorted(sides)))
        for step in steps:
            side = sides.get(step)
            if side is None and not wording.is_open_to_all(step):
                continue
            taken, opened = (0, 0) if side is None else (side.taken, side.opened)
            title = wording.scene(scene, tally.chapter)
            yield ChoiceRow(step, title, wording.say(step), taken, total, Share(opened, taken))


def endings(tally: Tally) -> Iterator[EndingRow]:
    """The endings that were reached, the commonest first."""
    for (ending, chapter), reached in sorted(
        tally.reached.items(), key=lambda found: (-found[1].sessions, found[0])
    ):
        yield EndingRow(
            tally.wording.ending(ending, chapter),
            reached.sessions,
            tally.sessions,
            median(reached.lengths) or 0,
            round((median(reached.seconds) or 0) / 60),
            tuple(_path(tally, reached)),
        )


def _path(tally: Tally, reached: Reached) -> Iterator[tuple[str, str, Share]]:
    """The key decisions: taken by half of those who came here at least, and least by those who came elsewhere."""
    if reached.sessions < FEWEST:
        return
    wording = tally.wording
    everyone: Counter[str] = Counter()
    for each in tally.reached.values():
        everyone.update(each.steps)
    elsewhere = max(1, sum(each.sessions for each in tally.reached.values()) - reached.sessions)

    def apart(step: str) -> tuple[float, int, str]:
        others = (everyone[step] - reached.steps[step]) / elsewhere
        return reached.steps[step] / reached.sessions - others, reached.steps[step], step

    likely = [
        step
        for step, times in reached.steps.items()
        if times * _HALF >= reached.sessions
        and wording.is_decision(step)
        and not tally.is_crossroads(scene_of(step))
    ]
    chosen: dict[str, str] = {}
    for step in sorted(likely, key=apart, reverse=True):
        if len(chosen) < _KEY_DECISIONS:
            chosen.setdefault(scene_of(step), step)
    for step in sorted(chosen.values(), key=lambda step: (reached.places[step] / reached.steps[step], step)):
        share = Share(reached.steps[step], reached.sessions)
        yield wording.scene(scene_of(step), tally.chapter), wording.say(step), share


def median(counted: Counter[int]) -> int | None:
    """The middle of so many numbers, the lower of two; None of none."""
    half = (counted.total() + 1) // 2
    seen = 0
    for number in sorted(counted):
        seen += counted[number]
        if seen >= half:
            return number
    return None
