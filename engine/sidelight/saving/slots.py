"""The saves of a story by name: listed, kept, renamed, deleted, taken out and brought in."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from sidelight.diagnostics.nearest import did_you_mean
from sidelight.errors import FileError
from sidelight.saving.names import LONGEST, composed, folded, is_name, slot_name
from sidelight.saving.new_file import write_new
from sidelight.saving.records import decode, encode
from sidelight.saving.save import Save, read_save, records
from sidelight.saving.slot import write_save
from sidelight.saving.store import Store

SUFFIX = ".save"


@dataclass(frozen=True, slots=True)
class Listed:
    """A slot with the save it holds; None if nothing of it can be read."""

    name: str
    save: Save | None


def listed(store: Store) -> tuple[Listed, ...]:
    """Every save of a story, by name."""
    return tuple(Listed(name, _read(store.file(name).read() or "")) for name in store.slots())


def fetch(store: Store, name: str) -> Save:
    """A save by its name."""
    _must_be_there(store, name)
    save = _read(store.file(name).read() or "")
    if save is None:
        raise FileError(f'the save "{name}" is damaged, and nothing of it can be read', "load another")
    return save


def put(store: Store, name: str, save: Save, *, over: bool = False) -> None:
    """Keep a save under a name; one that is there already stays, unless it is to be replaced."""
    store.file(name)
    if not (over and name in store.slots()):
        must_be_free(store, name)
    with _claimed(store, name):
        write_save(store.file(name), save)


def rename(store: Store, name: str, to: str) -> None:
    """Give a save another name."""
    _must_be_there(store, name)
    store.file(to)
    must_be_free(store, to, but=name if to != name else "")
    with _claimed(store, name):
        store.rename(name, to)


def must_be_free(store: Store, name: str, *, but: str = "") -> None:
    """Refuse a name that a save has, or has in other capitals: some systems would write over that one.

    `but` is a save that may have it in other capitals, since it is the one to be called so.
    """
    taken = [each for each in store.slots() if folded(each) == folded(name) and each != but]
    if taken:
        found = name if name in taken else taken[0]
        why = "" if found == name else ", and on some systems capitals make no other name"
        raise FileError(
            f'there is a save called "{found}" already{why}', "take another name, or delete that one first"
        )


def delete(store: Store, name: str) -> None:
    """Take a save away, for good."""
    _must_be_there(store, name)
    with _claimed(store, name):
        store.delete(name)


def set_by(store: Store, name: str) -> str:
    """Give a save another name because a new play needs its own, and say which."""
    to = free_name(store, f"{name}-earlier")
    store.rename(name, to)
    return to


def export(store: Store, name: str, wanted: str = "") -> Path:
    """Write a save to a new file of its own, and say which."""
    save = fetch(store, name)
    return write_new(wanted, f"{store.story.id}-{name}{SUFFIX}", "".join(encode(each) for each in records(save)))


def bring_in(store: Store, wanted: str, name: str = "") -> str:
    """Keep the save of a file under a name, or under one made from the file's, and say which."""
    path = Path(wanted).expanduser()
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise FileError(f"cannot read {path}: {why}", "give the file of a save that was exported") from error
    save = _read(text)
    if save is None or decode(text).damaged:
        raise FileError(
            f"the file {path} is no save, or it is damaged", "give the file of a save that was exported"
        )
    if save.stamp.id != store.story.id:
        raise FileError(
            f'the file {path} is a save of another story, "{save.stamp.id}"',
            f'this one is "{store.story.id}": import it where that story is read',
        )
    if not name:
        made = slot_name(composed(path.stem).removeprefix(f"{store.story.id}-"))[:LONGEST]
        name = free_name(store, made if is_name(made) else "imported")
    put(store, name, replace(save, play=0))  # its number is that of another shelf
    return name


def free_name(store: Store, name: str) -> str:
    """The name, or the first of name-2, name-3 and so on that is free."""
    taken = {folded(each) for each in store.slots()}
    endings = chain([""], (f"-{number}" for number in count(2)))
    names = (name[: LONGEST - len(ending)].rstrip("-") + ending for ending in endings)
    return next(found for found in names if folded(found) not in taken)


def _read(text: str) -> Save | None:
    return read_save(decode(text).records)


def _must_be_there(store: Store, name: str) -> None:
    names = tuple(store.slots())
    if name not in names:
        raise FileError(f'there is no save called "{name}"', did_you_mean(name, names) or _all(names))


def _all(names: Iterable[str]) -> str:
    every = ", ".join(names)
    return f"the saves are {every}" if every else "there are no saves of this story yet"


@contextmanager
def _claimed(store: Store, name: str) -> Iterator[None]:
    """Claim a slot, so that nothing is changed under another window's feet."""
    lock = store.lock(name)
    if not lock.held:
        raise FileError(f'the save "{name}" is being played in another window', "leave it there first")
    try:
        yield
    finally:
        lock.release()
