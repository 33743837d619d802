"""A page as lines: its head, its text, and its end if it is the last."""

from sidelight.presenting.page import Page
from sidelight.presenting.words import STUCK, ending_line
from sidelight.text.prose import Inlines
from sidelight.tui.keymap import BETWEEN
from sidelight.tui.prose import ORNAMENT, Galley, Role, centred, filled, note_number, plain

BESIDE = "Beside this page:"


def page_at(page: Page, message: str, hint: str, width: int) -> Galley:
    """A page at a width. `message` is a sentence from the program; `hint` says what can be done at an end."""
    galley = Galley(width, page.styles)
    _said(galley, message)
    _arrival(galley, page)
    _title(galley, page)
    galley.styled(page.blocks, page.style)
    _unmarked_notes(galley, page)
    _end(galley, page, hint)
    return galley


def _said(galley: Galley, message: str) -> None:
    if message:
        galley.line(plain(message, Role.ACCENT))
        galley.gap()


def _arrival(galley: Galley, page: Page) -> None:
    """What belongs to the step that led here."""
    if page.closes:
        galley.line(plain(f"— {page.closes}", Role.QUIET))
        galley.gap()
    if page.echo:
        galley.line(galley.inlines(page.echo).stylize(Role.EMPHASIS))
        galley.gap()
    if page.opens is not None:
        if galley.lines:
            galley.lines.append(plain(""))
        _chapter_card(galley, page.opens.title)


def _chapter_card(galley: Galley, title: str) -> None:
    """The chapter's title in spaced capitals over a rule; without the spaces where they do not fit."""
    capitals = title.upper()
    spaced = plain(" ".join(capitals))
    apart = (
        spaced.cell_length == 2 * len(capitals) - 1
    )  # not so where letters are wide or carry marks of their own
    fits = apart and spaced.cell_length <= galley.width
    galley.line((spaced if fits else plain(capitals)).stylize(Role.ACCENT))
    galley.line(plain("─" * galley.width, Role.FRAME))
    galley.gap()


def _title(galley: Galley, page: Page) -> None:
    galley.line(galley.inlines(page.title).stylize(Role.STRONG))
    _quiet(galley, page.place)
    if page.content_notes:
        galley.line(plain(f"Content: {', '.join(page.content_notes)}", Role.QUIET))
    galley.gap()
    if page.style is not None and page.style.header:
        galley.line(plain(page.style.header, Role.ACCENT))
        galley.gap()


def _quiet(galley: Galley, content: Inlines) -> None:
    if content:
        galley.line(galley.inlines(content).stylize(Role.QUIET))


def _unmarked_notes(galley: Galley, page: Page) -> None:
    """The notes no words of the text lead to, so that nothing beside a page goes unseen."""
    marked = set(galley.marks)
    unmarked = [note for note in page.notes if note.number not in marked]
    if not unmarked:
        return
    galley.gap()
    galley.line(plain(BESIDE, Role.QUIET))
    for note in unmarked:
        title = note_number(note.number) + plain(f" {note.aside.title}")
        galley.line(galley.mark(note.number, title))


def _end(galley: Galley, page: Page, hint: str) -> None:
    if not page.over and not page.stuck:
        return
    galley.gap()
    if page.over:
        galley.line(centred(plain(ORNAMENT, Role.ACCENT), galley.width))
        galley.gap()
        galley.line(centred(plain(ending_line(page), Role.STRONG), galley.width))
        galley.gap()
        for line in filled(hint.split(BETWEEN), BETWEEN, galley.width):
            galley.line(centred(plain(line, Role.QUIET), galley.width))
    else:
        galley.line(plain(STUCK))
        galley.line(plain(hint, Role.QUIET))


def running_head(page: Page) -> tuple[str, str]:
    """What the header says of where this is: at length, and in short."""
    if page.chapter is None:
        return page.story, page.story
    return f"{page.story} · {page.chapter.title}", page.chapter.title


def shown_line(page: Page) -> str:
    """The variables the reader is shown."""
    return " · ".join(f"{shown.label}: {shown.value}" for shown in page.shown)
