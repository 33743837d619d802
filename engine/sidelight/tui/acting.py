"""An app whose reader may have chosen her own keys, for the screens that name them."""

from textual.app import App
from textual.dom import DOMNode

from sidelight.tui.keymap import Keys


class ActingApp(App[int]):
    """Knows which keys do what."""

    def __init__(self, keys: Keys, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.keys = keys
        self.set_keymap(dict(keys.keymap))


def keys_of(node: DOMNode) -> Keys:
    """The keys of the app something is in."""
    app = node.app
    if not isinstance(app, ActingApp):
        raise TypeError(f"{app} has no keys of ours")
    return app.keys
