"""What was recorded of a class, as xAPI statements."""

import json
import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import story_of
from exporting.exercises import STORY as HOSTILE_STORY
from exporting.exercises import exercises
from sidelight.exporting.xapi import Statement, Statements, Wanted
from sidelight.model.exercises import Exercise
from sidelight.teaching.events import Answered, Chose, Ended, Event, Opened, Session, Skipped, Voted, WentBack
from sidelight.teaching.report.gathering import Recorded

STORY = story_of(
    """
chapter: night
chapters: {night: {title: Night, begins: desk}}
sources: {S: {title: T}}
asides: {gale: {title: The *gale*, says: It blew., grade: reported, sources: [S]}}
scenes:
  desk:
    title: The desk
    was: [table]
    text: A call.
    asides: [gale]
    choices:
      - {say: "*Hold* it", id: hold, to: spike}
      - {say: Run it, id: run, to: spike}
  spike: {title: Spike, text: Done., ending: {title: On the spike}}
exercises:
  pick:
    {kind: pick, phase: check, prompt: P, options: [{id: a, text: A}, {id: b, text: B, right: true}]}
  truth:
    {kind: pick, phase: check, prompt: P, options: [{id: 'true', text: A}, {id: 'false', text: B, right: true}]}
  guess:
    {kind: pick, phase: predict, prompt: P, options: [{id: a, text: A}, {id: b, text: B, right: true}]}
  many:
    {kind: pick-many, phase: check, prompt: P, options:
      [{id: a, text: A, right: true}, {id: b, text: B}, {id: c, text: C, right: true}]}
  match:
    {kind: match, phase: check, prompt: P, targets: [run it, hold], items:
      [{id: x, text: X, answer: run it}, {id: y, text: Y, answer: [hold, run it]}]}
  order: {kind: order, phase: check, prompt: P, items: [{id: one, text: One}, {id: two, text: Two}]}
  short: {kind: short, phase: check, prompt: P, accept: [Homs]}
  number: {kind: number, phase: check, prompt: P, answer: 8, tolerance: 1}
  rate: {kind: rate, phase: reflect, prompt: P, scale: [low, high]}
  write: {kind: write, phase: reflect, prompt: P}
""",
    start="desk",
)
SESSION = Session(
    "5b6e1a7e-8f27-4d0c-9c37-0e2f6f5f4b11", "otter-17", "example", "1.2", "d", "", "2026-11-22", "2027-02-20"
)
EXTENSION = "https://sidelight.invalid/extensions/"


def statements(*events: Event, wanted: Wanted | None = None, session: Session = SESSION) -> list[Statement]:
    return list(Statements(STORY, wanted).of(Recorded(session, events)))


def answered(exercise: str, *response: str, score: float | None = None, wanted: Wanted | None = None) -> Statement:
    (_, found) = statements(Answered(exercise, 1, 2, response, score, 1, 3, 12, ("gale",)), wanted=wanted)
    return found


def test_a_session_is_told_in_verbs_that_every_store_knows() -> None:
    found = statements(
        Chose("desk/hold", 0, 30, ("gale",)),
        WentBack(0),
        Opened("gale", "desk", 0),
        Answered("pick", 1, 1, ("b",), 1.0, 0, 0, 9),
        Skipped("rate", 1),
        Voted((("desk/hold", 3),), "desk/hold", 0),
        Ended("spike", 1, 300),
    )

    assert [
        ("initialized", "https://sidelight.invalid/stories/example"),
        ("answered", "https://sidelight.invalid/stories/example/choices/desk"),
        ("answered", "https://sidelight.invalid/stories/example/exercises/pick/1"),
        ("completed", "https://sidelight.invalid/stories/example/endings/spike"),
        ("terminated", "https://sidelight.invalid/stories/example"),
    ] == [(each["verb"]["id"].rpartition("/")[2], each["object"]["id"]) for each in found]


def test_a_choice_is_neither_right_nor_wrong() -> None:
    (_, chose) = statements(Chose("desk/hold", 0, 30, ("gale", "unknown")))

    assert {
        "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
        "name": {"en": "Night: The desk"},
        "interactionType": "choice",
        "choices": [
            {"id": "hold", "description": {"en": "Hold it"}},
            {"id": "run", "description": {"en": "Run it"}},
        ],
    } == chose["object"]["definition"]
    assert {"response": "hold", "duration": "PT30S", "extensions": {f"{EXTENSION}notes": ["gale"]}} == chose[
        "result"
    ]


def test_a_scene_by_its_former_name_is_the_same_scene() -> None:
    (_, once), (_, now) = statements(Chose("table/hold", 0, 1)), statements(Chose("desk/hold", 0, 1))

    assert now == once


@pytest.mark.parametrize(
    ("exercise", "response", "kind", "told", "patterns"),
    [
        ("pick", ("a",), "choice", "a", ["b"]),
        ("pick", ("Mary",), "choice", None, ["b"]),
        ("truth", ("true",), "true-false", "true", ["false"]),
        ("guess", ("b",), "choice", "b", None),
        ("many", ("c", "a"), "choice", "c[,]a", ["a[,]c"]),
        (
            "match",
            ("hold", "run it"),
            "matching",
            "x[.]hold[,]y[.]target-1",
            ["x[.]target-1[,]y[.]hold", "x[.]target-1[,]y[.]target-1"],
        ),
        ("match", ("hold", "Mary"), "matching", "x[.]hold", ...),
        ("order", ("two", "one"), "sequencing", "two[,]one", ["one[,]two"]),
        ("short", ("my name is Mary",), "fill-in", None, ["{case_matters=false}Homs"]),
        ("number", ("9",), "numeric", "9", ["7[:]9"]),
        ("number", ("Mary",), "numeric", None, ["7[:]9"]),
        ("rate", ("2",), "likert", "2", None),
        ("rate", ("3",), "likert", None, None),
        ("write", ("my name is Mary",), "long-fill-in", None, None),
    ],
)
def test_an_answer_is_told_by_its_ids_and_by_nothing_else(
    exercise: str, response: tuple[str, ...], kind: str, told: str | None, patterns: Any
) -> None:
    found = answered(exercise, *response)

    definition = found["object"]["definition"]
    assert kind == definition["interactionType"]
    assert told == found["result"].get("response")
    assert patterns in (..., definition.get("correctResponsesPattern"))
    assert "Mary" not in json.dumps(found)


