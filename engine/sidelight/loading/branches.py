"""Branches of which the first that holds is taken: one must always hold, and none may stand behind it."""

from sidelight.diagnostics import catalogue
from sidelight.loading.scalars import Reading
from sidelight.loading.yaml_nodes import Mapping, Node
from sidelight.text.spans import Span


def check_branches(nodes: list[Node], place: Span, reading: Reading, what: str) -> None:
    """Report branches of which none may hold, and branches behind one that always does."""
    always = [isinstance(node, Mapping) and not _has_condition(node) for node in nodes]
    if not any(always) and all(isinstance(node, Mapping) for node in nodes):
        reading.findings.add(
            catalogue.OPEN_ENDED_BRANCHES.at(
                reading.span(nodes[-1]) if nodes else place,
                f"every branch of this {what} has a `when`, so there may be none that holds",
                help="take the `when` from the last, or add a last branch without one",
            )
        )
    for node, closed in zip(nodes[1:], always, strict=False):
        if closed:
            reading.findings.add(
                catalogue.BRANCH_AFTER_LAST.at(
                    reading.span(node),
                    "this branch is never looked at, because the one before it has no `when`",
                    help="give the one before it a `when`, or put this one first",
                )
            )


def _has_condition(node: Mapping) -> bool:
    return any(key.value == "when" for key, _ in node.pairs)
