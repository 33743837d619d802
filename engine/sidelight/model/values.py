"""Variables and the finite domains their values come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from sidelight.text.spans import Span

if TYPE_CHECKING:
    from sidelight.model.expressions import Expression
    from sidelight.model.texts import Written

Value: TypeAlias = bool | int | str


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value, in order."""
        return (False, True)


@dataclass(frozen=True, slots=True)
class Whole:
    """Whole numbers, both ends included. An assignment beyond an end stops at it."""

    low: int
    high: int

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value, in order."""
        return tuple(range(self.low, self.high + 1))


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some named values."""

    names: tuple[str, ...]

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value, as the author ordered them."""
        return self.names


Domain: TypeAlias = Truth | Whole | OneOf


@dataclass(frozen=True, slots=True)
class Variable:
    """Something the story remembers. `chapter` owns it, or nobody does."""

    name: str
    domain: Domain
    start: Value
    span: Span = field(compare=False, repr=False)
    chapter: str | None = None
    label: "Written | None" = None
    shown: "Expression | None" = None
    """When a reader is shown it; never, if None."""


def describe(domain: Domain) -> str:
    """A domain in words, for messages: "a whole number from 0 to 2"."""
    match domain:
        case Truth():
            return "true or false"
        case Whole(low, high):
            return f"a whole number from {low} to {high}"
        case OneOf(names):
            return f"one of {', '.join(names)}"


def parse_value(written: str, domain: Domain) -> Value | None:
    """The value of a domain that is written so; None if there is none."""
    return next((value for value in domain.values if write_value(value) == written), None)


def write_value(value: Value) -> str:
    """A value as it is written in a story and on the command line."""
    return str(value).lower() if isinstance(value, bool) else str(value)


Settings: TypeAlias = Mapping[str, Value]
"""Values for some variables, as in a chapter's `with` or `--set`."""
