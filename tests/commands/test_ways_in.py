"""`--chapter` and `--route` as somebody types them who reads the screen and not the files of the story."""

import pytest

from builders import begin
from sidelight.commands.chapters import chapter_called
from sidelight.commands.routes import follow
from sidelight.errors import UsageError
from sidelight.loading.load import load_files
from sidelight.play.rules import Beginning, Rules
from sidelight.text.spans import StoryFile

STORY = """
story: {format: 1, id: small, title: Small, start: a, chapters: [p, c1, c2, c3]}
chapters:
  p: {title: The Quay, begins: a}
  c1: {title: The Door, begins: b}
  c2: {title: The Door at Night, begins: c}
  c3: {title: "1917", begins: d}
scenes:
  a:
    chapter: p
    title: The quay
    text: Here.
    choices:
      - {say: Wait, id: wait, to: a}
      - {say: Swim, id: swim, to: b, when: chose('a/wait'), locked: Not yet.}
      - {say: Stay, id: "1", to: a}
      - {say: Go, id: go, to: b}
  b: {chapter: c1, title: The door, text: Here., choices: [{say: Knock, id: knock, to: c}]}
  c: {chapter: c2, title: Night, text: Here., choices: [{say: On, id: on, to: d}]}
  d: {chapter: c3, title: Over, text: Here., ending: {title: Over}}
"""


def rules(text: str = STORY) -> Rules:
    story = load_files([StoryFile("story.yaml", text)]).story
    assert story is not None
    return begin(story).rules


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("c1", "c1"),
        ("C1", "c1"),
        ("1", "p"),
        (" 3 ", "c2"),
        ("the quay", "p"),
        ("the q", "p"),
        ("The Door", "c1"),  # in full, though another begins so
        ("the door at", "c2"),
        ("1917", "c3"),
        ("19", "c3"),
    ],
)
def test_a_chapter_is_named_by_its_id_its_number_or_its_title(typed: str, meant: str) -> None:
    assert meant == chapter_called(rules().story, typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the quai", 'did you mean "The Quay"?'),
        ("c9", "the chapters are"),
        ("5", "the chapters are"),
        ("", "the chapters are"),
        ("the ", "it could be The Quay, The Door or The Door at Night"),
    ],
)
def test_a_chapter_that_is_not_there_is_answered_with_those_that_are(typed: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        chapter_called(rules().story, typed)

    listed = ["  1  p   The Quay", "  2  c1  The Door", "  3  c2  The Door at Night", "  4  c3  1917"]
    assert said in refused.value.help
    assert listed == refused.value.help.splitlines()[-4:]


def test_a_story_without_chapters_says_so() -> None:
    alone = (
        "story: {format: 1, id: x, title: X, start: a}\nscenes: {a: {title: A, text: A., ending: {title: E}}}\n"
    )

    with pytest.raises(UsageError) as refused:
        chapter_called(rules(alone).story, "1")

    assert "this story has no chapters" == refused.value.help


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("wait,go", ["a/wait", "a/go"]),
        ("1,1", ["a/1", "a/1"]),  # the id goes before the number
        ("3", ["a/go"]),  # what is locked has no number
        ("wait,4,knock", ["a/wait", "a/go", "b/knock"]),
        ("wait, 2 ,1", ["a/wait", "a/swim", "b/knock"]),
        ("a/go,1,1", ["a/go", "b/knock", "c/on"]),
        ("", []),
    ],
)
def test_a_route_takes_the_ids_and_the_numbers_of_choices(typed: str, steps: list[str]) -> None:
    taken = [step.choice.step for step in follow(typed, rules(), Beginning()).steps()]

    assert steps == taken


@pytest.mark.parametrize(
    ("typed", "message", "help_"),
    [
        (
            "wait,7",
            '--route stops at its step 2, "7", in scene "a": no such choice',
            "open there are 1 wait, 2 swim, 3 1, 4 go",
        ),
        (
            "go,b/fly,1",
            '--route stops at its step 2, "b/fly", in scene "b": no such choice',
            "open there is 1 knock",
        ),
        (
            "swim",
            '--route stops at its step 1, "swim", in scene "a": not open',
            "open there are 1 wait, 2 1, 3 go",
        ),
        (
            "go,1,1,1",
            '--route stops at its step 4, "1", in scene "d": no such choice',
            "nothing is open there: it is an ending",
        ),
    ],
)
def test_a_step_that_cannot_be_taken_is_named_with_what_was_open(typed: str, message: str, help_: str) -> None:
    with pytest.raises(UsageError) as refused:
        follow(typed, rules(), Beginning())

    assert message == refused.value.message
    assert refused.value.help.startswith(help_)


def test_a_route_that_leaves_a_chapter_played_alone_says_so_and_nothing_of_scenes() -> None:
    with pytest.raises(UsageError) as refused:
        follow("1,1", rules(), Beginning(chapter="c1"))

    assert '--route stops at its step 2, "1", after the chapter' == refused.value.message
    assert "nothing is open there: the chapter is over" == refused.value.help
