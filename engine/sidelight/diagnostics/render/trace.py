"""A route told step by step: what was chosen, where that is written, what it changed, and why nothing is open."""

from collections.abc import Iterator

from sidelight.diagnostics.diagnostic import Trace, TraceOffer, TraceStep
from sidelight.text.characters import clean, width

_WIDEST = 60
"""Cells a scene and its choice may take before their place is pushed to the right."""


def trace_lines(trace: Trace) -> Iterator[str]:
    """The lines of a trace, each to be indented as the caller likes."""
    yield from _steps(trace)
    yield from _end(trace)
    yield from _state(trace)
    yield from _offers(trace)
    yield f"replay: {trace.command}"


def _steps(trace: Trace) -> Iterator[str]:
    count = len(trace.steps)
    length = "no step" if not count else "1 step" if count == 1 else f"{count} steps"
    where = f" when chapter {trace.chapter} is played alone" if trace.chapter else ""
    yield f"{'shortest way' if trace.shortest else 'a way'} there{where}: {length}"
    texts = [f"{step.scene}  “{step.choice}”" for step in trace.steps]
    column = min(_WIDEST, max((width(text) for text in texts), default=0))
    for number, (step, text) in enumerate(zip(trace.steps, texts, strict=True), 1):
        yield clean(f"{number:>4}  {text}{' ' * (column - width(text))}  {step.span}{_changes(step)}")
        if number == trace.sealed_at:
            yield "      from here on no ending could be reached"


def _changes(step: TraceStep) -> str:
    changes = ", ".join(f"{change.name}: {change.before} → {change.after}" for change in step.changes)
    return f"  {changes}" if changes else ""


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
    for offer in trace.offers:
        yield clean(f"      {_offer(offer)}")


def _offer(offer: TraceOffer) -> str:
    said = f"“{offer.choice}”"
    if not offer.needs:
        return f"{said}  open"
    return f"{said}  needs {offer.needs}" + (f"  ({offer.now})" if offer.now else "")
