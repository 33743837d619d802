"""Expressions made into functions of a State, by composing closures: nearly as fast as code, and nothing is run.

Reads are of `values[slot]`, so one compiled expression serves every state of its story.
"""

import operator
from collections.abc import Callable
from typing import Any, TypeAlias, cast

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
)
from sidelight.model.story import Effect, Story
from sidelight.model.values import Value, Whole
from sidelight.play.state import Layout, State

Evaluate: TypeAlias = Callable[[State], Any]
Holds: TypeAlias = Callable[[State], bool]
Apply: TypeAlias = Callable[[State], State]

_OPERATORS: dict[Op, Callable[[Any, Any], bool]] = {
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
}


def compile_expression(expression: Expression, layout: Layout) -> Evaluate:  # noqa: C901, PLR0911 - a case a node
    """A function that gives the expression's value in a state."""
    match expression:
        case Literal(value):
            return lambda _state: value
        case Read(variable):
            slot = layout.slots[variable]
            return lambda state: state.values[slot]
        case Visits(scene, op, number):
            place, compare = layout.visits[scene], _OPERATORS[op]
            return lambda state: compare(state.visits[place], number)
        case Chose(step):
            bit = layout.bits[step]
            return lambda state: state.taken & bit != 0
        case Not(part):
            inner = compile_expression(part, layout)
            return lambda state: not inner(state)
        case All(parts):
            return _all(tuple(compile_expression(part, layout) for part in parts))
        case AnyOf(parts):
            return _any(tuple(compile_expression(part, layout) for part in parts))
        case Compare(left, op, right):
            return _compare(left, op, right, layout)
        case Member(value, options):
            return _member(value, options, layout)
        case Sum(left, right, minus):
            first, second = compile_expression(left, layout), compile_expression(right, layout)
            if minus:
                return lambda state: first(state) - second(state)
            return lambda state: first(state) + second(state)
        case Either(test, then, other):
            holds = compile_expression(test, layout)
            yes, no = compile_expression(then, layout), compile_expression(other, layout)
            return lambda state: yes(state) if holds(state) else no(state)


def _all(parts: tuple[Evaluate, ...]) -> Evaluate:
    if len(parts) == 2:  # noqa: PLR2004 - the common case, without a loop
        first, second = parts
        return lambda state: first(state) and second(state)
    return lambda state: all(part(state) for part in parts)


def _any(parts: tuple[Evaluate, ...]) -> Evaluate:
    if len(parts) == 2:  # noqa: PLR2004 - the common case, without a loop
        first, second = parts
        return lambda state: first(state) or second(state)
    return lambda state: any(part(state) for part in parts)


def _compare(left: Expression, op: Op, right: Expression, layout: Layout) -> Evaluate:
    compare = _OPERATORS[op]
    if isinstance(left, Read) and isinstance(right, Literal):
        slot, value = layout.slots[left.variable], right.value
        return lambda state: compare(state.values[slot], value)
    first, second = compile_expression(left, layout), compile_expression(right, layout)
    return lambda state: compare(first(state), second(state))


def _member(value: Expression, options: tuple[Expression, ...], layout: Layout) -> Evaluate:
    inner = compile_expression(value, layout)
    if all(isinstance(option, Literal) for option in options):
        values = frozenset(cast("Literal", option).value for option in options)
        return lambda state: inner(state) in values
    several = tuple(compile_expression(option, layout) for option in options)
    return lambda state: inner(state) in [option(state) for option in several]


def compile_effects(effects: tuple[Effect, ...], story: Story, layout: Layout) -> Apply | None:
    """A function that applies effects in order; None where there are none."""
    if not effects:
        return None
    steps = [(layout.slots[effect.variable], _assigned(effect, story, layout)) for effect in effects]

    def apply(state: State) -> State:
        values = list(state.values)
        for slot, value in steps:
            values[slot] = value(state)
            state = state._replace(values=tuple(values))
        return state

    return apply


def _assigned(effect: Effect, story: Story, layout: Layout) -> Callable[[State], Value]:
    value = compile_expression(effect.expression, layout)
    domain = story.variables[effect.variable].domain
    if isinstance(domain, Whole):
        low, high = domain.low, domain.high
        return lambda state: min(high, max(low, value(state)))
    return value
