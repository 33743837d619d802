"""A save: the route, the notebook, and which story they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sidelight.model.values import Value
from sidelight.play.notebook import Answered, Entry, Notebook, Opened, Skipped
from sidelight.play.rules import Beginning
from sidelight.saving.records import Record

FORMAT = 1
"""The save format written, and the only one read."""


@dataclass(frozen=True, slots=True)
class StoryStamp:
    """Which story, and which edition of it, a save belongs to."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list of saves says of one, without its story: the place, the chapter, the words read and the time."""

    place: str
    chapter: str = ""
    words: int = 0
    time: str = ""
    """When it was, by the reader's own clock, as in "2026-11-22T14:05:00"; empty where there was none."""


@dataclass(frozen=True, slots=True)
class Save:
    """What a save holds."""

    stamp: StoryStamp
    beginning: Beginning = field(default_factory=Beginning)
    steps: tuple[str, ...] = ()
    notebook: Notebook = field(default_factory=Notebook)
    mark: Mark | None = None
    play: int = 0
    """Which of the shelf's playthroughs it is; 0 if that is not known."""


def header(stamp: StoryStamp, beginning: Beginning, play: int = 0) -> Record:
    """The first record of a save."""
    return {
        "save": FORMAT,
        "story": stamp.id,
        "version": stamp.version,
        "digest": stamp.digest,
        "play": play,
        "from": {"scene": beginning.scene, "chapter": beginning.chapter, "set": dict(beginning.settings)},
    }


def entry_record(entry: Entry) -> Record:
    """A notebook's entry as a record."""
    match entry:
        case Opened(aside, at, scene):
            return {"opened": aside, "at": at, "scene": scene}
        case Answered(exercise, response, at, attempt, hints, confidence):
            how = {"attempt": attempt, "hints": hints, "confidence": confidence}
            return {"answered": exercise, "response": list(response), "at": at, **how}
        case Skipped(exercise, at):
            return {"skipped": exercise, "at": at}


def mark_record(mark: Mark) -> Record:
    """A mark as a record."""
    return {"at": mark.place, "chapter": mark.chapter, "words": mark.words, "time": mark.time}


def records(save: Save) -> Iterator[Record]:
    """A save as records, without anything that was undone."""
    yield header(save.stamp, save.beginning, save.play)
    for step in save.steps:
        yield {"step": step}
    for entry in save.notebook.entries:
        yield entry_record(entry)
    if save.mark is not None:
        yield mark_record(save.mark)


def read_save(found: tuple[Record, ...]) -> Save | None:
    """The save that records tell; None if they are of none, or of a format not read."""
    if not found or found[0].get("save") != FORMAT:
        return None
    first = found[0]
    steps: list[str] = []
    entries: list[Entry] = []
    mark = None
    for record in found[1:]:
        match record:
            case {"step": str(step)}:
                steps.append(step)
            case {"back": int(length)}:
                del steps[max(0, length) :]
            case {"at": int()} if (entry := _entry(record)) is not None:
                entries.append(entry)
            case {"at": str(place), "chapter": str(chapter), "words": int(words), "time": str(time)}:
                mark = Mark(place, chapter, words, time)
            case _:
                return None
    beginning = _beginning(first.get("from"))
    if beginning is None:
        return None
    stamp = StoryStamp(str(first.get("story")), str(first.get("version")), str(first.get("digest")))
    play = first.get("play")
    number = play if isinstance(play, int) else 0
    return Save(stamp, beginning, tuple(steps), Notebook(tuple(entries)), mark, number)


def _entry(record: Record) -> Entry | None:
    match record:
        case {"opened": str(aside), "at": int(at)}:
            return Opened(aside, at, str(record.get("scene", "")))
        case {"skipped": str(exercise), "at": int(at)}:
            return Skipped(exercise, at)
        case {"answered": str(exercise), "response": str(response), "at": int(at)}:
            return Answered(exercise, (response,), at)  # as saves once had it
        case {"answered": str(exercise), "response": [*response], "at": int(at), **how}:
            numbers = [how.get(name) for name in ("attempt", "hints", "confidence")]
            whole = [number for number in numbers if isinstance(number, int)]
            texts = tuple(each for each in response if isinstance(each, str))
            return Answered(exercise, texts, at, *whole) if len(whole) == len(numbers) else None
        case _:
            return None


def _beginning(record: object) -> Beginning | None:
    match record:
        case {"scene": str() | None as scene, "chapter": str() | None as chapter, "set": dict() as settings}:
            values: list[tuple[str, Value]] = [
                (str(name), value) for name, value in settings.items() if isinstance(value, bool | int | str)
            ]
            return Beginning(scene, chapter, tuple(values))
        case _:
            return None
