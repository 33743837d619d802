"""From files to a story: which belong to it, how they are read, and what is too much."""

import gc
from pathlib import Path

import pytest
import yaml

from conftest import BUNDLED, CHECKOUT
from mistakes import around, found_in
from sidelight.loading import files, limits, yaml_nodes
from sidelight.loading.load import Loaded, load_story
from sidelight.text.spans import StoryFile

STORIES = [BUNDLED, *sorted(path for path in (CHECKOUT / "tests" / "stories").iterdir() if path.is_dir())]


def written(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def kinds(loaded: Loaded) -> list[str]:
    return [each.kind.name for each in loaded.diagnostics]


def test_every_yaml_file_under_a_folder_belongs_to_the_story_but_its_transcripts(tmp_path: Path) -> None:
    written(tmp_path, b="# b", a="# a")
    written(tmp_path / "scenes", c="# c")
    written(tmp_path / "scenes" / "transcripts", d="# d")
    written(tmp_path / "transcripts", e="# e")
    (tmp_path / "notes.txt").write_text("not a story", "utf-8")
    (tmp_path / "folder.yaml").mkdir()

    found = [path.relative_to(tmp_path).as_posix() for path in files.story_paths(tmp_path)]

    assert ["a.yaml", "b.yaml", "scenes/c.yaml", "scenes/transcripts/d.yaml"] == found


def test_a_file_alone_is_a_story(tmp_path: Path) -> None:
    path = written(tmp_path, story=around("title: A")) / "story.yaml"

    loaded = load_story(path)

    assert [] == kinds(loaded)
    assert loaded.story is not None


def test_a_folder_without_a_story_is_no_story_and_no_finding(tmp_path: Path) -> None:
    assert Loaded(None, ()) == load_story(tmp_path)


def test_a_folder_with_an_empty_file_has_no_story(tmp_path: Path) -> None:
    assert ["no-story"] == kinds(load_story(written(tmp_path, story="")))


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert ["unreadable-file"] == kinds(load_story(tmp_path / "nowhere.yaml"))


def test_the_findings_of_a_folder_name_its_files_from_the_folder(tmp_path: Path) -> None:
    written(tmp_path, story=around("title: A"))
    written(tmp_path / "more", odd="scenes: {b: 5}")

    (finding,) = load_story(tmp_path).diagnostics

    assert "more/odd.yaml:1:13" == str(finding.span)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path, end: str, begin: str) -> None:
    text = around("text: |\n  One.\n\n  Two.")
    plain = load_story(written(tmp_path / "plain", story=text))
    path = tmp_path / "story.yaml"
    path.write_bytes((begin + text.replace("\n", end)).encode())

    assert plain.story == load_story(path).story


def test_letters_are_composed_so_that_one_name_is_one(tmp_path: Path) -> None:
    story = load_story(written(tmp_path, story=around("text: Cafe\u0301"))).story

    assert story is not None
    assert "Caf\u00e9" in str(story.scenes["a"].text)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u200f", "\u202e", "\u2066"])
def test_a_character_that_could_steer_a_terminal_is_found_and_taken_out(tmp_path: Path, character: str) -> None:
    loaded = load_story(written(tmp_path, story=around(f"text: One{character}[2J")))

    (finding,) = loaded.diagnostics
    assert ("control-character", "\ufffd") == (finding.kind.name, finding.span.text)
    assert f"U+{ord(character):04X}" in finding.message
    assert character not in str(loaded.story)


@pytest.mark.parametrize("code", ["\\e", "\\x1b", "\\u001b", "\\U0000001b", "\\a", "\\0", "\\u202e"])
def test_such_a_character_written_as_a_code_is_found_too(tmp_path: Path, code: str) -> None:
    loaded = load_story(written(tmp_path, story=around(f'text: "One{code}[2J"')))

    assert ["control-character"] == kinds(loaded)
    assert "One\ufffd[2J" in str(loaded.story)


def test_a_line_end_and_a_tab_written_as_codes_are_harmless() -> None:
    assert [] == found_in(around('text: "One\\n\\tTwo"'))


def test_a_file_or_a_story_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, story=around("title: A"), more="# nothing")
    monkeypatch.setattr(limits, "FILE_BYTES", 100)
    too_large = load_story(tmp_path)
    monkeypatch.setattr(limits, "FILES", 1)
    too_many = load_story(tmp_path)

    assert ["limit-exceeded"] == kinds(too_large)
    assert "100 is the most" in too_large.diagnostics[0].message
    assert ["limit-exceeded"] == kinds(too_many)
    assert "2 files, and 1 is the most" in too_many.diagnostics[0].message


def test_the_collector_is_as_it_was_after_loading(tmp_path: Path) -> None:
    load_story(written(tmp_path, story=around("title: A")))

    assert gc.isenabled()


@pytest.mark.parametrize("root", STORIES, ids=lambda path: path.name)
def test_both_of_yaml_s_loaders_give_the_same_story(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load_story(root)
    monkeypatch.setattr(yaml_nodes, "_Loader", yaml.SafeLoader)

    slow = load_story(root)

    assert fast.story is not None
    assert fast.story == slow.story
    assert [str(each.span) for each in fast.diagnostics] == [str(each.span) for each in slow.diagnostics]
    assert list(places(fast)) == list(places(slow))


def places(loaded: Loaded) -> dict[str, str]:
    assert loaded.story is not None
    return {str(scene.span): scene.span.text for scene in loaded.story.scenes.values()}


def test_the_loader_that_is_used_is_libyaml_s() -> None:
    assert yaml.CSafeLoader is yaml_nodes._Loader


@pytest.mark.parametrize("text", ["a: \udcff", "\ufffe", 'a: "\\U7fffffff"'])
def test_what_yaml_cannot_read_at_all_is_a_finding_in_either_loader(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = found_in(text)
    monkeypatch.setattr(yaml_nodes, "_Loader", yaml.SafeLoader)

    assert "bad-yaml" in [kind for kind, _ in fast]
    assert "bad-yaml" in [kind for kind, _ in found_in(text)]


def test_a_file_s_name_and_not_its_text_is_shown_where_a_file_is_named() -> None:
    assert "StoryFile('a.yaml')" == repr(StoryFile("a.yaml", "secret"))
