"""Expressions: Python's syntax, read from a closed list of forms, and never run by Python.

Every name is looked up and every type checked here, so that play can trust what it is given.
"""

import ast

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading import limits
from sidelight.loading.combinations import check_combinations
from sidelight.loading.comparisons import read_comparison
from sidelight.loading.parsing import At, Rejected, Source, Type, Typed
from sidelight.loading.scope import Reference, Scope
from sidelight.model.expressions import (
    All,
    AnyOf,
    Chose,
    Either,
    Expression,
    Literal,
    Not,
    Op,
    Read,
    Sum,
    Visits,
    walk,
)
from sidelight.model.values import OneOf, Truth, Whole

FUNCTIONS = ("visited", "visits", "chose")


def read_condition(source: str, at: At, scope: Scope, chapter: str | None) -> Expression | None:
    """An expression that is true or false; None, and a finding, if it is not one."""
    typed = read_expression(source, at, scope, chapter)
    if typed is None:
        return None
    if typed.type is not Type.TRUTH:
        scope.findings.add(
            catalogue.TYPE_ERROR.at(
                at(0, len(source)),
                f"a condition is true or false, and this is {typed.type.value}",
                help="compare it with something, as in `hours > 0` or `verdict == open`",
            )
        )
        return None
    return typed.node


def read_expression(source: str, at: At, scope: Scope, chapter: str | None) -> Typed | None:
    """An expression of any type; None, and a finding, if it cannot be read."""
    known = scope.cache.get((source, chapter))
    if known is not None:
        return known
    try:
        typed = _Forms(Source(source, at), scope, chapter).read()
    except Rejected as rejected:
        if rejected.finding is not None:
            scope.findings.add(rejected.finding)
        return None
    if not any(isinstance(node, Chose) for node in walk(typed.node)):
        scope.cache[source, chapter] = typed
    return typed


