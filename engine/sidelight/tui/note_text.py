"""Notes as lines: one in full, and what the reader keeps."""

import re
from collections.abc import Mapping

from textual.content import Content
from textual.style import Style as Look

from sidelight.model.story import AsideKind, Grade, Source, Style
from sidelight.presenting.page import Kept, Note
from sidelight.presenting.words import KINDS, as_of, cite
from sidelight.text.characters import clean
from sidelight.tui.prose import Galley, Role, before, note_number, plain, wrap

_SIGNS = {"corroborated": "●", "reported": "○", "contested": "‡", "dramatised": "❧", "imprecise": "†"}
"""The marks of the ladder every story has unless it brings its own."""

_OWN_SIGN = "▪"
NOTHING_KEPT = "There is nothing to keep yet."
NO_NOTES = "There are no notes beside this page."


def grade_mark(grade: Grade) -> str:
    """The mark of a grade, which never stands without its word."""
    return _SIGNS.get(grade.id, _OWN_SIGN)


def grade_sign(note: Note) -> Content:
    """How far a note stands, as a mark and a word."""
    return plain(f"{grade_mark(note.grade)} {note.grade.label}", Role.ACCENT)


def note_at(note: Note, width: int) -> Galley:
    """A note: what it says, how far that stands, and where it comes from."""
    galley = Galley(width)
    aside = note.aside
    galley.lines += before(
        note_number(note.number) + " ",
        wrap(plain(aside.title, Role.STRONG), width - 4),
        plain("    "),
    )
    if aside.kind is not AsideKind.FACT:
        galley.line(plain(KINDS[aside.kind], Role.QUIET))
    galley.gap()
    galley.blocks(note.says)
    galley.gap()
    if aside.claim:
        galley.line(plain("Claim: ", Role.QUIET) + plain(aside.claim))
    galley.line(grade_sign(note) + plain(": ", Role.ACCENT) + plain(note.grade.means))
    if note.more:
        galley.gap()
        galley.blocks(note.more)
    galley.gap()
    if aside.as_of:
        galley.line(plain(as_of(aside.as_of), Role.QUIET))
    for source in note.sources:
        galley.gap()
        source_at(galley, source)
    if aside.no_source:
        galley.gap()
        galley.line(plain("No source: ", Role.QUIET) + plain(aside.no_source))
    return galley


def notes_heading(notes: tuple[Note, ...], width: int) -> Galley:
    """What stands over the list of a page's notes."""
    galley = Galley(width)
    if notes:
        galley.line(plain("Beside this page", Role.QUIET))
    return galley


def kept_at(kept: tuple[Kept, ...], styles: Mapping[str, Style], width: int) -> Galley:
    """The texts the reader keeps so far."""
    galley = Galley(width, styles)
    for text in kept:
        galley.gap()
        galley.line(plain(text.title, Role.STRONG))
        galley.gap()
        galley.blocks(text.blocks)
    if not kept:
        galley.line(plain(NOTHING_KEPT))
    return galley


def broken(address: str, width: int) -> list[str]:
    """An address in parts that fit, broken after a slash where one comes in time, so that it can be read."""
    lines = [""] if address else []
    for part in re.findall(r"[^/]*/+|[^/]+", address):
        if len(lines[-1]) + len(part) > width and lines[-1]:
            lines.append("")
        lines[-1] += part
    return lines


def source_at(galley: Galley, source: Source) -> None:
    """Add a source: the work, what is to be known about it, and where it is."""
    rest = Galley(galley.width - 2)
    if source.note:
        rest.line(plain(source.note, Role.QUIET))
    for part in broken(source.url or "", rest.width):
        rest.line(plain(part, Role.QUIET).stylize(Look(link=clean(source.url or ""))))
    galley.line(plain(cite(source)))
    galley.lines += before(plain("  "), rest.lines)
