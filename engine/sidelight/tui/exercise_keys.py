"""Which keys are of use while a question is asked, and what Escape does."""

from collections.abc import Iterator, Mapping

from sidelight.teaching.asking import Asking, Stage
from sidelight.tui.answering import Answering

_TO_CHOICES, _TO_FIELD = "to the choices", "type on"


def useful_keys(asking: Asking, answering: Answering, *, nested: bool, typed: bool) -> frozenset[str]:
    """The ids of the actions to be named.

    `nested` says whether something lies over the question; `typed`, whether something has been typed: then Escape
    goes across.
    """
    across = () if typed else ("across",)
    return frozenset(("help", "pass_over", "leave", *(() if nested else _here(asking, answering, across))))


def _here(asking: Asking, answering: Answering, across: tuple[str, ...]) -> Iterator[str]:
    if asking.is_settled and asking.question.exercise.evidence:
        yield "open"
    if asking.stage is Stage.OPEN:
        if answering.is_typed:
            yield from across
        elif asking.has_hint:
            yield "hint"
        if answering.is_picking:
            yield "pick_line"
        if answering.is_ordering:
            yield from ("earlier", "later")


def names_of_keys(asking: Asking, *, nested: bool, typing: bool, typed: bool) -> Mapping[str, str]:
    """What the foot calls the keys that do not always do the same, by the ids of their actions."""
    across = _TO_CHOICES if typing else _TO_FIELD
    return {"across": across, "pass_over": across if typed else _what_escape_does(asking, nested=nested)}


def _what_escape_does(asking: Asking, *, nested: bool) -> str:
    if nested:
        return "back"
    match asking.stage:
        case Stage.SETTLED:
            return "go on"
        case Stage.SURE:
            return "do not say"
        case Stage.OPEN:
            return "show the answer" if asking.tries else "pass over"
