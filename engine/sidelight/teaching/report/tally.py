"""A class counted, one learner at a time: what is held grows with the story, and by a row for each learner."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sidelight.teaching.report.asked import Asked
from sidelight.teaching.report.learning import Done, Played, best_of, first_of, scene_of
from sidelight.teaching.report.second_thoughts import both, pairs
from sidelight.teaching.report.wording import Wording


@dataclass(slots=True)
class Side:
    """Those who first took one choice of a scene, and how many of them had opened a note there before."""

    taken: int = 0
    opened: int = 0


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
        self.asked: defaultdict[str, Asked] = defaultdict(lambda: Asked(best=best))
        self.changed = {pair: [0, 0] for pair in pairs(wording)}
        """Of those who answered both of a pair: how many, and how many another way."""
        self.rows: list[LearnerRow] = []
        self.votes: list[Played] = []

    @property
    def chapter(self) -> str:
        """The chapter that all of them played alone, or nothing."""
        return next(iter(self.chapters)) if len(self.chapters) == 1 else ""

    def is_crossroads(self, scene: str) -> bool:
        """Whether half came back to take another way: they chose an order there, and not a side."""
        return self.returned[scene] * 2 >= sum(side.taken for side in self.decided[scene].values())

    def add(self, done: Done) -> None:
        """Count one learner."""
        for played in done.sessions:
            self.days[played.session.day] += 1
            self.editions[played.session.version] += 1
            self.chapters[played.session.chapter] += 1
        self.votes += [played for played in done.sessions if played.is_vote]
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
            if (answers := both(done, pair)) is not None:
                counts[0] += 1
                counts[1] += answers[0].response != answers[1].response
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
            right = asked.add(exercise, same, counted, self.wording.story.grades)
            if counted.score is not None:
                marks.append(right)
        for id_, rev in done.skipped.items():
            if id_ in exercises:
                asked = self.asked[id_]
                asked.skipped += rev == exercises[id_].rev
                asked.other_revision += rev != exercises[id_].rev
        return sum(marks), len(marks)
