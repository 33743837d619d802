"""The lessons: forty-five minutes each, with keys that are the exercises' own."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from builders import story_in
from conftest import BUNDLED
from lessons import FOLDER, KEY, with_keys

BUNDLED_STORY = story_in(BUNDLED)
LESSONS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
ROW = re.compile(r"^\| (\d+)–(\d+) \|", re.MULTILINE)
EXERCISE = re.compile(r"\bx-[a-z]\w*-\w+")


def plans(text: str) -> list[list[tuple[int, int]]]:
    """The minute plans of a file, each as its rows from minute to minute."""
    found: list[list[tuple[int, int]]] = []
    for row in ROW.finditer(text):
        begin, end = int(row[1]), int(row[2])
        if begin == 0:
            found.append([])
        found[-1].append((begin, end))
    return found


def test_there_are_three_lessons_and_a_unit() -> None:
    assert ["a-dot-on-a-map", "said-twice", "thirty-chairs", "unit"] == [path.stem for path in LESSONS]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_keys_are_those_of_the_exercises(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert with_keys(text, BUNDLED_STORY) == text, "run: python tests/bundled/lessons.py"


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_has_forty_five_minutes_without_a_gap(path: Path) -> None:
    found = plans(path.read_text(encoding="utf-8"))

    assert (4 if path.stem == "unit" else 1) == len(found)
    for plan in found:
        assert 45 == plan[-1][1]
        assert all(one[1] == other[0] for one, other in pairwise(plan))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_question_of_a_lesson_is_in_its_key(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    keyed = {id_ for found in KEY.finditer(text) for id_ in found[1].split()}

    assert keyed == set(EXERCISE.findall(KEY.sub("", text)))


def test_what_is_read_aloud_stands_in_the_story() -> None:
    lesson = (FOLDER / "thirty-chairs.md").read_text(encoding="utf-8")
    aloud = re.search(r"Read aloud: \*“(.*?)”\*", lesson)
    chapter = (BUNDLED / "c2-thirty-chairs.yaml").read_text(encoding="utf-8")
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", chapter)

    assert aloud is not None
    for part in re.split(r"[‘’]", aloud[1]):
        assert part.strip(" .:,") in plain
