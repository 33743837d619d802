"""`sidelight check`: everything that can be found in a story, and then everything that can be proved of it."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from sidelight.checking.check import check
from sidelight.checking.proving.prove import Limits, Progress, Proof, Summary
from sidelight.commands.stories import load
from sidelight.commands.terminal import draws_on_stderr
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.diagnostics.findings import Findings, count
from sidelight.diagnostics.render.as_json import render_json
from sidelight.diagnostics.render.concise import render_concise
from sidelight.diagnostics.render.full import render_full
from sidelight.errors import ExitCode
from sidelight.model.story import Story
from sidelight.play.rules import Rules

_PROGRESS_SECONDS = 0.2
_CLEAR_LINE = "\r\x1b[K"


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for: a story, the form of the findings, and how far to explore."""

    story: str | None = None
    form: str = "full"
    colour: bool = False
    states: int | None = None
    seconds: float | None = None


def run(request: Request) -> ExitCode:
    """Print the findings of a story, explore it if it has no errors, and say how much was found out."""
    loaded = load(request.story)
    findings = Findings(loaded.diagnostics)
    if loaded.story is not None and not findings.has_errors:
        for found in check(loaded.story):
            findings.add(found)
    summary = None
    if loaded.story is not None and not findings.has_errors:
        explored, summary, seconds = _explore(loaded.story, request)
        for found in explored:
            findings.add(found)
        _print(findings, request)
        print(_told(summary, seconds), file=sys.stderr)
    else:
        _print(findings, request)
    name = loaded.story.title if loaded.story else Path(request.story or "").name
    print(f"{name}: {count(findings)}.", file=sys.stderr)
    if summary is None:
        return ExitCode.STORY_HAS_ERRORS
    if summary.refuted:
        return ExitCode.REFUTED
    return ExitCode.CUT_SHORT if summary.stopped else ExitCode.FINE


def _print(findings: Findings, request: Request) -> None:
    ordered = findings.sorted()
    match request.form:
        case "json":
            text = render_json(ordered)
        case "concise":
            text = render_concise(ordered)
        case _:
            text = render_full(ordered, colour=request.colour)
    sys.stdout.write(text)
    sys.stdout.flush()


def _explore(story: Story, request: Request) -> tuple[tuple[Diagnostic, ...], Summary, float]:
    """What exploring finds. Ctrl+C stops it, and what was decided by then counts."""
    begun = time.monotonic()
    until = None if request.seconds is None else begun + request.seconds
    limits = Limits(request.states, lambda: until is not None and time.monotonic() > until)
    proof = Proof(Rules(story), limits, story=request.story or "")
    with _interrupts() as interrupts:
        _show(proof.run(), interrupts)
    return proof.diagnostics, proof.summary, time.monotonic() - begun


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """Note a first Ctrl+C, so that it breaks nothing off in the middle; a second one ends everything."""
    noted: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        noted.append(number)
        signal.signal(number, before)

    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, note)
    try:
        yield noted
    finally:
        signal.signal(signal.SIGINT, before)


def _show(progress: Iterator[Progress], interrupts: list[int]) -> None:
    """Go through with a proof until it is interrupted, with a line of progress where somebody watches."""
    watched = draws_on_stderr()
    shown = 0.0
    for now in progress:
        if interrupts:
            break
        if watched and time.monotonic() - shown > _PROGRESS_SECONDS:
            shown = time.monotonic()
            where = f"chapter {now.chapter} alone" if now.chapter else "the story"
            line = f"{where}: {now.doing}, {now.decided:,} of {now.items:,} decided, {now.nodes:,} sets of states"
            sys.stderr.write(f"{_CLEAR_LINE}{line[: os.get_terminal_size(sys.stderr.fileno()).columns - 3]}")
            sys.stderr.flush()
    if watched and shown:
        sys.stderr.write(_CLEAR_LINE)
        sys.stderr.flush()


def _told(summary: Summary, seconds: float) -> str:
    """What was found out, in words that claim no more than was done."""
    items = summary.proved + summary.witnessed + summary.undecided
    told = (
        f"Of {items:,} things to decide, {summary.witnessed:,} were witnessed by a play, "
        f"{summary.proved:,} proved, {summary.undecided:,} undecided, in {seconds:.1f} s."
    )
    if summary.every_state:
        states = "" if summary.states is None else f", {summary.states:,} of them"
        alone = ", and at every state of each chapter played alone" if len(summary.starts) > 1 else ""
        told = f"Looked at every state{states}{alone}. {told}"
    return f"{told} It was cut short: {summary.stopped}." if summary.stopped else told
