"""Saves: a step is a line, a crash costs at most that line, and nothing is lost by damage."""

from pathlib import Path

import pytest

from builders import begin, story_of, take
from sidelight.errors import FileError, UsageError
from sidelight.play.notebook import Notebook
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning
from sidelight.presenting.resume import resume
from sidelight.saving.files import DiskFile, MemoryFile
from sidelight.saving.save import Save
from sidelight.saving.shelf import Shelf, ShelfFile
from sidelight.saving.slot import Slot, read_slot
from sidelight.saving.store import Store, stamp

STORY = """
variables: {coins: {from: 0, to: 9, start: 9}}
scenes:
  a:
    title: The well
    text: "{coins}"
    choices:
      - {say: Throw, id: throw, to: a, do: [coins -= 1], when: coins > 0}
      - {say: Look, id: look, to: a}
      - {say: Go, id: go, to: b}
  b: {title: Away, text: Away., ending: {title: Away}}
"""


@pytest.fixture
def start() -> Playthrough:
    return begin(story_of(STORY))


def keep(file: MemoryFile | DiskFile, playthrough: Playthrough) -> Slot:
    slot = Slot(file, stamp(playthrough.rules.story))
    slot.keep(playthrough, Notebook())
    return slot


def saved(file: MemoryFile | DiskFile) -> Save:
    found = read_slot(file)
    assert found.save is not None
    return found.save


def test_what_is_kept_is_what_is_read(start: Playthrough) -> None:
    file = MemoryFile()
    slot = keep(file, start)
    played = take(start, "throw", "look")
    notebook = Notebook().open("A1", 1)
    slot.keep(played, notebook)

    save = saved(file)

    assert ("a/throw", "a/look") == save.steps
    assert notebook == save.notebook
    assert stamp(start.rules.story) == save.stamp


def test_a_step_appends_one_line_however_long_the_play(start: Playthrough) -> None:
    file = MemoryFile()
    played = start
    slot = keep(file, played)
    sizes = []
    for _ in range(50):
        before = len(file.text or "")
        played = take(played, "look")
        slot.keep(played, Notebook())
        sizes.append(len(file.text or "") - before)

    assert len(set(sizes)) == 1


def test_undo_appends_a_line_and_leaving_writes_it_out(start: Playthrough) -> None:
    file = MemoryFile()
    slot = keep(file, start)
    played = take(start, "throw")
    slot.keep(played, Notebook())
    further = take(played, "look")
    slot.keep(further, Notebook())
    slot.keep(played, Notebook())

    assert saved(file).steps == ("a/throw",)
    assert '"back":1' in (file.text or "")
    slot.compact(played, Notebook())
    assert saved(file).steps == ("a/throw",)
    assert '"back"' not in (file.text or "")


def test_another_branch_is_written_whole(start: Playthrough) -> None:
    file = MemoryFile()
    slot = keep(file, start)
    slot.keep(take(start, "throw", "throw"), Notebook())
    slot.keep(take(start, "look", "throw", "go"), Notebook())

    assert saved(file).steps == ("a/look", "a/throw", "a/go")


def test_where_a_play_began_is_kept() -> None:
    beginning = Beginning("b", None, (("coins", 3),))
    file = MemoryFile()
    keep(file, begin(story_of(STORY), beginning))

    assert saved(file).beginning == beginning


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_torn_last_line_is_dropped_and_nothing_else(start: Playthrough, cut: int) -> None:
    file = MemoryFile()
    slot = keep(file, start)
    slot.keep(take(start, "throw"), Notebook())
    whole = file.text or ""
    slot.keep(take(start, "throw", "look"), Notebook())
    torn = MemoryFile((file.text or "")[: min(len(whole) + cut, len(file.text or "") - 1)])

    assert saved(torn).steps == ("a/throw",)
    assert not torn.aside


def test_damage_in_the_middle_sets_the_file_aside_and_keeps_what_stood_before_it(start: Playthrough) -> None:
    file = MemoryFile()
    played = take(start, "throw")
    slot = keep(file, played)
    slot.keep(take(played, "look"), Notebook())
    lines = (file.text or "").splitlines(keepends=True)
    damaged = MemoryFile("".join([*lines[:2], "00000000 {}\n", *lines[2:]]))

    found = read_slot(damaged)

    assert found.save is not None
    assert found.save.steps == ("a/throw",)
    assert found.set_aside is not None
    assert damaged.aside[found.set_aside]


