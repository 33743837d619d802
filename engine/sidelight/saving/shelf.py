"""The shelf: what one reader has ever seen of a story. No story reads it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sidelight.saving.files import RecordFile
from sidelight.saving.records import Record, decode, encode


@dataclass(frozen=True, slots=True)
class Shelf:
    """The scenes read, the endings seen, the steps taken and the decisions made, in any playthrough."""

    scenes: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()
    texts: Mapping[str, int] = field(default_factory=dict)
    """The texts read, each with the number of the playthrough it was first read in."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """By decision, the step that was taken the last time."""
    plays: int = 0
    """How many playthroughs have been begun."""
    asked: bool = False
    """Whether any question has been met."""


class ShelfFile:
    """A shelf kept in a file; every sight is a line, written once."""

    def __init__(self, file: RecordFile, shelf: Shelf) -> None:
        self._file = file
        self.shelf = shelf

    @classmethod
    def open(cls, file: RecordFile) -> "ShelfFile":
        """The shelf in a file, mended if its last line was torn; a damaged file is set aside first."""
        text = file.read()
        found = decode(text or "")
        if found.damaged:
            file.set_aside("damaged")
        if text is None or found.torn:
            file.replace("".join(encode(record) for record in found.records))
        return cls(file, _shelf(found.records))

    def see(self, scene: str, *, ending: bool) -> None:
        """Note that a scene has been read."""
        if scene not in self.shelf.scenes:
            self._file.append(encode({"scene": scene}))
        if ending and scene not in self.shelf.endings:
            self._file.append(encode({"ending": scene}))
        endings = self.shelf.endings | {scene} if ending else self.shelf.endings
        self.shelf = replace(self.shelf, scenes=self.shelf.scenes | {scene}, endings=endings)

    def take(self, step: str) -> None:
        """Note that a step has been taken."""
        if step not in self.shelf.taken:
            self._file.append(encode({"taken": step}))
            self.shelf = replace(self.shelf, taken=self.shelf.taken | {step})

    def begin(self) -> int:
        """Note that a playthrough begins, and give it its number."""
        number = self.shelf.plays + 1
        self._file.append(encode({"play": number}))
        self.shelf = replace(self.shelf, plays=number)
        return number

    def read(self, text: str, play: int) -> None:
        """Note that a text has been read in a playthrough."""
        if text not in self.shelf.texts:
            self._file.append(encode({"text": text, "in": play}))
            self.shelf = replace(self.shelf, texts={**self.shelf.texts, text: play})

    def ask(self) -> None:
        """Note that a question has been met."""
        if not self.shelf.asked:
            self._file.append(encode({"asked": True}))
            self.shelf = replace(self.shelf, asked=True)

    def decide(self, decision: str, step: str) -> None:
        """Note which step was taken at a decision."""
        if self.shelf.chosen.get(decision) != step:
            self._file.append(encode({"chosen": step, "of": decision}))
            self.shelf = replace(self.shelf, chosen={**self.shelf.chosen, decision: step})


def _shelf(records: Iterable[Record]) -> Shelf:
    """The shelf that records tell; what is none of its kinds is passed over."""
    scenes: set[str] = set()
    endings: set[str] = set()
    taken: set[str] = set()
    texts: dict[str, int] = {}
    chosen: dict[str, str] = {}
    plays = 0
    asked = False
    for record in records:
        match record:
            case {"scene": str(scene)}:
                scenes.add(scene)
            case {"ending": str(ending)}:
                endings.add(ending)
            case {"taken": str(step)}:
                taken.add(step)
            case {"text": str(text), "in": int(play)}:
                texts.setdefault(text, play)
            case {"chosen": str(step), "of": str(decision)}:
                chosen[decision] = step
            case {"play": int(number)}:
                plays = max(plays, number)
            case {"asked": True}:
                asked = True
            case _:
                pass
    return Shelf(frozenset(scenes), frozenset(endings), frozenset(taken), texts, chosen, plays, asked)
