"""A page as lines, in the order they are to be heard."""

from sidelight.errors import SidelightError
from sidelight.model.story import Source
from sidelight.plain.prose import CLOSED, lines, sentence, words
from sidelight.presenting.page import Kept, Note, OfferLine, Page
from sidelight.presenting.words import KINDS, STUCK, cite, ending_line, grade_line, number_of
from sidelight.text.prose import plain_words

_AS_FILE = "Type k file to take away what you keep, and the way you went, as a file."


def page_lines(page: Page) -> list[str]:
    """A whole page: its head, its text, and what can be chosen."""
    return [*head_lines(page), *lines(page.blocks, page.styles), *foot_lines(page)]


def head_lines(page: Page) -> list[str]:
    """What stands above the text."""
    found = [
        sentence(page.closes[:1].upper() + page.closes[1:]),
        words(page.echo),
        f"Chapter: {page.opens.title}." if page.opens else "",
        sentence(words(page.title)),
        sentence(words(page.place)),
        f"Content: {', '.join(page.content_notes)}." if page.content_notes else "",
        sentence(page.style.header) if page.style else "",
    ]
    return [line for line in found if line]


def foot_lines(page: Page) -> list[str]:
    """What stands below the text: notes, shown variables, and the choices or the end."""
    found: list[str] = []
    if page.notes:
        found.append(_note_count(page))
    found += [f"{shown.label}: {shown.value}." for shown in page.shown]
    if page.over:
        return [*found, ending_line(page)]
    if page.stuck:
        return [*found, STUCK]
    choices = len(page.open_offers)
    closed = len(page.offers) - choices
    found.append(f"{number_of(choices, 'choice')}{f', and {closed} closed' if closed else ''}.")
    return [*found, "\n".join(offer_line(line) for line in page.offers)]


def _note_count(page: Page) -> str:
    """How many notes there are, and how many of them would be looked for in the text in vain."""
    count, unmarked = len(page.notes), len(page.notes) - page.marked
    found = number_of(count, "note")
    if unmarked:
        found += ", not in the text" if unmarked == count else f", {unmarked} of them not in the text"
    return f"{found}: n lists {'it' if count == 1 else 'them'}."


def offer_line(line: OfferLine) -> str:
    """A choice with its number; or that it is closed, and why."""
    if line.number is not None:
        return f"{line.number}. {words(line.say)}{' (taken before)' if line.taken else ''}"
    reason = sentence(words(line.reason))
    return f"{CLOSED}{sentence(words(line.say))}{f' Why: {reason}' if reason else ''}"


def note_list(page: Page) -> list[str]:
    """The notes of a page by number and title."""
    if not page.notes:
        return ["There are no notes here."]
    titles = "\n".join(f"n {note.number}: {_title(note)}" for note in page.notes)
    return [titles, "Type n and a number to read one."]


def note_lines(note: Note, called: str) -> list[str]:
    """One note, under what it is called here: what it says, how far that stands, and where it comes from."""
    aside = note.aside
    found = [f"{called}: {sentence(_title(note))}", *lines(note.says, {})]
    if aside.claim:
        found.append(f"Claim: {sentence(aside.claim)}")
    found.append(sentence(grade_line(note)))
    found += lines(note.more, {})
    if aside.as_of:
        found.append(f"As of {aside.as_of}.")
    for source in note.sources:
        found += source_lines(source)
    if aside.no_source:
        found.append(f"No source: {sentence(aside.no_source)}")
    return found


def source_lines(source: Source) -> list[str]:
    """A source: the work, what is to be known about it, and where it is."""
    said = [f"Source: {sentence(cite(source))}", sentence(source.note or ""), source.url or ""]
    return [line for line in said if line]


def _title(note: Note) -> str:
    kind = KINDS[note.aside.kind]
    return note.aside.title if kind == "fact" else f"{note.aside.title} ({kind})"


def kept_lines(kept: tuple[Kept, ...], page: Page) -> list[str]:
    """What the reader keeps so far."""
    found: list[str] = []
    for text in kept:
        found += [sentence(text.title), *lines(text.blocks, page.styles)]
    return [*found, _AS_FILE] if found else ["There is nothing to keep yet.", _AS_FILE]


def error_lines(error: SidelightError) -> list[str]:
    """What could not be done, and what to do instead."""
    message = sentence(error.message[:1].upper() + error.message[1:])
    help_ = sentence(error.help[:1].upper() + error.help[1:])
    return [f"{message} {help_}".strip()]


def where_lines(page: Page) -> list[str]:
    """Where the reader is."""
    place = [
        f"Story: {sentence(page.story)}",
        f"Chapter: {sentence(page.chapter.title)}" if page.chapter else "",
        f"Scene: {sentence(words(page.title))}",
        sentence(words(page.place)),
        f"{number_of(page.step, 'step').capitalize()} so far.",
    ]
    return [line for line in place if line]


def back_line(page: Page) -> str:
    """Where the reader is again after something else, in a line."""
    open_here = ending_line(page) if page.over else f"{number_of(len(page.open_offers), 'choice').capitalize()}."
    return f"You are back at “{plain_words(page.title)}”. {open_here} r repeats the page."
