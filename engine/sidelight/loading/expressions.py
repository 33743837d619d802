"""Expressions: Python's syntax, read with Python's parser from a closed list of forms, and never run by it.

Every name is looked up and every type checked here, so that play can trust what it is given.
"""

import ast
import warnings
from collections.abc import Callable
from enum import Enum
from functools import reduce
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic, Kind
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading import limits
from sidelight.loading.scope import Reference, Scope
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
    walk,
)
from sidelight.model.values import OneOf, Truth, Whole, describe, write_value
from sidelight.text.spans import Span


class Type(Enum):
    """What an expression gives."""

    TRUTH = "true or false"
    NUMBER = "a number"
    WORD = "a word"


class Typed(NamedTuple):
    """An expression with its type; of a word, the words it can be."""

    node: Expression
    type: Type
    words: frozenset[str] = frozenset()


At = Callable[[int, int], Span]
"""From offsets inside an expression's text to where they stand in the file."""

FUNCTIONS = ("visited", "visits", "chose")

_OPS: dict[type[ast.cmpop], Op] = {
    ast.Eq: Op.EQ,
    ast.NotEq: Op.NE,
    ast.Lt: Op.LT,
    ast.LtE: Op.LE,
    ast.Gt: Op.GT,
    ast.GtE: Op.GE,
}
_FLIPPED = {Op.LT: Op.GT, Op.LE: Op.GE, Op.GT: Op.LT, Op.GE: Op.LE, Op.EQ: Op.EQ, Op.NE: Op.NE}


class _Rejected(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


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
        typed = _Reader(source, at, scope, chapter).read()
    except _Rejected as rejected:
        scope.findings.add(rejected.diagnostic)
        return None
    if not any(isinstance(node, Chose) for node in walk(typed.node)):
        scope.cache[source, chapter] = typed
    return typed


def _parse(source: str) -> ast.expr:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source.strip(), mode="eval").body


