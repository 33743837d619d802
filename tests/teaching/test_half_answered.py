"""A question that is left in the middle: the tries that were spent stay spent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asked import ask, sitting_after
from builders import sitting_of, story_of
from sidelight.model.exercises import Exercise
from sidelight.play.notebook import Answered, Skipped
from sidelight.play.rules import Beginning
from sidelight.presenting.resume import resume
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.save import StoryStamp, entry_record, header, read_save
from sidelight.saving.settings import Preferences
from sidelight.saving.slot import read_slot
from sidelight.saving.store import AUTOSAVE
from sidelight.teaching.asking import Asking, Stage
from sidelight.teaching.lesson import UNRECORDED, Lesson, Recorder
from sidelight.teaching.marking import Mark, Response

WRONG, OTHER, RIGHT = ("all",), ("none",), ("some",)


def lesson_in(sitting: Sitting, recorder: Recorder = UNRECORDED) -> Lesson:
    return Lesson(sitting, Preferences(MemoryFile()), recorder)


def come_back(lesson: Lesson) -> Lesson:
    """The lesson of the same reader after the program was stopped, from what her slot holds."""
    sitting = lesson.sitting
    save = read_slot(sitting._store.file(AUTOSAVE)).save
    assert save is not None
    resumed = resume(sitting.playthrough.rules, save)
    assert resumed is not None
    again = Sitting(resumed.playthrough, resumed.notebook, sitting._store, AUTOSAVE, play=resumed.play)
    return lesson_in(again, lesson._recorder)


def sitting_where_it_is(exercise: str, **others: str) -> Sitting:
    """A sitting after the scene of a question, and of others by their ids, in the story as it is now."""
    asked = "\n".join(
        f"  {id_}: {{phase: check, after: quay, prompt: What do they show?, evidence: [GRAVES], {fields}}}"
        for id_, fields in {"pick": exercise, **others}.items()
    )
    story = story_of(
        f"""
scenes:
  quay: {{title: The quay, text: A quay., choices: [{{say: Wait, to: dusk}}]}}
  dusk: {{title: Dusk, text: It is dark., ending: {{title: Dark}}}}
sources:
  GRAVES: {{outlet: A museum, title: Graves, date: 2001-02-03, url: "https://example.org/graves"}}
