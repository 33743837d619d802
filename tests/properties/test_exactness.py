"""However the checker decides, it decides the same, and as a naive exploration of every state does.

SIDELIGHT_EXAMPLES=5000 makes it look at so many stories instead of the few that fit in the suite.
"""

import os
from collections import deque
from itertools import islice

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import reference
import strategies
from sidelight.checking.proving import system
from sidelight.checking.proving.items import ItemKind
from sidelight.checking.proving.prove import Proof
from sidelight.checking.proving.search import Effort
from sidelight.checking.proving.verdicts import Item, Outcome
from sidelight.diagnostics import catalogue
from sidelight.model.story import Story
from sidelight.model.values import Value, write_value
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import replay
from sidelight.play.rules import Beginning, Rules
from sidelight.play.state import OUTSIDE, State

EXAMPLES = int(os.environ.get("SIDELIGHT_EXAMPLES", "30"))
QUIETLY = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
WAYS = {
    "diagrams of every state, counted": Effort(),
    "diagrams of every state": Effort(counting=0, forward=40_000),
    "walks and the way back": Effort(forward=3, counting=0, turns=200),
    "the way back alone": Effort(forward=3, counting=0, turns=0),
}
TWO_SIDED = (ItemKind.TEXT, ItemKind.SHOWN, ItemKind.CHOICE)
BY_PLACE = (ItemKind.TEXT, ItemKind.BRANCH, ItemKind.EFFECT)

Name = tuple[str, str, int | str]


def name_of(item: Item) -> Name:
    """How the naive exploration calls an item."""
    if item.kind in BY_PLACE:
        return item.kind.value, "", item.span.begin
    if item.kind is ItemKind.TARGET:
        return item.kind.value, item.name.split(" to ")[0], item.span.begin
    if item.kind is ItemKind.VALUE:
        name, value = item.name.split(" == ")
        return item.kind.value, name, value
    return item.kind.value, item.name, 0


def spelled(key: tuple[str, str, Value]) -> Name:
    kind, name, what = key
    return (kind, name, write_value(what)) if kind == "value" else (kind, name, what)


def expected(item: Item, story: Story, naive: reference.Seen) -> Outcome:
    """What must be known of an item, from all that was seen."""
    can, fails = set(map(spelled, naive.can)), set(map(spelled, naive.fails))
    name = name_of(item)
    if name not in can:
        return Outcome.NEVER
    conditional = item.kind in TWO_SIDED
    if item.kind is ItemKind.CHOICE:
        scene, _, id_ = item.name.partition("/")
        choices = story.choices_at(story.scenes[scene])
        conditional = any(choice.id == id_ and choice.when is not None for choice in choices)
    return Outcome.ALWAYS if conditional and name not in fails else Outcome.WITNESSED


def proved(story: Story, effort: Effort) -> Proof:
    proof = Proof(Rules(story), effort=effort)
    for _ in proof.run():
        pass
    return proof


def play_states(rules: Rules, chapter: str | None) -> dict[State, int]:
    """Every state play can be in, found by playing, with how many steps it is from the start."""
    first = rules.start(Beginning(chapter=chapter))
    found, waiting = {first: 0}, deque([first])
    while waiting:
        state = waiting.popleft()
        for choice in rules.open_choices(state):
            after = rules.take(state, choice, within=chapter)
            if after not in found:
                found[after] = found[state] + 1
                waiting.append(after)
        assume(len(found) < reference.MOST)
    return found


def small(text: str) -> tuple[Story, reference.Seen]:
    story = strategies.read(text)
    assume(story is not None)
    assert story is not None
    try:
        return story, reference.explore(story)
    except reference.TooManyStatesError:
        assume(False)  # noqa: FBT003 - Hypothesis's way to give up an example
        raise


@pytest.mark.parametrize("effort", WAYS.values(), ids=WAYS)
@given(text=strategies.story_texts())
@QUIETLY
def test_every_way_of_deciding_decides_exactly_what_a_naive_exploration_shows(effort: Effort, text: str) -> None:
    story, naive = small(text)

    items = proved(story, effort).items

    assert set(map(spelled, naive.can)) <= {name_of(item) for item in items}
    wrong = [item for item in items if item.outcome is not expected(item, story, naive)]
    assert [(item.kind, item.name, item.outcome, expected(item, story, naive)) for item in wrong] == []


@given(text=strategies.story_texts())
@QUIETLY
def test_states_are_counted_as_playing_finds_them(text: str) -> None:
    story = strategies.read(text)
    assume(story is not None)
    assert story is not None
    rules = Rules(story)

    summary = proved(story, Effort(counting=200_000)).summary

    assert summary.every_state
    assert {start.chapter: start.states for start in summary.starts} == {
        chapter: sum(state.scene != OUTSIDE for state in play_states(rules, chapter))
        for chapter in (None, *story.chapters)
    }


