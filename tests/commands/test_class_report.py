"""`sidelight class report`, as a teacher runs it."""

from pathlib import Path

import pytest

from sidelight.cli import main
from small_class import CLASS, write_class, write_story


def test_a_report_of_a_folder_is_printed_without_control_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_class(tmp_path / "class")

    assert 0 == main(["class", "report", str(tmp_path / "class"), "--story", str(write_story(tmp_path))])

    out, err = capsys.readouterr()
    assert out.startswith("Example: what the class did\n=====")
    assert all(code in out for code in CLASS)
    assert "\x1b" not in out
    assert "" == err


def test_without_files_it_reads_what_is_kept_on_this_machine(
    tmp_path: Path, private_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_class(private_home / "data" / "sidelight" / "results" / "example")

    assert 0 == main(["class", "report", "--story", str(write_story(tmp_path))])

    assert "4 pupils, 4 sessions" in capsys.readouterr().out


def test_what_cannot_be_counted_is_named_beside_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = write_class(tmp_path / "class")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir,", "utf-8")

    code = main(["class", "report", *map(str, paths), str(letter), "--story", str(write_story(tmp_path))])

    out, err = capsys.readouterr()
    assert 0 == code
    assert "4 pupils" in out
    assert f"{letter} is no file of results, for no session begins in it; it is passed over.\n" == err


def test_where_nothing_counts_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_class(tmp_path / "class")

    assert 5 == main(["class", "report", str(tmp_path / "class")])

    out, err = capsys.readouterr()
    assert "" == out
    assert "has a session of another story, example; it is passed over." in err
    assert err.endswith("name the files the pupils handed in, or the story they played with --story\n")


def test_files_are_written_where_they_are_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_class(tmp_path / "class")
    page, notes, sheets = tmp_path / "page.html", tmp_path / "page.md", tmp_path / "sheets"

    code = main(
        [
            *("class", "report", str(tmp_path / "class"), "--story", str(write_story(tmp_path))),
            *("--html", str(page), "--markdown", str(notes), "--csv", str(sheets)),
        ]
    )

    out, err = capsys.readouterr()
    assert (0, "") == (code, out)
    assert [f"Written: {path}" for path in (page, notes, sheets)] == err.splitlines()
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert notes.read_text("utf-8").startswith("# Example: what the class did\n")
    assert {"responses.csv", "sessions.csv"} <= {path.name for path in sheets.iterdir()}


def test_a_choice_of_spreadsheets_without_any_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["class", "report", "--excel"])

    assert "add --csv and a folder" in capsys.readouterr().err
