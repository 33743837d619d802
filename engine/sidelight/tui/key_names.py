"""What a reader calls the keys."""

KEY_NAMES = {
    "space": "Space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
    "comma": ",",
}
"""What a reader calls a key, where Textual calls it otherwise."""


def key_name(key: str) -> str:
    """A key as a reader knows it."""
    return KEY_NAMES.get(key) or (key if len(key) == 1 else "+".join(map(str.capitalize, key.split("+"))))
