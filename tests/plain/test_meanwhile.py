"""Other commands while a question is asked: they work, or the way to them is said, and none is an answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asked import sitting_after
from plain.driving import answers
from sidelight.plain.reader import LineReader
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences

PICK = "Type 1 to 3, h hint, s passes it over, r repeat, ? help, q quit: \n"
SETTLED = "Type 1 to 2 to read what it rests on, Enter to go on, ? help, q quit: \n"


def said_to(sitting: Sitting, *typed: str) -> str:
    """What is said to the last of some typed lines, and the prompt after it."""
    return answers(sitting, *typed).rsplit(f"> {typed[-1]}\n", 1)[-1].removesuffix("Your place is kept.\n")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("t notes", "You have not opened any notes yet."),
        ("t questions", "What do the graves show?"),
        ("s before", "This moment is saved as before."),
        ("save", "autosave: “The quay”, The Quay, 1 step"),
        ("o", "questions is on"),
        ("r", "What do the graves show?"),
        ("?", "h: a hint"),
    ],
)
@pytest.mark.parametrize(("before", "prompt"), [((), PICK), (("some",), SETTLED)], ids=["asked", "answered"])
def test_what_makes_sense_works_and_the_question_waits(
    typed: str, told: str, before: tuple[str, ...], prompt: str
) -> None:
    if before and typed in ("r", "?"):
        told = "Right." if typed == "r" else "read one of the things"
    said = said_to(sitting_after("wait"), *before, typed)

    assert told in said
    assert said.endswith(prompt)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("u", "u goes back a step."),
        ("x", "x goes on over what you have read."),
        ("a", "a leads to the title page."),
        ("n", "n lists the notes of the page that comes then."),
        ("n 1", "n lists the notes of the page that comes then."),
        ("w", "w tells where you are."),
        ("t", "t tells the way you came."),
        ("journal", "t tells the way you came."),
        ("t r", "t r tells the way you came."),
        ("t map", "t map tells the scenes you have seen."),
        ("t endings", "t endings tells the endings you have seen."),
        ("t e", "t e tells the endings you have seen."),
        ("k", "k tells what you keep."),
        ("k file", "k tells what you keep."),
        ("new", "new begins again."),
        ("load x", "load goes on from a save."),
        ("t 1", "t 1 goes back there."),
        ("t questions 1", "t questions 1 asks that one."),
        ("title", "a leads to the title page."),
    ],
)
def test_what_makes_none_is_refused_with_the_way_there(typed: str, told: str) -> None:
    asked, answered = sitting_after("wait"), sitting_after("wait")

    assert f"First answer, or type s to pass the question over; then {told}\n\n{PICK}" == said_to(asked, typed)
    assert () == asked.notebook.entries
    assert f"First press Enter to go on; then {told}\n\n{SETTLED}" == said_to(answered, "some", typed)


def test_after_a_wrong_answer_and_before_it_is_said_how_sure_the_way_is_another() -> None:
    wrong = said_to(sitting_after("wait"), "everybody", "u")
    assert "First answer once more, or type s to see the answer; then u" in wrong
    unsure = said_to(sitting_after("leave", "cross"), "s", "coin", "u")
    assert "First say how sure you are, or type s not to; then u goes back a step." in unsure


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("n", "There are no notes here."),
        ("w", "Scene: The shore."),
        ("t", "The shore. You are here."),
        ("t endings", "You have seen 1 of 2 endings: Across."),
        ("k", "There is nothing to keep yet."),
    ],
)
def test_what_tells_of_the_page_works_at_a_question_below_it(typed: str, told: str) -> None:
    assert told in said_to(sitting_after("leave", "cross"), "s", typed)


def test_a_save_is_replaced_or_deleted_at_a_question_and_the_question_waits() -> None:
    sitting = sitting_after("wait")
    said = answers(sitting, "s x", "s x", "zz", "y", "delete x", "y", "some", "")

    assert said.index("Replace it?") < said.index("neither y nor n") < said.index("x is deleted.")
    assert said.index("x is deleted.") < said.index("Right.")
    assert not sitting.saves.has("x")


def test_no_list_of_saves_names_a_page_that_is_still_to_come() -> None:
    sitting = sitting_after()
    typed = "s early", "leave", "s asked", "saves", "delete asked", "n", "s", "s", "s", "save"
    asked, _, there = answers(sitting, *typed).rpartition("> s\n")

    assert "asked: “The quay”, The Quay, 1 step" in asked
    assert "Delete asked, for good? It is at “The quay”, The Quay, 1 step" in asked
    assert "The boat" not in asked
    assert "autosave: “The boat”, The Water, 1 step" in there
    assert "asked: “The quay”, The Quay, 1 step" in there
    assert "early: “The quay”, The Quay, no steps" in asked
    assert "early: “The quay”, The Quay, no steps" in there


def test_a_save_of_another_place_is_told_as_ever_at_a_question_before_a_page() -> None:
    said = answers(sitting_after(), "s early", "wait", "s", "1", "save")

    assert "early: “The quay”, The Quay, no steps" in said
    assert "autosave: “Dusk”, The Quay, 2 steps" in said


@pytest.mark.parametrize(
    ("typed", "place"),
    [((), "The quay"), (("some",), "The quay"), (("some", ""), "Dusk")],
    ids=["asked", "answered", "told"],
)
def test_where_a_save_stands_is_told_by_the_last_page_that_was(typed: tuple[str, ...], place: str) -> None:
    sitting = sitting_after("wait")
    answers(sitting, *typed)
    sitting.leave()

    assert [(place, "The Quay", 1)] == [(line.place, line.chapter, line.steps) for line in sitting.saves.lines]


def test_words_are_an_answer_where_words_are_asked_for_and_only_a_letter_alone_is_a_command() -> None:
    short, written = sitting_after("leave", "cross"), sitting_after("leave", "cross")
    answers(short, "s", "t", "t coin", "s")
    answers(written, "s", "s", "t", "Journal notes, O brother", "t notes", "new", "")

    assert ("t coin",) == short.notebook.answers("word")[0].response
    assert ("Journal notes, O brother\nt notes\nnew",) == written.notebook.answers("say")[0].response


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("t questions", "What do you pay with?"),
        ("T Questions 1", "then t Questions 1 asks that one."),
        ("t notes", "You have not opened any notes yet."),
        ("t endings", "You have seen 1 of 2 endings: Across."),
    ],
)
@pytest.mark.parametrize(("passed", "exercise"), [(("s",), "word"), (("s", "s"), "say")])
def test_a_part_of_the_journal_named_whole_is_no_answer_in_words(
    passed: tuple[str, ...], exercise: str, typed: str, told: str
) -> None:
    sitting = sitting_after("leave", "cross")
    said = said_to(sitting, *passed, typed)

    assert told in said
    assert "part of your answer" not in said
    assert not sitting.notebook.answers(exercise)


TYPED = st.sampled_from(
    [*"nuxakwto?rh", "n 1", "t 1", "t q 1", "new", "load x", "title", "go back", "delete x", "y"]
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["pick", "many", "sorted"]), st.lists(TYPED, max_size=12))
def test_no_command_spends_a_try(exercise: str, typed: list[str]) -> None:
    sitting = sitting_after("wait")
    reader = LineReader(sitting, Preferences(MemoryFile()))
    list(reader.arrive())
    passed = {"pick": (), "many": ("s", "1"), "sorted": ("s", "1", "s")}[exercise]
    for line in (*passed, *typed):
        if reader.is_asking:
            list(reader.answer(line))

    assert not sitting.notebook.answers(exercise)