exercises:
{asked}
""",
        "quay",
    )
    sitting = sitting_of(story)
    sitting.choose(sitting.page.open_offers[0].choice)
    return sitting


def due_of(lesson: Lesson) -> list[str]:
    return [each.id for each in lesson.due.before]


def test_it_is_asked_again_where_it_was_left_and_the_second_try_is_the_second() -> None:
    lesson = lesson_in(sitting_after("wait"))
    before = lesson.answer(ask(lesson, "pick"), WRONG)
    again = come_back(lesson)

    assert ["pick"] == due_of(again)
    asking = ask(again, "pick")
    assert (1, 1, before.tries) == (asking.tries_left, len(asking.tries), asking.tries)
    assert again.feedback(asking) == lesson.feedback(before)
    assert again.answer(asking, OTHER).is_settled
    assert [] == due_of(again)
    assert [1, 2] == [each.attempt for each in again.sitting.notebook.answers("pick")]


class Attempts(Recorder):
    def __init__(self) -> None:
        self.said: list[tuple[str, int, Response, float | None, int, int]] = []

    def answered(
        self,
        exercise: Exercise,
        attempt: int,
        response: Response,
        mark: Mark,
        hints: int,
        confidence: int,
    ) -> None:
        self.said.append((exercise.id, attempt, response, mark.score, hints, confidence))


def test_each_try_is_recorded_once_with_its_number() -> None:
    attempts = Attempts()
    lesson = lesson_in(sitting_after("wait"), attempts)
    lesson.answer(ask(lesson, "pick"), WRONG)
    again = come_back(lesson)
    again.answer(ask(again, "pick"), RIGHT)

    assert [("pick", 1, WRONG, 0.0, 0, 0), ("pick", 2, RIGHT, 1.0, 0, 0)] == attempts.said


def test_the_hints_that_were_seen_are_still_seen() -> None:
    lesson = lesson_in(sitting_after("leave"))
    before = lesson.answer(ask(lesson, "sorted").hint(), ("established", "established"))

    assert before.seen_hints == ask(come_back(lesson), "sorted").seen_hints == ("Who counted?",)


def test_what_was_given_up_is_not_asked_again_and_begins_anew_from_the_journal() -> None:
    lesson = lesson_in(sitting_after("wait"))
    asking = lesson.skip(lesson.answer(ask(lesson, "pick"), WRONG))
    again = come_back(lesson)

    assert asking is not None
    assert asking.is_settled
    assert (Answered("pick", WRONG, 1), Skipped("pick", 1)) == again.sitting.notebook.entries
    assert [] == due_of(again)
    assert 2 == ask(again, "pick").tries_left


def test_after_a_further_step_or_another_question_it_is_not_in_the_way() -> None:
    lesson = lesson_in(sitting_after("wait"))
    lesson.answer(ask(lesson, "pick"), WRONG)
    lesson.sitting.choose(lesson.sitting.page.open_offers[0].choice)
    assert "pick" not in due_of(lesson)
    lesson.sitting.undo()
    assert ["pick"] == due_of(lesson)
    lesson.answer(ask(lesson, "count"), ("12",))

    assert [] == due_of(lesson)
    assert 2 == ask(lesson, "pick").tries_left


def test_a_note_opened_after_the_answer_leaves_it_half_answered() -> None:
    lesson = lesson_in(sitting_after("wait"))
    lesson.answer(ask(lesson, "pick"), WRONG)
    lesson.open("coin")

    assert ["pick"] == due_of(lesson)
    assert 1 == ask(lesson, "pick").tries_left


def test_only_the_answers_since_another_question_are_taken_up() -> None:
    lesson = lesson_in(sitting_after("wait"))
    for entry in (
        Answered("pick", WRONG, 1),
        Answered("many", ("sand",), 1),
        Answered("pick", OTHER, 1, attempt=2),
    ):
        lesson.sitting.note(entry)

    assert [OTHER] == [each.response for each in ask(lesson, "pick").tries]


def test_an_answer_is_no_try_at_another_question_of_its_kind() -> None:
    lesson = lesson_in(sitting_where_it_is("kind: number, answer: 3", other="kind: number, answer: 12"))
    lesson.answer(ask(lesson, "pick"), ("4",))

    assert (2, ()) == (ask(lesson, "other").tries_left, ask(lesson, "other").tries)


def test_an_answer_given_up_in_a_save_of_before_is_not_taken_up_after_another_question() -> None:
    lesson = lesson_in(sitting_after("wait"))
    for entry in (Answered("pick", WRONG, 1), Answered("many", ("sand",), 1)):
        lesson.sitting.note(entry)

    assert (2, ()) == (ask(lesson, "pick").tries_left, ask(lesson, "pick").tries)


@pytest.mark.parametrize("entries", [(Answered("pick", WRONG, 1), Answered("pick", OTHER, 1, attempt=2)), ()])
def test_a_save_of_before_is_read_as_it_was(entries: tuple[Answered, ...]) -> None:
    save = read_save((header(StoryStamp("example", "0", ""), Beginning()), *map(entry_record, entries)))

    assert save is not None
    lesson = lesson_in(sitting_after("wait"))
    lesson.sitting.notebook = save.notebook
    assert ([] if entries else ["pick"]) == due_of(lesson)
    assert 2 == ask(lesson, "pick").tries_left


def test_a_question_of_before_that_is_no_longer_in_the_story_does_no_harm() -> None:
    lesson = lesson_in(sitting_after("wait"))
    lesson.sitting.note(Answered("gone", WRONG, 1))

    assert ["pick"] == due_of(lesson)


@pytest.mark.parametrize(
    ("now", "response"),
    [
        (
            "kind: pick, options: [{id: some, text: Some, right: true}, {id: none, text: None, why: A few had.}]",
            WRONG,
        ),
        (
            "kind: pick, options: [{id: a, text: A, right: true}, {id: b, text: B}, {id: c, text: C}]",
            ("b", "c"),
        ),
        ("kind: pick-many, options: [{id: a, text: A, right: true}, {id: b, text: B, why: No.}]", WRONG),
        (
            "kind: match, targets: [{id: a, text: A}, {id: b, text: B}], items: [{id: x, text: X, answer: a}]",
            WRONG,
        ),
        (
            "kind: match, targets: [{id: a, text: A}, {id: b, text: B}], items: [{id: x, text: X, answer: a}]",
            ("b", "a"),
        ),
        ("kind: order, items: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]", ("b", "a")),
        ("kind: number, answer: 12", WRONG),
        ("kind: number, answer: 12", ("11", "13")),
        ("kind: short, accept: [some]", ("all", "none")),
    ],
)
def test_an_answer_the_story_no_longer_has_is_no_try(now: str, response: Response) -> None:
    lesson = lesson_in(sitting_where_it_is(now))
    lesson.sitting.note(Answered("pick", response, 1))
    asking = ask(lesson, "pick")

    assert [] == due_of(lesson)
    assert (Stage.OPEN, 2, ()) == (asking.stage, asking.tries_left, asking.tries)


@pytest.mark.parametrize(
    ("now", "response"),
    [
        ("kind: pick-many, options: [{id: a, text: A, right: true}, {id: b, text: B, why: No.}]", ("b",)),
        (
            "kind: match, targets: [{id: a, text: A}, {id: b, text: B}], items: [{id: x, text: X, answer: a}]",
            ("b",),
        ),
        ("kind: match, ladder: standing, items: [{id: x, text: X, answer: claimed}]", ("reported",)),
        ("kind: order, items: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]", ("c", "a", "b")),
        ("kind: number, answer: 12", ("-3",)),
        ("kind: short, accept: [some]", ("none of them",)),
    ],
)
def test_an_answer_of_every_kind_that_can_be_tried_again_stays_a_try(now: str, response: Response) -> None:
    lesson = lesson_in(sitting_where_it_is(now))
    lesson.sitting.note(Answered("pick", response, 1))

    assert ["pick"] == due_of(lesson)
    assert [response] == [each.response for each in ask(lesson, "pick").tries]


def test_of_two_answers_the_one_the_story_still_has_is_a_try() -> None:
    options = "{id: some, text: S, right: true}, {id: none, text: N, why: No.}, {id: few, text: F, why: No.}"
    lesson = lesson_in(sitting_where_it_is(f"kind: pick, attempts: 3, options: [{options}]"))
    lesson.sitting.note(Answered("pick", WRONG, 1))
    lesson.sitting.note(Answered("pick", OTHER, 1, attempt=2))

    assert ["pick"] == due_of(lesson)
    assert [OTHER] == [each.response for each in ask(lesson, "pick").tries]


def test_an_answer_the_story_no_longer_has_takes_no_try_away() -> None:
    options = "{id: some, text: S, right: true}, {id: none, text: N, why: No.}, {id: few, text: F, why: No.}"
    lesson = lesson_in(sitting_where_it_is(f"kind: pick, options: [{options}]"))
    lesson.sitting.note(Answered("pick", WRONG, 1))
    now = lesson.answer(ask(lesson, "pick"), OTHER)

    assert 1 == now.tries_left
    assert ["pick"] == due_of(lesson)
    assert now.tries == ask(lesson, "pick").tries


def moves(lesson: Lesson, taken: list[str]) -> Lesson:
    """Answer, give up and leave in the middle, again and again, as somebody might who is never done."""
    asking: Asking | None = None
    for each in taken:
        if each == "leave":
            lesson, asking = come_back(lesson), None
            continue
        if asking is None or asking.is_settled:
            asking = ask(lesson, "pick")
        if each == "give up":
            asking = lesson.skip(asking)
        elif asking.stage is Stage.OPEN:
            asking = lesson.answer(asking, (each,))
    return lesson


@given(st.lists(st.sampled_from(["all", "none", "some", "give up", "leave"]), max_size=12))
def test_leaving_in_the_middle_changes_nothing_of_what_is_kept(taken: list[str]) -> None:
    stayed = moves(lesson_in(sitting_after("wait")), [each for each in taken if each != "leave"])
    left = moves(lesson_in(sitting_after("wait")), taken)

    assert stayed.sitting.notebook == left.sitting.notebook
    assert due_of(stayed) == due_of(left)
    assert ask(stayed, "pick").tries == ask(left, "pick").tries
