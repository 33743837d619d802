"""The journal: the route, the map and the endings, as values every front end shows in its own manner."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sidelight.model.story import Chapter, Story
from sidelight.play.playthrough import Playthrough, Step
from sidelight.play.replay import earlier_ids
from sidelight.play.state import State
from sidelight.presenting.evaluate import Evaluator
from sidelight.presenting.words import number_of
from sidelight.saving.shelf import Shelf
from sidelight.text.prose import plain_words

CHAPTER_END = "The end of the chapter"
"""What the last place on the way is called, where a chapter was read alone to its end."""

_NAMED = 3
"""How many steps are named, at most, before they are taken back."""


@dataclass(frozen=True, slots=True)
class RouteLine:
    """A scene on the way, and what was chosen there; nothing was chosen yet in the last."""

    number: int
    scene: str
    title: str
    chapter: str
    chosen: str = ""

    @property
    def length(self) -> int:
        """How many steps had been taken here: what to rewind to."""
        return self.number - 1


@dataclass(frozen=True, slots=True)
class Endings:
    """The titles of the endings seen in any playthrough, and how many there are."""

    seen: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class MapScene:
    """A scene that has been seen in some playthrough. `places` are its numbers on the present route."""

    scene: str
    title: str
    places: tuple[int, ...]
    here: bool
    ways: int
    taken: int
    """Of the ways on, those taken in some playthrough."""

    @property
    def not_taken(self) -> int:
        """The ways on that were never taken."""
        return self.ways - self.taken


@dataclass(frozen=True, slots=True)
class MapChapter:
    """A chapter on the map. What has not been seen is a number only; its title, too, is kept back until then."""

    number: int
    title: str
    scenes: tuple[MapScene, ...]
    unseen: int


def route(playthrough: Playthrough) -> tuple[RouteLine, ...]:
    """The route so far: every scene stood in, in order, with what was chosen there."""
    return (
        *(
            _route_line(playthrough, step.before, step.number, _chosen(playthrough, step))
            for step in playthrough.steps()
        ),
        _route_line(playthrough, playthrough.state, playthrough.length + 1),
    )


def last_chosen(playthrough: Playthrough) -> str:
    """What was chosen last, as it read then; nothing, where nothing has been."""
    return "" if playthrough.last is None else _chosen(playthrough, playthrough.last)


def _chosen(playthrough: Playthrough, step: Step) -> str:
    return plain_words(Evaluator(playthrough.rules, step.before).inlines(step.choice.say))


def _route_line(playthrough: Playthrough, state: State, number: int, chosen: str = "") -> RouteLine:
    scene = playthrough.rules.scene(state)
    chapters = playthrough.rules.story.chapters
    if scene is None:
        return RouteLine(number, "", CHAPTER_END, chapters[playthrough.beginning.chapter or ""].title)
    title = plain_words(Evaluator(playthrough.rules, state).inlines(scene.title))
    chapter = chapters.get(scene.chapter or "")
    return RouteLine(number, scene.id, title, chapter.title if chapter else "", chosen)


def next_chapter(playthrough: Playthrough) -> Chapter | None:
    """At the end of a chapter read alone, the one after it; none elsewhere, and after the last."""
    alone, scene = playthrough.beginning.chapter, playthrough.scene
    if alone is None or (scene is not None and scene.ending is None):
        return None
    chapters = playthrough.rules.story.chapters
    following = list(chapters)[list(chapters).index(alone) + 1 :]
    return chapters[following[0]] if following else None


def what_is_lost(playthrough: Playthrough, number: int) -> str:
    """What going back to a place on the route takes back, said before it is done."""
    lines = route(playthrough)
    back = lines[number - 1]
    chosen = [f"“{line.chosen}”" for line in lines[number - 1 : -1]]
    steps = number_of(len(chosen), "step")
    return (
        f"Going back to {number}, “{back.title}”, takes back {steps}: {_listed(chosen)}. "
        "Notes you have opened and endings you have seen stay."
    )


def _listed(things: Sequence[str]) -> str:
    """Up to three things, each named; of more the first ones, and how many others there are."""
    first = _NAMED - 1
    *others, last = things if len(things) <= _NAMED else [*things[:first], f"{len(things) - first} more"]
    return f"{', '.join(others)} and {last}" if others else last


def endings(story: Story, shelf: Shelf) -> Endings:
    """The endings seen, in the story's order, out of how many."""
    seen = set(_present_ids(story, shelf.endings))
    every = [(scene.id, scene.ending.title) for scene in story.scenes.values() if scene.ending is not None]
    return Endings(tuple(title for id_, title in every if id_ in seen), len(every))


def chapter_map(playthrough: Playthrough, shelf: Shelf) -> tuple[MapChapter, ...]:
    """The scenes seen in any playthrough, chapter by chapter, with the ways on that were never taken."""
    story = playthrough.rules.story
    titles = dict(_titles_on_route(playthrough))
    places: dict[str, list[int]] = {}
    for line in route(playthrough):
        places.setdefault(line.scene, []).append(line.number)
    seen = {*_present_ids(story, shelf.scenes), *titles}
    taken = {*shelf.taken, *(step.choice.step for step in playthrough.steps())}
    here = "" if playthrough.scene is None else playthrough.scene.id
    evaluator = Evaluator(playthrough.rules, playthrough.state)
    scenes: dict[str, list[MapScene]] = {}
    unseen: dict[str, int] = {}
    for scene in story.scenes.values():
        chapter = scene.chapter or ""
        if scene.id not in seen:
            unseen[chapter] = unseen.get(chapter, 0) + 1
            continue
        ways = [choice.step for choice in story.choices_at(scene)]
        title = titles.get(scene.id) or plain_words(evaluator.inlines(scene.title))
        scenes.setdefault(chapter, []).append(
            MapScene(
                scene.id,
                title,
                tuple(places.get(scene.id, ())),
                scene.id == here,
                len(ways),
                sum(way in taken for way in ways),
            )
        )
    return tuple(
        MapChapter(number, title if id_ in scenes else "", tuple(scenes.get(id_, ())), unseen.get(id_, 0))
        for number, (id_, title) in enumerate(_chapters(story), 1)
    )


def _titles_on_route(playthrough: Playthrough) -> Iterator[tuple[str, str]]:
    return ((line.scene, line.title) for line in route(playthrough) if line.scene)


def _chapters(story: Story) -> list[tuple[str, str]]:
    """The ids and titles of the chapters; the story as the only one, where there are none."""
    return [(chapter.id, chapter.title) for chapter in story.chapters.values()] or [("", story.title)]


def _present_ids(story: Story, scenes: Iterable[str]) -> Iterator[str]:
    """The ids that scenes have now, whatever they were called when they were seen."""
    now = earlier_ids(story)
    return (now.get(scene, scene) for scene in scenes)
