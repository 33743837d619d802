"""Playing in class: nothing without being asked for, a notice first, and nothing in the file names anybody."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from asked import ASKED
from commands.test_command_line import SMALL, run
from commands.test_terminal import LEAVES_ALTERNATE_SCREEN, Terminal
from sidelight.teaching.events import Chose, Ended, Event, Session, Voted, from_line
from sidelight.teaching.results import claim, results_file, results_folder

CANARY = "canary-{}-1f4e79"
NAMED = """
import os, platform, socket, sys, getpass
for module, name in ((socket, "gethostname"), (socket, "getfqdn"), (platform, "node"), (getpass, "getuser")):
    setattr(module, name, lambda *_: "canary-machine-1f4e79")
os.uname = lambda: ("Linux", "canary-machine-1f4e79", "6", "1", "x86")
from sidelight.cli import main
sys.exit(main(sys.argv[1:]))
"""
NO_NETWORK = """
import socket, sys
def refuse(*_, **__): raise AssertionError("the network was asked for")
socket.socket.connect = socket.socket.bind = socket.getaddrinfo = socket.create_connection = refuse
socket.socket.__init__ = refuse
from sidelight.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return str(path)


@pytest.fixture
def terminal(small: str) -> Iterator[Terminal]:
    found = Terminal(small, "--plain", "--class", "otter-17")
    yield found
    found.close()


def results(code: str = "otter-17") -> list[Event]:
    return [from_line(line) for line in results_file("small", code).read_text("utf-8").splitlines()]


def test_without_a_code_name_nothing_is_recorded(small: str) -> None:
    run(small, typed="1\nq\n")

    assert not results_folder().exists()


def test_what_is_kept_where_and_who_sees_it_is_said_before_the_first_scene(small: str) -> None:
    done = run(small, "--class", "otter-17", typed="")
    path = results_file("small", "otter-17")

    assert 0 == done.returncode
    assert ["What is kept: ", "Where: ", "Who sees it: "] == re.findall(
        r"^(?:What|Where|Who)[a-z ]*: ", done.stdout, re.MULTILINE
    )
    assert f"The file: {path}\n" in done.stdout
    assert "Hello." not in done.stdout
    assert not path.exists(), "nobody has agreed"


def test_a_play_that_is_agreed_to_is_recorded_and_ends_with_where_the_file_is(small: str) -> None:
    done = run(small, "--class", "otter-17", typed="\n1\nq\n")
    session, *rest = results()

    assert isinstance(session, Session)
    assert ("otter-17", "small", "") == (session.code, session.story, session.chapter)
    assert [Chose("a/on", 0, 0), Ended("b", 1, 0)] == rest
    path = results_file("small", "otter-17")
    assert done.stdout.endswith(f"The results are in {path}: hand that file to your teacher.\n")


def test_play_without_recording_is_offered(small: str) -> None:
    done = run(small, "--class", "otter-17", typed="what?\n2\n1\nq\n")

    assert "2. Play without recording." in done.stdout
    assert "Type 1 or press Enter to have it recorded" in done.stdout
    assert 1 == done.stdout.count("This play is not recorded.\n")
    assert done.stdout.index("to have it recorded, 2") < done.stdout.index("This play is not recorded.")
    assert "The end: The end." in done.stdout
    assert done.stdout.endswith("Nothing of this play was recorded.\n")
    assert not results_folder().exists()


def test_results_go_to_the_folder_that_is_given(small: str, tmp_path: Path) -> None:
    run(small, "--class", "OTTER-17", "--results", str(tmp_path / "shared drive"), typed="1\n1\nq\n")

    assert 3 == len((tmp_path / "shared drive" / "otter-17.jsonl").read_text("utf-8").splitlines())
    assert not results_folder().exists()


