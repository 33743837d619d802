"""`sidelight check`: everything that can be found in a story, for its author."""

import sys
from pathlib import Path

from sidelight.checking.check import check
from sidelight.commands.stories import load
from sidelight.diagnostics.findings import Findings, count
from sidelight.diagnostics.render.as_json import render_json
from sidelight.diagnostics.render.concise import render_concise
from sidelight.diagnostics.render.full import render_full
from sidelight.errors import ExitCode


def run(where: str | None, *, form: str, colour: bool) -> ExitCode:
    """Print the findings of a story, in full, concise or as JSON."""
    loaded = load(where)
    findings = Findings(loaded.diagnostics)
    if loaded.story is not None and not findings.has_errors:
        for found in check(loaded.story):
            findings.add(found)
    ordered = findings.sorted()
    match form:
        case "json":
            text = render_json(ordered)
        case "concise":
            text = render_concise(ordered)
        case _:
            text = render_full(ordered, colour=colour)
    sys.stdout.write(text)
    name = loaded.story.title if loaded.story else Path(where or "").name
    print(f"{name}: {count(ordered)}.", file=sys.stderr)
    return ExitCode.STORY_HAS_ERRORS if findings.has_errors else ExitCode.FINE
