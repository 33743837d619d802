"""The files records live in: on disk, or in memory where nothing is to be kept."""

import contextlib
import os
from pathlib import Path
from typing import Protocol

from sidelight.errors import FileError


class RecordFile(Protocol):
    """A file that is appended to, and now and then replaced as a whole."""

    @property
    def name(self) -> str:
        """What a person would call it: its path."""
        ...

    def read(self) -> str | None:
        """Its text, with what is not text replaced; None if there is no such file."""
        ...

    def append(self, text: str) -> None:
        """Add to its end."""
        ...

    def replace(self, text: str) -> None:
        """Put a whole text in its place, at once or not at all."""
        ...

    def set_aside(self, reason: str) -> str:
        """Give the file another name, and say which; nothing is lost."""
        ...


class DiskFile:
    """A file in a folder, which is made when it is first needed."""

    def __init__(self, path: Path, variable: str = "XDG_STATE_HOME") -> None:
        self._path = path
        self._variable = variable
        """What somebody sets to have the folder elsewhere."""

    @property
    def name(self) -> str:
        """Its path."""
        return str(self._path)

    def read(self) -> str | None:
        """Its text, with what is not text replaced; None if there is no such file."""
        try:
            return self._path.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._cannot("read", error) from error

    def append(self, text: str) -> None:
        """Add to its end."""
        try:
            with self._path.open("ab") as file:
                file.write(text.encode())
        except OSError as error:
            raise self._cannot("write", error) from error

    def replace(self, text: str) -> None:
        """Put a whole text in its place: written beside it, forced to disk, and renamed."""
        beside = self._path.with_name(f"{self._path.name}.{os.getpid()}.new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise self._cannot("write", error) from error

    def set_aside(self, reason: str) -> str:
        """Give the file another name, and say which."""
        number = 1
        while (aside := self._path.with_name(f"{self._path.stem}-{reason}-{number}{self._path.suffix}")).exists():
            number += 1
        try:
            self._path.rename(aside)
        except OSError as error:
            raise self._cannot("rename", error) from error
        return str(aside)

    def _cannot(self, do: str, error: OSError) -> FileError:
        return FileError(
            f"cannot {do} {self._path}: {error.strerror or error}",
            f"make room or give yourself the right to write there, or set {self._variable} to another folder",
        )


class MemoryFile:
    """A file that is gone with the program."""

    def __init__(self, text: str | None = None) -> None:
        self.text = text
        self.aside: dict[str, str] = {}

    @property
    def name(self) -> str:
        """Where a person would find it: nowhere."""
        return "memory"

    def read(self) -> str | None:
        """Its text; None if nothing has been written."""
        return self.text

    def append(self, text: str) -> None:
        """Add to its end."""
        self.text = (self.text or "") + text

    def replace(self, text: str) -> None:
        """Put a whole text in its place."""
        self.text = text

    def set_aside(self, reason: str) -> str:
        """Give the file another name, and say which."""
        name = f"{reason}-{len(self.aside) + 1}"
        self.aside[name] = self.text or ""
        self.text = None
        return name
