"""Effects: `name = expression`, `name += expression`, `name -= expression`."""

import re

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.expressions import read_expression
from sidelight.loading.parsing import At, Type, Typed
from sidelight.loading.scalars import Named
from sidelight.loading.scope import Scope
from sidelight.loading.variables import find_variable
from sidelight.model.expressions import Literal, Read, Sum
from sidelight.model.story import Effect
from sidelight.model.values import OneOf, Truth, Variable, Whole, describe
from sidelight.text.spans import Span

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
    variable = find_variable(Named(name, at(found.start("name"), found.end("name"))), scope, chapter)
    offset = found.start("rest")
    typed = read_expression(found["rest"], lambda begin, stop: at(offset + begin, offset + stop), scope, chapter)
    if variable is None or typed is None:
        return None
    value = found["rest"].strip()
    begin = source.index(value, offset)
    return _assignment(variable, found["op"], typed, whole, at(begin, begin + len(value)), scope)


def _assignment(
    variable: Variable, op: str, typed: Typed, whole: Span, value_span: Span, scope: Scope
) -> Effect | None:
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
