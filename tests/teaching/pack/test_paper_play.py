"""A chapter on paper is the chapter: whoever follows its sentences reads what a screen would have shown her."""

from collections.abc import Iterator

import pytest

from builders import story_in, story_of
from conftest import BUNDLED
from sidelight.errors import StoryError
from sidelight.model.story import Story
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules
from sidelight.presenting.length import plain_texts
from sidelight.presenting.page import Page
from sidelight.presenting.present import present
from sidelight.teaching.pack import plays
from sidelight.teaching.pack.paper.book import Book
from sidelight.teaching.pack.paper.write import book_of
from sidelight.teaching.pack.plays import explore
from sidelight.text.prose import plain_words
from teaching.pack.paper_player import Place, arrive, new_hand, open_ways, reasons, take

STORY = story_in(BUNDLED)


def book(story: Story, chapter: str) -> Book:
    return book_of(explore(Rules(story), chapter), {})


def both(story: Story, chapter: str) -> Iterator[tuple[Book, Page, Place]]:
    """Every moment of a chapter that has a strip of its own, on the screen and on paper, step by step."""
    made = book(story, chapter)
    playthrough = Playthrough.begin(Rules(story), Beginning(chapter=chapter))
    waiting = [(playthrough, arrive(made, 1, new_hand(made)))]
    seen = set()
    while waiting:
        playthrough, place = waiting.pop()
        page = present(playthrough)
        yield made, page, place
        key = (playthrough.state, place.hand)
        if key in seen or page.over:
            continue
        seen.add(key)
        ways = open_ways(place)
        assert len(page.open_offers) == len(ways), page.scene
        for line, way in zip(page.open_offers, ways, strict=True):
            waiting.append((playthrough.choose(line.choice), take(made, place, way)))


def check(story: Story, chapter: str) -> set[str]:
    """Hold each moment on paper to the screen; the scenes that were come to."""
    scenes = set()
    for made, page, place in both(story, chapter):
        section, hand = place.section, place.hand
        scenes.add(page.scene)
        assert (page.scene or "close") == section.key
        assert plain_words(page.title) == hand.line(section.title)
        assert plain_words(page.place) == hand.line(section.place)
        assert page.style == section.style
        assert page.content_notes == section.content_notes
        assert " ".join(plain_texts(page.blocks)).split() == hand.words(section.pieces), page.scene
        assert page.closes == place.closes
        assert tuple(plain_words(page.echo).split()) == place.echo
        assert [plain_words(line.say) for line in page.open_offers] == [
            hand.line(way.say) for way in open_ways(place)
        ]
        assert [plain_words(line.reason) for line in page.offers if line.number is None] == reasons(place)
        assert page.over == bool(section.over)
        assert {note.aside.id for note in page.notes} <= {note.aside.id for note in made.notes}
    return scenes


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_every_play_of_a_chapter_of_the_bundled_story_is_the_same_on_paper(chapter: str) -> None:
    scenes = check(STORY, chapter)

    assert scenes - {""} == set(explore(Rules(STORY), chapter).at)


@pytest.mark.parametrize("chapter", STORY.chapters)
def test_a_book_begins_at_section_1_and_has_no_section_that_nothing_turns_to(chapter: str) -> None:
    made = book(STORY, chapter)
    turned = {turn.number for section in made.sections for way in section.ways for turn in way.turns}

    assert list(range(1, len(made.sections) + 1)) == [section.number for section in made.sections]
    assert STORY.chapters[chapter].begins == made.sections[0].key
    assert set(range(2, len(made.sections) + 1)) <= turned


CHAPTER = "chapters: {{c: {{title: C, begins: a, close: Over.{}}}, d: {{title: D, begins: z}}}}\n"


def alone(text: str, settings: str = "") -> Story:
    return story_of(CHAPTER.format(f", with: {{{settings}}}" if settings else "") + text)


