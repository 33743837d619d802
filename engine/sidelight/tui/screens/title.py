"""The title page: the first thing a reader sees of a story, and to be come back to."""

from collections.abc import Callable, Sequence
from functools import partial

from sidelight.errors import ExitCode, SidelightError
from sidelight.play.rules import Beginning
from sidelight.presenting.opening import Opened, Opening, OtherStory
from sidelight.presenting.title import Title, Way
from sidelight.tui.journal_text import endings_at, said_over
from sidelight.tui.prose import Galley, plain
from sidelight.tui.screens.booklet import Booklet
from sidelight.tui.title_text import HOW_TO_ADD, about_at, chapter_at, other_options, title_at, way_options
from sidelight.tui.widgets.choice_list import Option
from sidelight.tui.widgets.header import FOOT_FROM
from sidelight.tui.widgets.prose_view import Setting

Go = Callable[[Opened | None], object]
"""Where the reader goes from here: into what has been opened, or back to where she was."""
Picks = Sequence[Callable[[], object]]
"""What is done with each of some things to choose."""

_FOOT = 2
"""Rows of a foot, with the blank one above it."""


class TitleScreen(Booklet):
    """Asks an opening for what the reader wants, and says what was opened."""

    def __init__(self, opening: Opening, measure: int, go: Go, message: str = "") -> None:
        super().__init__(measure)
        self._opening = opening
        self._go = go
        self._message = message
        self._height = 0
        """Rows of the window the title page was last set for."""
        self._lies_open = True
        """Whether it is the title page itself that is shown, or what is shown lies over that alone."""

    def begin(self, current: int = 1) -> None:
        """Show the title page, with the reader at one of the ways on."""
        title = self._opening.title
        self._lies_open = True
        self._head.display = False  # the name stands below: its row is the page's
        self._head.show(("", ""), "")
        self._height = self.app.size.height
        ways = title.ways
        picks = [partial(self._take, way.way) for way in ways]
        away = None if self._opening.sitting is None else partial(self._go, None)
        self._offer(partial(self._title_at, title), way_options(ways), picks, away, current)
        self.call_after_refresh(self._tell_below)

    def _tell_below(self) -> None:
        """Where there is no foot, have a head after all for what is out of view."""
        if self._lies_open and self._height < FOOT_FROM and self._column.below:
            self._head.display = True

    def _title_at(self, title: Title, width: int) -> Galley:
        foot = _FOOT if self._height >= FOOT_FROM else 0
        choices = self._column.choices
        below = len(choices.galley(width).lines) + choices.styles.margin.height
        return title_at(title, self._message, self._height - foot - below, width)

    def on_resize(self) -> None:
        """Set the title page anew for another height: what it has room for may be another."""
        if self._lies_open and self._put_away != self.begin and self.app.size.height != self._height:
            self.begin(self._column.choices.current)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether something can be done here: there may be nothing behind the title page itself."""
        if action == "close" and self._put_away is None:
            return False
        return super().check_action(action, parameters)

    def action_title(self) -> None:
        """Go back to the page with the key that opened this."""
        if self._opening.sitting is not None:
            self._go(None)

    def action_close(self) -> None:
        """Put away what is open, or go back to the page."""
        if self._put_away is not None:
            self._put_away()

    def _lay_under(self, head: str, setting: Setting, options: tuple[Option, ...] = (), picks: Picks = ()) -> None:
        """Open something that leads back to the title page."""
        self._say_open(head)
        self._offer(setting, options, picks, self.begin)

    def _say_open(self, head: str) -> None:
        """Say in the head what is open."""
        self._lies_open = False
        self._head.display = True
        self._head.show((f"{self._opening.rules.story.title} · {head}", head), "")

    def _offer(
        self,
        setting: Setting,
        options: tuple[Option, ...],
        picks: Picks,
        put_away: Callable[[], object] | None,
        current: int = 1,
    ) -> None:
        self.lay(setting, options, lambda number: self._try(picks[number - 1]), current=current, put_away=put_away)

    def _try(self, pick: Callable[[], object]) -> None:
        """Do something that may fail, and say so if it does."""
        try:
            pick()
        except SidelightError as error:
            self._message = error.explaining("That was not done")
            self.begin()

    def _take(self, way: Way) -> None:
        opening = self._opening
        match way:
            case Way.GO_ON:
                self._go(opening.go_on())
            case Way.BEGIN:
                self._go(opening.begin())
            case Way.CHAPTERS:
                self._show_chapters()
            case Way.ENDINGS:
                self._lay_under("Endings", partial(endings_at, opening.title.endings))
            case Way.ABOUT:
                self._lay_under("About", partial(about_at, opening.title))
            case Way.OTHERS:
                self._show_others()

    def _show_chapters(self) -> None:
        chapters = self._opening.rules.story.chapters.values()
        options = tuple(Option(plain(chapter.title), number) for number, chapter in enumerate(chapters, 1))
        picks = [partial(self._show_chapter, chapter.id) for chapter in chapters]
        self._lay_under("Chapters", partial(said_over, "Each chapter can be played alone."), options, picks)

    def _show_chapter(self, id_: str) -> None:
        opening = self._opening
        where = opening.chapter_slot(id_), Beginning(chapter=id_)
        left = opening.line_of_chapter(id_)
        things: list[tuple[str, Callable[[], object]]] = [
            ("Play it from its beginning", lambda: self._go(opening.begin(*where)))
        ]
        if left is not None:
            things.insert(0, (f"Go on: {left.told}", lambda: self._go(opening.go_on(*where))))
        things.append(("Back to the chapters", self._show_chapters))
        options = tuple(Option(plain(label), number) for number, (label, _) in enumerate(things, 1))
        chapter = opening.rules.story.chapters[id_]
        self._offer(partial(chapter_at, chapter), options, [thing for _, thing in things], self._show_chapters)

    def _show_others(self) -> None:
        others = self._opening.others
        over = "The other stories that were found." if others else f"No other story was found. {HOW_TO_ADD}"
        picks = [partial(self._go_over, each) for each in others]
        self._lay_under("Other stories", partial(said_over, over), other_options(others), picks)

    def _go_over(self, other: OtherStory) -> None:
        self._opening.elsewhere = other.path
        self.app.exit(int(ExitCode.FINE))
