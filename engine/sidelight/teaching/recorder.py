"""The recorder: what is done in a sitting, made into events and written down as it happens."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from sidelight.errors import FileError
from sidelight.model.exercises import Exercise
from sidelight.model.story import Choice
from sidelight.play.playthrough import Playthrough
from sidelight.presenting.page import Page
from sidelight.saving.save import StoryStamp
from sidelight.teaching.events import (
    Answered,
    Chose,
    Ended,
    Event,
    Opened,
    Session,
    Skipped,
    Voted,
    WentBack,
    to_line,
)
from sidelight.teaching.lesson import Recorder
from sidelight.teaching.marking import Mark, Response
from sidelight.teaching.pace import Pace
from sidelight.teaching.results import KEPT, ResultsFile


@dataclass(frozen=True, slots=True)
class Edge:
    """What only the edge of the program knows: a new random UUID, the day, and a clock that runs on in seconds."""

    new_id: Callable[[], str]
    today: Callable[[], date]
    seconds: Callable[[], float]


class ClassRecorder(Recorder):
    """Watches a sitting, and the exercises met in it. It never stops the play: what cannot be written waits.

    So does everything until the reader has agreed to it. If she does not agree, nothing is ever written.
    """

    def __init__(self, file: ResultsFile, code: str, stamp: StoryStamp, edge: Edge) -> None:
        self._file = file
        self._code = code
        self._stamp = stamp
        self._edge = edge
        self._unwritten: list[str] = []
        self._trouble = ""
        self._had_trouble = False
        self._agreed: bool | None = None
        self._begun = False
        self._pace = Pace(edge.seconds)
        self._on_page = 0.0
        self._opened: list[str] = []
        """The notes opened since this page was shown."""
        self._asked: str | None = None
        """The exercise that is shown and not yet answered for the last time."""
        self._tries = 0
        self._on_exercise = 0.0
        self._opened_for: list[str] = []
        """The notes opened since that exercise was shown."""

    @property
    def agreed(self) -> bool | None:
        """Whether the reader has agreed; None if she has not been asked yet."""
        return self._agreed

    @property
    def begun(self) -> bool:
        """Whether a playthrough has been begun that is recorded, or is to be."""
        return self._begun and self._agreed is True

    @property
    def complete(self) -> bool:
        """Whether everything has been written."""
        return not self._unwritten

    def agree(self) -> None:
        """Write down what is done, from the page she sees now on."""
        self._agreed = True
        self._pace.go_on()
        self._flush()

    def refuse(self) -> None:
        """Write nothing down."""
        self._agreed = False
        self._unwritten.clear()

    def take_trouble(self) -> str:
        """What is to be said if something could not be written; it is said once."""
        trouble, self._trouble = self._trouble, ""
        return trouble

    def began(self, playthrough: Playthrough) -> None:
        """A playthrough is read from here. One that was left where the file ends goes on in its session."""
        found = None if self._begun else self._file.last_session()
        self._begun = True
        self._pace.begin()
        self._turn_page()
        anew = self._session(playthrough)
        if found is not None and _goes_on(*found, anew, playthrough):
            _, events = found
            self._pace.begin(sum(each.seconds for each in events if isinstance(each, Chose | Answered)))
        else:
            self._write(anew)

    def _session(self, playthrough: Playthrough) -> Session:
        today, stamp = self._edge.today(), self._stamp
        return Session(
            id=self._edge.new_id(),
            code=self._code,
            story=stamp.id,
            version=stamp.version,
            digest=stamp.digest,
            chapter=playthrough.beginning.chapter or "",
            day=today.isoformat(),
            expires=(today + KEPT).isoformat(),
        )

    def chose(self, page: Page, choice: Choice, length: int) -> None:
        """A choice was taken. Of the notes opened, those count that stand beside its page."""
        self._on_page += self._pace.lap()
        beside = {note.aside.id for note in page.notes}
        opened = tuple(aside for aside in self._opened if aside in beside)
        self._write(Chose(choice.step, length, round(self._on_page), opened))
        self._turn_page()

    def went_back(self, length: int) -> None:
        """Steps were taken back."""
        self._pace.lap()
        self._write(WentBack(length))
        self._turn_page()

    def opened(self, aside: str, scene: str, length: int) -> None:
        """A note was opened: written once for a page, and once for an exercise."""
        self._spend(self._pace.lap())
        lists = [self._opened] if self._asked is None else [self._opened, self._opened_for]
        if any(aside not in opened for opened in lists):
            self._write(Opened(aside, scene, length))
        for opened in lists:
            if aside not in opened:
                opened.append(aside)

    def ended(self, page: Page, length: int) -> None:
        """An ending was reached, or a chapter played alone was left."""
        self._write(Ended(page.scene if page.ending is not None else "", length, round(self._pace.in_all)))

    def voted(self, counts: Iterable[tuple[str, int]], taken: str, length: int) -> None:
        """A class voted by hands."""
        self._write(Voted(tuple(counts), taken, length))

    def shown(self, exercise: Exercise) -> None:
        """An exercise is shown, for the first time or again."""
        self._spend(self._pace.lap())
        self._ask(exercise.id)

    def answered(
        self, exercise: Exercise, attempt: int, response: Response, mark: Mark, hints: int, confidence: int
    ) -> None:
        """An exercise was answered; the seconds are those since it was shown, or since the attempt before."""
        self._on_exercise += self._pace.lap()
        seconds, opened = round(self._on_exercise), tuple(self._opened_for)
        self._on_exercise = 0.0
        self._write(
            Answered(
                *(exercise.id, exercise.rev, attempt, response, mark.score),
                *(hints, confidence, seconds, opened),
            )
        )
        self._tries += 1
        if mark.right or mark.score is None or self._tries >= exercise.attempts:
            self._ask(None)

    def skipped(self, exercise: Exercise) -> None:
        """An exercise was passed over."""
        self._pace.lap()
        self._write(Skipped(exercise.id, exercise.rev))
        self._ask(None)

    def leave(self) -> None:
        """Try once more to write what waits, as the program ends."""
        self._flush()

    def _turn_page(self) -> None:
        self._on_page = 0.0
        self._opened = []
        self._ask(None)

    def _ask(self, exercise: str | None) -> None:
        self._asked = exercise
        self._tries = 0
        self._on_exercise = 0.0
        self._opened_for = []

    def _spend(self, seconds: float) -> None:
        if self._asked is None:
            self._on_page += seconds
        else:
            self._on_exercise += seconds

    def _write(self, event: Event) -> None:
        if self._agreed is not False:
            self._unwritten.append(to_line(event))
            self._flush()

    def _flush(self) -> None:
        """Write what waits, line by line, so that of a full disk's remains none comes twice."""
        try:
            while self._agreed and self._unwritten:
                self._file.append(self._unwritten[0])
                self._unwritten.pop(0)
        except FileError as error:
            if not self._had_trouble:
                self._trouble = (
                    f"What you do is not recorded now: {error.message}. You can play on; it is tried again with "
                    f"every step. To mend it, {error.help}."
                )
            self._had_trouble = True


def _goes_on(session: Session, events: Iterable[Event], anew: Session, playthrough: Playthrough) -> bool:
    """Whether a playthrough is that of a session, left where its events end."""
    same = replace(anew, id=session.id, day=session.day, expires=session.expires) == session
    return same and _route(events) == [step.choice.step for step in playthrough.steps()]


def _route(events: Iterable[Event]) -> list[str]:
    """The steps that were taken and not taken back."""
    route: list[str] = []
    for event in events:
        if isinstance(event, Chose):
            route[event.at :] = [event.step]
        elif isinstance(event, WentBack):
            del route[event.at :]
    return route
