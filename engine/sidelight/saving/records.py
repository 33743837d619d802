"""Records: lines of JSON, each behind a checksum of its own.

A line is written whole or it is torn; a torn last line is dropped, and damage anywhere else is noticed.
"""

import json
import zlib
from typing import Any, NamedTuple, TypeAlias

Record: TypeAlias = dict[str, Any]


class Records(NamedTuple):
    """The records that could be read, up to the first that could not; `damaged` if that was not just the last."""

    records: tuple[Record, ...]
    damaged: bool
    torn: bool


def encode(record: Record) -> str:
    """One record as a line."""
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return f"{zlib.crc32(text.encode()):08x} {text}\n"


def decode(text: str) -> Records:
    """The records of a file."""
    lines = text.split("\n")
    rest = lines.pop()
    found: list[Record] = []
    for number, line in enumerate(lines):
        record = _decode_line(line)
        if record is None:
            last = number == len(lines) - 1 and not rest
            return Records(tuple(found), not last, torn=True)
        found.append(record)
    return Records(tuple(found), damaged=False, torn=bool(rest))


def _decode_line(line: str) -> Record | None:
    checksum, _, text = line.partition(" ")
    if checksum != f"{zlib.crc32(text.encode()):08x}":
        return None
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None
