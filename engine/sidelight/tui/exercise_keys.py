"""Which keys are of use while a question is asked, and what Escape does."""

from collections.abc import Iterator

from sidelight.teaching.asking import Asking, Stage
from sidelight.tui.answering import Answering


def useful_keys(asking: Asking, answering: Answering, *, nested: bool, typing: bool) -> frozenset[str]:
    """The ids of the actions to be named.

    `nested` says whether something lies over the question; `typing`, whether a letter would be typed.
    """
    if typing:
        return frozenset(("across", "pass_over"))
    return frozenset(("help", "pass_over", "leave", *(() if nested else _here(asking, answering))))


def _here(asking: Asking, answering: Answering) -> Iterator[str]:
    if asking.is_settled and asking.question.exercise.evidence:
        yield "open"
    if asking.stage is Stage.OPEN:
        if answering.is_typed:
            yield "across"
        elif asking.has_hint:
            yield "hint"
        if answering.is_picking:
            yield "pick_line"
        if answering.is_ordering:
            yield from ("earlier", "later")


def what_escape_does(asking: Asking, *, nested: bool) -> str:
    """What the foot calls Escape."""
    if nested:
        return "back"
    match asking.stage:
        case Stage.SETTLED:
            return "go on"
        case Stage.SURE:
            return "do not say"
        case Stage.OPEN:
            return "show the answer" if asking.tries else "pass over"
