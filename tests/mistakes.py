"""What loading finds in a story with a mistake in it: the name of each finding, and the words it underlines."""

from sidelight.diagnostics.render.concise import render_concise
from sidelight.loading.load import Loaded, load_files
from sidelight.model.story import Scene, Story
from sidelight.text.spans import StoryFile

HEADER = "story: {format: 1, id: example, title: Example, start: a}\n"
VARIABLES = """\
variables:
  sent: false
  hours: {from: 0, to: 2, start: 2}
  verdict: {one-of: [open, kept, struck], start: open}
  mood: {one-of: [open, shut], start: shut}
"""
END = "  z: {title: The end, text: Over., ending: {title: The end}}\n"
"""An ending for scenes that need somewhere to go."""


def load(*files: str) -> Loaded:
    """Load a story whose files are written here."""
    return load_files([StoryFile(f"{number}.yaml", text) for number, text in enumerate(files)])


def found_in(*files: str) -> list[tuple[str, str]]:
    """The findings of a story, in the order of their places."""
    return [(each.kind.name, each.span.text) for each in load(*files).diagnostics]


def sound(*files: str) -> Story:
    """The story of files in which nothing is found."""
    loaded = load(*files)
    assert loaded.story is not None
    assert render_concise(loaded.diagnostics) == ""
    return loaded.story


def scene_of(body: str) -> Scene:
    """Scene `a`, of which the keys are given from the margin; the variables above are there, and a scene `z`."""
    return sound(around(body)).scenes["a"]


def found_in_scene(body: str) -> list[tuple[str, str]]:
    """The findings of scene `a`, of which the keys are given from the margin."""
    return found_in(around(body))


def around(body: str) -> str:
    """A whole story round the keys of its scene `a`; a title and a text are added where they are not given."""
    lines = body.strip("\n").split("\n")
    for key in ("title", "text"):
        if not any(line.startswith(f"{key}:") for line in lines):
            lines.append(f"{key}: The quay")
    return HEADER + VARIABLES + "scenes:\n" + END + "  a:\n" + "".join(f"    {line}\n" for line in lines)
