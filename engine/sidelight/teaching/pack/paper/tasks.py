"""What a reader does with the pencil, so that the strip stands where the story's memory would."""

from collections.abc import Callable, Iterator, Sequence

from sidelight.model.expressions import Expression
from sidelight.model.story import Choice, Scene
from sidelight.play.compile import compile_effects
from sidelight.play.rules import Rules
from sidelight.play.state import State
from sidelight.teaching.pack.paper.book import Task
from sidelight.teaching.pack.paper.formulas import Formula, Mark, Reader, marks_of, value_of
from sidelight.teaching.pack.paper.sentences import change_by, set_to
from sidelight.teaching.pack.paper.strip import Changes, Letters, Row, Strip


class Tasks:
    """Writes tasks for the marks of a strip. `says` puts a formula in words."""

    def __init__(self, rules: Rules, reader: Reader, strip: Strip, says: Callable[[Formula], str]) -> None:
        self._rules = rules
        self._reader = reader
        self._strip = strip
        self._says = says
        self.changes: Changes = {}

    def on_choice(self, choice: Choice, moments: Sequence[State]) -> tuple[Task, ...]:
        """What the taking of a choice changes."""
        taken = self._rules.layout.bits.get(choice.step, 0)
        after = [state._replace(taken=state.taken | taken) for state in moments]
        found = [self._task(Mark("taken", choice.step), moments, after, None)] if taken else []
        found += self._effects(choice, after)
        return tuple(task for task in found if task is not None)

    def on_arrival(self, scene: Scene, moments: Sequence[State]) -> tuple[Task, ...]:
        """What arriving at a scene changes."""
        slot = self._rules.layout.visits.get(scene.id)
        found: list[Task | None] = []
        after = list(moments)
        if slot is not None:
            after = [self._visited(state, scene.id, slot) for state in moments]
            found.append(self._task(Mark("visits", scene.id), moments, after, None))
        found += self._effects(scene, after)
        return tuple(task for task in found if task is not None)

    def _visited(self, state: State, scene: str, slot: int) -> State:
        visits = list(state.visits)
        visits[slot] = min(visits[slot] + 1, self._rules.layout.caps[scene])
        return state._replace(visits=tuple(visits))

    def _effects(self, changing: Choice | Scene, moments: Sequence[State]) -> Iterator[Task | None]:
        before = list(moments)
        for effect in changing.effects:
            apply = compile_effects((effect,), self._rules.story, self._rules.layout)
            after = before if apply is None else [apply(state) for state in before]
            yield self._task(Mark("variable", effect.variable), before, after, effect.expression)
            before = after

    def _task(
        self, mark: Mark, before: Sequence[State], after: Sequence[State], expression: Expression | None
    ) -> Task | None:
        """The change of one mark; None where it is not kept, or never changes here."""
        row = self._strip.get(mark)
        pairs = {
            (value_of(mark, one, self._rules), value_of(mark, other, self._rules))
            for one, other in zip(before, after, strict=True)
        }
        self.changes.setdefault(mark, set()).update(pairs)
        if row is None or all(old == new for old, new in pairs):
            return None
        values = {new for _, new in pairs}
        if not isinstance(row, Letters) and (len(values) > 1 or len(pairs) == 1):
            changed = _steady({(int(old), int(new)) for old, new in pairs})
            if changed is not None:
                amount, stops = changed
                return Task((("", change_by(row, amount, stops=stops)),))
        if len(values) == 1:
            return Task((("", set_to(row, values.pop(), frozenset(old for old, _ in pairs))),))
        return self._by_case(mark, row, expression, dict(zip(before, after, strict=True)))

    def _by_case(self, mark: Mark, row: Row, expression: Expression | None, after: dict[State, State]) -> Task:
        """A change that depends on what else is marked."""
        depends = tuple(dict.fromkeys([mark, *(() if expression is None else marks_of(expression))]))
        rest = tuple(after)
        cases: list[tuple[str, str]] = []
        for value in sorted({value_of(mark, state, self._rules) for state in after.values()}, key=str):

            def so(state: State, value: object = value) -> bool:
                return value_of(mark, after[state], self._rules) == value

            formula = self._reader.simplest(self._reader.cases(depends, rest, so), rest)
            some = self._reader.where(formula, rest)
            old = frozenset(value_of(mark, state, self._rules) for state in some)
            words = "Leave the strip as it is." if old == {value} else set_to(row, value, old)
            cases.append(("" if formula is True else self._says(formula), words))
            rest = self._reader.where(formula, rest, holds=False)
        return Task(tuple(cases))


def _steady(pairs: set[tuple[int, int]]) -> tuple[int, bool] | None:
    """The one amount by which a count always changes, and whether it may be stopped at its end."""
    amount = max((new - old for old, new in pairs), key=abs)
    stopped = {(old, new) for old, new in pairs if new - old != amount}
    ends = {new for _, new in stopped}
    if len(ends) > 1 or any((new - old) * amount < 0 or abs(new - old) > abs(amount) for old, new in stopped):
        return None
    extreme = (min if amount < 0 else max)(new for _, new in pairs)
    return (amount, bool(stopped)) if ends <= {extreme} else None
