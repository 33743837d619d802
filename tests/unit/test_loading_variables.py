"""Variables have the values they are declared with, and effects give them no others."""

import pytest

from mistakes import HEADER, around, found_in, found_in_scene, load, scene_of, sound
from sidelight.loading import limits
from sidelight.model.expressions import Compare, Either, Literal, Not, Op, Read, Sum
from sidelight.model.story import Effect
from sidelight.model.values import OneOf, Truth, Whole

SCENES = "scenes: {a: {title: A, text: A}}\n"


def declared(variable: str) -> str:
    return f"{HEADER}variables:\n  {variable}\n{SCENES}"


def effect(source: str) -> Effect:
    (found,) = scene_of(f"do:\n  - {source}").effects
    return found


@pytest.mark.parametrize(
    ("variable", "domain", "start"),
    [
        ("sent: false", Truth(), False),
        ("sent: true", Truth(), True),
        ("sent: {start: true}", Truth(), True),
        ("hours: {from: -1, to: 2, start: 0}", Whole(-1, 2), 0),
        ("verdict: {one-of: [open, kept], start: kept}", OneOf(("open", "kept")), "kept"),
        ("verdict: {one-of: [no, yes], start: no}", OneOf(("no", "yes")), "no"),
    ],
)
def test_a_variable_has_the_values_it_is_declared_with(variable: str, domain: object, start: object) -> None:
    (found,) = sound(declared(variable)).variables.values()

    assert (domain, start) == (found.domain, found.start)


@pytest.mark.parametrize(
    ("variable", "kind", "underlined"),
    [
        ("hours: {from: 2, to: 0, start: 1}", "bad-domain", "2"),
        ("hours: {from: 2, to: 2, start: 2}", "bad-domain", "2"),
        ("hours: {from: 0, to: 2, start: 3}", "bad-domain", "3"),
        ("verdict: {one-of: [open, kept], start: shut}", "bad-domain", "shut"),
        ("verdict: {one-of: [open, open], start: open}", "bad-domain", "[open, open]"),
        ("verdict: {one-of: [open, kept], from: 0, start: open}", "bad-domain", "0"),
        ("hours: {from: 0, to: 2}", "missing-key", "{from: 0, to: 2}"),
        ("hours: {from: 0, start: 0}", "missing-key", "{from: 0, start: 0}"),
        ("verdict: {one-of: [open, kept]}", "missing-key", "{one-of: [open, kept]}"),
        ("sent: {label: Sent}", "missing-key", "{label: Sent}"),
        ("sent: {start: false, shown: true}", "missing-key", "{start: false, shown: true}"),
        ("sent: maybe", "wrong-type", "maybe"),
        ("sent: yes", "not-a-truth", "yes"),
        (f"hours: {{from: 0, to: {limits.COMBINATIONS}, start: 0}}", "limit-exceeded", str(limits.COMBINATIONS)),
        ("Hours: false", "bad-name", "Hours"),
        ("hours-left: false", "bad-name", "hours-left"),
        ("2nd: false", "bad-name", "2nd"),
        ("not: false", "bad-name", "not"),
        ("visited: false", "bad-name", "visited"),
        ("'true': false", "bad-name", "'true'"),
        ("verdict: {one-of: [open, Kept], start: open}", "bad-name", "Kept"),
        ("verdict: {one-of: [open, if], start: open}", "bad-name", "if"),
        ("verdict: {one-of: [verdict, kept], start: kept}", "bad-name", "verdict"),
    ],
)
def test_a_variable_that_makes_no_sense_is_reported_once(variable: str, kind: str, underlined: str) -> None:
    assert [(kind, underlined)] == found_in(declared(variable))


def test_a_domain_at_the_limit_is_allowed() -> None:
    assert [] == found_in(declared(f"hours: {{from: 1, to: {limits.COMBINATIONS}, start: 1}}"))


