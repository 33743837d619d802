"""Which choice a reader means by a number or by words."""

from sidelight.presenting.page import OfferLine, Page
from sidelight.text.prose import plain_words

NOTHING_OPEN = "There is nothing to choose here. Type u to go back, or q to quit."
OVER = (
    "There is nothing to choose here. Type new to begin again, a for the title page with every other way in, "
    "u to go back, or q to quit."
)
_SHORT = 3
"""Letters from which on an answer is looked for among the choices' words."""
_TOO_LONG = 9
"""Digits from which on a number cannot be that of a choice."""


def chosen_by_number(page: Page, typed: str) -> OfferLine | str:
    """The choice of a number; a sentence, if there is none."""
    lines = page.open_offers
    number = int(typed) if len(typed) < _TOO_LONG else 0
    if not lines:
        return NOTHING_OPEN if not page.over else OVER
    if not 1 <= number <= len(lines):
        numbers = "1" if len(lines) == 1 else f"1 to {len(lines)}"
        return f"There is no choice {typed[:_TOO_LONG]}. Type {numbers}."
    return lines[number - 1]


def chosen_by_words(page: Page, typed: str) -> OfferLine | str:
    """The choice with some words, or with that id; a sentence, if there is none or more than one."""
    found = _matching(page, typed.casefold())
    if not found:
        return f"“{typed[:40]}” is not among the choices. Type a number, or ? for help."
    if len(found) > 1:
        numbers = [str(line.number) for line in found]
        return f"That could be {', '.join(numbers[:-1])} or {numbers[-1]}. Type the number."
    return found[0]


def beginning_with(page: Page, typed: str) -> list[OfferLine]:
    """The choices whose words begin so."""
    return [line for line in page.open_offers if _said(line).startswith(typed.casefold())]


def _matching(page: Page, typed: str) -> list[OfferLine]:
    if len(typed) < _SHORT:
        return []
    lines = page.open_offers
    exact = [line for line in lines if typed in (_said(line), line.choice.id.casefold())]
    return exact or beginning_with(page, typed) or [line for line in lines if typed in _said(line)]


def _said(line: OfferLine) -> str:
    return plain_words(line.say).casefold()
