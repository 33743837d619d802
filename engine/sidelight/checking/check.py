"""Everything that can be found in a story without exploring it."""

from collections.abc import Iterator

from sidelight.checking.graph import check_graph
from sidelight.checking.markup import check_markup
from sidelight.checking.questions import check_questions
from sidelight.checking.unused import check_unused
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.model.story import Story


def check(story: Story) -> Iterator[Diagnostic]:
    """Findings about a story without errors; of one with errors, parts are missing that an author has written."""
    yield from check_graph(story)
    yield from check_unused(story)
    yield from check_markup(story)
    yield from check_questions(story)
