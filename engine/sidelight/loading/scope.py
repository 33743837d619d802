"""What an expression may name where it stands."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sidelight.diagnostics.findings import Findings
from sidelight.model.values import OneOf, Variable
from sidelight.text.spans import Span

if TYPE_CHECKING:
    from sidelight.loading.parsing import Typed


class Reference(NamedTuple):
    """A step named by `chose()`, checked when every choice is known."""

    step: str
    span: Span


@dataclass
class Scope:
    """The variables, values and scenes of a story, shared by all that is read after them."""

    findings: Findings
    scenes: frozenset[str] = frozenset()
    chapters: frozenset[str] = frozenset()
    variables: dict[str, Variable] = field(default_factory=dict)
    whole: bool = True
    """False if some file could not be read, so that a missing name proves nothing."""
    unreadable: set[str] = field(default_factory=set)
    """Variables and values that are declared, and wrongly: nothing more is said where they are named."""
    incomplete: set[str] = field(default_factory=set)
    """Scenes with a way on that could not be read."""
    steps: list[Reference] = field(default_factory=list)
    cache: "dict[tuple[str, str | None], Typed]" = field(default_factory=dict)

    def may_name(self, variable: Variable, chapter: str | None) -> bool:
        """Whether a variable may be named in a chapter; in one that is not there, anything may."""
        owner = variable.chapter
        return owner is None or owner == chapter or (chapter is not None and chapter not in self.chapters)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every value of every one-of domain; asked for only once the variables are read."""
        domains = [variable.domain for variable in self.variables.values()]
        return frozenset(name for domain in domains if isinstance(domain, OneOf) for name in domain.names)
