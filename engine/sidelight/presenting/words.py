"""The fixed sentences every front end says alike."""

from datetime import date

from sidelight.model.story import AsideKind, Source
from sidelight.presenting.page import Note, Page
from sidelight.text.prose import plain_words

KINDS = {
    AsideKind.FACT: "fact",
    AsideKind.METHOD: "how we know",
    AsideKind.PERSON: "person",
    AsideKind.PLACE: "place",
    AsideKind.GROUP: "group",
}
STUCK = (
    "There is nothing left to choose here, though the story has not ended. "
    "That is a mistake of the story; you can go back a step."
)
CHAPTER_OVER = "This chapter ends here."


def number_of(count: int, thing: str) -> str:
    """So many of a thing, in words: "1 note", "2 notes", "no notes"."""
    number = str(count) if count else "no"
    return f"{number} {thing}" if count == 1 else f"{number} {thing}s"


def work(source: Source) -> str:
    """A source’s title in quotation marks; in none, what stands in brackets for a work that has no title."""
    title = source.title
    return title[1:-1] if title.startswith("[") and title.endswith("]") else f"“{title}”"


def cite(source: Source) -> str:
    """A source as one line: author, title, outlet, date."""
    parts = [source.author, work(source), source.outlet, source.date]
    return ", ".join(part for part in parts if part)


def grade_line(note: Note) -> str:
    """How far a note stands, in words: "Reported: one outlet or unnamed sources"."""
    return f"{note.grade.label}: {note.grade.means}"


def day(when: str | None) -> str:
    """A date in words: "26 April 2026"; as the author put it if it is no date."""
    try:
        found = date.fromisoformat(when or "")
    except ValueError:
        return when or ""
    return f"{found.day} {found:%B %Y}"


def as_of(when: str) -> str:
    """When a note was last known to be true: "As of 26 April 2026"."""
    return f"As of {day(when)}"


def ending_line(page: Page) -> str:
    """What is said where a playthrough is over."""
    if page.ending is not None:
        return f"The end: {page.ending.title}."
    return CHAPTER_OVER


def place_line(page: Page) -> str:
    """Where this is: the story, the chapter and the place."""
    parts = [page.story, page.chapter.title if page.chapter else "", plain_words(page.place)]
    return " · ".join(part for part in parts if part)
