"""How the parts of a story fit together: its header, its chapters and its passages."""

import pytest

from mistakes import END, HEADER, around, found_in, sound


@pytest.mark.parametrize(
    ("chapters", "found"),
    [
        ("{one: {title: One, begins: a}}", []),
        ("{one: {title: One, begins: y}}", [("unknown-scene", "y")]),
        ("{one: {title: One}}", [("missing-key", "{title: One}")]),
        ("{one: {title: One, begins: a}, two: {title: Two, begins: a}}", [("unknown-scene", "two")]),
    ],
)
def test_a_chapter_begins_with_a_scene_of_its_own(chapters: str, found: list[tuple[str, str]]) -> None:
    text = around("chapter: one").replace("z: {", "z: {chapter: one, ")

    assert found == found_in(f"{text}chapters: {chapters}\n")


def test_a_file_may_give_its_scenes_their_chapter_and_a_scene_may_have_its_own() -> None:
    story = sound(
        HEADER.replace("start: a", "start: a, chapters: [two, one]")
        + "chapters: {one: {title: One, begins: a}, two: {title: Two, begins: b}}",
        "chapter: one\nscenes: {a: {title: A, text: A}, b: {title: B, text: B, chapter: two}}",
    )

    assert {"a": "one", "b": "two"} == {scene.id: scene.chapter for scene in story.scenes.values()}
    assert ["two", "one"] == list(story.chapters)


def test_if_there_are_chapters_every_scene_has_one() -> None:
    text = around("chapter: one") + "chapters: {one: {title: One, begins: a}}\n"

    assert [("scene-without-chapter", "z")] == found_in(text)


@pytest.mark.parametrize(
    ("passages", "found"),
    [
        ("{one: {text: [{passage: one}]}}", ["one"]),
        ("{one: {text: [{passage: two}]}, two: {text: [{when: sent, text: [{passage: one}]}]}}", ["one", "two"]),
        ("{one: {text: [{passage: two}]}, two: {text: [{passage: two}]}}", ["two"]),
        ("{one: {text: [{passage: two}, {passage: two}]}, two: {text: Two}}", []),
    ],
)
def test_a_passage_that_contains_itself_is_reported_however_far_round(passages: str, found: list[str]) -> None:
    text = around("text: [{passage: one}]") + f"passages: {passages}\n"

    assert [("passage-in-itself", id_) for id_ in found] == found_in(text)


def test_a_passage_belongs_to_no_chapter_and_names_no_chapter_s_variables() -> None:
    text = around("chapter: one").replace("z: {", "z: {chapter: one, ")
    text += "chapters: {one: {title: One, begins: a, variables: {rung: false}}}\npassages: {p: {text: '{rung}'}}\n"

    assert [("another-chapters-variable", "rung")] == found_in(text)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("{id: e, title: E, start: a}", ("missing-key", "{id: e, title: E, start: a}")),
        ("{format: 2, id: e, title: E, start: a}", ("unsupported-format", "2")),
        ('{format: "1", id: e, title: E, start: a}', ("wrong-type", '"1"')),
        ("{format: 1, id: e e, title: E, start: a}", ("bad-id", "e e")),
        ("{format: 1, id: e, title: E, start: y}", ("unknown-scene", "y")),
        ("{format: 1, id: e, title: E, start: a, chapters: [one]}", ("unknown-chapter", "one")),
        ("{format: 1, id: e, title: E, start: a, ifid: 0a1b}", ("wrong-type", "0a1b")),
        ("story", ("wrong-type", "story")),
    ],
)
def test_a_header_that_cannot_be_read_is_reported(header: str, found: tuple[str, str]) -> None:
    assert [found] == found_in(f"story: {header}\nscenes: {{a: {{title: A, text: A}}}}\n")


def test_a_header_says_what_it_says() -> None:
    story = sound(
        "story: {format: 1, id: e, title: E, start: a, author: Ruba, language: ar, version: 1.0,\n"
        "  ifid: 6E0B7C52-3D0F-4B7A-9C61-8A1E5D24F0B7, about: Of her., licence: MIT, content-notes: [war, loss]}\n"
        "scenes: {a: {title: A, text: A}}\n"
    )

    assert ("e", "E", "Ruba", "ar", "1.0", "Of her.", "MIT") == (
        story.id,
        story.title,
        story.author,
        story.language,
        story.version,
        story.about,
        story.licence,
    )
    assert ("6E0B7C52-3D0F-4B7A-9C61-8A1E5D24F0B7", ("war", "loss")) == (story.ifid, story.content_notes)


def test_a_story_has_one_header() -> None:
    assert [("repeated-id", "{format: 1, id: example, title: Example, start: a}")] == found_in(
        around("title: A"), HEADER
    )
    assert [("no-story", "")] == found_in("scenes:\n" + END)
