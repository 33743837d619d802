"""The margin: each note beside the line of its mark, none over another, and nothing that jumps."""

from itertools import pairwise

import pytest

from builders import begin, sitting_of, story_in, story_of
from conftest import BUNDLED
from sidelight.model.story import Story
from sidelight.play.rules import Beginning
from sidelight.presenting.present import present
from sidelight.tui.margin_text import MarginSet, set_margin
from sidelight.tui.page_text import page_at
from tui.driving import Reader, reading

NEXT = "right_square_bracket"
WIDE = (120, 34)


def margin_of(reader: Reader) -> list[str]:
    """What stands to the right of the text."""
    return [line[74:] for line in reader.lines]


@pytest.fixture(scope="module")
def bundled() -> Story:
    return story_in(BUNDLED)


@pytest.mark.parametrize("width", [38, 56])
@pytest.mark.parametrize("length", [0, 30])
def test_no_note_of_the_bundled_story_stands_over_another_or_beyond_the_page(
    bundled: Story, width: int, length: int
) -> None:
    for scene in bundled.scenes:
        page = present(begin(bundled, Beginning(scene=scene)))
        galley = page_at(page, "", "", 66)
        anchors = {
            number: place[0].y for number, place in reversed([*zip(galley.marks, galley.places, strict=True)])
        }
        long_enough = max(length, len(galley.lines) + len(page.offers))
        margin = set_margin(page.notes, anchors, width, long_enough)

        assert set(margin.rows) == {note.number for note in page.notes}
        rows = sorted(margin.rows.values())
        assert all(after.top > before.bottom for before, after in pairwise(rows)), scene
        assert all(row.top >= 0 for row in rows)
        assert all(line.cell_length <= width for line in margin.lines(1, 0, long_enough))
        for number, row in margin.rows.items():
            assert row.bottom <= long_enough or _crowded(margin, long_enough), scene
            assert len(margin.texts[number]) == row.bottom - row.top


def _crowded(margin: MarginSet, length: int) -> bool:
    return sum(row.bottom - row.top + 1 for row in margin.rows.values()) > length


async def test_a_note_stands_beside_its_mark_with_its_grade_its_source_and_its_date() -> None:
    async with reading(size=WIDE) as reader:
        row = next(y for y, line in enumerate(reader.lines) if "three clocks[1]" in line)
        note = margin_of(reader)[row : row + 8]

        assert "[1] Two times in one country" in note[0]
        assert any("† Wrong or imprecise" in line for line in note)
        assert any("Littoral, 1 May 2019 and 1 more" in line for line in note)
        assert any("As of 26 April 2026" in line for line in note)
        assert reader.has_opened()


async def test_the_lit_mark_and_its_note_move_together_and_nothing_else_does() -> None:
    async with reading(size=(120, 60)) as reader:
        before = [line.replace("┃", " ").replace("▸", " ") for line in reader.lines]
        for title in ("Two times", "Damascus", "The White Helmets"):
            await reader.press(NEXT)
            behind_bar = [line for line in margin_of(reader) if "┃" in line]
            assert title in behind_bar[0]
            assert len({line.index("┃") for line in behind_bar}) == 1
            after = [line.replace("┃", " ").replace("▸", " ") for line in reader.lines]
            assert [line.rstrip() for line in after] == [line.rstrip() for line in before]


async def test_the_margin_scrolls_with_the_page() -> None:
    async with reading(size=(120, 16)) as reader:
        await reader.press(NEXT, NEXT, NEXT)

        assert any("[3] The White Helmets" in line for line in margin_of(reader))
        assert any("[3] The White Helmets" in line[:74] for line in reader.lines)


async def test_an_open_note_lies_over_the_margin_and_the_margin_comes_back() -> None:
    async with reading(size=WIDE) as reader:
        before = reader.text
        await reader.press(NEXT, "o")
        assert "Volunteer" not in reader.text
        await reader.press("escape")

        assert reader.text == before


async def test_below_110_columns_there_is_no_margin() -> None:
    async with reading(size=(109, 34)) as reader:
        assert "As of 26 April 2026" not in reader.text
        await reader.resize(110, 34)
        assert "As of 26 April 2026" in reader.text
        await reader.resize(109, 34)
        assert "As of 26 April 2026" not in reader.text


async def test_a_note_that_is_gone_to_in_the_margin_is_in_the_casebook() -> None:
    async with reading(size=WIDE) as reader:
        await reader.press(NEXT, NEXT)
        assert reader.has_opened("clocks", "damascus")


async def test_where_there_is_no_margin_a_note_is_opened_only_when_it_is() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press(NEXT)
        assert reader.has_opened()


CROWDED = """
scenes:
  a:
    title: A
    text: "[One](aside:n1) [two](aside:n2) [three](aside:n3) [four](aside:n4)."
    choices: [{say: Round, id: round, to: a}]
asides:
""" + "\n".join(
    f"  n{number}: {{title: Note {number}, says: '{'Said at length. ' * 20}', grade: dramatised, no-source: none}}"
    for number in range(1, 5)
)


@pytest.mark.parametrize("width", range(30, 56))
def test_a_note_that_is_cut_is_cut_after_a_word(width: int) -> None:
    notes = present(begin(story_of(CROWDED))).notes
    margin = set_margin(notes, {note.number: 7 * note.number for note in notes}, width, 60)
    cut = [line.plain for lines in margin.texts.values() for line in lines if line.plain.endswith("…")]

    assert cut
    assert all(line.endswith(("Said …", "at …", "length. …")) for line in cut)


async def test_beside_a_margin_the_foot_says_how_to_open_a_note() -> None:
    async with reading(size=(120, 34)) as reader:
        assert "o open note" in reader.lines[-1]
        await reader.resize(80, 24)
        assert "o open note" not in reader.lines[-1]


async def test_a_note_there_is_no_room_for_is_opened_over_the_margin_and_the_margin_comes_back() -> None:
    async with reading(sitting_of(story_of(CROWDED)), size=(120, 12)) as reader:
        assert "[4] Note 4" not in reader.text
        await reader.press(NEXT, NEXT, NEXT, NEXT)
        assert "[4] Note 4" in reader.text
        assert "Said at length." in reader.text
        assert reader.has_opened("n1", "n2", "n3", "n4")
        await reader.press("left_square_bracket", "left_square_bracket", "left_square_bracket")

        assert "[4] Note 4" not in reader.text
        assert "┃ [1] Note 1" in reader.text
