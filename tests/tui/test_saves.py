"""The saves at the screen: every one can be kept, gone on from, renamed, deleted, taken out and brought in."""

from pathlib import Path

import pytest

from builders import begin, story_of
from sidelight.play.notebook import Notebook
from sidelight.play.rules import Beginning
from sidelight.presenting.sitting import Sitting
from sidelight.saving.store import Store
from sidelight.tui.screens.saves import SavesScreen
from tui.driving import Reader, reading
from tui.small_story import SMALL


@pytest.fixture
def sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    monkeypatch.chdir(tmp_path)
    story = story_of(SMALL, "desk")
    return Sitting(begin(story, Beginning(scene="desk")), Notebook(), Store(story, tmp_path / "saves"), "autosave")


def written(folder: Path, names: str) -> list[Path]:
    """The files there, the first written first."""
    return sorted(folder.glob(names), key=lambda path: len(path.name))


def words_of(reader: Reader) -> str:
    return " ".join(" ".join(reader.prose_lines).split())


async def keep_as(reader: Reader, name: str) -> None:
    await reader.press("s", "1", *name, "enter")


async def test_a_moment_is_kept_and_gone_on_from_and_nothing_is_lost(sitting: Sitting) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await keep_as(reader, "before")
        assert "This moment is kept as “before”." in reader.text
        assert "before  “The desk”, A Night Off" in reader.text
        assert "autosave" in reader.text
        await reader.press("escape", *["end", "1"] * 2, "end", "3", "s", "5")
        assert "Go on from it" in reader.text
        await reader.press("1")

        assert reader.scene == "desk"
        assert reader.sitting.page.step == 0
        assert "You go on from “before”." in reader.text
        assert "What you were playing is kept as “autosave-earlier”." in words_of(reader)
        assert sitting.saves.has("autosave-earlier")


async def test_a_name_is_made_by_the_same_rule_as_by_lines_and_it_is_said(sitting: Sitting) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await keep_as(reader, "a/b")

        said = "“a-b”. In the name of a save all but letters and digits"
        assert said in " ".join(reader.text.split())
        assert sitting.saves.has("a-b")


async def test_a_save_is_renamed_and_deleted_when_asked_once(sitting: Sitting) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await keep_as(reader, "one")
        await reader.press("5", "2", *"two", "enter")
        assert "“one” is now “two”." in reader.text
        await reader.press("5", "4")
        assert "Delete “two”? It cannot be brought back." in reader.text
        await reader.press("1")
        assert sitting.saves.has("two")
        await reader.press("5", "4", "2")

        assert "“two” is deleted." in reader.text
        assert not sitting.saves.has("two")


async def test_a_save_is_taken_out_and_brought_in(sitting: Sitting, tmp_path: Path) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await keep_as(reader, "one")
        await reader.press("5", "3")
        files = written(tmp_path, "*.save")
        assert len(files) == 1
        await reader.press("3", *files[0].name, "enter")

        assert "It is kept as “one-2”." in reader.text


async def test_beginning_again_keeps_what_was_played(sitting: Sitting) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await reader.press("end", "1", "s", "2")

        assert reader.sitting.page.step == 0
        assert "What you were playing is kept as “autosave-earlier”." in words_of(reader)


async def test_what_cannot_be_done_is_said_and_nothing_ends(sitting: Sitting) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await keep_as(reader, "autosave")
        assert 'That was not done: "autosave" is what you are playing' in reader.text
        await reader.press("escape", "3", *"nowhere", "enter")
        assert "That was not done: cannot read nowhere" in " ".join(reader.text.split())
        await reader.press("escape", "escape")

        assert not isinstance(reader.app.screen, SavesScreen)
        assert reader.app.is_running


async def test_a_name_that_is_refused_stays_to_be_mended_under_the_reason(sitting: Sitting) -> None:
    async with reading(sitting, (80, 24)) as reader:
        await keep_as(reader, "?!")
        reason, field = (
            next(i for i, line in enumerate(reader.lines) if part in line) for part in ("made of", " ?!")
        )
        assert reason < field
        await reader.press("q", "2")
        assert any(line.strip() == "?!q2" for line in reader.lines)
        await reader.press("enter")

        assert "This moment is kept as “q2”." in reader.text
        assert "That was not done" not in reader.text


async def test_a_name_that_is_taken_and_a_file_that_is_not_there_stay_in_the_field(sitting: Sitting) -> None:
    async with reading(sitting, (80, 24)) as reader:
        await keep_as(reader, "one")
        await reader.press("1", *"one", "enter")
        assert 'there is a save called "one" already' in " ".join(reader.text.split())
        assert any(line.strip() == "one" for line in reader.lines)
        await reader.press("escape", "3")
        assert "That was not done" not in reader.text
        await reader.press(*"nowhere", "enter")

        assert any(line.strip() == "nowhere" for line in reader.lines)


async def test_the_saves_open_from_the_journal_and_lead_back_to_it_or_to_where_a_save_goes_on(
    sitting: Sitting,
) -> None:
    async with reading(sitting, (80, 24)) as reader:
        await reader.press("end", "1", "t", *"s1noon", "enter")
        assert "This moment is kept as “noon”." in reader.text
        await reader.press("escape")
        assert "[Route]" in reader.text
        await reader.press("s", "s")
        assert "[Route]" in reader.text
        await reader.press("s", "2")

        assert reader.sitting.page.step == 0
        assert "You begin again." in words_of(reader)


async def test_the_keepsake_is_written_from_any_page_and_from_the_journal_and_never_over_another(
    sitting: Sitting, tmp_path: Path
) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await reader.press("w")
        assert len(written(tmp_path, "*.md")) == 1
        await reader.press("t", "w")
        assert "Your story and the way you went are in" in reader.text
        await reader.press("escape", "t", "end", "2", "w")
        assert "Your story and the way you went are in" in reader.text

        kept = {path.stem: path for path in written(tmp_path, "*.md")}
        assert {"example", "example-2", "example-3"} == set(kept)
        assert "Nothing is established." in kept["example-3"].read_text("utf-8")


async def test_what_was_read_in_an_earlier_play_is_marked_and_gone_over(sitting: Sitting) -> None:
    async with reading(sitting, (100, 30)) as reader:
        assert "this page before" not in reader.text
        await reader.press("x")
        assert reader.sitting.page.step == 0
        await reader.press(*["end", "1"] * 2, "s", "2")
        assert "You have read this page before: x skip." in words_of(reader)
        await reader.press("x")

        assert reader.sitting.page.step > 0
        assert "choosing as you did before." in words_of(reader)


async def test_help_while_a_name_is_typed_keeps_what_has_been_typed(sitting: Sitting) -> None:
    async with reading(sitting, (100, 30)) as reader:
        await reader.press("s", "1", *"be", "f1")
        assert "be" not in reader.text.split()
        await reader.press("f1", *"fore", "enter")

        assert "This moment is kept as “before”." in reader.text
