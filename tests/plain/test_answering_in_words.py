"""A question is answered with the first of an option's words as well as with its number."""

import pytest

from asked import sitting_after
from builders import sitting_of, story_of
from plain.driving import answers
from sidelight.play.notebook import Answered, Opened


def test_an_option_is_picked_by_the_first_of_its_words() -> None:
    sitting = sitting_after()
    said = answers(sitting, "wait", "some had", "")

    assert "Some had a coin." in said
    assert (Answered("pick", ("some",), 1),) == sitting.notebook.entries


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("so", "Type 1 to 3, or the first words of one."),
        ("a coin", "Type 1 to 3, or the first words of one."),
        ("9", "Type 1 to 3."),
        ("", "Type 1 to 3, or the first words of one."),
    ],
)
def test_what_begins_none_of_them_spends_no_try_and_says_what_to_type(typed: str, told: str) -> None:
    sitting = sitting_after("wait")

    assert answers(sitting, typed).rpartition("Type 1 to 3, h hint")[0].endswith(f"{told}\n\n")
    assert () == sitting.notebook.entries


def test_several_are_picked_by_words_with_commas_between_and_mixed_with_numbers() -> None:
    sitting = sitting_after("wait")
    answers(sitting, "s", "1", "the sea", "the sand, 1 2 3", "t questions 2")

    assert [("sea",), ("sea", "rain", "sand")] == [each.response for each in sitting.notebook.answers("many")]


def test_words_that_begin_more_than_one_are_asked_after() -> None:
    sitting = sitting_after("leave")
    said = answers(sitting, "s", "s", "s", "1", "you", "you pay; you step; you cross")

    assert "That could be 1, 2 or 3. Type the number." in said
    assert ("pay", "step", "cross") == sitting.notebook.answers("row")[0].response


def test_a_match_is_answered_in_words() -> None:
    sitting = sitting_after("wait")
    said = answers(sitting, "s", "1", "s", "established", "claim", "")

    assert "Coins were found. You said 1: established." in said
    assert ("established", "claimed") == sitting.notebook.answers("sorted")[0].response


def test_how_sure_one_is_can_be_said_in_words() -> None:
    sitting = sitting_after("leave", "cross")
    said = answers(sitting, "s", "coin", "quite", "fairly")

    assert "Type 1 to 4, or the first words of one.\n\nHow sure are you" in said
    assert (Answered("word", ("coin",), 2, confidence=3),) == sitting.notebook.answers("word")


def test_what_an_answer_rests_on_is_read_by_the_first_of_its_words() -> None:
    sitting = sitting_after()
    said = answers(sitting, "wait", "some", "a coin", "zzz", "")

    assert "> a coin\nNote: A coin." in said
    assert "Type 1 to 2, or the first words of one; Enter goes on." in said
    assert Opened("coin", 1, "dusk") in sitting.notebook.entries


def test_the_help_says_so() -> None:
    assert "a number, or the first words of an option" in answers(sitting_after("wait"), "?")


@pytest.mark.parametrize(
    ("typed", "picked"), [("title", "title"), ("Notes", "notes"), ("save", "save"), ("skip", "skip"), ("s", "")]
)
def test_a_word_that_begins_an_option_is_the_option_and_a_letter_alone_a_command(typed: str, picked: str) -> None:
    sitting = sitting_of(
        story_of("""
scenes: {a: {title: A, text: A., ending: {title: A}}}
exercises:
  pick:
    kind: pick
    phase: predict
    after: a
    prompt: Which comes first?
    options:
      - {id: title, text: Title, right: true, why: It does.}
      - {id: notes, text: Notes, why: They do not.}
      - {id: save, text: Save, why: It does not.}
      - {id: skip, text: Skip, why: It does not.}
""")
    )
    answers(sitting, typed)

    assert [picked] * bool(picked) == [each.response[0] for each in sitting.notebook.answers("pick")]


@pytest.mark.parametrize("typed", ["x", "X"])
def test_a_letter_is_an_answer_where_it_is_one_that_is_accepted(typed: str) -> None:
    sitting = sitting_of(
        story_of("""
scenes: {a: {title: A, text: A., ending: {title: A}}}
exercises:
  word: {kind: short, phase: predict, after: a, prompt: Which letter marks the spot?, accept: [x]}
""")
    )
    said = answers(sitting, "u", typed)

    assert "then u goes back a step" in said
    assert [(typed,)] == [each.response for each in sitting.notebook.answers("word")]


