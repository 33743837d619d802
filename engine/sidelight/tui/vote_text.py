"""A page as it is projected for a class that votes: short bold lines, large numbers, bars with their numbers."""

from collections.abc import Iterable

from textual.content import Content

from sidelight.presenting.page import OfferLine, Page
from sidelight.teaching.votes import LARGER, Ballot, hands_in_words, verdict
from sidelight.tui.page_text import page_at
from sidelight.tui.prose import BLANK, Galley, Lines, Role, before, note_number, plain, wrap
from sidelight.tui.widgets.choice_list import LOCKED, POINTER

_BAR = "█"
_DIGITS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
}
_ROWS = 3
_WAYS = ((True, True), (True, False), (False, False))
"""How choices are set, from the roomiest to the closest: whether apart, and whether with large numbers."""
_TOLD = 20
"""Cells for the hands in words, where their bar stands beside them."""
_VERDICT = 3
"""Rows for what is said of the count."""

HELP = (
    ("12 9 4", "The hands for each choice, in order. Then Enter."),
    ("12", "The hands for one choice after the other."),
    ("2=13", "Corrects the count for choice 2."),
    ("Enter", "Reads on; then takes the choice with the most hands."),
    ("2", "When all are counted, takes choice 2 all the same."),
    ("take 2", "Takes choice 2 without a vote; t begins it."),
    ("c", "Clears the count."),
    ("n", "Notes: a number and Enter opens one for all to read."),
    ("u", "Takes the last choice back."),
    ("Space b", "A screenful on, and back. ↑ and ↓ go line by line."),
    ("a", "The title page: begin again, or one chapter alone."),
    ("T", "Other colours: paper is best in a bright room."),
    ("q", "Leave. Every step is saved already."),
)


def vote_at(page: Page, ballot: Ballot, said: tuple[str, str], hint: str, rows: int, width: int) -> Galley:
    """A page with its choices at a width. `said` is what the program says above it, and below it.

    The numbers are large, and the choices apart, if all of it then fits into so many rows: a vote is seen whole.
    """
    above, below = said
    galley = page_at(page, above, hint, width)
    galley.lines = [line.stylize(Role.STRONG) for line in galley.lines]
    ways = (_choices(page, ballot, galley, apart=apart, large_number=is_large) for apart, is_large in _WAYS)
    galley.gap()
    galley.lines += _first_that_fits(ways, rows - _VERDICT)
    if found := " ".join(each for each in (below, verdict(ballot)) if each):
        galley.gap()
        galley.line(plain(found, Role.ACCENT).stylize(Role.STRONG))
    return galley


def _first_that_fits(ways: Iterable[Lines], rows: int) -> Lines:
    """The first that has no more rows than these; the last, if none has."""
    lines: Lines = []
    for lines in ways:
        if len(lines) <= rows:
            break
    return lines


def _choices(page: Page, ballot: Ballot, galley: Galley, *, apart: bool, large_number: bool) -> Lines:
    """What can be chosen, with what was counted."""
    lines: Lines = []
    hands = iter(ballot.hands)
    for offer in page.offers:
        if lines and apart:
            lines.append(BLANK)
        if offer.number is None:
            lines += _locked(galley, offer)
        else:
            lines += _choice(galley, offer, next(hands), ballot, large_number=large_number)
    return lines


def _choice(galley: Galley, offer: OfferLine, hands: int | None, ballot: Ballot, *, large_number: bool) -> Lines:
    """A choice beside its number, and below it the hands that were counted, as a number and as a bar."""
    number = offer.number or 0
    pointer = POINTER if number == ballot.next and len(ballot.hands) > 1 else " "
    rows = [f"{' ' if place else pointer} {row}  " for place, row in enumerate(large(number))]
    if not large_number:
        rows = [f"{pointer} {number}  "]
    hang = len(rows[0])
    room = galley.width - hang
    lines = wrap(galley.inlines(offer.say).stylize(Role.STRONG), room)
    if hands is not None:
        told = plain(f"{hands_in_words(hands)}{_standing(number, ballot)}", Role.STRONG)
        before_bar = BLANK if large_number else told.pad_right(max(2, _TOLD - told.cell_length))
        most = max(each for each in ballot.hands if each is not None)
        longest = room - before_bar.cell_length
        bar = before_bar + plain(_BAR * round(hands / most * longest) if most else "", Role.ACCENT)
        lines += [told, bar] if large_number else [bar]
    lines += [BLANK] * (len(rows) - len(lines))
    signs = [plain(row, Role.ACCENT).stylize(Role.STRONG) for row in rows] + [plain(" " * hang)] * (
        len(lines) - len(rows)
    )
    return [(sign + line).rstrip() for sign, line in zip(signs, lines, strict=True)]


def _standing(number: int, ballot: Ballot) -> str:
    if number not in ballot.leading or len(ballot.hands) == 1:
        return ""
    return ", the most" if len(ballot.leading) == 1 else ", a tie"


def large(number: int) -> tuple[str, ...]:
    """A number three rows high."""
    digits = [_DIGITS[digit] for digit in str(number)]
    return tuple(" ".join(digit[row] for digit in digits) for row in range(_ROWS))


def _locked(galley: Galley, offer: OfferLine) -> Lines:
    say = galley.inlines(offer.say).stylize(Role.QUIET)
    reason = (plain(f"{LOCKED} ") + galley.inlines(offer.reason)).stylize(Role.QUIET)
    return [*wrap(say, galley.width), *wrap(reason, galley.width)]


def notes_at(page: Page, width: int) -> Galley:
    """The notes of a page by number, to be opened for all."""
    galley = Galley(width)
    for note in page.notes:
        galley.gap()
        title = plain(note.aside.title, Role.STRONG)
        galley.lines += before(note_number(note.number) + " ", wrap(title, width - 4), plain("    "))
    return galley


def vote_help_at(width: int) -> Galley:
    """What can be typed and pressed in a vote."""
    galley = Galley(width)
    hang = max(len(keys) for keys, _ in HELP) + 3
    for keys, help_ in HELP:
        sign: Content = plain(f"{keys:{hang}}", Role.ACCENT)
        galley.lines += before(sign, wrap(plain(help_), width - hang), plain(" " * hang))
    galley.gap()
    galley.line(plain(LARGER))
    return galley
