"""xAPI statements, validated and kept by a learning record store that is not ours: Ralph.

Without it these tests are skipped. It may be in the same environment (the extra `interop`) or in one of its own:

    python3 -m venv ralph && ralph/bin/pip install 'ralph-malph[lrs,cli]' requests
    RALPH_PYTHON=ralph/bin/python pytest -m interop
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urljoin
from urllib.request import ProxyHandler, Request, build_opener

import pytest
from hypothesis import HealthCheck, given, settings

from builders import story_in
from conftest import BUNDLED
from exporting.exercises import STORY as HOSTILE_STORY
from exporting.exercises import exercises
from exporting.test_xapi import SESSION, STORY, texts
from played_classes import played
from sidelight.exporting.lrs import Store
from sidelight.exporting.sending import Note, send
from sidelight.exporting.xapi import Statement, Statements, Wanted
from sidelight.model.exercises import Exercise
from sidelight.play.rules import Rules
from sidelight.teaching.events import Answered, Chose, Ended, Event, Opened
from sidelight.teaching.report.gathering import Recorded

pytestmark = [pytest.mark.interop, pytest.mark.timeout(120)]
EVERYTHING = Wanted(text=True, notes=True)
PYTHON = os.environ.get("RALPH_PYTHON", sys.executable)
# Lists of statements in, a line each; what is wrong with them out.
VALIDATOR = """
import json, sys
from ralph.models.xapi.base.statements import BaseXapiStatement
for line in sys.stdin:
    wrong = []
    for statement in json.loads(line):
        try:
            BaseXapiStatement(**statement)
        except Exception as error:
            wrong.append(f"{error}\\n{json.dumps(statement)}")
    print(json.dumps(wrong), flush=True)
