"""A question as it is shown: its order means nothing, and stays."""

import pytest

from asked import asked_story
from sidelight.teaching.questions import Question, question

STORY = asked_story()


def asked(id_: str, seed: str = "") -> Question:
    return question(STORY.exercises[id_], STORY, seed)


def ids(id_: str, seed: str) -> list[str]:
    shown = asked(id_, seed)
    return [line.id for line in shown.options or shown.items]


@pytest.mark.parametrize("id_", ["pick", "many", "row"])
def test_the_same_seed_shows_the_same_order_and_others_show_others(id_: str) -> None:
    seeds = [f"otter-{number}" for number in range(20)]

    assert [ids(id_, seed) for seed in seeds] == [ids(id_, seed) for seed in seeds]
    assert len({tuple(ids(id_, seed)) for seed in seeds}) > 1


def test_things_to_be_put_in_order_are_never_shown_in_it() -> None:
    assert ["pay", "step", "cross"] not in [ids("row", str(seed)) for seed in range(50)]


def test_what_is_matched_with_a_ladder_stays_as_it_is_written_and_so_does_a_scale() -> None:
    assert {("found", "paid")} == {tuple(ids("sorted", str(seed))) for seed in range(20)}
    assert {("1", "2", "3")} == {tuple(ids("scale", str(seed))) for seed in range(20)}


def test_an_item_is_matched_with_the_steps_of_its_ladder() -> None:
    shown = asked("sorted")

    assert [["established", "reported", "claimed", "cannot run"]] * 2 == [
        [target.plain for target in targets] for targets in shown.targets
    ]


def test_an_answer_to_a_match_is_in_the_order_in_which_its_items_are_written() -> None:
    shown = asked("sorted")

    assert ("established", "claimed") == shown.matched(["established", "claimed"])


@pytest.mark.parametrize(
    ("id_", "response", "said"),
    [
        ("pick", ("some",), "Some had a coin"),
        ("many", ("rain",), "The rain"),
        ("many", (), "none of them"),
        (
            "sorted",
            ("established", "claimed"),
            "Coins were found: established; They paid for the passage: claimed",
        ),
        ("row", ("cross", "pay", "step"), "You cross; You pay; You step in"),
        ("scale", ("2",), "fairly"),
        ("count", ("11",), "11"),
    ],
)
def test_an_answer_can_be_said(id_: str, response: tuple[str, ...], said: str) -> None:
    assert said == asked(id_).in_words(response)
