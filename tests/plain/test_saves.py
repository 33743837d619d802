"""Saves by lines: every one is listed, none is lost, and what cannot be undone is asked once."""

from dataclasses import replace
from pathlib import Path

import pytest

from builders import begin, sitting_of, story_of
from plain.driving import answers
from sidelight.model.story import Story
from sidelight.plain.help import HELP, prompt_for
from sidelight.plain.prose import wrap
from sidelight.play.notebook import Notebook
from sidelight.presenting.sitting import Sitting
from sidelight.saving.store import AUTOSAVE, Store

STORY = """
chapters: {one: {title: The well, begins: a}, two: {title: The road, begins: b}}
scenes:
  a:
    chapter: one
    title: The yard
    text: One two three four.
    choices: [{say: Go on, id: on, to: b}, {say: Stay, id: stay, to: a}, {say: Load the cart, id: cart, to: b}]
  b: {chapter: two, title: Away, text: Five six., choices: [{say: Back, id: back, to: a}]}
"""

ENDING = """
scenes:
  a: {title: A, text: A., choices: [{say: Go, to: b}]}
  b: {title: B, text: B., asides: [n], ending: {title: End}}
asides: {n: {title: N, says: N., grade: dramatised, no-source: Made up.}}
"""


@pytest.fixture
def story() -> Story:
    return story_of(STORY)


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, story: Story, tmp_path: Path) -> Store:
    return Store(story, tmp_path / "saves" if request.param == "disk" else None)


