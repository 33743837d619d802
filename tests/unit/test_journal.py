"""The journal and the casebook: what was done and seen, and nothing of what was not."""

from pathlib import Path

import pytest

from builders import begin, sitting_of, story_of, take
from sidelight.model.story import Story
from sidelight.play.rules import Beginning
from sidelight.presenting.casebook import by_chapter, by_grade, by_source, casebook, search, sources
from sidelight.presenting.journal import chapter_map, endings, next_chapter, route, what_is_lost
from sidelight.presenting.sitting import Sitting
from sidelight.saving.shelf import Shelf

STORY = """
variables: {coins: {from: 0, to: 9, start: 3}}
chapters:
  one: {title: The well, begins: a}
  two: {title: Afterwards, begins: c}
scenes:
  a:
    chapter: one
    title: "{coins} coins"
    text: "A [rim](aside:rim), [deep](aside:deep)."
    choices:
      - {say: "Throw one of *{coins}*", id: throw, to: a, do: [coins -= 1]}
      - {say: Look, id: look, to: b}
  b: {chapter: one, title: The bottom, text: Dark., choices: [{say: Climb, id: climb, to: c}]}
  c:
    chapter: two
    title: The road
    text: "A [road](aside:road)."
    choices: [{say: Go home, id: home, to: d}, {say: Stay, id: stay, to: e}]
  d: {chapter: two, title: Home, text: Home., ending: {title: At home}}
  e: {chapter: two, was: [old-e], title: Stay, text: Stay., ending: {title: On the road}}
asides:
  rim: {title: The date, says: The year it was closed., grade: reported, sources: [PARISH]}
  deep: {title: How deep, says: Nobody knows., grade: dramatised, no-source: invented}
  road: {title: The road, claim: Romans built it, says: They did not., grade: imprecise, sources: [PARISH, MAP]}
sources:
  PARISH: {title: The parish book, date: 1911}
  MAP: {title: A map, author: A. Surveyor, url: "https://example.org/map"}
"""


@pytest.fixture
def story() -> Story:
    return story_of(STORY)


def read(story: Story) -> Sitting:
    """Two steps in the first chapter with two asides, one more in the second with the third."""
    sitting = sitting_of(story)
    for id_ in ("rim", "throw", "deep", "look", "climb", "road"):
        if id_ in story.asides:
            sitting.open(id_)
        else:
            sitting.choose(next(line.choice for line in sitting.page.open_offers if line.choice.id == id_))
    return sitting


def test_the_route_says_each_scene_as_it_stood_and_what_was_chosen(story: Story) -> None:
    lines = route(take(begin(story), "throw", "look", "climb"))

    assert [(line.number, line.title, line.chosen, line.chapter) for line in lines] == [
        (1, "3 coins", "Throw one of 3", "The well"),
        (2, "2 coins", "Look", "The well"),
        (3, "The bottom", "Climb", "The well"),
        (4, "The road", "", "Afterwards"),
    ]


def test_a_chapter_read_alone_to_its_end_has_a_name_for_it(story: Story) -> None:
    playthrough = take(begin(story, Beginning(chapter="one")), "look", "climb")

    assert [line.title for line in route(playthrough)] == ["3 coins", "The bottom", "The end of the chapter"]


def test_after_a_chapter_read_alone_comes_the_next_and_after_the_last_none(story: Story) -> None:
    first = take(begin(story, Beginning(chapter="one")), "look")
    last = take(begin(story, Beginning(chapter="two")), "home")

    assert [None, story.chapters["two"]] == [next_chapter(first), next_chapter(take(first, "climb"))]
    assert next_chapter(last) is None
    assert next_chapter(take(begin(story), "look", "climb", "home")) is None


def test_every_place_of_the_route_can_be_returned_to(story: Story) -> None:
    playthrough = take(begin(story), "throw", "look", "climb")
    lines = route(playthrough)

    for line in lines:
        assert route(playthrough.rewind(line.length))[-1].title == line.title


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (("throw",), "Going back to 1, “3 coins”, takes back 1 step: “Throw one of 3”. Notes"),
        (("look", "climb"), "Going back to 1, “3 coins”, takes back 2 steps: “Look” and “Climb”. Notes"),
        (("look", "climb", "home"), "takes back 3 steps: “Look”, “Climb” and “Go home”. Notes"),
        (("throw", "look", "climb", "home"), "takes back 4 steps: “Throw one of 3”, “Look” and 2 more. Notes"),
    ],
)
def test_what_a_return_loses_is_named(story: Story, steps: tuple[str, ...], said: str) -> None:
    assert said in what_is_lost(take(begin(story), *steps), 1)