@pytest.mark.parametrize("rubbish", ["", "rubbish", "\x00\n" * 9, '00000000 {"save":1}\n{}\n', "[]\n[]\n"])
def test_rubbish_is_set_aside_and_never_fatal(rubbish: str) -> None:
    found = read_slot(MemoryFile(rubbish))

    assert found.save is None
    assert found.set_aside is not None


def test_a_save_of_another_format_is_set_aside(start: Playthrough) -> None:
    file = MemoryFile()
    keep(file, start)
    from sidelight.saving.records import decode, encode  # noqa: PLC0415

    record = dict(decode(file.text or "").records[0], save=2)

    assert read_slot(MemoryFile(encode(record))).save is None


def test_a_file_on_disk_is_replaced_at_once_or_not_at_all(tmp_path: Path, start: Playthrough) -> None:
    file = DiskFile(tmp_path / "deep" / "down" / "autosave.save")
    slot = keep(file, start)
    slot.keep(take(start, "throw"), Notebook())

    assert [path.name for path in (tmp_path / "deep" / "down").iterdir()] == ["autosave.save"]
    assert saved(file).steps == ("a/throw",)


def test_what_is_set_aside_on_disk_gets_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "autosave.save"
    for expected in ("autosave-damaged-1.save", "autosave-damaged-2.save"):
        path.write_bytes(b"\xff\xfe rubbish")
        assert Path(read_slot(DiskFile(path)).set_aside or "").name == expected
        assert not path.exists()


def test_a_folder_that_cannot_be_written_is_a_plain_error(tmp_path: Path, start: Playthrough) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(FileError, match="cannot write"):
        keep(DiskFile(tmp_path / "file" / "autosave.save"), start)


@pytest.mark.parametrize("name", ["../up", "a/b", "", ".hidden", "x" * 41, "nai\u0308ve"])
def test_a_slot_has_a_name_that_can_be_a_file(name: str) -> None:
    with pytest.raises(UsageError):
        Store(story_of(STORY), None).file(name)


def test_two_programs_cannot_hold_one_slot(tmp_path: Path) -> None:
    store = Store(story_of(STORY), tmp_path)
    first, second, other = store.lock("autosave"), store.lock("autosave"), store.lock("other")

    assert (True, False, True) == (first.held, second.held, other.held)
    first.release()
    again = store.lock("autosave")
    assert again.held
    again.release()
    other.release()


def test_the_shelf_remembers_scenes_and_endings_once(tmp_path: Path) -> None:
    file = DiskFile(tmp_path / "shelf")
    shelf = ShelfFile.open(file)
    shelf.see("a", ending=False)
    shelf.see("a", ending=False)
    shelf.see("b", ending=True)

    assert ShelfFile.open(file).shelf == Shelf(frozenset({"a", "b"}), frozenset({"b"}))
    assert len((file.read() or "").splitlines()) == 3


def test_a_torn_shelf_is_mended(tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    shelf = ShelfFile.open(DiskFile(path))
    shelf.see("a", ending=False)
    with path.open("a") as file:
        file.write("1234 torn")

    again = ShelfFile.open(DiskFile(path))
    again.see("b", ending=False)

    assert ShelfFile.open(DiskFile(path)).shelf.scenes == frozenset({"a", "b"})


def test_a_save_goes_on_in_a_changed_story_as_far_as_it_fits(start: Playthrough) -> None:
    file = MemoryFile()
    keep(file, take(start, "look", "throw", "throw", "go"))
    changed = begin(story_of(STORY.replace("start: 9", "start: 1"))).rules

    resumed = resume(changed, saved(file))

    assert resumed is not None
    assert resumed.playthrough.length == 2
    assert "“a/throw” is no longer open here" in resumed.message
    assert "2 steps before where you stopped" in resumed.message


def test_a_save_that_begins_at_a_scene_that_is_gone_cannot_go_on() -> None:
    file = MemoryFile()
    keep(file, begin(story_of(STORY), Beginning("b")))
    gone = STORY.replace("  b: {", "  c: {").replace("to: b", "to: c")

    assert resume(begin(story_of(gone)).rules, saved(file)) is None
