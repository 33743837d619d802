"""Every widget is rendered as it always is, but nothing is put together for a terminal that is not there."""

from collections import deque

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.screen import Screen


def render_what_changed(compositor: Compositor, *, screen_stack: list[Screen[object]]) -> None:
    """What Textual does up to where it would cut and join lines to be sent, a fifth of the time of these tests."""
    visible_screen_stack.set(screen_stack)
    changed = compositor._dirty_regions.copy()
    compositor._dirty_regions.clear()
    if changed:
        deque(compositor._get_renders(Region.from_union(changed).intersection(compositor.size.region)), maxlen=0)


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Compositor, "render_update", render_what_changed)
