"""What exploration says to an author: true, once, and with a reason she can use."""

from builders import story_of
from sidelight.checking.check import check
from sidelight.checking.proving.prove import Proof
from sidelight.checking.proving.verdicts import Outcome
from sidelight.diagnostics.diagnostic import Diagnostic
from sidelight.play.rules import Rules


def findings(text: str) -> tuple[Diagnostic, ...]:
    proof = Proof(Rules(story_of(text)))
    for _ in proof.run():
        pass
    return proof.diagnostics


def messages(text: str, code: str) -> list[str]:
    return [found.message for found in findings(text) if found.kind.code == code]


def test_a_value_held_only_until_the_target_is_decided_is_taken() -> None:
    text = """
variables: {coin: {one-of: [unthrown, heads, tails], start: unthrown}, luck: false}
scenes:
  a:
    title: A
    text: "{luck}"
    choices:
      - {say: Throw, id: throw, do: [coin = heads if luck else tails], to: [{when: coin == heads, to: b}, {to: c}]}
      - {say: Wish, id: wish, do: [luck = true], to: a}
  b: {title: B, text: B., do: [coin = unthrown], ending: {title: B}}
  c: {title: C, text: C., do: [coin = unthrown], ending: {title: C}}
"""

    assert [] == messages(text, "SL315") + messages(text, "SL316")


def test_a_value_that_an_effect_would_give_only_where_nobody_comes_is_never_taken() -> None:
    text = """
variables: {door: {from: 0, to: 2, start: 0}}
scenes:
  a:
    title: A
    text: A {door}.
    choices:
      - {say: Open, id: open, to: a, do: [door = 1]}
      - {say: Break, id: break, to: b, when: door == 0 and door == 1, do: [door = 2]}
      - {say: Go, id: go, to: b}
  b: {title: B, text: B., ending: {title: B}}
"""

    assert ["`door` is never 2"] == messages(text, "SL315")


def test_a_chapter_s_variable_set_only_on_the_way_out_is_said_to_be_reset() -> None:
    text = """
chapters:
  one: {title: One, begins: a, variables: {mark: false}}
  two: {title: Two, begins: b}
scenes:
  a:
    chapter: one
    title: A
    text: "{mark}"
    choices:
      - {say: Leave a mark and go, id: leave, to: b, do: [mark = true]}
  b: {chapter: two, title: B, text: B., choices: [{say: Back, id: back, to: a}, {say: On, id: on, to: c}]}
  c: {chapter: two, title: C, text: C., ending: {title: C}}
"""

    (message,) = messages(text, "SL316")

    assert "`mark` is set only on the way out of its chapter, where it takes its start value again" == message
    assert [] == messages(text, "SL315")


VISITED = """
scenes:
  a:
    title: A
    text: A.
    choices: [{say: On, id: on, to: b}]
  b:
    title: B
    text: [{when: "%s", text: Been here.}]
    choices: [{say: Again, id: again, to: b}, {say: Out, id: out, to: c}]
  c: {title: C, text: C., ending: {title: C}}
"""


def test_a_count_of_visits_that_is_capped_is_told_as_at_least() -> None:
    (once,) = messages(VISITED % "visited('a')", "SL313")
    (never,) = messages(VISITED % "visited('c')", "SL312")
    (counted,) = messages(VISITED % "visits('a') <= 2", "SL313")

    assert (
        "`visited('a')` always holds here: whenever a reader comes to it, \"a\" has been entered at least once"
        == once
    )
    assert "`visited('c')` never holds here: whenever a reader comes to it, \"c\" has never been entered" == never
    assert counted.endswith('"a" has been entered once')


def test_a_trace_tells_a_capped_count_as_at_least() -> None:
    text = """
scenes:
  a: {title: A, text: A., choices: [{say: On, id: on, to: a, when: not visited('b')}, {say: B, id: b, to: b}]}
  b: {title: B, text: B., choices: [{say: C, id: c, to: c, when: visits('a') > 3}, {say: D, id: d, to: d}]}
  c: {title: C, text: C., ending: {title: C}}
  d: {title: D, text: D., choices: [{say: Out, id: out, to: c, when: not visited('b')}]}
"""

    (found,) = [each for each in findings(text) if each.kind.code == "SL301"]

    assert found.trace is not None
    assert ["b has been entered at least once"] == [offer.now for offer in found.trace.offers]


