"""Comparisons, chained ones too, and `in [...]`: two values of one type that can be the same."""

import ast
from typing import Protocol

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.parsing import Source, Type, Typed
from sidelight.loading.scope import Scope
from sidelight.model.expressions import All, Compare, Expression, Literal, Member, Not, Op, Read, Visits
from sidelight.model.values import describe, write_value

_OPS: dict[type[ast.cmpop], Op] = {
    ast.Eq: Op.EQ,
    ast.NotEq: Op.NE,
    ast.Lt: Op.LT,
    ast.LtE: Op.LE,
    ast.Gt: Op.GT,
    ast.GtE: Op.GE,
}
_FLIPPED = {Op.LT: Op.GT, Op.LE: Op.GE, Op.GT: Op.LT, Op.GE: Op.LE, Op.EQ: Op.EQ, Op.NE: Op.NE}


class Forms(Protocol):
    """What a comparison asks of the reader of the forms around it."""

    source: Source
    scope: Scope

    def typed(self, tree: ast.expr) -> Typed:
        """A part of the expression, with its type."""

    def visits_of(self, tree: ast.expr) -> str | None:
        """The scene of a `visits()`, if it is one."""


def read_comparison(tree: ast.Compare, forms: Forms) -> Typed:
    """A comparison; of a chain, every link must hold."""
    links: list[Expression] = []
    left = tree.left
    for op, right in zip(tree.ops, tree.comparators, strict=True):
        links.append(_link(left, op, right, tree, forms))
        left = right
    return Typed(links[0] if len(links) == 1 else All(tuple(links)), Type.TRUTH)


def _link(left: ast.expr, op: ast.cmpop, right: ast.expr, tree: ast.Compare, forms: Forms) -> Expression:
    if isinstance(op, ast.In | ast.NotIn):
        member = _member(left, right, forms)
        return Not(member) if isinstance(op, ast.NotIn) else member
    sign = _OPS.get(type(op))
    if sign is None:
        raise forms.source.reject(catalogue.BAD_EXPRESSION, tree, "expressions have no `is`", "write `==`")
    if scene := forms.visits_of(left):
        return Visits(scene, sign, _count(right, forms))
    if scene := forms.visits_of(right):
        return Visits(scene, _FLIPPED[sign], _count(left, forms))
    return _compare(left, sign, right, forms)


def _count(tree: ast.expr, forms: Forms) -> int:
    typed = forms.typed(tree)
    if isinstance(typed.node, Literal) and type(typed.node.value) is int:
        return typed.node.value
    raise forms.source.reject(catalogue.TYPE_ERROR, tree, "visits() may only be compared with a number")


def _compare(left: ast.expr, sign: Op, right: ast.expr, forms: Forms) -> Expression:
    first, second = forms.typed(left), forms.typed(right)
    _check_same_type(first, second, right, forms)
    if sign in (Op.EQ, Op.NE):
        _check_possible(first, second, right, forms)
        _check_possible(second, first, left, forms)
    elif first.type is not Type.NUMBER:
        message = f"only numbers are greater or less; this is {first.type.value}"
        raise forms.source.reject(catalogue.TYPE_ERROR, left, message)
    return Compare(first.node, sign, second.node)


def _member(left: ast.expr, right: ast.expr, forms: Forms) -> Expression:
    value = forms.typed(left)
    if not isinstance(right, ast.List) or not right.elts:
        raise forms.source.reject(
            catalogue.BAD_EXPRESSION,
            right,
            "`in` wants a list of values",
            "for example `verdict in [open, cunning]`",
        )
    options: list[Expression] = []
    for each in right.elts:
        option = forms.typed(each)
        _check_same_type(value, option, each, forms)
        _check_possible(value, option, each, forms)
        options.append(option.node)
    return Member(value.node, tuple(options))


def _check_same_type(one: Typed, other: Typed, tree: ast.expr, forms: Forms) -> None:
    if one.type is not other.type:
        message = f"this is {other.type.value}, and it is compared with {one.type.value}"
        raise forms.source.reject(catalogue.TYPE_ERROR, tree, message)


def _check_possible(one: Typed, other: Typed, tree: ast.expr, forms: Forms) -> None:
    """Report a value that what it is compared with can never have."""
    match one.node, other.node:
        case Read(name), Literal(value):
            domain = forms.scope.variables[name].domain
            if value not in domain.values:
                written = write_value(value)
                raise forms.source.reject(
                    catalogue.OUTSIDE_DOMAIN,
                    tree,
                    f"`{name}` is never {written}: it is {describe(domain)}",
                    did_you_mean(written, [write_value(each) for each in domain.values]),
                )
        case _ if one.type is Type.WORD and not one.words & other.words:
            raise forms.source.reject(catalogue.OUTSIDE_DOMAIN, tree, "these two can never be the same word")
        case _:
            pass