def test_pupils_at_one_machine_do_not_meet_each_other_s_plays(small: str) -> None:
    run(small, "--class", "otter-17", typed="1\n2\n2\ns mine\nq\n")
    other = run(small, "--class", "owl-20", typed="1\ns\nq\n")
    again = run(small, "--class", "otter-17", typed="1\nw\ns\nq\n")
    alone = run(small, typed="w\ns\nq\n")

    assert "2 steps so far." in again.stdout
    assert "mine: " in again.stdout
    assert "2 steps" not in other.stdout + alone.stdout
    assert "mine: " not in other.stdout + alone.stdout
    assert "read this page before" not in other.stdout + alone.stdout


def test_a_play_that_was_left_goes_on_in_the_same_session(small: str) -> None:
    run(small, "--class", "otter-17", typed="1\n2\nq\n")
    run(small, "--class", "otter-17", typed="1\n1\nq\n")

    assert [Chose("a/stay", 0, 0), Chose("a/on", 1, 0), Ended("b", 2, 0)] == results()[1:]


def test_a_code_name_is_one_pupil_s_at_a_time(small: str) -> None:
    run(small, "--class", "otter-17", typed="1\nq\n")
    (folder,) = Path(os.environ["XDG_STATE_HOME"]).glob("*/small/class/otter-17")
    lock = claim(folder)
    done = run(small, "--class", "otter-17", typed="1\nq\n")
    lock.release()

    assert 2 == done.returncode
    assert "otter-17 is being played in another window" in done.stderr


def test_where_the_results_cannot_be_written_the_play_goes_on(small: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run(small, "--class", "otter-17", "--results", str(tmp_path / "file"), typed="1\n2\n1\nq\n")

    assert 0 == done.returncode
    assert 1 == done.stdout.count("What you do is not recorded now: cannot write ")
    assert "The end: The end." in done.stdout
    assert done.stdout.endswith(": tell your teacher.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--class", "Otter 17"], "one looks like otter-17"),
        (["--class", "../otter"], "cannot be a code name"),
        (["--class", ""], "cannot be a code name"),
        (["--class", "otter-17", "--at", "b"], "leave out --at, --set, --route and --slot"),
        (["--class", "otter-17", "--slot", "mine"], "leave out --at, --set, --route and --slot"),
        (["--vote", "--set", "sent=true"], "leave out --at, --set, --route and --slot"),
        (["--results", "there"], "add --class CODE or --vote"),
    ],
)
def test_what_cannot_be_is_a_plain_sentence(small: str, arguments: list[str], said: str) -> None:
    done = run(small, *arguments)

    assert 2 == done.returncode
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_notice_in_a_terminal(terminal: Terminal) -> None:
    terminal.wait_for("Enter or 1, 2, q quit:")
    terminal.type("\r")
    terminal.wait_for("Enter for 1")
    terminal.type("1\r")
    terminal.wait_for("Hello.")
    terminal.type("q\r")
    terminal.wait_for("hand that file to your teacher")

    assert 0 == terminal.end()


def test_a_vote_in_a_terminal(small: str) -> None:
    terminal = Terminal(small, "--plain", "--vote")
    try:
        for words, typed in (
            ("Enter or 1, 2, q quit:", ""),
            ("Enter for 1", "1"),
            ("Hands for 1, or for all 2 in order", "3 14"),
            ("2. Stay. 14 hands.", ""),
            ("You chose 2. Stay.", "q"),
        ):
            terminal.wait_for(words)
            terminal.type(f"{typed}\r")
        assert 0 == terminal.end()
    finally:
        terminal.close()

    assert Voted((("a/on", 3), ("a/stay", 14)), "a/stay", 0) == results("class-vote")[1]
    assert b"The counts are in " in terminal.seen


