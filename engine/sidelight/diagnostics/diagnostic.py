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
class Diagnostic:
    """A finding. If only one thing could be shown, it is `message`; `label` stands under the place itself."""

    kind: "Kind"
    message: str
    span: Span
    label: str = ""
    help: str = ""
    notes: tuple[Note, ...] = ()

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
    ) -> Diagnostic:
        """A finding of this kind."""
        return Diagnostic(self, message, span, label, help, notes)
