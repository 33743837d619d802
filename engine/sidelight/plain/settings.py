"""How the reader likes to read, by lines."""

from collections.abc import Iterator

from sidelight.errors import SidelightError
from sidelight.plain.page import error_lines
from sidelight.plain.prose import sentence
from sidelight.saving.settings import SETTINGS, Preferences, Setting, value_of

EXAMPLE = "o width 60"
_AT_ONCE = ("width", "questions")
"""The settings a line reader goes by while it reads; the others hold from the next start."""


def answer_setting(liked: Preferences, typed: str) -> Iterator[str]:
    """The settings; or one of them set, for now and from now on."""
    name, _, value = typed.replace("=", " ").lower().partition(" ")
    named = [each for each in SETTINGS if each.name == name]
    if not name or (named and not value.strip()):
        yield "\n".join(_told(each, liked) for each in named or SETTINGS)
        yield f"Type o, a name and a value to change one, such as {EXAMPLE}. They are kept in {liked.kept_in}."
        return
    try:
        liked.set(name, value)
    except SidelightError as error:
        yield from error_lines(error)
    else:
        value = value_of(liked.now, name)
        told = f"{name} is now {value}." if name in _AT_ONCE else f"{name} is {value} from the next start."
        yield f"{told} It is kept in {liked.kept_in}."


def _told(setting: Setting, liked: Preferences) -> str:
    return f"{setting.name} is {value_of(liked.now, setting.name)}: {setting.help}; {sentence(setting.takes)}"
