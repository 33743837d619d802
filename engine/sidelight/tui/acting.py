"""An app whose reader may have chosen her own keys, for the screens that name them."""

from collections.abc import Mapping

from textual import actions
from textual.app import App
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from sidelight.tui.action import Action
from sidelight.tui.actions import find
from sidelight.tui.keymap import Keys


class Covered:
    """A screen with something drawn over it now and then. For a screen to be mixed with."""

    def make_way(self, action: Action) -> bool:
        """Put away what lies over it, unless the action is one for what lies there.

        False if that is all there was to do: what a key has opened, the key puts away.
        """
        raise NotImplementedError


class ActingApp(App[int]):
    """Knows which keys do what."""

    def __init__(self, keys: Keys, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.keys = keys
        self.set_keymap(dict(keys.keymap))

    def action_help_quit(self) -> None:
        """Say how to leave, where a terminal's own key for it does not."""
        shown = {action.id: action.shown_key for action in self.keys.actions}
        first = ""
        if isinstance(self.focused, Input | TextArea):  # there a letter is typed
            out = "across" if hasattr(self.screen, "action_across") else "close"
            first = f"{shown[out]}, then "
        self.notify(f"{first}{shown['leave']} leaves; every step is saved.", markup=False)

    async def run_action(
        self,
        action: str | tuple[str, str, tuple[object, ...]],
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do an action, on a screen that has made way for it. Every key, the foot and the palette come by here."""
        named = actions.parse(action)[1] if isinstance(action, str) else action[1]
        found, screen = find(named), (default_namespace or self).screen
        if found is not None and isinstance(screen, Covered) and not screen.make_way(found):
            return True
        return await super().run_action(action, default_namespace, namespaces)


def keys_of(node: DOMNode) -> Keys:
    """The keys of the app something is in."""
    app = node.app
    if not isinstance(app, ActingApp):
        raise TypeError(f"{app} has no keys of ours")
    return app.keys
