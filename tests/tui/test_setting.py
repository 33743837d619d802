"""Texts set at a width."""

import pytest

from builders import begin, story_in, story_of
from conftest import BUNDLED
from sidelight.model.story import Story
from sidelight.play.rules import Beginning
from sidelight.presenting.present import present
from sidelight.tui.note_text import note_at
from sidelight.tui.page_text import page_at


@pytest.fixture(scope="module")
def bundled() -> Story:
    return story_in(BUNDLED)


@pytest.mark.parametrize("width", [20, 37, 66])
def test_no_line_of_the_bundled_story_is_wider_than_its_column(bundled: Story, width: int) -> None:
    for scene in bundled.scenes:
        page = present(begin(bundled, Beginning(scene=scene)))
        for galley in (page_at(page, "", "q leave", width), *(note_at(note, width) for note in page.notes)):
            for line in galley.lines:
                assert line.cell_length <= width, (scene, line.plain)


def test_every_note_of_a_page_can_be_reached_by_a_mark(bundled: Story) -> None:
    for scene in bundled.scenes:
        page = present(begin(bundled, Beginning(scene=scene)))
        galley = page_at(page, "", "", 66)

        assert set(galley.marks) == {note.number for note in page.notes}
        assert all(galley.places)


def test_wide_letters_and_long_words_are_broken_where_they_must_be() -> None:
    story = story_of(
        """
scenes:
  a:
    title: A
    text: 一二三四五六七八九十一二三四五六七八九十 and averyveryverylongwordindeed
    ending: {title: E}
"""
    )
    galley = page_at(present(begin(story)), "", "", 12)

    assert all(line.cell_length <= 12 for line in galley.lines)
    assert "averyveryverylongwordindeed" in "".join(line.plain.strip() for line in galley.lines)


@pytest.mark.parametrize(
    ("title", "card"),
    [
        ("A Night", "A   N I G H T"),
        ("L’été", "L ’ É T É"),
        ("夜", "夜"),
        ("A title much longer than fits", "A TITLE MUCH"),
    ],
)
def test_a_chapter_card_is_spaced_where_its_letters_let_it(title: str, card: str) -> None:
    story = story_of(
        f"""
chapters:
  c: {{title: "{title}", begins: a}}
scenes:
  a: {{chapter: c, title: A, text: Here., ending: {{title: E}}}}
"""
    )
    first = page_at(present(begin(story)), "", "", 20).lines[0].plain

    assert first.startswith(card)
