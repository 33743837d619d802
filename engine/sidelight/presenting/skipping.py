"""Going on over what was read in an earlier playthrough, up to what is new."""

from collections.abc import Set as AbstractSet
from zlib import crc32

from sidelight.model.story import Choice
from sidelight.play.playthrough import Playthrough
from sidelight.play.state import State
from sidelight.presenting.length import plain_texts
from sidelight.presenting.page import Page
from sidelight.saving.shelf import Shelf
from sidelight.text.prose import plain_words

NOT_READ = "This page was not read before this play, so there is nothing here to pass over."
NEW_PAGE = "This page is new to you."
OVER = "This play is over."
NEW_DECISION = "You have not made this decision before."
BEFORE_AN_END = "The way you took from here last time ends the play."
IN_A_CIRCLE = "The way you took last time comes round to here again."


def text_key(page: Page) -> str:
    """What the shelf calls the text of a page: a scene that reads otherwise is another text."""
    text = "\n".join([plain_words(page.title), *plain_texts(page.blocks)])
    return f"{page.scene}:{crc32(text.encode()):08x}"


def decision_key(page: Page) -> str:
    """What the shelf calls the decision of a page: the scene and all that is open in it."""
    ways = "\n".join(line.choice.step for line in page.open_offers)
    return f"{page.scene}:{crc32(ways.encode()):08x}"


def further(playthrough: Playthrough, page: Page, shelf: Shelf, been: AbstractSet[State]) -> Playthrough | str:
    """The playthrough one step further, as it went last time; or why it stops here."""
    if page.over:
        return OVER
    choice = _as_before(page, shelf)
    if choice is None:
        return NEW_DECISION
    found = playthrough.choose(choice)
    if found.ended:
        return BEFORE_AN_END
    return IN_A_CIRCLE if found.state in been else found


def _as_before(page: Page, shelf: Shelf) -> Choice | None:
    """The choice made last time at this very decision; where there is one way only, that."""
    ways = [line.choice for line in page.open_offers]
    if len(ways) == 1:
        return ways[0]
    step = shelf.chosen.get(decision_key(page))
    return next((choice for choice in ways if choice.step == step), None)
