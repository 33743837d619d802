"""What a report calls the things of a story: in the author's own words, with no play behind them."""

from collections.abc import Mapping
from functools import cached_property

from sidelight.model.exercises import Exercise, ExerciseKind, Matched
from sidelight.model.ladders import targets_of
from sidelight.model.story import Story
from sidelight.model.texts import Text, Written, marks, passages
from sidelight.presenting.length import plain_texts
from sidelight.teaching.report.learning import scene_of
from sidelight.text.markdown import read_blocks, read_inlines
from sidelight.text.prose import Inlines, Insert, Words, plain_words

_VARIES = Words("…")
"""Stands for what depends on how the story was played."""


class Wording:
    """The words of one story. What is not in it, for it was recorded with another edition, is called by its id."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._said: dict[str, str] = {}
        self._sides: dict[str, dict[str, str]] = {}
        """The steps of a scene that differ for a reader, by their words."""
        self._side: dict[str, str] = {}
        self._open_to_all: set[str] = set()
        """The steps, by their words, that depend on nothing."""
        self._scene = {was: scene.id for scene in story.scenes.values() for was in scene.was}
        for scene in story.scenes.values():
            sides = self._sides[scene.id] = {}
            for choice in story.choices_at(scene):
                self._said[choice.step] = words = _plain(choice.say)
                side = sides.setdefault(words, choice.step)
                if choice.when is None:
                    self._open_to_all.add(side)
                self._side |= {f"{name}/{choice.id}": side for name in (scene.id, *scene.was)}

    @cached_property
    def scenes(self) -> tuple[str, ...]:
        """The scenes, by the order of their chapters."""
        return tuple(sorted(self.story.scenes, key=lambda id_: self._order(self.story.scenes[id_].chapter)))

    @cached_property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises, by the order of their chapters; last those of none."""
        every = self.story.exercises.values()
        return tuple(sorted(every, key=lambda exercise: self._order(self.chapter_of(exercise))))

    def chapter_of(self, exercise: Exercise) -> str | None:
        """The chapter an exercise belongs to."""
        scene = self.story.scenes.get(exercise.after or "")
        return exercise.chapter or exercise.file_chapter or (None if scene is None else scene.chapter)

    def _order(self, chapter: str | None) -> int:
        chapters = list(self.story.chapters)
        return chapters.index(chapter) if chapter in chapters else len(chapters)

    def scene_now(self, id_: str) -> str:
        """A scene, by the name it has today."""
        return self._scene.get(id_, id_)

    def side(self, step: str) -> str:
        """What a step is counted as: the first of its scene with the same words, by the name it has today."""
        return self._side.get(step, step)

    def sides(self, scene: str) -> tuple[str, ...]:
        """The steps that can ever be taken in a scene, in the order a reader sees them."""
        return tuple(self._sides.get(scene, {}).values())

    def is_decision(self, step: str) -> bool:
        """Whether there was ever another way than this."""
        return len(self._sides.get(scene_of(step), ())) != 1

    def is_open_to_all(self, step: str) -> bool:
        """Whether a choice, as it is counted, depends on nothing that happened before."""
        return step in self._open_to_all

    def has_notes(self, scene: str) -> bool:
        """Whether there can be notes on the page of a scene."""
        found = self.story.scenes.get(scene)
        return found is not None and (bool(found.asides) or self._is_marked(found.text))

    def _is_marked(self, text: Text) -> bool:
        """Whether words of a text, or of a passage in it, lead to a note."""
        inner = (self.story.passages[id_].text for id_ in passages(text))
        return any(marks(text)) or any(map(self._is_marked, inner))

    def say(self, step: str) -> str:
        """The words of a choice."""
        return self._said.get(step, step.partition("/")[2])

    def scene(self, id_: str, within: str = "") -> str:
        """The title of a scene, with that of its chapter unless it is clear."""
        scene = self.story.scenes.get(id_)
        if scene is None:
            return id_
        title = _plain(scene.title)
        chapter = self.chapter(scene.chapter)
        return title if not chapter or scene.chapter == within else f"{chapter}: {title}"

    def chapter(self, id_: str | None) -> str:
        """The title of a chapter; nothing where there is none."""
        chapter = self.story.chapters.get(id_ or "")
        return id_ or "" if chapter is None else chapter.title

    def ending(self, scene: str, chapter: str = "") -> str:
        """The title of an ending, or what the close of a chapter, or of some chapter, is called."""
        if not scene:
            title = self.chapter(chapter)
            return f"the close of {title}" if title else "the close"
        found = self.story.scenes.get(scene)
        return scene if found is None or found.ending is None else found.ending.title

    def targets(self, exercise: Exercise, item: Matched) -> Mapping[str, str]:
        """What an item can be matched with."""
        return targets_of(exercise, item, self.story.grades)

    def given(self, exercise: Exercise, part: str, given: str) -> str:
        """An answer, or a part of one, in words."""
        match exercise.kind:
            case ExerciseKind.PICK | ExerciseKind.PICK_MANY:
                return next((prose(each.text) for each in exercise.options if each.id == given), given)
            case ExerciseKind.MATCH:
                item = next((each for each in exercise.items if each.id == part), None)
                targets = {} if item is None else self.targets(exercise, item)
                return prose(targets[given]) if given in targets else given
            case ExerciseKind.ORDER:
                texts = {item.id: prose(item.text) for item in exercise.items}
                return " → ".join(texts.get(id_, id_) for id_ in given.split(" "))
            case ExerciseKind.RATE:
                named = given.isdecimal() and 0 < int(given[:9]) <= len(exercise.scale)
                return prose(exercise.scale[int(given[:9]) - 1]) if named else given
            case ExerciseKind.NUMBER | ExerciseKind.SHORT | ExerciseKind.WRITE:
                return given


def prose(text: str) -> str:
    """Markdown of a story as plain words on one line."""
    return " ".join(plain_texts(read_blocks(text)))


def _plain(written: Written) -> str:
    return plain_words(_told(read_inlines(written.source.strip())))


def _told(content: Inlines) -> Inlines:
    return tuple(_VARIES if isinstance(inline, Insert) else inline for inline in content)
