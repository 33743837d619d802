"""Asides, the sources they cite, and exercises."""

import pytest

from mistakes import around, found_in, sound
from sidelight.loading.header import DEFAULT_GRADES
from sidelight.model.exercises import Answer, Exercise, ExerciseKind, Matched, Option, Phase
from sidelight.model.story import Aside, AsideKind, Grade, Source

STORY = around("title: A")
SOURCES = "sources: {S: {title: A wire}}\n"


def aside(fields: str) -> str:
    return f"{STORY}{SOURCES}asides:\n  A:\n    {{{fields}}}\n"


def exercise(fields: str) -> str:
    return f"{STORY}{SOURCES}exercises:\n  x:\n    {{{fields}}}\n"


def test_an_aside_has_everything_it_is_written_with() -> None:
    fields = (
        "title: T, claim: C, says: S., more: M., kind: person, grade: contested, sources: [S], as-of: 2026-04-26"
    )
    story = sound(aside(fields))

    assert story.asides["A"] == Aside(
        "A",
        "T",
        "S.",
        "contested",
        story.asides["A"].span,
        AsideKind.PERSON,
        "C",
        "M.",
        ("S",),
        None,
        "2026-04-26",
    )


def test_a_source_has_everything_it_is_written_with() -> None:
    text = (
        "sources: {S: {title: T, outlet: O, author: A, date: 2024-12-13, kind: wire, url: http://a.org, note: N}}"
    )
    source = sound(STORY + text).sources["S"]

    assert Source("S", "T", source.span, "O", "A", "2024-12-13", "wire", "http://a.org", "N") == source


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("title: T, says: S, grade: reported, sources: [S]", []),
        ("title: T, says: S, grade: reported, sources: S", []),
        ("title: T, says: S, grade: reported, no-source: nobody would say", []),
        ("title: T, says: S, grade: dramatised", []),
        ("title: T, says: S, grade: reported", [("aside-without-source", "A")]),
        ("title: T, says: S, grade: reported, sources: []", [("aside-without-source", "A")]),
        ("title: T, says: S, grade: reported, sources: [S], no-source: none", [("aside-without-source", "A")]),
        ("title: T, says: S, grade: reported, sources: [Q]", [("unknown-source", "Q")]),
        ("title: T, says: S, grade: reported, sources: [A]", [("unknown-source", "A")]),
        ("title: T, says: S, grade: certain, sources: [S]", [("unknown-grade", "certain")]),
        ("title: T, says: S, grade: dramatised, kind: thing", [("wrong-type", "thing")]),
        ("title: T, says: S, sources: [S]", [("missing-key", "{title: T, says: S, sources: [S]}")]),
        ("title: T, grade: dramatised, claim: '{'", [("missing-key", None), ("not-here", "{")]),
    ],
)
def test_an_aside_says_how_far_it_stands_and_who_says_so(fields: str, found: list[tuple[str, str | None]]) -> None:
    seen = found_in(aside(fields))

    assert [kind for kind, _ in found] == [kind for kind, _ in seen]
    assert {each for each in found if each[1]} <= set(seen)


def test_asides_and_sources_share_their_ids() -> None:
    text = f"{STORY}sources: {{a1: {{title: T}}}}\nasides: {{A1: {{title: T, says: S, grade: dramatised}}}}\n"

    assert [("repeated-id", "a1")] == found_in(text)


def test_an_address_of_a_source_is_one() -> None:
    assert [("bad-link", "ftp://a.org")] == found_in(STORY + "sources: {S: {title: T, url: ftp://a.org}}")


def test_a_ladder_of_the_story_s_own_takes_the_place_of_the_default_one() -> None:
    ladder = (
        "grades: {seen: {label: Seen, means: we saw it, needs-source: false}, told: {label: Told, means: told}}\n"
    )

    assert DEFAULT_GRADES == sound(STORY).grades
    assert {
        "seen": Grade("seen", "Seen", "we saw it", needs_source=False),
        "told": Grade("told", "Told", "told", needs_source=True),
    } == sound(STORY + ladder).grades
    assert [("unknown-grade", "dramatised")] == found_in(aside("title: T, says: S, grade: dramatised") + ladder)


def test_an_exercise_has_everything_it_is_written_with() -> None:
    story = sound(
        exercise(
            "kind: pick, phase: check, after: a, prompt: P, rev: 2, skill: evidence, evidence: [S], hint: [H],"
            " attempts: 3, points: 4, credit: all, shuffle: false, confidence: true,"
            " feedback: {right: R, always: A},"
            " options: [{id: a, text: A, right: true, why: W}, {id: b, text: B, sources: [S], claim: C}]"
        )
    )

    found = story.exercises["x"]
    assert found == Exercise(
        id="x",
        kind=ExerciseKind.PICK,
        phase=Phase.CHECK,
        prompt="P",
        span=found.span,
        after="a",
        rev=2,
        skill="evidence",
        options=(Option("a", "A", right=True, why="W"), Option("b", "B", sources=("S",), claim="C")),
        evidence=("S",),
        hints=("H",),
        attempts=3,
        points=4,
        shuffle=False,
        confidence=True,
        feedback={"right": "R", "always": "A"},
    )


