"""Expressions as an author writes them, and values in words."""

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
from sidelight.model.story import Effect
from sidelight.model.values import write_value


def in_words(expression: Expression) -> str:  # noqa: PLR0911, PLR0912, C901 - a case a node
    """An expression as it would be written in a story."""
    match expression:
        case Literal(value):
            return write_value(value)
        case Read(variable):
            return variable
        case Visits(scene, Op.GE, 1):
            return f"visited('{scene}')"
        case Visits(scene, op, number):
            return f"visits('{scene}') {op} {number}"
        case Chose(step):
            return f"chose('{step}')"
        case Not(Member(value, options)):
            return f"{_tight(value)} not in [{', '.join(map(in_words, options))}]"
        case Not(part):
            return f"not {_tight(part)}"
        case All(parts):
            return " and ".join(_loose(part) for part in parts)
        case AnyOf(parts):
            return " or ".join(
                _tight(part) if isinstance(part, AnyOf | Either) else in_words(part) for part in parts
            )
        case Compare(left, op, right):
            return f"{_tight(left)} {op} {_tight(right)}"
        case Member(value, options):
            return f"{_tight(value)} in [{', '.join(map(in_words, options))}]"
        case Sum(left, right, minus):
            added = _tight(right) if isinstance(right, Sum) else _loose(right)
            return f"{_loose(left)} {'-' if minus else '+'} {added}"
        case Either(test, then, other):
            return f"{_tight(then)} if {_tight(test)} else {_tight(other)}"


def effect_in_words(effect: Effect) -> str:
    """An effect as it would be written in a story."""
    match effect.expression:
        case Sum(Read(variable), by, minus) if variable == effect.variable:
            return f"{variable} {'-' if minus else '+'}= {in_words(by)}"
        case expression:
            return f"{effect.variable} = {in_words(expression)}"


def _loose(part: Expression) -> str:
    """A part of a conjunction or a sum: bracketed if it would be read otherwise."""
    return _tight(part) if isinstance(part, All | AnyOf | Either) else in_words(part)


def _tight(part: Expression) -> str:
    """A part of something that binds tightly: bracketed unless it is one word or a sum."""
    written = in_words(part)
    return written if isinstance(part, Literal | Read | Visits | Chose | Sum) else f"({written})"


def listed(words: list[str], last: str = "or") -> str:
    """Several words as a phrase: "0, 1 or 2"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def entered(counts: list[int], most: int) -> str:
    """How often a scene has been entered, if it is so many times or so many; the highest count stands for more."""
    low, high = counts[0], counts[-1]
    if high == 0:
        return "never been entered"
    if high == most and len(counts) == high - low + 1:
        return f"been entered at least {_times(low)}"
    words = [_times(count) for count in counts]
    if high == most:
        words[-1] = f"at least {words[-1]}"
    return f"been entered {listed(words)}"


def _times(count: int) -> str:
    match count:
        case 1:
            return "once"
        case 2:
            return "twice"
        case _:
            return f"{count} times"