SMALL = {
    "once, chose and visited": """
scenes:
  a:
    chapter: c
    title: Hall
    text: ["You are back {1 if visited('a') else 0}.", {when: visits('a') >= 3, text: Dizzy.},
      {when: "chose('a/look') or visited('b')", text: You know it.}]
    choices:
      - {say: Look, id: look, once: true, to: a, echo: You look.}
      - {say: Try, id: try, once: true, when: visited('b'), locked: Not yet., to: a}
      - {say: Go, to: b}
  b: {chapter: c, title: B, text: B., choices: [{say: Back, to: a}, {say: Out, to: z}]}
  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}
""",
    "counts both ways, ends and targets": """
variables:
  n: {from: 0, to: 3, start: 1}
  m: {from: 0, to: 2, start: 0}
  w: {one-of: [red, blue, green], start: red}
scenes:
  a:
    chapter: c
    title: "At {n}"
    text: ["It is {w}.", {when: n + m >= 4, text: Much.}, {when: "n in [0, 2]", text: Even., else: Odd.}]
    choices:
      - {say: More, do: [n += 2], to: a, id: more}
      - {say: Less, do: [n -= 1, m += 1], to: a, id: less}
      - {say: Same, do: [m = n], to: a, id: same}
      - {say: Paint, do: ["w = blue if w == red else green if w == blue else red"], to: a, id: paint}
      - say: Leave
        id: leave
        do: [n -= 1]
        to: [{when: n == 0, to: z}, {when: w == green and m >= 1, to: b}, {to: a}]
  b: {chapter: c, title: B, do: [w = red], text: B., choices: [{say: Back, to: a}]}
  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}
""",
    "two counts of one name": """
variables: {n: {from: 0, to: 2, start: 2, label: Left}, m: {from: 0, to: 2, start: 2, label: Left}}
scenes:
  a:
    chapter: c
    title: A
    text: [{when: n == 0, text: No n.}, {when: m == 0, text: No m.}]
    choices:
      - {say: N, do: [n -= 1], to: a, id: n}
      - {say: M, do: [m -= 1], to: a, id: m}
      - {say: Out, to: z, id: out}
  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}
""",
    "one change after another": """
variables: {n: {from: 0, to: 3, start: 3}, w: {one-of: [red, blue, green], start: red}}
scenes:
  a:
    chapter: c
    title: "At {n}"
    text: ["It is {w}."]
    choices:
      - {say: Down, do: [n -= 3, n += 2], to: a, id: down}
      - {say: Paint, do: [w = green, w = blue], to: a, id: paint}
      - {say: Out, to: z, id: out}
  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}
""",
    "one condition that is asked of a count twice": """
variables: {n: {from: 0, to: 3, start: 0}, p: false}
scenes:
  a:
    chapter: c
    title: A
    text: [{when: "(n >= 1 and n != 3) or p", text: Between.}]
    choices:
      - {say: Up, do: [n += 1], to: a, id: up}
      - {say: P, do: [p = true], to: a, id: p}
      - {say: Out, to: z, id: out}
  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}
""",
    "deep conditions": """
variables: {p: false, q: false, r: true, s: false}
scenes:
  a:
    chapter: c
    title: A
    text:
      - first:
          - {when: (p and q) or (r and not s), text: One.}
          - {when: not (p or s), text: Two.}
          - {text: Three.}
      - {when: p != q, text: Unlike.}
      - {when: "(p or q) and (r or s) and not (p and s)", text: Deep.}
    choices:
      - {say: P, id: p, do: [p = not p], to: a}
      - {say: Q, id: q, do: [q = p or s], to: a}
      - {say: R, id: r, do: [r = false], to: a}
      - {say: S, id: s, do: [s = true, r = true], to: a}
      - {say: Out, id: out, when: p and not q, to: y}
      - {say: Away, id: away, to: z}
  y: {chapter: c, title: Y, text: Y., ending: {title: Y, tone: calm}}
  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}
""",
}


@pytest.mark.parametrize("name", SMALL)
def test_whatever_a_story_remembers_can_be_remembered_with_a_pencil(name: str) -> None:
    story = alone(SMALL[name])

    assert len(check(story, "c")) >= 2


def test_what_never_changes_in_a_chapter_is_not_asked_of_the_reader() -> None:
    story = alone(
        """
variables: {before: {one-of: [good, bad], start: good}, after: false}
scenes:
  a:
    chapter: c
    title: A
    text: [{when: before == bad, text: Bad.}, {when: before == good, text: Good.}]
    choices: [{say: Go, do: [after = true], to: z}]
  z: {chapter: d, title: Z, text: [{when: after, text: After.}], ending: {title: Z, tone: calm}}
""",
        "before: bad",
    )
    made = book(story, "c")

    assert {} == made.strip
    assert check(story, "c") == {"a", ""}


def test_a_chapter_too_wide_for_paper_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plays, "MOST", 10)

    with pytest.raises(StoryError, match="“C” can be played in more ways than fit on paper"):
        book(alone(SMALL["deep conditions"]), "c")


def test_a_book_is_the_same_each_time_it_is_made() -> None:
    one, other = (book(alone(SMALL["deep conditions"]), "c") for _ in range(2))

    assert one.sections == other.sections


def test_counts_weighed_against_each_other_are_refused_by_name() -> None:
    story = alone(
        """
variables: {n: {from: 0, to: 9, start: 0}, m: {from: 0, to: 9, start: 0}}
scenes:
  a:
    chapter: c
    title: A
    text: [{when: n > m, text: More.}]
    choices: [{say: N, do: [n += 1], to: a}, {say: M, do: [m += 1], to: a}, {say: Out, to: z}]
  z: {chapter: d, title: Z, text: Z., ending: {title: Z, tone: calm}}
"""
    )

    with pytest.raises(StoryError, match="cannot weigh these against each other: n, m"):
        book(story, "c")