@pytest.mark.parametrize(("phase", "attempts", "points"), [("predict", 1, 0), ("check", 2, 1), ("reflect", 1, 1)])
def test_a_phase_has_its_attempts_and_a_prediction_no_points(phase: str, attempts: int, points: int) -> None:
    found = sound(exercise(f"kind: number, phase: {phase}, prompt: P, answer: 8, tolerance: 1")).exercises["x"]

    assert (attempts, points, Answer(8, 1)) == (found.attempts, found.points, found.answer)


def test_a_check_may_be_worth_no_points() -> None:
    found = sound(exercise("kind: number, phase: check, prompt: P, answer: 8, points: 0")).exercises["x"]

    assert 0 == found.points


def test_a_match_may_have_targets_of_its_own_or_a_ladder() -> None:
    items = "items: [{id: a, text: A, answer: [one, two]}]"
    own = sound(exercise(f"kind: match, phase: check, prompt: P, targets: [one, {{id: two, text: Two}}], {items}"))
    ladder = sound(
        exercise(
            "kind: match, phase: check, prompt: P, ladder: standing, items: [{id: a, text: A, answer: claimed}]"
        )
    )

    assert {"one": "one", "two": "Two"} == own.exercises["x"].targets
    assert (Matched("a", "A", ("one", "two")),) == own.exercises["x"].items
    assert ("standing", True) == (ladder.exercises["x"].ladder, ladder.exercises["x"].partial)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("kind: pick, options: [{id: a, text: A}, {id: b, text: B}]", "bad-exercise"),
        ("kind: pick, options: [{id: a, text: A, right: true}, {id: b, text: B, right: true}]", "bad-exercise"),
        ("kind: pick, options: [{id: a, text: A, right: true}, {id: A, text: B}]", "bad-exercise"),
        ("kind: pick-many, options: [{id: a, text: A}]", "bad-exercise"),
        ("kind: match, targets: [one]", "bad-exercise"),
        ("kind: match, targets: [one], items: [{id: a, text: A}]", "bad-exercise"),
        ("kind: match, targets: [one], items: [{id: a, text: A, answer: two}]", "bad-exercise"),
        ("kind: match, ladder: standing, items: [{id: a, text: A, answer: b}]", "bad-exercise"),
        ("kind: number, answer: 8, attempts: 0", "bad-exercise"),
        ("kind: number, answer: 8, points: -1", "bad-exercise"),
        ("kind: match, ladder: grades, items: [{id: a, text: A, answer: b}]", "bad-exercise"),
        ("kind: match, ladder: rungs, items: [{id: a, text: A, answer: a}], targets: [a]", "bad-exercise"),
        ("kind: order, items: [{id: a, text: A}]", "bad-exercise"),
        ("kind: number", "bad-exercise"),
        ("kind: short", "bad-exercise"),
        ("kind: rate", "bad-exercise"),
        ("kind: write, options: [{id: a, text: A}]", "bad-exercise"),
        ("kind: write, after: q", "unknown-scene"),
        ("kind: write, chapter: q", "unknown-chapter"),
        ("kind: write, evidence: [Q]", "unknown-source"),
        ("kind: write, credit: some", "wrong-type"),
        ("kind: draw", "wrong-type"),
        ("kind: pick, options: [{id: a, text: A, right: true}, {id: b}]", "missing-key"),
        ("kind: pick, options: [{id: a, text: A, right: true}, {text: B}]", "missing-key"),
    ],
)
def test_an_exercise_that_cannot_be_answered_is_reported(fields: str, found: str) -> None:
    assert [found] == [kind for kind, _ in found_in(exercise(f"phase: check, prompt: P, {fields}"))]


def test_no_exercise_follows_a_quiet_scene() -> None:
    text = exercise("kind: write, phase: reflect, after: a, prompt: P")

    assert [] == found_in(text)
    assert [("bad-exercise", "x")] == found_in(text.replace("title: A\n", "title: A\n    quiet: true\n"))


def test_evidence_may_be_an_aside_or_a_source() -> None:
    text = exercise("kind: write, phase: reflect, prompt: P, evidence: [S, B]")

    assert ("S", "B") == sound(text + "asides: {B: {title: T, says: S, grade: dramatised}}").exercises[
        "x"
    ].evidence
