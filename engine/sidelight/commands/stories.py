"""Finding a story and reading it for somebody who wants to play it."""

from pathlib import Path

from sidelight.diagnostics.diagnostic import Severity
from sidelight.diagnostics.findings import count, has_errors
from sidelight.diagnostics.render.concise import render_concise
from sidelight.errors import FileError, StoryError
from sidelight.loading.load import Loaded, load_story
from sidelight.model.story import Story

_FEW = 5
"""Errors named to somebody who only wanted to play."""


def bundled_story() -> Path:
    """The story that comes with the program: beside the package, or in the checkout it is run from."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "story"
    return inside if inside.is_dir() else package.parent.parent / "story"


def load(where: str | None) -> Loaded:
    """The story in a folder or file, or the bundled one."""
    path = Path(where).expanduser() if where is not None else bundled_story()
    if not path.exists():
        raise FileError(
            f"there is no file or folder {path}",
            "give the folder of a story, or none for the story that comes with Sidelight",
        )
    found = load_story(path)
    if found.story is None and not found.diagnostics:
        raise FileError(f"there is no story in {path}", "a story is a folder of .yaml files, or one of them")
    return found


def playable(where: str | None) -> Story:
    """A story without errors."""
    found = load(where)
    if found.story is None or has_errors(found.diagnostics):
        errors = [each for each in found.diagnostics if each.severity is Severity.ERROR]
        listed = render_concise(errors[:_FEW]).rstrip()
        raise StoryError(
            f"this story has {count(errors)}, so it cannot be played:\n{listed}",
            f"see them all with: sidelight check{'' if where is None else f' {where}'}",
        )
    return found.story
