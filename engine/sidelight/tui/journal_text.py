"""The journal as lines and as things to choose: the route, the map, the casebook, the sources, the endings."""

from collections.abc import Iterable, Mapping
from itertools import count

from sidelight.presenting.casebook import Case, CaseGroup, Cited
from sidelight.presenting.journal import Endings, MapChapter, MapScene, RouteLine
from sidelight.presenting.words import number_of
from sidelight.tui.note_text import broken, grade_sign
from sidelight.tui.prose import Galley, Role, before, plain, wrap
from sidelight.tui.widgets.choice_list import Option

_ON_ROUTE, _BEFORE = "●", "○"
_LEGEND = f"{_ON_ROUTE} on your way here   {_BEFORE} read before"
_HERE = "  you are here"
NO_CASES = "You have opened no notes yet. Those you open stay here."
NOT_FOUND = "Nothing in the casebook has these words."
NO_SOURCES = "You have opened no notes that cite a source yet."


def route_options(lines: Iterable[RouteLine]) -> tuple[Option, ...]:
    """Every scene on the way with what was chosen there, under its chapter."""
    options: list[Option] = []
    chapter = None
    for line in lines:
        chosen = plain(f"  {line.chosen}" if line.chosen else _HERE, Role.QUIET)
        heading = line.chapter if line.chapter != chapter else ""
        options.append(Option(plain(line.title) + chosen, line.number, heading=heading))
        chapter = line.chapter
    return tuple(options)


def said_over(words: str, width: int) -> Galley:
    """A sentence over what can be chosen."""
    galley = Galley(width)
    galley.line(plain(words, Role.QUIET))
    return galley


def map_at(chapters: Iterable[MapChapter], width: int) -> Galley:
    """The map: each chapter a stem, each scene seen a branch of it, and of what is not seen only how much."""
    return _map(chapters, width)[0]


def here_on_map(chapters: Iterable[MapChapter], width: int) -> int:
    """The line of the map on which the reader stands; the first, if she stands nowhere on it."""
    return _map(chapters, width)[1]


def _map(chapters: Iterable[MapChapter], width: int) -> tuple[Galley, int]:
    galley = Galley(width)
    here = 0
    galley.line(plain(_LEGEND, Role.QUIET))
    for chapter in chapters:
        galley.gap()
        galley.line(plain(chapter.title or f"Chapter {chapter.number}, not seen yet", Role.STRONG))
        last = len(chapter.scenes) - 1 + bool(chapter.unseen)
        for place, scene in enumerate(chapter.scenes):
            if scene.here:
                here = len(galley.lines)
            _branch(galley, scene, last=place == last)
        if chapter.unseen:
            unseen = plain(f"{number_of(chapter.unseen, 'scene')} not seen", Role.QUIET)
            galley.lines += before(plain("└╌ ", Role.FRAME), wrap(unseen, width - 3))
    return galley, here


def _branch(galley: Galley, scene: MapScene, *, last: bool) -> None:
    """A scene on the map, with its numbers on the route, and the ways on from it that were never taken."""
    sign = _ON_ROUTE if scene.places else _BEFORE
    stem, under = ("└─", "   ") if last else ("├─", "│  ")
    numbers = " ".join(map(str, scene.places))
    place = f"  {numbers}" if numbers else ""
    title = plain(scene.title) + plain(place + (_HERE if scene.here else ""), Role.QUIET)
    ways = plain(f"╌ {number_of(scene.not_taken, 'way')} not taken" if scene.not_taken else "", Role.QUIET)
    width = galley.width - 4
    beside = ways and title.cell_length + 2 + ways.cell_length <= width
    lines = [title + plain("  ") + ways] if beside else wrap(title, width) + (wrap(ways, width) if ways else [])
    branch = plain(stem, Role.FRAME) + plain(f"{sign} ", Role.ACCENT)
    below = plain(under, Role.FRAME) + plain(" ")
    galley.lines += before(branch, lines, below)


def case_options(groups: Iterable[CaseGroup]) -> tuple[tuple[Option, ...], Mapping[int, Case]]:
    """The casebook's notes under the names of their groups, and which of them each number stands for."""
    options: list[Option] = []
    cases: dict[int, Case] = {}
    numbers = count(1)
    for group in groups:
        for place, case in enumerate(group.cases):
            number = next(numbers)
            cases[number] = case
            label = plain(f"{case.note.aside.title}  ") + grade_sign(case.note).stylize(Role.QUIET)
            options.append(Option(label, number, heading="" if place else group.title))
    return tuple(options), cases


def sources_at(cited: tuple[Cited, ...], width: int) -> Galley:
    """The sources of the notes opened: the work in full, where it is, and which notes cite it."""
    galley = Galley(width)
    if not cited:
        galley.line(plain(NO_SOURCES))
    for each in cited:
        galley.gap()
        galley.line(plain(each.citation))
        rest = Galley(width - 2)
        for part in broken(each.address, rest.width):
            rest.line(plain(part, Role.QUIET))
        rest.line(plain(f"For: {', '.join(each.asides)}", Role.QUIET))
        galley.lines += before(plain("  "), rest.lines)
    return galley


def endings_at(endings: Endings, width: int) -> Galley:
    """The endings seen, out of how many."""
    galley = Galley(width)
    galley.line(plain(f"You have seen {len(endings.seen)} of {number_of(endings.number, 'ending')}.", Role.QUIET))
    for title in endings.seen:
        galley.gap()
        galley.lines += before(plain("● ", Role.ACCENT), wrap(plain(title), width - 2), plain("  "))
    return galley
