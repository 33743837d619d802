"""What decides something on paper: conditions over marks that a reader keeps, as short as they can truly be.

A story's condition is read against the moments in which it is looked at. What is always so in them is left out,
and a mark is only asked for the values it can have there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from sidelight.errors import StoryError
from sidelight.model.expressions import All, AnyOf, Chose, Expression, Not, Read, Visits, walk
from sidelight.model.values import Value
from sidelight.play.rules import Rules
from sidelight.play.state import State

_COMBINATIONS = 12
"""Cases of several marks weighed against each other, beyond which nobody follows."""


class Mark(NamedTuple):
    """Something a reader keeps: a `variable`, that a step was `taken`, or the `visits` to a scene."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Is:
    """A mark has one of some values; `among` are those it can have where the whole formula is asked.

    They are not narrowed by the other parts, which may be left out because of this one.
    """

    mark: Mark
    values: frozenset[Value]
    among: frozenset[Value]


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: tuple["Formula", ...]


Formula: TypeAlias = bool | Is | Every | Some
Moments: TypeAlias = Sequence[State]


def value_of(mark: Mark, state: State, rules: Rules) -> Value:
    """What a mark stands at in a moment."""
    layout = rules.layout
    match mark.kind:
        case "taken":
            return state.taken & layout.bits[mark.name] != 0
        case "visits":
            return state.visits[layout.visits[mark.name]]
        case _:
            return state.values[layout.slots[mark.name]]


def marks_of(expression: Expression) -> tuple[Mark, ...]:
    """The marks an expression looks at, each once."""
    found: dict[Mark, None] = {}
    for node in walk(expression):
        match node:
            case Read(variable):
                found[Mark("variable", variable)] = None
            case Chose(step):
                found[Mark("taken", step)] = None
            case Visits(scene):
                found[Mark("visits", scene)] = None
            case _:
                pass
    return tuple(found)


def marks_in(formula: Formula) -> Iterator[Mark]:
    """The marks a formula looks at."""
    match formula:
        case Is(mark):
            yield mark
        case Every(parts) | Some(parts):
            for part in parts:
                yield from marks_in(part)
        case bool():
            pass


class Reader:
    """Reads a story's conditions as formulas."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules

    def condition(self, condition: Expression | None, moments: Moments) -> Formula:
        """What a condition comes to in some moments; none always holds."""
        if condition is None:
            return True
        unlike = self._unlike(marks_of(condition), moments)
        return self._simplest(self._read(condition, unlike, wanted=True), unlike)

    def _unlike(self, marks: Sequence[Mark], moments: Moments) -> Moments:
        """One moment for each of the ways in which some marks can stand."""
        found: dict[tuple[Value, ...], State] = {}
        for state in moments:
            found.setdefault(tuple(value_of(mark, state, self._rules) for mark in marks), state)
        return tuple(found.values())

    def holds(self, formula: Formula, state: State) -> bool:
        """Whether a formula holds in a moment."""
        match formula:
            case bool():
                return formula
            case Is(mark, values):
                return value_of(mark, state, self._rules) in values
            case Every(parts):
                return all(self.holds(part, state) for part in parts)
            case Some(parts):
                return any(self.holds(part, state) for part in parts)

    def where(self, formula: Formula, moments: Moments, *, holds: bool = True) -> tuple[State, ...]:
        """The moments in which a formula holds, or does not."""
        return tuple(state for state in moments if self.holds(formula, state) == holds)

    def cases(self, marks: Sequence[Mark], moments: Moments, wanted: Callable[[State], bool]) -> Formula:
        """The formula over some marks that holds where something else is wanted to, which the marks decide."""
        if len(marks) == 1:
            among = frozenset(value_of(marks[0], state, self._rules) for state in moments)
            chosen = (state for state in moments if wanted(state))
            return Is(marks[0], frozenset(value_of(marks[0], state, self._rules) for state in chosen), among)
        rows = {tuple(value_of(mark, state, self._rules) for mark in marks) for state in moments if wanted(state)}
        if len(rows) > _COMBINATIONS:
            names = ", ".join(mark.name for mark in marks)
            raise StoryError(
                f"paper cannot weigh these against each other: {names}",
                "play this chapter on a screen, or ask for fewer of them in one condition",
            )
        possible = [frozenset(value_of(mark, state, self._rules) for state in moments) for mark in marks]
        whole = [zip(marks, row, possible, strict=True) for row in sorted(rows, key=repr)]
        return Some(
            tuple(Every(tuple(Is(mark, frozenset([v]), among) for mark, v, among in row)) for row in whole)
        )

    def simplest(self, formula: Formula, moments: Moments) -> Formula:
        """A formula that is the same in these moments, and asks for no more than it must."""
        return self._simplest(formula, self._unlike(tuple(marks_in(formula)), moments))

    def _simplest(self, formula: Formula, moments: Moments) -> Formula:
        held = [self.holds(formula, state) for state in moments]
        if all(held):
            return True
        if not any(held):
            return False
        match formula:
            case bool() | Is():
                return formula
            case Every(parts):
                return self._fewest(parts, moments, Every)
            case Some(parts):
                return self._fewest(parts, moments, Some)

    def _read(self, condition: Expression, moments: Moments, *, wanted: bool) -> Formula:
        match condition:
            case Not(part):
                return self._read(part, moments, wanted=not wanted)
            case All(parts) | AnyOf(parts):
                inner = tuple(self._read(part, moments, wanted=wanted) for part in parts)
                return Every(inner) if isinstance(condition, All) == wanted else Some(inner)
            case _:
                found = marks_of(condition)
                if not found:
                    return all(self._rules.holds(condition, state) == wanted for state in moments)
                return self.cases(found, moments, lambda state: self._rules.holds(condition, state) == wanted)

    def _fewest(self, parts: tuple[Formula, ...], moments: Moments, whole: type[Every] | type[Some]) -> Formula:
        """Each part as simple as the others let it be. It matters where they hold; in a Some, where not."""
        matters = whole is Every
        kept = list(_flat(parts, whole))
        for place in range(len(kept) - 1, -1, -1):
            others = [*kept[:place], *kept[place + 1 :]]
            context = [state for state in moments if all(self.holds(other, state) == matters for other in others)]
            simple: Formula = matters if not context else self._simplest(kept[place], context)
            if simple is matters:
                del kept[place]
            else:
                kept[place] = simple
        kept = list(_merged(_flat(kept, whole), whole))
        return kept[0] if len(kept) == 1 else whole(tuple(kept))


def _flat(parts: Iterable[Formula], whole: type[Every] | type[Some]) -> Iterable[Formula]:
    for part in parts:
        if isinstance(part, whole):
            yield from _flat(part.parts, whole)
        else:
            yield part


def _merged(parts: Iterable[Formula], whole: type[Every] | type[Some]) -> Iterable[Formula]:
    """What is asked of one mark, asked once."""
    found: dict[Mark | int, Formula] = {}
    for part in parts:
        if isinstance(part, Is):
            before = found.get(part.mark)
            if isinstance(before, Is):
                values = before.values & part.values if whole is Every else before.values | part.values
                found[part.mark] = Is(part.mark, values, before.among | part.among)
            else:
                found[part.mark] = part
        else:
            found[len(found)] = part
    return found.values()
