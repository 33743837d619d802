"""A counterexample is shown so that an author can follow it with her finger."""

from builders import story_of
from sidelight.checking.proving.prove import Proof
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.diagnostics.render.trace import trace_lines
from sidelight.play.rules import Rules


def trace_of(text: str, code: str) -> list[str]:
    proof = Proof(Rules(story_of(text)), story="keeper")
    for _ in proof.run():
        pass
    (found,) = [each for each in proof.diagnostics if each.kind.code == code]
    assert isinstance(found, Diagnostic)
    assert found.trace is not None
    return list(trace_lines(found.trace))


def test_a_dead_end_is_told_step_by_step_with_what_closes_each_choice() -> None:
    text = """
variables: {matches: {from: 0, to: 2, start: 1}, lamp: true}
scenes:
  a:
    title: A
    text: A.
    choices:
      - {say: Follow the keeper, id: follow, to: cellar, do: [lamp = false]}
      - {say: Stay, id: stay, to: out}
  cellar:
    title: C
    text: C.
    choices:
      - {say: Strike a match, id: strike, to: cellar, when: matches > 0, do: [matches -= 1]}
      - {say: Feel for the door, id: door, to: out, when: lamp}
  out: {title: O, text: O., ending: {title: O}}
"""

    assert [
        "shortest way there: 2 steps",
        "   1  a       “Follow the keeper”  story.yaml:9:9   lamp: true → false",
        "      from here on no ending could be reached",
        "   2  cellar  “Strike a match”     story.yaml:15:9  matches: 1 → 0",
        "in cellar: matches = 0, lamp = false",
        "here, 2 choices and none open:",
        "      “Strike a match”     needs matches > 0  (matches is 0)",
        "      “Feel for the door”  needs lamp         (lamp is false)",
        "replay: sidelight play keeper --route a/follow,cellar/strike",
    ] == trace_of(text, "SL301")


def test_a_trap_is_told_once_round_and_its_length_is_that_of_the_way_to_it() -> None:
    text = """
scenes:
  a: {title: A, text: A., choices: [{say: In, id: in, to: b}, {say: Out, id: out, to: c}]}
  b: {title: B, text: B., choices: [{say: Round, id: round, to: d}]}
  d: {title: D, text: D., choices: [{say: And round, id: round, to: b}]}
  c: {title: C, text: C., ending: {title: C}}
"""

    assert [
        "shortest way there: 1 step, and round from there",
        "   1  a  “In”         story.yaml:4:37",
        "   2  b  “Round”      story.yaml:5:37",
        "   3  d  “And round”  story.yaml:6:37",
        "      back to step 1",
        "here, 1 choice and 1 open:",
        "      “Round”  open",
        "replay: sidelight play keeper --route a/in,b/round,d/round",
    ] == trace_of(text, "SL302")


def test_a_story_that_is_lost_from_the_beginning_says_so() -> None:
    text = """
variables: {coin: false}
scenes:
  a: {title: A, text: A., choices: [{say: On, id: on, to: b}]}
  b: {title: B, text: B., choices: [{say: Pay, id: pay, to: c, when: coin}]}
  c: {title: C, text: C., ending: {title: C}}
"""

    assert "      from the beginning no ending could be reached" == trace_of(text, "SL301")[1]
