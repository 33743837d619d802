"""What of a page can be chosen: its offers, and the titles of its notes."""

from textual.content import Content

from sidelight.presenting.page import Note, OfferLine, Page
from sidelight.tui.prose import BLANK, Galley, Role, plain
from sidelight.tui.widgets.choice_list import Option

_WITH_KEYS = 9
"""How many choices have a key of their own: that of their number."""


def offers(page: Page, taken_back: int | None = None) -> tuple[Option, ...]:
    """The offers, open and locked. `taken_back` is the number of the one the reader has just gone back to."""
    galley = Galley(0, page.styles)
    return tuple(
        Option(
            galley.inlines(offer.say) + _told_of(offer, taken_back),
            offer.number,
            galley.inlines(offer.reason),
        )
        for offer in page.offers
    )


def _told_of(offer: OfferLine, taken_back: int | None) -> Content:
    """What the reader did with an offer before, after its words."""
    if offer.number is None or offer.number != taken_back:
        return plain("  taken before", Role.QUIET) if offer.taken else BLANK
    again = f"; {taken_back} takes it again" if taken_back <= _WITH_KEYS else ""
    return plain(f"  taken back{again}", Role.QUIET)


def titles(notes: tuple[Note, ...]) -> tuple[Option, ...]:
    """The notes, each with its number as the marks have it."""
    return tuple(Option(plain(note.aside.title), note.number, sign=f"[{note.number}]") for note in notes)
