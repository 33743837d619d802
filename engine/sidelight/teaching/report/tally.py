"""A class counted, one learner at a time: what is held grows with the story, and by a row for each learner."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sidelight.model.exercises import Exercise, ExerciseKind, Phase
from sidelight.teaching.events import Answered, Voted
from sidelight.teaching.marking import Part, mark
from sidelight.teaching.report.learning import Done, Played, best_of, first_of, scene_of
from sidelight.teaching.report.wording import Wording

FREE_TEXT = (ExerciseKind.SHORT, ExerciseKind.WRITE)
"""What is typed in these is a pupil's own; it is told only where it is asked for."""
_NUMBER = re.compile(r"-?[0-9]{1,12}")


@dataclass(slots=True)
class Side:
    """Those who first took one choice of a scene, and how many of them had opened a note there before."""

    taken: int = 0
    opened: int = 0


@dataclass(slots=True)
class Asked:
    """One exercise as it was answered."""

    learners: int = 0
    right: int = 0
    """Whose first answer was right, with no hint before it."""
    hinted: int = 0
    hinted_right: int = 0
    skipped: int = 0
    other_revision: int = 0
    """Those who met it in another revision; they are counted nowhere else."""
    seconds: Counter[int] = field(default_factory=Counter)
    confidence_when_wrong: Counter[int] = field(default_factory=Counter)
    given: Counter[tuple[str, str]] = field(default_factory=Counter)
    """What was given, by the part of the exercise."""
    parts: int = 0
    too_much: int = 0
    """Parts in which more was trusted than stands, or picked than is right."""
    too_little: int = 0
    """Parts in which what stands was doubted, or what is right was not picked."""


@dataclass(slots=True)
class Reached:
    """One ending as it was reached."""

    sessions: int = 0
    seconds: Counter[int] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    """In how many of the sessions a step was taken."""
    places: Counter[str] = field(default_factory=Counter)
    """After how many steps it was taken, added up."""


class LearnerRow(NamedTuple):
    """One learner, for her teacher."""

    learner: str
    sessions: int
    steps: int
    endings: tuple[str, ...]
    first_try_right: int
    scored: int
    skipped: int
    minutes: int
    notes_opened: int


class Pair(NamedTuple):
    """An exercise that asks for a prediction, and one that asks the same again; if there is none, itself."""

    before: str
    after: str


