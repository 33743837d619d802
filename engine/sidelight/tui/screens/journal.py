"""The journal: the way here, and all that was found on it."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial

from textual.app import ComposeResult
from textual.widgets import Input

from sidelight.presenting.casebook import (
    Case,
    CaseGroup,
    by_chapter,
    by_grade,
    by_source,
    casebook,
    search,
    sources,
)
from sidelight.presenting.journal import chapter_map, endings, route, what_is_lost
from sidelight.teaching.lesson import Lesson, once
from sidelight.teaching.review import chosen, review
from sidelight.tui.exercise_text import over_review, review_options
from sidelight.tui.journal_text import (
    NO_CASES,
    NOT_FOUND,
    case_options,
    endings_at,
    here_on_map,
    map_at,
    route_options,
    said_over,
    sources_at,
)
from sidelight.tui.note_text import kept_at, note_at
from sidelight.tui.prose import plain
from sidelight.tui.screens.booklet import Booklet
from sidelight.tui.screens.keepsake import take_away
from sidelight.tui.widgets.choice_list import Option

_ORDERS = {"chapter": by_chapter, "grade": by_grade, "source": by_source}


class Part(Enum):
    """The parts of the journal, in their order."""

    ROUTE = "Route"
    MAP = "Map"
    CASEBOOK = "Casebook"
    SOURCES = "Sources"
    ENDINGS = "Endings"
    KEPT = "Kept"
    QUESTIONS = "Questions"


class JournalScreen(Booklet):
    """Looks at a sitting and changes nothing in it: it says which step to go back to, if any, as it is closed."""

    def __init__(self, lesson: Lesson, measure: int, part: Part = Part.ROUTE) -> None:
        super().__init__(measure)
        self._lesson = lesson
        self._sitting = lesson.sitting
        self._story = lesson.story
        self._part = part
        self._order = "chapter"
        self._cases: Mapping[int, Case] = {}
        self._search = Input(placeholder="Search the casebook: type, then Enter")
        self._search.cursor_blink = False
        self._search.display = False

    def between(self) -> ComposeResult:
        """The line to search on."""
        yield self._search

    def begin(self) -> None:
        """Show the part that is wanted."""
        parts = [f"[{part.value}]" if part is self._part else part.value for part in Part]
        self._head.show(("  ".join(parts), f"[{self._part.value}] ← →"), "")
        self._search.display = False
        self._search.value = ""
        self._parts[self._part]()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether something can be done here: only the casebook is searched and put in another order."""
        if action in ("search", "next_order") and self._part is not Part.CASEBOOK:
            return False
        return super().check_action(action, parameters)

    def action_journal(self) -> None:
        """Close the journal with the key that opened it."""
        self.dismiss(None)

    def action_take_away(self) -> None:
        """Keep what is to be kept, as a file."""
        said = partial(said_over, take_away(self._sitting))
        self.lay(said, put_away=self.begin)

    def action_saves(self) -> None:
        """Open the saves. If the playthrough is another by then, its page is what there is to see."""
        from sidelight.tui.screens.saves import SavesScreen  # noqa: PLC0415 - few go there from here

        self.app.push_screen(SavesScreen(self._sitting, self._measure), self._come_from_saves)

    def _come_from_saves(self, said: int | str | None) -> None:
        if said is not None:
            self.dismiss(said)

    def action_next_part(self) -> None:
        """Turn to the next part."""
        self._turn_to(1)

    def action_previous_part(self) -> None:
        """Turn to the part before."""
        self._turn_to(-1)

    def action_next_order(self) -> None:
        """Put the casebook in another order."""
        orders = list(_ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._show_casebook()

    def action_search(self) -> None:
        """Search the casebook."""
        self._search.display = True
        self._show_casebook()
        self.set_focus(self._search, scroll_visible=False)

    def on_input_changed(self) -> None:
        """Show what is found so far; the reader types on."""
        if self._search.display:
            self._show_casebook()

    def on_input_submitted(self) -> None:
        """Go to what was found."""
        self._column.take_focus()

    def action_close(self) -> None:
        """Put away what is open: the search, a note, or the journal."""
        if self._search.display and self._put_away is None:
            self.begin()
        else:
            super().action_close()

    @property
    def _parts(self) -> Mapping[Part, Callable[[], None]]:
        return {
            Part.ROUTE: self._show_route,
            Part.MAP: self._show_map,
            Part.CASEBOOK: self._show_casebook,
            Part.SOURCES: self._show_sources,
            Part.ENDINGS: self._show_endings,
            Part.KEPT: self._show_kept,
            Part.QUESTIONS: self._show_questions,
        }

    def _turn_to(self, step: int) -> None:
        parts = list(Part)
        self._part = parts[(parts.index(self._part) + step) % len(parts)]
        self.begin()

    def _show_route(self) -> None:
        lines = route(self._sitting.playthrough)
        over = "Take a step to go back to it. What would be lost is said first."
        self.lay(partial(said_over, over), route_options(lines), self._ask, current=len(lines))

    def _ask(self, number: int) -> None:
        """Say what going back would lose, and go only if that is wanted."""
        playthrough = self._sitting.playthrough
        if number > playthrough.length:  # she is there
            self.dismiss(None)
            return
        options = (Option(plain("Stay where you are"), 1), Option(plain("Go back there"), 2))
        over = partial(said_over, what_is_lost(playthrough, number))
        self.lay(over, options, partial(self._answered, number - 1), put_away=self.begin)

    def _answered(self, length: int, answer: int) -> None:
        if answer > 1:
            self.dismiss(length)
        else:
            self.begin()

    def _show_map(self) -> None:
        chapters = chapter_map(self._sitting.playthrough, self._sitting.shelf)
        self.lay(partial(map_at, chapters))
        prose = self._column.prose
        self.call_after_refresh(lambda: self._column.reveal_line(here_on_map(chapters, prose.size.width)))

    def _show_casebook(self) -> None:
        every = casebook(self._story, self._sitting.notebook)
        found = search(every, self._search.value)
        groups: tuple[CaseGroup, ...] = _ORDERS[self._order](self._story, found)
        options, self._cases = case_options(groups)
        over = f"The notes you have opened, by {self._order}." if found else NOT_FOUND if every else NO_CASES
        self.lay(partial(said_over, over), options, self._show_case, go_there=not self._search.has_focus)

    def _show_case(self, number: int) -> None:
        self.lay(partial(note_at, self._cases[number].note), put_away=self._back_to_casebook)

    def _back_to_casebook(self) -> None:
        self._show_casebook()

    def _show_sources(self) -> None:
        self.lay(partial(sources_at, sources(self._story, self._sitting.notebook)))

    def _show_endings(self) -> None:
        self.lay(partial(endings_at, endings(self._story, self._sitting.shelf)))

    def _show_kept(self) -> None:
        self.lay(partial(kept_at, self._sitting.kept, self._story.styles))

    def _show_questions(self) -> None:
        chapters = review(self._sitting)
        self.lay(partial(said_over, over_review(chapters)), review_options(chapters), self._ask_again)

    def _ask_again(self, number: int) -> None:
        exercise = chosen(self._sitting, str(number))
        if exercise is not None:
            from sidelight.tui.screens.exercise import ExerciseScreen  # noqa: PLC0415 - few look back

            screen = ExerciseScreen(self._lesson, self._measure, once(exercise))
            self.app.push_screen(screen, lambda _: self.begin())
