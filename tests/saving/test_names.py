"""One rule for the name of a save: what cannot stand in it becomes a hyphen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import story_of
from sidelight.errors import UsageError
from sidelight.saving.names import LONGEST, is_name, slot_name, why_other
from sidelight.saving.store import Store


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("noon", "noon"),
        ("my first", "my-first"),
        ("a/b", "a-b"),
        ("../x", "x"),
        ("Ada's 2nd try!", "Ada-s-2nd-try"),
        ("après-midi", "apres-midi"),
        ("a--b", "a--b"),
        ("", ""),
    ],
)
def test_what_is_no_letter_or_digit_becomes_a_hyphen(typed: str, name: str) -> None:
    assert name == slot_name(typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Москва", 'no name can be made of "Москва": a save is named with the letters a to z and digits'),
        ("?!", 'no name can be made of "?!": a save is named with the letters a to z and digits'),
        ("?" * 41, f'no name can be made of "{"?" * 41}": a save is named with the letters a to z and digits'),
        ("a" * 41, f'"{"a" * 41}" is too long: the name of a save has at most 40 letters'),
    ],
)
def test_what_no_name_can_be_made_of_is_refused_with_the_reason(typed: str, why: str) -> None:
    store = Store(story_of("scenes: {a: {title: A, text: A., ending: {title: A}}}"), None)

    with pytest.raises(UsageError) as refused:
        store.file(slot_name(typed))
    assert (why, "take another name") == (refused.value.message, refused.value.help)


def test_it_is_said_why_a_name_is_another_than_was_typed() -> None:
    rule = "letters lose their accents, and all but the letters a to z and digits becomes a hyphen."
    assert f"In the name of a save {rule}" == why_other("a/b") == why_other("été")
    assert "" == why_other(" noon ")


@given(st.text(max_size=LONGEST))
def test_a_name_made_is_one_or_what_was_typed_and_making_it_again_changes_nothing(typed: str) -> None:
    name = slot_name(typed)

    assert is_name(name) or len(name) > LONGEST or name == typed.strip()
    assert name == slot_name(name)
