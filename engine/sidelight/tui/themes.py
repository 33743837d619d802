"""The themes of ours. Their contrast is tested: 7 and more for prose, 4.5 and more for everything else."""

from textual.theme import BUILTIN_THEMES, Theme

from sidelight.saving.settings import THEMES as NAMES

DARK = Theme(
    name="desk-dark",
    primary="#e8b44c",
    secondary="#9d988d",
    accent="#e8b44c",
    warning="#e8b44c",
    error="#e8867c",
    success="#9cc48a",
    foreground="#e6e1d6",
    background="#14171a",
    surface="#1b1f23",
    panel="#22272c",
    dark=True,
    variables={
        "text-muted": "#9d988d",
        "border": "#4a4d4e",
        "block-cursor-background": "#e8b44c",
        "block-cursor-foreground": "#14171a",
        "block-cursor-blurred-background": "#2a2e33",
        "block-cursor-text-style": "bold",
        "link-color": "#e8b44c",
        "screen-selection-background": "#3d4a55",
        "screen-selection-foreground": "#e6e1d6",
        "scrollbar": "#6f6c65",
        "scrollbar-hover": "#e8b44c",
        "scrollbar-active": "#e8b44c",
        "scrollbar-background": "#14171a",
        "scrollbar-background-hover": "#14171a",
        "scrollbar-background-active": "#14171a",
    },
)

PAPER = Theme(
    name="desk-paper",
    primary="#1f4e79",
    secondary="#66604f",
    accent="#1f4e79",
    warning="#8a4b00",
    error="#a02c22",
    success="#2f6b2f",
    foreground="#1d1b16",
    background="#f5f1e6",
    surface="#efe9d9",
    panel="#e8e1cf",
    dark=False,
    variables={
        "text-muted": "#66604f",
        "border": "#c4bca8",
        "block-cursor-background": "#1f4e79",
        "block-cursor-foreground": "#f5f1e6",
        "block-cursor-blurred-background": "#e2dccb",
        "block-cursor-text-style": "bold",
        "link-color": "#1f4e79",
        "screen-selection-background": "#c9d9e8",
        "screen-selection-foreground": "#1d1b16",
        "scrollbar": "#8c8470",
        "scrollbar-hover": "#1f4e79",
        "scrollbar-active": "#1f4e79",
        "scrollbar-background": "#f5f1e6",
        "scrollbar-background-hover": "#f5f1e6",
        "scrollbar-background-active": "#f5f1e6",
    },
)

CONTRAST = Theme(
    name="desk-contrast",
    primary="#ffe600",
    secondary="#ffffff",
    accent="#ffe600",
    warning="#ffe600",
    error="#ffb0a8",
    success="#a8ffa8",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    variables={
        "text-muted": "#d0d0d0",
        "border": "#ffffff",
        "block-cursor-background": "#ffe600",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#333333",
        "block-cursor-text-style": "bold",
        "link-color": "#ffe600",
        "screen-selection-background": "#ffffff",
        "screen-selection-foreground": "#000000",
        "scrollbar": "#ffffff",
        "scrollbar-hover": "#ffe600",
        "scrollbar-active": "#ffe600",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
    },
)

_OWN = "ansi_default"
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary=_OWN,
    secondary=_OWN,
    accent=_OWN,
    warning=_OWN,
    error=_OWN,
    success=_OWN,
    foreground=_OWN,
    background=_OWN,
    surface=_OWN,
    panel=_OWN,
    boost=_OWN,
    dark=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        **dict.fromkeys(
            (
                "text-muted",
                "border",
                "link-color",
                "block-cursor-foreground",
                "block-cursor-background",
                "block-cursor-blurred-background",
                "scrollbar",
                "scrollbar-hover",
                "scrollbar-active",
                "scrollbar-background",
                "scrollbar-background-hover",
                "scrollbar-background-active",
                "ansi-background",
                "ansi-foreground",
            ),
            _OWN,
        ),
        "block-cursor-text-style": "bold reverse",
    },
)
"""The two colours the terminal has for text, and no others: nothing is known of how the rest would look in it."""

THEMES = (DARK, PAPER, CONTRAST, TERMINAL)


def theme_called(name: str) -> Theme:
    """The theme of a name as it stands in the settings."""
    return dict(zip(NAMES, THEMES, strict=True))[name]


COLOURLESS = "ansi-dark"
"""Textual's theme of the terminal's own colours. With NO_COLOR it sends none; ours would send greys."""
