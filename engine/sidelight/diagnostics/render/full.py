"""The finding, its place underlined, and the way out."""

from collections.abc import Iterable, Iterator

from sidelight.diagnostics.diagnostic import Diagnostic, Severity
from sidelight.diagnostics.render.trace import trace_lines
from sidelight.text.characters import clean, width
from sidelight.text.spans import Span

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
_BEFORE = 2
"""Lines shown before the one that is meant."""


def render_full(found: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Every finding with its lines of the file; empty when there is none."""
    return "\n".join("\n".join(_lines(each, colour=colour)) + "\n" for each in found)


def _lines(each: Diagnostic, *, colour: bool) -> Iterator[str]:
    head = f"{each.severity.word}[{each.kind.code}] {each.kind.name}:"
    if colour:
        head = f"\x1b[1;{_COLOURS[each.severity]}m{head}\x1b[0m"
    yield f"{head} {clean(each.message)}"
    yield f"  {each.span}"
    yield from _snippet(each.span, each.label)
    if each.trace is not None:
        yield from (f"  {line}" for line in trace_lines(each.trace))
    if each.help:
        yield f"  help: {clean(each.help)}"
    for note in each.notes:
        yield f"  note: {clean(note.message)}"
        if note.span is not None:
            yield f"  {note.span}"
            yield from _snippet(note.span, "")
    yield f"  more: sidelight explain {each.kind.code}"


def _snippet(span: Span, label: str) -> Iterator[str]:
    line, column = span.start
    end_line, end_column = span.end
    text = span.file.line(line)
    if not span.file.text:
        return
    gutter = len(str(line)) + 2
    bar = " " * gutter + " |"
    yield bar
    for number in range(max(1, line - _BEFORE), line + 1):
        yield f"{number:>{gutter}} | {_shown(span.file.line(number))}".rstrip()
    last = end_column - 1 if end_line == line else len(text.rstrip())
    before = width(_shown(text[: column - 1]))
    under = max(1, width(_shown(text[column - 1 : max(last, column)])))
    yield f"{bar} {' ' * before}{'^' * under} {clean(label)}".rstrip()


def _shown(text: str) -> str:
    return clean(text.replace("\t", " "))
