"""What was recorded of a class as xAPI statements, for a learning record store.

A statement's id is made from its session and its place in it, so that what is sent twice is there once. As in the
results themselves there is no name in it, no host and no hour. What was typed stays behind unless it is asked for.
Votes of a class, steps back and exercises passed over have no statement: xAPI's own verbs have no word for them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import NAMESPACE_URL, UUID, uuid5

from sidelight.exporting.activities import AND, BASE, EXTENSIONS, Activities, Activity, paired
from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.placing import chapter_of
from sidelight.model.story import Story
from sidelight.teaching.events import Answered, Chose, Ended, Event, Opened, Session, Skipped, Voted, WentBack
from sidelight.teaching.report.gathering import Recorded

Statement: TypeAlias = dict[str, Any]

LEARNERS = f"{BASE}/learners"
"""Whose code names they are, unless it is said: two classes may each have an otter-17."""
_VERBS = "http://adlnet.gov/expapi/verbs"
_IDS = uuid5(NAMESPACE_URL, BASE)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
_TYPED = (ExerciseKind.SHORT, ExerciseKind.WRITE)


@dataclass(frozen=True)
class Wanted:
    """How much is told: whose code names they are, what was typed, and every note that was opened."""

    learners: str = LEARNERS
    text: bool = False
    notes: bool = False


class Statements:
    """Makes the statements of sessions of one story."""

    def __init__(self, story: Story, wanted: Wanted | None = None) -> None:
        self._story = story
        self._wanted = wanted or Wanted()
        self._about = Activities(story)

    def of(self, recorded: Recorded) -> Iterator[Statement]:
        """The statements of a session."""
        session = recorded.session
        yield self._statement(session, "0", "initialized", self._played(session))
        for place, event in enumerate(recorded.events, 1):
            yield from self._of_event(session, str(place), event)

    def _of_event(self, session: Session, place: str, event: Event) -> Iterator[Statement]:
        match event:
            case Chose(step, _, seconds, opened):
                scene, _, choice = self._about.side(step).partition("/")
                result = {"duration": f"PT{seconds}S", **self._extensions(opened)}
                if _ID.fullmatch(choice):
                    result["response"] = choice
                yield self._statement(session, place, "answered", self._about.of_choice(scene), result)
            case Answered():
                about = self._about.of_exercise(event.exercise, event.rev)
                within = self._within(event.exercise)
                yield self._statement(session, place, "answered", about, self._answer(event), within)
            case Opened(aside, scene) if self._wanted.notes and aside in self._story.asides:
                within = self._about.of_choice(scene)
                yield self._statement(session, place, "experienced", self._about.of_aside(aside), within=within)
            case Ended(ending, _, seconds):
                ended = self._about.of_ending(ending) if ending else self._played(session)
                result = {"completion": True, "duration": f"PT{seconds}S"}
                yield self._statement(session, place, "completed", ended, result)
                yield self._statement(session, place, "terminated", self._played(session))
            case Session() | WentBack() | Opened() | Skipped() | Voted():
                return

    def _statement(
        self,
        session: Session,
        place: str,
        verb: str,
        about: Activity,
        result: dict[str, Any] | None = None,
        within: Activity | None = None,
    ) -> Statement:
        parents = {} if within is None else {"parent": [{"id": within["id"]}]}
        context: dict[str, Any] = {
            "registration": _registration(session),
            "contextActivities": {**parents, "grouping": [{"id": self._about.name()}]},
            "platform": "Sidelight",
            "revision": session.version or "0",
        }
        return {
            "id": str(uuid5(_IDS, f"{session.id}/{place}/{verb}")),
            "actor": {
                "objectType": "Agent",
                "account": {"homePage": self._wanted.learners, "name": session.code},
            },
            "verb": {"id": f"{_VERBS}/{verb}", "display": {"en": verb}},
            "object": about,
            **({} if result is None else {"result": result}),
            "context": context,
            **_timestamp(session),
        }

    def _played(self, session: Session) -> Activity:
        return self._about.of_chapter(session.chapter) if session.chapter else self._about.of_story()

    def _within(self, id_: str) -> Activity | None:
        """The chapter of an exercise."""
        exercise = self._story.exercises.get(id_)
        chapter = None if exercise is None else chapter_of(exercise, self._story)
        return None if chapter is None else self._about.of_chapter(chapter)

    def _answer(self, event: Answered) -> dict[str, Any]:
        exercise = self._story.exercises.get(event.exercise)
        told: dict[str, Any] = {"attempt": event.attempt, "hints": event.hints}
        if event.confidence:
            told["confidence"] = event.confidence
        result: dict[str, Any] = {"duration": f"PT{event.seconds}S"}
        if event.score is not None:
            result |= {"score": {"scaled": event.score}, "success": event.score == 1}
        if exercise is not None and exercise.rev == event.rev:
            typed = exercise.kind in _TYPED
            if typed and not self._wanted.text:
                told["characters"] = sum(map(len, event.response))
            elif response := " ".join(event.response) if typed else _response(exercise, event, self._story):
                result["response"] = response
        return {**result, **self._extensions(event.opened, **told)}

    def _extensions(self, opened: tuple[str, ...], **told: Any) -> dict[str, Any]:
        """What xAPI has no field for; of the notes only those that are in the story."""
        known = [aside for aside in opened if aside in self._story.asides]
        return {"extensions": {f"{EXTENSIONS}/{name}": value for name, value in {**told, "notes": known}.items()}}


def _response(exercise: Exercise, event: Answered, story: Story) -> str:
    """An answer by its ids; whatever is none of the exercise's own is left out."""
    first = event.response[0] if event.response else ""
    match exercise.kind:
        case ExerciseKind.PICK | ExerciseKind.PICK_MANY | ExerciseKind.ORDER:
            ids = {option.id for option in exercise.options} | {item.id for item in exercise.items}
            return AND.join(dict.fromkeys(each for each in event.response if each in ids))
        case ExerciseKind.MATCH:
            return paired(exercise, zip(exercise.items, event.response, strict=False), story)
        case ExerciseKind.NUMBER:
            return first if re.fullmatch(r"-?[0-9]{1,15}", first) else ""
        case ExerciseKind.RATE:
            return first if first in map(str, range(1, len(exercise.scale) + 1)) else ""
        case ExerciseKind.SHORT | ExerciseKind.WRITE:
            return ""


def _registration(session: Session) -> str:
    """The UUID of a playthrough: its session's, or one made from whatever stands in its place."""
    try:
        return str(UUID(session.id))
    except ValueError:
        return str(uuid5(_IDS, session.id))


def _timestamp(session: Session) -> dict[str, str]:
    """The beginning of its day; no hour is known."""
    try:
        return {"timestamp": f"{date.fromisoformat(session.day).isoformat()}T00:00:00Z"}
    except ValueError:
        return {}
