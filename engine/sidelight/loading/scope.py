"""What an expression may name where it stands."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sidelight.diagnostics.findings import Findings
from sidelight.model.values import OneOf, Variable
from sidelight.text.spans import Span

if TYPE_CHECKING:
    from sidelight.loading.expressions import Typed


class Reference(NamedTuple):
    """A step named by `chose()`, checked when every choice is known."""

    step: str
    span: Span


@dataclass
class Scope:
    """The variables, values and scenes of a story, shared by all that is read after them."""

    findings: Findings
    variables: dict[str, Variable] = field(default_factory=dict)
    scenes: frozenset[str] = frozenset()
    whole: bool = True
    """False if some file could not be read, so that a missing name proves nothing."""
    steps: list[Reference] = field(default_factory=list)
    cache: "dict[tuple[str, str | None], Typed]" = field(default_factory=dict)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every value of every one-of domain; asked for only once the variables are read."""
        domains = [variable.domain for variable in self.variables.values()]
        return frozenset(name for domain in domains if isinstance(domain, OneOf) for name in domain.names)
