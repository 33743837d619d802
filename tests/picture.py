"""Draw the README's picture: the first page of the bundled story, with a note open beside it.

Run it after the screen or the first page has changed: python tests/picture.py
"""

import asyncio
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from builders import past_title, sitting_of, story_in
from conftest import BUNDLED, CHECKOUT
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.tui.app import ReaderApp

PICTURE = CHECKOUT / "engine" / "screen.svg"
SIZE = (120, 34)
_WEB_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def draw() -> str:
    app = ReaderApp(*past_title(sitting_of(story_in(BUNDLED))), Preferences(MemoryFile()))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("right_square_bracket", "o")
        await pilot.pause()
        svg = app.export_screenshot(title="sidelight")
    # The picture must not send whoever looks at it to a server for its letters.
    return _WEB_FONT.sub("", svg).replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), "utf-8")
