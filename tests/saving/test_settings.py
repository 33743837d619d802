"""Settings: declared once, kept in a file a person can read, and never fatal."""

from dataclasses import fields

import pytest

from sidelight.errors import UsageError
from sidelight.saving.files import MemoryFile
from sidelight.saving.settings import HEAD, SETTINGS, Preferences, Settings, parse, read_settings, value_of


def test_every_setting_is_declared_and_every_default_can_be_written() -> None:
    assert {setting.name for setting in SETTINGS} == {each.name for each in fields(Settings)}
    for setting in SETTINGS:
        assert parse(setting.name, value_of(Settings(), setting.name)) == getattr(Settings(), setting.name)


def test_what_is_set_is_written_with_what_it_does_and_read_again() -> None:
    file = MemoryFile()
    Preferences(file).set("width", "72")
    Preferences(file).set("mouse", "off")
    Preferences(file).set("width", "60")

    assert file.text == (
        f"{HEAD}# in plain mode, how many cells a line has, if not as the terminal\nwidth = 60\n"
        "# use the mouse; off leaves it to the terminal\nmouse = off\n"
    )
    assert Preferences(file).now == Settings(width=60, mouse=False)


def test_what_a_person_wrote_in_the_file_stays() -> None:
    file = MemoryFile("# my own\n\nfuture = 3\nwidth=30 # narrow\n")
    liked = Preferences(file)
    liked.set("width", "off")

    assert file.text == "# my own\n\nfuture = 3\nwidth = off\n"
    assert liked.problems == ('memory, line 3: there is no setting called "future".',)


def test_the_command_line_is_for_this_once() -> None:
    file = MemoryFile("width = 30\n")
    liked = Preferences(file)
    liked.only_now("width", "80")

    assert liked.now.width == 80
    assert file.text == "width = 30\n"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("width", "19"), ("width", "401"), ("width", "9" * 5000), ("width", "-3"), ("mouse", "maybe"), ("tea", "on")],
)
def test_what_cannot_be_is_refused_with_what_can(name: str, typed: str) -> None:
    with pytest.raises(UsageError):
        parse(name, typed)


@pytest.mark.parametrize("typed", ["contrast", "high contrast", "high-contrast", "High contrast"])
def test_a_theme_goes_by_the_name_it_is_shown_by(typed: str) -> None:
    assert parse("theme", typed) == "contrast"


def test_only_where_something_was_set_before_it_is_said_to_stay() -> None:
    liked = Preferences(MemoryFile())

    with pytest.raises(UsageError) as kept:
        liked.set("theme", "teal")
    with pytest.raises(UsageError) as once:
        liked.only_now("theme", "teal")

    assert kept.value.help == "the old one stays"
    assert once.value.help == "see: sidelight play --help"


def test_rubbish_in_the_file_is_said_and_does_no_harm() -> None:
    found = read_settings("\x00\n= 3\nwidth\nmouse = \nplain = on\n")

    assert found.settings == Settings(plain=True)
    assert len(found.problems) == 4
