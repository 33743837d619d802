"""A route told step by step: what was chosen, where that is written, what it changed, and why nothing is open."""

from collections.abc import Iterator, Sequence

from sidelight.diagnostics.diagnostic import Trace, TraceOffer, TraceStep
from sidelight.text.characters import clean, width

_WIDEST = 40
"""Cells a column may take; what is wider pushes the rest of its line to the right."""


def trace_lines(trace: Trace) -> Iterator[str]:
    """The lines of a trace, each to be indented as the caller likes."""
    yield from _steps(trace)
    yield from _end(trace)
    yield from _state(trace)
    yield from _offers(trace)
    yield f"replay: {trace.command}"


def _steps(trace: Trace) -> Iterator[str]:
    count = len(trace.steps) if trace.back_to is None else trace.back_to
    length = "no step" if not count else "1 step" if count == 1 else f"{count} steps"
    where = f" when chapter {trace.chapter} is played alone" if trace.chapter else ""
    round_ = "" if trace.back_to is None else ", and round from there"
    yield f"{'shortest way' if trace.shortest else 'a way'} there{where}: {length}{round_}"
    rows = _aligned([(step.scene, f"“{step.choice}”", str(step.span), _changes(step)) for step in trace.steps])
    if trace.sealed_at == 0:
        yield "      from the beginning no ending could be reached"
    for number, row in enumerate(rows, 1):
        yield clean(f"{number:>4}  {row}")
        if number == trace.sealed_at:
            yield "      from here on no ending could be reached"


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows with their columns under one another."""
    widths = [min(_WIDEST, max(map(width, column))) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _changes(step: TraceStep) -> str:
    return ", ".join(f"{change.name}: {change.before} → {change.after}" for change in step.changes)


def _end(trace: Trace) -> Iterator[str]:
    if trace.back_to is not None:
        yield f"      back to {'the beginning' if trace.back_to == 0 else f'step {trace.back_to}'}"


def _state(trace: Trace) -> Iterator[str]:
    if trace.values:
        yield clean(f"in {trace.scene}: {', '.join(f'{name} = {value}' for name, value in trace.values)}")


def _offers(trace: Trace) -> Iterator[str]:
    if not trace.offers:
        return
    open_ = sum(not offer.needs for offer in trace.offers)
    count = len(trace.offers)
    yield f"here, {'1 choice' if count == 1 else f'{count} choices'} and {open_ or 'none'} open:"
    for row in _aligned([_offer(offer) for offer in trace.offers]):
        yield clean(f"      {row}")


def _offer(offer: TraceOffer) -> tuple[str, str, str]:
    needs = f"needs {offer.needs}" if offer.needs else "open"
    return f"“{offer.choice}”", needs, f"({offer.now})" if offer.now else ""