@pytest.mark.parametrize("effort", [WAYS["diagrams of every state"], WAYS["walks and the way back"]])
@given(text=strategies.story_texts())
@QUIETLY
def test_a_witness_can_be_replayed_and_the_shortest_has_no_shorter(effort: Effort, text: str) -> None:
    story, _ = small(text)
    rules = Rules(story)
    items = [item for item in proved(story, effort).items if item.kind in (ItemKind.SCENE, ItemKind.ENDING)]
    depths = {chapter: play_states(rules, chapter) for chapter in (None, *story.chapters)}

    for item in items:
        witness = item.witness
        assert (witness is None) is (item.outcome is Outcome.NEVER)
        if witness is not None:
            replayed = replay(rules, witness.beginning, witness.steps)
            assert replayed.why is None
            assert replayed.playthrough.scene is story.scenes[item.name]
            place = rules.layout.scenes[item.name]
            states = depths[witness.beginning.chapter]
            assert witness.shortest
            assert len(witness.steps) == min(steps for state, steps in states.items() if state.scene == place)


@given(text=strategies.story_texts(), picks=st.lists(st.integers(0, 5), max_size=40))
@QUIETLY
def test_whatever_is_met_in_play_was_said_to_be_possible(text: str, picks: list[int]) -> None:
    story = strategies.read(text)
    assume(story is not None)
    assert story is not None
    rules = Rules(story)
    never = {name_of(item) for item in proved(story, Effort()).items if item.outcome is Outcome.NEVER}
    playthrough = Playthrough.begin(rules)
    for pick in picks:
        scene = playthrough.scene
        assert scene is not None
        assert ("scene", scene.id, 0) not in never
        assert ("ending", scene.id, 0) not in never
        for name, value in rules.values(playthrough.state).items():
            assert ("value", name, write_value(value)) not in never
        choices = rules.open_choices(playthrough.state)
        assert all(("choice", choice.step, 0) not in never for choice in choices)
        if not choices:
            assert scene.ending is not None or ("dead end", scene.id, 0) not in never
            return
        playthrough = playthrough.choose(choices[pick % len(choices)])


@given(text=strategies.story_texts(), picks=st.lists(st.integers(0, 5), max_size=40))
@QUIETLY
def test_every_state_met_in_play_is_inside_what_was_reached(text: str, picks: list[int]) -> None:
    story = strategies.read(text)
    assume(story is not None)
    assert story is not None
    rules = Rules(story)
    proof = proved(story, Effort(counting=200_000))
    for search in proof._searches:
        chapter = search.system.chapter
        state = rules.start(Beginning(chapter=chapter))
        for pick in picks:
            place = search.system.outside if state.scene == OUTSIDE else state.scene
            for forward in (search.explored, search.counted):
                assert forward is not None
                held = forward.frame.state(place, search.system.slots.vector(state))
                assert min(held, default=0) >= 0
                assert forward.frame.has(forward.reached[place], held)
            choices = rules.open_choices(state)
            if not choices:
                break
            state = rules.take(state, choices[pick % len(choices)], within=chapter)


@pytest.mark.parametrize("effort", [WAYS["diagrams of every state"], WAYS["walks and the way back"]])
@given(text=strategies.story_texts())
@QUIETLY
def test_every_counterexample_ends_where_it_says(effort: Effort, text: str) -> None:
    story, _ = small(text)
    rules = Rules(story)

    for found in proved(story, effort).diagnostics:
        if (trace := found.trace) is not None:
            replayed = replay(rules, Beginning(chapter=trace.chapter), trace.route)
            assert replayed.why is None
            at_end = replayed.playthrough
            assert at_end.scene is not None
            assert trace.scene == at_end.scene.id
            if found.kind is catalogue.TRAP:
                assert trace.back_to is not None
                assert at_end.rewind(trace.back_to).state == at_end.state
            else:
                assert () == rules.open_choices(at_end.state)
                assert all(offer.needs for offer in trace.offers)


@pytest.mark.parametrize("effort", [WAYS["diagrams of every state, counted"], WAYS["walks and the way back"]])
@given(text=strategies.story_texts(), steps=st.integers(0, 60))
@QUIETLY
def test_stopped_at_any_time_what_was_decided_is_so(effort: Effort, text: str, steps: int) -> None:
    story, naive = small(text)
    proof = Proof(Rules(story), effort=effort)
    for _ in islice(proof.run(), steps):
        pass

    assert proof.diagnostics is not None
    decided = [item for item in proof.items if item.outcome is not Outcome.UNDECIDED]
    assert [] == [item.name for item in decided if item.outcome is not expected(item, story, naive)]


@given(text=strategies.story_texts())
@QUIETLY
def test_where_choices_are_left_out_what_is_decided_all_the_same_is_so(text: str) -> None:
    story, naive = small(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(system, "MOST_MOVES", 2)
        proof = proved(story, Effort())

    decided = [item for item in proof.items if item.outcome is not Outcome.UNDECIDED]
    assert [] == [item.name for item in decided if item.outcome is not expected(item, story, naive)]
    left_out = any(search.system.partial for search in proof._searches)
    assert not (left_out and proof.summary.every_state)
