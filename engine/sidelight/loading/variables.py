"""Variables and their domains."""

import keyword
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Note
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading import limits
from sidelight.loading.fields import Fields
from sidelight.loading.outline import Outline
from sidelight.loading.scalars import Named, Reading, as_text, as_truth, as_whole, describe
from sidelight.loading.scope import Scope
from sidelight.loading.texts import TextReader
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar, is_broken
from sidelight.model.expressions import Expression, Literal
from sidelight.model.values import Domain, OneOf, Truth, Value, Variable, Whole, parse_value, write_value
from sidelight.model.values import describe as describe_domain

T = TypeVar("T")

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_RESERVED = {"true", "false", "visited", "visits", "chose"}
VARIABLE_KEYS = ("from", "to", "one-of", "start", "label", "shown")


def read_variable(named: Named, node: Node, reading: Reading, scope: Scope, chapter: str | None) -> Fields | None:
    """Read a variable's domain and start into the scope. Gives its table, to be finished when all are known."""
    if named.name in scope.variables:
        reading.findings.add(
            catalogue.REPEATED_ID.at(
                named.span,
                f"there is a variable `{named.name}` already",
                Note("the first is here, and is the one that is read", scope.variables[named.name].span),
                help="rename one of the two",
            )
        )
        return None
    fields = None
    if isinstance(node, Mapping):
        fields = Fields(node, reading, f"variable `{named.name}`", VARIABLE_KEYS)
        found = _domain(fields, scope)
    else:
        truth = as_truth(node, reading, f"`{named.name}`, written short,")
        found = None if truth is None else (Truth(), truth)
    domain, start = found or (Truth(), False)
    if not _check_name(named, reading):
        scope.unreadable.update((named.name, named.name.lower().replace("-", "_"), *map(str, domain.values)))
        return None
    if found is None:
        scope.unreadable.add(named.name)
    scope.variables[named.name] = Variable(named.name, domain, start, named.span, chapter)
    return fields


def _check_name(named: Named, reading: Reading) -> bool:
    name = named.name
    if not _NAME.match(name):
        message, help_ = (
            f'"{name}" cannot be a name in an expression',
            "small letters, digits and `_`, a letter first",
        )
    elif keyword.iskeyword(name) or name in _RESERVED:
        message, help_ = f'"{name}" means something else in an expression', f"write `{name}_` or another name"
    else:
        return True
    reading.findings.add(catalogue.BAD_NAME.at(named.span, message, help=help_))
    return False


def _domain(fields: Fields, scope: Scope) -> tuple[Domain, Value] | None:
    if fields.has("one-of"):
        return _one_of(fields, scope)
    if fields.has("from") or fields.has("to"):
        return _whole(fields)
    start = _required(fields, "start", as_truth)
    return None if start is None else (Truth(), start)


def _required(fields: Fields, key: str, read: Callable[[Node, Reading, str], T | None]) -> T | None:
    node = fields.require(key)
    return None if node is None else read(node, fields.reading, f"`{key}`")


def _whole(fields: Fields) -> tuple[Domain, Value] | None:
    low, high, start = (_required(fields, key, as_whole) for key in ("from", "to", "start"))
    if low is None or high is None or start is None:
        return None
    if low >= high:
        found = f"there is no number from {low} up to {high}" if low > high else "this has one value"
        _bad_domain(fields, "from", found)
        return None
    if high - low >= limits.COMBINATIONS:
        node = fields.get("to")
        message = f"this has {high - low + 1:,} values, and {limits.COMBINATIONS:,} is the most"
        help_ = "count in larger steps, or name a few values with `one-of`"
        span = fields.span if node is None else fields.reading.span(node)
        fields.reading.findings.add(catalogue.LIMIT_EXCEEDED.at(span, message, help=help_))
        return None
    if not low <= start <= high:
        _bad_domain(fields, "start", f"it starts at {start}, which is not from {low} to {high}")
        return None
    return Whole(low, high), start


