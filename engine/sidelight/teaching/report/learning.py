"""What one learner did, from all that was recorded of her: her first decisions, her answers, her sessions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sidelight.teaching.events import Answered, Chose, Ended, Opened, Session, Skipped, Voted, WentBack
from sidelight.teaching.notice import CODE_OF_VOTES
from sidelight.teaching.report.gathering import Learner, Recorded


@dataclass(frozen=True, slots=True)
class Played:
    """One session, summed up."""

    session: Session
    ending: str | None
    """The first that was reached: a scene, or “” for the close of a chapter alone; None if none was."""
    route: tuple[str, ...]
    """The steps that led to the ending, or as far as it went."""
    seconds: int
    votes: tuple[Voted, ...]

    @property
    def is_vote(self) -> bool:
        """Whether a class played this together, by hands."""
        return bool(self.votes) or self.session.code == CODE_OF_VOTES


@dataclass(frozen=True, slots=True)
class Done:
    """What a learner did, her sessions taken together. Steps that were decided by a vote are not hers."""

    code: str
    sessions: tuple[Played, ...]
    decisions: Mapping[str, Chose] = field(default_factory=dict)
    """The first choice that was taken in each scene."""
    answers: Mapping[str, tuple[Answered, ...]] = field(default_factory=dict)
    """Of each exercise, in the order given."""
    skipped: Mapping[str, int] = field(default_factory=dict)
    """The exercises that were passed over and never answered, with the revision they had."""
    opened: frozenset[str] = frozenset()
    """The notes that were opened."""


def sum_up(learner: Learner) -> Done:
    """What a learner did."""
    decisions: dict[str, Chose] = {}
    answers: dict[str, list[Answered]] = {}
    skipped: dict[str, int] = {}
    opened: set[str] = set()
    sessions = tuple(map(_played, learner.sessions))
    for recorded, played in zip(learner.sessions, sessions, strict=True):
        if played.is_vote:
            continue
        for event in recorded.events:
            match event:
                case Chose(step):
                    decisions.setdefault(scene_of(step), event)
                case Answered(exercise):
                    answers.setdefault(exercise, []).append(event)
                case Skipped(exercise, rev):
                    skipped.setdefault(exercise, rev)
                case Opened(aside):
                    opened.add(aside)
                case _:
                    pass
    return Done(
        learner.code,
        sessions,
        decisions,
        {exercise: tuple(given) for exercise, given in answers.items()},
        {exercise: rev for exercise, rev in skipped.items() if exercise not in answers},
        frozenset(opened),
    )


def _played(recorded: Recorded) -> Played:
    ending: str | None = None
    route: list[str] = []
    votes: list[Voted] = []
    spent = told = 0
    for event in recorded.events:
        match event:
            case Chose(step, at, seconds):
                spent += seconds
                if ending is None:
                    route[at:] = [step]
            case Answered():
                spent += event.seconds
            case WentBack(at) if ending is None:
                del route[at:]
            case Ended(scene, _, seconds):
                told = max(told, seconds)
                ending = scene if ending is None else ending
            case Voted():
                votes.append(event)
            case _:
                pass
    return Played(recorded.session, ending, tuple(route), max(spent, told), tuple(votes))


def scene_of(step: str) -> str:
    """The scene of a step."""
    return step.partition("/")[0]


def first_of(answers: Iterable[Answered]) -> Answered | None:
    """The first answer, which is what counts; None if the file has lost it."""
    first = next(iter(answers), None)
    return first if first is not None and first.attempt <= 1 else None


def best_of(answers: Iterable[Answered]) -> Answered | None:
    """The best answer, and of several the first."""
    return max(answers, key=lambda answer: answer.score or 0, default=None)
