"""`sidelight check` as an author runs it: what is proved, what is refuted, and what the exit code says."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

HEADER = "story: {format: 1, id: x, title: The Cellar, start: a}\n"
SOUND = """
scenes:
  a: {title: The stairs, text: Down., choices: [{say: Go down, id: down, to: b}]}
  b: {title: The cellar, text: Dark., ending: {title: The cellar}}
"""
STUCK = """
variables: {matches: {from: 0, to: 1, start: 1}}
scenes:
  a:
    title: The cellar
    text: Dark.
    choices:
      - {say: Strike a match, id: strike, to: a, when: matches > 0, do: [matches -= 1], locked: You have none.}
      - {say: Climb out, id: climb, to: b, when: matches > 0}
  b: {title: Out, text: Air., ending: {title: Out}}
"""
# Thirty numbers that go up and down and are all asked about at the end: more than can be held.
LARGE = (
    "variables:\n"
    + "".join(f"  n{i}: {{from: 0, to: 9, start: 5}}\n" for i in range(30))
    + "scenes:\n"
    + "".join(
        f"  s{i}:\n    title: S\n    text: S.\n    choices:\n"
        f"      - {{say: Up, id: up, to: s{(i + 1) % 30}, do: [n{i} += n{(i + 7) % 30}]}}\n"
        f"      - {{say: Down, id: down, to: s{(i * 7 + 3) % 30}, do: [n{i} -= n{(i + 11) % 30}]}}\n"
        f"      - {{say: Out, id: out, to: last, when: n{i} == 9 and n{(i + 3) % 30} < n{(i + 5) % 30}}}\n"
        for i in range(30)
    )
    + "  last: {title: Last, text: Last., ending: {title: Last}}\n"
)

Check = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    def run(text: str, *arguments: str, start: str = "a") -> subprocess.CompletedProcess[str]:
        path = tmp_path / "x.yaml"
        path.write_text(HEADER.replace("start: a", f"start: {start}") + text, "utf-8")
        return subprocess.run(
            [sys.executable, "-m", "sidelight", "check", str(path), *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=60,
        )

    return run


def test_a_sound_story_is_proved_and_says_how_much(check: Check) -> None:
    done = check(SOUND)

    assert (0, "") == (done.returncode, done.stdout)
    assert "Looked at every state, 2 of them." in done.stderr
    assert " 0 undecided" in done.stderr


def test_where_chapters_are_played_alone_their_states_are_named_beside_the_story_s(check: Check) -> None:
    chapters = "chapters: {one: {title: One, begins: a}, two: {title: Two, begins: b}}\n"
    scenes = SOUND.replace("{title: The stairs", "{chapter: one, title: The stairs")

    done = check(chapters + scenes.replace("{title: The cellar, text", "{chapter: two, title: The cellar, text"))

    assert "Looked at every state, 2 of them, and at every state of each chapter played alone." in done.stderr


def test_a_dead_end_is_refuted_with_a_route_anyone_can_replay(check: Check) -> None:
    done = check(STUCK)

    assert done.returncode == 3
    assert "error[SL301]" in done.stdout
    assert "matches: 1 → 0" in done.stdout
    (command,) = re.findall(r"replay: sidelight (play .*)", done.stdout)
    replayed = subprocess.run(
        [sys.executable, "-m", "sidelight", *command.split(), "--plain"],
        input="",
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert replayed.returncode == 0
    assert "nothing left to choose" in replayed.stdout


def test_a_scene_nothing_leads_to_is_refuted_and_reported_once(check: Check) -> None:
    done = check(SOUND + "  c: {title: The loft, text: Dust., ending: {title: The loft}}\n", "--concise")

    assert done.returncode == 3
    assert ["SL113"] == re.findall(r"\[(SL\d+)\]", done.stdout)


def test_json_carries_the_route_too(check: Check) -> None:
    (found,) = [each for each in json.loads(check(STUCK, "--json").stdout) if each["code"] == "SL301"]

    assert [step["choice"] for step in found["trace"]["steps"]] == ["Strike a match"]


def test_an_error_of_the_story_comes_before_what_exploring_would_find(check: Check) -> None:
    done = check(STUCK.replace("to: b,", "to: nowhere,"))

    assert done.returncode == 1
    assert "SL301" not in done.stdout


@pytest.mark.parametrize("limit", [["--seconds", "1"], ["--states", "500"]], ids=" ".join)
def test_what_is_too_large_is_undecided_by_name_and_never_passed(check: Check, limit: list[str]) -> None:
    done = check(LARGE, *limit, "--concise", start="s0")

    assert done.returncode == 4
    assert "every state" not in done.stderr
    assert "SL318" in done.stdout
    assert "It was cut short" in done.stderr


def test_stopping_it_keeps_what_was_decided(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEADER.replace("start: a", "start: s0") + LARGE, "utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "sidelight", "check", str(path), "--concise"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    time.sleep(2)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)

    assert running.returncode == 4, err
    assert "it was stopped" in err
    assert "Traceback" not in out + err
