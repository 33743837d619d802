"""How the reader likes to read, by lines."""

from collections.abc import Iterator

from sidelight.errors import SidelightError
from sidelight.plain.page import error_lines
from sidelight.plain.prose import sentence
from sidelight.saving.settings import SETTINGS, Preferences, value_of


def answer_setting(liked: Preferences, typed: str) -> Iterator[str]:
    """The settings; or one of them set, for now and from now on."""
    name, _, value = typed.replace("=", " ").partition(" ")
    if not name:
        lines = [(each.name, value_of(liked.now, each.name), sentence(each.help)) for each in SETTINGS]
        yield "\n".join(f"{name} is {value}: {help_}" for name, value, help_ in lines)
        yield f"Type o, a name and a value to change one. They are kept in {liked.kept_in}."
        return
    try:
        liked.set(name.lower(), value)
    except SidelightError as error:
        yield from error_lines(error)
    else:
        yield f"{name.lower()} is now {value_of(liked.now, name.lower())}. It is kept in {liked.kept_in}."
