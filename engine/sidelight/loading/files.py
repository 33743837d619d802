"""Finding and reading the files of a story."""

import unicodedata
from pathlib import Path
from typing import NamedTuple

from sidelight.diagnostics import catalogue
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.diagnostics.findings import Findings
from sidelight.loading import limits
from sidelight.text.characters import clean, unsafe_characters
from sidelight.text.spans import Span, StoryFile

TRANSCRIPTS = "transcripts"
_NAMED = 20
"""Forbidden characters that are named one by one, in each file."""


class Files(NamedTuple):
    """The files of a story that could be read; `whole` is false if there are others."""

    files: list[StoryFile]
    whole: bool


def story_paths(root: Path) -> list[Path]:
    """The files of a story: a file itself, or every `*.yaml` under a folder but its transcripts, in order."""
    if not root.is_dir():
        return [root]
    found = (path.relative_to(root) for path in root.rglob("*.yaml") if not path.is_dir())
    return [root / path for path in sorted(found) if path.parts[0] != TRANSCRIPTS]


def read_files(root: Path, findings: Findings) -> Files:
    """The files of a story, named as they stand under its folder, cleaned of what could steer a terminal."""
    paths = story_paths(root)
    if len(paths) > limits.FILES:
        message = f"this story has {len(paths):,} files, and {limits.FILES:,} is the most"
        findings.add(catalogue.LIMIT_EXCEEDED.at(_nowhere(root.name), message))
        return Files([], whole=False)
    found = [
        _read_file(path, path.relative_to(root).as_posix() if root.is_dir() else path.name, findings)
        for path in paths
    ]
    return Files([file for file in found if file is not None], whole=None not in found)


def steering_character(span: Span, character: str) -> Diagnostic:
    """The finding for a character that may not reach a terminal."""
    return catalogue.CONTROL_CHARACTER.at(
        span, f"the character U+{ord(character):04X} could steer the terminal of a reader", help="take it out"
    )


def _nowhere(name: str) -> Span:
    return Span(StoryFile(name, ""), 0, 0)


def _read_file(path: Path, name: str, findings: Findings) -> StoryFile | None:
    try:
        size = path.stat().st_size
        if size > limits.FILE_BYTES:
            message = f"this file has {size:,} bytes, and {limits.FILE_BYTES:,} is the most"
            findings.add(catalogue.LIMIT_EXCEEDED.at(_nowhere(name), message, help="make it of several files"))
            return None
        raw = path.read_bytes()
    except OSError as error:
        message = f"this file cannot be read: {error.strerror or error}"
        findings.add(catalogue.UNREADABLE_FILE.at(_nowhere(name), message))
        return None
    return decode(raw, name, findings)


def decode(raw: bytes, name: str, findings: Findings) -> StoryFile | None:
    """The text of a file, with one way of ending lines and of composing letters; None if it is not UTF-8."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"this file is not UTF-8 text: see line {line}"
        findings.add(catalogue.UNREADABLE_FILE.at(_nowhere(name), message, help="save it again as UTF-8"))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    file = StoryFile(name, text)
    for offset, character in unsafe_characters(text)[:_NAMED]:
        findings.add(steering_character(Span(file, offset, offset + 1), character))
    file.text = clean(text)
    return file
