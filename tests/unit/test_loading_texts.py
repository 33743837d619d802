"""Texts: the forms that vary, what may stand in braces and links, and where state may speak."""

import pytest

from mistakes import END, HEADER, VARIABLES, around, found_in, found_in_scene, load, scene_of, sound
from sidelight.model.expressions import Compare, Literal, Not, Op, Read
from sidelight.model.story import Passage, Style, StyleMark
from sidelight.model.texts import Branch, First, Include, Joined, Styled, When, Written

ASIDES = """\
asides:
  A1: {title: A lamp, says: It burns., grade: dramatised}
  B-2: {title: A bell, says: It rings., grade: dramatised}
"""
SENT = Read("sent")


def test_a_text_is_a_string_or_a_list_of_them() -> None:
    assert (Written("One."),) == scene_of("text: One.").text
    assert (Written("One."), Written("Two.")) == scene_of("text: [One., Two.]").text


def test_a_conditional_text_has_another_side() -> None:
    assert (When(SENT, (Written("Yes."),), (Written("No."), Written("Not yet."))),) == scene_of(
        "text: [{when: sent, text: Yes., else: [No., Not yet.]}]"
    ).text


def test_first_takes_the_first_branch_that_holds() -> None:
    bold = Compare(Read("verdict"), Op.EQ, Literal("kept"))

    assert (First((Branch(bold, (Written("Kept."),)), Branch(None, (Written("Open."),)))),) == scene_of(
        "text: [{first: [{when: verdict == kept, text: Kept.}, {text: Open.}]}]"
    ).text


def test_a_list_in_a_list_is_one_paragraph() -> None:
    assert (Joined((Written("He said"), When(Not(SENT), (Written("nothing."),), ()))),) == scene_of(
        "text:\n  - - He said\n    - {when: not sent, text: nothing.}"
    ).text


