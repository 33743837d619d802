"""`sidelight class erase`, and what passes its day by itself."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from commands.test_command_line import SMALL, run
from sidelight.teaching.events import Session, to_line
from sidelight.teaching.results import KEPT, results_file, traces


@pytest.fixture
def small(tmp_path: Path) -> str:
    """A story two pupils have played, one of them with results in a folder of the teacher's."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    run(str(path), "--class", "otter-17", typed="1\n1\nq\n")
    run(str(path), "--class", "owl-20", "--results", str(tmp_path / "shared"), typed="1\n1\nq\n")
    return str(path)


def leave_old_results(code: str, days: int, folder: Path | None = None) -> Path:
    path = results_file("other", code, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    day = date.today() - timedelta(days=days)  # noqa: DTZ011 - as the program does
    path.write_text(to_line(Session("id", code, "other", "1", "d", "", str(day), str(day + KEPT))), "utf-8")
    return path


def test_a_pupil_s_results_and_play_are_erased_and_it_is_said(small: str) -> None:
    done = run("class", "erase", "otter-17", "--story", small, "--yes")

    assert 0 == done.returncode
    assert "Erased: the results of otter-17 in " in done.stderr
    assert "Erased: the play of otter-17 in " in done.stderr
    assert "Copies that were handed in or put elsewhere are not touched" in done.stderr
    assert () == traces("otter-17")
    assert 1 == len(traces("owl-20"))


def test_results_in_a_folder_of_the_teacher_s_go_where_it_is_named(small: str, tmp_path: Path) -> None:
    results = tmp_path / "shared" / "owl-20.jsonl"
    assert results.exists()
    run("class", "erase", "owl-20", "--results", str(tmp_path / "shared"), "--yes")

    assert not results.exists()
    assert () == traces("owl-20")
    assert Path(small).exists()


@pytest.mark.usefixtures("small")
def test_all_of_them_can_be_erased_at_once(tmp_path: Path) -> None:
    run("class", "erase", "--all", "--results", str(tmp_path / "shared"), "--yes")

    assert () == traces(folder=tmp_path / "shared")


@pytest.mark.usefixtures("small")
def test_nothing_is_erased_without_a_yes() -> None:
    refused = run("class", "erase", "otter-17")

    assert 2 == refused.returncode
    assert "if you are sure, add --yes" in refused.stderr
    assert 2 == len(traces("otter-17"))


def test_of_a_code_name_nothing_is_kept_of_it_is_said_so() -> None:
    done = run("class", "erase", "otter-99", "--yes")

    assert (0, "Nothing is kept of otter-99 here.\n") == (done.returncode, done.stderr)


@pytest.mark.parametrize("words", [["../x"], ["*"], ["otter-1", "--all"], [], ["--expired", "--all"]])
def test_what_cannot_be_meant_is_a_plain_sentence(words: list[str]) -> None:
    done = run("class", "erase", *words, "--yes")

    assert 2 == done.returncode
    assert done.stderr.startswith("sidelight: ")
    assert "Traceback" not in done.stderr


def test_what_has_passed_its_day_is_erased_by_the_next_class_command_and_it_is_said() -> None:
    old, young = leave_old_results("otter-17", 91), leave_old_results("owl-20", 90)
    done = run("class", "codes", "1")

    assert "What was kept of otter-17 is erased: 90 days have passed since the last session.\n" == done.stderr
    assert not old.exists()
    assert young.exists()


def test_and_by_the_next_play_in_class(small: str) -> None:
    old = leave_old_results("otter-17", 91)
    done = run(small, "--class", "owl-20", typed="1\nq\n")

    assert "What was kept of otter-17 is erased" in done.stderr
    assert not old.exists()
    assert 2 == len(traces("otter-17")), "what is kept of the other story has not passed its day"


def test_and_when_it_is_asked_for_also_elsewhere(tmp_path: Path) -> None:
    old, shared = leave_old_results("otter-17", 91), leave_old_results("owl-20", 91, tmp_path)
    done = run("class", "erase", "--expired", "--results", str(tmp_path))

    assert "What was kept of otter-17, owl-20 is erased" in done.stderr
    assert [False, False] == [old.exists(), shared.exists()]
    assert "Nothing has passed its day.\n" == run("class", "erase", "--expired").stderr
