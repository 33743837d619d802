"""Finding a story and reading it for somebody who wants to play it."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from sidelight.diagnostics.diagnostic import Severity
from sidelight.diagnostics.findings import count, has_errors
from sidelight.diagnostics.render.concise import render_concise
from sidelight.errors import FileError, StoryError
from sidelight.loading.load import Loaded, load_story
from sidelight.model.story import Story
from sidelight.presenting.opening import OtherStory

_FEW = 5
"""Errors named to somebody who only wanted to play."""
_MANY = 500
"""Files and folders looked at in one place for other stories."""
_BEGINNING = 4_000
"""Characters of a file in which its `story:` stands, if it is to be found."""
_HEADER = re.compile(r"^story:", re.MULTILINE)


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


def stories_folder() -> Path:
    """Where a reader can put stories for them to be found, by the XDG rules."""
    from platformdirs import user_data_path  # noqa: PLC0415 - 5 ms, and few ask

    return user_data_path("sidelight", appauthor=False) / "stories"


def other_stories(but: str) -> tuple[OtherStory, ...]:
    """The stories that come with the program, that are put where they are found, or lie in the present folder.

    Each once, by its id, and without one of them; only those that can be played.
    """
    found: dict[str, OtherStory] = {}
    for path in _likely():
        story = load_story(path)
        if story.story is not None and not has_errors(story.diagnostics):
            other = OtherStory(path, story.story.title, story.story.author or "")
            found.setdefault(story.story.id, other)
    return tuple(other for id_, other in found.items() if id_ != but)


def _likely() -> Iterator[Path]:
    """The files and folders that look as a story does."""
    yield bundled_story()
    for folder in (stories_folder(), Path.cwd()):
        try:
            entries = sorted(islice(folder.iterdir(), _MANY))
        except OSError:  # not there, or not hers to read
            continue
        for entry in entries:
            files = islice(entry.glob("*.yaml"), _MANY) if entry.is_dir() else [entry]
            if any(_has_header(file) for file in files):
                yield entry


def _has_header(path: Path) -> bool:
    if path.suffix != ".yaml":
        return False
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return _HEADER.search(file.read(_BEGINNING)) is not None
    except OSError:
        return False
