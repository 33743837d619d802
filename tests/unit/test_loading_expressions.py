"""Expressions are read from a closed list of forms; every name and every type is checked."""

import pytest

from mistakes import HEADER, VARIABLES, around, found_in, found_in_scene, scene_of
from sidelight.loading import limits
from sidelight.model.expressions import (
    All,
    AnyOf,
    Chose,
    Compare,
    Either,
    Expression,
    Literal,
    Member,
    Not,
    Op,
    Read,
    Sum,
    Visits,
)
from sidelight.model.texts import When, Written

HOURS, SENT, VERDICT = Read("hours"), Read("sent"), Read("verdict")
ONE, TWO = Literal(1), Literal(2)


def condition(source: str) -> Expression:
    (item,) = scene_of(
        f"text:\n  - when: |-\n      {source}\n    text: It holds.\nchoices: [{{say: Stay, to: a}}]"
    ).text
    assert isinstance(item, When)
    return item.condition


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("true", Literal(value=True)),
        ("false", Literal(value=False)),
        ("sent", SENT),
        ("not sent", Not(SENT)),
        ("sent and not sent", All((SENT, Not(SENT)))),
        ("sent or sent and sent", AnyOf((SENT, All((SENT, SENT))))),
        ("hours == 1", Compare(HOURS, Op.EQ, ONE)),
        ("hours != 1", Compare(HOURS, Op.NE, ONE)),
        ("1 < hours", Compare(ONE, Op.LT, HOURS)),
        ("hours <= 1", Compare(HOURS, Op.LE, ONE)),
        ("hours > -1", Compare(HOURS, Op.GT, Literal(-1))),
        ("hours >= 1", Compare(HOURS, Op.GE, ONE)),
        ("0 < hours <= 2", All((Compare(Literal(0), Op.LT, HOURS), Compare(HOURS, Op.LE, TWO)))),
        ("hours + 1 > 2", Compare(Sum(HOURS, ONE), Op.GT, TWO)),
        ("hours - 1 > 2", Compare(Sum(HOURS, ONE, minus=True), Op.GT, TWO)),
        ("-hours > 2", Compare(Sum(Literal(0), HOURS, minus=True), Op.GT, TWO)),
        ("verdict == open", Compare(VERDICT, Op.EQ, Literal("open"))),
        ("verdict == 'open'", Compare(VERDICT, Op.EQ, Literal("open"))),
        ("verdict == mood", Compare(VERDICT, Op.EQ, Read("mood"))),
        ("sent == true", Compare(SENT, Op.EQ, Literal(value=True))),
        ("hours in [1, 2]", Member(HOURS, (ONE, TWO))),
        ("verdict not in [open]", Not(Member(VERDICT, (Literal("open"),)))),
        ("(sent if hours > 1 else false)", Either(Compare(HOURS, Op.GT, ONE), SENT, Literal(value=False))),
        ("visited('z')", Visits("z", Op.GE, 1)),
        ("visits('z') >= 2", Visits("z", Op.GE, 2)),
        ("2 < visits('z')", Visits("z", Op.GT, 2)),
        ("1 <= visits('z') < 3", All((Visits("z", Op.GE, 1), Visits("z", Op.LT, 3)))),
        ("chose('a/stay')", Chose("a/stay")),
        ("  sent  ", SENT),
    ],
)
def test_a_form_that_expressions_have_is_read(source: str, expected: Expression) -> None:
    assert expected == condition(source)


