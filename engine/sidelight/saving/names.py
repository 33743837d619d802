"""The names of saves: one rule for all, wherever a name is typed."""

import re
import unicodedata

LONGEST = 40
_NAME = re.compile(rf"[A-Za-z0-9][A-Za-z0-9-]{{0,{LONGEST - 1}}}\Z")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")

_RULE = "all but plain letters and digits becomes a hyphen"
HOW_TO_NAME = f"use 1 to {LONGEST} letters; {_RULE}"
"""What to do where no name can be made of what was typed."""


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
    return "" if slot_name(typed) == typed.strip() else f"In the name of a save {_RULE}."
