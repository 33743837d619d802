"""An exercise as it is asked, in no medium: its words, and what it can be answered with, in the order shown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from sidelight.model.exercises import Exercise, ExerciseKind
from sidelight.model.ladders import targets_of
from sidelight.model.story import Story
from sidelight.teaching.marking import Response
from sidelight.text.markdown import read_blocks, read_inlines
from sidelight.text.prose import Blocks, Inlines, plain_words

TASKS = {
    ExerciseKind.PICK: "Pick one.",
    ExerciseKind.PICK_MANY: "Pick every one that belongs.",
    ExerciseKind.MATCH: "Say of each what goes with it.",
    ExerciseKind.ORDER: "Put these in order, from first to last.",
    ExerciseKind.SHORT: "Answer in a word or two.",
    ExerciseKind.NUMBER: "Answer with a whole number.",
    ExerciseKind.RATE: "Choose a step of the scale.",
    ExerciseKind.WRITE: "Write in your own words.",
}
"""What is to be done with an exercise, by its kind."""

SURENESS = ("guessing", "not very sure", "fairly sure", "certain")
"""How sure somebody can be of an answer, from 1 to 4."""

NOT_A_NUMBER = "That is not a whole number. Type one, such as 12."

_Shown = TypeVar("_Shown")


@dataclass(frozen=True, slots=True)
class Line:
    """Something that can be answered with, or about."""

    id: str
    text: Inlines

    @property
    def plain(self) -> str:
        """Its words alone."""
        return plain_words(self.text)


@dataclass(frozen=True, slots=True)
class Question:
    """An exercise to be asked.

    `options` are those of a `pick` and a `pick-many`, and the steps of a `rate`; `items` those of a `match` and an
    `order`; `targets` what each item of a `match` can be matched with.
    """

    exercise: Exercise
    prompt: Blocks
    options: tuple[Line, ...] = ()
    items: tuple[Line, ...] = ()
    targets: tuple[tuple[Line, ...], ...] = ()

    def in_words(self, response: Response) -> str:
        """An answer as somebody would say it."""
        match self.exercise.kind:
            case ExerciseKind.PICK | ExerciseKind.PICK_MANY | ExerciseKind.RATE:
                said = [option.plain for option in self.options if option.id in response]
            case ExerciseKind.ORDER:
                items = {item.id: item.plain for item in self.items}
                said = [items[id_] for id_ in response if id_ in items]
            case ExerciseKind.MATCH:
                said = [f"{item.plain}: {self.target(item.id, response)}" for item in self.items]
            case _:
                said = list(response)
        return "; ".join(said) or "none of them"

    def target(self, item: str, response: Response) -> str:
        """What an item was matched with in an answer; nothing if with nothing."""
        given = dict(zip((each.id for each in self.exercise.items), response, strict=False)).get(item)
        shown = dict(zip((each.id for each in self.items), self.targets, strict=True))
        return next((target.plain for target in shown[item] if target.id == given), "")

    def matched(self, given: Sequence[str]) -> Response:
        """The answer to a `match` from the targets given to its items in the order they are shown."""
        by_item = dict(zip((item.id for item in self.items), given, strict=True))
        return tuple(by_item[item.id] for item in self.exercise.items)


def whole_number(typed: str) -> str:
    """A whole number as it can be marked; nothing if it is none. What stands between its digits does no harm."""
    number = re.sub(r"(?<=\d)[,\s](?=\d)", "", typed)
    return number if re.fullmatch(r"-?[0-9]{1,18}", number) else ""


def question(exercise: Exercise, story: Story, seed: str) -> Question:
    """An exercise to be asked. The same seed shows it in the same order."""
    options = [Line(option.id, read_inlines(option.text)) for option in exercise.options]
    options += [Line(str(step), read_inlines(text)) for step, text in enumerate(exercise.scale, 1)]
    items = exercise.items
    if exercise.shuffle and exercise.kind in (ExerciseKind.PICK, ExerciseKind.PICK_MANY):
        options = _shuffled(options, [option.id for option in options], f"{seed} {exercise.id}")
    if exercise.shuffle and _gives_away_by_order(exercise):
        items = tuple(_shuffled(items, [item.id for item in items], f"{seed} {exercise.id}"))
    targets = [targets_of(exercise, item, story.grades) for item in items]
    matching = exercise.kind is ExerciseKind.MATCH
    return Question(
        exercise,
        read_blocks(exercise.prompt),
        tuple(options),
        tuple(Line(item.id, read_inlines(item.text)) for item in items),
        tuple(tuple(Line(id_, read_inlines(text)) for id_, text in each.items()) for each in targets)
        if matching
        else (),
    )


def _gives_away_by_order(exercise: Exercise) -> bool:
    """Whether the items as they are written could tell the answer: not where they go with steps of a ladder."""
    return exercise.kind is ExerciseKind.ORDER or (exercise.ladder is None and bool(exercise.targets))


def _shuffled(shown: Sequence[_Shown], ids: Sequence[str], seed: str) -> list[_Shown]:
    """In an order of no meaning, which is not the one they are written in where there are three or more."""
    places = sorted(range(len(ids)), key=lambda place: sha256(f"{seed} {ids[place]}".encode()).digest())
    if len(places) > 2 and places == sorted(places):  # noqa: PLR2004 - of two, "never as written" would tell
        places = [*places[1:], places[0]]
    return [shown[place] for place in places]
