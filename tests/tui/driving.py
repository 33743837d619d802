"""A reader at a screen of some size, who presses keys and looks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from builders import past_title, sitting_of, story_of
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.opening import Opening
from sidelight.presenting.sitting import Sitting
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import Preferences
from sidelight.saving.store import Store
from sidelight.tui.app import DECLARED, ReaderApp
from sidelight.tui.keymap import Keys
from sidelight.tui.screens.reading import ReadingScreen
from sidelight.tui.widgets.column import Column
from tui.small_story import SMALL

SIZES = ((40, 12), (80, 24), (120, 34))


def small_sitting(at: str = "desk") -> Sitting:
    return sitting_of(story_of(SMALL, "desk"), Beginning(scene=at))


class Reader:
    """What a test may do, and what it can see."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def sitting(self) -> Sitting:
        sitting = self.app._opening.sitting
        assert sitting is not None
        return sitting

    @property
    def screen(self) -> ReadingScreen:
        screen = self.app.screen
        assert isinstance(screen, ReadingScreen)
        return screen

    @property
    def column(self) -> Column:
        return self.screen.here

    @property
    def lines(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def prose_lines(self) -> list[str]:
        """What is in view of the page's own column, without what is blank."""
        region = self.column.region
        inside = [line[region.x : region.right - 1] for line in self.lines[region.y : region.bottom]]
        return [line for line in inside if line.strip()]

    def has_opened(self, *asides: str) -> bool:
        return self.sitting.notebook.opened == asides

    @property
    def scene(self) -> str:
        return self.sitting.page.scene

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    async def point_at(self, words: str, within: int = 0) -> None:
        """Click on words, some characters into them."""
        y, line = next((y, line) for y, line in enumerate(self.lines) if words in line)
        await self.pilot.click(offset=(line.index(words) + within, y))
        await self.pilot.pause()


def lit(reader: Reader) -> str:
    """What is shown in reverse: the lit mark."""
    return "".join(
        segment.text
        for strip in reader.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None and segment.style.reverse
    )


@asynccontextmanager
async def reading(
    sitting: Sitting | None = None,
    size: tuple[int, int] = (80, 24),
    message: str = "",
    liked: Preferences | None = None,
    keys: Keys = DECLARED,
) -> AsyncIterator[Reader]:
    """A reader in front of the small story, unless another is given."""
    sitting = sitting or small_sitting()
    app = ReaderApp(*past_title(sitting), liked or Preferences(MemoryFile()), message, keys)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Reader(app, pilot)


@asynccontextmanager
async def at_title(
    opening: Opening | None = None, message: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Reader, Opening]]:
    """A reader in front of the title page of the small story, unless another is given."""
    story = story_of(SMALL, "desk")
    opening = opening or Opening(Rules(story), Store(story, None))
    app = ReaderApp(opening, None, Preferences(MemoryFile()), message)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Reader(app, pilot), opening
