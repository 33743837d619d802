"""Which questions are met where, and what of them is kept."""

import pytest

from asked import ASKED, ask, asked_story, lesson_after, sitting_after
from builders import begin, sitting_of, story_of
from sidelight.errors import FileError
from sidelight.model.exercises import Exercise
from sidelight.play.notebook import Answered, Notebook, Skipped
from sidelight.play.rules import Beginning
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.save import StoryStamp, header, read_save
from sidelight.saving.settings import Preferences
from sidelight.saving.slot import read_slot
from sidelight.saving.store import AUTOSAVE, Store
from sidelight.teaching.due import due
from sidelight.teaching.lesson import Lesson, Recorder
from sidelight.teaching.marking import Mark, Response
from sidelight.teaching.review import chosen, later_line, review


def ids(exercises: tuple[Exercise, ...]) -> list[str]:
    return [each.id for each in exercises]


def met_after(*choices: str) -> tuple[list[str], list[str]]:
    found = lesson_after(*choices).due
    return ids(found.before), ids(found.below)


def test_a_question_is_met_after_its_scene_and_before_the_next_page() -> None:
    assert ([], []) == met_after()
    assert (["pick"], []) == met_after("wait")


def test_at_a_border_come_the_scenes_then_the_chapter_left_then_what_is_to_be_predicted() -> None:
    assert (["many", "sorted", "guess"], []) == met_after("wait", "go")


def test_after_a_quiet_scene_nothing_is_asked() -> None:
    assert ([], []) == met_after("look", "go")


def test_after_an_ending_it_stands_below_it_and_not_below_a_quiet_one() -> None:
    assert (["row"], ["word", "say"]) == met_after("leave", "cross")
    assert (["row"], []) == met_after("leave", "fall")


def test_the_prediction_of_the_first_chapter_comes_before_its_first_page() -> None:
    sitting = sitting_after(beginning=Beginning(chapter="two"))

    assert ["guess"] == ids(due(sitting.playthrough, sitting.notebook).before)


def test_a_chapter_played_alone_ends_with_its_own() -> None:
    sitting = sitting_after("leave", beginning=Beginning(chapter="one"))

    assert ["pick", "sorted"] == ids(due(sitting.playthrough, sitting.notebook).before)


def test_none_is_due_where_the_reader_wants_none() -> None:
    assert () == lesson_after("wait", questions=False).due.before


def test_what_was_answered_or_passed_over_is_not_met_again_even_after_going_back() -> None:
    lesson = lesson_after("wait", "go")
    lesson.answer(ask(lesson, "many"), ("sand",))
    lesson.skip(ask(lesson, "sorted"))

    assert ["guess"] == ids(lesson.due.before)
    lesson.sitting.undo()
    lesson.sitting.choose(lesson.sitting.page.open_offers[0].choice)
    assert ["guess"] == ids(lesson.due.before)


def test_the_first_answer_stays_the_first() -> None:
    lesson = lesson_after("wait")
    now = lesson.answer(ask(lesson, "pick").hint(), ("all",))
    lesson.answer(now, ("some",))
    lesson.sitting.undo()
    lesson.answer(ask(lesson, "pick"), ("some",))

    assert (
        Answered("pick", ("all",), 1, 1, 1),
        Answered("pick", ("some",), 1, 2, 1),
        Answered("pick", ("some",), 0, 3, 0),
    ) == lesson.sitting.notebook.answers("pick")


def test_answers_touch_no_state() -> None:
    lesson = lesson_after("wait")
    state = lesson.sitting.playthrough.state
    lesson.answer(ask(lesson, "pick"), ("all",))
    lesson.skip(ask(lesson, "many"))

    assert state == lesson.sitting.playthrough.state


def test_to_pass_over_after_a_wrong_answer_shows_what_is_right_and_is_recorded_as_no_skip() -> None:
    told = Told()
    lesson = lesson_after("wait", recorder=told)
    now = lesson.skip(lesson.answer(ask(lesson, "pick"), ("all",)))

    assert now is not None
    assert now.given_up
    assert lesson.skip(now) is None
    assert (Answered("pick", ("all",), 1), Skipped("pick", 1)) == lesson.sitting.notebook.entries
    assert ["shown pick", "answered pick 1 ('all',) 0.0 0 0"] == told.said


def test_to_look_back_on_an_answer_and_leave_it_is_no_skip() -> None:
    lesson = lesson_after("wait")
    lesson.answer(ask(lesson, "pick"), ("some",))
    lesson.skip(ask(lesson, "pick"))

    assert (Answered("pick", ("some",), 1),) == lesson.sitting.notebook.entries


