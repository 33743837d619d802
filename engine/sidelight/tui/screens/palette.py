"""The palette: every action by its name, or by a word for what it does."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.widgets import Input

from sidelight.tui.acting import keys_of
from sidelight.tui.action import Action

_BY_WORD = 100
"""What a word that begins so is worth beside letters that only come in that order."""
_ONLY_BY_KEY = frozenset({"pick", "take", "up", "down", "close", "command_palette"})
"""What nobody looks up by name, rather than press its key again and again."""


class ActionsProvider(Provider):
    """Offers what can be done now: our actions, and none of Textual's own, some of which write files."""

    async def discover(self) -> Hits:
        """All of it, by name, while nothing is typed."""
        for action, do in sorted(self._offered(), key=lambda offered: offered[0].label):
            yield DiscoveryHit(_title(action), do, help=action.help)

    async def search(self, query: str) -> Hits:
        """What is found for what was typed: by name first, then by other words, then by its help."""
        matcher = self.matcher(query)
        for action, do in self._offered():
            title = _title(action)
            score = max(matcher.match(title), worth(query, title, action.also, action.help))
            if score > 0:
                yield Hit(score, matcher.highlight(title), do, help=action.help)

    def _offered(self) -> Iterator[tuple[Action, Callable[[], object]]]:
        screen = self.screen
        for action in keys_of(screen).actions:
            if action.id not in _ONLY_BY_KEY and (action.of_app or screen.check_action(action.id, ())):
                yield action, partial(screen.run_action, action.command)


def _title(action: Action) -> str:
    return action.label[:1].upper() + action.label[1:]


class Palette(CommandPalette):
    """Textual's own, with our actions alone and a cursor that keeps still."""

    def __init__(self) -> None:
        super().__init__((ActionsProvider,), placeholder="Find an action…")

    def on_mount(self) -> None:
        """Still the cursor."""
        self.query_one(Input).cursor_blink = False


def worth(query: str, *told: str) -> int:
    """How well what was typed is found in some texts, of which each is worth more than the next; 0 if in none."""
    typed = query.casefold().split()
    for place, text in enumerate(told):
        words = [word.strip(".,;:`()’") for word in text.casefold().split()]
        if typed and all(any(word.startswith(each) for word in words) for each in typed):
            return _BY_WORD * (len(told) - place)
    return 0
