"""The keepsake: a page of Markdown that reads back as it was, in a file that takes no other's place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from asked import sitting_after
from builders import sitting_of, story_of
from plain.driving import answers
from sidelight.play.notebook import Answered
from sidelight.presenting.as_markdown import markdown
from sidelight.presenting.sitting import Sitting
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Paragraph, Words

STORY = r"""
styles: {letter: {header: A LETTER}}
chapters: {one: {title: The well, begins: a}, two: {title: Home, begins: b}}
passages:
  filed:
    keep: Your story as filed
    style: letter
    text:
      - |
        # Damascus

        **13 December.** Nothing *at all* is [established](https://example.org), 3 \* 4.

        - one
        - two
scenes:
  a:
    chapter: one
    title: The *yard*
    text: "[Rim](aside:rim)."
    choices: [{say: Go home, id: home, to: b}]
  b: {chapter: two, title: Home, text: Home., ending: {title: At home}}
asides: {rim: {title: Rim, says: A rim., grade: reported, sources: [BOOK]}}
sources: {BOOK: {title: A book, url: "https://example.org/a_b_c"}}
"""


@pytest.fixture
def sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sitting:
    monkeypatch.chdir(tmp_path)
    return sitting_of(story_of(STORY))


def test_the_keepsake_holds_what_is_kept_the_way_and_the_sources(sitting: Sitting, tmp_path: Path) -> None:
    said = answers(sitting, "n 1", "1", "k file")

    path = tmp_path / "example.md"
    assert f"are now in {path}." in said
    assert (
        path.read_text("utf-8")
        == r"""# Example

The end I came to: At home.

## Your story as filed

> **A LETTER**
>
> ### Damascus
>
> **13 December.** Nothing *at all* is [established](<https://example.org>), 3 \* 4.
>
> - one
> - two

## The way I went

### The well

1. The yard: Go home

### Home

2. Home

## The sources of the notes I opened

- “A book” <https://example.org/a_b_c>
"""
    )


def test_what_a_reader_wrote_is_hers_to_keep_under_the_question_as_she_wrote_it_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sitting = sitting_after()
    for words in ("Not yet.", "1. *He* says nothing.\n  # Nor do I.\n\nThat is  all.\x1b[2J"):
        sitting.note(Answered("say", (words,), 0))
    sitting.note(Answered("pick", ("some",), 0))
    path = sitting.take_away()

    assert r"""## What I wrote

> Write his answer.

1\. \*He\* says nothing.\
\# Nor do I.

That is all.""" in path.read_text("utf-8")
    assert "Not yet." not in path.read_text("utf-8")
    assert "\x1b" not in path.read_text("utf-8")
    assert "What do the graves show?" not in path.read_text("utf-8")


def test_nothing_is_overwritten(sitting: Sitting, tmp_path: Path) -> None:
    (tmp_path / "example.md").write_text("mine")
    (tmp_path / "folder").mkdir()
    said = answers(sitting, "k file", "k file", "k file My Night", "K FILE folder")

    assert (tmp_path / "example.md").read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {
        "example.md",
        "example-2.md",
        "example-3.md",
        "My Night.md",
        "folder",
    }
    assert (tmp_path / "folder" / "example.md").exists()
    assert said.count("are now in") == 4


def test_where_it_cannot_be_written_is_a_plain_sentence_and_the_reading_goes_on(sitting: Sitting) -> None:
    said = answers(sitting, "k file /nowhere/at/all.md", "1")

    assert "Cannot write /nowhere/at/all.md: No such file or directory. Name another file or folder." in said
    assert "The end: At home." in said


def test_a_folder_that_is_not_there_is_not_taken_for_a_file(sitting: Sitting, tmp_path: Path) -> None:
    said = answers(sitting, "k file elsewhere/")

    assert "There is no folder elsewhere. Make it first, or name a file or another folder." in said
    assert not (tmp_path / "elsewhere.md").exists()


def test_k_shows_what_is_kept_and_the_end_says_how_to_keep_it(sitting: Sitting) -> None:
    said = answers(sitting, "k", "1")

    shown, ended = said.split("> 1")
    assert "Nothing _at all_ is established (https://example.org)" in shown
    assert "Type k file" in shown
    assert "k file to take your story away" in ended


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=40))
def test_words_come_back_from_markdown_as_they_were(text: str) -> None:
    text = " ".join(text.split())
    written = markdown((Paragraph((Words(text),)),) if text else (), {})

    tokens = MarkdownIt("commonmark").parse(written)
    assert [token.type for token in tokens][:1] == (["paragraph_open"] if text else [])
    back = "".join(child.content for token in tokens for child in token.children or ())
    assert back == text


@pytest.mark.parametrize(
    "source",
    [
        "A *b* **c** `d` e\\\nf",
        "- a\n- b\n\n  c\n\n1. d\n2. e",
        "> a\n>\n> b",
        "a\n\n* * *\n\nb",
        "3\\. a\n\n\\# b",
    ],
)
def test_blocks_come_back_from_markdown_as_they_were(source: str) -> None:
    blocks = read_blocks(source)

    assert read_blocks(markdown(blocks, {})) == blocks
