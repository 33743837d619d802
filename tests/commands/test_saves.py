"""`sidelight saves`: data on stdout, what was done on stderr, and nothing deleted without a yes."""

from pathlib import Path

import pytest

from commands.test_command_line import SMALL, run


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A story with a save called x, two steps in."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    run(str(path), typed="2\n2\ns x\nq\n")
    return str(path)


def test_saves_are_listed_with_what_is_known_of_them(small: str) -> None:
    for words in (["list"], []):
        done = run("saves", *words, *(["--story", small] if words else []))
        if words:
            assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["autosave", "x"]
            assert "x: “A”, One, 2 steps, 3 words read, 2" in done.stdout
        else:
            assert done.stdout == ""
            assert "There are no saves of Tomorrow, We Will See yet." in done.stderr
        assert done.returncode == 0


def test_a_save_goes_out_and_comes_in(small: str, tmp_path: Path) -> None:
    out = run("saves", "export", "x", "--story", small)
    assert out.stdout == f"{tmp_path / 'small-x.save'}\n"
    assert run("saves", "import", "small-x.save", "--story", small).stdout == "x-2\n"
    assert run("saves", "import", "small-x.save", "--name", "other day", "--story", small).stdout == "other-day\n"

    assert "after 2 steps" in run(small, "--slot", "other-day", typed="").stdout


def test_nothing_is_deleted_without_a_yes(small: str) -> None:
    refused = run("saves", "delete", "x", "--story", small)
    assert refused.returncode == 2
    assert "if you are sure, add --yes" in refused.stderr

    done = run("saves", "delete", "x", "--yes", "--story", small)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "x is deleted.\n")
    assert "x:" not in run("saves", "list", "--story", small).stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["export", "xx"], 5, 'there is no save called "xx"'),
        (["delete", "y"], 5, 'there is no save called "y"'),
        (["import", "nowhere"], 5, "cannot read nowhere"),
        (["import", "small.yaml"], 5, "is no save, or it is damaged"),
        (["export"], 2, "required: name"),
        (["frobnicate"], 2, "frobnicate"),
    ],
)
def test_a_mistake_is_a_plain_sentence(small: str, words: list[str], code: int, said: str) -> None:
    done = run("saves", *words, *(["--story", small] if "frobnicate" not in words else []))

    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
