"""The shelf: what one reader has ever seen of a story. No story reads it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sidelight.saving.files import RecordFile
from sidelight.saving.records import decode, encode


@dataclass(frozen=True, slots=True)
class Shelf:
    """The scenes read and the endings seen, in any playthrough."""

    scenes: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()


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
        shelf = Shelf(_named(found.records, "scene"), _named(found.records, "ending"))
        if found.damaged:
            file.set_aside("damaged")
        if text is None or found.torn:
            scenes = [encode({"scene": id_}) for id_ in sorted(shelf.scenes)]
            endings = [encode({"ending": id_}) for id_ in sorted(shelf.endings)]
            file.replace("".join(scenes + endings))
        return cls(file, shelf)

    def see(self, scene: str, *, ending: bool) -> None:
        """Note that a scene has been read."""
        if scene not in self.shelf.scenes:
            self._file.append(encode({"scene": scene}))
        if ending and scene not in self.shelf.endings:
            self._file.append(encode({"ending": scene}))
        endings = self.shelf.endings | {scene} if ending else self.shelf.endings
        self.shelf = Shelf(self.shelf.scenes | {scene}, endings)


def _named(records: Iterable[dict[str, object]], kind: str) -> frozenset[str]:
    return frozenset(value for record in records if isinstance(value := record.get(kind), str))
