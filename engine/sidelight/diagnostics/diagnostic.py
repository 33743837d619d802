"""One finding, and the kind of finding it is."""

from dataclasses import dataclass
from enum import IntEnum

from sidelight.text.spans import Span


class Severity(IntEnum):
    """How much a finding matters. Only errors keep a story from being played."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """As it is printed."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Note:
    """A second thing to be said of a finding, perhaps about another place."""

    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a step of a trace made of a value, as values are written."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One step of a play: where it was taken, what was chosen, and the values that changed."""

    scene: str
    choice: str
    span: Span
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class TraceOffer:
    """A choice where a trace ends. `needs` is what closes it and `now` how that stands; empty if it is open."""

    choice: str
    span: Span
    needs: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """A play that shows what a finding says, step by step, and the command that plays it."""

    steps: tuple[TraceStep, ...]
    shortest: bool
    scene: str
    """Where it ends."""
    values: tuple[tuple[str, str], ...]
    offers: tuple[TraceOffer, ...]
    route: tuple[str, ...]
    command: str
    chapter: str | None = None
    """The chapter it plays alone, if it does."""
    back_to: int | None = None
    """The step after which everything was as it is at the end; 0 is the beginning."""
    sealed_at: int | None = None
    """The step after which no ending could be reached any more, if it was not the last; 0 is the beginning."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding. If only one thing could be shown, it is `message`; `label` stands under the place itself."""

    kind: "Kind"
    message: str
    span: Span
    label: str = ""
    help: str = ""
    notes: tuple[Note, ...] = ()
    trace: Trace | None = None

    @property
    def severity(self) -> Severity:
        """That of its kind."""
        return self.kind.severity


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of finding, named for the problem. `sidelight explain` has a page for each."""

    code: str
    name: str
    severity: Severity
    summary: str

    def at(
        self,
        span: Span,
        message: str,
        *notes: Note,
        label: str = "",
        help: str = "",  # noqa: A002 - the word every renderer prints
        trace: Trace | None = None,
    ) -> Diagnostic:
        """A finding of this kind."""
        return Diagnostic(self, message, span, label, help, notes, trace)
