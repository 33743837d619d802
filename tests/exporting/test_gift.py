"""Exercises as GIFT."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import story_in, story_of
from conftest import BUNDLED
from exporting.exercises import STORY, exercises
from exporting.gift_reader import Choice, Question, read, words
from sidelight.exporting.gift import gift
from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.story import Story

HEAD = """
chapters: {one: {title: Night/Day, begins: a}}
sources: {LOG: {title: The log, outlet: Harbour, url: "https://a.org/?b=c"}}
scenes: {a: {title: A, text: A., chapter: one, ending: {title: A, tone: calm}}}
chapter: one
exercises:
"""
MANY = "kind: pick-many, options: [{id: a, text: A, right: true}, {id: b, text: B, right: true}, {id: c, text: C}]"
DESK = """
  caller:
    kind: pick
    phase: check
    skill: evidence
    prompt: "What can the desk run at 23:40?"
    options:
      - {id: hold, text: "*Nothing*, yet", right: true, why: One call = no call.}
      - {id: fled, text: "[He has fled] {0}", why: One voice.}
    evidence: [LOG]
    feedback: {always: Ring again.}
"""


def desk(exercise: str) -> Story:
    return story_of(HEAD + exercise)


def read_one(exercise: str) -> Question:
    story = desk(exercise)
    (found,) = read(gift(story, story.exercises.values()))
    return found


def test_a_question_is_written_as_moodle_writes_one() -> None:
    story = desk(DESK.replace("{0}", "now"))

    assert (
        gift(story, story.exercises.values())
        == r"""// Example, version 0

$CATEGORY: Example/Night//Day

// [id:caller] [tag:check] [tag:evidence]
::caller What can the desk run at 23\:40?::[html]<p>What can the desk run at 23\:40?</p>{
	=<em>Nothing</em>, yet#<p>One call \= no call.</p>
	~&\#91;He has fled] now#<p>One voice.</p>
	####<p>Ring again.</p><ul><li><a href\="https\://a.org/?b\=c">“The log”, Harbour</a></li></ul>
}

