"""Prose as HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidelight.model.story import Style, StyleMark
from sidelight.presenting.as_html import html, inline_html
from sidelight.text.markdown import read_blocks
from sidelight.text.prose import Break, Emphasis, Inline, Link, Mark, Paragraph, Set, Strong, Words, plain_words

STYLES = {"letter": Style("letter", header="A <letter>", mark=StyleMark.BOX)}
ALLOWED = {"p", "em", "strong", "a", "br", "sup"}
words = st.builds(Words, st.text(st.characters(exclude_categories=["Cc", "Cs"])))
inlines = st.recursive(
    st.lists(words, min_size=1).map(tuple),
    lambda inner: st.lists(
        words
        | st.just(Break())
        | st.builds(Emphasis, inner)
        | st.builds(Strong, inner)
        | st.builds(Link, st.text("ab\"'<>&/").map("https:{}".format), inner)
        | st.builds(Mark, st.just("A1"), inner)
    ).map(tuple),
    max_leaves=6,
)


class Seen(HTMLParser):
    """The words and tags of a text, as a browser takes them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words, self.tags, self.open = "", set[str](), list[str]()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"href"}
        if tag == "br":
            self.words += " "
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data


@settings(deadline=None)
@given(inlines)
def test_words_stay_words_whatever_signs_are_in_them(content: tuple[Inline, ...]) -> None:
    seen = Seen(html((Paragraph(content),), {}))

    assert plain_words(content) == seen.words
    assert seen.tags <= ALLOWED
    assert not seen.open


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*One* and **two**", "<p><em>One</em> and <strong>two</strong></p>"),
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("- one\n- two", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("3. one", '<ol start="3"><li><p>one</p></li></ol>'),
        ("> <b>", "<blockquote><p>&lt;b&gt;</p></blockquote>"),
        ("one\\\ntwo", "<p>one<br>two</p>"),
        ("* * *", "<hr>"),
        ("# One", "<h3>One</h3>"),
        ('[x](https://a.org/?a="&b)', '<p><a href="https://a.org/?a=%22&amp;b">x</a></p>'),
    ],
)
def test_a_block_is_the_element_it_is(source: str, expected: str) -> None:
    assert expected == html(read_blocks(source, headings=True), {}, below=2)


def test_a_style_has_its_header_and_its_mark() -> None:
    expected = '<div class="set box"><p><strong>A &lt;letter&gt;</strong></p><p>Dear</p></div>'

    assert expected == html((Set("letter", (Paragraph((Words("Dear"),)),)),), STYLES)


def test_the_mark_of_a_note_is_its_number_where_it_has_one() -> None:
    assert "crash<sup>2</sup>" == inline_html((Mark("A1", (Words("crash"),), 2),))
    assert "crash" == inline_html((Mark("A1", (Words("crash"),)),))
