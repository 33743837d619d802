"""Exercises as an Anki deck. Without the package that makes decks these tests are skipped."""

import json
import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import story_in, story_of
from conftest import BUNDLED
from exporting.exercises import STORY as HOSTILE_STORY
from exporting.exercises import exercises
from exporting.gift_reader import words
from exporting.test_gift import said
from sidelight.exporting.anki import deck
from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.story import Story

pytest.importorskip("genanki", reason="genanki is not here, so no deck is made: pip install 'sidelight[anki]'")
NOW = 1_700_000_000.0
STORY = """
chapters: {night: {title: "Night :: one", begins: a}}
sources: {S: {title: T}}
scenes: {a: {title: A, text: A., chapter: night, ending: {title: A, tone: calm}}}
chapter: night
exercises:
  pick: {kind: pick, phase: check, skill: who says so, prompt: "Is 1 < 2?", evidence: [S],
    options: [{id: a, text: "*Yes*", right: true, why: Count.}, {id: b, text: "No"}]}
  match: {kind: match, phase: check, prompt: P, ladder: standing,
    items: [{id: x, text: X, answer: reported, why: One voice.}, {id: y, text: Y, answer: claimed}]}
  order: {kind: order, phase: check, prompt: P, items: [{id: x, text: X}, {id: y, text: Y}]}
  short: {kind: short, phase: check, prompt: P, accept: [Homs, Hims]}
  number: {kind: number, phase: check, prompt: P, answer: 8, tolerance: 1}
  rate: {kind: rate, phase: reflect, prompt: P, scale: [low, high]}
  write: {kind: write, phase: reflect, prompt: P}
"""


class Note(NamedTuple):
    """A note as Anki keeps it."""

    guid: str
    model: int
    tags: str
    fields: list[str]


class Collection:
    """What is in the file of a deck."""

    def __init__(self, file: bytes, folder: Path) -> None:
        with zipfile.ZipFile(BytesIO(file)) as zipped:
            zipped.extract("collection.anki2", folder)
        database = sqlite3.connect(folder / "collection.anki2")
        self.notes = [
            Note(guid, model, tags, fields.split("\x1f"))
            for guid, model, tags, fields in database.execute(
                "select guid, mid, tags, flds from notes order by id"
            )
        ]
        self.cards = database.execute("select count(*) from cards").fetchone()[0]
        models, decks = database.execute("select models, decks from col").fetchone()
        self.models = {int(id_) for id_ in json.loads(models)}
        self.decks = {each["id"]: each["name"] for each in json.loads(decks).values() if each["name"] != "Default"}
        database.close()


def made(story: Story, folder: Path, now: float = NOW) -> Collection:
    return Collection(deck(story, story.exercises.values(), now), folder)


def test_each_question_has_its_card_and_a_match_one_for_each_item(tmp_path: Path) -> None:
    found = made(story_of(STORY), tmp_path)

    assert 6 == len(found.notes) == found.cards
    pick, x, y, order, short, number = (note.fields for note in found.notes)
    assert ["Is 1 < 2? Yes No", "Yes Count. “T”"] == [words(field) for field in pick]
    assert "<em>Yes</em>" in pick[0]
    assert "&lt;" in pick[0]
    assert ["P X established reported claimed cannot run", "reported One voice."] == [words(field) for field in x]
    assert "claimed" == words(y[1])
    assert "X: 1. Y: 2." == words(order[1])
    assert ["P", "", "Homs"] == [words(field) for field in short]
    assert "8 ± 1" == words(number[1])


def test_decks_and_tags_say_where_a_card_comes_from(tmp_path: Path) -> None:
    found = made(story_of(STORY), tmp_path)

    assert ["Example::Night : : one"] == list(found.decks.values())
    assert ["example::night", "skill::who-says-so"] == sorted(found.notes[0].tags.split())


def test_what_is_brought_in_again_is_the_same_cards_brought_up_to_date(tmp_path: Path) -> None:
    first = made(story_of(STORY), tmp_path)
    changed = made(story_of(STORY.replace("Count.", "Count again.")), tmp_path, NOW + 1)

    assert [note.guid for note in first.notes] == [note.guid for note in changed.notes]
    assert len(first.notes) == len({note.guid for note in first.notes})
    assert [note.model for note in first.notes] == [note.model for note in changed.notes]
    assert (first.decks, first.models) == (changed.decks, changed.models)
    assert "Count again." in words(changed.notes[0].fields[1])


def test_the_bundled_story_makes_a_deck_for_each_chapter(tmp_path: Path) -> None:
    story = story_in(BUNDLED)

    found = made(story, tmp_path)

    assert {f"{story.title}::{chapter.title}" for chapter in story.chapters.values()} == set(found.decks.values())
    assert len(found.notes) > len(story.exercises)


@settings(max_examples=40, deadline=None)
@given(asked=st.lists(exercises(), max_size=3, unique_by=lambda exercise: exercise.id))
def test_whatever_is_written_comes_back_and_is_no_sound_or_formula(
    asked: list[Exercise], tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = Collection(deck(HOSTILE_STORY, asked, NOW), tmp_path_factory.mktemp("deck"))

    notes = iter(found.notes)
    for exercise in asked:
        items = len(exercise.items) if exercise.kind is ExerciseKind.MATCH else 1
        for _ in range(0 if exercise.kind in (ExerciseKind.RATE, ExerciseKind.WRITE) else items):
            note = next(notes)
            assert words(note.fields[0]).startswith(said(exercise.prompt))
            assert not {"[", "\\"} & set("".join(note.fields))
    assert None is next(notes, None)
