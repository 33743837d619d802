"""The journal by lines: the way so far, the map, the notes opened, their sources, and the endings seen."""

from collections.abc import Iterator
from functools import partial

from sidelight.plain.agreeing import Deed, ToAgree
from sidelight.plain.page import note_lines
from sidelight.plain.prose import sentence
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
from sidelight.presenting.journal import MapChapter, MapScene, chapter_map, endings, route, what_is_lost
from sidelight.presenting.sitting import Sitting
from sidelight.presenting.words import number_of

PARTS = ("route", "map", "notes", "sources", "endings", "questions")
"""The parts of the journal, each by its name or the beginning of it."""
_ORDERS = {"by chapter": by_chapter, "by grade": by_grade, "by source": by_source}

_HOW_TO_READ = (
    "Type t notes and a number to read one, some words to search, or by grade, by source, by chapter. "
    "These numbers are the journal’s; a page has its own, read with n."
)


def journal(sitting: Sitting, rest: str) -> Iterator[str]:
    """A part of the journal: the route, if none is named."""
    name, _, more = rest.partition(" ")
    name = name.lower() if name.lower() != "casebook" else "notes"
    part = next((part for part in PARTS if part.startswith(name)), "")
    match part:
        case "route":
            yield from _route(sitting)
        case "map":
            yield from _map(sitting)
        case "notes":
            yield from _notes(sitting, more.strip())
        case "sources":
            yield from _sources(sitting)
        case "endings":
            yield _endings(sitting)
        case "questions":
            yield from _questions(sitting)
        case _:
            yield f"The parts of the journal are {', '.join(PARTS[:-1])} and {PARTS[-1]}. Type t and one of them."


def place(sitting: Sitting, typed: str) -> int | None:
    """The place on the way that a number names, if it lies behind."""
    number = int(typed) if typed.isdecimal() and len(typed) < _TOO_LONG else 0
    return number if 1 <= number <= sitting.playthrough.length else None


def ask_to_return(sitting: Sitting, number: int, here: Deed) -> ToAgree:
    """What would be lost by going back to a place, and how to go; `here` tells where one is then."""
    lost = what_is_lost(sitting.playthrough, number)
    return ToAgree(f"{lost} Go back?", partial(_return, sitting, number, here))


def _return(sitting: Sitting, number: int, here: Deed) -> Iterator[str]:
    sitting.rewind(number - 1)
    yield f"You are back at {number}."
    yield from here()


def route_lines(sitting: Sitting, first: int = 0, last: int | None = None) -> Iterator[str]:
    """The way so far, or some of its places, with what was chosen there."""
    chapter = ""
    for line in route(sitting.playthrough)[first:last]:
        if line.chapter != chapter:
            chapter = line.chapter
            yield f"Chapter: {sentence(chapter)}"
        title = sentence(line.title or chapter)
        yield f"{line.number}. {title} {f'You chose: {sentence(line.chosen)}' if line.chosen else 'You are here.'}"


def _route(sitting: Sitting) -> Iterator[str]:
    yield from route_lines(sitting)
    steps = number_of(sitting.playthrough.length, "step").capitalize()
    yield f"{steps}, {sitting.words:,} words read. Type t and a number to go back there."


def _map(sitting: Sitting) -> Iterator[str]:
    for chapter in chapter_map(sitting.playthrough, sitting.shelf):
        yield "\n".join([_chapter(chapter), *(_scene(scene) for scene in chapter.scenes)])


def _chapter(chapter: MapChapter) -> str:
    if not chapter.scenes:
        return f"Chapter {chapter.number}, not reached yet: {number_of(chapter.unseen, 'scene')}."
    seen = number_of(len(chapter.scenes), "scene")
    unseen = f"{chapter.unseen} not seen" if chapter.unseen else "and that is all of them"
    return f"Chapter {chapter.number}: {sentence(chapter.title)} {seen} seen, {unseen}."


def _scene(scene: MapScene) -> str:
    said = [sentence(scene.title)]
    if scene.here:
        said.append("You are here.")
    elif scene.places:
        said.append(f"On your way at {', '.join(map(str, scene.places))}.")
    else:
        said.append("Read before.")
    if scene.ways:
        not_taken = f"{number_of(scene.not_taken, 'way')} not taken."
        said.append(not_taken if scene.not_taken else "Every way taken.")
    return f"- {' '.join(said)}"


def _notes(sitting: Sitting, asked: str) -> Iterator[str]:
    """The notes opened: all of them, one, those with some words, or in another order."""
    story = sitting.playthrough.rules.story
    cases = casebook(story, sitting.notebook)
    if not cases:
        yield "You have not opened any notes yet."
        return
    if asked.isdecimal() and (case := next((case for case in cases if str(case.number) == asked), None)):
        yield from note_lines(case.note, f"Note {case.number} of the journal")
    elif asked.lower() in _ORDERS:
        yield from _groups(_ORDERS[asked.lower()](story, cases))
    elif asked:
        found = search(cases, asked)
        yield "\n".join(_case(case) for case in found) if found else f"No note you opened says “{asked[:40]}”."
    else:
        yield from _groups(by_chapter(story, cases))
        yield _HOW_TO_READ


def _groups(groups: tuple[CaseGroup, ...]) -> Iterator[str]:
    for group in groups:
        yield "\n".join([f"{group.title}:", *(_case(case) for case in group.cases)])


def _case(case: Case) -> str:
    return f"{case.number}. {sentence(case.note.aside.title)} {case.note.grade.label}."


def _sources(sitting: Sitting) -> Iterator[str]:
    found = sources(sitting.playthrough.rules.story, sitting.notebook)
    for number, cited in enumerate(found, 1):
        cited_in = sentence("; ".join(cited.asides))
        lines = [f"{number}. {sentence(cited.citation)}", cited.address, f"Cited in: {cited_in}"]
        yield "\n".join(line for line in lines if line)
    if not found:
        yield "No note you opened cites a source yet."


def _endings(sitting: Sitting) -> str:
    found = endings(sitting.playthrough.rules.story, sitting.shelf)
    if not found.seen:
        return f"You have seen none of {number_of(found.number, 'ending')} yet."
    return f"You have seen {len(found.seen)} of {number_of(found.number, 'ending')}: {'; '.join(found.seen)}."


def _questions(sitting: Sitting) -> Iterator[str]:
    from sidelight.plain.exercise_text import review_lines  # noqa: PLC0415 - few look back
    from sidelight.teaching.review import review  # noqa: PLC0415 - likewise

    yield from review_lines(review(sitting))


_TOO_LONG = 9
"""Digits from which on a number cannot be that of a place."""
