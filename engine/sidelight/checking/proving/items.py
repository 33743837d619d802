"""What is decided of a story: the things it is of, the questions about each, and the goals that answer them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from sidelight.checking.proving.goals import Fate, Goal, fate_of
from sidelight.checking.proving.search import Search
from sidelight.checking.proving.slots import Box, Slots
from sidelight.checking.proving.system import changed
from sidelight.model.expressions import Expression
from sidelight.model.story import Choice, Scene, Story
from sidelight.model.values import Value, Variable
from sidelight.text.spans import Span


class ItemKind(StrEnum):
    """What an item is of. The value is the word for it in reports."""

    SCENE = "scene"
    ENDING = "ending"
    CHOICE = "choice"
    TARGET = "branch of a choice"
    TEXT = "conditional text"
    BRANCH = "branch of a text"
    SHOWN = "shown variable"
    ASIDE = "aside"
    EXERCISE = "exercise"
    VALUE = "value"
    EFFECT = "end of a domain"
    DEAD_END = "dead end"
    TRAP = "trap"


Subject: TypeAlias = Choice | Variable | None


class Question:
    """Whether something can be, in any way of playing. Any of its goals answers it."""

    def __init__(self, starts: int) -> None:
        self.goals: list[list[Goal]] = [[] for _ in range(starts)]

    def fate(self, start: int | None = None) -> Fate:
        """What is known, from one start or from any."""
        return fate_of(goal for goals in (self.goals if start is None else [self.goals[start]]) for goal in goals)

    def witness(self) -> tuple[int, Goal] | None:
        """A goal that is possible, and the start it is possible from."""
        found = ((start, goal) for start, goals in enumerate(self.goals) for goal in goals)
        return next((each for each in found if each[1].fate is Fate.POSSIBLE), None)


@dataclass(slots=True, eq=False)
class Matter:
    """One thing to be decided: whether it can be, and of a condition also whether it can fail."""

    kind: ItemKind
    name: str
    span: Span
    can: Question
    subject: Subject = None
    fails: Question | None = None
    condition: Expression | None = None
    value: Value | None = None
    group: int = 0
    """Branches of one choice or text share a number."""
    scenes: set[str] = field(default_factory=set)
    """The scenes it belongs to or is shown in."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What there is to ask about it."""
        return (self.can,) if self.fails is None else (self.can, self.fails)


class Asker:
    """Collects what is to be decided, and puts it to one search after another."""

    def __init__(self, story: Story, slots: Slots, starts: int) -> None:
        self.story, self.slots, self._starts = story, slots, starts
        self.all: dict[tuple[ItemKind, object], Matter] = {}

    def turn_to(self, start: int, search: Search) -> None:
        """Put what is asked from now on to another search."""
        self._start, self.search = start, search
        self._writers: dict[int, set[int]] = {}
        for move in (move for moves in search.system.moves for move in moves):
            for slot in changed(move.maps):
                self._writers.setdefault(slot, set()).add(move.target)

    def changes(self, conditions: Iterable[Expression]) -> set[int]:
        """The places where anything that some conditions read may have changed on arrival, and the first."""
        slots = {slot for condition in conditions for slot in self.slots.reads(condition)}
        return {self.search.system.first}.union(*(self._writers.get(slot, ()) for slot in slots))

    def question(self) -> Question:
        """A new question."""
        return Question(self._starts)

    def matter(self, kind: ItemKind, key: object, name: str, span: Span, subject: Subject = None) -> Matter:
        """The matter of a key, which is made when it is first asked for."""
        matter = self.all.get((kind, key))
        if matter is None:
            matter = self.all[kind, key] = Matter(kind, name, span, self.question(), subject)
        return matter

    def aside(self, name: str, scene: Scene | None = None) -> Matter:
        """The matter of an aside, perhaps in a scene."""
        matter = self.matter(ItemKind.ASIDE, name, name, self.story.asides[name].span)
        if scene is not None:
            matter.scenes.add(scene.id)
        return matter

    def ask(
        self,
        question: Question,
        place: int | None,
        within: Iterable[Box] = ({},),
        unless: Iterable[Box] = (),
        *,
        fine: bool = False,
    ) -> None:
        """Ask whether a state can be reached at a place, in one of some boxes and in none of others."""
        if place is not None:
            question.goals[self._start].append(Goal(place, tuple(within), tuple(unless), fine))