def test_a_text_may_be_set_in_a_style_and_a_passage_has_its_place() -> None:
    story = sound(
        around("text: [{style: letter, text: Dear Sirs}, {passage: song, style: letter}]")
        + "styles: {letter: {header: A LETTER, mark: box, closes: it ends}}\n"
        + "passages: {song: {text: La., keep: The song}}\n"
    )

    assert (Styled("letter", (Written("Dear Sirs"),)), Styled("letter", (Include("song"),))) == story.scenes[
        "a"
    ].text
    assert {"letter": Style("letter", "A LETTER", StyleMark.BOX, "it ends")} == story.styles
    assert Passage("song", (Written("La."),), story.passages["song"].span, "The song") == story.passages["song"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[{when: sent}]", [("missing-key", "{when: sent}")]),
        ("[{text: A}]", [("missing-key", "{text: A}")]),
        ("[{when: sent, text: A, otherwise: B}]", [("unknown-key", "otherwise")]),
        ("[{frist: [{text: A}]}]", [("unknown-key", "frist")]),
        ("[{first: []}]", [("open-ended-branches", "{first: []}")]),
        ("[{first: [{when: sent, text: A}]}]", [("open-ended-branches", "{when: sent, text: A}")]),
        ("[{first: [{text: A}, {text: B}]}]", [("branch-after-last", "{text: B}")]),
        ("[{first: [{text: A}, {when: sent, text: B}]}]", [("branch-after-last", "{when: sent, text: B}")]),
        ("[{first: A}]", [("wrong-type", "A")]),
        ("[{passage: song}]", [("unknown-passage", "song")]),
        ("[{style: letter, text: A}]", [("unknown-style", "letter")]),
        ("[[{passage: song}]]", [("wrong-type", "{passage: song}")]),
        ("[[[A]]]", [("wrong-type", "[A]")]),
        ("[{when: snet, text: '{huors}', else: '[a](b)'}]",
         [("unknown-variable", "snet"), ("unknown-variable", "huors"), ("bad-link", "b")]),
        ("[{first: [{when: snet, text: '{huors}'}, {text: '}'}]}]",
         [("unknown-variable", "snet"), ("unknown-variable", "huors"), ("stray-brace", "}")]),
        ("[{style: lettre, text: '{huors}'}]", [("unknown-style", "lettre"), ("unknown-variable", "huors")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_form_is_said_and_what_is_in_it_still_read(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    kinds = [kind for kind, _ in found]

    assert kinds == [kind for kind, _ in found_in_scene(f"text: {text}")]
    assert {each for each in found if each[1]} <= set(found_in_scene(f"text: {text}"))


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("[A lamp](aside:A1) burns.", ("A1",)),
        ("[It](aside:B-2) and [it](aside:A1) and [it](aside:B-2)", ("B-2", "A1", "B-2")),
        ("[*A* lamp](aside:A1)", ("A1",)),
        ('[A lamp](aside:A1 "title")', ("A1",)),
        ("[A lamp]( aside:A1 )", ("A1",)),
        ("[A lamp](<aside:A1>)", ("A1",)),
        ("[A map](https://example.org/a_(b)) of it", ()),
        (r"\[A lamp\](aside:A9)", ()),
        (r"A lamp \](aside:A9)", ()),
        ("[sic] (aside:A9)", ()),
        ("[sic](he said so)", ()),
    ],
)
def test_the_asides_a_text_marks_are_known_in_their_order(written: str, marks: tuple[str, ...]) -> None:
    (text,) = sound(around(f"text: |\n  {written}") + ASIDES).scenes["a"].text

    assert isinstance(text, Written)
    assert marks == text.marks


@pytest.mark.parametrize(
    ("written", "kind", "underlined"),
    [
        ("[A lamp](aside:A9)", "unknown-aside", "aside:A9"),
        ("[A lamp](aside:a1)", "unknown-aside", "aside:a1"),
        ('[A lamp](aside:A9 "title")', "unknown-aside", "aside:A9"),
        ("[A lamp](<aside:A9>)", "unknown-aside", "<aside:A9>"),
        ("[A lamp](aside:A1\u00a0)", "unknown-aside", "aside:A1\u00a0"),
        ("[A lamp](ASIDE:A1)", "bad-link", "ASIDE:A1"),
        ("[A lamp]()", "bad-link", ""),
        ("[A lamp](http://example.org)", "bad-link", "http://example.org"),
        ("[A lamp](file:///etc/passwd)", "bad-link", "file:///etc/passwd"),
        ("[A lamp](javascript:alert)", "bad-link", "javascript:alert"),
        ("![A lamp](lamp.png)", "bad-link", "lamp.png"),
        ("[A lamp](https://example.org/a b)", "bad-link", "]("),
        ("[A lamp](aside:A1", "bad-link", "]("),
        ("[A lamp](https://example.org/{hours})", "bad-link", "]("),
        ("{hours", "stray-brace", "{"),
        ("hours}", "stray-brace", "}"),
        ("{hours}}", "stray-brace", "}"),
        ("{{hours}}", "stray-brace", "{"),
        ("{}", "bad-expression", ""),
        ("{hours\n  + 1}", "stray-brace", "{"),
        ("[A lamp](\n  aside:A9)", "bad-link", "]("),
    ],
)
def test_a_link_or_a_brace_that_is_none_is_underlined(written: str, kind: str, underlined: str) -> None:
    assert (kind, underlined) in found_in(around(f"text: |\n  {written}") + ASIDES)


def test_a_brace_after_a_backslash_is_a_brace() -> None:
    assert [] == found_in_scene("text: |\n  \\{hours\\} and \\\\ and {hours}")


def test_a_whole_sentence_in_braces_gets_advice_and_four_words_are_a_sentence() -> None:
    three, four = "'not so late'", "'not so very late'"

    assert [] == found_in_scene(f'text: "{{{three} if sent else {three}}}"')
    assert [("long-string", f"{four} if sent else {three}")] == found_in_scene(
        f'text: "{{{four} if sent else {three}}}"'
    )


@pytest.mark.parametrize("key", ["title", "place", "say", "locked", "echo", "label"])
def test_an_inline_text_may_vary_and_marks_nothing(key: str) -> None:
    choice = {
        "say": "say: %s",
        "locked": "say: Go\n    when: sent\n    locked: %s",
        "echo": "say: Go\n    echo: %s",
    }
    body = f"choices:\n  - {choice[key]}\n    to: z\n    id: go" if key in choice else f"{key}: %s"

    def story(written: str) -> str:
        if key == "label":
            return (
                around("title: A").replace("sent: false", f"sent: {{start: false, label: '{written}'}}") + ASIDES
            )
        return around(body % written) + ASIDES

    assert [] == found_in(story("Now {hours} of them"))
    assert [("not-here", "aside:A1")] == found_in(story("A [lamp](aside:A1)"))
    assert [("unknown-variable", "huors")] == found_in(story("Now {huors} of them"))


@pytest.mark.parametrize(
    "stateless",
    [
        "story: {format: 1, id: example, title: Example, start: a, about: %s}\n",
        "chapters: {one: {title: One, begins: a, about: %s}}\n",
        "chapters: {one: {title: One, begins: a, close: %s}}\n",
        "chapters: {one: {title: %s, begins: a}}\n",
        "asides: {A: {title: A, says: %s, grade: dramatised}}\n",
        "asides: {A: {title: A, says: A, more: %s, grade: dramatised}}\n",
        "asides: {A: {title: A, says: A, claim: %s, grade: dramatised}}\n",
        "exercises: {x: {kind: write, phase: reflect, prompt: %s}}\n",
        "exercises: {x: {kind: write, phase: reflect, prompt: A, hint: [%s]}}\n",
        "exercises: {x: {kind: rate, phase: reflect, prompt: A, scale: [%s]}}\n",
        "exercises: {x: {kind: pick, phase: predict, prompt: A, options: [{id: a, text: %s}]}}\n",
        "exercises: {x: {kind: write, phase: reflect, prompt: A, feedback: {always: %s}}}\n",
    ],
)
def test_no_state_speaks_in_what_can_be_printed(stateless: str) -> None:
    whole = VARIABLES + "scenes:\n" + END + "  a: {%stitle: A, text: A}\n"
    if "chapters" in stateless:
        whole = whole.replace("z: {", "z: {chapter: one, ").replace("%s", "chapter: one, ")
    whole = whole.replace("%s", "") + ("" if stateless.startswith("story") else HEADER)

    assert [] == found_in(whole + stateless % '"Plain words, and a [map](https://example.org)"')
    assert [("not-here", "hours")] == found_in(whole + stateless % '"Now {hours} of them"')
    assert [("not-here", "aside:A")] == found_in(whole + stateless % '"A [lamp](aside:A)"')


def test_a_choice_whose_words_are_a_literal_block_has_no_line_ends() -> None:
    (choice,) = scene_of("choices:\n  - say: |\n      Go, then.\n    to: z").own_choices

    assert ("Go, then.", "go-then") == (choice.say.source, choice.id)


def test_an_explanation_names_the_nearest_name_there_is() -> None:
    (finding,) = load(around("text: |\n  [A lamp](aside:A-1)") + ASIDES).diagnostics

    assert 'did you mean "A1"?' == finding.help
