"""The palette: every action by its name, or by a word for what it does. What it offers is the app's to say."""

from textual.command import CommandPalette, Hit, Hits
from textual.system_commands import SystemCommandsProvider
from textual.widgets import Input

from sidelight.tui.actions import ACTIONS

_BY_WORD = 100
"""What a word that begins so is worth beside letters that only come in that order."""
_ALSO = {action.label.casefold(): action.also for action in ACTIONS}


class Palette(CommandPalette):
    """Textual's own, with a cursor that keeps still."""

    def __init__(self) -> None:
        super().__init__(placeholder="Find an action…")

    def on_mount(self) -> None:
        """Still the cursor."""
        self.query_one(Input).cursor_blink = False


class ByWords(SystemCommandsProvider):
    """Finds an action by its name first, then by the other words there are for it, then by what its help says."""

    async def search(self, query: str) -> Hits:
        """What is found for what was typed."""
        matcher = self.matcher(query)
        for name, help_, callback, *_ in self.app.get_system_commands(self.screen):
            score = max(matcher.match(name), worth(query, name, _ALSO.get(name.casefold(), ""), help_))
            if score > 0:
                yield Hit(score, matcher.highlight(name), callback, help=help_)


def worth(query: str, *told: str) -> int:
    """How well what was typed is found in some texts, of which each is worth more than the next; 0 if in none."""
    typed = query.casefold().split()
    for place, text in enumerate(told):
        words = [word.strip(".,;:`()’") for word in text.casefold().split()]
        if typed and all(any(word.startswith(each) for word in words) for each in typed):
            return _BY_WORD * (len(told) - place)
    return 0
