"""Effects: `name = expression`, `name += expression`, `name -= expression`."""

import re

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.expressions import At, Type, Typed, read_expression
from sidelight.loading.scope import Scope
from sidelight.model.expressions import Literal, Read, Sum
from sidelight.model.story import Effect
from sidelight.model.values import OneOf, Truth, Variable, Whole, describe

_EFFECT = re.compile(r"\s*(?P<name>\w+)\s*(?P<op>[+-]?=)(?!=)(?P<rest>.*)\Z", re.DOTALL)
_TYPES = {Truth: Type.TRUTH, Whole: Type.NUMBER, OneOf: Type.WORD}


def read_effect(source: str, at: At, scope: Scope, chapter: str | None) -> Effect | None:
    """An effect; None, and a finding, if it is not one."""
    whole = at(0, len(source))
    found = _EFFECT.match(source)
    if found is None:
        scope.findings.add(
            catalogue.BAD_EXPRESSION.at(
                whole, "this is not an effect", help="for example `hours -= 1` or `sent = true`"
            )
        )
        return None
    name = found["name"]
    span = at(found.start("name"), found.end("name"))
    variable = scope.variables.get(name)
    if variable is None:
        scope.findings.add(
            catalogue.UNKNOWN_VARIABLE.at(
                span,
                f"there is no variable called `{name}`",
                help=did_you_mean(name, scope.variables) or "declare it under `variables:`, or mend the name",
            )
        )
        return None
    if variable.chapter not in (None, chapter):
        scope.findings.add(
            catalogue.ANOTHER_CHAPTERS_VARIABLE.at(
                span,
                f"`{name}` belongs to chapter {variable.chapter} and is set only there",
                help="move it to the story's `variables:` if other chapters need it",
            )
        )
        return None
    offset = found.start("rest")
    typed = read_expression(found["rest"], lambda begin, stop: at(offset + begin, offset + stop), scope, chapter)
    if typed is None:
        return None
    return _assignment(variable, found["op"], typed, at, (offset, len(source)), scope)


def _assignment(
    variable: Variable, op: str, typed: Typed, at: At, rest: tuple[int, int], scope: Scope
) -> Effect | None:
    whole, value_span = at(0, rest[1]), at(*rest)
    wanted = _TYPES[type(variable.domain)]
    if op != "=" and wanted is not Type.NUMBER:
        message = f"`{op}` is for numbers, and `{variable.name}` is {describe(variable.domain)}"
        scope.findings.add(catalogue.TYPE_ERROR.at(whole, message, help=f"write `{variable.name} = ...`"))
        return None
    if typed.type is not wanted:
        message = f"`{variable.name}` is {describe(variable.domain)}, and this is {typed.type.value}"
        scope.findings.add(catalogue.TYPE_ERROR.at(value_span, message))
        return None
    if outside := _outside(variable, op, typed):
        scope.findings.add(
            catalogue.OUTSIDE_DOMAIN.at(
                value_span,
                f"`{variable.name}` can never be {outside}: it is {describe(variable.domain)}",
                help=did_you_mean(outside, [str(value) for value in variable.domain.values]),
            )
        )
        return None
    expression = typed.node if op == "=" else Sum(Read(variable.name), typed.node, minus=op == "-=")
    return Effect(variable.name, expression, whole)


def _outside(variable: Variable, op: str, typed: Typed) -> str:
    """A value outside the domain that would be assigned, as it is written."""
    match variable.domain, typed.node:
        case OneOf(names), _:
            return next(iter(sorted(typed.words - set(names))), "")
        case Whole(low, high), Literal(int(value)) if op == "=" and not low <= value <= high:
            return str(value)
        case _:
            return ""
