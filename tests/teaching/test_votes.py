"""A vote by hands, as the teacher types it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.teaching.votes import MOST, Ballot, answer, hands_in_words, verdict, what_to_type


def typed(ballot: Ballot, *lines: str) -> Ballot:
    for line in lines:
        outcome = answer(ballot, line)
        assert outcome is not None
        ballot = outcome.ballot
    return ballot


def said(ballot: Ballot, line: str) -> str:
    outcome = answer(ballot, line)
    assert outcome is not None
    return outcome.said


def taken(ballot: Ballot, line: str) -> int:
    outcome = answer(ballot, line)
    assert outcome is not None
    return outcome.taken


THREE = Ballot.of(3)


@pytest.mark.parametrize("line", ["12 9 4", "12, 9, 4", " 12  9;4 ", "12,9,4"])
def test_all_choices_can_be_counted_in_one_line(line: str) -> None:
    assert (12, 9, 4) == typed(THREE, line).counted


def test_they_can_be_counted_one_after_the_other_while_hands_are_up() -> None:
    assert (12, 9, 4) == typed(THREE, "12", "9", "4").counted
    assert 2 == typed(THREE, "12").next


def test_one_count_can_be_corrected_and_all_of_them_cleared() -> None:
    counted = typed(THREE, "12 9 4")

    assert (12, 13, 4) == typed(counted, "2=13").counted
    assert (12, 13, 4) == typed(counted, "2 : 13").counted
    assert THREE == typed(counted, "c")
    assert (1, 2, 3) == typed(counted, "1 2 3").counted


def test_enter_takes_the_leading_choice_and_a_number_another() -> None:
    counted = typed(THREE, "12 9 4")

    assert 1 == taken(counted, "")
    assert 3 == taken(counted, "3")
    assert "Most hands for 1." == verdict(counted)


def test_a_tie_is_said_and_the_teacher_decides() -> None:
    tied = typed(THREE, "9 4 9")

    assert 0 == taken(tied, "")
    assert "A tie between 1 and 3. Type the number of the choice to take, or count again." == verdict(tied)
    assert "Enter takes nothing in a tie. Type one of these numbers." == said(tied, "")
    assert 3 == taken(tied, "3")
    assert "A tie between 1, 2 and 3." in verdict(typed(THREE, "0 0 0"))


def test_nothing_is_taken_before_all_are_counted() -> None:
    begun = typed(THREE, "12")

    assert 0 == taken(begun, "")
    assert "Not counted yet: 2, 3. Type the hands for 2." == said(begun, "")
    assert "" == verdict(begun)


def test_a_choice_can_be_taken_without_a_vote() -> None:
    assert 2 == taken(THREE, "take 2")
    assert 2 == taken(THREE, "take2")


def test_where_there_is_one_way_on_enter_takes_it() -> None:
    assert 1 == taken(Ballot.of(1), "")
    assert 1 == taken(Ballot.of(1), "1")
    assert 0 == taken(Ballot.of(1), "2")
    for hands in ("12 9", "0 0", f"{MOST + 1} 1"):
        assert "There is one way on here, and nothing to count. Enter takes it." == said(Ballot.of(1), hands)
        assert 0 == taken(Ballot.of(1), hands)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("12 9", "There are 3 choices here."),
        ("12 9 4 1", "There are 3 choices here."),
        ("4=2", "There is no such choice. They are numbered 1 to 3."),
        ("take 0", "There is no such choice."),
        (f"{MOST + 1} 0 0", "That is more than 9,999 hands."),
        ("1=99999999999999999999", "That is more than 9,999 hands."),
        ("9" * 5000, "That is more than 9,999 hands."),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(line: str, why: str) -> None:
    assert THREE == typed(THREE, line)
    assert why in said(THREE, line)


@pytest.mark.parametrize("line", ["u", "n 3", "t 2", "quit", "?", "-3", "1.5", "x=2", "take", "twelve"])
def test_other_lines_are_left_to_the_reader(line: str) -> None:
    assert answer(THREE, line) is None


@given(st.integers(1, 9), st.lists(st.text(max_size=12) | st.from_regex(r"[0-9 =,:t]{1,9}", fullmatch=True)))
def test_whatever_is_typed_a_ballot_stays_one_of_its_page(choices: int, lines: list[str]) -> None:
    ballot = Ballot.of(choices)
    for line in lines:
        outcome = answer(ballot, line)
        if outcome is not None:
            ballot = outcome.ballot
            assert 0 <= outcome.taken <= choices
        assert choices == len(ballot.hands)
        assert all(hands is None or 0 <= hands <= MOST for hands in ballot.hands)


def test_the_prompt_says_what_comes_next() -> None:
    assert [
        "Hands for 1, or for all 3 in order",
        "Hands for 2",
        "Enter takes 1, or type another number",
        "Number of the choice to take",
        "One way on: Enter takes it",
        "",
    ] == [
        what_to_type(ballot)
        for ballot in (
            THREE,
            typed(THREE, "12"),
            typed(THREE, "12 9 4"),
            typed(THREE, "9 9 4"),
            Ballot.of(1),
            Ballot.of(0),
        )
    ]


def test_hands_are_told_in_words() -> None:
    assert ["not counted", "0 hands", "1 hand", "1,200 hands"] == [
        hands_in_words(hands) for hands in (None, 0, 1, 1200)
    ]
