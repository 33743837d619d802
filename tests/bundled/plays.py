"""Plays of the bundled story by what an editor prefers, wherever she has the choice."""

from collections.abc import Mapping

from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Rules

CAREFUL: Mapping[str, tuple[str, ...]] = {
    "p-desk": ("go-p-dot", "go-p-prison"),
    "p-sawsan": ("road",),
    "p-odds": ("hedged",),
    "p-evening": ("into-column", "onward"),
    "c1-desk": ("go-c1-paper", "go-c1-map"),
    "c1-settle-where": ("malki", "city"),
    "c1-settle-alone": ("unknown", "strike"),
    "c2-open": ("post", "on"),
    "c2-letter": ("into-column",),
    "c2-desk": ("go-c2-one", "go-c2-ruba"),
    "c2-settle-meeting": ("one", "plain"),
    "c2-settle-general": ("strike",),
    "c3-letter": ("into-column",),
    "c3-desk": ("go-c3-roof", "line"),
    "c3-haidar": ("carry", "nobody"),
    "c3-settle-plane": ("disputed", "drop"),
    "c4-letter": ("into-column",),
    "c4-desk": ("go-c4-moscow", "go-c4-denials"),
    "c4-settle-visit": ("wire",),
    "c4-settle-deal": ("rescue", "drop"),
    "c5-letter": ("into-column",),
    "c5-desk": ("go-c5-post", "go-c5-clock"),
    "c5-albums": ("shelf",),
    "c5-settle-family": ("sides", "private"),
    "c6-letter": ("into-column",),
    "c6-haidar": ("remove",),
    "c6-desk": ("go-c6-first", "go-c6-second"),
    "c6-settle-call": ("both", "plain"),
    "c6-dinner": ("correct", "confess"),
    "c7-open": ("into-column", "on"),
    "c7-coast": ("ended",),
    "c7-return": ("both",),
    "c7-moscow": ("granted",),
    "c7-court": ("wanted",),
    "c7-sawsan": ("desk",),
    "c7-column": ("print", "reopen"),
    "c7-verdict": ("unsaid",),
}
"""What an editor does who asks first and owns up to everything; anything left out is the first choice open."""

Preferences = Mapping[str, str]
LONGEST = 200


def play_by(rules: Rules, preferences: Preferences, until: str = "") -> Playthrough:
    """A play to its end, or to a scene: a preferred choice where it is open, else what the careful editor does."""
    playthrough = Playthrough.begin(rules)
    offers_taken: set[str] = set()
    for _ in range(LONGEST):
        scene = playthrough.scene
        open_ = {choice.id: choice for choice in rules.open_choices(playthrough.state)}
        if scene is None or scene.id == until or not open_:
            break
        wished = [*preferences.get(scene.id, "").split(), *CAREFUL.get(scene.id, ()), *open_]
        id_ = next(id_ for id_ in wished if id_ in open_ and id_ not in offers_taken)
        if id_.startswith("go-"):
            offers_taken.add(id_)
        playthrough = playthrough.choose(open_[id_])
    return playthrough
