"""Exercises: questions beside a story. They are data here; nothing of them touches play."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sidelight.text.spans import Span


class ExerciseKind(StrEnum):
    """How an exercise is answered."""

    PICK = "pick"
    PICK_MANY = "pick-many"
    MATCH = "match"
    ORDER = "order"
    SHORT = "short"
    NUMBER = "number"
    RATE = "rate"
    WRITE = "write"


class Phase(StrEnum):
    """When an exercise is met: before a story answers it, to check, or to look back."""

    PREDICT = "predict"
    CHECK = "check"
    REFLECT = "reflect"


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be picked. `sources` or `claim` say where a stated fact comes from."""

    id: str
    text: str
    right: bool = False
    why: str = ""
    sources: tuple[str, ...] = ()
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """A line to be matched, or put in order. `answers` are the targets that are right, one or more."""

    id: str
    text: str
    answers: tuple[str, ...] = ()
    why: str = ""
    ladder: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The right answer of a number (and how far off is still right) or of a short text (its spellings)."""

    number: int | None = None
    tolerance: int = 0
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A question, its answers, what is said to each, and the evidence for it."""

    id: str
    kind: ExerciseKind
    phase: Phase
    prompt: str
    span: Span = field(compare=False, repr=False)
    after: str | None = None
    chapter: str | None = None
    """Where it is met: after a scene, or at the end of a chapter; neither: in review only."""
    file_chapter: str | None = None
    """The chapter its file belongs to, where the file says so."""
    rev: int = 1
    skill: str | None = None
    options: tuple[Option, ...] = ()
    items: tuple[Matched, ...] = ()
    targets: Mapping[str, str] = field(default_factory=dict)
    ladder: str | None = None
    answer: Answer = Answer()
    scale: tuple[str, ...] = ()
    model: str = ""
    checklist: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    attempts: int = 1
    points: int = 0
    partial: bool = False
    shuffle: bool = True
    confidence: bool = False
    feedback: Mapping[str, str] = field(default_factory=dict)
