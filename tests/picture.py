"""Draw the screen: the README's picture, or with a folder named, every kind of screen at every size to look at.

Run it after the screen or the first page has changed: python tests/picture.py [FOLDER]
"""

import asyncio
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from builders import past_title, sitting_of, story_in
from conftest import BUNDLED, CHECKOUT
from sidelight.model.story import Story
from sidelight.play.rules import Rules
from sidelight.presenting.opening import Opened, Opening
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import Store
from sidelight.tui.app import ReaderApp
from transcripts import read_transcript

PICTURE = CHECKOUT / "engine" / "screen.svg"
SIZE = (120, 34)
SIZES = ((40, 12), (60, 20), (80, 24), (120, 34), (200, 50))
MARK = "right_square_bracket"
MOMENTS: dict[str, tuple[int | None, tuple[str, ...]]] = {
    "title": (None, ()),
    "about": (None, ("4",)),
    "page": (0, (MARK,)),
    "note": (0, (MARK, "o")),
    "help": (0, ("question_mark",)),
    "route": (30, ("t",)),
    "map": (31, ("t", "l")),
    "casebook": (30, ("t", "l", "l")),
    "sources": (30, ("t", "l", "l", "l")),
    "saves": (30, ("s",)),
    "ending": (1000, ("end",)),
}
"""Each kind of screen: after how many steps of a play it is seen, if any, and the keys that lead to it."""
_WEB_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def draw(opening: Opening, opened: Opened | None, keys: tuple[str, ...], size: tuple[int, int]) -> str:
    app = ReaderApp(opening, opened, Preferences(MemoryFile()))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)  # what has been scrolled is painted a moment later
        svg = app.export_screenshot(title="sidelight")
    # The picture must not send whoever looks at it to a server for its letters.
    return _WEB_FONT.sub("", svg).replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


def played(story: Story, steps: int) -> Sitting:
    """A sitting after so many steps of a play to an ending, with every note on the way opened."""
    sitting = sitting_of(story)
    transcript = read_transcript(BUNDLED / "transcripts" / "her-name.txt")
    for moment, _ in zip(transcript.moments, range(steps), strict=False):
        for note in sitting.page.notes:
            sitting.open(note.aside.id)
        for offer in sitting.page.open_offers:
            if offer.choice.id == moment.choice:
                sitting.choose(offer.choice)
                break
    return sitting


def every_picture() -> Iterator[tuple[str, str]]:
    """The name of each picture, and the picture."""
    story = story_in(BUNDLED)
    for name, (steps, keys) in MOMENTS.items():
        for size in SIZES:
            if steps is None:
                opening, opened = Opening(Rules(story), Store(story, None)), None
            else:
                opening, opened = past_title(played(story, steps))
            yield f"{name}-{size[0]}x{size[1]}", asyncio.run(draw(opening, opened, keys, size))


def main() -> None:
    if len(sys.argv) == 1:
        start = past_title(sitting_of(story_in(BUNDLED)))
        PICTURE.write_text(asyncio.run(draw(*start, (MARK, "o"), SIZE)), "utf-8")
        return
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in every_picture():
        (folder / f"{name}.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