def _one_of(fields: Fields, scope: Scope) -> tuple[Domain, Value] | None:
    for key in ("from", "to"):
        if fields.has(key):
            _bad_domain(fields, key, "a variable is a number or one of some words, and not both")
            return None
    names: list[str] = []
    whole = True
    for node in fields.list("one-of"):
        word = as_text(node, fields.reading, "each of `one-of`")
        if word is None or not _check_name(Named(word, fields.reading.span(node)), fields.reading):
            scope.unreadable.update((word or "", (word or "").lower()))
            whole = False
        elif word in names:
            _bad_domain(fields, "one-of", f'"{word}" is there twice')
        else:
            names.append(word)
    start = _required(fields, "start", as_text)
    if start is None or not names:
        scope.unreadable.update(names)
        return None
    if start not in names:
        if whole:
            _bad_domain(fields, "start", f'it starts as "{start}", which is not one of {", ".join(names)}')
        scope.unreadable.update(names)
        return None
    return OneOf(tuple(names)), start


def _bad_domain(fields: Fields, key: str, message: str) -> None:
    node = fields.get(key)
    span = fields.span if node is None else fields.reading.span(node)
    fields.reading.findings.add(catalogue.BAD_DOMAIN.at(span, message))


def check_words(scope: Scope) -> None:
    """Report names that are both a variable and a value of some domain."""
    for variable in scope.variables.values():
        if variable.name in scope.words:
            scope.findings.add(
                catalogue.BAD_NAME.at(
                    variable.span,
                    f"`{variable.name}` is also a value of a `one-of`, so an expression could mean either",
                    help="rename the variable or the value",
                )
            )


def finish_variable(name: str, fields: Fields, outline: Outline, scope: Scope) -> None:
    """Read a variable's label and when it is shown, now that expressions can be read."""
    variable = scope.variables[name]
    reader = TextReader(fields.reading, outline, scope, variable.chapter)
    label, shown = reader.inline(fields, "label"), _shown(fields, reader)
    if shown is not None and not fields.has("label"):
        fields.missing("label")
    scope.variables[name] = replace(variable, label=label, shown=shown)


def _shown(fields: Fields, reader: TextReader) -> Expression | None:
    node = fields.get("shown")
    if isinstance(node, Scalar) and node.value in ("true", "false"):
        return Literal(value=True) if node.value == "true" else None
    return reader.condition(fields, "shown")


def read_settings(fields: Fields, key: str, scope: Scope, chapter: str | None) -> dict[str, Value]:
    """Values for some variables, as in a chapter's `with`."""
    settings: dict[str, Value] = {}
    for name, node in fields.entries(key):
        variable = find_variable(Named(name.value, fields.reading.span(name)), scope, chapter)
        value = None if variable is None else _value(node, variable, fields.reading)
        if value is not None:
            settings[name.value] = value
    return settings


def find_variable(named: Named, scope: Scope, chapter: str | None) -> Variable | None:
    """The variable of a name that is to be set, if it may be set here."""
    name, variable = named.name, scope.variables.get(named.name)
    if name in scope.unreadable or (variable is None and not scope.whole):
        return None
    if variable is None:
        scope.findings.add(
            catalogue.UNKNOWN_VARIABLE.at(
                named.span,
                f"there is no variable called `{name}`",
                help=did_you_mean(name, scope.variables) or "declare it under `variables:`, or mend the name",
            )
        )
        return None
    if not scope.may_name(variable, chapter):
        scope.findings.add(
            catalogue.ANOTHER_CHAPTERS_VARIABLE.at(
                named.span,
                f"`{name}` belongs to chapter {variable.chapter} and is set only there",
                help="move it to the story's `variables:` if other chapters need it",
            )
        )
        return None
    return variable


def _value(node: Node, variable: Variable, reading: Reading) -> Value | None:
    if is_broken(node):
        return None
    is_value = isinstance(node, Scalar) and (not node.style or isinstance(variable.domain, OneOf))
    value = parse_value(node.value, variable.domain) if isinstance(node, Scalar) and is_value else None
    if value is None:
        found = f'"{node.value}"' if isinstance(node, Scalar) else describe(node)
        reading.findings.add(
            catalogue.OUTSIDE_DOMAIN.at(
                reading.span(node),
                f"`{variable.name}` is {describe_domain(variable.domain)}, and this is {found}",
                help=did_you_mean(found, [write_value(each) for each in variable.domain.values]),
            )
        )
    return value
