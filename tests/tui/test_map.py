"""The map of a long way: it opens where the reader is, and never breaks a line where it need not."""

from builders import sitting_of, story_of
from sidelight.presenting.journal import chapter_map
from sidelight.tui.journal_text import map_at
from sidelight.tui.widgets.choice_list import POINTER
from tui.driving import reading

ROOMS = 30
LONG = "scenes:\n" + "".join(
    f"  r{number}: {{title: Room {number}, text: A room.,"
    f" choices: [{{say: On, id: on, to: r{(number + 1) % ROOMS}}}, {{say: Wait, id: wait, to: r{number}}}]}}\n"
    for number in range(ROOMS)
)


async def test_the_map_opens_where_the_reader_is() -> None:
    sitting = sitting_of(story_of(LONG, "r0"))
    for _ in range(20):
        sitting.choose(sitting.page.open_offers[0].choice)
    async with reading(sitting, (40, 12)) as reader:
        await reader.press("t", "l")

        assert "● Room 20  21  you are here" in reader.text
        assert POINTER not in reader.text
        assert "Room 0 " not in reader.text


def test_what_was_not_taken_stands_beside_the_scene_or_whole_below_it() -> None:
    sitting = sitting_of(story_of(LONG, "r0"))
    sitting.choose(sitting.page.open_offers[0].choice)
    chapters = chapter_map(sitting.playthrough, sitting.shelf)

    wide = [line.plain for line in map_at(chapters, 60).lines]
    assert "├─● Room 0  1  ╌ 1 way not taken" in wide
    assert "├─● Room 1  2  you are here  ╌ 2 ways not taken" in wide
    narrow = [line.plain for line in map_at(chapters, 24).lines]
    assert "├─● Room 0  1" in narrow
    assert "│   ╌ 1 way not taken" in narrow
