"""The text of an expression, read with Python's parser and never run by it."""

import ast
import warnings
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic, Kind
from sidelight.loading import limits
from sidelight.model.expressions import Expression
from sidelight.text.spans import Span

At = Callable[[int, int], Span]
"""From offsets inside an expression's text to where they stand in the file."""


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


class Rejected(Exception):  # noqa: N818 - it never leaves the reading of expressions
    """An expression that cannot be read; without a finding where enough has been said elsewhere."""

    def __init__(self, finding: Diagnostic | None) -> None:
        super().__init__()
        self.finding = finding


class Source:
    """An expression as it is written, and where."""

    def __init__(self, text: str, at: At) -> None:
        self._text = text
        self._at = at
        self._lead = len(text) - len(text.lstrip())

    def parse(self) -> ast.expr:
        """Python's tree of it."""
        if not self._text.strip():
            raise self.reject_all(catalogue.BAD_EXPRESSION, "there is no expression here")
        if len(self._text) > limits.EXPRESSION_LENGTH:
            raise self.reject_all(
                catalogue.LIMIT_EXCEEDED,
                f"this expression is longer than {limits.EXPRESSION_LENGTH} characters",
                "make it of several, or keep a variable for part of it",
            )
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(self._text.strip(), mode="eval").body
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            raise self._syntax_error(error) from None

    def _syntax_error(self, error: Exception) -> Rejected:
        begin = 0
        if isinstance(error, SyntaxError) and error.lineno == 1 and error.offset and self._is_one_line:
            begin = self._lead + error.offset - 1
        if begin >= len(self._text.rstrip()):
            begin = 0
        help_ = "for example `hours > 0 and not sent`"
        if "=" in self._text and not any(sign in self._text for sign in ("==", "<=", ">=", "!=")):
            help_ = "to compare, write `==`"
        if "&&" in self._text or "||" in self._text or "!" in self._text.replace("!=", ""):
            help_ = "write `and`, `or` and `not`"
        span = self._at(begin, len(self._text.rstrip()))
        return Rejected(catalogue.BAD_EXPRESSION.at(span, "this is not an expression", help=help_))

    @property
    def _is_one_line(self) -> bool:
        return "\n" not in self._text.strip()

    def span(self, tree: ast.expr) -> Span:
        """Where a part of it stands."""
        if not self._is_one_line or tree.end_col_offset is None:
            return self._whole
        encoded = self._text.strip().encode()
        begin = len(encoded[: tree.col_offset].decode())
        stop = len(encoded[: tree.end_col_offset].decode())
        return self._at(self._lead + begin, self._lead + stop)

    @property
    def _whole(self) -> Span:
        return self._at(self._lead, len(self._text.rstrip()))

    def reject_all(self, kind: Kind, message: str, help_: str = "") -> Rejected:
        """The rejection of the expression as a whole."""
        return Rejected(kind.at(self._whole, message, help=help_))

    def reject(self, kind: Kind, tree: ast.expr, message: str, help_: str = "") -> Rejected:
        """The rejection of the expression because of a part of it."""
        return Rejected(kind.at(self.span(tree), message, help=help_))