def test_what_was_done_about_questions_is_in_the_save() -> None:
    lesson = lesson_after("wait")
    lesson.answer(ask(lesson, "pick"), ("all",))
    lesson.skip(ask(lesson, "many"))
    sitting = lesson.sitting
    kept = read_slot(sitting._store.file(AUTOSAVE)).save

    assert kept is not None
    assert (Answered("pick", ("all",), 1), Skipped("many", 1)) == kept.notebook.entries
    sitting.leave()
    whole = read_slot(sitting._store.file(AUTOSAVE)).save
    assert whole is not None
    assert kept.notebook == whole.notebook


def test_an_answer_of_an_earlier_save_is_still_read_and_a_damaged_one_is_none() -> None:
    head = header(StoryStamp("example", "0", ""), Beginning())
    old = {"answered": "pick", "response": "all", "at": 1}

    save = read_save((head, old))
    assert save is not None
    assert (Answered("pick", ("all",), 1),) == save.notebook.entries
    assert read_save((head, {"answered": "pick", "response": ["all"], "at": 1})) is None
    assert read_save((head, {"answered": "pick", "response": ["all"], "at": "one"})) is None


def test_an_answer_that_cannot_be_saved_is_kept_in_mind_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise FileError("the disk is full", "make room")

    lesson = lesson_after("wait")
    now = ask(lesson, "pick")
    monkeypatch.setattr(MemoryFile, "append", fail)
    lesson.answer(now, ("all",))

    assert "This is not saved: the disk is full. To mend it, make room." == lesson.trouble
    assert 1 == len(lesson.sitting.notebook.answers("pick"))


def test_the_first_question_ever_is_known_for_it() -> None:
    lesson = lesson_after("wait")

    assert lesson.has_met_none
    ask(lesson, "pick")
    assert not lesson.has_met_none


class Told(Recorder):
    def __init__(self) -> None:
        self.said: list[str] = []

    def shown(self, exercise: Exercise) -> None:
        self.said.append(f"shown {exercise.id}")

    def answered(
        self, exercise: Exercise, attempt: int, response: Response, mark: Mark, hints: int, confidence: int
    ) -> None:
        self.said.append(f"answered {exercise.id} {attempt} {response} {mark.score} {hints} {confidence}")

    def skipped(self, exercise: Exercise) -> None:
        self.said.append(f"skipped {exercise.id}")


def test_a_recorder_is_told_of_everything_once() -> None:
    told = Told()
    lesson = lesson_after("wait", recorder=told)
    lesson.answer(lesson.answer(ask(lesson, "pick"), ("all",)), ("some",))
    lesson.sure(lesson.answer(ask(lesson, "word"), ("coin",)), 4)
    lesson.skip(ask(lesson, "many"))

    assert [
        "shown pick",
        "answered pick 1 ('all',) 0.0 0 0",
        "answered pick 2 ('some',) 1.0 0 0",
        "shown word",
        "answered word 1 ('coin',) 1.0 0 4",
        "shown many",
        "skipped many",
    ] == told.said


def lines_of(sitting: Sitting) -> dict[str, tuple[str, str]]:
    return {line.exercise.id: (line.stands, line.first) for each in review(sitting) for line in each.lines}


def test_the_review_holds_the_chapters_reached_and_keeps_back_what_is_still_to_be_met() -> None:
    sitting = sitting_after()

    assert [("The Quay", 3)] == [(each.title, each.later) for each in review(sitting)]
    assert {} == lines_of(sitting)
    assert {"pick", "many", "sorted"} <= set(lines_of(sitting_after("leave")))


def sitting_with_questions_for_afterwards() -> Sitting:
    """Two of its questions are met nowhere on the way: they belong to the chapter of their file alone."""
    story = story_of(f"chapter: one\n{ASKED}", "quay")
    return Sitting(begin(story), Notebook(), Store(story, None), AUTOSAVE)


def go(sitting: Sitting, *choices: str) -> None:
    for id_ in choices:
        sitting.choose(next(line.choice for line in sitting.page.open_offers if line.choice.id == id_))


def waiting(sitting: Sitting) -> list[tuple[str, int, str]]:
    return [(each.title, len(each.lines), later_line(each)) for each in review(sitting)]


