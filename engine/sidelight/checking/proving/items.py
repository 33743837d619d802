"""Everything of a story that is decided, and the goals that decide it from each start."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from sidelight.checking.proving.goals import Fate, Goal, fate_of
from sidelight.checking.proving.search import Search
from sidelight.checking.proving.slots import Box, Slots
from sidelight.checking.proving.system import open_boxes
from sidelight.checking.proving.words import effect_in_words, in_words
from sidelight.model.expressions import All, Expression, Literal
from sidelight.model.story import Choice, Effect, Scene, Story
from sidelight.model.texts import First, Include, Joined, Styled, Text, When, Written
from sidelight.model.values import Value, Variable, Whole, write_value
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


Subject: TypeAlias = Scene | Choice | Effect | Variable | None


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


@dataclass(frozen=True, slots=True)
class Context:
    """What must hold, and what must not, for a text to be looked at."""

    holds: tuple[Expression, ...] = ()
    fails: tuple[Expression, ...] = ()

    def and_(self, *conditions: Expression) -> "Context":
        """This, and conditions that hold."""
        return Context((*self.holds, *conditions), self.fails)

    def but_not(self, *conditions: Expression) -> "Context":
        """This, and conditions that do not hold."""
        return Context(self.holds, (*self.fails, *conditions))


class Matters:
    """Collects what is to be decided, start by start."""

    def __init__(self, story: Story, slots: Slots, starts: int) -> None:
        self._story, self._slots, self._starts = story, slots, starts
        self.all: dict[tuple[ItemKind, object], Matter] = {}

    def add(self, start: int, search: Search) -> None:
        """Add the goals of one start."""
        self._start, self._search = start, search
        self._everywhere()
        for place, scene in enumerate(self._story.scenes.values()):
            inside = search.system.chapter in (None, scene.chapter)
            self._scene(place if inside else None, scene)
        for name in self._story.asides:
            self._aside(name)
        self._exercises()
        for variable in self._story.variables.values():
            self._values(variable)

    def _matter(self, kind: ItemKind, key: object, name: str, span: Span, subject: Subject = None) -> Matter:
        matter = self.all.get((kind, key))
        if matter is None:
            matter = self.all[kind, key] = Matter(kind, name, span, Question(self._starts), subject)
        return matter

    def _ask(
        self,
        question: Question,
        place: int | None,
        within: Iterable[Box],
        unless: Iterable[Box] = (),
        *,
        fine: bool = False,
    ) -> None:
        if place is not None:
            question.goals[self._start].append(Goal(place, tuple(within), tuple(unless), fine))

    def _ask_in(self, question: Question, place: int | None, context: Context) -> None:
        unless = [box for condition in context.fails for box in self._slots.boxes(condition)]
        self._ask(question, place, self._slots.boxes(All(context.holds)), unless)

    def _scene(self, place: int | None, scene: Scene) -> None:
        kind = ItemKind.SCENE if scene.ending is None else ItemKind.ENDING
        self._ask(self._matter(kind, scene.id, scene.id, scene.span, scene).can, place, ({},))
        self._text(place, scene, scene.text, Context(), scene.span)
        for aside in scene.asides:
            self._ask(self._aside(aside, scene).can, place, ({},))
        for effect in scene.effects:
            self._effect(effect, scene)
        if scene.ending is not None:
            return
        choices = self._story.choices_at(scene)
        opens = [box for choice in choices for box in open_boxes(self._slots, choice)]
        self._ask(self._matter(ItemKind.DEAD_END, scene.id, scene.id, scene.span, scene).can, place, ({},), opens)
        self._matter(ItemKind.TRAP, scene.id, scene.id, scene.span, scene)
        for choice in choices:
            self._choice(place, choice)

    def _choice(self, place: int | None, choice: Choice) -> None:
        matter = self._matter(ItemKind.CHOICE, choice.step, choice.step, choice.span, choice)
        self._ask(matter.can, place, open_boxes(self._slots, choice))
        mark = self._slots.taken(choice.step)
        unused: Box = {mark: 1} if choice.once and mark is not None else {}
        if choice.when is not None:
            matter.condition, matter.fails = choice.when, matter.fails or Question(self._starts)
            self._ask(matter.fails, place, (unused,), self._slots.boxes(choice.when))
        if len(choice.targets) > 1:
            for branch, target in enumerate(choice.targets):
                name = f"{choice.step} to {target.scene}"
                found = self._matter(ItemKind.TARGET, (choice.step, branch), name, target.span, choice)
                found.condition, found.group = target.condition, id(choice)
                if place is not None:
                    moves = self._search.system.moves[place]
                    ways = [move for move in moves if move.choice is choice and move.branch == branch]
                    self._ask(found.can, place, [move.box for move in ways])
        for effect in choice.effects:
            self._effect(effect, self._story.scenes[choice.scene])

    def _effect(self, effect: Effect, scene: Scene) -> None:
        domain = self._story.variables[effect.variable].domain
        if not isinstance(domain, Whole) or isinstance(effect.expression, Literal):
            return
        matter = self._matter(ItemKind.EFFECT, id(effect), effect_in_words(effect), effect.span, effect)
        matter.scenes.add(scene.id)
        system = self._search.system
        for place, boxes in system.ends[id(effect)].items():
            self._ask(matter.can, place, boxes, fine=True)
        if id(effect) in system.ends_at_start:
            self._ask(matter.can, system.first, ({},))

    def _values(self, variable: Variable) -> None:
        slot, system = self._slots.variable(variable.name), self._search.system
        for number, value in enumerate(variable.domain.values):
            name = f"{variable.name} == {write_value(value)}"
            matter = self._matter(ItemKind.VALUE, (variable.name, value), name, variable.span, variable)
            matter.value = value
            for place, boxes in system.given[slot, number].items():
                self._ask(matter.can, place, boxes, fine=True)
            if (slot, number) in system.given_at_start:
                self._ask(matter.can, system.first, ({},))

    def _aside(self, name: str, scene: Scene | None = None) -> Matter:
        matter = self._matter(ItemKind.ASIDE, name, name, self._story.asides[name].span)
        if scene is not None:
            matter.scenes.add(scene.id)
        return matter

    def _exercises(self) -> None:
        """An exercise is met after a choice, or below an ending: of a scene, or at the end of its chapter."""
        system = self._search.system
        for exercise in self._story.exercises.values():
            if exercise.after is None and exercise.chapter is None:
                continue  # met in review, whatever was played
            matter = self._matter(ItemKind.EXERCISE, exercise.id, exercise.id, exercise.span)
            for place, scene in enumerate(self._story.scenes.values()):
                if exercise.after != scene.id if exercise.after else exercise.chapter != scene.chapter:
                    continue
                matter.scenes.add(scene.id)
                if system.chapter not in (None, scene.chapter):
                    continue
                leaving = [
                    move.box
                    for move in system.moves[place]
                    if exercise.after or self._chapter_of(move.target) != scene.chapter
                ]
                self._ask(matter.can, place, ({},) if scene.ending else leaving)

    def _chapter_of(self, place: int) -> str | None:
        scene = self._search.system.scenes[place]
        return None if scene is None else scene.chapter

    def _everywhere(self) -> None:
        """What can be looked at anywhere is asked wherever something it reads may have changed."""
        for variable in self._story.variables.values():
            if variable.shown is not None and not isinstance(variable.shown, Literal):
                matter = self._matter(ItemKind.SHOWN, variable.name, variable.name, variable.span, variable)
                places = self._inside_story(set(self._slots.reads(variable.shown)))
                self._condition(matter, variable.shown, places, Context())
        for passage in self._story.passages.values():
            if passage.keep is not None:
                slots = {slot for each in self._inside(passage.text) for slot in self._slots.reads(each)}
                for place in self._changes(slots):
                    self._text(place, None, passage.text, Context(), passage.span)

    def _inside(self, text: Text) -> Iterator[Expression]:
        """Every condition of a text, and of the passages in it."""
        for item in text:
            match item:
                case When(condition, then, other):
                    yield condition
                    yield from self._inside((*then, *other))
                case First(branches):
                    for branch in branches:
                        yield from (() if branch.condition is None else (branch.condition,))
                        yield from self._inside(branch.text)
                case Styled(_, inner) | Joined(inner):
                    yield from self._inside(inner)
                case Include(name):
                    yield from self._inside(self._story.passages[name].text)
                case Written():
                    pass

    def _changes(self, slots: set[int]) -> set[int]:
        """The places where any of some slots may have changed on arrival, and the first."""
        system = self._search.system
        return {system.first}.union(*(system.writers[slot] for slot in slots))

    def _inside_story(self, slots: set[int]) -> set[int]:
        """These places, but for the one outside, where a reader has only what she keeps."""
        return self._changes(slots) - {self._search.system.outside}

    def _condition(
        self, matter: Matter, condition: Expression, places: Iterable[int | None], context: Context
    ) -> None:
        matter.condition = condition
        matter.fails = matter.fails or Question(self._starts)
        for place in places:
            self._ask_in(matter.can, place, context.and_(condition))
            self._ask_in(matter.fails, place, context.but_not(condition))

    def _text(self, place: int | None, scene: Scene | None, text: Text, context: Context, span: Span) -> None:
        """Ask of everything in a text that depends on something."""
        for item in text:
            match item:
                case Written(_, _, marks):
                    for mark in marks if scene is not None else ():
                        self._ask_in(self._aside(mark, scene).can, place, context)
                case When(condition, then, other, own):
                    matter = self._matter(ItemKind.TEXT, id(item), in_words(condition), own or span, scene)
                    self._condition(matter, condition, (place,), context)
                    self._text(place, scene, then, context.and_(condition), span)
                    self._text(place, scene, other, context.but_not(condition), span)
                case First(branches):
                    passed = context
                    for number, branch in enumerate(branches):
                        condition = branch.condition or Literal(value=True)
                        name = in_words(condition) if branch.condition else "otherwise"
                        found = self._matter(ItemKind.BRANCH, (id(item), number), name, branch.span or span, scene)
                        found.condition, found.group = branch.condition, id(item)
                        self._ask_in(found.can, place, passed.and_(condition))
                        self._text(place, scene, branch.text, passed.and_(condition), span)
                        passed = passed.but_not(condition)
                case Styled(_, inner) | Joined(inner):
                    self._text(place, scene, inner, context, span)
                case Include(name):
                    passage = self._story.passages[name]
                    self._text(place, scene, passage.text, context, passage.span)
