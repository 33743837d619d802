"""A report in each of its media."""

import csv
import errno
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from builders import story_of
from sidelight.errors import FileError
from sidelight.teaching.report.as_html import html
from sidelight.teaching.report.as_markdown import markdown
from sidelight.teaching.report.as_spreadsheets import Spreadsheets, safe
from sidelight.teaching.report.as_text import text
from sidelight.teaching.report.class_page import class_page
from sidelight.teaching.report.details import details
from sidelight.teaching.report.gathering import Gathering
from sidelight.teaching.report.learning import sum_up
from sidelight.teaching.report.sheet import Bar, Bars, Block, Heading, Quoted, Share, Table, Words
from sidelight.teaching.report.tally import Tally
from sidelight.teaching.report.wording import Wording
from sidelight.text.characters import width
from small_class import CLASS, STORY, small_story, write_class

VOID = ("meta", "rect")
words = st.text(max_size=60)
blocks = st.lists(
    st.builds(Heading, st.integers(1, 3), words)
    | st.builds(Words, words)
    | st.builds(Quoted, words)
    | st.builds(
        Bars, words, st.integers(0, 50), st.lists(st.builds(Bar, words, st.integers(0, 90), words)).map(tuple)
    )
    | st.builds(
        Table,
        words,
        st.just(("a", "b", "c")),
        st.lists(st.tuples(words, st.integers(), words), min_size=1).map(tuple),
    )
)


class Reader(HTMLParser):
    """Holds a page to being well formed, and notes what it would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert [] == reader.open
    return reader


def report(folder: Path, story: str = STORY) -> tuple[Block, ...]:
    tally = Tally(Wording(story_of(story)))
    for learner in Gathering(write_class(folder), "example", "2026-11-23").learners():
        tally.add(sum_up(learner))
    return (*class_page(tally), *details(tally))


def test_the_page_of_html_fetches_nothing_runs_nothing_and_says_it_all(tmp_path: Path) -> None:
    made = report(tmp_path)
    page = html(made, "A class")
    reader = read(page)

    assert {"href", "src", "style", "onclick"}.isdisjoint(reader.attributes)
    assert {"script", "link", "img", "iframe", "object"}.isdisjoint(reader.tags)
    assert "http" not in page
    assert "url(" not in page
    for block in made:
        if isinstance(block, Heading | Words | Quoted):
            assert block.text in reader.said


def test_what_an_author_wrote_can_do_nothing_in_html(tmp_path: Path) -> None:
    story = STORY.replace("What is done next?", "<script>alert(1)</script> & co").replace(
        "text: Wait,", 'text: "<img src=x onerror=alert(1)>",'
    )

    reader = read(html(report(tmp_path, story), "<b>A class</b>"))

    assert {"script", "img", "b"}.isdisjoint(reader.tags)
    assert "<script>alert(1)</script> & co" in reader.said


@given(blocks)
def test_any_report_is_well_formed_html(made: list[Block]) -> None:
    read(html((Heading(1, "First"), *made), "A class"))


@given(blocks, st.integers(0, 120))
def test_any_report_keeps_to_its_width_and_steers_no_terminal(made: list[Block], columns: int) -> None:
    lines = list(text(made, columns, "#"))

    assert not [each for each in "".join(lines) if each < " " or "\x7f" <= each < "\xa0"]
    assert not [line for line in lines if width(line) > max(columns, 40)]


def test_markdown_reads_back_with_its_headings_and_tables(tmp_path: Path) -> None:
    made = report(tmp_path)

    tokens = MarkdownIt("commonmark").enable("table").parse(markdown(made))

    headings = [block for block in made if isinstance(block, Heading)]
    tables = [block for block in made if isinstance(block, Bars | Table)]
    assert len(headings) == sum(token.type == "heading_open" for token in tokens)
    assert len(tables) == sum(token.type == "table_open" for token in tokens)


def sheets(folder: Path, *, excel: bool = False, with_text: bool = False) -> Path:
    story = small_story()
    tally = Tally(Wording(story))
    made = folder / "sheets"
    with Spreadsheets(made, story, excel=excel, with_text=with_text) as spreadsheets:
        for learner in Gathering(write_class(folder / "class"), "example", "2026-11-23").learners():
            done = sum_up(learner)
            tally.add(done)
            spreadsheets.add(learner, done)
        spreadsheets.finish(tally)
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_spreadsheets_hold_every_session_and_all_that_was_done(tmp_path: Path) -> None:
    made = sheets(tmp_path)

    sessions = rows(made / "sessions.csv")
    responses = rows(made / "responses.csv")

    assert set(CLASS) == {row["pupil"] for row in sessions}
    assert sum(map(len, CLASS.values())) == len(responses)
    first = next(row for row in responses if row["what"] == "choice")
    assert ("a", "print", "0", "60", "A1") == (
        *(first["item"], first["response"], first["step"], first["seconds"], first["notes_opened"]),
    )
    assert "0.25" == next(row for row in rows(made / "questions.csv") if row["question"] == "x-stands")["right"]


def test_the_figures_add_up(tmp_path: Path) -> None:
    made = sheets(tmp_path)

    choices = rows(made / "choices.csv")
    for row in choices:
        scene = row["step"].partition("/")[0]
        assert int(row["of"]) == sum(
            int(each["taken"]) for each in choices if each["step"].startswith(f"{scene}/")
        )
    assert len(CLASS) == sum(int(row["sessions"]) for row in rows(made / "endings.csv"))
    answers = [row for row in rows(made / "answers.csv") if row["question"] == "x-next"]
    assert {row["of"] for row in answers} == {str(sum(int(row["learners"]) for row in answers))}


def test_what_was_typed_is_written_out_only_if_asked_for(tmp_path: Path) -> None:
    kept = [path.read_text("utf-8") for path in sheets(tmp_path / "a").iterdir()]
    told = [path.read_text("utf-8") for path in sheets(tmp_path / "b", with_text=True).iterdir()]

    assert not any("HYPERLINK" in each for each in kept)
    assert any(",'=HYPERLINK(secret)," in each for each in told)


def test_no_cell_can_be_taken_for_a_formula(tmp_path: Path) -> None:
    for path in sheets(tmp_path, with_text=True).iterdir():
        for row in rows(path):
            assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert "'=Cornered" in {row["ending"] for row in rows(tmp_path / "sheets" / "endings.csv")}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_is_made_a_text(start: str) -> None:
    assert f"'{start}1" == safe(f"{start}1")


def test_for_excel_a_sheet_begins_as_excel_wants_it(tmp_path: Path) -> None:
    assert (sheets(tmp_path, excel=True) / "sessions.csv").read_bytes().startswith(b"\xef\xbb\xbfsession,pupil,")


def test_spreadsheets_are_never_written_over(tmp_path: Path) -> None:
    sheets(tmp_path)

    with pytest.raises(FileError, match="already"):
        sheets(tmp_path)


class FullDisk:
    """A writer that gets no further than its first row."""

    def __init__(self, _file: object) -> None:
        self.rows = 0

    def writerow(self, _row: object) -> None:
        self.rows += 1
        if self.rows > 1:
            raise OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_is_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "writer", FullDisk)

    with pytest.raises(FileError, match="No space left on device"):
        sheets(tmp_path)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (Share(0, 2), "–"),
        (Share(1, 3), "33%"),
        (Share(199, 200), "99%"),
        (Share(1, 300), "1%"),
        (Share(3, 3), "100%"),
    ],
)
def test_a_share_is_all_or_none_only_where_it_is(share: Share, said: str) -> None:
    assert said == str(share)
