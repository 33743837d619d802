"""The other stories that are found: where they are looked for, and which of them are named."""

from pathlib import Path

import pytest

from sidelight.commands.stories import other_stories, stories_folder

STORY = (
    "story: {format: 1, id: %s, title: %s, start: a}\nscenes: {a: {title: A, text: A., ending: {title: End}}}\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return folder


def titles(but: str = "none") -> list[str]:
    return [story.title for story in other_stories(but)]


def test_the_story_that_comes_with_the_program_is_found_unless_it_is_the_one() -> None:
    assert ["Tomorrow, We Will See"] == titles()
    assert [] == titles("tomorrow-we-will-see")


def test_files_and_folders_are_found_here_and_where_stories_are_put(here: Path) -> None:
    (here / "well.yaml").write_text(STORY % ("well", "The Well"))
    stories_folder().mkdir(parents=True)
    folder = stories_folder() / "quay"
    folder.mkdir()
    (folder / "story.yaml").write_text(STORY % ("quay", "The Quay"))

    assert ["The Quay", "The Well"] == titles("tomorrow-we-will-see")


def test_a_story_is_named_once_however_often_it_is_found(here: Path) -> None:
    for name in ("one", "two"):
        (here / f"{name}.yaml").write_text(STORY % ("well", "The Well"))

    assert ["The Well"] == titles("tomorrow-we-will-see")


def test_what_is_no_story_or_cannot_be_played_is_passed_over(here: Path) -> None:
    (here / "broken.yaml").write_text((STORY % ("x", "X")).replace("start: a", "start: b"))
    (here / "list.yaml").write_text("story-list: [1]\n")
    (here / "well.txt").write_text(STORY % ("well", "The Well"))
    (here / "gone.yaml").symlink_to("nowhere")
    (here / "empty").mkdir()

    assert [] == titles("tomorrow-we-will-see")