def test_what_a_return_to_a_later_place_keeps_is_not_named(story: Story) -> None:
    said = what_is_lost(take(begin(story), "throw", "look", "climb"), 2)

    assert said.startswith("Going back to 2, “2 coins”, takes back 2 steps: “Look” and “Climb”.")


def test_the_casebook_holds_what_was_opened_under_the_chapter_it_was_opened_in(story: Story) -> None:
    sitting = read(story)
    sitting.rewind(0)
    cases = casebook(story, sitting.notebook)

    titles = {group.title: [case.note.aside.title for case in group.cases] for group in by_chapter(story, cases)}
    assert titles == {"The well": ["The date", "How deep"], "Afterwards": ["The road"]}
    assert [case.number for case in cases] == [1, 2, 3]


def test_cases_are_grouped_by_grade_in_the_order_of_the_ladder_and_by_source(story: Story) -> None:
    cases = casebook(story, read(story).notebook)

    assert [group.title for group in by_grade(story, cases)] == ["Reported", "Dramatised", "Wrong or imprecise"]
    assert [(group.title, len(group.cases)) for group in by_source(story, cases)] == [
        ("“The parish book”, 1911", 2),
        ("A. Surveyor, “A map”", 1),
        ("No source", 1),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", 3),
        ("  ROMANS ", 1),
        ("parish", 2),
        ("parish romans", 1),
        ("dramatised", 1),
        ("afterwards", 1),
        ("nowhere", 0),
    ],
)
def test_the_casebook_is_searched_by_words(story: Story, words: str, found: int) -> None:
    assert len(search(casebook(story, read(story).notebook), words)) == found


def test_sources_are_those_of_what_was_opened_with_their_address(story: Story) -> None:
    found = sources(story, read(story).notebook)

    assert [(each.citation, each.address, each.asides) for each in found] == [
        ("“The parish book”, 1911", "", ("The date", "The road")),
        ("A. Surveyor, “A map”", "https://example.org/map", ("The road",)),
    ]


def test_an_aside_that_is_gone_from_the_story_is_left_out(story: Story) -> None:
    sitting = sitting_of(story)
    sitting.notebook = sitting.notebook.open("gone", 0, "a").open("rim", 0, "nowhere")

    (case,) = casebook(story, sitting.notebook)
    assert case.chapter is None
    assert by_chapter(story, [case])[0].title == "Example"


def test_endings_seen_are_named_and_the_others_counted(story: Story) -> None:
    assert endings(story, Shelf()).seen == ()
    assert endings(story, Shelf(endings=frozenset({"old-e"}))).seen == ("On the road",)
    assert endings(story, Shelf()).number == 2


def test_the_map_names_nothing_that_was_not_seen(story: Story) -> None:
    playthrough = take(begin(story), "throw")
    first, second = chapter_map(playthrough, Shelf())

    (scene,) = first.scenes
    assert (scene.title, scene.places, scene.here, scene.not_taken) == ("2 coins", (1, 2), True, 1)
    assert (first.unseen, second.unseen) == (1, 3)
    assert (second.title, second.scenes) == ("", ())
    assert "Afterwards" not in repr((first, second))


def test_the_map_remembers_other_plays(story: Story) -> None:
    sitting = read(story)
    first, second = chapter_map(begin(story), sitting.shelf)

    assert [scene.title for scene in second.scenes] == ["The road"]
    assert [(scene.taken, scene.ways) for scene in first.scenes] == [(2, 2), (1, 1)]
    assert second.unseen == 2


def test_a_story_without_chapters_has_one_map() -> None:
    story = story_of("scenes:\n  a: {title: A, text: A., ending: {title: The end}}\n")

    assert [(chapter.title, chapter.unseen) for chapter in chapter_map(begin(story), Shelf())] == [("Example", 0)]


def test_the_opened_aside_remembers_its_scene_through_a_save(story: Story, tmp_path: Path) -> None:
    from sidelight.saving.files import DiskFile  # noqa: PLC0415
    from sidelight.saving.slot import Slot, read_slot  # noqa: PLC0415
    from sidelight.saving.store import stamp  # noqa: PLC0415

    sitting = read(story)
    file = DiskFile(tmp_path / "x.save")
    Slot(file, stamp(story)).keep(sitting.playthrough, sitting.notebook)

    save = read_slot(file).save
    assert save is not None
    assert save.notebook == sitting.notebook
