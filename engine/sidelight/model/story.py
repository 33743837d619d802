"""The whole story, immutable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Literal, TypeAlias

from sidelight.model.exercises import Exercise
from sidelight.model.expressions import Condition, Expression
from sidelight.model.texts import Text, Written
from sidelight.model.values import Settings, Variable
from sidelight.text.spans import Span

OFFERED: Literal["offered"] = "offered"
"""Stands among a scene's choices where the offered scenes go."""


@dataclass(frozen=True, slots=True)
class Effect:
    """An assignment. `+=` and `-=` are read as assignments of a sum."""

    variable: str
    expression: Expression
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a choice may lead; without a condition, where it leads if nothing before it holds."""

    condition: Condition | None
    scene: str
    span: Span = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A way on, as written. `scene` is where it stands, so that `scene/id` names a step."""

    id: str
    scene: str
    say: Written
    targets: tuple[Target, ...]
    span: Span = field(compare=False, repr=False)
    when: Condition | None = None
    locked: Written | None = None
    effects: tuple[Effect, ...] = ()
    once: bool = False
    echo: Written | None = None

    @property
    def step(self) -> str:
        """How a route names the taking of this choice."""
        return f"{self.scene}/{self.id}"


@dataclass(frozen=True, slots=True)
class Ending:
    """What makes a scene the last."""

    title: str
    tone: str | None = None


ChoiceSlot: TypeAlias = Choice | Literal["offered"]


@dataclass(frozen=True, slots=True)
class Scene:
    """A place to stop and read."""

    id: str
    title: Written
    text: Text
    span: Span = field(compare=False, repr=False)
    chapter: str | None = None
    place: Written | None = None
    style: str | None = None
    quiet: bool = False
    content_notes: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    choices: tuple[ChoiceSlot, ...] = ()
    offered: Choice | None = None
    """The choice by which this scene offers itself at another."""
    ending: Ending | None = None

    @property
    def own_choices(self) -> tuple[Choice, ...]:
        """The choices written in the scene, without the place of the offered ones."""
        return tuple(slot for slot in self.choices if isinstance(slot, Choice))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a story that can be played alone. `settings` are its `with`."""

    id: str
    title: str
    begins: str
    span: Span = field(compare=False, repr=False)
    settings: Settings = field(default_factory=dict)
    about: str = ""
    close: str = ""


class StyleMark(StrEnum):
    """How a kind of text is set off from the rest."""

    RULE = "rule"
    BOX = "box"
    INDENT = "indent"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of scene or text. `header` opens it and `closes` follows it, in words."""

    id: str
    header: str = ""
    mark: StyleMark = StyleMark.NONE
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A named text used in several places. `keep` is the title under which a reader may keep it."""

    id: str
    text: Text
    span: Span = field(compare=False, repr=False)
    keep: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Grade:
    """How far a claim stands."""

    id: str
    label: str
    means: str
    needs_source: bool


class AsideKind(StrEnum):
    """What an aside is about."""

    FACT = "fact"
    METHOD = "method"
    PERSON = "person"
    PLACE = "place"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Aside:
    """A note beside a scene. `claim` is what the grade judges; without it, what the aside says."""

    id: str
    title: str
    says: str
    grade: str
    span: Span = field(compare=False, repr=False)
    kind: AsideKind = AsideKind.FACT
    claim: str | None = None
    more: str | None = None
    sources: tuple[str, ...] = ()
    no_source: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A work an aside cites."""

    id: str
    title: str
    span: Span = field(compare=False, repr=False)
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    kind: str | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Story:
    """What an author wrote, whole. Scenes are in the order of their files and of their places in them."""

    id: str
    title: str
    start: str
    scenes: Mapping[str, Scene]
    ifid: str | None = None
    author: str | None = None
    language: str = "en"
    version: str = "0"
    licence: str | None = None
    about: str = ""
    content_notes: tuple[str, ...] = ()
    chapters: Mapping[str, Chapter] = field(default_factory=dict)
    variables: Mapping[str, Variable] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    grades: Mapping[str, Grade] = field(default_factory=dict)
    asides: Mapping[str, Aside] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    exercises: Mapping[str, Exercise] = field(default_factory=dict)

    @cached_property
    def offers_at(self) -> Mapping[str, tuple[Choice, ...]]:
        """The choices by which scenes offer themselves, by the scene where they do, in their order."""
        order = {chapter: place for place, chapter in enumerate(self.chapters)}
        found: dict[str, list[Scene]] = {}
        for scene in self.scenes.values():
            if scene.offered is not None:
                found.setdefault(scene.offered.scene, []).append(scene)
        return {
            at: tuple(
                scene.offered
                for scene in sorted(scenes, key=lambda scene: order.get(scene.chapter or "", 0))
                if scene.offered is not None
            )
            for at, scenes in found.items()
        }

    def choices_at(self, scene: Scene) -> tuple[Choice, ...]:
        """Every choice that can ever be offered in a scene, in the order a reader sees them."""
        offered = self.offers_at.get(scene.id, ())
        slots = scene.choices if OFFERED in scene.choices else (OFFERED, *scene.choices)
        choices: list[Choice] = []
        for slot in slots:
            if isinstance(slot, Choice):
                choices.append(slot)
            else:
                choices.extend(offered)
        return tuple(choices)
