"""How many values an expression's variables can have together: so few that everything about it can be decided."""

from math import prod

from sidelight.diagnostics import catalogue
from sidelight.loading import limits
from sidelight.loading.parsing import Source
from sidelight.loading.scope import Scope
from sidelight.model.expressions import Chose, Expression, Read, Visits, walk


def check_combinations(expression: Expression, source: Source, scope: Scope) -> None:
    """Reject an expression over more values than can be decided."""
    sizes: dict[object, int] = {}
    for node in walk(expression):
        match node:
            case Read(name):
                sizes[name] = len(scope.variables[name].domain.values)
            case Visits(scene):
                sizes["visits", scene] = max(sizes.get(("visits", scene), 0), node.cap + 1)
            case Chose(step):
                sizes["chose", step] = 2
            case _:
                pass
    combinations = prod(sizes.values())
    if combinations > limits.COMBINATIONS:
        raise source.reject_all(
            catalogue.TOO_MANY_COMBINATIONS,
            f"what this names can have {combinations:,} values together, "
            f"and {limits.COMBINATIONS:,} is the most that can be decided",
            "split it, keep part of it in a variable of its own, or narrow a domain",
        )
