"""A page as it is projected for a class that votes: short bold lines, large numbers, bars with their numbers."""

from textual.content import Content

from sidelight.presenting.page import OfferLine, Page
from sidelight.teaching.votes import LARGER, Ballot, hands_in_words, verdict
from sidelight.tui.page_text import page_at
from sidelight.tui.prose import BLANK, Galley, Role, before, note_number, plain, wrap
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


def vote_at(page: Page, ballot: Ballot, said: tuple[str, str], hint: str, width: int) -> Galley:
    """A page with its choices at a width. `said` is what the program says above it, and below it."""
    above, below = said
    galley = page_at(page, above, hint, width)
    galley.lines = [line.stylize(Role.STRONG) for line in galley.lines]
    numbers = iter(ballot.hands)
    for offer in page.offers:
        galley.gap()
        if offer.number is None:
            _locked(galley, offer)
        else:
            _choice(galley, offer, next(numbers), ballot)
    found = " ".join(each for each in (below, verdict(ballot)) if each)
    if found:
        galley.gap()
        galley.line(plain(found, Role.ACCENT).stylize(Role.STRONG))
    return galley


def _choice(galley: Galley, offer: OfferLine, hands: int | None, ballot: Ballot) -> None:
    """A choice beside its number, and below it the hands that were counted, as a number and as a bar."""
    number = offer.number or 0
    pointer = POINTER if number == ballot.next and len(ballot.hands) > 1 else " "
    rows = [f"{sign} {row}  " for sign, row in zip((" ", pointer, " "), large(number), strict=True)]
    hang = len(rows[0])
    room = galley.width - hang
    lines = wrap(galley.inlines(offer.say).stylize(Role.STRONG), room)
    if hands is not None:
        lines.append(plain(f"{hands_in_words(hands)}{_standing(number, ballot)}", Role.STRONG))
        most = max(each for each in ballot.hands if each is not None)
        lines.append(plain(_BAR * round(hands / most * room) if most else "", Role.ACCENT))
    lines += [BLANK] * (_ROWS - len(lines))
    signs = [plain(row, Role.ACCENT) for row in rows] + [plain(" " * hang)] * (len(lines) - _ROWS)
    galley.lines += [(sign + line).rstrip() for sign, line in zip(signs, lines, strict=True)]


def _standing(number: int, ballot: Ballot) -> str:
    if number not in ballot.leading or len(ballot.hands) == 1:
        return ""
    return ", the most" if len(ballot.leading) == 1 else ", a tie"


def large(number: int) -> tuple[str, ...]:
    """A number three rows high."""
    digits = [_DIGITS[digit] for digit in str(number)]
    return tuple(" ".join(digit[row] for digit in digits) for row in range(_ROWS))


def _locked(galley: Galley, offer: OfferLine) -> None:
    galley.line(galley.inlines(offer.say).stylize(Role.QUIET))
    galley.line((plain(f"{LOCKED} ") + galley.inlines(offer.reason)).stylize(Role.QUIET))


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
