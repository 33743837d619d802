"""Being asked by lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asked import WRITTEN_SURELY, sitting_after
from builders import sitting_of, story_of, unasked
from plain.driving import answers
from sidelight.errors import FileError
from sidelight.plain.reader import LineReader
from sidelight.play.notebook import Answered, Opened, Skipped
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.teaching.questions import question


def number_of(sitting: Sitting, exercise: str, option: str) -> str:
    """The number under which an option or an item is shown."""
    story = sitting.playthrough.rules.story
    shown = question(story.exercises[exercise], story, sitting.seed)
    return str([line.id for line in shown.options or shown.items].index(option) + 1)


def said_to(sitting: Sitting, *typed: str) -> str:
    """What is said to the last of some typed lines."""
    return answers(sitting, *typed).rsplit(f"> {typed[-1]}\n", 1)[-1]


def test_a_question_comes_between_the_choice_and_the_next_page() -> None:
    sitting = sitting_after()
    right = number_of(sitting, "pick", "some")
    said = answers(sitting, "wait", right, "")

    chose, asked, verdict, page = (
        said.index(words) for words in ("You chose 1. Wait.", "What do the graves show?", "Right.", "It is dark.")
    )
    assert chose < asked < verdict < page
    assert (Answered("pick", ("some",), 1),) == sitting.notebook.entries


def test_the_first_question_ever_says_how_to_be_rid_of_them_and_the_next_does_not() -> None:
    assert 1 == answers(sitting_after(), "wait", "s", "1").count("You need not answer.")


def test_one_word_passes_a_question_over() -> None:
    sitting = sitting_after()

    assert "It is dark." in said_to(sitting, "wait", "s")
    assert (Skipped("pick", 1),) == sitting.notebook.entries


def test_at_an_end_it_is_said_how_many_questions_are_left_and_where_they_are() -> None:
    said = answers(sitting_after("leave", "cross"), "s", "s", "s", "t questions", "t questions 2", "s", "r")

    assert "The end: Across." in said
    assert 1 == said.count("4 questions are left: t questions lists them.")
    assert said.index("Write his answer.") < said.index("4 questions are left")


def test_nothing_is_said_of_questions_before_an_end_or_to_a_reader_who_wants_none() -> None:
    assert "left: t questions" not in answers(sitting_after("leave"), "s", "s", "r")
    assert "left: t questions" not in answers(sitting_after("leave", "cross"), "o questions off", liked=unasked())


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        (("wait",), "You are back at “Dusk”. 1 choice. r repeats the page."),
        (("look", "go"), "You are back at “The boat”. 2 choices. r repeats the page."),
        (("leave", "fall"), "You are back at “The deep”. The end: Under. r repeats the page."),
    ],
)
def test_after_a_question_from_the_journal_it_is_said_where_one_is(choices: tuple[str, ...], told: str) -> None:
    asked = answers(sitting_after(*choices), "s", "s", "t questions 1", "s", "w")

    assert 1 == asked.count("You are back at ")
    assert f"Passed over.\n\n{told}\n\n" in asked


def test_to_pass_over_a_match_that_is_begun_tells_what_was_set_and_is_gone() -> None:
    to_it = "s", "1", "s"
    passed = said_to(sitting_after("wait"), *to_it, "1", "s")
    shown = said_to(sitting_after("wait"), *to_it, "3", "3", "established", "s")
    taken_back = answers(sitting_after("wait"), *to_it, "1", "u", "s")

    assert passed.startswith("What you had set, 1 of 2, is gone.\n\nPassed over.")
    assert shown.startswith("What you had set, 1 of 2, is gone.\n\nThis is the answer.")
    assert "is gone" not in taken_back


def test_an_answer_that_was_not_right_is_not_taken_again() -> None:
    sitting = sitting_after("wait")
    wrong, right = (number_of(sitting, "pick", option) for option in ("all", "some"))
    said = answers(sitting, wrong, wrong, right)

    assert 1 == said.count("That is what you answered before. Give another answer; s shows the right one.")
    assert ["all", "some"] == [each.response[0] for each in sitting.notebook.answers("pick")]


def test_a_match_that_was_not_right_is_not_taken_again_and_begins_anew() -> None:
    sitting = sitting_after("wait")

    assert "1 of 2: Coins were found." in said_to(sitting, "s", "1", "s", "3", "3", "3", "3")
    assert 1 == len(sitting.notebook.answers("sorted"))


def test_questions_off_is_obeyed_at_once_and_from_then_on() -> None:
    sitting = sitting_after()
    said = answers(sitting, "wait", "o questions off", "1")

    assert said.index("questions is now off.") < said.index("It is dark.") < said.index("A boat.")
    assert () == sitting.notebook.entries


def test_a_question_that_was_left_is_asked_again() -> None:
    sitting = sitting_after()
    answers(sitting, "wait", "q")

    assert "What do the graves show?" in answers(sitting)


def test_after_a_wrong_answer_the_answer_is_shown_before_it_can_be_left() -> None:
    sitting = sitting_after()
    wrong = number_of(sitting, "pick", "all")
    said = answers(sitting, "wait", wrong, "s", "")

    assert "Most had none." in said
    assert "s shows the answer" in said
    assert "This is the answer." in said
    assert said.index("This is the answer.") < said.index("It is dark.")


def test_a_question_that_was_left_half_answered_is_asked_again_with_the_try_that_is_spent() -> None:
    sitting = sitting_after("wait")
    said = said_to(sitting, number_of(sitting, "pick", "all"), "q")
    again = answers(sitting, "r", "everybody", "nobody", "")

    assert "spent" not in said
    assert "One try is spent. You answered: Everybody had a coin.\n\nNot quite. You may try once more." in again
    assert (
        again.index("What do the graves show?") < again.index("One try is spent") < again.index("Most had none.")
    )
    assert 2 == again.count("One try is spent.")
    assert "That is what you answered before." in again
    assert [1, 2] == [each.attempt for each in sitting.notebook.answers("pick")]


def test_why_an_answer_is_wrong_is_told_once() -> None:
    sitting = sitting_after()
    wrong, right = number_of(sitting, "pick", "all"), number_of(sitting, "pick", "some")
    said = answers(sitting, "wait", wrong, right, "r", "")

    told, repeated = said.split("> r\n")
    assert told.count("Most had none.") == 1
    assert "Everybody had a coin. You have read why not." in told
    assert "Nobody had a coin.\n\nA few had one." in told
    assert "Everybody had a coin.\n\nMost had none." in repeated


def test_hints_come_when_asked_for() -> None:
    said = answers(sitting_after(), "wait", "h", "h", "h")

    assert "Hint: Read the note again." in said
    assert "Hint: Count them." in said
    assert "There is no hint left." in said


def test_what_an_answer_rests_on_is_opened_by_number_and_stays_in_the_casebook() -> None:
    sitting = sitting_after()
    said = answers(sitting, "wait", number_of(sitting, "pick", "some"), "1", "2", "9", "")

    assert "Source: “Graves”, A museum, 2001-02-03." in said
    assert "> 2\nNote: A coin." in said
    assert "Type 1 to 2; Enter goes on." in said
    assert Opened("coin", 1, "dusk") in sitting.notebook.entries


def test_several_are_picked_in_one_line() -> None:
    sitting = sitting_after("wait")
    sea, rain = number_of(sitting, "many", "sea"), number_of(sitting, "many", "rain")
    answers(sitting, "s", "1", f"{sea}, {rain}")

    assert {"sea", "rain"} == set(sitting.notebook.answers("many")[0].response)


def test_a_match_is_asked_item_by_item_and_can_be_taken_back() -> None:
    sitting = sitting_after("wait")
    said = answers(sitting, "s", "1", "s", "2", "u", "1", "3", "")

    assert "1 of 2: Coins were found." in said
    assert "2 of 2: They paid for the passage." in said
    assert 2 == said.count("h hint, u takes the last back, s passes it over")
    assert "Coins were found. You said 1: established." in said
    assert (Answered("sorted", ("established", "claimed"), 2),) == sitting.notebook.answers("sorted")


def test_an_order_is_typed_in_one_line() -> None:
    sitting = sitting_after("leave")
    numbers = " ".join(number_of(sitting, "row", id_) for id_ in ("pay", "step", "cross"))
    said = answers(sitting, "s", "s", "s", "fall", "1 1 2", numbers)

    assert "Type each number from 1 to 3 once, on one line, in the order that is right." in said
    assert (Answered("row", ("pay", "step", "cross"), 2),) == sitting.notebook.answers("row")


def test_below_an_ending_come_its_questions_after_the_page() -> None:
    sitting = sitting_after("leave", "cross")
    said = answers(sitting, "s", "coin", "3", "", "He says so.", "And so on.", "")

    assert said.index("The end: Across.") < said.index("What do you pay with?")
    assert "How sure are you: 1 guessing, 2 not very sure, 3 fairly sure, 4 certain?" in said
    assert (Answered("word", ("coin",), 2, confidence=3),) == sitting.notebook.answers("word")
    assert ("He says so.\nAnd so on.",) == sitting.notebook.answers("say")[0].response
    assert "Another quay." in said
    assert "yours may do some of this too:\n\n- It says who speaks." in said
    assert "- It says who speaks." in said


def test_what_is_half_written_is_kept_when_the_input_ends_and_a_q_in_it_is_a_word() -> None:
    sitting = sitting_after("leave", "cross")
    answers(sitting, "s", "s", "He says", "q")

    assert ("He says\nq",) == sitting.notebook.answers("say")[0].response


@pytest.mark.parametrize("typed", [("Wet",), ("Wet", "")], ids=["writing", "asked how sure"])
def test_what_is_written_is_kept_when_the_input_ends_before_it_is_said_how_sure(typed: tuple[str, ...]) -> None:
    sitting = sitting_of(story_of(WRITTEN_SURELY, "quay"))
    answers(sitting, "1", *typed)

    assert (Answered("say", ("Wet",), 1),) == sitting.notebook.entries


def test_who_writes_is_told_that_every_line_is_hers_and_how_to_throw_them_away() -> None:
    sitting = sitting_after("leave", "cross")
    said = answers(sitting, "s", "s", "He says", "t questions", ".", "y", "So", "it is", "")

    assert "\nWrite on; an empty line ends it, a full stop alone throws it away: \n\n> t questions" in said
    assert "> .\nThrow away the 2 lines you have written? Type yes or no.\n\nyes or no: \n\n> y\n" in said
    assert 2 == said.count("Every line is now part of your answer")
    assert "What you wrote is thrown away." in said
    assert [("So\nit is",)] == [each.response for each in sitting.notebook.answers("say")]


@pytest.mark.parametrize("typed", [("n",), ("NO",), ("",), ("q", "."), ("?", "t notes", "no")])
def test_what_is_written_is_thrown_away_by_a_yes_and_nothing_else(typed: tuple[str, ...]) -> None:
    sitting = sitting_after("leave", "cross")
    no = () if typed[-1].lower() in ("n", "no", "") else ("n",)
    said = answers(sitting, "s", "s", "He says", ".", *typed, *no, "so.", "")

    assert len(typed) + len(no) == said.count("Throw away the line you have written? Type yes or no.")
    assert "Nothing is thrown away." in said
    assert [("He says\nso.",)] == [each.response for each in sitting.notebook.answers("say")]


def test_what_can_be_answered_with_is_told_again_before_another_try() -> None:
    sitting = sitting_after("wait")
    *_, told, _ = answers(sitting, number_of(sitting, "pick", "all")).split("\n\n")

    assert ["Everybody had a coin", "Nobody had a coin", "Some had a coin"] == sorted(
        line.partition(". ")[2] for line in told.splitlines()
    )


def test_what_is_written_is_kept_by_who_leaves_before_saying_whether_to_throw_it_away() -> None:
    sitting = sitting_after("leave", "cross")
    answers(sitting, "s", "s", "He says", ".")

    assert [("He says",)] == [each.response for each in sitting.notebook.answers("say")]


def test_a_full_stop_alone_is_a_line_where_nothing_is_written_yet() -> None:
    sitting = sitting_after("leave", "cross")
    answers(sitting, "s", "s", ".", "", "")

    assert [(".",)] == [each.response for each in sitting.notebook.answers("say")]


def test_a_number_may_be_written_with_commas_and_nothing_else_is_one() -> None:
    sitting = sitting_after("leave", "fall")
    said = answers(sitting, "s", "t questions", "t questions 4", "many", "1,2")

    assert "That is not a whole number." in said
    assert (Answered("guess", ("12",), 2),) == sitting.notebook.answers("guess")


def test_the_review_lists_what_was_answered_and_any_can_be_taken_again() -> None:
    sitting = sitting_after()
    right, wrong = number_of(sitting, "pick", "some"), number_of(sitting, "pick", "all")
    said = answers(sitting, "wait", wrong, right, "", "t questions", "t questions 1", right, "")

    assert "1. What do the graves show? Not right at first. Your first answer: Everybody had a coin." in said
    assert "2 more wait in this chapter." in said
    assert ["all", "some", "some"] == [each.response[0] for each in sitting.notebook.answers("pick")]


def test_nothing_is_told_of_chapters_not_reached() -> None:
    assert "The Water" not in answers(sitting_after(), "t questions")


def test_a_review_leads_back_to_where_the_reader_was() -> None:
    sitting = sitting_after("wait")
    said = answers(sitting, "s", "t questions 1", "s", "1")

    assert "You chose 1. Go." in said


COMMANDS = ("n 1", "new", "wait", "t q", "t q 1", "t q 4", "o questions off", "o questions on")
TYPED = st.sampled_from(
    [*"1290shr?uxakw", "", "1 2", "3 1 2", "1, 2, 3", "coin", "12", "-4", "zz", "q q", *COMMANDS]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TYPED, max_size=25))
def test_whatever_is_typed_the_place_is_kept_and_answers_move_nothing(typed: list[str]) -> None:
    sitting = sitting_after()
    answers(sitting, *typed)
    route = [step.choice for step in sitting.playthrough.steps()]
    again = sitting.playthrough.rewind(0)
    for choice in route:
        again = again.choose(choice)

    assert again.state == sitting.playthrough.state


@settings(max_examples=60, deadline=None)
@given(st.lists(TYPED.filter(lambda line: line not in ("o questions off", "new")), max_size=15))
def test_while_a_question_is_asked_no_line_takes_a_step(typed: list[str]) -> None:
    sitting = sitting_after("wait")
    before = sitting.playthrough
    reader = LineReader(sitting, Preferences(MemoryFile()))
    list(reader.arrive())
    for line in typed:
        if not reader.is_asking:
            break
        assert reader.prompt()
        list(reader.answer(line))
        assert before is sitting.playthrough


def test_a_long_question_is_shortened_at_a_word_and_without_a_stop_before_the_ellipsis() -> None:
    sitting = sitting_of(
        story_of(f"""
scenes: {{a: {{title: A, text: A., ending: {{title: A}}}}}}
exercises:
  word: {{kind: number, phase: predict, after: a, prompt: "{"December. " * 12}When?", answer: 12}}
""")
    )

    assert f"1. {'December. ' * 8}December… Not answered in this play." in said_to(sitting, "t questions")


@pytest.mark.parametrize("typed", [("It was wet.",), ("It was wet.", ""), ("It was wet.", "", "q")])
def test_where_what_is_half_answered_cannot_be_kept_that_is_the_last_thing_said(
    typed: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FileError("the disk is full", "make room")

    sitting = sitting_of(story_of(WRITTEN_SURELY, "quay"))
    monkeypatch.setattr(Sitting, "note", full)
    said = answers(sitting, "1", *typed)

    assert said.endswith("This is not saved: the disk is full. To mend it, make room.\n")
    assert "Your place is kept." not in said


def test_what_could_not_be_kept_before_is_not_said_again_on_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise FileError("the disk is full", "make room")

    sitting = sitting_after("wait")
    monkeypatch.setattr(Sitting, "note", full)
    said = answers(sitting, "everybody", "q")

    assert 1 == said.count("This is not saved: the disk is full.")
    assert said.endswith("> q\nYour place is kept.\n")