def test_what_was_typed_is_told_where_it_is_wanted() -> None:
    assert "Homs is right" == answered("short", "Homs is right", wanted=Wanted(text=True))["result"]["response"]
    assert {"attempt": 2, "hints": 1, "confidence": 3, "characters": 13, "notes": ["gale"]} == {
        name.removeprefix(EXTENSION): value
        for name, value in answered("short", "Homs is right")["result"]["extensions"].items()
    }


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (None, {}),
        (0.5, {"score": {"scaled": 0.5}, "success": False}),
        (1, {"score": {"scaled": 1}, "success": True}),
    ],
)
def test_a_mark_is_told_where_there_is_one(score: float | None, told: dict[str, object]) -> None:
    result = answered("many", "a", score=score)["result"]

    assert told == {name: result[name] for name in ("score", "success") if name in result}


def test_another_edition_of_an_exercise_is_another_activity_of_which_nothing_is_known() -> None:
    (_, found) = statements(Answered("pick", 2, 1, ("a",), 0.0, 0, 0, 9))

    assert "https://sidelight.invalid/stories/example/exercises/pick/2" == found["object"]["id"]
    assert "correctResponsesPattern" not in found["object"]["definition"]
    assert "response" not in found["result"]


def test_notes_are_told_one_by_one_only_where_they_are_wanted() -> None:
    opened = Opened("gale", "desk", 0)

    assert 1 == len(statements(opened))
    (_, found) = statements(opened, wanted=Wanted(notes=True))
    assert {"en": "The gale"} == found["object"]["definition"]["name"]


def test_who_and_when_is_a_code_name_and_a_day() -> None:
    (found,) = statements(wanted=Wanted("https://school.example.org/9b"))

    assert {"homePage": "https://school.example.org/9b", "name": "otter-17"} == found["actor"]["account"]
    assert "2026-11-22T00:00:00Z" == found["timestamp"]
    assert SESSION.id == found["context"]["registration"]


def test_a_statement_has_the_same_id_whenever_it_is_made() -> None:
    events = (Chose("desk/hold", 0, 30), Ended("spike", 1, 300))

    found = statements(*events)

    assert statements(*events) == found
    assert found[:2] == statements(events[0])
    assert len(found) == len({each["id"] for each in found})


def test_a_chapter_played_alone_is_what_begins_and_ends() -> None:
    alone = replace(SESSION, chapter="night")

    found = statements(Ended("", 3, 60), session=alone)

    assert ["https://sidelight.invalid/stories/example/chapters/night"] * 3 == [
        each["object"]["id"] for each in found
    ]


text = st.text(max_size=9) | st.sampled_from(["desk/hold", "pick", "gale", "spike", "a", "2", "[,]", "[.]", "\n"])
texts = st.lists(text, max_size=3).map(tuple)
count = st.integers(0, 999)
events = st.one_of(
    st.builds(Chose, text, count, count, texts),
    st.builds(Opened, text, text, count),
    st.builds(
        Answered,
        st.sampled_from([*STORY.exercises, "?"]),
        count,
        count,
        texts,
        st.none() | st.floats(0, 1),
        count,
        st.integers(0, 4),
        count,
        texts,
    ),
    st.builds(Ended, text, count, count),
)
sessions = st.builds(Session, text, text, text, text, text, text, text, text)


@settings(deadline=None)
@given(sessions, st.lists(events, max_size=4), st.builds(Wanted, text=st.booleans(), notes=st.booleans()))
def test_whatever_stands_in_a_file_the_statements_are_sound(
    session: Session, recorded: list[Event], wanted: Wanted
) -> None:
    found = statements(*recorded, session=session, wanted=wanted)

    for each in found:
        assert_sound(each)


@settings(deadline=None)
@given(exercises(), texts)
def test_whatever_an_exercise_is_its_statement_is_sound(exercise: Exercise, response: tuple[str, ...]) -> None:
    story = replace(HOSTILE_STORY, exercises={exercise.id: exercise})
    event = Answered(exercise.id, exercise.rev, 1, response, None, 0, 0, 1)

    for each in Statements(story).of(Recorded(SESSION, (event,))):
        assert_sound(each)


def assert_sound(statement: Statement) -> None:
    """What xAPI asks of any statement, as far as it is easily asked."""
    UUID(statement["id"])
    UUID(statement["context"]["registration"])
    assert re.fullmatch(r"https?://[!-~]+", statement["object"]["id"])
    definition = statement["object"]["definition"]
    for name in ("choices", "source", "target", "scale"):
        ids = [each["id"] for each in definition.get(name, ())]
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"\S+", id_) for id_ in ids)
    assert [] != definition.get("correctResponsesPattern")
    assert "" not in [statement.get("result", {}).get("response"), statement["actor"]["account"]["name"] or "code"]
    assert json.loads(json.dumps(statement)) == statement
