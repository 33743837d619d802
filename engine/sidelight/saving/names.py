"""The names of saves: one rule for all, wherever a name is typed."""

import re
import unicodedata

LONGEST = 40
_NAME = re.compile(rf"[A-Za-z0-9][A-Za-z0-9-]{{0,{LONGEST - 1}}}\Z")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")

_LETTERS = "the letters a to z and digits"


def is_name(name: str) -> bool:
    """Whether a save can be called so."""
    return _NAME.match(name) is not None


def slot_name(typed: str) -> str:
    """The name made of words somebody typed; as they are, if they are one already or none can be made of them."""
    typed = typed.strip()
    if is_name(typed):
        return typed
    letters = unicodedata.normalize("NFKD", typed)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NOT_IN_A_NAME.sub("-", plain).strip("-") or typed


def why_other(typed: str) -> str:
    """Why a save is not called just as somebody typed, as a sentence; nothing if it is."""
    if slot_name(typed) == typed.strip():
        return ""
    return f"In the name of a save letters lose their accents, and all but {_LETTERS} becomes a hyphen."


def why_none(slot: str) -> str:
    """Why a save cannot be called something, where that is not `is_name`; in words to go on with."""
    if len(slot) > LONGEST and is_name(slot[:LONGEST]):
        return f'"{slot}" is too long: the name of a save has at most {LONGEST} letters'
    return f'no name can be made of "{slot}": a save is named with {_LETTERS}'