@pytest.mark.parametrize("typed", ["= quit", "=Quit", "= qu", "= q", "= Q"])
def test_after_an_equals_sign_a_command_is_an_answer(typed: str) -> None:
    sitting = sitting_of(
        story_of("""
scenes: {a: {title: A, text: A., ending: {title: A}}}
exercises:
  pick:
    kind: pick
    phase: predict
    after: a
    prompt: What does he do?
    options:
      - {id: q, text: Q, why: Not yet.}
      - {id: quit, text: Quit, right: true, why: So he does.}
      - {id: stay, text: Stay, why: Not this time.}
""")
    )
    answers(sitting, typed)

    picked = {"= q": "q", "= Q": "q", "= qu": ""}.get(typed, "quit")
    assert [picked] * bool(picked) == [each.response[0] for each in sitting.notebook.answers("pick")]


@pytest.mark.parametrize("typed", ["s", "h", "r", "?", "q", "quit", "help", "= s", "12"])
def test_any_words_at_all_can_be_the_answer(typed: str) -> None:
    short, written = sitting_after("leave", "cross"), sitting_after("leave", "cross")
    answers(short, "s", f"= {typed}", "s")
    answers(written, "s", "s", f"={typed}", "= more", "")

    assert (typed,) == short.notebook.answers("word")[0].response
    assert (f"{typed}\n= more",) == written.notebook.answers("say")[0].response


def test_an_equals_sign_alone_is_no_answer_and_after_one_is_given_nothing_to_it() -> None:
    sitting = sitting_after("wait")
    said = answers(sitting, "=", "= 9", "some", "= 1", "")

    assert "> =\nType 1 to 3, or the first words of one.\n" in said
    assert "> = 9\nType 1 to 3.\n" in said
    assert "> = 1\nType 1 to 2, or the first words of one; Enter goes on.\n" in said
    assert ["some"] == [each.response[0] for each in sitting.notebook.answers("pick")]


@pytest.mark.parametrize(
    ("answer", "times"),
    [
        ("kind: short, accept: [s]", 2),
        ("kind: short, accept: [the quay, Help]", 2),
        ("kind: short, accept: [q]", 2),
        ("kind: short, accept: [x]", 0),
        ("kind: short, accept: [c, b]", 0),
        ("kind: pick, options: [{id: a, text: A, right: true}, {id: b, text: B, why: No.}]", 2),
        ("kind: pick, options: [{id: b, text: B, right: true}, {id: c, text: C, why: No.}]", 0),
        ("kind: pick, options: [{id: r, text: R, right: true}, {id: b, text: B, why: No.}]", 2),
        ("kind: pick, options: [{id: q, text: Quit, right: true}, {id: s, text: Stay, why: No.}]", 2),
        ("kind: order, items: [{id: a, text: A}, {id: b, text: B}]", 2),
        ("kind: match, targets: [b, d], items: [{id: a, text: A, answer: b}, {id: n, text: N, answer: d}]", 0),
        ("kind: match, targets: [b, q], items: [{id: a, text: A, answer: b}, {id: n, text: N, answer: q}]", 2),
        ("kind: pick, options: [{id: h, text: Help, right: true}, {id: n, text: Note, why: No.}]", 0),
    ],
)
def test_where_an_answer_is_also_a_command_the_question_says_how_to_give_it(answer: str, times: int) -> None:
    said = answers(
        sitting_of(
            story_of(f"""
scenes: {{a: {{title: A, text: A., ending: {{title: A}}}}}}
exercises:
  word: {{phase: predict, after: a, prompt: Which is it?, {answer}}}
""")
        ),
        "r",
    )

    assert times == said.count("is given after an equals sign, as in = help.")


SURELY = """
scenes: {a: {title: A, text: A., ending: {title: A}}}
asides:
  letter: {title: T, says: A letter., grade: dramatised, no-source: Made up.}
  clerk: {title: Notes of a clerk, says: He counted., grade: dramatised, no-source: Made up.}
exercises:
  pick:
    kind: pick
    phase: check
    after: a
    prompt: How many were there?
    options:
      - {id: few, text: A, why: Nobody counted one.}
      - {id: many, text: Fairly many, right: true, why: So it was.}
    evidence: [letter, clerk]
    confidence: true
"""


def test_where_it_is_asked_how_sure_one_is_no_words_are_an_option_s() -> None:
    sitting = sitting_of(story_of(SURELY))
    said = answers(sitting, "fairly many", "r", "fairly")

    assert 1 == said.count("is given after an equals sign")
    assert (Answered("pick", ("many",), 0, confidence=3),) == sitting.notebook.entries


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("t", "1. A. You are here."),
        ("notes", "Note: Notes of a clerk."),
        ("Notes of", "Note: Notes of a clerk."),
    ],
)
def test_once_it_is_answered_a_word_begins_a_title_and_a_letter_alone_is_a_command(typed: str, told: str) -> None:
    said = answers(sitting_of(story_of(SURELY)), "fairly many", "fairly", typed)

    assert f"> {typed}\n{told}" in said
