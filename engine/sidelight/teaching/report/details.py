"""What comes after the class's page: every question, every choice, every ending, and each learner."""

from collections.abc import Iterator
from itertools import groupby

from sidelight.model.exercises import ExerciseKind
from sidelight.presenting.words import number_of
from sidelight.teaching.report.asked import FREE_TEXT
from sidelight.teaching.report.figures import AnswerRow, QuestionRow, answers, choices, endings, questions
from sidelight.teaching.report.learning import scene_of
from sidelight.teaching.report.sheet import FEWEST, Bar, Bars, Block, Cell, Heading, Share, Table, Words
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.wording import prose


def details(tally: Tally) -> Iterator[Block]:
    """The sheets that follow."""
    yield from _questions(tally)
    yield from _choices(tally)
    yield from _endings(tally)
    yield from _learners(tally)


def _questions(tally: Tally) -> Iterator[Block]:
    rows = tuple(questions(tally))
    if not rows:
        return
    yield Heading(1, "Questions")
    yield Words(
        ("The best answer of each pupil counts. " if tally.best else "The first answer of each pupil counts. ")
        + "It is right if all of it is, and no hint was needed. What was passed over is not wrong."
    )
    yield _every_question(rows, "best right" if tally.best else "first right")
    yield Words(
        "Seconds are the median. “Teach again” stands where under 40% were right, “too easy” where over 95% were. "
        f"–: fewer than {FEWEST}, or nothing to be right in."
    )
    others = sum(row.other_revision for row in rows)
    if others:
        yield Words(f"{number_of(others, 'answer')} to an older form of a question are left out.")
    exercises = tally.wording.story.exercises
    by_question = {id_: tuple(rows) for id_, rows in groupby(answers(tally), key=lambda row: row.question)}
    for row in rows:
        yield Heading(2, row.question)
        yield Words(prose(exercises[row.question].prompt))
        if row.trusted_or_picked_too_much or row.doubted_or_missed:
            yield Words(
                _leans(exercises[row.question].kind, row.trusted_or_picked_too_much, row.doubted_or_missed)
            )
        if exercises[row.question].kind in FREE_TEXT:
            yield Words("What was typed is in the spreadsheets, if you ask for it there.")
        yield from _distribution(by_question.get(row.question, ()))


def _every_question(rows: tuple[QuestionRow, ...], right: str) -> Table:
    columns = ["question", "pupils", right, "after hint", "skipped", "seconds", "for you"]
    cells: list[list[Cell]] = [
        [row.question, row.learners, row.right, row.after_a_hint, row.skipped, row.median_seconds, row.flag]
        for row in rows
    ]
    if any(row.confidence_when_wrong is not None for row in rows):
        columns.insert(-1, "sure of 4 when wrong")
        for row, set_ in zip(rows, cells, strict=True):
            set_.insert(-1, row.confidence_when_wrong)
    return Table("Every question that was met", tuple(columns), tuple(map(tuple, cells)))


def _leans(kind: ExerciseKind, too_much: int, too_little: int) -> str:
    if kind is ExerciseKind.PICK_MANY:
        return f"Picked and not right: {too_much}. Right and not picked: {too_little}."
    return f"Trusted too far: {too_much}. Doubted too far: {too_little}."


def _distribution(rows: tuple[AnswerRow, ...]) -> Iterator[Block]:
    for part, of_part in groupby(rows, key=lambda row: row.part):
        given = tuple(Bar(row.answer, row.learners, "right" if row.right else "") for row in of_part if row.answer)
        if any(bar.count for bar in given):
            yield Bars(part or "Pupils, by what they answered", rows[0].of, given)


def _choices(tally: Tally) -> Iterator[Block]:
    scenes = [tuple(rows) for _, rows in groupby(choices(tally), key=lambda row: scene_of(row.step))]
    if not scenes:
        return
    yield Heading(1, "Choices")
    yield Words(
        "What pupils did first in each scene. A choice may not have been open to all; one that was never taken "
        "and may have been open to nobody is left out. None is right or wrong."
    )
    for rows in scenes:
        yield Bars(
            rows[0].scene,
            rows[0].of,
            tuple(Bar(row.choice, row.taken, _opened(row.opened_a_note)) for row in rows),
        )


def _opened(share: Share) -> str:
    return f"{share} opened a note" if share.is_told else ""


def _endings(tally: Tally) -> Iterator[Block]:
    rows = tuple(endings(tally))
    if not rows:
        return
    yield Heading(1, "Endings")
    yield Table(
        "Every ending that was reached",
        ("ending", "sessions", "share", "steps", "minutes"),
        tuple(
            (row.ending, row.sessions, Share(row.sessions, row.of), row.median_steps, row.median_minutes)
            for row in rows
        ),
    )
    yield Words("Steps and minutes are the median.")
    for row in rows:
        if row.path:
            yield Heading(2, f"The way to {row.ending}")
            caption = "What set those who came here apart" if len(rows) > 1 else "What most of them did"
            bars = tuple(Bar(f"{scene} — {say}", share.part) for scene, say, share in row.path)
            yield Bars(f"{caption}, in its order", row.sessions, bars)


def _learners(tally: Tally) -> Iterator[Block]:
    if not tally.rows:
        return
    yield Heading(1, "Each pupil, for the teacher only")
    yield Table(
        "Every code name",
        ("pupil", "sessions", "steps", "minutes", "first right", "skipped", "notes", "endings"),
        tuple(
            (
                *(row.learner, row.sessions, row.steps, row.minutes),
                *(f"{row.first_try_right} of {row.scored}", row.skipped, row.notes_opened, "; ".join(row.endings)),
            )
            for row in sorted(tally.rows)
        ),
    )