class _Reader:
    """Reads one expression."""

    def __init__(self, source: str, at: At, scope: Scope, chapter: str | None) -> None:
        self._source = source
        self._at = at
        self._scope = scope
        self._chapter = chapter
        self._lead = len(source) - len(source.lstrip())
        self._depth = 0

    def read(self) -> Typed:
        source = self._source
        if not source.strip():
            raise self._reject_all(catalogue.BAD_EXPRESSION, "there is no expression here")
        if len(source) > limits.EXPRESSION_LENGTH:
            message = f"this expression is longer than {limits.EXPRESSION_LENGTH} characters"
            raise self._reject_all(
                catalogue.LIMIT_EXCEEDED, message, "make it of several, or keep a variable for part of it"
            )
        try:
            tree = _parse(source)
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            raise self._syntax_error(error) from None
        typed = self._typed(tree)
        self._check_combinations(typed.node)
        return typed

    def _syntax_error(self, error: Exception) -> _Rejected:
        offset = getattr(error, "offset", None)
        one_line = "\n" not in self._source.strip()
        begin = min(self._lead + max(0, (offset or 1) - 1), len(self._source)) if one_line else 0
        help_ = "for example `hours > 0 and not sent`"
        if "=" in self._source and not any(sign in self._source for sign in ("==", "<=", ">=", "!=")):
            help_ = "to compare, write `==`"
        if "&&" in self._source or "||" in self._source or "!" in self._source.replace("!=", ""):
            help_ = "write `and`, `or` and `not`"
        span = self._at(begin, len(self._source)) if begin < len(self._source) else self._at(0, len(self._source))
        return _Rejected(catalogue.BAD_EXPRESSION.at(span, "this is not an expression", help=help_))

    def _reject_all(self, kind: Kind, message: str, help_: str = "") -> _Rejected:
        return _Rejected(kind.at(self._at(0, len(self._source)), message, help=help_))

    def _span(self, tree: ast.expr) -> Span:
        lines = self._source.strip().split("\n")
        if len(lines) > 1 or tree.end_col_offset is None:
            return self._at(0, len(self._source))
        encoded = lines[0].encode()
        begin = len(encoded[: tree.col_offset].decode())
        stop = len(encoded[: tree.end_col_offset].decode())
        return self._at(self._lead + begin, self._lead + stop)

    def _reject(self, kind: Kind, tree: ast.expr, message: str, help_: str = "") -> _Rejected:
        return _Rejected(kind.at(self._span(tree), message, help=help_))

    def _typed(self, tree: ast.expr) -> Typed:
        self._depth += 1
        if self._depth > limits.EXPRESSION_DEPTH:
            raise self._reject_all(
                catalogue.LIMIT_EXCEEDED,
                f"this expression is nested more than {limits.EXPRESSION_DEPTH} deep",
            )
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
                raise self._reject(catalogue.BAD_EXPRESSION, tree, f"`{value}` is Python's", f"write `{word}`")
            case ast.Constant(value=int(value)):
                return Typed(Literal(value), Type.NUMBER)
            case ast.Constant(value=str(value)):
                return Typed(Literal(value), Type.WORD, frozenset({value}))
            case ast.BoolOp(op=op, values=values):
                parts = tuple(self._wanted(each, Type.TRUTH) for each in values)
                return Typed(All(parts) if isinstance(op, ast.And) else AnyOf(parts), Type.TRUTH)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Typed(Not(self._wanted(operand, Type.TRUTH)), Type.TRUTH)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(value))):
                return Typed(Literal(-value), Type.NUMBER)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Typed(Sum(Literal(0), self._wanted(operand, Type.NUMBER), minus=True), Type.NUMBER)
            case ast.BinOp(op=ast.Add() | ast.Sub() as op, left=left, right=right):
                numbers = self._wanted(left, Type.NUMBER), self._wanted(right, Type.NUMBER)
                return Typed(Sum(*numbers, minus=isinstance(op, ast.Sub)), Type.NUMBER)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self._either(test, body, orelse)
            case ast.Compare():
                return self._comparison(tree)
            case ast.Call():
                return self._call(tree)
            case _:
                raise self._reject(
                    catalogue.BAD_EXPRESSION,
                    tree,
                    "expressions do not have this",
                    "they have names, numbers, 'words', comparisons, and, or, not, +, -, `in [...]`, "
                    "`a if c else b`, visited(), visits() and chose()",
                )

    def _wanted(self, tree: ast.expr, wanted: Type) -> Expression:
        typed = self._typed(tree)
        if typed.type is not wanted:
            raise self._reject(
                catalogue.TYPE_ERROR, tree, f"this should be {wanted.value}, and it is {typed.type.value}"
            )
        return typed.node

    def _name(self, tree: ast.expr, name: str) -> Typed:
        if name in ("true", "false"):
            return Typed(Literal(name == "true"), Type.TRUTH)
        variable = self._scope.variables.get(name)
        if variable is None:
            if name in self._scope.words:
                return Typed(Literal(name), Type.WORD, frozenset({name}))
            raise self._unknown_name(tree, name)
        if variable.chapter not in (None, self._chapter):
            raise self._reject(
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

    def _unknown_name(self, tree: ast.expr, name: str) -> _Rejected:
        if name in FUNCTIONS:
            return self._reject(
                catalogue.BAD_EXPRESSION, tree, f"`{name}` is a function", f"write `{name}('...')`"
            )
        names = [*self._scope.variables, *self._scope.words, "true", "false"]
        help_ = did_you_mean(name, names) or "declare it under `variables:`, or mend the name"
        return self._reject(
            catalogue.UNKNOWN_VARIABLE, tree, f"there is no variable and no value called `{name}`", help_
        )

    def _either(self, test: ast.expr, body: ast.expr, orelse: ast.expr) -> Typed:
        condition = self._wanted(test, Type.TRUTH)
        then, other = self._typed(body), self._typed(orelse)
        if then.type is not other.type:
            raise self._reject(
                catalogue.TYPE_ERROR,
                orelse,
                f"this is {other.type.value}, and the other value of `a if c else b` is {then.type.value}",
            )
        return Typed(Either(condition, then.node, other.node), then.type, then.words | other.words)

    def _comparison(self, tree: ast.Compare) -> Typed:
        links: list[Expression] = []
        left = tree.left
        for op, right in zip(tree.ops, tree.comparators, strict=True):
            links.append(self._link(left, op, right, tree))
            left = right
        return Typed(links[0] if len(links) == 1 else All(tuple(links)), Type.TRUTH)

    def _link(self, left: ast.expr, op: ast.cmpop, right: ast.expr, tree: ast.Compare) -> Expression:
        if isinstance(op, ast.In | ast.NotIn):
            member = self._member(left, right)
            return Not(member) if isinstance(op, ast.NotIn) else member
        sign = _OPS.get(type(op))
        if sign is None:
            raise self._reject(catalogue.BAD_EXPRESSION, tree, "expressions have no `is`", "write `==`")
        if scene := self._visits_of(left):
            return Visits(scene, sign, self._count(right))
        if scene := self._visits_of(right):
            return Visits(scene, _FLIPPED[sign], self._count(left))
        return self._compare(left, sign, right)

    def _compare(self, left: ast.expr, sign: Op, right: ast.expr) -> Expression:
        first, second = self._typed(left), self._typed(right)
        if first.type is not second.type:
            raise self._reject(
                catalogue.TYPE_ERROR,
                right,
                f"this is {second.type.value}, and it is compared with {first.type.value}",
            )
        if sign not in (Op.EQ, Op.NE) and first.type is not Type.NUMBER:
            raise self._reject(
                catalogue.TYPE_ERROR, left, f"only numbers are greater or less; this is {first.type.value}"
            )
        if sign in (Op.EQ, Op.NE):
            self._check_possible(first, second, right)
            self._check_possible(second, first, left)
        return Compare(first.node, sign, second.node)

    def _check_possible(self, one: Typed, other: Typed, tree: ast.expr) -> None:
        """Report a value that what it is compared with can never have."""
        match one.node, other.node:
            case Read(name), Literal(value):
                domain = self._scope.variables[name].domain
                if value not in domain.values:
                    raise self._outside(
                        tree, f"`{name}` is never {write_value(value)}: it is {describe(domain)}", value, name
                    )
            case _ if one.type is Type.WORD and not one.words & other.words:
                raise self._outside(tree, "these two can never be the same word", "", None)
            case _:
                pass

    def _outside(self, tree: ast.expr, message: str, value: object, name: str | None) -> _Rejected:
        names = [str(each) for each in self._scope.variables[name].domain.values] if name else []
        return self._reject(catalogue.OUTSIDE_DOMAIN, tree, message, did_you_mean(str(value), names))

    def _member(self, left: ast.expr, right: ast.expr) -> Expression:
        value = self._typed(left)
        if not isinstance(right, ast.List | ast.Tuple | ast.Set) or not right.elts:
            raise self._reject(
                catalogue.BAD_EXPRESSION,
                right,
                "`in` wants a list of values",
                "for example `verdict in [open, cunning]`",
            )
        options: list[Expression] = []
        for each in right.elts:
            option = self._typed(each)
            if option.type is not value.type:
                raise self._reject(
                    catalogue.TYPE_ERROR,
                    each,
                    f"this is {option.type.value}, and it is compared with {value.type.value}",
                )
            self._check_possible(value, option, each)
            options.append(option.node)
        return Member(value.node, tuple(options))

    def _call(self, tree: ast.Call) -> Typed:
        name = tree.func.id if isinstance(tree.func, ast.Name) else ""
        match name:
            case "visited":
                return Typed(Visits(self._scene(tree), Op.GE, 1), Type.TRUTH)
            case "chose":
                step = self._argument(tree)
                self._scope.steps.append(Reference(step, self._span(tree.args[0])))
                return Typed(Chose(step), Type.TRUTH)
            case "visits":
                raise self._reject(
                    catalogue.TYPE_ERROR,
                    tree,
                    "visits() may only be compared with a number",
                    "for example `visits('c2-open') >= 2`",
                )
            case _:
                found = name or ast.unparse(tree.func)
                raise self._reject(
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
                raise self._reject(
                    catalogue.BAD_EXPRESSION,
                    tree,
                    "a function takes one name between quotation marks",
                    "as in visited('c2-open')",
                )

    def _scene(self, tree: ast.Call) -> str:
        scene = self._argument(tree)
        if self._scope.whole and scene not in self._scope.scenes:
            raise self._reject(
                catalogue.UNKNOWN_SCENE,
                tree.args[0],
                f'there is no scene called "{scene}"',
                did_you_mean(scene, self._scope.scenes),
            )
        return scene

    def _visits_of(self, tree: ast.expr) -> str | None:
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "visits":
            return self._scene(tree)
        return None

    def _count(self, tree: ast.expr) -> int:
        typed = self._typed(tree)
        if isinstance(typed.node, Literal) and type(typed.node.value) is int:
            return typed.node.value
        raise self._reject(catalogue.TYPE_ERROR, tree, "visits() may only be compared with a number")

    def _check_combinations(self, expression: Expression) -> None:
        sizes: dict[object, int] = {}
        for node in walk(expression):
            match node:
                case Read(name):
                    sizes[name] = len(self._scope.variables[name].domain.values)
                case Visits(scene, _, _):
                    sizes["visits", scene] = max(sizes.get(("visits", scene), 0), node.cap + 1)
                case Chose(step):
                    sizes["chose", step] = 2
                case _:
                    pass
        combinations = reduce(lambda product, size: product * size, sizes.values(), 1)
        if combinations > limits.COMBINATIONS:
            raise self._reject_all(
                catalogue.TOO_MANY_COMBINATIONS,
                f"what this names can have {combinations:,} values together, "
                f"and {limits.COMBINATIONS:,} is the most that can be decided",
                "split it, keep part of it in a variable of its own, or narrow a domain",
            )
