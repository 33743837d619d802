"""Which files count, and what is said of the others."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidelight.errors import FileError
from sidelight.teaching.events import Chose, Ended, Event, from_line, to_line
from sidelight.teaching.report.as_text import text
from sidelight.teaching.report.class_page import class_page
from sidelight.teaching.report.details import details
from sidelight.teaching.report.gathering import Gathering, files_in
from sidelight.teaching.report.learning import sum_up
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.wording import Wording
from small_class import CLASS, session, small_story, write_class

STEPS = [to_line(Chose("a/print", 0, 5)), to_line(Chose("b/ask", 1, 5)), to_line(Ended("good", 2, 10))]
OTTER = to_line(session("otter-17"))


def gathered(*files: Path, today: str = "2026-11-23") -> tuple[list[tuple[str, int]], list[str]]:
    """Code names with the number of events each, and what is wrong, without the folder."""
    found = Gathering(files_in(files), "example", today)
    learners = [(each.code, sum(len(one.events) for one in each.sessions)) for each in found.learners()]
    return learners, [f"{path.name} {what}" for path, what in found.problems]


def file(folder: Path, *lines: str, name: str = "otter-17.jsonl") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("".join(lines), "utf-8")
    return path


def test_a_folder_gives_the_results_in_it_and_below(tmp_path: Path) -> None:
    write_class(tmp_path / "monday")
    (tmp_path / "notes.txt").write_text("Not results.", "utf-8")

    learners, problems = gathered(tmp_path)

    assert sorted(CLASS) == sorted(code for code, _ in learners)
    assert [] == problems


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="there is no file or folder"):
        files_in([tmp_path / "none.jsonl"])


def test_foreign_files_are_named_and_passed_over(tmp_path: Path) -> None:
    foreign = file(tmp_path, "Dear Sir,\n", name="letter.txt")
    other = file(tmp_path, to_line(session("wren-80", story="another")), *STEPS, name="wren-80.jsonl")

    learners, problems = gathered(foreign, other, file(tmp_path, OTTER, *STEPS))

    assert [("otter-17", 3)] == learners
    assert [
        "letter.txt is no file of results, for no session begins in it; it is passed over",
        "wren-80.jsonl has a session of another story, another; it is passed over",
    ] == problems


def test_a_session_in_two_files_counts_once_from_the_longer(tmp_path: Path) -> None:
    early = file(tmp_path, OTTER, STEPS[0], name="early.jsonl")
    late = file(tmp_path, OTTER, *STEPS, name="late.jsonl")

    for files in ((early, late), (late, early)):
        learners, problems = gathered(*files)

        assert [("otter-17", 3)] == learners
        assert [f"early.jsonl has a session that is also in {late}; it is counted once, from there"] == problems


def test_a_damaged_line_is_named_and_the_rest_counts(tmp_path: Path) -> None:
    learners, problems = gathered(file(tmp_path, OTTER, STEPS[0], "{broken\n", *STEPS[1:]))

    assert [("otter-17", 3)] == learners
    assert ["otter-17.jsonl is damaged in line 3; the rest is counted"] == problems


def test_a_last_line_cut_short_costs_itself_alone(tmp_path: Path) -> None:
    whole = "".join((OTTER, *STEPS))
    last = len(STEPS[2].encode())
    for cut in range(2, last):
        path = tmp_path / "otter-17.jsonl"
        path.write_bytes(whole.encode()[:-cut])

        learners, _ = gathered(path)

        assert [("otter-17", 2)] == learners


def test_what_follows_a_beginning_that_cannot_be_read_is_nobody_s(tmp_path: Path) -> None:
    torn = to_line(session("otter-17", 2))
    for cut in (torn[:1], torn[:9], torn[:40], torn[:-5]):
        learners, problems = gathered(file(tmp_path, OTTER, STEPS[0], f"{cut}\n", *STEPS))

        assert [("otter-17", 1)] == learners
        assert 1 == len(problems)


def test_a_session_of_a_newer_sidelight_is_passed_over_and_said(tmp_path: Path) -> None:
    newer = OTTER.replace('"format":1', '"format":2')

    learners, problems = gathered(file(tmp_path, newer, *STEPS))

    assert ([], 1) == (learners, len(problems))
    assert "a newer Sidelight wrote" in problems[0]


def test_who_goes_under_no_code_name_is_passed_over(tmp_path: Path) -> None:
    learners, problems = gathered(file(tmp_path, OTTER.replace("otter-17", "Mary Smith"), *STEPS))

    assert [] == learners
    assert ["otter-17.jsonl has a session under what is no code name; it is passed over"] == problems


def test_a_file_past_its_day_is_named_and_counts(tmp_path: Path) -> None:
    learners, problems = gathered(file(tmp_path, OTTER, *STEPS), today="2027-02-21")

    assert [("otter-17", 3)] == learners
    assert ["otter-17.jsonl was to be kept until 2027-02-20: erase it when you have read this"] == problems


def test_a_file_is_kept_as_long_as_its_last_session(tmp_path: Path) -> None:
    later = to_line(replace(session("otter-17", 2, "2027-01-10"), expires="2027-04-10"))

    _, problems = gathered(file(tmp_path, OTTER, *STEPS, later), today="2027-02-21")

    assert [] == problems


def test_one_code_name_in_one_folder_is_one_pupil(tmp_path: Path) -> None:
    monday = file(tmp_path, OTTER, *STEPS, name="monday.jsonl")
    friday = file(tmp_path, to_line(session("otter-17", 2, "2026-11-27")), *STEPS, name="friday.jsonl")
    elsewhere = file(tmp_path / "b", to_line(session("otter-17", 3)), *STEPS)

    learners, problems = gathered(friday, monday, elsewhere)

    assert [("otter-17", 6), ("otter-17", 3)] == learners
    assert [] == problems


def test_of_two_plays_the_first_decisions_are_those_of_the_first_day(tmp_path: Path) -> None:
    friday = file(
        tmp_path, to_line(session("otter-17", 2, "2026-11-27")), to_line(Chose("a/hold", 0, 5)), name="a"
    )
    monday = file(tmp_path, OTTER, *STEPS, name="b")

    (learner,) = Gathering([friday, monday], "example", "2026-11-28").learners()

    assert "a/print" == sum_up(learner).decisions["a"].step


@given(st.lists(st.sampled_from([OTTER, *STEPS, "\n", "\r", "{", '"session"', "\x00"]) | st.text(max_size=5)))
@settings(max_examples=60, deadline=None)
def test_whatever_a_file_holds_a_report_is_made_of_it(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes("".join(pieces).encode("utf-8", "surrogatepass"))
    tally = Tally(Wording(small_story()))

    found = Gathering([path], "example", "2026-11-23")
    for learner in found.learners():
        tally.add(sum_up(learner))

    assert not found or list(text((*class_page(tally), *details(tally)), 80, "#"))


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_no_results(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes(content)

    learners, problems = gathered(path)

    assert ([], 1) == (learners, len(problems))


def test_twice_as_many_files_are_twice_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(line: str) -> Event:
        read.append(line)
        return from_line(line)

    monkeypatch.setattr("sidelight.teaching.report.gathering.from_line", counting)

    def work(pupils: int) -> int:
        folder = tmp_path / str(pupils)
        write_class(folder, {f"otter-{number}": CLASS["otter-17"] for number in range(10, 10 + pupils)})
        read.clear()
        for learner in Gathering(files_in([folder]), "example", "2026-11-23").learners():
            sum_up(learner)
        return len(read)

    once = 1 + len(CLASS["otter-17"])
    assert [20 * once, 40 * once] == [work(20), work(40)]
