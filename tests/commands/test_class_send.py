"""`sidelight class send`: statements of what a class did, in a file or at a store."""

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from commands.test_command_line import SMALL, run
from conftest import BUNDLED
from exporting.store import Batch, store
from sidelight.commands.classroom.send import PASSWORD
from sidelight.exporting.sending import BATCH
from sidelight.teaching.events import Chose, Ended, Event, Session, to_line
from sidelight.teaching.results import results_file


@pytest.fixture
def small(tmp_path: Path) -> str:
    """A story that two pupils have played."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    for code in ("otter-17", "owl-20"):
        results = results_file("small", code)
        results.parent.mkdir(parents=True, exist_ok=True)
        session = Session(f"session of {code}", code, "small", "0", "d", "", "2026-11-22", "9999-12-31")
        events: tuple[Event, ...] = (session, Chose("a/on", 0, 9), Ended("b", 1, 9))
        results.write_text("".join(map(to_line, events)), "utf-8")
    return str(path)


def test_statements_are_written_to_a_new_file_and_nothing_is_sent(small: str, tmp_path: Path) -> None:
    done = run("class", "send", "--story", small, "--out", str(tmp_path / "all.jsonl"))

    statements = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()]
    assert 0 == done.returncode, done.stderr
    assert {"otter-17", "owl-20"} == {each["actor"]["account"]["name"] for each in statements}
    assert done.stderr.endswith(f"{len(statements)} statements in {tmp_path / 'all.jsonl'}. Nothing was sent.\n")
    assert "" == done.stdout


def test_statements_are_sent_once_to_a_store_that_knows_the_name(small: str) -> None:
    with store() as there:
        first = run(
            "class", "send", "--story", small, "--lrs", there.address, "--user", "me", **{PASSWORD: "secret"}
        )
        again = run(
            "class", "send", "--story", small, "--lrs", there.address, "--user", "me", **{PASSWORD: "secret"}
        )

    assert (0, 0) == (first.returncode, again.returncode), first.stderr
    assert "me:secret" == there.user
    assert 1 == len(there.requests)
    assert f"The store took {len(there.kept)} statements." in first.stderr
    assert "nothing that pupils typed" in first.stderr
    assert f"It had taken {len(there.kept)} before; they were not sent again." in again.stderr


def test_what_was_taken_is_sent_again_where_that_is_asked_for(small: str) -> None:
    with store() as there:
        run("class", "send", "--story", small, "--lrs", there.address)
        run("class", "send", "--story", small, "--lrs", there.address, "--again")

    assert 2 == len(there.requests)


def test_broken_off_by_hand_it_says_how_far_it_came(small: str) -> None:
    many = "".join(to_line(Chose("a/on", at, 1)) for at in range(BATCH))
    with results_file("small", "otter-17").open("a", encoding="utf-8") as file:
        file.write(many)
    sending: list[subprocess.Popen[str]] = []

    def answers(_: Batch) -> None:
        if there.kept:
            sending[0].send_signal(signal.SIGINT)
            sending[0].wait(30)  # an answer before that may let it come to its end first

    with store(answers) as there:
        command = [sys.executable, "-m", "sidelight", "class", "send", "--story", small, "--lrs", there.address]
        sending.append(subprocess.Popen(command, stderr=subprocess.PIPE, text=True))
        _, told = sending[0].communicate(timeout=30)

    assert 130 == sending[0].returncode
    assert f"Broken off: the store took {BATCH} statements." in told
    assert "Traceback" not in told


def test_what_a_store_refuses_is_named_in_words_that_steer_no_terminal(small: str) -> None:
    with store(lambda batch: 400 if len(batch) > 1 or "otter" in str(batch) else None) as there:
        done = run("class", "send", "--story", small, "--lrs", there.address)

    assert 5 == done.returncode
    assert "because" in done.stderr
    assert "\x1b" not in done.stderr
    assert there.kept


def test_a_store_that_lets_nobody_in_is_one_plain_line_and_a_next_step(small: str) -> None:
    with store(lambda _: 401) as there:
        done = run("class", "send", "--story", small, "--lrs", there.address)

    assert 5 == done.returncode
    assert "the store does not let this name and password in (401)" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--lrs", "http://lrs.example.org/xAPI"], "can be read on the way"),
        (["--lrs", "https://me:secret@lrs.example.org/xAPI"], "--user"),
        (["--lrs", "http://127.0.0.1:1/xAPI", "--user", "me"], f"set {PASSWORD} before"),
        (["--lrs", "http://127.0.0.1:1/xAPI", "--user", "me:secret"], "no colon"),
        (["--out", "x.jsonl", "--learners", "9b"], "is no address"),
        (["--lrs", "https://a.example", "--out", "x.jsonl"], "not allowed with"),
        ([], "--lrs --out"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_sent(arguments: list[str], says: str, small: str) -> None:
    done = run("class", "send", "--story", small, *arguments)

    assert 2 == done.returncode
    assert says in done.stderr


def test_the_page_on_districts_gives_no_option_that_is_not_there() -> None:
    page = (BUNDLED / "district.md").read_text("utf-8")
    commands = " ".join(line for line in page.splitlines() if line.startswith("sidelight class send"))

    there = set(re.findall(r"--[a-z-]+", run("class", "send", "--help").stdout))

    assert {"--out", "--lrs", "--user", "--learners"} == set(re.findall(r"--[a-z-]+", commands))
    assert there >= set(re.findall(r"`(--[a-z-]+)[ `]", page)) | set(re.findall(r"--[a-z-]+", commands))
    assert PASSWORD in page


def test_without_results_it_says_whose_files_to_name(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")

    done = run("class", "send", "--story", str(tmp_path / "small.yaml"), "--out", str(tmp_path / "all.jsonl"))

    assert 5 == done.returncode
    assert "there are no results of Small there" in done.stderr
    assert not (tmp_path / "all.jsonl").exists()
