"""A naive reading of the rules, to hold the checker against: every state visited, every expression walked.

It shares no code with play or with the checker: states are dictionaries, expressions are trees, sets are sets.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sidelight.model.expressions import (
    All,
    AnyOf,
    Chose,
    Compare,
    Either,
    Expression,
    Literal,
    Member,
    Not,
    Op,
    Read,
    Sum,
    Visits,
    walk,
)
from sidelight.model.story import Choice, Effect, Scene, Story
from sidelight.model.texts import First, Include, Joined, Styled, Text, When, Written
from sidelight.model.values import Value, Whole
from sidelight.play.state import all_expressions

MOST = 20_000

Key = tuple[str, str, int | Value]
"""What is decided: the word for its kind, a name, and where it stands or which value it is."""


class TooManyStatesError(Exception):
    """The story is too large to be looked at like this."""


@dataclass
class Moment:
    """A state, as plainly as can be."""

    scene: str | None
    values: dict[str, Value]
    visits: dict[str, int]
    taken: frozenset[str]

    @property
    def key(self) -> tuple[object, ...]:
        return self.scene, tuple(self.values.items()), tuple(self.visits.items()), self.taken


@dataclass
class Seen:
    """What exploring has shown."""

    can: set[Key] = field(default_factory=set)
    fails: set[Key] = field(default_factory=set)
    states: dict[str | None, int] = field(default_factory=dict)


def explore(story: Story) -> Seen:
    """Explore a story from its start and from each chapter's."""
    seen = Seen()
    for chapter in (None, *story.chapters):
        _Explorer(story, chapter, seen).explore()
    return seen


