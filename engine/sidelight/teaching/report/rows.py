"""What was recorded, event by event and session by session, as rows of a spreadsheet."""

from enum import StrEnum
from typing import NamedTuple

from sidelight.teaching.events import Answered, Chose, Ended, Event, Opened, Session, Skipped, Voted, WentBack
from sidelight.teaching.report.learning import Played, scene_of


class What(StrEnum):
    """What a row tells of."""

    CHOICE = "choice"
    BACK = "back"
    NOTE = "note"
    ANSWER = "answer"
    SKIP = "skip"
    VOTE = "vote"
    END = "end"


class ResponseRow(NamedTuple):
    """One thing that was done. `item` is a scene, a note or an exercise; `step` counts those taken before."""

    session: str
    pupil: str
    what: What
    item: str = ""
    revision: int | None = None
    attempt: int | None = None
    response: str = ""
    score: float | None = None
    hints: int | None = None
    confidence: int | None = None
    step: int | None = None
    seconds: int | None = None
    notes_opened: str = ""


class SessionRow(NamedTuple):
    """One session. `ending` is its scene; it is empty at the close of a chapter that was played alone."""

    session: str
    pupil: str
    story: str
    version: str
    digest: str
    chapter: str
    day: str
    expires: str
    steps: int
    ended: bool
    ending: str
    seconds: int
    votes: int


def session_row(played: Played) -> SessionRow:
    """The row of a session."""
    session = played.session
    return SessionRow(
        session=session.id,
        pupil=session.code,
        story=session.story,
        version=session.version,
        digest=session.digest,
        chapter=session.chapter,
        day=session.day,
        expires=session.expires,
        steps=len(played.route),
        ended=played.ending is not None,
        ending=played.ending or "",
        seconds=played.seconds,
        votes=len(played.votes),
    )


def response_row(session: Session, event: Event) -> ResponseRow | None:  # noqa: PLR0911 - a kind of event, a row
    """The row of an event; None of a session's beginning, which has a row elsewhere."""
    who = (session.id, session.code)
    match event:
        case Session():
            return None
        case Chose(step, at, seconds, opened):
            return ResponseRow(
                *(*who, What.CHOICE, scene_of(step)),
                response=_choice(step),
                step=at,
                seconds=seconds,
                notes_opened=" ".join(opened),
            )
        case WentBack(at):
            return ResponseRow(*who, What.BACK, step=at)
        case Opened(aside, scene, at):
            return ResponseRow(*who, What.NOTE, aside, response=scene, step=at)
        case Answered():
            return ResponseRow(
                *(*who, What.ANSWER, event.exercise, event.rev, event.attempt, " ".join(event.response)),
                *(event.score, event.hints, event.confidence or None),
                seconds=event.seconds,
                notes_opened=" ".join(event.opened),
            )
        case Skipped(exercise, rev):
            return ResponseRow(*who, What.SKIP, exercise, rev)
        case Voted(counts, taken, at):
            hands = "; ".join(f"{_choice(step)} {hands}" for step, hands in counts)
            told = f"{hands}; taken: {_choice(taken)}"
            return ResponseRow(*who, What.VOTE, scene_of(taken), response=told, step=at)
        case Ended(ending, at, seconds):
            return ResponseRow(*who, What.END, ending, step=at, seconds=seconds)


def _choice(step: str) -> str:
    return step.partition("/")[2]