def test_a_vote_goes_on_where_nothing_can_be_kept_or_nothing_is_to_be(small: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    unkept = run(small, "--vote", "--results", str(tmp_path / "file"), typed="1\n5 2\n\nq\n")
    unasked = run(small, "--vote", "--class", "class-9c", typed="2\n5 2\n\nq\n")

    for done in (unkept, unasked):
        assert 0 == done.returncode
        assert "1. Go on. 5 hands." in done.stdout
        assert "The end: The end." in done.stdout
    assert not results_folder().exists()


def test_a_class_that_votes_is_asked_what_is_met_on_the_way_unless_nothing_is_to_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "asked.yaml"
    path.write_text(f"story: {{format: 1, id: asked, title: Asked, start: quay}}\n{ASKED}", "utf-8")

    asked = run(str(path), "--vote", typed="2\n3 1 0\n\nq\n")
    unasked = run(str(path), "--vote", "--no-questions", typed="2\n3 1 0\n\nq\n")

    assert "What do the graves show?" in asked.stdout
    assert "What do the graves show?" not in unasked.stdout
    assert "It is dark." in unasked.stdout


def test_a_class_that_votes_may_have_a_code_name(small: str) -> None:
    run(small, "--vote", "--class", "class-8b", typed="1\n5 2\n\nq\n")

    assert [Voted((("a/on", 5), ("a/stay", 2)), "a/on", 0), Chose("a/on", 0, 0), Ended("b", 1, 0)] == results(
        "class-8b"
    )[1:]


def test_the_notice_on_a_full_screen_and_the_last_line_after_it(small: str) -> None:
    assert b"hand that file to your teacher" in after_the_screen(small, ("Hello.", "1"))


def test_who_agreed_and_went_no_further_is_told_of_no_file(small: str) -> None:
    assert b"teacher" not in after_the_screen(small)
    assert not results_folder().exists()


def after_the_screen(story: str, *then: tuple[str, str]) -> bytes:
    """What stands in the terminal after the notice was agreed to, and more was waited for and typed."""
    terminal = Terminal(story, "--class", "otter-17")
    try:
        terminal.wait_for("Play without recording")
        terminal.type("1")
        terminal.wait_for("Begin")
        for words, key in then:
            terminal.type(key)
            terminal.wait_for(words)
        terminal.type("q")
        assert 0 == terminal.end()
    finally:
        terminal.close()
    return terminal.seen.split(LEAVES_ALTERNATE_SCREEN)[-1]


@pytest.mark.parametrize("code", ["otter-17", None])
def test_no_line_names_a_person_a_machine_a_place_or_an_hour(tmp_path: Path, code: str | None) -> None:
    folder = tmp_path / CANARY.format("folder")
    home = folder / CANARY.format("home")
    home.mkdir(parents=True)
    story = folder / f"{CANARY.format('story')}.yaml"
    story.write_text(SMALL, "utf-8")
    names = dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"), CANARY.format("name"))
    where = {f"XDG_{each}_HOME": str(home / each.lower()) for each in ("STATE", "CONFIG", "DATA", "CACHE")}
    asked = ["--vote"] if code is None else ["--class", code]
    typed = (
        "1\n1 2\n1\n1 0\n\nu\nnew\nq\n"
        if code is None
        else "1\n2\nn\ns my own name\nu\n1\nu\nnew\nload my own name\n1\nq\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", NAMED, str(story), *asked],
        input=typed,
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, **names, **where, "HOME": str(home), "PWD": str(folder), "TZ": "Asia/Kathmandu"},
        timeout=30,
    )
    (path,) = home.rglob("*.jsonl")
    written = path.read_text("utf-8")

    assert "" == done.stderr
    assert 4 <= len(written.splitlines())
    for word in ("canary", "1f4e79", str(tmp_path), "Kathmandu", "my", "own", "name"):
        assert word not in written
    records = [json.loads(line) for line in written.splitlines()]
    for record in records:
        if record["event"] == "session":
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", record.pop("day"))
            assert re.fullmatch(
                r"[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}", record.pop("id")
            )
            del record["digest"], record["expires"]
    assert re.search(r"\d:\d\d|\d\.\d|\d{6,}", json.dumps(records)) is None, "neither an hour nor a time stamp"


def test_a_whole_session_never_asks_for_the_network(small: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_NETWORK, small, "--class", "otter-17"],
        input="1\n2\nn\n1\nq\n",
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=30,
    )

    assert (0, "") == (done.returncode, done.stderr)
    assert 4 == len(results())