class Tally:
    """What a class did, as far as it has been counted. With `best`, the best answer counts, not the first."""

    def __init__(self, wording: Wording, *, best: bool = False) -> None:
        self.wording = wording
        self.best = best
        self.learners = 0
        self.sessions = 0
        self.days: Counter[str] = Counter()
        self.editions: Counter[str] = Counter()
        self.chapters: Counter[str] = Counter()
        self.seconds: Counter[int] = Counter()
        self.unended = 0
        self.reached: defaultdict[tuple[str, str], Reached] = defaultdict(Reached)
        """By ending, and by the chapter that was played alone if it was its close."""
        self.decided: defaultdict[str, defaultdict[str, Side]] = defaultdict(lambda: defaultdict(Side))
        """By scene and step."""
        self.returned: Counter[str] = Counter()
        """How many took a choice in a scene more than once in one play."""
        self.asked: defaultdict[str, Asked] = defaultdict(Asked)
        self.changed = {pair: [0, 0] for pair in _pairs(wording)}
        """Of those who answered both of a pair: how many, and how many another way."""
        self.rows: list[LearnerRow] = []
        self.votes: list[tuple[Played, tuple[Voted, ...]]] = []

    @property
    def chapter(self) -> str:
        """The chapter that all of them played alone, or nothing."""
        return next(iter(self.chapters)) if len(self.chapters) == 1 else ""

    def is_crossroads(self, scene: str) -> bool:
        """Whether half came back to take another way: they chose an order there, and not a side."""
        return self.returned[scene] * 2 >= sum(side.taken for side in self.decided[scene].values())

    def add(self, done: Done) -> None:
        """Count one learner."""
        self.votes += [(played, played.votes) for played in done.sessions if played.is_vote]
        own = [played for played in done.sessions if not played.is_vote]
        if not own:
            return
        self.learners += 1
        for played in own:
            self._add_session(played)
        for chose in done.decisions.values():
            step = self.wording.side(chose.step)
            if self.wording.is_decision(step):
                side = self.decided[scene_of(step)][step]
                side.taken += 1
                side.opened += bool(chose.opened)
        self.returned.update({scene for played in own for scene in self._returned_to(played)})
        right, scored = self._add_answers(done)
        for pair, counts in self.changed.items():
            if (both := _both(done, pair)) is not None:
                counts[0] += 1
                counts[1] += both[0].response != both[1].response
        endings = [
            self.wording.ending(
                self.wording.scene_now(played.ending), "" if self.chapter else played.session.chapter
            )
            for played in own
            if played.ending is not None
        ]
        steps, seconds = sum(len(played.route) for played in own), sum(played.seconds for played in own)
        self.rows.append(
            LearnerRow(
                *(done.code, len(own), steps, tuple(endings)),
                *(right, scored, len(done.skipped), round(seconds / 60), len(done.opened)),
            )
        )

    def _add_session(self, played: Played) -> None:
        session = played.session
        self.sessions += 1
        self.days[session.day] += 1
        self.editions[session.version] += 1
        self.chapters[session.chapter] += 1
        self.seconds[played.seconds] += 1
        if played.ending is None:
            self.unended += 1
            return
        key = (self.wording.scene_now(played.ending), "" if played.ending else session.chapter)
        reached = self.reached[key]
        reached.sessions += 1
        reached.seconds[played.seconds] += 1
        reached.lengths[len(played.route)] += 1
        seen: set[str] = set()
        for place, each in enumerate(played.route):
            step = self.wording.side(each)
            if step not in seen:
                seen.add(step)
                reached.steps[step] += 1
                reached.places[step] += place

    def _returned_to(self, played: Played) -> Iterator[str]:
        scenes = Counter(scene_of(self.wording.side(step)) for step in played.route)
        return (scene for scene, times in scenes.items() if times > 1)

    def _add_answers(self, done: Done) -> tuple[int, int]:
        """Count the answers of a learner. Returns how many are right and how many were marked."""
        exercises = self.wording.story.exercises
        marks: list[bool] = []
        for id_, given in done.answers.items():
            if (exercise := exercises.get(id_)) is None:
                continue
            same = tuple(answer for answer in given if answer.rev == exercise.rev)
            counted = best_of(same) if self.best else first_of(same)
            asked = self.asked[id_]
            if counted is None:
                asked.other_revision += not same
                continue
            right = self._add_answer(exercise, asked, same, counted)
            if counted.score is not None:
                marks.append(right)
        for id_, rev in done.skipped.items():
            if id_ in exercises:
                asked = self.asked[id_]
                asked.skipped += rev == exercises[id_].rev
                asked.other_revision += rev != exercises[id_].rev
        return sum(marks), len(marks)

    def _add_answer(
        self, exercise: Exercise, asked: Asked, given: tuple[Answered, ...], counted: Answered
    ) -> bool:
        unaided = self.best or not counted.hints
        right = counted.score == 1 and unaided
        asked.learners += 1
        asked.right += right
        asked.seconds[counted.seconds] += 1
        hinted = [answer for answer in given if answer.hints]
        asked.hinted += bool(hinted)
        asked.hinted_right += any(answer.score == 1 for answer in hinted)
        if counted.confidence and counted.score is not None and counted.score < 1:
            asked.confidence_when_wrong[counted.confidence] += 1
        parts = mark(exercise, counted.response, self.wording.story.grades).parts
        asked.given.update(_given(exercise, counted, parts))
        if counted.score is not None:
            asked.parts += len(parts)
            asked.too_much += sum(part.lean > 0 for part in parts)
            asked.too_little += sum(part.lean < 0 for part in parts)
        return right


def _given(exercise: Exercise, answer: Answered, parts: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.RATE:
            yield "", answer.response[0] if answer.response else ""
        case ExerciseKind.NUMBER:
            yield from (("", typed) for typed in answer.response[:1] if _NUMBER.fullmatch(typed))
        case ExerciseKind.PICK_MANY:
            yield from (("", picked) for picked in dict.fromkeys(answer.response))
        case ExerciseKind.MATCH:
            yield from ((part.id, part.given) for part in parts)
        case ExerciseKind.ORDER:
            yield "", " ".join(answer.response)
        case ExerciseKind.SHORT | ExerciseKind.WRITE:
            pass


def _pairs(wording: Wording) -> Iterator[Pair]:
    """The predictions, each with the reflection of its chapter that has the same options, if there is one."""
    for before in wording.exercises:
        if before.phase is Phase.PREDICT:
            again = (after.id for after in wording.exercises if _asks_again(wording, before, after))
            yield Pair(before.id, next(again, before.id))


def _asks_again(wording: Wording, one: Exercise, other: Exercise) -> bool:
    if other.phase is not Phase.REFLECT or one.kind is not other.kind:
        return False
    answers = _answers(one)
    same_place = wording.chapter_of(one) == wording.chapter_of(other)
    return same_place and any(answers) and answers == _answers(other)


def _answers(exercise: Exercise) -> tuple[frozenset[str], ...]:
    return (
        frozenset(option.id for option in exercise.options),
        frozenset(item.id for item in exercise.items),
        frozenset(exercise.scale),
    )


def _both(done: Done, pair: Pair) -> tuple[Answered, Answered] | None:
    """The first answer before and the last after; None unless both were given."""
    before, after = (done.answers.get(id_, ()) for id_ in pair)
    if not before or not after or (before is after and len(before) == 1):
        return None
    return before[0], after[-1]
