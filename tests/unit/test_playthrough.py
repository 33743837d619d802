"""Undo, rewind and replay: a playthrough is a value."""

from builders import begin, story_of, take
from sidelight.play.digest import digest
from sidelight.play.playthrough import Playthrough
from sidelight.play.replay import Misfit, replay
from sidelight.play.rules import Beginning

WELL = """
variables: {coins: {from: 0, to: 3, start: 2}}
scenes:
  a:
    title: The well
    text: "{coins}"
    choices:
      - {say: Throw, id: throw, to: a, do: [coins -= 1], when: coins > 0}
      - {say: Go, id: go, to: b}
  b: {title: Away, text: Away., ending: {title: Away}}
"""


def steps(playthrough: Playthrough) -> list[str]:
    return [step.choice.step for step in playthrough.steps()]


def test_undoing_a_choice_gives_the_playthrough_before_it() -> None:
    before = take(begin(story_of(WELL)), "throw")

    after = take(before, "throw").undo()

    assert before.state == after.state
    assert steps(before) == steps(after)


def test_undoing_at_the_beginning_changes_nothing() -> None:
    start = begin(story_of(WELL))

    assert start.undo() is start


def test_rewinding_goes_back_to_so_many_steps_and_shares_them() -> None:
    played = take(begin(story_of(WELL)), "throw", "throw", "go")

    back = played.rewind(1)

    assert ["a/throw"] == steps(back)
    assert played.steps()[0] is back.last
    assert played.rewind(9).state == played.state
    assert played.rewind(0).state == played.first


def test_a_replay_of_its_own_steps_is_the_same_play() -> None:
    played = take(begin(story_of(WELL)), "throw", "throw", "go")

    again = replay(played.rules, played.beginning, steps(played))

    assert again.why is None
    assert played.state == again.playthrough.state


def test_a_replay_stops_where_a_step_is_no_longer_open() -> None:
    rules = begin(story_of(WELL)).rules

    stopped = replay(rules, Beginning(), ["a/throw", "a/throw", "a/throw", "a/go"])

    assert (Misfit.NOT_OPEN, "a/throw", 2) == (stopped.why, stopped.stopped_at, stopped.lost)
    assert stopped.playthrough.length == 2


def test_a_replay_stops_where_a_step_is_of_another_scene_or_of_none() -> None:
    rules = begin(story_of(WELL)).rules

    assert replay(rules, Beginning(), ["b/go"]).why is Misfit.ANOTHER_SCENE
    assert replay(rules, Beginning(), ["a/fly"]).why is Misfit.NO_SUCH_CHOICE


def test_a_replay_takes_bare_choice_ids_too() -> None:
    rules = begin(story_of(WELL)).rules

    assert replay(rules, Beginning(), ["throw", "go"]).playthrough.ended


def test_a_renamed_scene_is_followed_by_old_steps() -> None:
    renamed = WELL.replace("  b: {title: Away,", "  b: {title: Away, was: [gone],").replace(
        "  a:\n", "  a:\n    was: [well]\n", 1
    )
    rules = begin(story_of(renamed)).rules

    assert replay(rules, Beginning(), ["well/throw", "well/go"]).playthrough.ended


def test_the_digest_changes_with_what_play_depends_on_and_not_with_prose() -> None:
    story = story_of(WELL)

    assert digest(story) == digest(story_of(WELL.replace("The well", "A well").replace("say: Throw", "say: Toss")))
    assert digest(story) != digest(story_of(WELL.replace("coins > 0", "coins > 1")))
    assert digest(story) != digest(story_of(WELL.replace("coins -= 1", "coins -= 2")))
    assert digest(story) != digest(story_of(WELL.replace("to: 3", "to: 4")))
