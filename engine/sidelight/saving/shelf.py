"""The shelf: what one reader has ever seen of a story. No story reads it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sidelight.saving.files import RecordFile
from sidelight.saving.records import decode, encode

_KINDS = ("scene", "ending", "taken")
"""The kinds of record, in the order of the Shelf's fields."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The scenes read, the endings seen and the steps taken, in any playthrough."""

    scenes: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()


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
        shelf = Shelf(*(_named(found.records, kind) for kind in _KINDS))
        if found.damaged:
            file.set_aside("damaged")
        if text is None or found.torn:
            seen = zip(_KINDS, (shelf.scenes, shelf.endings, shelf.taken), strict=True)
            file.replace("".join(encode({kind: id_}) for kind, ids in seen for id_ in sorted(ids)))
        return cls(file, shelf)

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


def _named(records: Iterable[dict[str, object]], kind: str) -> frozenset[str]:
    return frozenset(value for record in records if isinstance(value := record.get(kind), str))
