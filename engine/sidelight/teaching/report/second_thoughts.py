"""What is asked twice: a prediction, and the same again when all is known."""

from collections.abc import Iterator
from typing import NamedTuple

from sidelight.model.exercises import Exercise, Phase
from sidelight.teaching.events import Answered
from sidelight.teaching.report.learning import Done
from sidelight.teaching.report.wording import Wording


class Pair(NamedTuple):
    """An exercise that asks for a prediction, and one that asks the same again; if there is none, itself."""

    before: str
    after: str


def pairs(wording: Wording) -> Iterator[Pair]:
    """The predictions, each with the reflection of its chapter that has the same options, if there is one."""
    for before in wording.exercises:
        if before.phase is Phase.PREDICT:
            again = (after.id for after in wording.exercises if _asks_again(wording, before, after))
            yield Pair(before.id, next(again, before.id))


def _asks_again(wording: Wording, one: Exercise, other: Exercise) -> bool:
    if other.phase is not Phase.REFLECT or one.kind is not other.kind:
        return False
    answers = _answers(one)
    same_place = wording.chapter_of(one) == wording.chapter_of(other)
    return same_place and any(answers) and answers == _answers(other)


def _answers(exercise: Exercise) -> tuple[frozenset[str], ...]:
    return (
        frozenset(option.id for option in exercise.options),
        frozenset(item.id for item in exercise.items),
        frozenset(exercise.scale),
    )


def both(done: Done, pair: Pair) -> tuple[Answered, Answered] | None:
    """The first answer before and the last after; None unless both were given."""
    before, after = (done.answers.get(id_, ()) for id_ in pair)
    if not before or not after or (before is after and len(before) == 1):
        return None
    return before[0], after[-1]
