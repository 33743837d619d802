"""Variables and their domains."""

import keyword
import re

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.fields import (
    Fields,
    Named,
    Reading,
    as_text,
    as_truth,
    as_whole,
    describe,
)
from sidelight.loading.outline import Outline
from sidelight.loading.scope import Scope
from sidelight.loading.texts import TextReader
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar
from sidelight.model.expressions import Expression, Literal
from sidelight.model.values import Domain, OneOf, Truth, Value, Variable, Whole, parse_value
from sidelight.model.values import describe as describe_domain

_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_RESERVED = {"true", "false", "visited", "visits", "chose"}
_KEYS = ("from", "to", "one-of", "start", "label", "shown")


def read_variable(named: Named, node: Node, reading: Reading, scope: Scope, chapter: str | None) -> None:
    """Read a variable's domain and start into the scope. Its label and `shown` wait until all are known."""
    if not _check_name(named, reading):
        return
    if named.name in scope.variables:
        first = scope.variables[named.name]
        reading.findings.add(
            catalogue.REPEATED_ID.at(
                named.span,
                f"there is a variable `{named.name}` already",
                help=f"see {first.span}; rename one of the two",
            )
        )
        return
    domain, start = _domain(node, reading, named.name)
    if domain is None:
        # Known by name all the same, so that one mistake does not become twenty.
        domain, start = Truth(), False
    scope.variables[named.name] = Variable(named.name, domain, start, named.span, chapter)


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


def _domain(node: Node, reading: Reading, name: str) -> tuple[Domain | None, Value]:
    match node:
        case Scalar(value="true" | "false" as word, style=""):
            return Truth(), word == "true"
        case Mapping():
            fields = Fields(node, reading, f"variable `{name}`", _KEYS)
            if fields.has("one-of"):
                return _one_of(fields)
            if fields.has("from") or fields.has("to"):
                return _whole(fields)
            return _truth(fields)
        case _:
            as_truth(node, reading, f"`{name}`, written short,")
            return None, False


def _truth(fields: Fields) -> tuple[Domain | None, Value]:
    if fields.require("start") is None:
        return None, False
    return Truth(), fields.truth("start")


def _whole(fields: Fields) -> tuple[Domain | None, Value]:
    ends: list[int] = []
    for key in ("from", "to", "start"):
        node = fields.require(key)
        number = None if node is None else as_whole(node, fields.reading, f"`{key}`")
        if number is None:
            return None, 0
        ends.append(number)
    low, high, start = ends
    if low >= high:
        _bad_domain(
            fields,
            "from",
            f"there is no number from {low} up to {high}" if low > high else "this has one value",
        )
        return None, 0
    if not low <= start <= high:
        _bad_domain(fields, "start", f"it starts at {start}, which is not from {low} to {high}")
        return None, 0
    return Whole(low, high), start


def _one_of(fields: Fields) -> tuple[Domain | None, Value]:
    names: list[str] = []
    for node in fields.list("one-of"):
        word = as_text(node, fields.reading, "each of `one-of`")
        if word is None or not _check_name(Named(word, fields.reading.span(node)), fields.reading):
            continue
        if word in names:
            _bad_domain(fields, "one-of", f'"{word}" is there twice')
        else:
            names.append(word)
    start = fields.text("start") if fields.require("start") is not None else None
    if start is None or not names:
        return None, ""
    if start not in names:
        _bad_domain(fields, "start", f'it starts as "{start}", which is not one of {", ".join(names)}')
        return None, ""
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


def finish_variable(named: Named, node: Node, reading: Reading, outline: Outline, scope: Scope) -> None:
    """Read a variable's label and when it is shown, now that expressions can be read."""
    variable = scope.variables.get(named.name)
    if variable is None or variable.span != named.span or not isinstance(node, Mapping):
        return
    quiet = Reading(reading.file, type(reading.findings)())  # its keys have been checked before
    fields = Fields(node, quiet, "", _KEYS)
    fields.reading = reading
    reader = TextReader(reading, outline, scope, variable.chapter)
    label = reader.inline(fields, "label")
    shown = _shown(fields, reader)
    if shown is not None and label is None:
        fields.missing("label")
    scope.variables[named.name] = Variable(
        variable.name, variable.domain, variable.start, variable.span, variable.chapter, label, shown
    )


def _shown(fields: Fields, reader: TextReader) -> Expression | None:
    node = fields.get("shown")
    if isinstance(node, Scalar) and node.value in ("true", "false"):
        return Literal(value=True) if node.value == "true" else None
    return reader.condition(fields, "shown")


def read_settings(fields: Fields, key: str, scope: Scope, chapter: str | None) -> dict[str, Value]:
    """Values for some variables, as in a chapter's `with`."""
    settings: dict[str, Value] = {}
    for name, node in fields.entries(key):
        variable = scope.variables.get(name.value)
        span = fields.reading.span(name)
        if variable is None:
            fields.reading.findings.add(
                catalogue.UNKNOWN_VARIABLE.at(
                    span,
                    f"there is no variable called `{name.value}`",
                    help=did_you_mean(name.value, scope.variables),
                )
            )
        elif variable.chapter not in (None, chapter):
            fields.reading.findings.add(
                catalogue.ANOTHER_CHAPTERS_VARIABLE.at(
                    span, f"`{name.value}` belongs to chapter {variable.chapter}, and is set only there"
                )
            )
        elif (value := _value(node, variable, fields.reading)) is not None:
            settings[name.value] = value
    return settings


def _value(node: Node, variable: Variable, reading: Reading) -> Value | None:
    value = parse_value(node.value, variable.domain) if isinstance(node, Scalar) else None
    if value is None:
        found = f'"{node.value}"' if isinstance(node, Scalar) else describe(node)
        reading.findings.add(
            catalogue.OUTSIDE_DOMAIN.at(
                reading.span(node),
                f"`{variable.name}` is {describe_domain(variable.domain)}, and this is {found}",
                help=did_you_mean(found, [str(each).lower() for each in variable.domain.values]),
            )
        )
    return value
