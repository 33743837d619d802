"""The ways into a story: what each opens, and what it leaves behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builders import story_of
from sidelight.errors import FileError
from sidelight.model.story import Story
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.opening import Opening
from sidelight.presenting.title import Way
from sidelight.saving.store import Store

STORY = """
chapters: {one: {title: One, begins: a, close: Over.}, two: {title: Two, begins: b}}
scenes:
  a: {chapter: one, title: A, text: A., choices: [{say: On, id: on, to: b}]}
  b: {chapter: two, title: B, text: B., ending: {title: The end}}
"""


def story() -> Story:
    return story_of(STORY)


Open = Callable[[], Opening]


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[Open]:
    """Openings of one story kept in one folder, each as a window of its own, all left at the end."""
    windows: list[Opening] = []

    def window() -> Opening:
        windows.append(Opening(Rules(story()), Store(story(), tmp_path)))
        return windows[-1]

    yield window
    for each in windows:
        each.leave()


def take_first(opening: Opening) -> None:
    assert opening.sitting is not None
    opening.sitting.choose(opening.sitting.page.open_offers[0].choice)


def test_a_story_nobody_has_begun_can_be_begun_but_not_gone_on_with(open_: Open) -> None:
    title = open_().title

    assert not title.played
    assert [Way.BEGIN, Way.CHAPTERS, Way.ENDINGS, Way.ABOUT, Way.OTHERS] == [each.way for each in title.ways]


def test_looking_at_the_title_page_reads_nothing(open_: Open, tmp_path: Path) -> None:
    opening = open_()
    assert not opening.title.played
    opening.leave()

    assert not open_().title.played
    assert [] == [path.name for path in tmp_path.glob("*.save")]


def test_what_was_begun_is_gone_on_with(open_: Open) -> None:
    first = open_()
    first.go_on()
    take_first(first)
    first.leave()

    again = open_()
    left = again.title.left
    assert left is not None
    assert ("B", 1) == (left.place, left.steps)
    assert "b" == again.go_on().sitting.page.scene


def test_to_begin_again_keeps_what_was_played(open_: Open, tmp_path: Path) -> None:
    opening = open_()
    opening.go_on()
    take_first(opening)
    opened = opening.begin()

    assert "a" == opened.sitting.page.scene
    assert "You begin again. What you were playing is kept as “autosave-earlier”." == opened.message
    assert (tmp_path / "autosave-earlier.save").exists()


def test_a_chapter_played_alone_leaves_the_whole_story_where_it_was(open_: Open) -> None:
    opening = open_()
    whole = opening.go_on().sitting
    chapter = opening.go_on(opening.chapter_slot("two"), Beginning(chapter="two")).sitting

    assert (whole.name, chapter.name) == ("autosave", "chapter-2")
    assert "b" == chapter.page.scene
    assert "a" == opening.go_on().sitting.page.scene


def test_a_chapter_kept_under_its_id_as_once_is_gone_on_there(open_: Open) -> None:
    opening = open_()
    opening.go_on("chapter-one", Beginning(chapter="one"))
    take_first(opening)

    assert "chapter-one" == opening.chapter_slot("one")
    line = opening.line_of_chapter("one")
    assert line is not None
    assert 1 == line.steps


def test_a_chapter_whose_id_is_the_number_of_another_does_not_go_on_in_that(tmp_path: Path) -> None:
    story = story_of(STORY.replace("one", "2").replace("two", "1"))
    opening = Opening(Rules(story), Store(story, tmp_path))
    opening.go_on(opening.chapter_slot("1"), Beginning(chapter="1"))

    assert ("chapter-1", "chapter-2") == (opening.chapter_slot("2"), opening.chapter_slot("1"))
    opening.leave()


def test_no_play_is_kept_under_the_name_of_another_in_other_capitals(open_: Open) -> None:
    open_().go_on("noon")

    with pytest.raises(FileError, match='there is a save called "noon" already'):
        open_().go_on("Noon")


def test_another_window_gets_a_slot_of_its_own_and_is_told(open_: Open) -> None:
    here, there = open_(), open_()
    here.go_on()
    opened = there.go_on()

    assert "autosave-2" == opened.sitting.name
    assert "Another window is reading this story" in opened.message
    here.leave()
    there.leave()
    assert "autosave" == there.go_on().sitting.name


def test_a_save_that_begins_elsewhere_is_put_aside(open_: Open) -> None:
    opening = open_()
    opening.go_on("mine")
    take_first(opening)
    opened = opening.go_on("mine")
    assert "" == opened.message
    opening.leave()

    opened = opening.go_on("mine", Beginning(chapter="two"))
    assert "It has been put aside as" in opened.message
    assert "b" == opened.sitting.page.scene
