"""How a question is answered at the screen, as a value: what can be chosen, and what choosing does."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sidelight.model.exercises import ExerciseKind
from sidelight.teaching.marking import Response
from sidelight.teaching.questions import Line, Question
from sidelight.tui.prose import BLANK, Galley, Role, plain
from sidelight.tui.widgets.choice_list import Option

ANSWER = "Answer with this"
_TRIED = "  (tried)"
_ARROW = " → "


@dataclass(frozen=True, slots=True)
class Answering:
    """An answer in the making. `given` are the targets of a match so far, by its items in the order shown."""

    question: Question
    picked: tuple[str, ...] = ()
    """What is picked of several, or the order things are put in."""
    given: tuple[str, ...] = ()
    item: int | None = None
    """The item of a match that is being matched, counted from 0; None while the items themselves are shown."""
    tried: tuple[str, ...] = ()
    """The options of a pick that were answered with, the last one last."""

    @classmethod
    def of(cls, question: Question) -> "Answering":
        """Before anything has been done."""
        ordered = question.exercise.kind is ExerciseKind.ORDER
        return cls(
            question, tuple(item.id for item in question.items) if ordered else (), ("",) * len(question.targets)
        )

    @property
    def kind(self) -> ExerciseKind:
        """The kind of the exercise."""
        return self.question.exercise.kind

    @property
    def is_typed(self) -> bool:
        """Whether it is typed."""
        return self.kind in (ExerciseKind.SHORT, ExerciseKind.NUMBER, ExerciseKind.WRITE)

    @property
    def is_picking(self) -> bool:
        """Whether each thing is picked or not."""
        return self.kind is ExerciseKind.PICK_MANY

    @property
    def is_ordering(self) -> bool:
        """Whether things are put in an order."""
        return self.kind is ExerciseKind.ORDER

    @property
    def next_item(self) -> int:
        """The number of the item of a match that comes next; of the answer itself, where all are matched."""
        return self.given.index("") + 1 if "" in self.given else len(self.given) + 1

    @property
    def first(self) -> int:
        """The number to begin at: that which was tried last, so that a key too many takes nothing new."""
        ids = [line.id for line in self.question.options]
        return ids.index(self.tried[-1]) + 1 if self.tried else 1

    @property
    def options(self) -> tuple[Option, ...]:
        """What can be chosen now."""
        match self.kind:
            case ExerciseKind.PICK | ExerciseKind.RATE:
                return self._tried_or_not()
            case ExerciseKind.PICK_MANY:
                return (*self._boxes(), _answer(len(self.question.options) + 1))
            case ExerciseKind.ORDER:
                shown = {item.id: item for item in self.question.items}
                return (*_numbered(tuple(shown[id_] for id_ in self.picked)), _answer(len(shown) + 1))
            case ExerciseKind.MATCH if self.item is not None:
                return _numbered(self.question.targets[self.item])
            case ExerciseKind.MATCH:
                return (*self._matched(), *([] if "" in self.given else [_answer(len(self.given) + 1)]))
            case _:
                return ()

    def after(self, tried: Iterable[Response]) -> "Answering":
        """With what has been tried, where that can be marked."""
        if self.kind is not ExerciseKind.PICK:
            return self
        return replace(self, tried=tuple(id_ for response in tried for id_ in response))

    def choose(self, number: int) -> "Answering | Response":
        """What is chosen by its number, or pointed at: an answer, or what is on the way to one."""
        match self.kind:
            case ExerciseKind.PICK | ExerciseKind.RATE:
                return (self.question.options[number - 1].id,)
            case ExerciseKind.MATCH if self.item is not None:
                target = self.question.targets[self.item][number - 1].id
                given = (*self.given[: self.item], target, *self.given[self.item + 1 :])
                return replace(self, given=given, item=None)
            case ExerciseKind.MATCH if number <= len(self.given):
                return replace(self, item=number - 1)
            case ExerciseKind.PICK_MANY if number <= len(self.question.options):
                return self.toggle(number)
            case ExerciseKind.ORDER if number <= len(self.picked):
                return self
            case _:
                return self.answer()

    def answer(self) -> "Answering | Response":
        """The answer as it stands; still in the making, where it is none yet."""
        match self.kind:
            case ExerciseKind.MATCH:
                return self if "" in self.given else self.question.matched(self.given)
            case _:
                return self.picked or self

    def back(self) -> "Answering":
        """Back at the items of a match."""
        return replace(self, item=None)

    def toggle(self, number: int) -> "Answering":
        """With an option picked, or no longer."""
        if not 1 <= number <= len(self.question.options):
            return self
        id_ = self.question.options[number - 1].id
        picked = {*self.picked} ^ {id_}
        return replace(self, picked=tuple(line.id for line in self.question.options if line.id in picked))

    def move(self, number: int, to: int) -> "Answering":
        """With a thing put elsewhere in the order."""
        count = len(self.picked)
        if not (1 <= number <= count and 1 <= to <= count):
            return self
        rest = [*self.picked]
        rest.insert(to - 1, rest.pop(number - 1))
        return replace(self, picked=tuple(rest))

    def _tried_or_not(self) -> tuple[Option, ...]:
        return tuple(
            replace(option, label=option.label + plain(_TRIED, Role.QUIET)) if line.id in self.tried else option
            for option, line in zip(_numbered(self.question.options), self.question.options, strict=True)
        )

    def _boxes(self) -> tuple[Option, ...]:
        return tuple(
            replace(option, sign=f"[{'x' if line.id in self.picked else ' '}] {option.number}")
            for option, line in zip(_numbered(self.question.options), self.question.options, strict=True)
        )

    def _matched(self) -> tuple[Option, ...]:
        options: list[Option] = []
        for option, targets, given in zip(
            _numbered(self.question.items), self.question.targets, self.given, strict=True
        ):
            target = next((target.text for target in targets if target.id == given), None)
            said = () if target is None else (plain(_ARROW, Role.ACCENT), Galley(0).inlines(target))
            options.append(replace(option, label=BLANK.join((option.label, *said))))
        return tuple(options)


def _numbered(lines: tuple[Line, ...]) -> tuple[Option, ...]:
    galley = Galley(0)
    return tuple(Option(galley.inlines(line.text), number) for number, line in enumerate(lines, 1))


def _answer(number: int) -> Option:
    return Option(plain(ANSWER, Role.ACCENT), number)
