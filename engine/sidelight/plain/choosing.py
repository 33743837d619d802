"""Which choice a reader means by a number or by words."""

from sidelight.plain.matching import beginning_with, could_be, fold, number_in, range_of
from sidelight.plain.page import offer_line
from sidelight.presenting.page import OfferLine, Page
from sidelight.text.prose import plain_words

NOTHING_OPEN = "There is nothing to choose here. Type u to go back, ? for help, or q to quit."
OVER = (
    "There is nothing to choose here. Type new to begin again, a for the title page with every other way in, "
    "u to go back, ? for help, or q to quit."
)
NO_STEP = "This is the beginning; there is no step to go back."
_BACK = ("b", "back", "go back")
"""What goes back a step in other programs, and here on a list or the title page."""
_SHORT = 3
"""Letters from which on an answer is looked for among the choices' words."""
_SHOWN = 9
"""How much is said again of a number that is that of no choice."""


def chosen_by_number(page: Page, typed: str) -> OfferLine | str:
    """The choice of a number; a sentence, if there is none."""
    lines = page.open_offers
    if not lines:
        return _none_open(page)
    number = number_in(typed, len(lines))
    if number is None:
        return f"There is no choice {typed[:_SHOWN]}. Type {range_of(len(lines))}."
    return lines[number - 1]


def chosen_by_words(page: Page, typed: str) -> OfferLine | str:
    """The choice with some words, or with that id; a sentence, if there is none or more than one."""
    found = _matching(page, typed)
    if not page.open_offers:
        return _none_open(page)
    if not found and (closed := [line for line in page.offers if line.number is None and _begins(line, typed)]):
        return offer_line(closed[0])
    if not found and fold(typed) in _BACK:
        return "u goes back a step." if page.step else NO_STEP
    if not found:
        return f"“{typed[:40]}” is not among the choices. Type a number, or ? for help."
    return page.open_offers[found[0]] if len(found) == 1 else could_be(found)


def begins_one(page: Page, typed: str) -> bool:
    """Whether the words of one choice begin so, and no others."""
    return len(beginning_with(_said(page), typed)) == 1


def _none_open(page: Page) -> str:
    return OVER if page.over else NOTHING_OPEN


def _matching(page: Page, typed: str) -> list[int]:
    """The places of the choices that could be meant."""
    if len(typed) < _SHORT:
        return []
    said, wanted = _said(page), fold(typed)
    ids = [place for place, line in enumerate(page.open_offers) if fold(line.choice.id) == wanted]
    exact = [place for place, each in enumerate(said) if fold(each) == wanted]
    holding = [place for place, each in enumerate(said) if wanted in fold(each)]
    return sorted({*ids, *exact}) or beginning_with(said, typed) or holding


def _begins(line: OfferLine, typed: str) -> bool:
    return len(typed) >= _SHORT and fold(plain_words(line.say)).startswith(fold(typed))


def _said(page: Page) -> list[str]:
    return [plain_words(line.say) for line in page.open_offers]