class _Forms:
    """Reads the forms of one expression."""

    def __init__(self, source: Source, scope: Scope, chapter: str | None) -> None:
        self.source = source
        self.scope = scope
        self._chapter = chapter
        self._depth = 0

    def read(self) -> Typed:
        typed = self.typed(self.source.parse())
        check_combinations(typed.node, self.source, self.scope)
        return typed

    def typed(self, tree: ast.expr) -> Typed:
        self._depth += 1
        if self._depth > limits.EXPRESSION_DEPTH:
            message = f"this expression is nested more than {limits.EXPRESSION_DEPTH} deep"
            raise self.source.reject_all(catalogue.LIMIT_EXCEEDED, message)
        try:
            return self._form(tree)
        finally:
            self._depth -= 1

    def _form(self, tree: ast.expr) -> Typed:  # noqa: C901, PLR0911, PLR0912 - the closed list of forms
        match tree:
            case ast.Name(id=name):
                return self._name(tree, name)
            case ast.Constant(value=bool(value)):
                word = str(value).lower()
                raise self.source.reject(
                    catalogue.BAD_EXPRESSION, tree, f"`{value}` is Python's", f"write `{word}`"
                )
            case ast.Constant(value=int(value)):
                return Typed(Literal(value), Type.NUMBER)
            case ast.Constant(value=str(value)):
                return Typed(Literal(value), Type.WORD, frozenset({value}))
            case ast.BoolOp(op=op, values=values):
                parts = tuple(self._wanted(each, Type.TRUTH) for each in values)
                return Typed(All(parts) if isinstance(op, ast.And) else AnyOf(parts), Type.TRUTH)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Typed(Not(self._wanted(operand, Type.TRUTH)), Type.TRUTH)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                number = self._wanted(operand, Type.NUMBER)
                if isinstance(number, Literal) and isinstance(number.value, int):
                    return Typed(Literal(-number.value), Type.NUMBER)
                return Typed(Sum(Literal(0), number, minus=True), Type.NUMBER)
            case ast.BinOp(op=ast.Add() | ast.Sub() as op, left=left, right=right):
                numbers = self._wanted(left, Type.NUMBER), self._wanted(right, Type.NUMBER)
                return Typed(Sum(*numbers, minus=isinstance(op, ast.Sub)), Type.NUMBER)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self._either(test, body, orelse)
            case ast.Compare():
                return read_comparison(tree, self)
            case ast.Call():
                return self._call(tree)
            case _:
                raise self.source.reject(
                    catalogue.BAD_EXPRESSION,
                    tree,
                    "expressions do not have this",
                    "they have names, numbers, 'words', comparisons, and, or, not, +, -, `in [...]`, "
                    "`a if c else b`, visited(), visits() and chose()",
                )

    def _wanted(self, tree: ast.expr, wanted: Type) -> Expression:
        typed = self.typed(tree)
        if typed.type is not wanted:
            message = f"this should be {wanted.value}, and it is {typed.type.value}"
            raise self.source.reject(catalogue.TYPE_ERROR, tree, message)
        return typed.node

    def _name(self, tree: ast.expr, name: str) -> Typed:
        if name in ("true", "false"):
            return Typed(Literal(name == "true"), Type.TRUTH)
        if name in self.scope.unreadable:
            raise Rejected(None)
        variable = self.scope.variables.get(name)
        if variable is None:
            if name in self.scope.words:
                return Typed(Literal(name), Type.WORD, frozenset({name}))
            return self._unknown_name(tree, name)
        if not self.scope.may_name(variable, self._chapter):
            raise self.source.reject(
                catalogue.ANOTHER_CHAPTERS_VARIABLE,
                tree,
                f"`{name}` belongs to chapter {variable.chapter}, and only its own expressions may name it",
                "move it to the story's `variables:` if other chapters need it",
            )
        match variable.domain:
            case Truth():
                return Typed(Read(name), Type.TRUTH)
            case Whole():
                return Typed(Read(name), Type.NUMBER)
            case OneOf(names):
                return Typed(Read(name), Type.WORD, frozenset(names))

    def _unknown_name(self, tree: ast.expr, name: str) -> Typed:
        if name in FUNCTIONS:
            message = f"`{name}` is a function"
            raise self.source.reject(catalogue.BAD_EXPRESSION, tree, message, f"write `{name}('...')`")
        if not self.scope.whole:
            raise Rejected(None)
        names = [*self.scope.variables, *self.scope.words, "true", "false"]
        raise self.source.reject(
            catalogue.UNKNOWN_VARIABLE,
            tree,
            f"there is no variable and no value called `{name}`",
            did_you_mean(name, names) or "declare it under `variables:`, or mend the name",
        )

    def _either(self, test: ast.expr, body: ast.expr, orelse: ast.expr) -> Typed:
        condition = self._wanted(test, Type.TRUTH)
        then, other = self.typed(body), self.typed(orelse)
        if then.type is not other.type:
            message = f"this is {other.type.value}, and the other value of `a if c else b` is {then.type.value}"
            raise self.source.reject(catalogue.TYPE_ERROR, orelse, message)
        return Typed(Either(condition, then.node, other.node), then.type, then.words | other.words)

    def _call(self, tree: ast.Call) -> Typed:
        name = tree.func.id if isinstance(tree.func, ast.Name) else ""
        match name:
            case "visited":
                return Typed(Visits(self._scene(tree), Op.GE, 1), Type.TRUTH)
            case "chose":
                step = self._argument(tree)
                self.scope.steps.append(Reference(step, self.source.span(tree.args[0])))
                return Typed(Chose(step), Type.TRUTH)
            case "visits":
                raise self.source.reject(
                    catalogue.TYPE_ERROR,
                    tree,
                    "visits() may only be compared with a number",
                    "for example `visits('c2-open') >= 2`",
                )
            case _:
                found = name or ast.unparse(tree.func)
                raise self.source.reject(
                    catalogue.UNKNOWN_FUNCTION,
                    tree,
                    f"there is no function `{found}`",
                    did_you_mean(found, FUNCTIONS) or "there are visited(), visits() and chose()",
                )

    def _argument(self, tree: ast.Call) -> str:
        match tree.args:
            case [ast.Constant(value=str(argument))] if not tree.keywords:
                return argument
            case _:
                raise self.source.reject(
                    catalogue.BAD_EXPRESSION,
                    tree,
                    "a function takes one name between quotation marks",
                    "as in visited('c2-open')",
                )

    def _scene(self, tree: ast.Call) -> str:
        scene = self._argument(tree)
        if self.scope.whole and scene not in self.scope.scenes:
            raise self.source.reject(
                catalogue.UNKNOWN_SCENE,
                tree.args[0],
                f'there is no scene called "{scene}"',
                did_you_mean(scene, self.scope.scenes),
            )
        return scene

    def visits_of(self, tree: ast.expr) -> str | None:
        """The scene of a `visits()`, if it is one."""
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "visits":
            return self._scene(tree)
        return None
