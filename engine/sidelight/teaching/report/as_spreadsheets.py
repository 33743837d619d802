"""A report as files for a spreadsheet. No cell of theirs can be taken for a formula."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from sidelight.errors import FileError
from sidelight.model.story import Story
from sidelight.teaching.report import figures
from sidelight.teaching.report.asked import FREE_TEXT
from sidelight.teaching.report.gathering import Learner
from sidelight.teaching.report.learning import Done
from sidelight.teaching.report.rows import ResponseRow, SessionRow, What, response_row, session_row
from sidelight.teaching.report.sheet import Share
from sidelight.teaching.report.tally import LearnerRow, Tally

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GUARD = "'"


class Writer(Protocol):
    """What writes a row of CSV."""

    def writerow(self, row: Iterable[object], /) -> object:
        """Write it."""


class Spreadsheets:
    """The files in a new folder, written while the class is counted. Use it in a `with` statement."""

    def __init__(self, folder: Path, story: Story, *, excel: bool, with_text: bool) -> None:
        self._folder = folder
        self._story = story
        self._encoding = "utf-8-sig" if excel else "utf-8"
        self._with_text = with_text
        self._open = ExitStack()

    def __enter__(self) -> Self:
        with self._writing():
            self._folder.mkdir(parents=True, exist_ok=True)
            if any(self._folder.glob("*.csv")):
                raise FileError(
                    f"there are spreadsheets in {self._folder} already", "name a new folder with --csv"
                )
            self._responses = self._begin("responses", ResponseRow._fields)
            self._sessions = self._begin("sessions", SessionRow._fields)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        with suppress(OSError):  # all is closed when it is finished; here something has gone wrong already
            self._open.close()

    def add(self, learner: Learner, done: Done) -> None:
        """Write what one learner did."""
        with self._writing():
            self._add(learner, done)

    def finish(self, tally: Tally) -> None:
        """Write the figures of the whole class."""
        with self._writing():
            self._finish(tally)
            self._open.close()

    def _add(self, learner: Learner, done: Done) -> None:
        for recorded, played in zip(learner.sessions, done.sessions, strict=True):
            self._sessions.writerow(_cells(session_row(played)))
            for event in recorded.events:
                if (row := response_row(recorded.session, event)) is not None:
                    self._responses.writerow(_cells(self._told(row)))

    def _finish(self, tally: Tally) -> None:
        rows: Mapping[str, tuple[tuple[str, ...], Iterable[Iterable[object]]]] = {
            "questions": (figures.QuestionRow._fields, figures.questions(tally)),
            "answers": (figures.AnswerRow._fields, figures.answers(tally)),
            "choices": (figures.ChoiceRow._fields, figures.choices(tally)),
            "endings": (figures.EndingRow._fields, figures.endings(tally)),
            "pupils": (LearnerRow._fields, sorted(tally.rows)),
        }
        for name, (columns, written) in rows.items():
            writer = self._begin(name, columns)
            for row in written:
                writer.writerow(_cells(row))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FileError(
                f"cannot write in {self._folder}: {error.strerror or error}", "name another folder with --csv"
            ) from error

    def _told(self, row: ResponseRow) -> ResponseRow:
        """A row without what was typed, unless that is asked for."""
        if row.what is not What.ANSWER or self._with_text:
            return row
        exercise = self._story.exercises.get(row.item)
        if exercise is not None and exercise.kind not in FREE_TEXT:
            return row
        return row._replace(response=f"{len(row.response)} characters")

    def _begin(self, name: str, columns: Iterable[str]) -> Writer:
        path = self._folder / f"{name}.csv"
        file = self._open.enter_context(path.open("x", encoding=self._encoding, newline=""))
        writer = csv.writer(file)
        writer.writerow(columns)
        return writer


def _cells(row: Iterable[object]) -> list[object]:
    return [_cell(value) for value in row]


def _cell(value: object) -> object:
    match value:
        case str():
            return safe(value)
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Share(part, of):
            return round(part / of, 3) if value.is_told else ""
        case tuple():
            return safe("; ".join(_in_a_list(each) for each in value))
        case _:
            return value


def _in_a_list(value: object) -> str:
    return ": ".join(map(str, value)) if isinstance(value, tuple) and not isinstance(value, Share) else str(value)


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"{_GUARD}{text}" if text.startswith(_FORMULA) else text
