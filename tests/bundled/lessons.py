"""Write the answer keys of the lessons, as the exercises have them now. Run: python tests/bundled/lessons.py"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from builders import story_in
from conftest import BUNDLED
from sidelight.model.exercises import Exercise, ExerciseKind, Option
from sidelight.model.ladders import targets_of
from sidelight.model.story import Story

FOLDER = BUNDLED / "lessons"
KEY = re.compile(r"<!-- key: ([^>]*) -->\n.*?<!-- end of key -->", re.DOTALL)


def with_keys(text: str, story: Story) -> str:
    """A lesson with its keys as the exercises have them now."""
    return KEY.sub(lambda found: _key(found[1], story), text)


def _key(ids: str, story: Story) -> str:
    answers = "\n\n".join("\n".join(_answer(story.exercises[id_], story)) for id_ in ids.split())
    return f"<!-- key: {ids} -->\n\n{answers}\n\n<!-- end of key -->"


def _answer(exercise: Exercise, story: Story) -> Iterator[str]:
    yield f"**{exercise.id}** {_line(exercise.prompt)}\n"
    for option in exercise.options:
        yield f"- {_option(exercise, option)}"
    for place, item in enumerate(exercise.items, 1):
        targets = targets_of(exercise, item, story.grades)
        right = " or ".join(_line(targets[id_]) for id_ in item.answers)
        yield f"- {_line(item.text)}: **{right}**" if right else f"{place}. {_line(item.text)}"
    for point in exercise.checklist:
        yield f"- {_line(point)}"
    always = exercise.feedback.get("always")
    if always:
        yield f"\n{_line(always)}"


def _option(exercise: Exercise, option: Option) -> str:
    said = _line(option.text)
    if exercise.kind is ExerciseKind.PICK_MANY:
        return f"{said}: {'**mark it**' if option.right else 'leave it'}"
    return f"**Right:** {said.rstrip('.')}. *Because:* {_line(option.why)}" if option.right else said


def _line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    bundled = story_in(BUNDLED)
    for path in sorted(FOLDER.glob("*.md")):
        path.write_text(with_keys(path.read_text(encoding="utf-8"), bundled), encoding="utf-8")