@pytest.mark.parametrize(
    ("source", "kind", "underlined"),
    [
        ("hours >", "bad-expression", "hours >"),
        ("hours = 1", "bad-expression", "= 1"),
        ("sent && hours > 1", "bad-expression", "& hours > 1"),
        ("!sent or sent", "bad-expression", "!sent or sent"),
        ("sent and True", "bad-expression", "True"),
        ("sent and None", "bad-expression", "None"),
        ("hours > 1.5", "bad-expression", "1.5"),
        ("hours > 010", "bad-expression", "010"),
        ("hours * 2 > 1", "bad-expression", "hours * 2"),
        ("hours // 2 > 1", "bad-expression", "hours // 2"),
        ("+hours > 1", "bad-expression", "+hours"),
        ("verdict is open", "bad-expression", "verdict is open"),
        ("verdict in (open, kept)", "bad-expression", "(open, kept)"),
        ("verdict in open", "bad-expression", "open"),
        ("verdict in []", "bad-expression", "[]"),
        ("sent.real", "bad-expression", "sent.real"),
        ("[sent][0]", "bad-expression", "[sent][0]"),
        ("(lambda: sent)()", "unknown-function", "(lambda: sent)()"),
        ("(sent := true)", "bad-expression", "sent := true"),
        ("f'{sent}' == verdict", "bad-expression", "f'{sent}'"),
        ("[x for x in [sent]]", "bad-expression", "[x for x in [sent]]"),
        ("visited", "bad-expression", "visited"),
        ("visited(z)", "bad-expression", "visited(z)"),
        ("visited('z', 'a')", "bad-expression", "visited('z', 'a')"),
        ("visited(scene='z')", "bad-expression", "visited(scene='z')"),
        ("snet", "unknown-variable", "snet"),
        ("verdict == opened", "unknown-variable", "opened"),
        ("seen('z')", "unknown-function", "seen('z')"),
        ("__import__('os')", "unknown-function", "__import__('os')"),
        ("sent.__class__()", "unknown-function", "sent.__class__()"),
        ("visited('y')", "unknown-scene", "'y'"),
        ("chose('a/go')", "unknown-choice", "'a/go'"),
        ("chose('stay')", "unknown-choice", "'stay'"),
        ("hours", "type-error", "hours"),
        ("not hours", "type-error", "hours"),
        ("sent and hours", "type-error", "hours"),
        ("sent + 1 > 0", "type-error", "sent"),
        ("-sent > 0", "type-error", "sent"),
        ("hours == open", "type-error", "open"),
        ("hours in [1, sent]", "type-error", "sent"),
        ("verdict > open", "type-error", "verdict"),
        ("sent < true", "type-error", "sent"),
        ("sent if hours else sent", "type-error", "hours"),
        ("sent if sent else hours", "type-error", "hours"),
        ("visits('z')", "type-error", "visits('z')"),
        ("visits('z') > hours", "type-error", "hours"),
        ("visits('z') + 1 > 2", "type-error", "visits('z')"),
        ("hours == 3", "outside-domain", "3"),
        ("3 == hours", "outside-domain", "3"),
        ("hours in [1, 3]", "outside-domain", "3"),
        ("verdict == shut", "outside-domain", "shut"),
        ("verdict in [open, shut]", "outside-domain", "shut"),
        ("'open' == 'shut'", "outside-domain", "'shut'"),
    ],
)
def test_a_form_that_they_do_not_have_is_rejected_and_underlined(source: str, kind: str, underlined: str) -> None:
    body = f"text:\n  - when: |-\n      {source}\n    text: It holds.\nchoices: [{{say: Stay, to: a}}]"

    assert [(kind, underlined)] == found_in_scene(body)


def test_an_empty_expression_is_none() -> None:
    assert [("bad-expression", "")] == found_in_scene('text: [{when: "", text: A}]')


def test_an_expression_longer_than_the_limit_is_rejected() -> None:
    long = " or ".join(["sent"] * (limits.EXPRESSION_LENGTH // 8 + 2))

    assert [("limit-exceeded", long)] == found_in_scene(f"text: [{{when: {long}, text: A}}]")


def test_an_expression_deeper_than_the_limit_is_rejected() -> None:
    deep = "not " * limits.EXPRESSION_DEPTH + "sent"

    assert [("limit-exceeded", deep)] == found_in_scene(f"text: [{{when: {deep}, text: A}}]")


def test_parentheses_beyond_what_python_can_read_are_no_expression() -> None:
    deep = "(" * 240 + "sent" + ")" * 240

    assert ["bad-expression"] == [kind for kind, _ in found_in_scene(f"text: [{{when: {deep}, text: A}}]")]


@pytest.mark.parametrize(
    ("to", "condition", "found"),
    [
        (63, "one > other", []),
        (64, "one > other", ["too-many-combinations"]),
        (64, "one > 5 and one < 60", []),
        (63, "one > other or sent", ["too-many-combinations"]),
        (63, "one > other or visited('a')", ["too-many-combinations"]),
        (63, "one > 5 and visits('a') > 70", ["too-many-combinations"]),
    ],
)
def test_variables_with_more_combinations_than_can_be_decided_are_reported(
    to: int, condition: str, found: list[str]
) -> None:
    numbers = f"  one: {{from: 0, to: {to}, start: 0}}\n  other: {{from: 0, to: 63, start: 0}}\n"
    text = around(f"text: [{{when: {condition}, text: A}}]").replace(VARIABLES, VARIABLES + numbers)

    assert found == [kind for kind, _ in found_in(text)]


def test_what_stands_in_braces_is_read_like_any_expression() -> None:
    (text,) = scene_of("text: \"{hours} {'hour' if hours == 1 else 'hours'} of {hours + 1}\"").text

    word = Either(Compare(HOURS, Op.EQ, ONE), Literal("hour"), Literal("hours"))
    assert isinstance(text, Written)
    assert (HOURS, word, Sum(HOURS, ONE)) == text.inserts


def test_an_expression_is_read_once_for_each_chapter_and_checked_in_each() -> None:
    text = (
        HEADER
        + """\
chapters:
  one: {title: One, begins: a, variables: {rung: false}}
  two: {title: Two, begins: b}
scenes:
  a: {chapter: one, title: A, text: [{when: rung, text: It rang.}]}
  b: {chapter: two, title: B, text: [{when: rung, text: It rang.}]}
"""
    )

    assert [("another-chapters-variable", "rung")] == found_in(text)
