"""Text that is selected with the mouse: it is what it was, and can be copied."""

from textual.geometry import Offset
from textual.selection import Selection

from tui.driving import reading


async def test_selecting_moves_nothing_and_gives_the_words() -> None:
    async with reading() as reader:
        before = reader.text
        prose = reader.column.prose
        reader.screen.selections = {prose: Selection(Offset(0, 3), Offset(8, 3))}
        await reader.pilot.pause()

        assert reader.text == before
        assert prose.now.lines[3].plain[:8] == reader.screen.get_selected_text()
        reader.screen.selections = {}
        await reader.press("end", "1", "u", "home")
        assert reader.text == before
