"""What may be recorded of a class: one line of JSON for each thing that was done. `engine/results.md` tells it.

There is no name in it, no host, no path and no hour: a code name from a slip of paper, a day, and seconds.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias, get_args

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Session:
    """A playthrough that is recorded. `id` is a random UUID; `day` and `expires` are days, such as 2026-11-22."""

    event: ClassVar[str] = "session"
    id: str
    code: str
    story: str
    version: str
    digest: str
    chapter: str
    """The chapter that is played alone, or nothing."""
    day: str
    expires: str
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Chose:
    """A choice was taken, after so many steps, with these notes of its page opened before.

    `seconds` are those on its page, without those on an exercise; of a pause ten minutes count.
    """

    event: ClassVar[str] = "chose"
    step: str
    """`scene/choice`."""
    at: int
    seconds: int
    opened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WentBack:
    """Steps were taken back, to where so many had been taken."""

    event: ClassVar[str] = "went-back"
    at: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A note was opened."""

    event: ClassVar[str] = "opened"
    aside: str
    scene: str
    at: int


@dataclass(frozen=True, slots=True)
class Answered:
    """An exercise was answered. `score` is from 0 to 1, or None where nothing is right or wrong.

    `attempt` counts from 1, `hints` are those seen before it, `confidence` is from 1 to 4 or 0 where it was not
    asked; `opened` are the notes opened since the exercise was first shown.
    """

    event: ClassVar[str] = "answered"
    exercise: str
    rev: int
    attempt: int
    response: tuple[str, ...]
    score: float | None
    hints: int
    confidence: int
    seconds: int
    opened: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An exercise was passed over."""

    event: ClassVar[str] = "skipped"
    exercise: str
    rev: int


@dataclass(frozen=True, slots=True)
class Voted:
    """A class voted by hands. `counts` are the hands for each choice, by its step; `taken` is what was done."""

    event: ClassVar[str] = "voted"
    counts: tuple[tuple[str, int], ...]
    taken: str
    at: int


@dataclass(frozen=True, slots=True)
class Ended:
    """An ending was reached, or, with no ending, the close of a chapter played alone."""

    event: ClassVar[str] = "ended"
    ending: str
    at: int
    seconds: int
    """Since the session began; of a pause ten minutes count, and of the time between two sittings nothing."""


Event: TypeAlias = Session | Chose | WentBack | Opened | Answered | Skipped | Voted | Ended
"""`Session` comes first, and once more where another playthrough begins in the same file."""

_KINDS: dict[str, type[Event]] = {kind.event: kind for kind in get_args(Event)}

_read = json.JSONDecoder().raw_decode
"""Twice as fast as `loads`, which looks for blanks around what it reads."""


class NotAnEventError(ValueError):
    """A line is not one of ours, or it is damaged."""


def to_line(event: Event) -> str:
    """An event as a line, its end included."""
    return json.dumps({"event": event.event, **asdict(event)}, ensure_ascii=False, separators=(",", ":")) + "\n"


def from_line(line: str) -> Event:
    """The event of a line; NotAnEventError if it holds none."""
    line = line.strip()
    try:
        record, end = _read(line)
        if "\\u" in line:  # half a character, as only an escape can hold it, could never be written again
            json.dumps(record, ensure_ascii=False).encode()
        kind = _KINDS[record["event"]]
        values = [_frozen(record[name]) for name in _FIELDS[kind]]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise NotAnEventError(line[:80]) from error
    if end < len(line) or len(record) > 1 + len(values) or not all(map(_holds, _FIELDS[kind].values(), values)):
        raise NotAnEventError(line[:80])
    return kind(*values)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if value.__class__ is list else value


def _holds(sound: Callable[[Any], bool], value: Any) -> bool:
    return sound(value)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _texts(value: Any) -> bool:
    return isinstance(value, tuple) and all(map(_text, value))


def _score(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1)


def _counts(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(pair, tuple) and [*map(_text, pair[:1]), *map(_count, pair[1:])] == [True, True]
        for pair in value
    )


_SOUND: dict[str, Callable[[Any], bool]] = {
    **dict.fromkeys(("at", "seconds", "rev", "attempt", "hints", "confidence"), _count),
    "format": FORMAT.__eq__,
    "opened": _texts,
    "response": _texts,
    "score": _score,
    "counts": _counts,
}
"""What some fields hold; the others hold a text."""

_FIELDS = MappingProxyType(
    {kind: {field.name: _SOUND.get(field.name, _text) for field in fields(kind)} for kind in _KINDS.values()}
)
"""The fields of each kind, and whether a value may stand in them."""
