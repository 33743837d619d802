"""Expressions: what a condition or an effect says, as a small typed tree.

Every node is of one of three types (true/false, a number, a word), decided when the story is loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sidelight.model.values import Value


class Op(StrEnum):
    """How two values are compared."""

    EQ = "=="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


@dataclass(frozen=True, slots=True)
class Literal:
    """A value as it stands."""

    value: Value


@dataclass(frozen=True, slots=True)
class Read:
    """What a variable holds."""

    variable: str


@dataclass(frozen=True, slots=True)
class Visits:
    """How often a scene has been entered, compared with a number. `visited(…)` is `>= 1`."""

    scene: str
    op: Op
    number: int

    @property
    def cap(self) -> int:
        """The count from which on the comparison never changes."""
        beyond = self.op in (Op.EQ, Op.NE, Op.LE, Op.GT)
        return max(0, self.number + 1 if beyond else self.number)


@dataclass(frozen=True, slots=True)
class Chose:
    """Whether a choice has ever been taken; `step` is `scene/choice`."""

    step: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a condition."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; parts are looked at in order."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds; parts are looked at in order."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Two values of one type compared; words and truths only by `==` and `!=`."""

    left: "Expression"
    op: Op
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Member:
    """Whether a value is among some values."""

    value: "Expression"
    options: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Two numbers added, or the second taken from the first."""

    left: "Expression"
    right: "Expression"
    minus: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """One value if a condition holds, else another: `a if c else b`."""

    test: "Expression"
    then: "Expression"
    other: "Expression"


Expression: TypeAlias = Literal | Read | Visits | Chose | Not | All | AnyOf | Compare | Member | Sum | Either
Condition: TypeAlias = Expression
"""An expression that is true or false."""


def parts(expression: Expression) -> tuple[Expression, ...]:
    """The expressions an expression is made of."""
    match expression:
        case Literal() | Read() | Visits() | Chose():
            return ()
        case Not(part):
            return (part,)
        case All(several) | AnyOf(several):
            return several
        case Compare(left, _, right) | Sum(left, right, _):
            return (left, right)
        case Member(value, options):
            return (value, *options)
        case Either(test, then, other):
            return (test, then, other)


def walk(expression: Expression) -> Iterator[Expression]:
    """An expression and everything inside it."""
    yield expression
    for part in parts(expression):
        yield from walk(part)


def reads(expression: Expression) -> frozenset[str]:
    """The variables an expression reads."""
    return frozenset(node.variable for node in walk(expression) if isinstance(node, Read))
