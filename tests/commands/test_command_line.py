"""The command as a person runs it: what it prints, where, and with which exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import BUNDLED

BROKEN = "story: {format: 1, id: x, title: X, start: nowhere}\nscenes:\n  a: {title: A, text: A.}\n"
SMALL = """
story: {format: 1, id: small, title: Small, start: a}
variables: {sent: false}
chapters: {one: {title: One, begins: a, close: The chapter is over.}}
scenes:
  a:
    chapter: one
    title: A
    text: Hello.
    choices: [{say: Go on, id: on, to: b, do: [sent = true]}, {say: Stay, id: stay, to: a}]
  b: {chapter: one, title: B, text: [{when: sent, text: Sent., else: Not sent.}], ending: {title: The end}}
"""


def run(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sidelight", *arguments],
        input=typed,
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=30,
    )


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return str(path)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, "utf-8")
    return str(path)


def test_the_bundled_story_plays_from_a_pipe() -> None:
    done = run("--plain", typed="1\n2\nq\n")

    assert done.returncode == 0
    assert done.stderr == ""
    assert "You chose 1." in done.stdout
    assert "You chose 2." in done.stdout
    assert done.stdout.endswith("Your place is kept.\n")


def test_without_a_terminal_it_reads_by_lines_and_does_not_hang() -> None:
    assert "Plain mode." in run(typed="").stdout
    assert "Plain mode." in run(typed="", TERM="dumb").stdout


def test_the_end_of_input_keeps_the_place_and_leaves_with_0(small: str) -> None:
    first = run(small, typed="2\n1\n")
    again = run(small, typed="")

    assert (0, 0) == (first.returncode, again.returncode)
    assert "You go on after 2 steps." in again.stdout
    assert "Sent." in again.stdout


def test_a_locale_that_cannot_show_the_text_gets_plain_letters(tmp_path: Path) -> None:
    path = tmp_path / "curly.yaml"
    path.write_text(SMALL.replace("Hello.", "“It’s late — go…” she said in Łódź."), "utf-8")

    done = run(str(path), typed="q\n", PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert '"It\'s late -- go..." she said in ?odz.' in done.stdout


def test_a_story_with_errors_is_not_played_and_says_where(broken: str) -> None:
    done = run(broken)

    assert done.returncode == 1
    assert done.stdout == ""
    assert "broken.yaml:1:" in done.stderr
    assert f"sidelight check {broken}" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_prints_findings_on_stdout_and_counts_them_on_stderr(broken: str) -> None:
    done = run("check", broken)

    assert done.returncode == 1
    assert 'there is no scene called "nowhere"' in done.stdout
    assert "1 error" in done.stderr


def test_check_finds_no_error_and_no_warning_in_the_bundled_story() -> None:
    done = run("check", str(BUNDLED), "--concise")

    assert done.returncode == 0
    assert [line for line in done.stdout.splitlines() if " advice[" not in line] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere-to-be-found"], 5, "there is no file or folder"),
        (["play", "--chapter", "c9"], 2, 'there is no chapter "c9"'),
        (["--at", "p-clock"], 2, 'did you mean "p-clocks"?'),
        (["--set", "hours=9"], 2, "a whole number from 0 to 2"),
        (["--set", "hour=1"], 2, 'did you mean "hours"?'),
        (["--set", "hours"], 2, "takes the name of a variable"),
        (["--route", "set-clock,fly"], 2, '--route stops at its step 2, "fly"'),
        (["--slot", "?"], 2, 'no name can be made of "?"'),
        (["--at", "p-desk", "--chapter", "c1"], 2, "both say where to begin"),
        (["--width", "3"], 2, "a width is a whole number"),
        (["--theme", "teal"], 2, "see: sidelight play --help"),
        (["--frobnicate"], 2, "--frobnicate"),
        (["explain", "SL999"], 2, "there is no finding called"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_at_the_keyboard_is_a_plain_sentence(arguments: list[str], code: int, said: str) -> None:
    done = run(*arguments)

    assert code == done.returncode
    assert said in done.stderr
    assert done.stderr.startswith("sidelight: ")
    assert "Traceback" not in done.stderr


def test_a_route_and_values_begin_in_the_middle(small: str) -> None:
    done = run(small, "--route", "stay,on", typed="")

    assert "Sent." in done.stdout
    assert "Not sent." in run(small, "--at", "b", typed="").stdout
    assert "Sent." in run(small, "--at", "b", "--set", "sent=true", typed="").stdout


def test_a_trial_does_not_touch_the_reader_s_own_place(small: str) -> None:
    run(small, typed="2\n")
    run(small, "--at", "b", typed="")

    assert "You go on after 1 step." in run(small, typed="").stdout


def test_a_damaged_save_is_put_aside_with_a_sentence(small: str, private_home: Path) -> None:
    run(small, typed="2\n")
    save = private_home / "state" / "sidelight" / "small" / "autosave.save"
    save.write_text("rubbish\nrubbish\n")

    done = run(small, typed="")

    assert done.returncode == 0
    assert "It has been put aside as" in done.stdout
    assert (save.parent / "autosave-damaged-1.save").read_text() == "rubbish\nrubbish\n"


def test_a_slot_keeps_a_play_of_its_own(small: str) -> None:
    run(small, "--slot", "tuesday", typed="2\n2\n")

    assert "after 2 steps" in run(small, "--slot", "tuesday", typed="").stdout
    assert "You go on" not in run(small, typed="").stdout


def test_a_slot_is_named_by_the_rule_of_all_saves(small: str, private_home: Path) -> None:
    said = run(small, "--slot", "after school", typed="2\n").stdout

    assert "This play is kept as after-school. In the name of a save all but letters and digits" in said
    again = run(small, "--slot", "after-school", typed="").stdout
    assert "after 1 step" in again
    assert "is kept as" not in again
    assert ["after-school.save"] == [path.name for path in private_home.glob("state/sidelight/*/*.save")]


def test_settings_come_from_the_file_and_the_command_line_goes_over_them(small: str, private_home: Path) -> None:
    file = private_home / "config" / "sidelight" / "settings"
    assert "width is now 30." in run(small, typed="o width 30\no\nq\n").stdout
    assert "width = 30" in file.read_text()

    assert all(len(line) <= 30 for line in run(small, typed="?\n").stdout.splitlines())
    assert not all(len(line) <= 30 for line in run(small, "--width", "off", typed="?\n").stdout.splitlines())
    file.write_text("width = 3\ntea\nplain = on\n")
    said = run(small, typed="").stdout
    first = f'{file}, line 1: a width is a whole number from 20 to 400, or off, not "3".'
    assert said.startswith(f'{first}\n{file}, line 2: "tea" has no equals sign.\n\nPlain mode.')


def test_help_names_the_themes() -> None:
    assert "dark, paper, contrast or terminal" in " ".join(run("play", "--help").stdout.split())


def test_explain_prints_a_page_and_lists_them_all() -> None:
    assert run("explain", "sl104").stdout.startswith("# SL104 unknown-scene")
    assert run("explain", "unknown-scene").stdout == run("explain", "SL104").stdout
    assert "SL104" in run("explain").stdout


def test_a_reader_who_closes_the_pipe_gets_no_traceback() -> None:
    done = subprocess.run(
        f"yes r | {sys.executable} -m sidelight --plain | head -3",
        shell=True,
        capture_output=True,
        check=False,
        text=True,
        timeout=30,
    )

    assert "Plain mode." in done.stdout
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_the_version_is_the_package_s() -> None:
    assert run("--version").stdout.startswith("sidelight ")
