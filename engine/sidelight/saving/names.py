"""The names of saves: one rule for all, wherever a name is typed."""

import unicodedata

LONGEST = 40
"""The letters of a name, signs on letters counted; in UTF-8 at most 160 bytes, which every file system takes."""

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
"""Letters and marks by their category, of which nothing is seen: two names would look alike."""
_VARIATIONS = ("\ufe00", "\ufe0f"), ("\U000e0100", "\U000e01ef")
"""The first and the last of those that only choose between the looks of a sign."""


def is_name(name: str) -> bool:
    """Whether a save can be called so."""
    return (
        0 < len(name) <= LONGEST
        and _begins(name[0])
        and all(sign == "-" or _stands(sign) for sign in name)
        and unicodedata.is_normalized("NFC", name)
    )


def slot_name(typed: str) -> str:
    """The name made of words somebody typed; as they are, if they are one already or none can be made of them."""
    typed = composed(typed.strip())
    if is_name(typed):
        return typed
    words = "".join(sign if _stands(sign) else " " for sign in typed).split()
    name = "-".join(words)
    while name and not _begins(name[0]):
        name = name[1:]
    return name or typed


def composed(name: str) -> str:
    """A name as it is kept; some systems give the name of a file with the accents apart from the letters."""
    return unicodedata.normalize("NFC", name)


def folded(name: str) -> str:
    """What is the same of two names that are one file on a system where capitals make no difference."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def why_other(typed: str) -> str:
    """Why a save is not called just as somebody typed, as a sentence; nothing if it is."""
    if slot_name(typed) == composed(typed.strip()):
        return ""
    return "In the name of a save all but letters and digits becomes a hyphen."


def why_none(slot: str) -> str:
    """Why a save cannot be called something, where that is not `is_name`; in words to go on with."""
    if len(slot) > LONGEST and is_name(slot[:LONGEST]):
        return f'"{slot}" is too long: the name of a save has at most {LONGEST} letters'
    return f'no name can be made of "{slot}": a save is named with letters and digits'


def _begins(sign: str) -> bool:
    return _stands(sign) and unicodedata.category(sign)[0] in "LN"


def _stands(sign: str) -> bool:
    unseen = sign in _UNSEEN or any(first <= sign <= last for first, last in _VARIATIONS)
    return unicodedata.category(sign)[0] in "LNM" and not unseen
