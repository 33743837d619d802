"""Play and the checker agree with a naive reading of the rules, on stories that use everything format 1 has.

SIDELIGHT_EXAMPLES=5000 makes it look at so many stories instead of the few that fit in the suite.
"""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reference
import strategies
from sidelight.checking.proving.items import ItemKind
from sidelight.checking.proving.prove import Proof
from sidelight.checking.proving.search import Effort
from sidelight.checking.proving.verdicts import Item, Outcome
from sidelight.model.values import write_value
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import replay
from sidelight.play.rules import Beginning, Rules

EXAMPLES = int(os.environ.get("SIDELIGHT_EXAMPLES", "120"))
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
HEMMED_IN = Effort(forward=15, counting=15, turns=60)
"""Too little for one diagram of everything, so that things are decided one at a time."""
BY_NAME = ("scene", "ending", "aside", "exercise", "dead end", "trap", "choice")
BY_PLACE = ("conditional text", "branch of a text", "branch of a choice", "end of a domain")


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


@pytest.mark.parametrize("effort", [Effort(), HEMMED_IN], ids=["all of it", "piece by piece"])
@given(text=strategies.story_texts())
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=SLOW)
def test_the_checker_decides_as_a_naive_exploration_of_every_state_does(effort: Effort, text: str) -> None:
    story = strategies.read(text)
    if story is None:
        return
    try:
        naive = reference.explore(story)
    except reference.TooManyStatesError:
        return
    rules = Rules(story)
    proof = Proof(rules, effort=effort)
    for _ in proof.run():
        pass

    for item in proof.items:
        expected = _seen(item, naive)
        if effort == Effort():
            assert item.outcome is not Outcome.UNDECIDED
        if expected is not None and item.outcome is not Outcome.UNDECIDED:
            assert expected == (item.outcome is not Outcome.NEVER), (item.kind, item.name)
        if item.outcome is Outcome.WITNESSED and (witness := item.witness) is not None:
            assert replay(rules, witness.beginning, witness.steps).why is None


def _seen(item: Item, naive: reference.Seen) -> bool | None:
    """Whether a naive exploration has met a thing; None for what is named in another way there."""
    kind = item.kind.value
    if kind in BY_NAME:
        return (kind, item.name, 0) in naive.can
    if kind in BY_PLACE:
        return (kind, "", item.span.begin) in naive.can or any(
            key[0] == kind and key[2] == item.span.begin for key in naive.can
        )
    if item.kind is ItemKind.VALUE:
        return any(key[0] == "value" and f"{key[1]} == {write_value(key[2])}" == item.name for key in naive.can)
    return None