class _Explorer:
    def __init__(self, story: Story, chapter: str | None, seen: Seen) -> None:
        self.story, self.chapter, self.seen = story, chapter, seen
        self.caps: dict[str, int] = {}
        self.remembered: set[str] = {
            choice.step for scene in story.scenes.values() for choice in story.choices_at(scene) if choice.once
        }
        for expression in all_expressions(story):
            for node in walk(expression):
                if isinstance(node, Visits):
                    self.caps[node.scene] = max(self.caps.get(node.scene, 0), abs(node.number) + 1)
                if isinstance(node, Chose):
                    self.remembered.add(node.step)

    def explore(self) -> None:
        first = self._begin()
        moments = {first.key: first}
        waiting = [first]
        after: dict[tuple[object, ...], set[tuple[object, ...]]] = {}
        good = set()
        while waiting:
            moment = waiting.pop()
            following = [self._take(moment, choice) for choice in self._look(moment)]
            after[moment.key] = {each.key for each in following}
            scene = self._scene(moment)
            if not following or scene is None or scene.ending is not None:
                good.add(moment.key)  # over, or a dead end, which is another matter than a trap
            for each in following:
                if each.key not in moments:
                    moments[each.key] = each
                    waiting.append(each)
            if len(moments) > MOST:
                raise TooManyStatesError
        self.seen.states[self.chapter] = sum(moment.scene is not None for moment in moments.values())
        self._find_traps(moments, after, good)

    def _find_traps(
        self,
        moments: dict[tuple[object, ...], Moment],
        after: dict[tuple[object, ...], set[tuple[object, ...]]],
        good: set[tuple[object, ...]],
    ) -> None:
        before = defaultdict(set)
        for key, keys in after.items():
            for each in keys:
                before[each].add(key)
        waiting = list(good)
        while waiting:
            for key in before[waiting.pop()] - good:
                good.add(key)
                waiting.append(key)
        for key, moment in moments.items():
            if key not in good:
                self.seen.can.add(("trap", str(moment.scene), 0))

    def _scene(self, moment: Moment) -> Scene | None:
        return None if moment.scene is None else self.story.scenes[moment.scene]

    def _begin(self) -> Moment:
        values = {name: each.start for name, each in self.story.variables.items()}
        scene = self.story.start
        if self.chapter is not None:
            chapter = self.story.chapters[self.chapter]
            values.update(chapter.settings)
            scene = chapter.begins
        self.seen.can.update(("value", name, value) for name, value in values.items())
        return self._arrive(Moment(None, values, dict.fromkeys(self.caps, 0), frozenset()), scene)

    def _look(self, moment: Moment) -> Iterator[Choice]:  # noqa: C901, PLR0912 - in one place on purpose
        """Note everything that can be seen in a moment, and give the choices that are open."""
        can, scene = self.seen.can, self._scene(moment)
        for passage in self.story.passages.values():
            if passage.keep is not None:
                self._read(passage.text, moment, shown=False)
        if scene is None:
            return
        can.add(("scene" if scene.ending is None else "ending", scene.id, 0))
        for variable in self.story.variables.values():
            if variable.shown is not None and not isinstance(variable.shown, Literal):
                held = self.value(variable.shown, moment)
                (can if held else self.seen.fails).add(("shown variable", variable.name, 0))
        for aside in scene.asides:
            can.add(("aside", aside, 0))
        self._read(scene.text, moment, shown=True)
        opens = False
        for choice in self.story.choices_at(scene):
            if choice.once and choice.step in moment.taken:
                continue
            if choice.when is None or self.value(choice.when, moment):
                opens = True
                can.add(("choice", choice.step, 0))
                yield choice
            else:
                self.seen.fails.add(("choice", choice.step, 0))
        if scene.ending is None and not opens:
            can.add(("dead end", scene.id, 0))
        for exercise in self.story.exercises.values():
            met = scene.ending is not None and exercise.chapter is not None and exercise.chapter == scene.chapter
            if met or (exercise.after == scene.id and (opens or scene.ending is not None)):
                can.add(("exercise", exercise.id, 0))

    def _read(self, text: Text, moment: Moment, *, shown: bool) -> None:
        for item in text:
            match item:
                case Written(_, _, marks):
                    for mark in marks if shown else ():
                        self.seen.can.add(("aside", mark, 0))
                case When(condition, then, other, span):
                    assert span is not None
                    held = self.value(condition, moment)
                    (self.seen.can if held else self.seen.fails).add(("conditional text", "", span.begin))
                    self._read(then if held else other, moment, shown=shown)
                case First(branches):
                    for branch in branches:
                        assert branch.span is not None
                        if branch.condition is None or self.value(branch.condition, moment):
                            self.seen.can.add(("branch of a text", "", branch.span.begin))
                            self._read(branch.text, moment, shown=shown)
                            break
                case Styled(_, inner) | Joined(inner):
                    self._read(inner, moment, shown=shown)
                case Include(name):
                    self._read(self.story.passages[name].text, moment, shown=shown)

    def _take(self, moment: Moment, choice: Choice) -> Moment:
        taken = moment.taken | ({choice.step} & self.remembered)
        moment = self._affect(Moment(moment.scene, moment.values, moment.visits, taken), choice.effects)
        for target in choice.targets:
            if target.condition is None or self.value(target.condition, moment):
                if len(choice.targets) > 1:
                    self.seen.can.add(("branch of a choice", choice.step, target.span.begin))
                break
        else:
            raise AssertionError(choice.step)
        here, there = self._scene(moment), self.story.scenes[target.scene]
        assert here is not None
        if here.chapter != there.chapter:
            for exercise in self.story.exercises.values():
                if exercise.chapter is not None and exercise.chapter == here.chapter:
                    self.seen.can.add(("exercise", exercise.id, 0))
        if self.chapter is not None and there.chapter != self.chapter:
            return Moment(None, moment.values, moment.visits, moment.taken)
        return self._arrive(moment, target.scene)

    def _arrive(self, moment: Moment, target: str) -> Moment:
        here, there = self._scene(moment), self.story.scenes[target]
        values, visits = dict(moment.values), dict(moment.visits)
        if here is not None and here.chapter != there.chapter:
            for variable in self.story.variables.values():
                if variable.chapter is not None and variable.chapter in (here.chapter, there.chapter):
                    values[variable.name] = variable.start
        if target in visits:
            visits[target] = min(visits[target] + 1, self.caps[target])
        return self._affect(Moment(target, values, visits, moment.taken), there.effects)

    def _affect(self, moment: Moment, effects: tuple[Effect, ...]) -> Moment:
        for effect in effects:
            value = self.value(effect.expression, moment)
            domain = self.story.variables[effect.variable].domain
            if isinstance(domain, Whole):
                assert isinstance(value, int)
                if not domain.low <= value <= domain.high:
                    self.seen.can.add(("end of a domain", "", effect.span.begin))
                value = domain.low if value < domain.low else min(value, domain.high)
            self.seen.can.add(("value", effect.variable, value))
            moment = Moment(moment.scene, {**moment.values, effect.variable: value}, moment.visits, moment.taken)
        return moment

    def value(self, expression: Expression, moment: Moment) -> Value:  # noqa: C901, PLR0911 - a case a node
        match expression:
            case Literal(value):
                return value
            case Read(variable):
                return moment.values[variable]
            case Visits(scene, op, number):
                return compare(moment.visits[scene], op, number)
            case Chose(step):
                return step in moment.taken
            case Not(part):
                return not self.value(part, moment)
            case All(parts):
                return all(self.value(part, moment) for part in parts)
            case AnyOf(parts):
                return any(self.value(part, moment) for part in parts)
            case Compare(left, op, right):
                return compare(self.value(left, moment), op, self.value(right, moment))
            case Member(value, options):
                return any(self.value(value, moment) == self.value(option, moment) for option in options)
            case Sum(left, right, minus):
                first, second = self.value(left, moment), self.value(right, moment)
                assert isinstance(first, int)
                assert isinstance(second, int)
                return first - second if minus else first + second
            case Either(test, then, other):
                return self.value(then if self.value(test, moment) else other, moment)


def compare(left: Value, op: Op, right: Value) -> bool:
    """Two values compared, without Python's operators on anything but numbers."""
    match op:
        case Op.EQ:
            return left == right
        case Op.NE:
            return left != right
        case _:
            pass
    assert isinstance(left, int)
    assert isinstance(right, int)
    match op:
        case Op.LT:
            return left < right
        case Op.LE:
            return left <= right
        case Op.GT:
            return left > right
        case Op.GE:
            return left >= right
