"""One line a finding, as editors and other programs read them."""

from collections.abc import Iterable

from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.text.characters import clean


def render_concise(found: Iterable[Diagnostic]) -> str:
    """`file:line:column: severity[CODE] message (help)`, one finding a line."""
    return "".join(f"{_line(each)}\n" for each in found)


def _line(each: Diagnostic) -> str:
    help_ = f" ({each.help})" if each.help else ""
    replay = f" [replay: {each.trace.command}]" if each.trace else ""
    line = f"{each.span}: {each.severity.word}[{each.kind.code}] {each.message}{help_}{replay}"
    return clean(line.replace("\n", " "))
