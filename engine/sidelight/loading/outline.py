"""Everything the files of a story declare, gathered by section before any of it is read closely.

Knowing every id first lets each later mistake be named at once, with the nearest name that does exist.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Kind, Note
from sidelight.diagnostics.findings import Findings
from sidelight.diagnostics.nearest import did_you_mean
from sidelight.loading.fields import Fields, open_fields
from sidelight.loading.scalars import Named, Reading, as_id
from sidelight.loading.yaml_nodes import Mapping, Node, Scalar, read_nodes
from sidelight.text.spans import Span, StoryFile

SECTIONS = (
    "variables",
    "chapters",
    "styles",
    "passages",
    "scenes",
    "grades",
    "asides",
    "sources",
    "exercises",
)
_ONE_SPACE = {"sources": "asides"}
"""Asides and sources share their ids, so that either can be evidence."""


class Entry(NamedTuple):
    """Something declared: its id, the place of the id, and what is said of it."""

    id: str
    span: Span
    node: Node
    reading: Reading
    chapter: Named | None
    """The chapter its file belongs to, where the file says so."""


@dataclass
class Outline:
    """The declarations of all files, by section and id. `whole` is false if some file could not be read."""

    findings: Findings
    header: Fields | None = None
    sections: dict[str, dict[str, Entry]] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    whole: bool = True

    def of(self, section: str) -> Iterator[Entry]:
        """The entries of a section, by file and place."""
        return iter(self.sections[section].values())

    def names(self, section: str) -> dict[str, Entry]:
        """The entries of a section by id."""
        return self.sections[section]

    def check_named(self, section: str, kind: Kind, named: Named, label: str = "") -> bool:
        """Whether something is declared; reports it if it is not."""
        if named.name in self.sections[section]:
            return True
        if self.whole:
            word = section.removesuffix("s")
            self.findings.add(
                kind.at(
                    named.span,
                    f'there is no {word} called "{named.name}"',
                    label=label,
                    help=did_you_mean(named.name, self.sections[section]) or f"write the {word}, or mend the name",
                )
            )
        return False


TOP_KEYS = ("story", "chapter", *SECTIONS)
HEADER_KEYS = (
    "format",
    "id",
    "ifid",
    "title",
    "author",
    "language",
    "version",
    "licence",
    "start",
    "chapters",
    "about",
    "content-notes",
)


def outline(files: list[StoryFile], findings: Findings, *, whole: bool = True) -> Outline:
    """Read every file into nodes and gather what it declares. `whole` says whether these are all its files."""
    found = Outline(findings, whole=whole)
    folded: dict[tuple[str, str], Entry] = {}
    for file in files:
        nodes = read_nodes(file, findings)
        found.whole &= nodes.whole
        if nodes.root is not None:
            found.whole &= _gather_file(found, folded, nodes.root, Reading(file, findings, nodes.holes))
    return found


def _gather_file(found: Outline, folded: dict[tuple[str, str], Entry], root: Node, reading: Reading) -> bool:
    """Gather what a file declares. False if some of it stands where nobody looks, such as under a wrong key."""
    top = open_fields(root, reading, "a story file", TOP_KEYS)
    if top is None:
        return False
    _gather_header(found, top)
    chapter = top.id("chapter")
    for section in SECTIONS:
        for key, node in top.entries(section):
            _gather(found, folded, section, Entry(key.value, reading.span(key), node, reading, chapter), key)
    return top.complete and all(isinstance(top.get(key), Mapping | None) for key in ("story", *SECTIONS))


def _gather_header(found: Outline, top: Fields) -> None:
    node = top.get("story")
    if node is None:
        return
    if found.header is not None:
        top.reading.findings.add(
            catalogue.REPEATED_ID.at(
                top.reading.span(node),
                "a story has one `story:` section, and this is the second",
                Note("the first is here", found.header.span),
                help="keep one of the two",
            )
        )
        return
    if isinstance(node, Mapping):
        found.header = Fields(node, top.reading, "the story", HEADER_KEYS)
    else:
        top.reading.wrong_type(node, "a table of keys", "`story`")


def _gather(found: Outline, folded: dict[tuple[str, str], Entry], section: str, entry: Entry, key: Scalar) -> None:
    if section != "variables" and as_id(key, entry.reading, f"each of `{section}`") is None:
        return
    space = (_ONE_SPACE.get(section, section), entry.id.lower())
    first = folded.setdefault(space, entry)
    if first is not entry:
        entry.reading.findings.add(
            catalogue.REPEATED_ID.at(
                entry.span,
                f'"{entry.id}" is already the id of something else',
                Note("the first is here, and is the one that is read", first.span),
                help="rename one of the two; capitals make no difference"
                + (", and asides and sources share their ids" if space[0] == "asides" else ""),
            )
        )
        return
    found.sections[section][entry.id] = entry
