"""Code names for a class."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from sidelight.teaching.codes import ANIMALS, MOST, draw, is_code


@given(st.integers(1, MOST), st.randoms(use_true_random=False).map(lambda chance: chance.randrange))
def test_code_names_are_all_different_and_can_be_typed(count: int, below: Callable[[int], int]) -> None:
    codes = draw(count, below)

    assert count == len(set(codes))
    assert all(is_code(code) for code in codes)


def test_in_a_class_no_two_share_an_animal() -> None:
    codes = draw(len(ANIMALS), lambda limit: limit // 2)

    assert sorted(ANIMALS) == sorted(code.rpartition("-")[0] for code in codes)


def test_what_could_leave_its_folder_or_its_line_is_no_code_name() -> None:
    for written in ("", "../otter", "Otter-17", "otter 17", "otter-", "-otter", "o" * 25, "otter-17\n"):
        assert not is_code(written), written