"""
    )


@pytest.mark.parametrize(
    ("exercise", "kind", "answers"),
    [
        (MANY, "pick-many", [("A", 0.5), ("B", 0.5), ("C", -0.5)]),
        (
            "kind: pick, options: [{id: 'true', text: Yes, why: Y}, {id: 'false', text: No, right: true, why: N}]",
            "true-false",
            [("FALSE", 1.0), ("", 0.0)],
        ),
        ("kind: short, accept: ['a*b', Homs]", "short", [(r"a\*b", 1.0), ("Homs", 1.0)]),
        ("kind: short, accept: ['[html]'], feedback: {wrong: No.}", "short", [("[html]", 1.0), ("*", 0.0)]),
        ("kind: number, answer: -8, tolerance: 2", "number", [("-8:2", 1.0)]),
        ("kind: number, answer: 8, feedback: {wrong: No.}", "number", [("8:0", 1.0), ("", 0.0)]),
        ("kind: write, model: A good one.", "essay", []),
        (
            "kind: match, targets: [run, hold], items: [{id: a, text: A, answer: hold}]",
            "pick",
            [("run", 0.0), ("hold", 1.0)],
        ),
    ],
)
def test_each_kind_has_its_form(exercise: str, kind: str, answers: list[tuple[str, float]]) -> None:
    found = read_one(f"  x: {{phase: check, prompt: P, {exercise}}}\n")

    assert kind == found.kind
    assert answers == [(choice.text, choice.worth) for choice in found.choices]


def test_the_steps_of_a_ladder_that_are_not_right_are_there_to_be_chosen() -> None:
    found = read_one(
        "  x: {phase: check, prompt: P, kind: match, ladder: standing, items:"
        " [{id: a, text: A -> B, answer: claimed}, {id: b, text: B, answer: [reported, claimed]}]}\n"
    )

    assert [("A -&gt; B", "claimed"), ("B", "reported"), ("", "established"), ("", "cannot run")] == list(
        found.pairs
    )
    assert "B: reported / claimed." in words(found.general)


def test_an_order_is_matched_with_its_numbers() -> None:
    found = read_one("  x: {phase: check, prompt: P, kind: order, items: [{id: b, text: B}, {id: a, text: A}]}\n")

    assert [("B", "1"), ("A", "2")] == list(found.pairs)


def test_of_a_true_or_false_each_answer_has_its_own_feedback() -> None:
    found = read_one(
        "  x: {phase: check, prompt: P, kind: pick, options:"
        " [{id: 'true', text: Yes, right: true, why: So it is.}, {id: 'false', text: No, why: Look again.}]}\n"
    )

    assert (Choice("TRUE", 1.0, "<p>So it is.</p>"), Choice("", 0.0, "<p>Look again.</p>")) == found.choices


@pytest.mark.parametrize(
    ("exercise", "why"),
    [
        ("kind: rate, scale: [low, high]", "GIFT has no form for a rating."),
        ("kind: pick, options: [{id: a, text: A, right: true}]", "it has fewer than two options."),
        ("kind: pick, options: [{id: a, text: A}, {id: b, text: B}]", "none of its options is right."),
    ],
)
def test_what_has_no_form_is_named_and_left_out(exercise: str, why: str) -> None:
    story = desk(f"  x: {{phase: predict, prompt: P, {exercise}}}\n")

    written = gift(story, story.exercises.values())

    assert f"// x is left out: {why}" in written
    assert [] == read(written)


def test_the_bundled_story_s_questions_are_all_there() -> None:
    story = story_in(BUNDLED)

    found = read(gift(story, story.exercises.values()))

    assert list(story.exercises) == [question.id for question in found]
    assert {chapter.title for chapter in story.chapters.values()} == {
        question.category.removeprefix(f"{story.title}/") for question in found
    }


def said(source: str) -> str:
    """The words of a text in which every sign was escaped."""
    return re.sub(r"\\(.)", r"\1", source)


def stays(text: str) -> str:
    """Words as they stay where they are taken as they are."""
    return re.sub(r"&(?=&\d)", "& ", text)


def has_a_form(exercise: Exercise) -> bool:
    alone = exercise.kind is ExerciseKind.MATCH and len(exercise.items) == 1
    offered = exercise.targets if alone else exercise.options
    return exercise.kind is not ExerciseKind.RATE and (not (alone or offered) or len(offered) > 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(exercises(), max_size=3, unique_by=lambda exercise: exercise.id))
def test_whatever_is_written_in_an_exercise_comes_back(asked: list[Exercise]) -> None:
    found = read(gift(STORY, asked))

    expected = [exercise for exercise in asked if has_a_form(exercise)]
    assert len(expected) == len(found)
    for exercise, question in zip(expected, found, strict=True):
        _same(exercise, question)


def _same(exercise: Exercise, question: Question) -> None:
    assert question.id in (exercise.id, f"{exercise.id}-rev{exercise.rev}")
    assert question.name.startswith(exercise.id)
    assert words(question.text).startswith(said(exercise.prompt))
    assert said(exercise.feedback.get("always", "")) in words(question.general)
    match question.kind:
        case "pick" | "pick-many" if exercise.options:
            shown = [(words(choice.text), choice.worth > 0, words(choice.feedback)) for choice in question.choices]
            assert [(said(each.text), each.right, said(each.why)) for each in exercise.options] == shown
        case "true-false":
            why = {option.right: said(option.why) for option in exercise.options}
            assert [why[True], why[False]] == [words(choice.feedback) for choice in question.choices]
        case "match" if exercise.kind is ExerciseKind.MATCH:
            targets = {id_: stays(said(text)) for id_, text in exercise.targets.items()}
            pairs = [(words(left), right) for left, right in question.pairs]
            assert [(said(item.text), targets[item.answers[0]]) for item in exercise.items] == pairs[
                : len(exercise.items)
            ]
            assert sorted(
                targets[id_] for id_ in targets.keys() - {item.answers[0] for item in exercise.items}
            ) == (sorted(right for _, right in pairs[len(exercise.items) :]))
        case "match":
            assert [(said(item.text), str(place)) for place, item in enumerate(exercise.items, 1)] == [
                (words(left), right) for left, right in question.pairs
            ]
        case "pick":
            (item,) = exercise.items
            assert [(said(text), id_ == item.answers[0]) for id_, text in exercise.targets.items()] == [
                (words(choice.text), choice.worth == 1) for choice in question.choices
            ]
            assert words(question.text).endswith(said(item.text))
        case "short":
            spellings = [stays(" ".join(each.split())).replace("*", r"\*") for each in exercise.answer.accept]
            spellings = [each.replace("->", "-*>") for each in spellings]
            assert spellings == [choice.text for choice in question.choices if choice.worth]
        case "number":
            answer = f"{exercise.answer.number}:{exercise.answer.tolerance}"
            assert answer == question.choices[0].text
        case _:
            assert question.kind == "essay"
            assert said(exercise.model) in words(question.general)