def test_a_variable_that_is_declared_twice_is_shown_at_both_places() -> None:
    text = HEADER + "variables: {rung: false}\nchapters: {one: {title: One, begins: a, variables: {rung: true}}}\n"

    (finding,) = load(text + "scenes: {a: {chapter: one, title: A, text: A}}").diagnostics

    assert ("repeated-id", "rung") == (finding.kind.name, finding.span.text)
    assert finding.notes[0].span is not None
    assert (2, 13) == finding.notes[0].span.start


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("sent = true", ("sent", Literal(value=True))),
        ("sent=not sent", ("sent", Not(Read("sent")))),
        ("hours = 1", ("hours", Literal(1))),
        ("hours += 1", ("hours", Sum(Read("hours"), Literal(1)))),
        ("hours -= 1", ("hours", Sum(Read("hours"), Literal(1), minus=True))),
        ("hours += 100", ("hours", Sum(Read("hours"), Literal(100)))),
        ("verdict = kept", ("verdict", Literal("kept"))),
        ("verdict = 'kept'", ("verdict", Literal("kept"))),
        (
            "verdict = kept if hours == 0 else struck",
            ("verdict", Either(Compare(Read("hours"), Op.EQ, Literal(0)), Literal("kept"), Literal("struck"))),
        ),
        ("sent = hours > 1", ("sent", Compare(Read("hours"), Op.GT, Literal(1)))),
    ],
)
def test_an_effect_is_an_assignment(source: str, expected: tuple[str, object]) -> None:
    found = effect(source)

    assert expected == (found.variable, found.expression)


def test_one_effect_may_stand_for_a_list_of_one() -> None:
    assert ("sent",) == tuple(each.variable for each in scene_of("do: sent = true").effects)


@pytest.mark.parametrize(
    ("source", "kind", "underlined"),
    [
        ("sent", "bad-expression", "sent"),
        ("sent == true", "bad-expression", "sent == true"),
        ("hours *= 2", "bad-expression", "hours *= 2"),
        ("hours = ", "bad-expression", ""),
        ("hours = = 1", "bad-expression", "= 1"),
        ("snet = true", "unknown-variable", "snet"),
        ("sent = ture", "unknown-variable", "ture"),
        ("open = true", "unknown-variable", "open"),
        ("sent = 1", "type-error", "1"),
        ("hours = true", "type-error", "true"),
        ("verdict = 1", "type-error", "1"),
        ("sent += 1", "type-error", "sent += 1"),
        ("verdict -= 1", "type-error", "verdict -= 1"),
        ("hours += sent", "type-error", "sent"),
        ("hours = 3", "outside-domain", "3"),
        ("hours = -1", "outside-domain", "-1"),
        ("verdict = shut", "outside-domain", "shut"),
        ("verdict = mood", "outside-domain", "mood"),
        ("verdict = kept if sent else 'lost'", "outside-domain", "kept if sent else 'lost'"),
    ],
)
def test_an_effect_that_cannot_be_is_rejected_and_underlined(source: str, kind: str, underlined: str) -> None:
    assert [(kind, underlined)] == found_in_scene(f"do:\n  - |-\n    {source}")


def test_a_chapter_s_variable_is_set_only_in_its_chapter() -> None:
    text = (
        HEADER
        + """\
chapters:
  one: {title: One, begins: a, variables: {rung: false}, with: {rung: true}}
  two: {title: Two, begins: b, with: {rung: true}}
scenes:
  a: {chapter: one, title: A, text: A, do: [rung = true]}
  b: {chapter: two, title: B, text: B, do: [rung = false]}
"""
    )

    assert [("another-chapters-variable", "rung"), ("another-chapters-variable", "rung")] == found_in(text)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("{hours: 1, sent: true, verdict: kept}", []),
        ("{hours: 3}", [("outside-domain", "3")]),
        ("{hours: 01}", [("outside-domain", "01")]),
        ('{hours: "1"}', [("outside-domain", '"1"')]),
        ("{sent: yes}", [("outside-domain", "yes")]),
        ("{verdict: shut}", [("outside-domain", "shut")]),
        ("{hour: 1}", [("unknown-variable", "hour")]),
        ("[hours]", [("wrong-type", "[hours]")]),
    ],
)
def test_a_chapter_begins_with_values_its_variables_can_have(settings: str, found: list[tuple[str, str]]) -> None:
    text = around("chapter: one").replace("z: {", "z: {chapter: one, ")

    assert found == found_in(text + f"chapters: {{one: {{title: One, begins: a, with: {settings}}}}}\n")


def test_a_label_and_what_is_shown_are_read_when_all_variables_are_known() -> None:
    story = sound(
        HEADER + "variables:\n"
        "  hours: {from: 0, to: 2, start: 2, label: 'Hours, {late}', shown: late}\n"
        "  late: {start: false, label: Late, shown: true}\n"
        "  never: {start: false, label: Never, shown: false}\n" + SCENES
    )

    assert Read("late") == story.variables["hours"].shown
    assert Literal(value=True) == story.variables["late"].shown
    assert story.variables["never"].shown is None
