"""The title page by lines: what the story is, and the ways into it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from sidelight.errors import SidelightError
from sidelight.plain.help import TITLE_HELP, letter_of
from sidelight.plain.lines import Lines
from sidelight.plain.matching import meant
from sidelight.plain.page import error_lines
from sidelight.plain.prose import lines as prose_lines
from sidelight.plain.prose import sentence
from sidelight.play.rules import Beginning
from sidelight.presenting.opening import Opened, Opening, OtherStory
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.title import Title, Way

HOW_TO_ADD = "Stories are also looked for in the folder you are in. Or give the path of one: sidelight PATH."
AT_TITLE = "This is the title page, and nothing lies before it."
QUIT = ("q", "quit")
_BACK = ("b", "back")

Pick = Callable[[], Opened | None]
"""What is done with a choice: it leads into the story, or back to where the choice was."""


class Back(NamedTuple):
    """The way back from some choices: what the prompt calls it, and where it leads."""

    told: str
    go: Pick


BACK = Back("b back", lambda: None)


def title_lines(title: Title) -> Iterator[str]:
    """What stands on the title page, above its choices."""
    story = title.story
    by = f" By {sentence(story.author)}" if story.author else ""
    yield f"{sentence(story.title)}{by}"
    if not title.played:
        yield from prose_lines(title.blurb, story.styles)
    if story.content_notes:
        yield f"Content: {', '.join(story.content_notes)}."


def opening_lines(title: Title, sitting: Sitting) -> Iterator[str]:
    """The same for somebody who goes past the title page, where she has read nothing of the story before."""
    if title.about and sitting.shelf.scenes <= {sitting.page.scene}:
        yield from title_lines(replace(title, played=False))


def about_lines(title: Title) -> Iterator[str]:
    """All there is to know of a story beforehand."""
    story = title.story
    yield from title_lines(replace(title, played=False))
    yield from prose_lines(title.about[len(title.blurb) :], story.styles)
    if title.notes:
        yield "\n".join([title.notes, *(f"- {sentence(f'{each.label}: {each.means}')}" for each in title.grades)])
    if title.edition:
        yield title.edition


class TitleLines:
    """Asks at the title page until the reader goes into the story, or leaves."""

    def __init__(self, opening: Opening, lines: Lines) -> None:
        self._opening = opening
        self._lines = lines
        self._left = False

    def ask(self) -> Opened | None:
        """The sitting the reader goes into; None if she leaves."""
        found: Opened | None = None
        while found is None and not self._left:
            ways = self._opening.title.ways
            said = [f"{way.label}: {sentence(way.told)}" if way.told else sentence(way.label) for way in ways]
            picks = [partial(self._take, way.way) for way in ways]
            found = self._choose(said, picks, self._back_to_page(), enter=True)
        return found

    def _back_to_page(self) -> Back | None:
        sitting = self._opening.sitting
        return None if sitting is None else Back("b back to the page", lambda: Opened(sitting))

    def _take(self, way: Way) -> Opened | None:
        opening = self._opening
        match way:
            case Way.GO_ON:
                return opening.go_on()
            case Way.BEGIN:
                return opening.begin()
            case Way.CHAPTERS:
                return self._chapters()
            case Way.ENDINGS:
                seen = opening.title.endings.seen
                self._lines.say([f"You have seen: {sentence('; '.join(seen))}" if seen else "None seen yet."])
            case Way.ABOUT:
                self._lines.say(about_lines(opening.title))
            case Way.OTHERS:
                return self._others()
        return None

    def _chapters(self) -> Opened | None:
        chapters = self._opening.rules.story.chapters.values()
        said = [sentence(chapter.title) for chapter in chapters]
        return self._choose(said, [partial(self._chapter, chapter.id) for chapter in chapters])

    def _chapter(self, id_: str) -> Opened | None:
        opening, chapter = self._opening, self._opening.rules.story.chapters[id_]
        where = opening.chapter_slot(id_), Beginning(chapter=id_)
        self._lines.say([sentence(chapter.title), *([chapter.about.strip()] if chapter.about else [])])
        left = opening.line_of_chapter(id_)
        if left is None:
            return self._choose(["Play this chapter alone."], [partial(opening.begin, *where)])
        said = [f"Go on: {sentence(left.told)}", "Begin it again: what you have read is kept."]
        return self._choose(said, [partial(opening.go_on, *where), partial(opening.begin, *where)])

    def _others(self) -> Opened | None:
        others = self._opening.others
        if not others:
            self._lines.say([f"No other story was found. {HOW_TO_ADD}"])
            return None
        said = [
            f"{sentence(each.title)}{f' By {sentence(each.author)}' if each.author else ''}" for each in others
        ]
        return self._choose(said, [partial(self._go_over, each) for each in others])

    def _go_over(self, other: OtherStory) -> None:
        self._opening.elsewhere = other.path
        self._left = True

    def _choose(
        self, said: Sequence[str], picks: Sequence[Pick], back: Back | None = BACK, *, enter: bool = False
    ) -> Opened | None:
        """Have one of some things chosen, and do it; None if the reader goes back, or leaves.

        `enter` says whether to press Enter and nothing else is to choose the first.
        """
        self._lines.say(["\n".join(f"{number}. {line}" for number, line in enumerate(said, 1))])
        numbers = "Choose 1" if len(picks) == 1 else f"Choose 1 to {len(picks)}"
        can = ", ".join(
            [numbers, *(["Enter for 1"] if enter else []), *([back.told] if back else []), "? help", "q quit"]
        )
        while True:
            answer = self._lines.ask(f"{can}: ")
            typed = "q" if answer is None else answer.lower()
            if typed in QUIT:
                self._left = True
                return None
            if typed in _BACK and back is not None:
                return back.go()
            if typed in _BACK:
                self._lines.say([AT_TITLE])
                continue
            number, why_not = (1, "") if enter and not typed else meant(said, typed)
            if number:
                return self._safely(picks[number - 1])
            self._lines.say([TITLE_HELP if letter_of(typed) == "?" else why_not])

    def _safely(self, pick: Pick) -> Opened | None:
        try:
            return pick()
        except SidelightError as error:
            self._lines.say(error_lines(error))
            return None
