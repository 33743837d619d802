"""A file for a person, put where she asks for it, and never in the place of another."""

from pathlib import Path

from sidelight.errors import FileError


def write_new(wanted: str, name: str, text: str) -> Path:
    """Write a text to a new file, and say which.

    `wanted` is a file or a folder, or nothing, which is the folder she is in. In a folder it is called
    `name`. If there is such a file already, this one is called name-2, name-3 and so on.
    """
    path = Path(wanted).expanduser() if wanted else Path()
    if wanted.endswith("/") and not path.is_dir():
        raise FileError(f"there is no folder {path}", "make it first, or name a file or another folder")
    if path.is_dir():
        path /= name
    elif not path.suffix:
        path = path.with_suffix(Path(name).suffix)
    number, free = 1, path
    while True:
        try:
            with free.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            number += 1
            free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise FileError(f"cannot write {free}: {why}", "name another file or folder") from error
        else:
            return free.resolve()