@pytest.fixture
def sitting(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Sitting:
    monkeypatch.chdir(tmp_path)
    return Sitting(begin(store.story), Notebook(), store, AUTOSAVE, clock=lambda: "2026-11-22T14:05:09")


def test_a_save_is_listed_with_its_place_chapter_steps_words_and_time(sitting: Sitting) -> None:
    said = answers(sitting, "1", "s before the call", "1", "s")

    assert "This moment is saved as before-the-call." in said
    assert (
        "autosave: “The yard”, The well, 2 steps, 10 words read, 22 November 2026, 14:05, being played.\n"
        "before-the-call: “Away”, The road, 1 step, 6 words read, 22 November 2026, 14:05.\n"
    ) in said


def test_any_name_is_made_one_by_a_rule_that_is_said_and_the_save_is_found_by_what_was_typed(
    sitting: Sitting,
) -> None:
    said = answers(
        sitting, "s noon", "s a/b", "load a/b", "export a/b", "rename a/b to c d", "delete c d", "y", "s"
    )

    assert "This moment is saved as noon. Type load noon" in said
    assert "saved as a-b. In the name of a save all but letters and digits" in said
    assert "You are where a-b was saved." in said
    assert "a-b is now in" in said
    assert "a-b is now called c-d. In the name of a save" in said
    assert "c-d is deleted." in said


def test_a_save_is_gone_on_from_and_what_was_played_is_kept(sitting: Sitting) -> None:
    said = answers(sitting, "1", "s there", "1", "2", "load there", "s")

    assert "You are where there was saved. What you played before is kept as autosave-earlier." in said
    assert "autosave-earlier: “The yard”, The well, 3 steps" in said
    assert sitting.page.scene == "b"
    assert sitting.words == 6


def test_what_stands_in_another_save_already_is_not_kept_twice(sitting: Sitting) -> None:
    said = answers(sitting, "1", "s there", "load there", "s")

    assert "earlier" not in said


def test_a_new_game_never_destroys_an_old_one(sitting: Sitting) -> None:
    said = answers(sitting, "1", "new", "2", "new", "s")

    assert "You begin again. What you played before is kept as autosave-earlier." in said
    assert "What you played before is kept as autosave-earlier-2." in said
    assert "autosave: “The yard”, The well, no steps, 4 words read" in said


def test_replacing_a_save_is_asked_once(sitting: Sitting) -> None:
    said = answers(sitting, "s x", "1", "s x", "n", "s", "s x", "y", "s")

    refused, replaced = said.split("> n\n")
    assert "There is a save called x already. Replace it?" in refused
    assert "Nothing was changed." in replaced
    assert "x: “The yard”, The well, no steps" in replaced
    assert "x: “Away”, The road, 1 step" in replaced


def test_deleting_is_asked_once_and_another_command_is_no_answer(sitting: Sitting) -> None:
    said = answers(sitting, "s x", "delete x", "1", "n 2", "n", "s", "delete x", "y", "delete x")

    assert "Delete x, for good? It is at “The yard”, The well, no steps, 4 words read" in said
    question = "Delete x, for good? It is at “The yard”, The well, no steps, 4 words read"
    assert f"> n 2\nThat is neither y nor n, so nothing was done. Still to be answered: {question}" in said
    assert "y for yes, n for no, ? help, q quit: \n\n> n\nNothing was changed." in said
    assert "You chose" not in said
    assert "x: “The yard”" in said.partition("Nothing was changed.")[2]
    assert "x is deleted." in said
    assert 'There is no save called "x".' in said


def test_at_a_question_to_be_answered_with_yes_there_is_help_and_it_is_repeated(sitting: Sitting) -> None:
    helped, repeated = answers(sitting, "s x", "delete x", "?", "r").split("> r\n")

    assert 2 == helped.count("Delete x, for good?")
    assert helped.index("y: yes, do it. n or Enter: no") < helped.rindex("Delete x, for good?")
    assert repeated.startswith("Delete x, for good?")


def test_who_leaves_at_such_a_question_has_changed_nothing(sitting: Sitting) -> None:
    said = answers(sitting, "s x", "delete x", "q", "y")

    assert said.endswith("> q\nYour place is kept.\n")
    assert sitting.saves.has("x")


def test_renaming(sitting: Sitting) -> None:
    said = answers(sitting, "s x", "s y", "rename x y", "rename x to before noon", "rename z q", "rename x", "s")

    assert 'There is a save called "y" already. Take another name, or delete that one first.' in said
    assert "x is now called before-noon." in said
    assert 'There is no save called "z".' in said
    assert "Type rename, the name of a save, and its new name." in said
    assert "before-noon: “The yard”" in said


def test_a_save_goes_out_as_a_file_and_comes_in_again(sitting: Sitting, tmp_path: Path) -> None:
    said = answers(
        sitting, "1", "s x", "export x", "export x", "delete x", "y", "import example-x.save", "load x", "s"
    )

    assert f"x is now in {tmp_path / 'example-x.save'} too." in said
    assert f"x is now in {tmp_path / 'example-x-2.save'} too." in said
    assert "That save is now among yours as x. Type load x to go on from it." in said
    assert "x: “Away”, The road, 1 step, 6 words read, 22 November 2026, 14:05." in said


def test_what_is_no_save_or_of_another_story_is_not_brought_in(sitting: Sitting, tmp_path: Path) -> None:
    (tmp_path / "rubbish.save").write_text("rubbish")
    answers(sitting, "s x", "export x mine.save")
    other = story_of(STORY.replace("Five", "Six"))
    theirs = Store(replace(other, id="other"), None)
    said = answers(
        Sitting(begin(theirs.story), Notebook(), theirs, AUTOSAVE),
        "import rubbish.save",
        "import nowhere.save",
        "import mine.save",
    )

    assert "rubbish.save is no save, or it is damaged." in said
    assert "Cannot read nowhere.save: No such file or directory." in said
    assert 'mine.save is a save of another story, "example".' in said


def test_what_is_being_played_is_neither_deleted_nor_replaced(sitting: Sitting) -> None:
    said = answers(sitting, "delete autosave", "s autosave", "load autosave", "rename autosave x", "load", "s ?!")

    assert said.count("“autosave” is what you are playing") + said.count('"autosave" is what you are playing') == 4
    assert "Type load and the name of a save." in said
    assert 'No name can be made of "?!": a save is named with letters and digits. Take another name.' in said


def test_a_choice_that_begins_like_a_command_is_a_choice(sitting: Sitting) -> None:
    assert "You chose 3. Load the cart." in answers(sitting, "load the cart")


def test_a_save_held_by_another_window_is_left_alone(story: Story, tmp_path: Path) -> None:
    store = Store(story, tmp_path)
    sitting = Sitting(begin(story), Notebook(), store, AUTOSAVE)
    sitting.save_as("x")
    lock = store.lock("x")
    said = answers(sitting, "delete x", "y", "rename x y")
    lock.release()

    assert said.count('The save "x" is being played in another window. Leave it there first.') == 2
    assert sitting.saves.has("x")


def test_the_save_being_played_is_listed_first_then_the_newest_and_those_of_no_time_last(
    story: Story, tmp_path: Path
) -> None:
    store, day = Store(story, tmp_path), iter(range(10, 60))
    sitting = Sitting(begin(story), Notebook(), store, "middle", clock=lambda: f"2026-11-22T14:05:{next(day)}")
    for name in ("b-old", "a-new"):
        sitting.save_as(name)
    for name in ("z", "a"):
        (tmp_path / f"{name}.save").write_text("none", "utf-8")

    assert ["middle", "a-new", "b-old", "a", "z"] == [line.name for line in sitting.saves.lines]


def test_a_damaged_save_is_listed_as_such_and_not_loaded(story: Story, tmp_path: Path) -> None:
    (tmp_path / "x.save").write_text("rubbish")
    sitting = Sitting(begin(story), Notebook(), Store(story, tmp_path), AUTOSAVE)
    said = answers(sitting, "s", "load x")

    assert "x: damaged: nothing of it can be read." in said
    assert 'The save "x" is damaged, and nothing of it can be read. Load another.' in said


def test_the_help_fits_a_screen_with_the_longest_prompt_below_and_the_line_that_is_typed() -> None:
    ended = sitting_of(story_of(ENDING))
    ended.choose(ended.page.open_offers[0].choice)
    shown = [*HELP.splitlines(), "", *wrap(prompt_for(ended.page), 79).splitlines(), ""]

    assert len(shown) <= 24
    assert max(map(len, shown)) <= 79
