"""The full-screen reader as a program: its one screen, its themes, and how it ends."""

import asyncio
import gc
import os
import signal
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.screen import Screen

from sidelight.errors import ExitCode
from sidelight.presenting.opening import Opened, Opening
from sidelight.saving.settings import THEMES as NAMES
from sidelight.saving.settings import Preferences, keys_file
from sidelight.tui.acting import ActingApp
from sidelight.tui.keymap import Keys, read_keys
from sidelight.tui.liking import like
from sidelight.tui.screens.palette import Palette
from sidelight.tui.screens.title import TitleScreen
from sidelight.tui.themes import COLOURLESS, THEMES, theme_called

if TYPE_CHECKING:
    from sidelight.teaching.classroom import Classroom

_ENDINGS = {
    "SIGTERM": ExitCode.TERMINATED,
    "SIGHUP": ExitCode.HANG_UP,
    "SIGINT": ExitCode.INTERRUPTED,
}
"""What may end the program from outside; not every system has all of these signals."""

DECLARED = Keys()
"""The keys as they are declared, for a reader who has chosen none."""


def run(
    opening: Opening,
    opened: Opened | None,
    liked: Preferences,
    *,
    message: str = "",
    classroom: "Classroom | None" = None,
) -> int:
    """Read until the reader leaves, and say how it ended; from the title page, unless she is past it."""
    # A story stays as it is until the end. Left among what Python looks through for cycles, it would cost a pause
    # of 40 to 60 ms now and then, in the middle of a key press.
    gc.freeze()
    file = keys_file()
    keys = read_keys(file.read() or "", file.name)
    app = ReaderApp(opening, opened, liked, "\n".join(filter(None, (message, *keys.problems))), keys, classroom)
    app.run(mouse=liked.now.mouse)
    return app.return_code or ExitCode.FINE


class ReaderApp(ActingApp):
    """Knows no story: it holds the screen that does."""

    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("reader.tcss")
    TITLE = "Sidelight"
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        opening: Opening,
        opened: Opened | None,
        liked: Preferences,
        message: str = "",
        keys: Keys = DECLARED,
        classroom: "Classroom | None" = None,
    ) -> None:
        colourless = "NO_COLOR" in os.environ
        # Said now, because Textual decides here and only here whether greys or no colours at all are sent.
        super().__init__(keys, ansi_color=True if colourless else None)
        self._opening = opening
        self._opened = opened
        self._liked = liked
        self._message = message
        self._classroom = classroom
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = COLOURLESS if colourless else theme_called(liked.now.theme).name
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[Any]:
        """The title page or the page to be read, at once: nothing else is painted before it, but in class."""
        if self._classroom is not None:
            from sidelight.tui.screens.notice import NoticeScreen  # noqa: PLC0415 - nobody else needs it

            return NoticeScreen(self._classroom, self._liked.now.measure, self._begin)
        return self._first_screen()

    def _begin(self) -> None:
        """Go on from the notice; where nothing is to be recorded, that is said on whatever comes next."""
        if self._classroom is not None and self._classroom.recorder.agreed is False:
            from sidelight.teaching.notice import NOT_RECORDED  # noqa: PLC0415 - nobody else needs it

            self._message = f"{NOT_RECORDED}\n{self._message}".strip()
        self.push_screen(self._first_screen())

    def _first_screen(self) -> Screen[Any]:
        if self._opened is None:
            return TitleScreen(self._opening, self._liked.now.measure, self._read, self._message)
        message = "\n".join(filter(None, (self._message, self._opened.message)))
        return self._reading_screen(Opened(self._opened.sitting, message))

    def _read(self, opened: Opened | None) -> None:
        """Go from the title page into what has been opened there."""
        if opened is not None:  # pushed, because Textual cannot switch from an app's first screen
            self.push_screen(self._reading_screen(opened))

    def _reading_screen(self, opened: Opened) -> Screen[None]:
        if self._classroom is not None and self._classroom.votes:
            from sidelight.tui.screens.vote import VoteScreen  # noqa: PLC0415 - nobody else needs it

            return VoteScreen(self._opening, opened, self._liked, self._classroom)
        from sidelight.tui.screens.reading import ReadingScreen  # noqa: PLC0415 - the title page needs it later

        return ReadingScreen(self._opening, opened, self._liked, self._classroom)

    def on_mount(self) -> None:
        """Be ready to be stopped from outside, and to come back from the shell."""
        loop = asyncio.get_running_loop()
        for name, code in _ENDINGS.items():
            if hasattr(signal, name):
                with suppress(NotImplementedError, RuntimeError):  # Windows; a test's own thread
                    loop.add_signal_handler(getattr(signal, name), partial(self.exit, int(code), int(code)))
        # Textual comes back to a blank screen and paints only what changes.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def action_command_palette(self) -> None:
        """Open the palette, once."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_next_theme(self) -> None:
        """Go from one theme to the next, and keep it; where no colour is wanted there is only one."""
        if self.theme != COLOURLESS:
            names = list(NAMES)
            name = names[(names.index(self._liked.now.theme) + 1) % len(names)]
            like(self._liked, "theme", name)
            self.theme = theme_called(name).name