def test_a_question_waits_until_its_scene_is_met_or_its_chapter_is_over() -> None:
    sitting = sitting_with_questions_for_afterwards()
    assert [("The Quay", 0, "5 questions wait in this chapter.")] == waiting(sitting)
    assert chosen(sitting, "1") is None

    go(sitting, "wait")
    assert [("The Quay", 1, "4 more wait in this chapter.")] == waiting(sitting)

    go(sitting, "go")
    assert [("The Quay", 5, ""), ("The Water", 0, "4 questions wait in this chapter.")] == waiting(sitting)

    go(sitting, "fall")
    assert [("The Quay", 5, ""), ("The Water", 4, "")] == waiting(sitting)


def test_in_another_play_of_a_chapter_what_is_met_on_the_way_is_met_there_again() -> None:
    sitting = sitting_with_questions_for_afterwards()
    go(sitting, "wait", "go")
    sitting.begin_again()

    assert ("The Quay", 3, "2 more wait in this chapter.") == waiting(sitting)[0]
    assert {"many", "count", "scale"} == {line.exercise.id for line in review(sitting)[0].lines}
    assert ("The Water", 1, "3 more wait in this chapter.") == waiting(sitting)[1]


def test_what_is_said_to_be_left_at_an_end_is_what_the_journal_has() -> None:
    liked = Preferences(MemoryFile())
    sitting = sitting_with_questions_for_afterwards()
    go(sitting, "leave", "cross")
    lesson = Lesson(sitting, liked)
    unanswered = [
        line for each in review(sitting) for line in each.lines if line.stands == "Not answered in this play."
    ]

    assert len(unanswered) == len(lesson.left) + len(lesson.due.below)


def sitting_with_a_choice_that_can_leave_the_chapter(beginning: Beginning | None = None) -> Sitting:
    way = "{say: Wait, to: dusk}"
    fork = "{say: Wait, to: [{when: wet, to: dusk}, {to: boat}]}"
    story = story_of(f"chapter: one\nvariables: {{wet: {{start: false}}}}\n{ASKED.replace(way, fork)}", "quay")
    return sitting_of(story, beginning)


def test_a_chapter_left_by_a_choice_that_can_also_stay_in_it_is_over() -> None:
    sitting = sitting_with_a_choice_that_can_leave_the_chapter()
    go(sitting, "wait", "cross")
    lesson = Lesson(sitting, Preferences(MemoryFile()))
    unanswered = [
        line for each in review(sitting) for line in each.lines if line.stands == "Not answered in this play."
    ]

    assert len(unanswered) == len(lesson.left) + len(lesson.due.below)


def test_a_chapter_played_alone_is_over_once_a_choice_that_can_also_stay_in_it_has_left_it() -> None:
    sitting = sitting_with_a_choice_that_can_leave_the_chapter(Beginning(chapter="one"))
    assert ("The Quay", 0, "5 questions wait in this chapter.") == waiting(sitting)[0]

    go(sitting, "wait")
    assert ("The Quay", 5, "") == waiting(sitting)[0]


def test_the_review_shows_how_a_long_question_and_a_long_answer_begin() -> None:
    prompt, answer = "What " + "do they say " * 9 + "there?", "They say " + "again and " * 9 + "again."
    sitting = sitting_of(story_of(ASKED.replace("Write his answer.", prompt), "quay"))
    go(sitting, "leave", "cross")
    lesson = Lesson(sitting, Preferences(MemoryFile()))
    lesson.answer(ask(lesson, "say"), (answer,))
    line = next(line for each in review(sitting) for line in each.lines if line.exercise.id == "say")

    for whole, shown in ((prompt, line.asks), (answer, line.first)):
        assert shown.endswith("…")
        assert whole.startswith(shown.removesuffix("…"))
        assert 70 < len(shown) <= 90


def test_the_review_says_how_the_first_answer_stood() -> None:
    lesson = lesson_after("leave")
    lesson.answer(lesson.answer(ask(lesson, "pick"), ("all",)), ("some",))
    lesson.answer(ask(lesson, "sorted"), ("established", "reported"))
    lesson.skip(ask(lesson, "many"))
    lines = lines_of(lesson.sitting)

    assert ("Not right at first.", "Everybody had a coin") == lines["pick"]
    assert "Partly right at first." == lines["sorted"][0]
    assert ("Passed over.", "") == lines["many"]
    assert lesson.story.exercises["pick"] is chosen(lesson.sitting, "1")
    assert None is chosen(lesson.sitting, "77")


def test_every_question_of_the_story_is_one_of_a_kind() -> None:
    assert 8 == len({each.kind for each in asked_story().exercises.values()})
