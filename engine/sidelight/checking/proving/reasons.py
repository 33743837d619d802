"""Why a condition never holds, or always does: the values that its slots have wherever it is looked at."""

from collections.abc import Callable

from sidelight.checking.proving.slots import Slots
from sidelight.checking.proving.words import entered, listed
from sidelight.model.expressions import All, AnyOf, Chose, Expression, Not, Read, Visits, walk
from sidelight.model.values import write_value

Values = Callable[[int], int]
"""The values a slot has wherever a condition is looked at, a bit for each."""


def reason(slots: Slots, condition: Expression, values: Values, *, holds: bool) -> str:
    """Why a condition always holds, or never; empty if no part of it alone says so."""
    found = _because(slots, condition, values, holds=holds)
    if found is None:
        return ""
    if not found:
        return f"{'part of ' if slots.reads(condition) else ''}it asks about nothing that can change"
    return f"whenever a reader comes to it, {listed(list(dict.fromkeys(found)), 'and')}"


def _because(slots: Slots, part: Expression, values: Values, *, holds: bool) -> list[str] | None:
    """The phrases that say why; none are needed where nothing is read."""
    match part:
        case Not(inner):
            return _because(slots, inner, values, holds=not holds)
        case All(parts) | AnyOf(parts):
            found = [_because(slots, each, values, holds=holds) for each in parts]
            known = [phrases for phrases in found if phrases is not None]
            if isinstance(part, All) is holds:
                return [phrase for phrases in known for phrase in phrases] if len(known) == len(found) else None
            return known[0] if known else None
        case _:
            return _plain(slots, part, values, holds=holds)


def _plain(slots: Slots, part: Expression, values: Values, *, holds: bool) -> list[str] | None:
    read, value = slots.reads(part), slots.reader(part)
    if not read:
        return [] if value({}) is holds else None
    if len(read) > 1:
        return None
    slot = read[0]
    places = [place for place in range(slots.sizes[slot]) if values(slot) >> place & 1]
    if not places or any(value({slot: place}) is not holds for place in places):
        return None
    return [_phrase(slots, part, slot, places)]


def _phrase(slots: Slots, part: Expression, slot: int, places: list[int]) -> str:
    """How things stand with the one slot a part reads: "`hours` is 0"."""
    domain = slots.domains[slot]
    words = [write_value(domain[place]) for place in places]
    run = len(places) > 2 and places == list(range(places[0], places[-1] + 1)) and type(domain[0]) is int  # noqa: PLR2004
    phrase = f"from {words[0]} to {words[-1]}" if run else listed(words)
    for node in walk(part):
        match node:
            case Read(variable):
                return f"`{variable}` is {phrase}"
            case Chose(step):
                return f'"{step}" has {"" if places == [1] else "not "}been chosen'
            case Visits(scene):
                return f'"{scene}" has {entered(places, len(domain) - 1)}'
            case _:
                pass
    raise AssertionError(part)
