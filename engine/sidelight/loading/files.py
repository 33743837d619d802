"""Finding and reading the files of a story."""

import unicodedata
from pathlib import Path

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.findings import Findings
from sidelight.loading import limits
from sidelight.text.characters import clean, unsafe_characters
from sidelight.text.spans import Span, StoryFile

TRANSCRIPTS = "transcripts"
_NAMED = 20
"""Forbidden characters that are named one by one, in each file."""


def story_paths(root: Path) -> list[Path]:
    """The files of a story: a file itself, or every `*.yaml` under a folder but its transcripts, in order."""
    if not root.is_dir():
        return [root]
    found = (path.relative_to(root) for path in root.rglob("*.yaml"))
    return [root / path for path in sorted(found) if path.parts[0] != TRANSCRIPTS]


def read_files(root: Path, findings: Findings) -> list[StoryFile]:
    """The files of a story, named as they stand under its folder, cleaned of what could steer a terminal."""
    paths = story_paths(root)
    if len(paths) > limits.FILES:
        message = f"this story has {len(paths):,} files, and {limits.FILES:,} is the most"
        findings.add(catalogue.LIMIT_EXCEEDED.at(Span(StoryFile(root.name, ""), 0, 0), message))
        return []
    found = [
        _read_file(path, path.relative_to(root).as_posix() if root.is_dir() else path.name, findings)
        for path in paths
    ]
    return [file for file in found if file is not None]


def _read_file(path: Path, name: str, findings: Findings) -> StoryFile | None:
    nowhere = Span(StoryFile(name, ""), 0, 0)
    try:
        size = path.stat().st_size
        if size > limits.FILE_BYTES:
            message = f"this file has {size:,} bytes, and {limits.FILE_BYTES:,} is the most"
            findings.add(catalogue.LIMIT_EXCEEDED.at(nowhere, message, help="make it of several files"))
            return None
        raw = path.read_bytes()
    except OSError as error:
        findings.add(catalogue.UNREADABLE_FILE.at(nowhere, f"this file cannot be read: {error.strerror or error}"))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        findings.add(
            catalogue.UNREADABLE_FILE.at(
                nowhere, f"this file is not UTF-8 text: see line {line}", help="save it again as UTF-8"
            )
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    file = StoryFile(name, text)
    for offset, character in unsafe_characters(text)[:_NAMED]:
        findings.add(
            catalogue.CONTROL_CHARACTER.at(
                Span(file, offset, offset + 1),
                f"the character U+{ord(character):04X} could steer the terminal of a reader",
                help="take it out",
            )
        )
    file.text = clean(text)
    return file
