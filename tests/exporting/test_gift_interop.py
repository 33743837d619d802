"""GIFT, read by a parser that is not ours: gift-pegjs, from npm. Without it these tests are skipped.

npm install --global gift-pegjs@1.0.2
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import story_in
from conftest import BUNDLED
from exporting.exercises import STORY, exercises
from exporting.gift_reader import Question, read
from sidelight.exporting.gift import gift
from sidelight.model.exercises import Exercise

pytestmark = pytest.mark.interop
# One file a line in, one list of questions a line out.
READER = """
const {parse} = require('gift-pegjs')
require('readline').createInterface({input: process.stdin}).on('line', line => {
  try { console.log(JSON.stringify(parse(JSON.parse(line)))) }
  catch (error) { console.log(JSON.stringify(String(error) + JSON.stringify(error.location))) }
})
"""
KINDS = {
    "MC": {"pick", "pick-many"},
    "Matching": {"match"},
    "Essay": {"essay"},
    "Short": {"short", "pick-many"},  # where every one of many is right, it takes them for spellings
    "Numerical": {"number"},
    "TF": {"true-false"},
}


class Parser:
    """gift-pegjs, kept running."""

    def __init__(self, node: str, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [node, "-e", READER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def questions(self, file: str) -> list[dict[str, Any]]:
        """What it reads in a file, categories left out."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(file) + "\n")
        self._process.stdin.flush()
        found = json.loads(self._process.stdout.readline())
        assert isinstance(found, list), f"{found}\n{file}"
        return [each for each in found if each["type"] != "Category"]

    def end(self) -> None:
        """Let it go."""
        self._process.communicate()


@pytest.fixture(scope="module")
def parser() -> Iterator[Parser]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("Node.js is not here, so no other program reads our GIFT")
    folders = [os.environ.get("NODE_PATH", "")]
    folders.append(subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=True).stdout.strip())
    environment = {**os.environ, "NODE_PATH": os.pathsep.join(filter(None, folders))}
    if subprocess.run(
        [node, "-e", "require('gift-pegjs')"], env=environment, check=False, capture_output=True
    ).returncode:
        pytest.skip("gift-pegjs is not here, so no other program reads our GIFT: npm install --global gift-pegjs")
    found = Parser(node, environment)
    yield found
    found.end()


def test_another_program_reads_every_question_of_the_bundled_story(parser: Parser) -> None:
    story = story_in(BUNDLED)
    written = gift(story, story.exercises.values())

    ours, theirs = read(written), parser.questions(written)

    assert [question.name for question in ours] == [each["title"] for each in theirs]
    for question, each in zip(ours, theirs, strict=True):
        assert question.kind in KINDS[each["type"]]
        assert question.text == each["stem"]["text"]
        assert question.general == each["globalFeedback"]["text"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(exercises(), min_size=1, max_size=3, unique_by=lambda exercise: exercise.id))
def test_another_program_reads_whatever_can_be_written(parser: Parser, asked: list[Exercise]) -> None:
    written = gift(STORY, asked)

    ours, theirs = read(written), parser.questions(written) if "::" in written else []

    assert [question.name for question in ours] == [each["title"] for each in theirs]
    for question, each in zip(ours, theirs, strict=True):
        assert question.kind in KINDS[each["type"]]
        assert question.text == each["stem"]["text"]
        assert [*_ours(question)] == [*_theirs(each)]


def _ours(question: Question) -> Iterator[str]:
    """The answers as our own reader has them."""
    yield from (left for left, _ in question.pairs)
    if question.kind not in ("number", "true-false"):
        yield from (choice.text for choice in question.choices)


def _theirs(question: dict[str, Any]) -> Iterator[str]:
    yield from (pair["subquestion"]["text"] for pair in question.get("matchPairs", ()))
    if question["type"] in ("MC", "Short"):
        yield from (choice["text"]["text"] for choice in question["choices"])
