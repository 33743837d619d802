"""Play agrees with a naive reading of the rules, on stories that use everything format 1 has.

SIDELIGHT_EXAMPLES=5000 makes it look at so many stories instead of the few that fit in the suite.
"""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reference
import strategies
from sidelight.play.playthrough import Playthrough
from sidelight.play.rules import Beginning, Rules

EXAMPLES = int(os.environ.get("SIDELIGHT_EXAMPLES", "120"))
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@given(strategies.story_texts(), st.lists(st.integers(0, 5), max_size=30))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=SLOW)
def test_play_goes_step_by_step_as_a_naive_reading_of_the_rules(text: str, picks: list[int]) -> None:
    story = strategies.read(text)
    if story is None:
        return
    rules = Rules(story)
    for chapter in (None, *story.chapters):
        naive = reference._Explorer(story, chapter, reference.Seen())
        moment = naive._begin()
        playthrough = Playthrough.begin(rules, Beginning(chapter=chapter))
        for pick in picks:
            expected = list(naive._look(moment))
            choices = rules.open_choices(playthrough.state)
            scene = playthrough.scene
            assert moment.scene == (scene.id if scene else None)
            assert moment.values == rules.values(playthrough.state)
            assert expected == list(choices)
            if not choices:
                break
            choice = choices[pick % len(choices)]
            moment, playthrough = naive._take(moment, choice), playthrough.choose(choice)
