"""Going on over what was read: as far as it is the same, never into an end, and never without saying so."""

from pathlib import Path

import pytest

from builders import begin, sitting_of, story_of
from plain.driving import answers
from sidelight.play.notebook import Notebook
from sidelight.presenting.resume import resume
from sidelight.presenting.sitting import Sitting
from sidelight.saving.slot import read_slot
from sidelight.saving.store import AUTOSAVE, Store

STORY = """
variables: {sent: false}
scenes:
  a:
    title: A
    text: One.
    choices: [{say: To B, id: b, to: b}, {say: To C, id: c, to: c, do: [sent = true]}]
  b: {title: B, text: Two., choices: [{say: Go on, id: on, to: c}]}
  c:
    title: C
    text: [{when: sent, text: Sent., else: Three.}]
    choices: [{say: To D, id: d, to: d}, {say: To E, id: e, to: e}, {say: Round, id: round, to: a}]
  d: {title: D, text: Four., choices: [{say: The end, id: end, to: x}, {say: Or not, id: not, to: a}]}
  e: {title: E, text: Five., choices: [{say: The end, id: end, to: x}]}
  x: {title: X, text: Six., ending: {title: The end}}
"""
MARK = "You have read this page before. You are told when a new one comes; x goes on to it."
NEW = "From here on it is new to you."


@pytest.fixture
def sitting() -> Sitting:
    return sitting_of(story_of(STORY))


def test_in_the_first_play_nothing_is_marked_even_where_one_comes_back(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "go on", "round", "u", "x")

    assert MARK not in said
    assert "This page was not read before this play" in said


def test_in_the_second_play_what_was_read_is_marked_and_passed_over_up_to_the_end(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "go on", "to d", "the end", "new", "x", "t 1", "y", "x")

    again = said.partition("> new\n")[2]
    assert again.startswith("You begin again.")
    assert f"{MARK}\n\nA.\n\nOne." in again
    assert "You went on 3 steps, choosing as you did before:\n\n1. A. You chose: To B." in again
    assert "3. C. You chose: To D.\n\nThe way you took from here last time ends the play." in again
    assert sitting.page.scene == "d"
    assert again.count("You went on 3 steps") == 2


def test_it_stops_where_the_same_scene_reads_otherwise(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "go on", "to d", "new", "to c", "x")

    assert MARK not in said.partition("> to c\n")[2]


def test_what_was_read_is_said_where_it_begins_and_where_it_ends_and_not_with_every_page(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "go on", "new", "to b", "r", "go on", "to e", "the end")

    again = said.partition("> new\n")[2]
    assert again.count(MARK) == 1
    assert again.count(NEW) == 1
    assert f"> to e\nYou chose 2. To E.\n\n{NEW}\n\nE.\n\nFive." in again


def test_a_page_come_to_by_going_on_is_said_to_be_new_once(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "new", "x")

    assert "This page is new to you." in said
    assert NEW not in said


def test_it_stops_at_a_page_that_is_new(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "new", "x")

    assert "You went on 2 steps" in said
    assert "2. B. You chose: Go on." in said
    assert "This page is new to you. Type t and a number" in said
    assert sitting.page.scene == "c"


def test_it_stops_at_a_decision_that_was_never_made(sitting: Sitting) -> None:
    answers(sitting, "to b", "go on", "new", "x")

    assert sitting.page.scene == "c"
    assert "You have not made this decision before." in answers(sitting, "x")


def test_it_does_not_go_round_in_circles(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "go on", "round", "new", "x")

    assert "The way you took last time comes round to here again." in said
    assert sitting.page.scene == "c"


def test_what_is_loaded_is_the_play_it_was(sitting: Sitting) -> None:
    said = answers(sitting, "to b", "s x", "go on", "new", "load x", "go on")

    assert MARK in said.partition("> new\n")[2].partition("> load x\n")[0]
    assert MARK not in said.partition("> load x\n")[2]


def test_a_play_that_is_gone_on_with_another_day_is_still_the_same_play(tmp_path: Path) -> None:
    store = Store(story_of(STORY), tmp_path)
    answers(Sitting(begin(store.story), Notebook(), store, AUTOSAVE), "to b")
    save = read_slot(store.file(AUTOSAVE)).save
    assert save is not None
    found = resume(begin(store.story).rules, save)
    assert found is not None

    said = answers(Sitting(found.playthrough, found.notebook, store, AUTOSAVE, words=found.words, play=found.play))

    assert MARK not in said
    assert store.shelf().shelf.plays == 1


def test_a_save_from_elsewhere_is_a_play_of_its_own(
    sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answers(sitting, "to b", "s x", "export x")
    other = sitting_of(story_of(STORY))

    said = answers(other, "to b", "go on", "import example-x.save", "load x", "go on")

    loaded = said.partition("> load x\n")[2]
    assert loaded.count(MARK) == 1
    assert NEW not in loaded


def test_the_shelf_is_the_same_when_it_is_opened_again(tmp_path: Path) -> None:
    store = Store(story_of(STORY), tmp_path)
    sitting = Sitting(begin(store.story), Notebook(), store, AUTOSAVE)
    answers(sitting, "to b", "go on", "to d", "the end", "new", "to c")

    assert store.shelf().shelf == sitting.shelf
