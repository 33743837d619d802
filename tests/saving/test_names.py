"""One rule for the name of a save: what cannot stand in it becomes a hyphen."""

import unicodedata
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import story_of
from sidelight.errors import FileError, UsageError
from sidelight.play.rules import Beginning
from sidelight.saving import slots
from sidelight.saving.names import LONGEST, is_name, slot_name, why_other
from sidelight.saving.save import Save, StoryStamp
from sidelight.saving.store import Store

STORY = story_of("scenes: {a: {title: A, text: A., ending: {title: A}}}")
SAVE = Save(StoryStamp(STORY.id, STORY.version, ""), Beginning())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("noon", "noon"),
        ("my first", "my-first"),
        ("a/b", "a-b"),
        ("../x", "x"),
        ("Ada's 2nd try!", "Ada-s-2nd-try"),
        ("après-midi", "après-midi"),
        ("apre\u0300s midi", "après-midi"),
        ("Москва", "Москва"),
        ("دمشق القديمة", "دمشق-القديمة"),
        ("हिन्दी", "हिन्दी"),
        ("\u202eevil\u202c", "evil"),
        ("a\u200bb", "a-b"),
        ("\u0301a", "a"),
        ("a--b", "a--b"),
        ("", ""),
    ],
)
def test_what_is_no_letter_or_digit_becomes_a_hyphen(typed: str, name: str) -> None:
    assert name == slot_name(typed)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("\u3164", 'no name can be made of "\u3164": a save is named with letters and digits'),
        ("?!", 'no name can be made of "?!": a save is named with letters and digits'),
        ("?" * 41, f'no name can be made of "{"?" * 41}": a save is named with letters and digits'),
        ("a" * 41, f'"{"a" * 41}" is too long: the name of a save has at most 40 letters'),
    ],
)
def test_what_no_name_can_be_made_of_is_refused_with_the_reason(typed: str, why: str) -> None:
    store = Store(STORY, None)

    with pytest.raises(UsageError) as refused:
        store.file(slot_name(typed))
    assert (why, "take another name") == (refused.value.message, refused.value.help)


def test_it_is_said_why_a_name_is_another_than_was_typed() -> None:
    assert "In the name of a save all but letters and digits becomes a hyphen." == why_other("a/b")
    assert "" == why_other(" noon ") == why_other("e\u0301te\u0301")


@given(st.text(max_size=LONGEST))
def test_a_name_made_is_one_or_what_was_typed_and_making_it_again_changes_nothing(typed: str) -> None:
    name = slot_name(typed)

    assert is_name(name) or len(name) > LONGEST or name == typed.strip()
    assert name == slot_name(name)


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=LONGEST))
def test_whatever_is_typed_is_found_again_in_a_real_folder_or_refused(typed: str) -> None:
    name = slot_name(typed)
    with TemporaryDirectory() as folder:
        store = Store(STORY, Path(folder))
        try:
            slots.put(store, name, SAVE)
        except UsageError:
            assert not is_name(name)
            return
        assert [name] == list(store.slots())
        assert SAVE == slots.fetch(store, name)
        assert len(name.encode()) <= 200
        assert not {unicodedata.category(sign) for sign in name} & {"Cc", "Cf", "Cs", "Zs"}
        assert name == slots.bring_in(Store(STORY, None), str(slots.export(store, name, folder)))


def test_a_file_named_with_its_accents_apart_is_listed_read_and_written_as_one(tmp_path: Path) -> None:
    store = Store(STORY, tmp_path)
    slots.put(store, "été", SAVE)
    (tmp_path / "été.save").rename(tmp_path / unicodedata.normalize("NFD", "été.save"))

    assert ["été"] == list(store.slots())
    assert SAVE == slots.fetch(store, "été")
    slots.put(store, "été", SAVE, over=True)
    assert 1 == len(list(tmp_path.glob("*.save")))
    slots.rename(store, "été", "hiver")
    assert ["hiver"] == list(store.slots())


@pytest.mark.parametrize(("kept", "other"), [("noon", "Noon"), ("Москва", "МОСКВА"), ("Straße", "STRASSE")])
def test_a_name_that_differs_by_capitals_alone_is_taken(tmp_path: Path, kept: str, other: str) -> None:
    store = Store(STORY, tmp_path)
    slots.put(store, kept, SAVE)
    slots.put(store, "else", SAVE)
    taken = f'there is a save called "{kept}" already, and on some systems capitals make no other name'

    for do in (partial(slots.put, store, other, SAVE, over=True), partial(slots.rename, store, "else", other)):
        with pytest.raises(FileError) as refused:
            do()
        assert taken == refused.value.message
    assert f"{other}-2" == slots.free_name(store, other)

    slots.rename(store, kept, other)
    assert sorted(["else", other]) == list(store.slots())


def test_a_save_renamed_goes_over_no_other_that_already_has_the_name_in_those_capitals(tmp_path: Path) -> None:
    store = Store(STORY, tmp_path)
    slots.put(store, "noon", SAVE)
    (tmp_path / "NOON.save").write_bytes((tmp_path / "noon.save").read_bytes())

    with pytest.raises(FileError, match=r'there is a save called "NOON" already$'):
        slots.rename(store, "noon", "NOON")
