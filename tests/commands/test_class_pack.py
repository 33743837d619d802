"""`sidelight class pack` and `class codes`: what they write, and what they will not write over."""

from pathlib import Path

import pytest

from commands.test_command_line import run

SMALL = """
story: {format: 1, id: small, title: Small, start: a}
chapters: {One: {title: The yard, begins: a}}
scenes:
  a: {chapter: One, title: A, text: Hello., choices: [{say: On, to: b}]}
  b: {chapter: One, title: B, text: There., ending: {title: The end, tone: calm}}
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    return str(path)


def test_a_pack_is_written_into_a_new_folder_and_each_file_is_named(tmp_path: Path, small: str) -> None:
    done = run("class", "pack", small, "--chapter", "one", "--out", str(tmp_path / "new" / "pack"), "--codes", "2")
    folder = tmp_path / "new" / "pack"

    assert (0, str(folder)) == (done.returncode, done.stdout.splitlines()[0])
    assert all(path.name in done.stdout for path in folder.iterdir())
    assert "one for two: about 1 page\n" in done.stdout
    assert "Print The yard: first teacher.html, then worksheet.html" in done.stderr
    assert 2 == (folder / "slips.txt").read_text("utf-8").count("--class")
    assert (folder / "questions.gift.txt").exists()


def test_nothing_is_written_over(tmp_path: Path, small: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", "utf-8")
    done = run("class", "pack", small, "--chapter", "One", "--out", str(tmp_path / "full"))

    assert 5 == done.returncode
    assert "there is something in" in done.stderr
    assert ["mine.txt"] == [path.name for path in (tmp_path / "full").iterdir()]


def test_a_chapter_that_is_not_there_is_named_with_those_that_are(tmp_path: Path, small: str) -> None:
    done = run("class", "pack", small, "--chapter", "c9", "--out", str(tmp_path / "pack"))

    assert 2 == done.returncode
    assert 'there is no chapter "c9"' in done.stderr
    assert "One  The yard" in done.stderr
    assert not (tmp_path / "pack").exists()


def test_codes_are_printed_as_slips_with_lines_to_cut_along() -> None:
    done = run("class", "codes", "3")

    assert 0 == done.returncode
    assert 3 == done.stdout.count("sidelight --class ")
    assert 4 == sum(set(line) == {"-", " "} for line in done.stdout.splitlines())


def test_codes_for_a_chapter_begin_there() -> None:
    done = run("class", "codes", "3", "--chapter", "C2")

    assert 0 == done.returncode
    assert 3 == done.stdout.count("sidelight --chapter c2 --class ")


def test_codes_for_a_chapter_begin_there_on_the_sheet_too(tmp_path: Path) -> None:
    run("class", "codes", "3", "--chapter", "c2", "--html", str(tmp_path / "slips.html"))

    assert 3 == (tmp_path / "slips.html").read_text("utf-8").count("sidelight --chapter c2 --class ")


def test_no_codes_are_drawn_for_a_chapter_that_is_not_there() -> None:
    done = run("class", "codes", "3", "--chapter", "c9")

    assert (2, "") == (done.returncode, done.stdout)
    assert 'there is no chapter "c9"' in done.stderr


def test_codes_are_written_as_a_sheet_and_not_over_another(tmp_path: Path) -> None:
    one, other = (run("class", "codes", "3", "--html", str(tmp_path / "slips.html")) for _ in range(2))

    assert str(tmp_path / "slips.html") == one.stdout.strip()
    assert str(tmp_path / "slips-2.html") == other.stdout.strip()
    assert 3 == (tmp_path / "slips.html").read_text("utf-8").count('<div class="slip">')


def test_a_deck_is_in_the_pack_where_it_is_wanted(tmp_path: Path, small: str) -> None:
    pytest.importorskip("genanki", reason="genanki is not here, so no deck is made: pip install 'sidelight[anki]'")

    done = run("class", "pack", small, "--chapter", "One", "--out", str(tmp_path / "pack"), "--anki")

    assert 0 == done.returncode
    assert "cards.apkg" in done.stdout
    assert (tmp_path / "pack" / "cards.apkg").read_bytes().startswith(b"PK")


def test_without_its_package_a_deck_is_refused_before_anything_is_written(tmp_path: Path, small: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as util\nfind = util.find_spec\n"
        "util.find_spec = lambda name, package=None: None if name == 'genanki' else find(name, package)\n",
        "utf-8",
    )

    done = run(
        "class",
        "pack",
        small,
        "--chapter",
        "One",
        "--out",
        str(tmp_path / "pack"),
        "--anki",
        PYTHONPATH=str(tmp_path),
    )

    assert 2 == done.returncode
    assert "pip install 'sidelight[anki]'" in done.stderr
    assert not (tmp_path / "pack").exists()
