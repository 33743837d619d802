"""What a class leaves on a machine: found, past its day, erased."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from builders import begin, story_of
from sidelight.errors import FileError
from sidelight.play.notebook import Notebook
from sidelight.presenting.sitting import Sitting
from sidelight.saving.store import AUTOSAVE
from sidelight.teaching.events import Session, to_line
from sidelight.teaching.results import (
    KEPT,
    claim,
    class_store,
    erase,
    expired,
    results_file,
    results_folder,
    traces,
)

STORY = "scenes: {a: {title: A, text: A., choices: [{say: Stay, id: stay, to: a}]}}\n"
DAY = date(2026, 11, 22)


def leave_results(code: str, story: str = "example", folder: Path | None = None, *days: date) -> Path:
    path = results_file(story, code, folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        to_line(Session("id", code, story, "1", "d", "", day.isoformat(), (day + KEPT).isoformat()))
        for day in days or (DAY,)
    ]
    path.write_text("".join(lines), "utf-8")
    return path


def leave_play(code: str) -> Path:
    story = story_of(STORY)
    store = class_store(story, code)
    Sitting(begin(story), Notebook(), store, AUTOSAVE).leave()
    assert store.folder is not None
    return store.folder


def test_results_lie_with_those_of_their_story_or_where_somebody_says(tmp_path: Path) -> None:
    assert results_folder() / "example" / "otter-17.jsonl" == results_file("example", "otter-17")
    assert tmp_path / "otter-17.jsonl" == results_file("example", "otter-17", tmp_path)


def test_a_pupil_s_play_and_results_are_found_by_code() -> None:
    results, play = leave_results("otter-17"), leave_play("otter-17")
    leave_results("otter-18")

    assert [results, play] == [trace.path for trace in traces("otter-17")]
    assert 3 == len(traces())
    assert ["otter-17", "otter-18"] == sorted({trace.code for trace in traces()})


def test_one_story_s_can_be_asked_for(tmp_path: Path) -> None:
    leave_results("otter-17", "other")
    leave_results("otter-17", "other", tmp_path)
    (tmp_path / "otter-18.jsonl").write_text("[1, 2]\n", "utf-8")
    mine = leave_results("otter-17")

    assert [mine] == [trace.path for trace in traces("otter-17", "example", tmp_path)]
    assert 3 == len(traces(folder=tmp_path))
    assert 2 == len(traces(folder=mine.parent))


def test_results_expire_after_the_last_of_their_sessions() -> None:
    leave_results("otter-17", "example", None, DAY, DAY + timedelta(days=10))

    assert () == expired(traces(), DAY + timedelta(days=100))
    assert ["otter-17"] == [trace.code for trace in expired(traces(), DAY + timedelta(days=101))]


def test_a_file_that_names_no_day_does_not_expire() -> None:
    leave_results("otter-17").write_text("not ours\n", "utf-8")

    assert () == expired(traces(), date(2999, 1, 1))


def test_a_play_expires_as_long_after_it_was_last_played() -> None:
    folder = leave_play("otter-17")
    for path in (*folder.iterdir(), folder):
        os.utime(path, (1_600_000_000, 1_600_000_000))  # 13 September 2020

    assert () == expired(traces(), date(2020, 12, 12))
    assert ["otter-17"] == [trace.code for trace in expired(traces(), date(2020, 12, 13))]


def test_a_play_that_is_gone_by_now_does_not_expire() -> None:
    leave_play("otter-17")
    found = traces()
    erase(found[0])

    assert () == expired(found, date(2999, 1, 1))


def test_what_is_erased_is_gone_and_nothing_else_is() -> None:
    results, play = leave_results("otter-17"), leave_play("otter-17")
    others = leave_results("otter-18"), leave_play("otter-18")
    for trace in traces("otter-17"):
        erase(trace)

    assert not results.exists()
    assert not play.exists()
    assert all(path.exists() for path in others)


def test_a_play_in_another_window_is_not_erased() -> None:
    folder = leave_play("otter-17")
    lock = claim(folder)
    with pytest.raises(FileError, match="being played in another window"):
        erase(traces("otter-17")[0])

    lock.release()
    erase(traces("otter-17")[0])
    assert not folder.exists()
