"""`sidelight explain`: what a finding means, with an example that fails and the same one mended."""

import sys

from sidelight.diagnostics.catalogue import KINDS
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.diagnostics.pages import find_kind, page
from sidelight.errors import ExitCode, UsageError


def run(asked: str | None) -> ExitCode:
    """Print the page of a kind of finding, or the list of all."""
    if asked is None:
        for kind in KINDS.values():
            print(f"{kind.code}  {kind.severity.word:<8} {kind.name}: {kind.summary}")
        return ExitCode.FINE
    found = find_kind(asked)
    if found is None:
        names = [*KINDS, *(kind.name for kind in KINDS.values())]
        raise UsageError(
            f'there is no finding called "{asked}"',
            did_you_mean(asked, names) or "list them with: sidelight explain",
        )
    sys.stdout.write(page(found))
    return ExitCode.FINE
