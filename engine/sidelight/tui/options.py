"""What of a page can be chosen: its offers, and the titles of its notes."""

from sidelight.presenting.page import Note, Page
from sidelight.tui.prose import Galley, plain
from sidelight.tui.widgets.choice_list import Option


def offers(page: Page) -> tuple[Option, ...]:
    """The offers, open and locked."""
    galley = Galley(0, page.styles)
    return tuple(
        Option(galley.inlines(offer.say), offer.number, galley.inlines(offer.reason)) for offer in page.offers
    )


def titles(notes: tuple[Note, ...]) -> tuple[Option, ...]:
    """The notes, each with its number as the marks have it."""
    return tuple(Option(plain(note.aside.title), note.number, sign=f"[{note.number}]") for note in notes)