"""
# Its file system store takes one write and no more, unless it is told to append.
SERVER = """
import sys
from ralph.backends.data.base import BaseOperationType
from ralph.backends.lrs.fs import FSLRSBackend
FSLRSBackend.default_operation_type = BaseOperationType.APPEND
import uvicorn
from ralph.api import app
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
"""


@pytest.fixture(scope="module")
def python() -> str:
    probe = subprocess.run([PYTHON, "-c", "import ralph, requests, uvicorn"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("Ralph is not here, so no other program reads our statements: see this file's beginning")
    return PYTHON


class Validator:
    """Ralph's models, kept running."""

    def __init__(self, python: str) -> None:
        self._process = subprocess.Popen(
            [python, "-c", VALIDATOR], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def wrong_with(self, statements: list[Statement]) -> list[str]:
        """What it finds wrong."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(statements) + "\n")
        self._process.stdin.flush()
        found: list[str] = json.loads(self._process.stdout.readline())
        return found

    def end(self) -> None:
        """Let it go."""
        self._process.communicate()


@pytest.fixture(scope="module")
def validator(python: str) -> Iterator[Validator]:
    found = Validator(python)
    yield found
    found.end()


def bundled_statements() -> list[Statement]:
    """What a pupil's play of the bundled story comes to."""
    story = story_in(BUNDLED)
    recorded = Recorded(replace(SESSION, story=story.id, version=story.version), tuple(played(Rules(story), 5)))
    return list(Statements(story, EVERYTHING).of(recorded))


def test_a_store_s_own_models_find_nothing_wrong_with_a_whole_play(validator: Validator) -> None:
    statements = bundled_statements()

    assert {"initialized", "answered", "experienced", "completed", "terminated"} == {
        each["verb"]["display"]["en"] for each in statements
    }
    assert [] == validator.wrong_with(statements)


def test_they_would_find_something_if_it_were_there(validator: Validator) -> None:
    broken = bundled_statements()[0] | {"actor": {"name": "otter-17"}}

    assert 1 == len(validator.wrong_with([broken]))


@pytest.mark.parametrize("exercise", STORY.exercises)
def test_they_find_nothing_wrong_with_any_kind_of_exercise(exercise: str, validator: Validator) -> None:
    events: list[Event] = [
        Answered(exercise, 1, 1, response, score, 0, 4, 9, ("gale",))
        for response in [
            ("b",),
            ("true",),
            ("c", "a"),
            ("hold", "run it"),
            ("two", "one"),
            ("8",),
            ("1",),
            ("Homs",),
        ]
        for score in (None, 0.25, 1.0)
    ]

    assert [] == validator.wrong_with(list(Statements(STORY, EVERYTHING).of(Recorded(SESSION, tuple(events)))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(exercise=exercises(), response=texts)
def test_they_find_nothing_wrong_whatever_is_written(
    exercise: Exercise, response: tuple[str, ...], validator: Validator
) -> None:
    story = replace(HOSTILE_STORY, exercises={exercise.id: exercise})
    events: tuple[Event, ...] = (
        Answered(exercise.id, exercise.rev, 1, response, None, 0, 0, 1),
        *(Chose(f"{each}/{each}", 0, 1, response) for each in response),
        *(Opened(each, each, 0) for each in response),
        *(Ended(each, 0, 1) for each in response),
    )

    assert [] == validator.wrong_with(list(Statements(story, EVERYTHING).of(Recorded(SESSION, events))))


class Ralph:
    """A store on this machine, for as long as a test needs one."""

    def __init__(self, python: str, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        environment = {
            **os.environ,
            "RALPH_APP_DIR": str(folder),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder),
        }
        account = ["-u", "teacher", "-p", "secret", "-s", "all", "-N", "Teacher"]
        agent = ["-A", "teacher", "https://sidelight.invalid/teachers"]
        subprocess.run(
            [python, "-m", "ralph", "auth", *account, *agent, "-w"],
            env=environment,
            check=True,
            capture_output=True,
        )
        self.address = f"http://127.0.0.1:{port}/xAPI"
        self._opener = build_opener(ProxyHandler({}))
        self._process = subprocess.Popen(
            [python, "-c", SERVER, str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait(port)

    def _wait(self, port: int) -> None:
        for _ in range(300):
            assert self._process.poll() is None, "Ralph did not start"
            with socket.socket() as there:
                if there.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)
        pytest.fail("Ralph did not start in half a minute")

    def read(self, **asked: Any) -> list[Statement]:
        """The statements it has, all of them over as many pages as there are."""
        found: list[Statement] = []
        more = f"{self.address}/statements?{urlencode(asked)}"
        while more:
            page = self._get(more)
            found += page["statements"]
            more = urljoin(self.address, page["more"]) if page.get("more") else ""
        return found

    def _get(self, address: str) -> dict[str, Any]:
        request = Request(address, headers={"X-Experience-API-Version": "1.0.3"})  # noqa: S310 - its own address
        request.add_header("Authorization", "Basic dGVhY2hlcjpzZWNyZXQ=")
        with self._opener.open(request, timeout=30) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def end(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(30)


@pytest.fixture(scope="module")
def ralph(python: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ralph]:
    found = Ralph(python, tmp_path_factory.mktemp("ralph"))
    yield found
    found.end()


def test_a_whole_class_is_sent_to_a_real_store_and_read_back(ralph: Ralph, tmp_path: Path) -> None:
    story = story_in(BUNDLED)
    rules = Rules(story)
    sessions = [
        replace(SESSION, story=story.id, code=f"otter-{seed}", id=f"00000000-0000-4000-8000-0000000000{seed}")
        for seed in range(10, 15)
    ]
    made = Statements(story)
    statements = [
        each
        for seed, session in enumerate(sessions)
        for each in made.of(Recorded(session, tuple(played(rules, seed))))
    ]
    store = Store(ralph.address, "teacher", "secret")

    *_, sent = send(statements, store.post, Note(tmp_path / "note"), time.sleep)
    *_, again = send(statements, store.post, Note(tmp_path / "another note"), time.sleep)

    assert (len(statements), [], "") == (sent.taken, sent.refused, sent.stopped)
    assert (len(statements), [], "") == (again.taken + again.there, again.refused, again.stopped)
    kept = {each["id"]: each for each in ralph.read(limit=100)}
    assert {each["id"] for each in statements} == kept.keys()
    for each in statements:
        assert each.items() <= {name: value for name, value in kept[each["id"]].items() if name in each}.items()
    mine = ralph.read(registration=sessions[0].id)
    assert {"otter-10"} == {each["actor"]["account"]["name"] for each in mine}


def test_a_real_store_lets_nobody_in_with_a_wrong_password(ralph: Ralph, tmp_path: Path) -> None:
    store = Store(ralph.address, "teacher", "guessed")

    *_, sent = send([{"id": "x"}], store.post, Note(tmp_path / "note"), time.sleep)

    assert "the store does not let this name and password in (401)" == sent.stopped