CONSTANT = """
variables: {lamp: false}
scenes:
  a:
    title: A
    text: [{when: "%s", text: So.}, "{lamp}"]
    choices: [{say: Lamp, id: lamp, to: a, do: [lamp = not lamp]}, {say: Out, id: out, to: c}]
  c: {title: C, text: C., ending: {title: C}}
"""


def test_a_condition_that_asks_about_nothing_says_so() -> None:
    assert ["`true` always holds here: it asks about nothing that can change"] == messages(
        CONSTANT % "true", "SL313"
    )
    assert ["`false` never holds here: it asks about nothing that can change"] == messages(
        CONSTANT % "false", "SL312"
    )
    assert ["`lamp and 1 > 2` never holds here: part of it asks about nothing that can change"] == messages(
        CONSTANT % "lamp and 1 > 2", "SL312"
    )


def test_a_scene_that_no_choice_leads_to_is_reported_once() -> None:
    text = """
scenes:
  a: {title: A, text: A., choices: [{say: Out, id: out, to: c}]}
  b: {title: B, text: B., choices: [{say: Out, id: out, to: d}]}
  c: {title: C, text: C., ending: {title: C}}
  d: {title: D, text: D., ending: {title: D}}
"""
    story = story_of(text)

    assert ["SL113", "SL113"] == [found.kind.code for found in check(story)]
    assert () == findings(text)


def test_a_variable_that_nothing_reads_is_reported_once() -> None:
    text = """
variables: {lamp: false}
scenes:
  a: {title: A, text: A., choices: [{say: Out, id: out, to: c}]}
  c: {title: C, text: C., ending: {title: C}}
"""
    story = story_of(text)

    assert ["SL208"] == [found.kind.code for found in check(story)]
    assert () == findings(text)


def test_an_effect_is_named_as_it_is_written() -> None:
    text = """
variables: {hours: {from: 0, to: 1, start: 1}}
scenes:
  a: {title: "{hours}", text: A., choices: [{say: On, id: on, to: c, do: [hours -= 1, hours = 1 - hours - 2]}]}
  c: {title: C, text: C., choices: [{say: On, id: on, to: d, do: [hours -= 1]}]}
  d: {title: D, text: D., ending: {title: D}}
"""

    assert ["`hours = 1 - hours - 2`", "`hours -= 1`"] == [
        message.rpartition(": ")[2] for message in messages(text, "SL317")
    ]


def test_a_branch_never_taken_says_whether_another_is_in_its_way() -> None:
    text = """
variables: {coins: {from: 0, to: 2, start: 1}}
scenes:
  a:
    title: A
    text:
      - first:
          - {when: coins == 2, text: Two.}
          - {when: coins > 0, text: One.}
          - {when: coins == 1, text: Never.}
          - {text: None.}
    choices: [{say: Pay, id: pay, to: a, do: [coins -= 1]}, {say: Out, id: out, to: b}]
  b: {title: B, text: B., ending: {title: B}}
"""

    assert [
        "this branch is never taken: `coins == 2` never holds here",
        "this branch is never taken: `coins == 1` never holds but where one before it does",
    ] == messages(text, "SL314")


def test_a_choice_that_comes_apart_into_too_many_cases_is_left_out_and_what_hangs_on_it_undecided() -> None:
    numbers = "".join(f"  {name}: {{from: 0, to: 10, start: 1}}\n" for name in "abcdefgh")
    text = f"""
variables:
{numbers}  total: {{from: 0, to: 80, start: 0}}
  other: {{from: 0, to: 80, start: 0}}
scenes:
  a:
    title: "{{total}} {{other}}"
    text: A.
    choices:
      - {{say: Sum, id: sum, to: e, do: [total = a + b, other = c + d, a = e + f, c = g + h]}}
      - {{say: Leave, id: leave, to: out}}
  e: {{title: E, text: E., ending: {{title: E}}}}
  out: {{title: O, text: O., ending: {{title: O}}}}
"""
    proof = Proof(Rules(story_of(text)))
    for _ in proof.run():
        pass

    outcomes = {item.name: item.outcome for item in proof.items}
    assert (Outcome.UNDECIDED, Outcome.WITNESSED) == (outcomes["e"], outcomes["out"])
    assert "what these choose comes apart into more than 5,000 cases: a/sum" == proof.summary.stopped
    assert not proof.summary.every_state
